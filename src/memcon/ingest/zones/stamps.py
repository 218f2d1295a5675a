"""Lines that say when a report was published or updated, and the dates to be inferred from a text.

A date is inferred only from where a publisher puts one: a line that consists of it, or a dateline. Never from body
text, and never from a caption, whose date is the picture's.
"""

from collections.abc import Iterator, Sequence

from memcon.core.document import Field, Metadatum, Zone
from memcon.ingest.dates import written_dates
from memcon.ingest.zones.page import ends_sentence
from memcon.ingest.zones.vocabulary import bared, pattern

_LONGEST = 160
_LABEL = r"\b(?:(?P<updated>{updated})|{published})\b"
_OPENING = (
    r"\W{0,3}(?:(?:first|last|originally|article|story) )?(?:published|posted|updated?|modified|publication date|date)"
    r"\b(?: on| at)?\W{0,4}(?:[A-Z][a-z]{2,8},? )?"
)
_BESIDE = r"(?:{published}|{updated}|{dated}|\W|_)*"


def is_stamp(line: str) -> bool:
    """Whether the line consists of dates, their labels and the time it takes to read the report."""
    if len(line) > _LONGEST:
        return False
    dates = list(written_dates(line, 0, len(line)))
    return bool(dates) and pattern(_BESIDE).fullmatch(_without(line, dates)) is not None


def is_labelled_stamp(line: str) -> bool:
    """Whether the line opens with "Published" or "Updated" and a date; that is a stamp wherever it stands."""
    if len(line) > _LONGEST or ends_sentence(line) or (label := pattern(_OPENING).match(line)) is None:
        return False
    return any(start == label.end() for _, start, _ in written_dates(line, 0, len(line)))


def inferred(text: str, zones: Sequence[Zone]) -> Iterator[Metadatum]:
    """Publication and update dates that the text states, with their places."""
    first = next((index for index, zone in enumerate(zones) if zone.kind == "body"), len(zones))
    for index, zone in enumerate(zones):
        line = bared(text[zone.start : min(zone.end, zone.start + 2 * _LONGEST)])
        stamped = zone.kind == "furniture" and (is_stamp(line) or is_labelled_stamp(line))
        if stamped or (zone.kind in {"dateline", "byline"} and index <= first):
            yield from _dated(text, zone)


def _dated(text: str, zone: Zone) -> Iterator[Metadatum]:
    for date, start, end in written_dates(text, zone.start, zone.end):
        labels = list(pattern(_LABEL).finditer(text, zone.start, start))
        field: Field = "updated" if labels and labels[-1]["updated"] else "published"
        yield Metadatum(field, str(date), "text", start, end)


def _without(line: str, dates: Sequence[tuple[object, int, int]]) -> str:
    kept, position = "", 0
    for _, start, end in dates:
        kept += line[position:start] + " "
        position = end
    return kept + line[position:]
