"""Where a document says whose reporting it is.

In: a document with zones. Out: credits in reading order, none inside another.
The patterns are data (`core/terms/credits.toml`); earlier ones win over later ones at the same place.
"""

import re
from functools import cache
from typing import NamedTuple

from memcon.core.annotation import Credit, CreditKind
from memcon.core.document import Document
from memcon.core.origins import agency_names
from memcon.core.terms import terms

_NAME = r"[A-Z][\w’'&.-]+(?:[ ](?:(?:of|de|van|von|and|&|the)[ ])?[A-Z][\w’'&.-]+){0,4}"


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
    return tuple(sorted(found, key=lambda credit: credit.anchor))


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
