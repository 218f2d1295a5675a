"""Where accounts differ, on the terminal: the gravest first, with both readings, who has them, and what to make of it.

What one account merely leaves out stands below, in a line each. A severity is said in a word beside its number, so that
nothing is said by colour alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.discrepancy import Discrepancy, Reading
from memcon.core.entry import Entry
from memcon.core.ids import EntryId, FamilyId
from memcon.core.record import Record
from memcon.present.cited import witness_names
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, did_you_mean, family_names, short_ids, shortened
from memcon.record import aspect, title, verdict
from memcon.record.told import listed

GRAVE, NOTABLE = 0.6, 0.3  # severities from which a difference is called so: thirds of the scale, rounded
_TITLE = 120  # code points of an entry's title


def disagreements_view(
    found: Sequence[Discrepancy], *, record: Record, everything: bool = False, near: Sequence[str] = ()
) -> RenderableType:
    """Each difference with its entry, the readings in the reports' words, and the comparison.

    Args:
        everything: Differences that are none once normalised are among them.
        near: Names like the one that was asked for and that nobody has.
    """
    if not found:
        return Text(_none(record, everything=everything) + did_you_mean(near))
    entries, ids = {entry.id: entry for entry in record.entries}, short_ids(entry.id for entry in record.entries)
    names = family_names(record.families, record.documents)
    parts: list[RenderableType] = [Text(_summary(found))]
    for one in found:
        if one.type != "omission":
            parts += ["", _heading(one, entries[one.entry], ids), *_told(one, names)]
    parts += _one_sided([one for one in found if one.type == "omission"], entries, ids, names)
    return Group(*parts)


def severity_words(severity: float) -> str:
    """`grave`, `notable` or `slight`."""
    return "grave" if severity >= GRAVE else "notable" if severity >= NOTABLE else "slight"


def readings_table(one: Discrepancy, names: Mapping[FamilyId, str]) -> RenderableType:
    """A row for each reading: its words, and who has them.

    Args:
        names: What each family is called.
    """
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=3)
    table.add_column(ratio=2)
    for reading in one.readings:
        words = Text(one_line(reading.value), style=style.QUOTED) if reading.value else Text("says nothing of it")
        table.add_row(words, Text(_families(reading, names), style=style.FAINT))
    return table


def verdict_text(one: Discrepancy) -> Text:
    """What a careful reader concludes, the comparison, and by what mechanism it probably came about."""
    text = Text(one.verdict.replace("-", " "), style=style.WARNING if one.listed else style.GOOD)
    return text.append(f": {one_line(verdict(one))}")


def _none(record: Record, *, everything: bool) -> str:
    if not record.discrepancies:
        return "No two accounts in this record differ in what can be compared."
    more = "" if everything else " Differences that are none once normalised: memcon disagreements --all."
    return f"No disagreement matches.{more}"


def _summary(found: Sequence[Discrepancy]) -> str:
    omitted = sum(one.listed and one.type == "omission" for one in found)
    differing = sum(one.listed for one in found) - omitted
    others = len(found) - differing - omitted
    told = (
        counted(differing, "disagreement") if differing else "",
        f"{counted(omitted, 'matter')} raised by one side only" if omitted else "",
        f"{counted(others, 'difference')} that {'is' if others == 1 else 'are'} none once normalised" if others else "",
    )
    order = ", the gravest first" if len(found) > 1 else ""
    return f"{listed(list(filter(None, told)))}{order}."


def _one_sided(
    found: Sequence[Discrepancy],
    entries: Mapping[EntryId, Entry],
    ids: Mapping[str, str],
    names: Mapping[FamilyId, str],
) -> Iterator[RenderableType]:
    """What one account tells and another leaves out, by whose accounts they are."""
    groups: dict[tuple[str, str], list[Discrepancy]] = {}
    for one in found:
        told, silent = (
            ", ".join(_families(reading, names) for reading in one.readings if bool(reading.value) == says)
            for says in (True, False)
        )
        groups.setdefault((told, silent), []).append(one)
    for (told, silent), group in groups.items():
        yield ""
        yield Text.assemble(("Raised by one side only", style.SECTION), f"  {told}; nothing of it from {silent}")
        for one in group:
            what = shortened(one_line(title(entries[one.entry])), length=_TITLE)
            yield Padding(Text.assemble(what, (f"  {ids[one.entry]}", style.FAINT)), (0, 0, 0, 2))


def _families(reading: Reading, names: Mapping[FamilyId, str]) -> str:
    return ", ".join(witness_names(reading.support, names))


def _heading(one: Discrepancy, entry: Entry, ids: Mapping[str, str]) -> Text:
    name, what = aspect(one.slot), shortened(one_line(title(entry)), length=_TITLE)
    return Text.assemble(
        (f"{name[:1].upper()}{name[1:]}", style.SECTION), f"  {what}", (f"  {ids[entry.id]}", style.FAINT)
    )


def _told(one: Discrepancy, names: Mapping[FamilyId, str]) -> Iterator[RenderableType]:
    yield Padding(readings_table(one, names), (0, 0, 0, 2))
    yield Padding(verdict_text(one), (0, 0, 0, 2))
    severity = f"{severity_words(one.severity)} ({one.severity:.2f}): {one_line(one.reason)}"
    yield Padding(Text(f"{one.type} · {severity}", style=style.FAINT), (0, 0, 0, 2))
