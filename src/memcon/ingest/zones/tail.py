"""What stands after the last paragraph: credits, related headlines, an author's biography."""

import re

from memcon.ingest.zones.page import Page, bulleted, words
from memcon.ingest.zones.vocabulary import pattern, term

_LIST = 3  # headline-like lines in a row after the end; one or two may be a signature
_PROSE_AFTER = 2  # paragraphs that may follow a credit and still leave it at the end: a biography, a notice
_BIOGRAPHIES = 4  # last paragraphs that are looked at

_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3}"
_IS_AUTHOR = re.compile(rf"{_NAME} (?:is|was) (?:an?|the|our|{_NAME}[’']s) (?:[\w’'-]+[ ,]+){{0,8}}?")
_DOES = rf"{_NAME} (?:{{writing}})\b"
_CLAUSE = re.compile(r"\b[a-z]{4,}")
_PERSONAL = r"\b(?:(?:he|she|they|his|her|their|[A-Z]\w+) (?:also )?(?:{private})|{career})"


def mark_tail(page: Page, *, opening: int) -> None:
    """Decide the blocks at the end that are not body."""
    _mark_lines(page, opening)
    _mark_biographies(page, opening)
    _mark_list(page, opening)


def _mark_lines(page: Page, opening: int) -> None:
    """Credits that only an end makes plain, and what stands under the page's own headings."""
    after = _prose_after(page)
    heading, paragraphs = False, 0  # paragraphs that the last heading may still cover
    for index in page.open(opening + 1):
        found = term(page.lines[index], "end")
        if found and found.zone == "furniture":
            page.kinds[index] = "furniture"
            biography = found.name == "about the author" and after[index] <= _PROSE_AFTER + 1
            heading, paragraphs = True, _PROSE_AFTER if biography else 0
        elif found and after[index] <= _PROSE_AFTER:
            page.kinds[index] = found.zone
        elif heading and (not page.prose[index] or paragraphs):
            page.kinds[index] = "furniture"
            paragraphs -= page.prose[index]
        else:
            heading = False


def _prose_after(page: Page) -> list[int]:
    """For each block, how many undecided paragraphs follow it."""
    counts = [0] * len(page.blocks)
    for index in range(len(counts) - 2, -1, -1):
        counts[index] = counts[index + 1] + (page.kinds[index + 1] is None and page.prose[index + 1])
    return counts


def _mark_biographies(page: Page, opening: int) -> None:
    for index in list(page.open(opening + 1))[-_BIOGRAPHIES:]:
        ended = any(kind == "credit" for kind in page.kinds[opening:index])
        if _biography(page.lines[index], ended=ended):
            page.kinds[index] = "furniture"


def _biography(line: str, *, ended: bool) -> bool:
    """A person introduced as a writer, and one more sign: private matters, or a place after the report's credit."""
    if re.search(r"[“\"]", line) or words(line) > 120:
        return False
    introduced = _IS_AUTHOR.match(line)
    writer = pattern(_DOES, case=True).match(line) or (
        introduced and pattern(r"(?:[\w’'-]+[ ,]+){0,8}?(?:{profession})\b").match(line[introduced.end() :])
    )
    return bool(writer) and (ended or pattern(_PERSONAL).search(line) is not None)


def _mark_list(page: Page, opening: int) -> None:
    """Headlines of other stories, in a row after the last paragraph or after the report's credit."""
    last = page.last_prose(opening)
    trailing = list(page.open(last + 1))
    ended = any(kind in {"credit", "furniture"} for kind in page.kinds[last + 1 : trailing[0] if trailing else None])
    if page.lines[last].endswith(":") or not trailing:
        return
    lines = [page.lines[index] for index in trailing]
    clauses = sum(_CLAUSE.search(line) is not None for line in lines)  # the names under a joint statement are none
    if len(lines) >= _LIST and all(map(_headline_like, lines)) and 2 * clauses >= len(lines):
        for index in trailing:
            page.kinds[index] = "furniture"
    elif ended:
        for index in trailing:
            if _headline_like(page.lines[index]):
                page.kinds[index] = "furniture"


def _headline_like(line: str) -> bool:
    return words(line) in range(4, 21) and not bulleted(line) and not line[0].islower() and line[-1] not in ":;,"
