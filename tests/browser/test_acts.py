"""A brief with acts in a real browser: badges fit, and whoever goes to a folded line sees it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from memcon.core.brief import Section
from memcon.present.html import render_html
from memcon.present.html.page import SHOWN
from memcon.record import brief
from tests.unit.present import strait_talks

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]  # Any: playwright is installed only where these tests run
WIDTHS = [(1440, 900), (1024, 768), (390, 844), (360, 740)]
LAST = 2 * SHOWN  # the number of the last line


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of the talks about the strait, all in one long section."""
    file = tmp_path_factory.mktemp("acts") / "brief.html"
    made = brief(strait_talks.record())
    lines = [line for section in made.sections for line in section.lines if line.status] * 2
    long = replace(made, sections=(Section("All of it", tuple(lines[:LAST])),))
    file.write_text(render_html(long, strait_talks.by_id().values()), encoding="utf-8")
    return file


@pytest.fixture
def opened(window: Opened, page_file: Path) -> Opened:
    """Opens the brief in a window of a given size, at a given place."""

    def make(*size: int, place: str = "") -> Any:
        page = window(*size)
        page.goto(page_file.as_uri() + place)
        return page

    return make


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_badges_fit(opened: Opened, width: int, height: int) -> None:
    """Every badge is one line of words inside its line, and the page is no wider than the window."""
    page = opened(width, height)
    page.locator(".rest > summary").click()
    badges = page.locator(".status").evaluate_all(
        "all => all.map((one) => [one.getClientRects().length, one.getBoundingClientRect().right, one.textContent])"
    )
    assert len(badges) == LAST
    assert all(boxes == 1 and right <= width and words.strip() for boxes, right, words in badges)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_folded_line_opens(opened: Opened) -> None:
    """A folded line is seen by whoever comes by its address, by a passage it rests on, or by the keyboard."""
    page = opened()
    folded = page.locator(f"#l{LAST} .say")
    assert not folded.is_visible()
    page.locator("a.say").nth(SHOWN - 1).focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.line').value") == SHOWN + 1
    assert folded.is_visible()
    assert opened(place=f"#l{LAST}").locator(f"#l{LAST} .say").is_visible()
    page = opened()
    page.evaluate("(number) => document.querySelector(`.refs a[href='#l${number}']`).click()", LAST)
    assert page.locator(f"#l{LAST} .say").is_visible()
