"""The timeline of a page, laid out from a brief's moments.

In go moments and the numbers of the page's passages; out come two pictures of the best supported of them, and a list of
all. The cut is by independent families, then by reports, so that what is left to the list alone is what fewest tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.brief import Moment
from memcon.core.dates import PartialDate
from memcon.core.entry import EntryKind
from memcon.core.ids import DocumentId
from memcon.present.html import words
from memcon.present.html.lettering import harmless
from memcon.present.html.timeline.across import across
from memcon.present.html.timeline.down import down
from memcon.present.html.timeline.pieces import Picture, Shown, Style
from memcon.present.html.timeline.scale import extent
from memcon.present.lookup import telling
from memcon.present.statuses import Tone

DRAWN = 60  # moments: as many as fit a screen in the wide picture, and three of a phone's
TITLE = 320  # code points of a title in the list
_STYLES: dict[Style, str] = {
    "held": "happened",
    "planned": "planned",
    "tentative": "possible",
    "off": "put off, called off, refused or denied",
    "said": "said",
}
_HAPPENS: frozenset[EntryKind] = frozenset({"occurrence", "engagement", "incident", "measure"})
"""Kinds that are themselves in time; of the others it is the asking, promising or freezing that took place."""
_TONES: dict[Tone, Style] = {"so": "held", "open": "planned", "maybe": "tentative", "off": "off"}


@dataclass(frozen=True, slots=True)
class Told:
    """Where one family tells it: the family's origin, the report and the number of the passage."""

    origin: str | None
    report: DocumentId
    passage: int


@dataclass(frozen=True, slots=True)
class Row:
    """One moment in the list.

    Attributes:
        style: Whether it happened, was said, is planned, possible or not to be.
        what: The same in words, with the kind where that is not plain: `happened`, `request, declined`.
        told: One passage for each family; never empty.
    """

    moment: Moment
    title: str
    style: Style
    what: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page shows of it.

    Attributes:
        pictures: The same moments drawn for a wide column and for a phone.
        rows: All moments.
        left: How many of them are not drawn.
        end: When the latest report was published.
        summary: What the pictures show, in sentences.
    """

    pictures: tuple[Picture, ...]
    rows: tuple[Row, ...]
    left: int
    end: PartialDate | None
    summary: str


def timeline(moments: Sequence[Moment], passages: Mapping[Anchor, int], *, end: PartialDate | None) -> Timeline | None:
    """The timeline of these moments; None if no passage of any is on the page.

    Args:
        moments: In the order of time.
        passages: The number of each passage that the page can show.
        end: When the latest report was published.
    """
    rows = tuple(row for moment in moments if (row := _row(moment, passages)).told)
    if not rows:
        return None
    drawn = [_shown(row) for row in sorted(rows, key=_rank)[:DRAWN]]
    drawn.sort(key=lambda one: (one.extent, one.passage, one.words))
    last = Shown(extent(end.day), "held", "", "", 1, 0) if end else None
    return Timeline(
        pictures=(across(drawn, end=last), down(drawn, end=last)),
        rows=rows,
        left=len(rows) - len(drawn),
        end=end,
        summary=_summary(rows, len(drawn), end),
    )


def when(moment: Moment) -> str:
    """Its date in words, or the first and the last."""
    first = words.date(moment.date)
    return f"{first} – {words.date(moment.end)}" if moment.end else first


def _row(moment: Moment, passages: Mapping[Anchor, int]) -> Row:
    told = (Told(origin, anchor.document, passages[anchor]) for origin, anchor in telling(moment) if anchor in passages)
    style = _style(moment)
    return Row(moment, words.shortened(moment.title, TITLE), style, _what(moment, style), tuple(told))


def _style(moment: Moment) -> Style:
    if moment.status is None:
        return "said"
    if moment.kind in _HAPPENS:
        return _TONES[words.standing(moment.status).tone]
    return "planned" if moment.status == "scheduled" else "held"


def _what(moment: Moment, style: Style) -> str:
    if moment.status is None or moment.status in {"held", "planned", "tentative"}:
        return _STYLES[style]
    word = words.standing(moment.status).word
    return word if moment.kind == "engagement" else f"{moment.kind}, {word}"


def _rank(row: Row) -> tuple[int, int, int, str, str]:
    support = row.moment.support
    return -support.least, -support.most, -support.documents, row.moment.date.iso, row.moment.entry


def _shown(row: Row) -> Shown:
    moment, title = row.moment, harmless(row.moment.title)
    told = f"{when(moment)}, {row.what}: {title} ({words.badge(moment.support)})"
    return Shown(
        extent(moment.date, moment.end), row.style, title, told, max(moment.support.least, 1), row.told[0].passage
    )


def _summary(rows: Sequence[Row], drawn: int, end: PartialDate | None) -> str:
    counts = [(sum(row.style == style for row in rows), what) for style, what in _STYLES.items()]
    first, last = rows[0].moment, rows[-1].moment
    shown = "" if drawn == len(rows) else f" The {drawn} best supported are drawn."
    ends = f" The reports end on {words.date(end.day)}." if end else ""
    kinds = ", ".join(f"{count} {what}" for count, what in counts if count)
    reach = f"from {words.date(first.date)} to {words.date(last.end or last.date)}"
    return f"{words.counted(len(rows), 'moment', 'moments')} {reach}: {kinds}.{ends}{shown} They are listed below."
