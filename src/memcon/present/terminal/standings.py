"""Statuses and support as short as a table needs them: core values in, texts out."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.text import Text

from memcon.core.entry import Support
from memcon.present.statuses import Standing, Tone, rank
from memcon.present.terminal import style

_COLOURS: Mapping[Tone, str] = {"so": "", "open": style.CUE, "maybe": style.WARNING, "off": style.BAD}


def standing_text(one: Standing) -> Text:
    """`● held`."""
    return Text(str(one), style=_COLOURS[one.tone])


def counts(standings: Iterable[Standing]) -> str:
    """How many there are of each: `8 held, 3 planned, 1 cancelled`."""
    found = Counter(standings)
    return ", ".join(f"{found[one]:,} {one.word}" for one in sorted(found, key=rank))


def support_text(support: Support, families: int) -> Text:
    """`2 of 5`, `1–2 of 5`: how many independent families tell it, of all there are."""
    told = str(support.most) if support.least == support.most else f"{support.least}–{support.most}"
    return Text(f"{told} of {families}", style=style.GOOD if support.least > 1 else style.WARNING)
