"""Text -> zones: what each stretch of a report page is.

The zones are sorted and disjoint, and only white space lies between them. Blocks are decided from the outside in:
lines that are furniture, caption or credit wherever they stand; what is above the first paragraph; what is below the
last; subheadings between paragraphs. Whatever is still undecided is body: the report's own words must not be lost.
The words that tell the kinds apart are in `core/terms/zones.toml`.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from memcon.core.document import Zone, ZoneKind
from memcon.ingest.zones.front import mark_front
from memcon.ingest.zones.inline import closed, one_line, opened, split
from memcon.ingest.zones.layout import blocks
from memcon.ingest.zones.page import Page, bulleted, words
from memcon.ingest.zones.stamps import is_labelled_stamp
from memcon.ingest.zones.tail import mark_tail
from memcon.ingest.zones.vocabulary import term

_MOST_LINES = 20_000  # a live blog of a week has a few thousand
_DATELINES = 3  # first paragraphs among which a dateline may stand: a standfirst or an agency's note may precede it
_SUBHEADING_WORDS = 12
_SUBHEADING_RUN = 2  # more short lines in a row are a list, and may be the report's
_SPEAKER = re.compile(r"[A-Z][A-Z .’'-]{2,40}:\s")


def partition(text: str, *, title: str | None = None, start: int = 0) -> tuple[Zone, ...]:
    """The zones of a text; together they cover everything but white space.

    Args:
        title: As the format's markup states it.
        start: Where the report begins; what lies before is the file's front matter.
    """
    if _endless(text):
        return tuple(_stretch("body", text, 0, len(text)))
    pieces = [piece for block in blocks(text, start) for piece in split(text, block)]
    if not pieces:
        return tuple(_stretch("furniture", text, 0, start))
    page = Page(text, tuple(block for block, _ in pieces))
    page.kinds = [kind for _, kind in pieces]
    _mark_lines(page, title)
    opening = mark_front(page, title=title)
    mark_tail(page, opening=opening)
    _mark_subheadings(page, opening)
    return (*_stretch("furniture", text, 0, start), *_assembled(page))


def _mark_lines(page: Page, title: str | None) -> None:
    for index in page.open():
        line = page.lines[index]
        if title is not None and line == title:
            continue
        if found := term(line, "anywhere"):
            page.kinds[index] = found.zone
        elif is_labelled_stamp(line):
            page.kinds[index] = "furniture"


def _mark_subheadings(page: Page, opening: int) -> None:
    """Short lines without a full stop between paragraphs; Markdown's own headings in any case."""
    for index in page.open(opening + 1):
        if page.text.startswith("#", page.blocks[index].start) and words(page.lines[index]) <= 2 * _SUBHEADING_WORDS:
            page.kinds[index] = "subheading"
    last = page.last_prose(opening)
    for short, run in groupby(page.open(opening + 1, last), key=lambda index: _short(page, index)):
        lines = list(run)
        if short and len(lines) <= _SUBHEADING_RUN:
            for index in lines:
                page.kinds[index] = "subheading"


def _short(page: Page, index: int) -> bool:
    line = page.lines[index]
    return (
        words(line) <= _SUBHEADING_WORDS
        and len(line) > 3
        and line[-1] not in ":;,"
        and not bulleted(line)
        and not page.prose[index]
    )


def _endless(text: str) -> bool:
    """Whether a text has more lines than any report; it is then not worth the time to tell them apart."""
    return max(text.count("\n"), text.count("\r")) > _MOST_LINES


def _stretch(kind: ZoneKind, text: str, start: int, end: int) -> Iterator[Zone]:
    """One zone over everything but the white space at the ends; none if there is nothing else."""
    inside = text[start:end]
    if inside.strip():
        yield Zone(kind, start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))


def _assembled(page: Page) -> Iterator[Zone]:
    """The blocks as zones, with what is glued to paragraphs taken off."""
    paragraphs = list(page.open())
    colon = sum(_SPEAKER.match(page.lines[index]) is not None for index in paragraphs) == 1
    alone = len(paragraphs) == 1 and "headline" not in page.kinds
    for index, block in enumerate(page.blocks):
        kind = page.kinds[index]
        if kind is not None:
            yield Zone(kind, block.start, block.end)
            continue
        zones: Iterator[Zone] = iter((Zone("body", block.start, block.end),))
        if alone:
            zones = one_line(page.text, block)
        elif index in paragraphs[:_DATELINES]:
            zones = opened(page.text, block, colon=colon and index == paragraphs[0])
        for zone in zones:
            if zone.kind == "body" and index == paragraphs[-1]:
                yield from closed(page.text, zone)
            else:
                yield zone
