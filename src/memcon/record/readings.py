"""What the reports say of one aspect, equal values together."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from memcon.core.anchor import Anchor
from memcon.core.derivation import Origins
from memcon.core.entry import Claim
from memcon.core.ids import DocumentId
from memcon.core.times import Interval
from memcon.record.clocks import Dated, clocks
from memcon.record.support import ordered, support

_WORD = re.compile(r"[^\W_]+")


class Readings:
    """Gathers the readings of one slot."""

    def __init__(self) -> None:
        self._printed: dict[str, Counter[str]] = defaultdict(Counter)
        self._anchors: dict[str, set[Anchor]] = defaultdict(set)
        self._happened: dict[str, list[Interval]] = defaultdict(list)
        self._said: dict[str, list[Interval]] = defaultdict(list)

    def add(
        self,
        value: str,
        normalised: str,
        *anchors: Anchor,
        happened: Interval | None = None,
        said: Interval | None = None,
    ) -> None:
        """One report's reading, with when it tells that it happened and was said."""
        self._printed[normalised][value] += 1
        self._anchors[normalised].update(anchors)
        self._happened[normalised] += [happened] if happened else []
        self._said[normalised] += [said] if said else []

    def claims(self, dates: Mapping[DocumentId, Dated], origins: Origins) -> tuple[Claim, ...]:
        """One claim per value, as most reports print it.

        The best supported come first; then what a sound report tells, what most print, and what is longest.
        """

        def rank(one: Claim) -> tuple[object, ...]:
            sound = any(dates[anchor.document].sound for anchor in one.anchors)
            return -one.support.least, not sound, -one.support.documents, -len(one.value), one.normalised

        return tuple(sorted((self._claim(value, dates, origins) for value in self._printed), key=rank))

    def _claim(self, normalised: str, dates: Mapping[DocumentId, Dated], origins: Origins) -> Claim:
        printed = self._printed[normalised]
        anchors = ordered(self._anchors[normalised])
        return Claim(
            value=min(printed, key=lambda value: (-printed[value], -len(value), value)),
            normalised=normalised,
            anchors=anchors,
            support=support(anchors, origins),
            clocks=clocks(
                (dates[one] for one in {anchor.document for anchor in anchors}),
                happened=self._happened[normalised],
                said=self._said[normalised],
            ),
        )


def words(text: str) -> str:
    """A passage on one line."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """What wordings that differ only in marks and case have in common."""
    return " ".join(_WORD.findall(text.casefold()))
