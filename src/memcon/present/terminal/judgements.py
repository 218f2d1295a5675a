"""What people decided: what, about which document, who, why, when, and whether it still holds."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.document import Document
from memcon.core.judgement import Judgement
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line


def judgements_view(judgements: Sequence[Judgement], *, documents: Mapping[str, Document]) -> RenderableType:
    """Every decision in the order it was made; one sentence if there is none."""
    if not judgements:
        return Text("Nobody has decided anything about this record yet.")
    return Group(*(part for judgement in judgements for part in _judgement(judgement, documents)))


def _judgement(judgement: Judgement, documents: Mapping[str, Document]) -> tuple[RenderableType, RenderableType]:
    document = documents.get(judgement.left)
    heading = Text(f"{judgement.kind}  ", style=style.FAINT if judgement.undone_at else style.WARNING)
    heading.append(one_line(document.title if document else judgement.left), style=style.SPEAKER)
    parts = (judgement.left, judgement.at, judgement.who, judgement.why)
    below = " · ".join(one_line(part) for part in parts if part)
    if judgement.undone_at:
        below += f" · undone {judgement.undone_at}"
    return heading, Padding(Text(below), (0, 0, 0, 4))
