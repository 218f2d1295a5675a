"""Zones inside a block: what is glued to the front of a paragraph and to the end of the last one."""

import re
from collections.abc import Iterator

from memcon.core.document import Zone, ZoneKind
from memcon.ingest.zones.datelines import dateline
from memcon.ingest.zones.layout import Block
from memcon.ingest.zones.page import ends_sentence, words
from memcon.ingest.zones.vocabulary import pattern

_CAPTION_REACH = 500  # code points in which the credit of a glued caption stands
_TAIL_REACH = 160
_HEADLINE_REACH = 260

_MARKER = r"[(\[](?:\d\w\w )?(?:{marker})\b[^()\[\]]{0,120}[)\]](?=\s*\w)"
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3}"
_PICTURE = re.compile(
    rf"[(\[](?:(?:[Ff]ile |AP |AFP )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Pp]ool)s?\b[^()\[\]]{{0,100}}"
    rf"|(?<=[.”\"] .){_NAME} ?/ ?[A-Z][\w.& -]{{1,40}})[)\]](?=\s*[A-Z“\"‘(])"
)
_CLOSINGS: tuple[tuple[ZoneKind, re.Pattern[str]], ...] = (
    ("furniture", re.compile(r"[(\[]?(?:\bENDS?|\bEnd|-30-|#{3})[)\]]?$")),
    ("credit", re.compile(r"[(\[][A-Z][A-Za-z.&/-]{1,25}(?: [A-Z][A-Za-z.&/-]{1,25}){0,3}[)\]]$")),
    ("credit", re.compile(r"(?:--|—|–)\s?[A-Z][\w.&/-]*(?: [A-Z][\w.&/-]*){0,3}$")),
    ("credit", re.compile(r"[(\[]?\b(?:Source|SOURCE|Via|Agency)\s?: ?[A-Z][^.!?]{1,60}[)\]]?$")),
    (
        "credit",
        re.compile(r"[(\[](?:With (?:\w+ ){1,3}(?:from|by)|Reporting by|Additional reporting) ?[^()]{1,100}[)\]]$"),
    ),
)


def split(text: str, block: Block) -> Iterator[tuple[Block, ZoneKind | None]]:
    """A block, or the marker or caption glued to its front and then the rest, each with its kind if that shows."""
    start = block.start
    if marker := pattern(_MARKER, case=True).match(text, start, min(block.end, start + _CAPTION_REACH)):
        yield Block(start, marker.end()), "furniture"
        start = _past_space(text, marker.end())
    picture = _PICTURE.search(text, start, min(block.end, start + _CAPTION_REACH))
    if picture and words(text[picture.end() : block.end]) >= 4:
        yield Block(start, picture.end()), "caption"
        start = _past_space(text, picture.end())
    yield Block(start, block.end), None


def opened(text: str, block: Block, *, colon: bool) -> Iterator[Zone]:
    """A paragraph in which the dateline, if it has one, is a zone of its own."""
    end = dateline(text, block.start, block.end, colon=colon)
    if end is None:
        yield Zone("body", block.start, block.end)
    else:
        yield Zone("dateline", block.start, end)
        yield Zone("body", _past_space(text, end), block.end)


def one_line(text: str, block: Block) -> Iterator[Zone]:
    """A report that arrived as one line: a headline runs into the agency's dateline."""
    for gap in re.finditer(r"\s+(?=[A-Z])", text[block.start : min(block.end, block.start + _HEADLINE_REACH)]):
        before = text[block.start : block.start + gap.start()]
        start = block.start + gap.end()
        if ends_sentence(before):
            break
        end = dateline(text, start, block.end)
        if (
            end is not None
            and words(before) >= 4
            and re.search(r"[(/]", text[start:end])
            and _shouted(text, start, end)
        ):
            yield Zone("headline", block.start, block.start + gap.start())
            yield from opened(text, Block(start, block.end), colon=False)
            return
    yield from opened(text, block, colon=False)


def closed(text: str, body: Zone) -> Iterator[Zone]:
    """The last paragraph, with a credit or end mark that is glued to it as zones of their own."""
    end, tail = body.end, list[Zone]()
    while (found := _closing(text, body.start, end)) is not None:
        tail.append(found)
        end = body.start + len(text[body.start : found.start].rstrip())
    yield Zone("body", body.start, end)
    yield from reversed(tail)


def _closing(text: str, start: int, end: int) -> Zone | None:
    reach = max(start, end - _TAIL_REACH)
    for kind, form in _CLOSINGS:
        match = form.search(text[reach:end])
        if match is None or not (before := text[start : reach + match.start()].rstrip()):
            continue
        if ends_sentence(before) or (kind == "furniture" and match.group().startswith(("(", "["))):
            return Zone(kind, reach + match.start(), end)
    return None


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the dateline's place is in capitals; in mixed case the headline's last words would join it."""
    place = re.match(r"[^\W\d_]+", text[start:end])
    return place is not None and place.group().isupper() and len(place.group()) > 1


def _past_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index
