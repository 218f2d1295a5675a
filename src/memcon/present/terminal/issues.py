"""The vocabulary of issues on the terminal: a line for each, with its terms below it."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.issues import Issue
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted


def issues_view(issues: Sequence[Issue]) -> RenderableType:
    """Each issue by name, label and IPTC media topic; below it the words that show it."""
    parts: list[RenderableType] = [
        Text(f"{counted(len(issues), 'issue')}; `--issue NAME` of other commands takes one.")
    ]
    for issue in issues:
        head = Text.assemble((one_line(issue.name), style.TITLE), f"  {one_line(issue.label)}")
        if issue.iptc:
            head.append(f"  {one_line(issue.iptc)}", style=style.FAINT)
        parts += ["", head, Padding(Text(", ".join(map(one_line, issue.terms))), (0, 0, 0, 2))]
    return Group(*parts)
