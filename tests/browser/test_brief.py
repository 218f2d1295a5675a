"""The brief in a real browser: lines open their passages, nothing leaves the page, hostile text stays text."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.present import lake_treaty

pytestmark = pytest.mark.browser

Opened = Callable[..., tuple[Any, Any]]  # Any: playwright is installed only where these tests run

ONLY = """(id) => {
  const lit = [...document.querySelectorAll(".on")];
  return lit.length > 0 && lit.every((one) => one.classList.contains(id));
}"""

BACKGROUND = "(one) => getComputedStyle(one).backgroundColor"
CLEAR = "rgba(0, 0, 0, 0)"

WIDTHS = [(1440, 900), (1024, 768), (390, 844)]


def squeezed(text: str) -> str:
    """Without white space, which a page may fold."""
    return re.sub(r"\s+", "", text)


def lit(page: Any) -> str:
    """The text that is highlighted."""
    return squeezed("".join(page.locator(".on").all_text_contents()))


def clicked(page: Any, index: int) -> str:
    """The text that clicking a line highlights, once the page has followed the link."""
    say = page.locator("a.say").nth(index)
    target = (say.get_attribute("href") or "").lstrip("#")
    say.click()
    page.wait_for_function(ONLY, arg=target)
    return lit(page)


def passages() -> list[set[str]]:
    """For each line of the brief, the passages it rests on."""
    documents = {document.id: document for document in lake_treaty.documents().values()}
    lines = [line for section in lake_treaty.brief().sections for line in section.lines]
    return [{squeezed(anchor.text(documents[anchor.document].text)) for anchor in line.anchors} for line in lines]


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_a_click_opens_the_passage(opened: Opened, width: int, height: int) -> None:
    """Clicking a line highlights exactly one of its passages, at every width, and shows it on the screen."""
    page, heard = opened(width, height)
    expected = passages()
    for index in (0, len(expected) // 2, len(expected) - 1):
        assert clicked(page, index) in expected[index]
        page.wait_for_function(  # the sheet slides in
            "(height) => {const {top} = document.querySelector('.on').getBoundingClientRect(); return 0 <= top && top < height}",
            arg=height,
        )
        page.keyboard.press("Escape")
    assert (heard.console, heard.dialogs) == ([], [])


def test_every_line_by_keyboard(opened: Opened) -> None:
    """With j and Enter alone every line can be reached and a passage of it opened."""
    page, heard = opened()
    page.locator("a.say").first.focus()
    for expected in passages():
        target = page.evaluate("document.activeElement.hash.slice(1)")
        page.keyboard.press("Enter")
        page.wait_for_function(ONLY, arg=target)
        assert lit(page) in expected
        page.keyboard.press("j")
    assert heard.console == []


def test_n_goes_through_the_passages_of_a_line(opened: Opened) -> None:
    """N shows the next passage of a line, and after the last the first again."""
    page, _ = opened()
    several = page.locator("a.say").evaluate_all("all => all.findIndex(one => one.dataset.p.includes(' '))")
    targets = (page.locator("a.say").nth(several).get_attribute("data-p") or "").split()
    first = clicked(page, several)
    shown = [first]
    for target in (*targets[1:], targets[0]):
        page.keyboard.press("n")
        page.wait_for_function(ONLY, arg=target)
        shown.append(lit(page))
    assert shown[-1] == first
    assert len(set(shown)) > 1


def test_escape_goes_back_to_the_line(opened: Opened) -> None:
    """Esc closes the report, and the line that opened it has the focus again."""
    page, _ = opened(390, 844)
    clicked(page, 2)
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    assert page.evaluate("document.activeElement.closest('.line').value") == 3


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_nothing_is_fetched_and_nothing_runs(opened: Opened, width: int, height: int) -> None:
    """Hostile reports run no script, open no dialog, fetch nothing and turn the page nowhere; the policy is not hit."""
    page, heard = opened(width, height)
    for index in range(page.locator("a.say").count()):
        page.locator("a.say").nth(index).evaluate("one => one.click()")
    assert page.evaluate("window.pwned") is None
    assert heard.requests == [heard.requests[0]]
    assert heard.requests[0].startswith("file:")
    assert (heard.console, heard.dialogs) == ([], [])


def test_without_a_script(opened: Opened) -> None:
    """With scripts off every line still leads to its passage, all of which lights up by the address alone."""
    page, _ = opened(java_script_enabled=False)
    lines = passages()
    for index in (0, 4, 11, 23):  # the last runs over two paragraphs and into another passage
        link = page.locator("a.say").nth(index)
        target = (link.get_attribute("href") or "").lstrip("#")
        link.click()
        assert page.url.endswith(f"#{target}")
        bright = [one for one in page.locator("mark").all() if one.evaluate(BACKGROUND) != CLEAR]
        assert squeezed("".join(one.text_content() for one in bright)) in lines[index]
        assert bright[0].is_visible()


def test_the_way_back_on_a_phone(opened: Opened) -> None:
    """The browser's own way back, a tap beside the sheet and its button each close the sheet, where the reader was."""
    page, _ = opened(390, 844, has_touch=True)
    page.locator("a.say").nth(6).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    for close in (page.go_back, lambda: page.touchscreen.tap(200, 30), lambda: page.locator("#close").click()):
        clicked(page, 6)
        assert page.locator("#reports").get_attribute("role") == "dialog"
        page.wait_for_timeout(250)  # the sheet slides in
        close()
        page.wait_for_function("!document.querySelector('#reports').classList.contains('open')")
        assert page.evaluate("scrollY") == before


