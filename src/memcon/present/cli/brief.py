"""The command `brief`: the record told, in the terminal, as a page, as Markdown, as PDF or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.present.cli.asked import documents_of
from memcon.present.cli.options import FILE, Command, json_option, opened, settings
from memcon.present.cli.output import json_text, print_text, print_view, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from memcon.core.brief import Brief
    from memcon.core.document import Document
    from memcon.core.ids import DocumentId

FORMATS = ("terminal", "md", "html", "json", "pdf")
LINES = 5  # of each section of a brief on the terminal: the whole example then fits a few screens


@click.command(cls=Command)
@json_option
@click.option(
    "--between", nargs=2, type=str, metavar="A B", help="Only what is between these two parties, by name or id."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to tell it.  [default: as the name of FILE ends, else terminal]",
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write it to this file.")
@click.option("--all", "everything", is_flag=True, help="Tell every statement, and every line on the terminal.")
def brief(
    *, as_json: bool, between: tuple[str, str] | None, form: str | None, output: Path | None, everything: bool
) -> None:
    """Tell what the record holds, and for every line who says so.

    Reports that share one origin are one family and count once, however many outlets printed them.
    """
    form = "json" if as_json else form or _by_name(output)
    if form == "pdf" and output is None:
        raise click.UsageError("A PDF goes into a file: name it with --output FILE.")
    with opened() as record_file:
        told = record_file.brief(between=between, as_of=settings().as_of, everything=everything)
        documents = documents_of(record_file)
    if form == "terminal" and output is None:
        print_view(_view(told, everything=everything))
        return
    made = _made(form, told, documents, everything=everything)
    if output is not None:
        write_file(output, made)
    elif isinstance(made, str):
        print_text(made)


def _by_name(output: Path | None) -> str:
    """The form that a file's name asks for."""
    suffix = output.suffix.lstrip(".").lower() if output else ""
    return {"htm": "html", "markdown": "md", "txt": "terminal"}.get(suffix, suffix if suffix in FORMATS else "terminal")


def _made(form: str, told: "Brief", documents: "Mapping[DocumentId, Document]", *, everything: bool) -> str | bytes:
    match form:
        case "html":
            from memcon.present.html import render_html

            return render_html(told, documents.values())
        case "pdf":
            from memcon.present.pdf import render_pdf

            return render_pdf(told, documents.values())
        case "md":
            from memcon.present.markdown import render_markdown

            return render_markdown(told)
        case "json":
            from memcon.present.answers import brief_answer

            return json_text(brief_answer(told, documents=documents))
    from memcon.present.terminal.console import drawn

    return drawn(_view(told, everything=everything))


def _view(told: "Brief", *, everything: bool) -> "RenderableType":
    from memcon.present.terminal.brief import brief_view

    return brief_view(told, most=None if everything else LINES)
