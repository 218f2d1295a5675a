"""Whom a line cites, as far as anybody reads it: a few reports of a few families, and how many more there are.

All of them are in the record, and in every `--json`.
"""

from collections.abc import Iterable, Iterator, Mapping

from memcon.core.entry import Support, Witness
from memcon.core.ids import FamilyId
from memcon.present.terminal.plain import one_line

_REPORTS = 8
_FAMILIES = 6


def references(numbers: Iterable[int]) -> str:
    """The numbers of reports: `[2, 5]`, `[1, 2, 3, 4, 5, 6, 7, 8 and 1,985 more]`."""
    found = sorted(set(numbers))
    shown, more = found[:_REPORTS], len(found) - _REPORTS
    return f"[{', '.join(map(str, shown))}{f' and {more:,} more' if more > 0 else ''}]"


def witnesses(support: Support) -> tuple[tuple[Witness, ...], int]:
    """The families to name, those with the most reports where there are many, in their order; and how many are left."""
    ranked = sorted(support.by, key=lambda one: -len({anchor.document for anchor in one.anchors}))[:_FAMILIES]
    return tuple(one for one in support.by if one in ranked), len(support.by) - len(ranked)


def witness_names(support: Support, names: Mapping[FamilyId, str]) -> Iterator[str]:
    """The same families by name, and how many more."""
    named, more = witnesses(support)
    yield from (names.get(one.family) or one_line(one.origin or "origin not stated") for one in named)
    if more:
        yield f"and {more:,} more"
