"""Where a document says whose reporting it is.

In: a document with zones. Out: credits in reading order, none inside another.
The patterns are data (`core/terms/credits.toml`); earlier ones win over later ones at the same place.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from memcon.core.annotation import Credit, CreditKind
from memcon.core.document import Document
from memcon.core.origins import agency_names, is_official
from memcon.core.terms import terms

_NAME = r"[A-Z][\w’'&.-]*[\w’'&](?:[ ](?:(?:of|de|van|von|and|&|the)[ ])?[A-Z][\w’'&.-]*[\w’'&]){0,4}"


class _Pattern(NamedTuple):
    kind: CreditKind
    zones: frozenset[str]
    needs: tuple[str, ...]
    regex: re.Pattern[str]


def find_credits(document: Document) -> tuple[Credit, ...]:
    """All credits of a document."""
    found: list[Credit] = []
    for zone in document.zones:
        passage = document.text[zone.start : zone.end]
        for pattern in _patterns():
            if zone.kind not in pattern.zones or not any(word in passage for word in pattern.needs):
                continue
            for match in pattern.regex.finditer(document.text, zone.start, zone.end):
                anchor = document.anchor(match.start(), match.end())
                if not any(credit.anchor.overlaps(anchor) for credit in found):
                    found.append(Credit(anchor, match.group("origin").strip(), pattern.kind))
    for credit in _own(document):
        if not any(credit.anchor.overlaps(other.anchor) for other in found):
            found.append(credit)
    return tuple(sorted(found, key=lambda credit: credit.anchor))


def _own(document: Document) -> Iterator[Credit]:
    """Where the outlet shows that it reports for itself: a letterhead, a byline, somebody who told it something."""
    outlet = document.read("outlet")
    if outlet is None:
        return
    if outlet.start is not None and outlet.end is not None and is_official(outlet.value):
        yield Credit(document.anchor(outlet.start, outlet.end), outlet.value, "issuer")
    name = re.escape(outlet.value.removeprefix("The ").removeprefix("the "))
    short = re.escape(outlet.value.split()[-1])
    told = re.compile(rf"\b(?:told|spoke\s+to|spoke\s+with|interview\s+with)\s+(?:(?:the\s+)?{name}|the\s+{short})\b")
    for zone in document.zones:
        if zone.kind == "byline":
            yield Credit(document.anchor(zone.start, zone.end), outlet.value, "own")
        elif zone.kind == "body":
            for match in told.finditer(document.text, zone.start, zone.end):
                yield Credit(document.anchor(match.start(), match.end()), outlet.value, "own")


@cache
def _patterns() -> tuple[_Pattern, ...]:
    agency = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"[ ]") for name in agency_names()) + ")"
    return tuple(
        _Pattern(
            entry["kind"],
            frozenset(entry["zones"]),
            tuple(entry.get("needs", ("",))),
            re.compile(
                entry["regex"].replace("{agency}", agency).replace("{name}", f"(?:{_NAME})"), re.VERBOSE | re.MULTILINE
            ),
        )
        for entry in terms("credits")["pattern"]
    )
