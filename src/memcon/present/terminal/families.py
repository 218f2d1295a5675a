"""The families of reports as trees: each origin, the reports that carry its story, and how each was made."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from memcon.core.derivation import Derivation, DerivationKind, Family
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import DocumentNote, Record
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, day, families_words, family_names, short_ids

MADE: dict[DerivationKind, str] = {
    "copy": "copied",
    "abridgement": "cut",
    "rewrite": "rewritten",
    "translation": "translated",
    "readout": "same readout",
    "credit": "credited",
    "update": "updated",
}


def families_view(record: Record) -> RenderableType:
    """Every family; within it a report hangs below the one it was made from."""
    if not record.families:
        return Text("There is no report in this record yet. Add some: memcon add FILES…")
    names = family_names(record.families, record.documents)
    owned = Counter(family.owner for family in record.families)
    notes = {note.id: note for note in record.documents}
    ids = short_ids(notes)
    parts: list[RenderableType] = [Text(_summary(record))]
    for family in record.families:
        tree = Tree(_heading(family, names, beside=owned[family.owner] - 1), guide_style=style.FAINT)
        _grow(tree, family, record.derivations, notes, ids)
        parts += ["", tree]
    return Group(*parts)


def _summary(record: Record) -> str:
    reports = counted(len(record.documents), "report")
    return f"{reports} in {families_words(record.families)}."


def _heading(family: Family, names: Mapping[FamilyId, str], *, beside: int) -> Text:
    """The family's name and what limits its independence.

    Args:
        beside: How many other families have its owner.
    """
    text = Text(names[family.id] if family.origin else "Origin not stated", style=style.TITLE)
    text.append(f"  {counted(len(family.documents), 'report')}, one witness", style="not bold dim")
    if not family.established:
        text.append(", unless it belongs to another family", style=f"not bold {style.WARNING}")
    if family.kin:
        kin = ", ".join(names.get(other, other) for other in family.kin)
        text.append(f"\nPerhaps the same as: {kin}.", style=f"not bold {style.WARNING}")
    if family.owner:
        text.append(f"\nPublished by {one_line(family.owner)}", style="not bold dim")
        others = f"{'is' if beside == 1 else 'are'} {counted(beside, 'other family', 'other families')}"
        text.append(f", as {others}." if beside else ".", style="not bold dim")
    return text


def _grow(
    tree: Tree,
    family: Family,
    derivations: Sequence[Derivation],
    notes: Mapping[DocumentId, DocumentNote],
    ids: Mapping[str, str],
) -> None:
    """Hang every document of the family once: below its closest parent in the family, else at the top."""
    parents = _parents(family, derivations)
    branches: dict[DocumentId, Tree] = {}
    waiting = list(family.documents)
    while waiting:  # a chain of copies may be longer than Python's stack is deep
        document = waiting[-1]
        made = parents.get(document)
        if document in branches:
            waiting.pop()
        elif made and made.parent and made.parent not in branches:
            waiting.append(made.parent)
        else:
            above = branches[made.parent] if made and made.parent else tree
            branches[document] = above.add(_leaf(notes[document], made, ids))


def _parents(family: Family, derivations: Sequence[Derivation]) -> dict[DocumentId, Derivation]:
    """For each document the derivation that covers most of it; a parent within the family before an absent one."""
    members = set(family.documents)
    parents: dict[DocumentId, Derivation] = {}
    for derivation in sorted(derivations, key=lambda made: (made.parent is not None, made.score)):
        if derivation.child in members and (derivation.parent is None or derivation.parent in members):
            parents[derivation.child] = derivation
    return parents


def _leaf(note: DocumentNote, made: Derivation | None, ids: Mapping[str, str]) -> RenderableType:
    what = Text(one_line(note.outlet or "outlet unknown")).append(f": {one_line(note.title)}")
    if made:
        what.append(f"\n{_how(made)}", style=style.CUE)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_row(ids[note.id], day(note.published), what)
    return table


def _how(made: Derivation) -> str:
    words = [MADE[made.kind]]
    if made.parent is None and made.origin:
        words = [f"credited to {one_line(made.origin)}"]
    if made.score > 0 and made.parent is not None:
        words.append(f"{made.score:.0%} shared")
    if made.direction == "undetermined" and made.parent is not None:
        words.append("either way")
    if not made.certain:
        words.append("possibly")
    return ", ".join(words)
