"""Who published a report, where only its own first lines say so.

In: a text and its zones. Out: at most one reading of the outlet, with its place.

Two forms are read, above the first paragraph only. A letterhead: consecutive short lines of which one names an official
body ("REPUBLIC OF HALLIN", "MINISTRY OF TRADE"); the whole of it is the issuer, since every state has such a ministry.
And a name beside the date: alone on the line above or below it, or behind a bar on the same line.
"""

import re
from collections.abc import Iterator, Sequence

from memcon.core.document import Metadatum, Zone
from memcon.core.origins import is_official
from memcon.core.states import folded, state_names
from memcon.ingest.dates import written_dates
from memcon.ingest.zones.vocabulary import pattern

_NAME_WORDS = 5
_LETTERHEAD = 4  # lines
_OFFICE_WORDS = 8
_BAR = re.compile(r"\s*[|·•]\s*")
_REALM = re.compile(
    r"(?:(?:the )?(?:\w+ ){0,3}(?:republic|kingdom|state|states|union|federation|government) of .+)", re.IGNORECASE
)


def issuer(text: str, zones: Sequence[Zone]) -> Iterator[Metadatum]:
    """The outlet or office that the head of the report names, if it does."""
    first = next((index for index, zone in enumerate(zones) if zone.kind == "body"), len(zones))
    head = [zone for zone in zones[:first] if zone.kind in {"furniture", "credit", "byline", "dateline"}]
    found = _letterhead(text, head) or _beside_date(text, head)
    if found is not None:
        start, end = found
        yield Metadatum("outlet", ", ".join(_lines(text[start:end])), "text", start, end)


def _letterhead(text: str, head: Sequence[Zone]) -> tuple[int, int] | None:
    for index, zone in enumerate(head[:_LETTERHEAD]):
        if not is_official(_line(text, zone)) or len(_line(text, zone).split()) > _OFFICE_WORDS:
            continue
        start, end = zone.start, zone.end
        if index and _realm(_line(text, head[index - 1])):
            start = head[index - 1].start
        elif index + 1 < len(head) and _realm(_line(text, head[index + 1])):
            end = head[index + 1].end
        return start, end
    return None


def _realm(line: str) -> bool:
    """Whether a line names a state: a known one, "Republic of …", or one or two words in capitals."""
    shouted = line.isupper() and len(line.split()) <= 2 and line.replace(" ", "").isalpha()
    return folded(line) in state_names() or _REALM.fullmatch(line) is not None or shouted


def _beside_date(text: str, head: Sequence[Zone]) -> tuple[int, int] | None:
    for index, zone in enumerate(head):
        dates = list(written_dates(text, zone.start, zone.end))
        if zone.kind != "furniture" or not dates:
            continue
        position = zone.start
        for part in _BAR.split(text[zone.start : zone.end]):
            start = text.index(part, position)
            position = start + len(part)
            if part and _name(part):
                return start, position
        for beside in (head[index - 1] if index else None, head[index + 1] if index + 1 < len(head) else None):
            if beside is not None and beside.kind == "furniture" and _name(_line(text, beside)):
                return beside.start, beside.end
    return None


def _name(line: str) -> bool:
    """Whether a line is a name: a few capitalised words, no figures, no bars."""
    words = line.split()
    return (
        0 < len(words) <= _NAME_WORDS
        and not any(char.isdigit() or char in "|·•»>/:" for char in line)
        and all(word[0].isupper() or len(word) < 4 for word in words)
        and (len(words) > 1 or len(line) > 3)
        and pattern(r"(?:{page})").fullmatch(line) is None
    )


def _line(text: str, zone: Zone) -> str:
    return text[zone.start : zone.end].strip()


def _lines(passage: str) -> Iterator[str]:
    """The lines of a passage, those in capitals set as names are."""
    for line in passage.splitlines():
        if bare := " ".join(line.split()):
            yield _titled(bare) if bare.isupper() else bare


def _titled(line: str) -> str:
    small = {"of", "the", "and", "for", "de", "la"}
    words = line.lower().split()
    return " ".join(word if word in small and index else word.capitalize() for index, word in enumerate(words))
