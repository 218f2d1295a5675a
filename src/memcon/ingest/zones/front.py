"""What stands before the first paragraph: headline, byline, date line, caption, and the furniture above them."""

import re
from collections.abc import Sequence

from memcon.ingest.dates import written_dates
from memcon.ingest.zones.datelines import is_dateline
from memcon.ingest.zones.page import Page, bulleted, ends_abbreviated, same, words
from memcon.ingest.zones.stamps import is_stamp
from memcon.ingest.zones.vocabulary import pattern, term

_HEADLINE_WORDS = range(2, 31)
_ENOUGH = 5  # words; among lines at least this long the first is the headline, a longer one below it is a standfirst
_BELOW = 3  # lines that may stand between headline and paragraph; more are a list, and may be the report's
_CANDIDATES = 50  # a menu may have hundreds of lines
_NEAR = 6  # candidates; above a paragraph that follows a whole menu only the last few lines can be its headline
_CAPTION_WORDS = 45
_UNFINISHED = re.compile(r"(?:[?!]|\.\.\.|…)['\"”’»*_]*$")
_GAPS = re.compile(r"\S(?:\t| {2,})\S.*\S(?:\t| {2,})\S")
_POSE = r".{3,400}?\b(?:{pose})\b.{3,400}"


def mark_front(page: Page, *, title: str | None) -> int:
    """Decide the blocks before the first paragraph, and say which block that paragraph is.

    Args:
        title: As the markup states it; its line is then the headline whatever it looks like.
    """
    opening = _opening(page, title)
    if opening is None:
        return 0
    for index in page.open(0, opening):
        _mark_line(page, index, title)
    headline = _headline(page, opening, title)
    if headline is None:
        return opening
    page.kinds[headline] = "headline"
    _mark_around(page, headline, opening)
    _mark_captions(page, headline)
    return page.first_prose(headline + 1) or opening


def _opening(page: Page, title: str | None) -> int | None:
    """The first paragraph, past a headline that ends like one."""
    opening = page.first_prose()
    if opening is None:
        return None
    line = page.lines[opening]
    stated = title is not None and same(line, title)
    first = next(page.open(), None) == opening
    if stated or (first and words(line) <= 20 and (_UNFINISHED.search(line) or ends_abbreviated(line))):
        below = page.first_prose(opening + 1)
        if below is not None and (stated or not _quotation(line)):
            return below
    return opening


def _quotation(line: str) -> bool:
    return line[0] in "\"“‘'«" and line.rstrip("*_")[-1] in "\"”’'»"


def _mark_line(page: Page, index: int, title: str | None) -> None:
    line = page.lines[index]
    if title is not None and same(line, title):
        return
    if found := term(line, "front"):
        page.kinds[index] = found.zone
    elif is_stamp(line):
        page.kinds[index] = "furniture"
    elif is_dateline(line):
        page.kinds[index] = "dateline"
    elif _GAPS.search(page.blocks[index].of(page.text)) and words(line) < 40:
        page.kinds[index] = "furniture"


def _headline(page: Page, opening: int, title: str | None) -> int | None:
    if title is not None:
        stated = (index for index in page.open(0, opening) if same(page.lines[index], title))
        if (index := next(stated, None)) is not None:
            return index
    candidates = [index for index in page.open(0, opening) if _headline_like(page, index)][-_CANDIDATES:]
    repeated = _repeated(page, candidates)
    return (
        repeated
        if repeated is not None
        else max(
            reversed(candidates[-_NEAR:]),
            key=lambda index: _rank(page, index),
            default=None,
        )
    )


def _headline_like(page: Page, index: int) -> bool:
    if page.text.startswith("#", page.blocks[index].start):
        return True
    return words(page.lines[index]) in _HEADLINE_WORDS and not bulleted(page.lines[index])


def _repeated(page: Page, candidates: Sequence[int]) -> int | None:
    """A candidate that another line above the report repeats, such as the last crumb of a breadcrumb trail."""
    for index in candidates:
        line = page.lines[index].casefold()
        others = (page.lines[other].casefold() for other in range(candidates[-1] + 1) if other != index)
        if words(line) >= 4 and any(other.endswith(line) for other in others):
            return index
    return None


def _mark_around(page: Page, headline: int, opening: int) -> None:
    """Lines above the headline are the page's, and so are names below it; other lines below are its standfirst."""
    for index in page.open(0, headline):
        page.kinds[index] = "furniture"
    below = sum(1 for _ in page.open(headline + 1, opening))
    for index in page.open(headline + 1):
        repeats = words(page.lines[headline]) >= 4 and same(page.lines[index], page.lines[headline])
        if repeats:
            page.kinds[index] = "furniture"
            continue
        if (
            index < opening
            and below <= _BELOW
            and not bulleted(page.lines[index])
            and page.lines[index][-1] not in ":;,"
        ):
            page.kinds[index] = "furniture" if _label(page.lines[index]) else "subheading"


def _rank(page: Page, index: int) -> tuple[bool, int, int]:
    line = page.lines[index]
    return not _label(line), min(words(line), _ENOUGH), -index


def _label(line: str) -> bool:
    """Whether a line is a name rather than a clause: an outlet, a section, a person."""
    return words(line) <= 6 and all(
        word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in line.split()
    )


def _mark_captions(page: Page, headline: int) -> None:
    """Pictures directly under the headline: one sentence in the present tense that ends with a full date."""
    for index in page.open(headline + 1):
        if not _caption(page.lines[index]) or page.first_prose(index + 1) is None:
            return
        page.kinds[index] = "caption"


def _caption(line: str) -> bool:
    if words(line) > _CAPTION_WORDS or re.search(r"[“\"]|[.!?] +[A-Z“]\w+ \w+ ", line):
        return False
    dated = any(end >= len(line.rstrip(" .*_)")) for _, _, end in written_dates(line, 0, len(line)))
    return dated and pattern(_POSE).fullmatch(line) is not None
