"""How a status is shown, in a terminal and on a page: a mark, a word, and what it comes to.

A status of the record in, a `Standing` out. The mark and the word together say all; a colour or a border only repeats
what the status comes to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.record.told import status_words

Tone = Literal["so", "open", "maybe", "off"]
"""What it comes to: it is so, it is still open or ahead, it may be so, or it is not or no longer so."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a status is shown.

    Attributes:
        mark: One cell wide in a terminal.
        word: As it is said to a reader.
    """

    mark: str
    word: str
    tone: Tone

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"


_SHOWN: Mapping[Tone, str] = {
    "so": "● held ● agreed ● stated ● happened ● imposed ✓ accepted ✓ done ↻ resumed = unchanged + new ‹ historical",
    "open": "○ planned ○ open ○ offered ○ scheduled ○ proposed",
    "maybe": "◌ tentative ◌ exploring ◌ alleged",
    "off": (
        "↷ postponed × cancelled × refused ¬ denied × declined ? unanswered ↶ withdrawn × lapsed ‖ frozen ⇄ reversed "
        "× lifted"
    ),
}
_STANDINGS: Mapping[str, Standing] = {
    status: Standing(mark, status_words(status), tone)
    for tone, written in _SHOWN.items()
    for mark, status in zip(written.split()[::2], written.split()[1::2], strict=True)
}

_ORDER = {one: place for place, one in enumerate(_STANDINGS.values())}


def standing(status: str) -> Standing:
    """How a status is shown; one that is not known is said as it is."""
    return _STANDINGS.get(status, Standing("·", status_words(status), "so"))


def rank(one: Standing) -> int:
    """Its place in a list of statuses: what is so first, and what is not last."""
    return _ORDER.get(one, len(_ORDER))
