"""The derivation graph in a real browser: what is set fits, and its parts open reports and passages."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_timeline import COLLISIONS, WIDTHS

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]  # Any: playwright is installed only where these tests run
FIGURE = "figure.families"


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_no_words_collide(opened: Opened, width: int, height: int) -> None:
    """In the fonts of this machine no two texts of the pictures overlap, and none is wider than the window."""
    page, _ = opened(width, height)
    assert page.evaluate(COLLISIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_one_picture_is_shown_and_can_be_read(opened: Opened, width: int, height: int) -> None:
    """Of the two pictures one is shown, and its names are no smaller than ten pixels."""
    page, _ = opened(width, height)
    shown = [kind for kind in ("across", "down") if page.locator(f"{FIGURE} svg.{kind}").is_visible()]
    assert len(shown) == 1
    assert shown == ["down"] or width > 1024
    assert 12 * page.evaluate(f"document.querySelector('{FIGURE} svg.{shown[0]}').getScreenCTM().a") >= 10


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_parts_open_what_they_stand_for(opened: Opened, width: int, height: int, script: bool) -> None:
    """A click on a name opens its report, one on an arrow lights the aligned passage up."""
    picture = f"{FIGURE} svg.{'across' if width > 1024 else 'down'}"
    page, _ = opened(width, height, java_script_enabled=script)
    link = page.locator(f"{picture} a", has_text="Lantern").last
    target = (link.get_attribute("href") or "").lstrip("#")
    link.locator("text").first.click()
    page.wait_for_url(f"**/*#{target}")
    page.locator(f"#{target}").wait_for()  # the script shows it after the address has changed

    page, _ = opened(width, height, java_script_enabled=script)
    arrow = page.locator(f"{picture} a[href^='#p']").first
    target = (arrow.get_attribute("href") or "").lstrip("#")
    arrow.locator(".head").click()
    page.wait_for_url(f"**/*#{target}")
    mark = page.locator(f"mark.{target}").first
    mark.wait_for()
    assert mark.evaluate("(one) => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dots_and_arrows_stand_out(opened: Opened, scheme: str) -> None:
    """Dots, arrows and names are not the colour of the paper, in either scheme; what is possible is dashed."""
    page, _ = opened(color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector, colour in (("circle.own", "fill"), ("circle.made", "stroke"), ("circle.absent", "stroke")):
        found = page.locator(f"{FIGURE} .across {selector}").first
        assert found.evaluate(f"(one) => getComputedStyle(one).{colour}") != paper
    doubtful = page.locator(f"{FIGURE} .across .arrow.doubtful").first
    assert doubtful.evaluate("(one) => getComputedStyle(one).strokeDasharray") != "none"
