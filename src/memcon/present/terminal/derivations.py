"""All derivations: for each report what it was made from, how sure that is, and every reason in numbers and words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.derivation import Derivation, DerivationKind
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote, Record
from memcon.present.lookup import likelihood
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, day, short_ids

FROM: dict[DerivationKind, str] = {
    "copy": "copied from",
    "abridgement": "cut from",
    "rewrite": "rewritten from",
    "translation": "translated from",
    "readout": "made from the same readout as",
    "credit": "credited to",
    "update": "a later version of",
}


def derivations_view(derivations: Sequence[Derivation], *, record: Record) -> RenderableType:
    """Each report that was made from another, and beneath it one paragraph for each derivation."""
    if not record.documents:
        return Text("There is no report in this record yet. Add some: memcon add FILES…")
    if not derivations:
        return Text("No report was found to be made from another. That is not proof that none was.")
    notes = {note.id: note for note in record.documents}
    ids = short_ids(notes)
    parts: list[RenderableType] = [Text(_summary(derivations))]
    for child, group in groupby(_by_publication(derivations, notes), key=lambda made: made.child):
        parts += ["", named(notes[child], ids).append(f"\n{one_line(notes[child].title)}", style=style.FAINT)]
        parts += (Padding(reasoned(made, source(made, notes, ids)), (0, 0, 0, 2)) for made in group)
    return Group(*parts)


def _by_publication(derivations: Iterable[Derivation], notes: Mapping[DocumentId, DocumentNote]) -> list[Derivation]:
    """Those of the report published first, the likeliest of them first; undated reports last."""

    def order(made: Derivation) -> tuple[bool, str, DocumentId]:
        published = notes[made.child].published
        return published is None, str(published or ""), made.child

    return sorted(sorted(derivations, key=likelihood), key=order)


def named(note: DocumentNote, ids: Mapping[str, str]) -> Text:
    """A report as a heading: outlet, date and short id."""
    text = Text(one_line(note.outlet or "outlet unknown"), style=style.TITLE)
    return text.append(f"  {day(note.published)}  {ids[note.id]}", style="not bold dim")


def source(made: Derivation, notes: Mapping[DocumentId, DocumentNote], ids: Mapping[str, str]) -> Text:
    """What a report was made from: another of the record, or the name of an origin that is not in it."""
    if made.parent is not None:
        return named(notes[made.parent], ids)
    text = Text(one_line(made.origin or "an origin nobody names"), style=style.TITLE)
    return text.append("  not in the record", style="not bold dim")


def reasoned(made: Derivation, other: Text, how: str = "") -> RenderableType:
    """A derivation with the `other` end of it, its score, and what the score rests on.

    Args:
        how: In what words the other end is joined; without it, those in which a parent is.
    """
    line = Text(how or FROM[made.kind], style=style.CUE).append(" ").append_text(other)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(ratio=1, style=style.FAINT)
    for feature in made.features:
        table.add_row(one_line(feature.name), f"{feature.value:g}", one_line(feature.detail))
    return Group(line, Padding(Text(", ".join(_facts(made))), (0, 0, 0, 2)), Padding(table, (0, 0, 0, 2)))


def _facts(made: Derivation) -> Iterator[str]:
    yield "certain" if made.certain else "possible"
    yield f"score {made.score:.2f}"
    if made.parent is not None:
        determined = made.direction == "determined"
        yield "direction determined" if determined else "direction undetermined: either may be the parent"
        yield counted(len(made.passages), "aligned passage")


def _summary(derivations: Iterable[Derivation]) -> str:
    known = list(derivations)
    certain, outside = sum(made.certain for made in known), sum(made.parent is None for made in known)
    absent = f" {outside:,} from an origin that is not in the record." if outside else ""
    return f"{counted(len(known), 'derivation')}: {certain:,} certain, {len(known) - certain:,} possible.{absent}"