def test_the_brief_stays_where_it_is(opened: Opened) -> None:
    """On a wide window opening a passage, stepping on and closing leave the brief where the reader was."""
    page, _ = opened()
    page.locator("a.say").nth(12).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    clicked(page, 12)
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    assert page.evaluate("scrollY") == before


def test_a_reference_leads_back_to_the_line(opened: Opened) -> None:
    """The numbers beside a report's paragraph lead to the lines that cite it."""
    page, _ = opened()
    clicked(page, 0)
    page.locator(".report:not([hidden]) .refs a", has_text="22").first.click()
    assert page.evaluate("document.activeElement.closest('.line').value") == 22
    assert page.locator("#l22").is_visible()


def test_keys_are_listed_and_can_be_turned_off(opened: Opened) -> None:
    """A question mark lists the keys; letters do nothing once they are turned off there."""
    page, _ = opened()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keyboard shortcuts").is_visible()
    page.get_by_label("Letter keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.line')") is None


def test_print_unfolds_the_evidence(opened: Opened) -> None:
    """On paper every line is followed by a passage of each witness, and the reports' texts stay out."""
    page, _ = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".accounts").evaluate_all("all => all.every((one) => one.getBoundingClientRect().height > 0)")
    assert page.locator(".report").evaluate_all("all => all.every((one) => one.getBoundingClientRect().height === 0)")
    assert page.locator("#index").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_the_page_fits_its_window(opened: Opened, width: int, height: int, scheme: str) -> None:
    """Nothing is wider than the window, in either colour scheme, with a report open or not."""
    page, _ = opened(width, height, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    clicked(page, 0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(opened: Opened, scheme: str) -> None:
    """Every text has at least the contrast that WCAG AA asks for, 4.5 to 1."""
    page, _ = opened(color_scheme=scheme)
    clicked(page, 0)
    faint = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
          const rgba = (colour) => {
            canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
            .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = (node) => {
            for (; node; node = node.parentElement) {
              const colour = rgba(getComputedStyle(node).backgroundColor);
              if (colour[3] === 255) return colour;
            }
            return rgba(getComputedStyle(document.documentElement).getPropertyValue("--paper") || "white");
          };
          const found = [];
          for (const node of document.querySelectorAll("body *")) {
            const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
            if (!own || !node.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
            const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
            if ((a + 0.05) / (b + 0.05) < 4.5) found.push(node.tagName + "." + node.className);
          }
          return found;
        }"""
    )
    assert faint == []


def test_names_and_landmarks(opened: Opened) -> None:
    """The page has a language, one main part, headings in order, and a name for everything that can be pressed."""
    page, _ = opened()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("main").count() == 1
    assert page.locator("h1").count() == 1
    nameless = page.evaluate(
        "[...document.querySelectorAll('a[href], button, summary')]"
        ".filter((one) => !(one.getAttribute('aria-label') || one.textContent).trim()).map((one) => one.outerHTML)"
    )
    assert nameless == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("width", "height"), [(390, 844)])
def test_thumbs_can_hit_what_can_be_pressed(opened: Opened, width: int, height: int) -> None:
    """On a phone every button and line is at least 24 pixels high."""
    page, _ = opened(width, height)
    clicked(page, 0)
    low = page.evaluate(
        "[...document.querySelectorAll('button, a.say, summary')].filter((one) => one.checkVisibility())"
        ".filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80))"
    )
    assert low == []
