"""Disagreements and the board of channels in a real browser: side by side where there is room, else one below the other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from memcon.present.html import render_html
from memcon.record import brief
from tests.unit.present import strait_accounts, strait_talks

pytestmark = pytest.mark.browser

Opened = Callable[..., Any]  # Any: playwright is installed only where these tests run
WIDTHS = [(1440, 900), (1024, 768), (390, 844), (360, 740)]


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of what the accounts of the strait talks make of each other, one of them in a very long word."""
    record = strait_accounts.record()
    first, *others = record.discrepancies
    long = replace(first.readings[0], value="open" * 200)
    told = replace(first, readings=(long, *first.readings[1:]))
    file = tmp_path_factory.mktemp("accounts") / "brief.html"
    made = brief(replace(record, discrepancies=(told, *others)))
    file.write_text(render_html(made, strait_talks.by_id().values()), encoding="utf-8")
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
def test_readings_stand_beside_each_other_where_there_is_room(opened: Opened, width: int, height: int) -> None:
    """Both readings are seen whole, whatever a report calls a word, and the page is no wider than the window."""
    page = opened(width, height)
    for sides in page.locator(".sides").all():
        tops = sides.locator(".side").evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
        assert (tops[0] == tops[1]) == (width > 1000)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    within = ".side *"
    assert page.locator(within).evaluate_all(
        "all => all.every((one) => one.getBoundingClientRect().right <= one.closest('.side').getBoundingClientRect().right)"
    )


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_a_reading_and_a_channel_open_their_passages(opened: Opened, width: int, height: int) -> None:
    """A press on a row of the board, and on the passage of one reading, opens it in its report."""
    page = opened(width, height)
    page.locator(".board .say").first.click()
    assert "hotline" in page.locator(".on").first.text_content()
    page = opened(width, height)
    page.locator(".side a[href^='#p']").nth(1).click()
    page.locator(".on").first.wait_for()
    assert page.locator(".report:visible").count() == 1
    assert page.locator(".on").first.is_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (360, 740)])
def test_the_board_is_a_table_or_a_list(opened: Opened, width: int, height: int) -> None:
    """Heads stand above the columns where there are columns, else a label before each cell."""
    page = opened(width, height)
    wide = width > 1000
    assert page.locator(".board .heads").is_visible() == wide
    lefts = (
        page.locator(".board .say")
        .first.locator(".cell:not(.empty)")
        .evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().left))")
    )
    assert (len(set(lefts)) > 1) == wide
