"""The timeline in a real browser: what is set fits, and a mark opens its passage."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memcon.present.html import render_html
from tests.unit.present import ferry_accord

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]  # Any: playwright is installed only where these tests run
WIDTHS = [(1440, 900), (1280, 800), (1024, 768), (390, 844), (360, 740)]
COLLISIONS = """() => {
  const boxes = [...document.querySelectorAll(".pictures text")].filter((one) => one.checkVisibility())
    .map((one) => [one.textContent, one.getBBox()]);
  const found = [];
  boxes.forEach(([words, a], at) => boxes.slice(at + 1).forEach(([others, b]) => {
    if (a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)
      found.push(words + " / " + others);
  }));
  return found;
}"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the Ferry Accord as a file."""
    file = tmp_path_factory.mktemp("timeline") / "brief.html"
    file.write_text(render_html(ferry_accord.brief(), ferry_accord.documents().values()), encoding="utf-8")
    return file


@pytest.fixture
def opened(window: Opened, page_file: Path) -> Opened:
    """Opens the brief in a window of a given size."""

    def make(*size: int, **options: Any) -> Any:
        page = window(*size, **options)
        page.goto(page_file.as_uri())
        return page

    return make


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_no_words_collide(opened: Opened, width: int, height: int) -> None:
    """In the fonts of this machine no two texts of the picture overlap, and it is no wider than the window."""
    page = opened(width, height)
    assert page.evaluate(COLLISIONS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_one_picture_is_shown_and_can_be_read(opened: Opened, width: int, height: int) -> None:
    """Of the two pictures one is shown, and its labels are no smaller than ten pixels."""
    page = opened(width, height)
    shown = [kind for kind in ("across", "down") if page.locator(f"svg.{kind}").is_visible()]
    assert len(shown) == 1
    assert shown == ["down"] or width > 1024
    scale = page.evaluate(f"document.querySelector('svg.{shown[0]}').getScreenCTM().a")
    assert 12 * scale >= 10


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_mark_opens_its_passage(opened: Opened, width: int, height: int, script: bool) -> None:
    """A click on a mark lights its passage up in the report, with a script and without one."""
    page = opened(width, height, java_script_enabled=script)
    link = page.locator(f"svg.{'across' if width > 1024 else 'down'} a", has_text="Torval returned").first
    target = (link.get_attribute("href") or "").lstrip("#")
    link.locator("text").first.click()
    page.wait_for_url(f"**/*#{target}")
    marks = page.locator(f"mark.{target}")
    marks.first.wait_for()  # the script shows it after the address has changed
    assert "Torval returned to Halden." in re.sub(r"\s+", " ", "".join(marks.all_text_contents()))
    assert marks.first.evaluate("(one) => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_stand_out(opened: Opened, scheme: str) -> None:
    """Labels are set in the page's ink and marks are not the colour of the paper, in either scheme."""
    page = opened(color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector in (".across .label", ".across rect.held", ".across rect.said"):
        assert page.locator(selector).first.evaluate("(one) => getComputedStyle(one).fill") != paper
    for selector in (".across rect.planned", ".across rect.tentative"):
        assert page.locator(selector).first.evaluate("(one) => getComputedStyle(one).stroke") != paper


def test_the_list_has_the_same_links(opened: Opened) -> None:
    """Without a mouse the list below leads to the same passages, one stop of the keyboard for each."""
    page = opened()
    page.locator(".moments summary").click()
    links = page.locator(".moments li > a")
    assert links.count() == len(ferry_accord.moments())
    assert set(links.evaluate_all("all => all.map((one) => one.hash)")) == set(
        page.locator("svg.across a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    )
    assert page.locator("svg.across a:not([tabindex='-1'])").count() == 0
