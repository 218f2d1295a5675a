"""Writes the reference pages that are made from the program itself: the commands and the JSON answers.

    python docs/build.py            write docs/reference/cli.md and docs/reference/json.md
    python docs/build.py --check    exit with 1 if they are not what would be written

In come click's help and the JSON Schemas that memcon ships; a test fails while the pages on disk differ.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from memcon.present.cli import program
from memcon.present.schema import names, schema

REFERENCE = Path(__file__).resolve().parent / "reference"
WIDTH = 80
WITHOUT_METHOD = ("evaluate", "schema", "doctor")  # they need no record file


def pages() -> dict[Path, str]:
    """Each generated page and what belongs into it."""
    return {
        REFERENCE / "cli.md": "\n".join(command_page()) + "\n",
        REFERENCE / "json.md": "\n".join(json_page()) + "\n",
    }


def command_page() -> Iterator[str]:
    """The manual of the command line."""
    yield from (
        "# Commands",
        "",
        "This page is made from the program's own help by `docs/build.py`.",
        "",
        "`memcon` reads and writes one record file, `./memcon.db` unless `--record` or `$MEMCON_RECORD` names another.",
        "The options `--record`, `--as-of` and `--quiet` stand before or after the command; after it they win.",
        "Answers go to standard output, messages to standard error.",
        "What `--json` prints is described in [JSON answers](json.md).",
        "",
        "| exit code | meaning |",
        "|---|---|",
        "| 0 | done; inputs that could not be read are listed |",
        "| 1 | memcon could not do it, and says why in one line |",
        "| 2 | the command was not understood |",
        "| 130 | interrupted; what was added before is safe |",
        "| 141 | whoever read the output went away |",
        "",
        "## memcon",
        "",
        *_help("memcon", program, None),
    )
    context = click.Context(program, info_name="memcon")
    for name, command in program.commands.items():
        yield from ("", f"## memcon {name}", "", *_help(name, command, context))
        if name not in WITHOUT_METHOD:
            yield from ("", f"In Python: `RecordFile.{name}`.")


def json_page() -> Iterator[str]:
    """The manual of the JSON answers."""
    yield from (
        "# JSON answers",
        "",
        "This page is made by `docs/build.py` from the JSON Schemas that memcon ships; `memcon schema` prints them.",
        "",
        "An answer is UTF-8, indented by two spaces, its keys in this order, the same bytes wherever it goes.",
        "Later versions may add keys, and change or remove one only with an entry in the changelog.",
        "Offsets count code points of the stored text; the end is exclusive.",
    )
    pieces: dict[str, Any] = {}
    for name in names():
        described = schema(name)
        pieces |= described["$defs"]
        yield from ("", f"## {described['title']}", "", described["description"], "", *_shape(described))
    yield from ("", "## Pieces", "", "What several answers are made of.")
    for name, piece in sorted(pieces.items()):
        yield from (
            "",
            f"### {name}",
            "",
            *([piece["description"], ""] if "properties" in piece else []),
            *_shape(piece),
        )


def _help(name: str, command: click.Command, parent: click.Context | None) -> tuple[str, ...]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH, **program.context_settings)
    return "```text", command.get_help(context), "```"


def _shape(described: dict[str, Any]) -> Iterator[str]:
    """What a value looks like: a table of its keys, or a sentence."""
    match described:
        case {"type": "array", "items": {"properties": _} as item}:
            yield from ("A list; each item:", "", *_keys(item))
        case {"properties": _}:
            yield from _keys(described)
        case {"anyOf": choices}:
            yield f"Either {' or '.join(_kind(choice) for choice in choices)}."
        case {"type": "array"}:
            yield f"A {_kind(described)}."
        case _:
            yield f"{_kind(described)}: {described['description']}"


def _keys(described: dict[str, Any], above: str = "") -> Iterator[str]:
    if not above:
        yield from ("| key | value | meaning |", "|---|---|---|")
    for key, value in described["properties"].items():
        yield f"| `{above}{key}` | {_kind(value)} | {value.get('description', '')} |"
        for place, nested in _nested(value):
            yield from _keys(nested, above=f"{above}{key}{place}")
    if isinstance(rest := described.get("additionalProperties"), dict):
        yield f"| *any name* | {_kind(rest)} | {rest.get('description', '')} |"


def _nested(value: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Objects described in place, which have no heading of their own."""
    if "properties" in value:
        yield ".", value
    for choice in value.get("anyOf", ()):
        yield from _nested(choice)
    if isinstance(items := value.get("items"), dict) and "properties" in items:
        yield "[].", items


def _kind(value: dict[str, Any]) -> str:
    match value:
        case {"$ref": str(reference)}:
            piece = reference.removeprefix("#/$defs/")
            return f"[{piece}](#{piece})"
        case {"anyOf": choices}:
            return " or ".join(_kind(choice) for choice in choices)
        case {"enum": choices}:
            return ", ".join(f"`{choice}`" for choice in choices)
        case {"prefixItems": choices}:
            return f"list of {len(choices)} {_kind(choices[0])}s"
        case {"type": "array", "items": dict(items)}:
            return f"list of {_kind(items)}"
        case {"type": list(types)}:
            return " or ".join(types)
        case {"additionalProperties": dict(rest)}:
            return f"object of {_kind(rest)}"
    return str(value["type"])


def main() -> int:
    """Write the pages, or with `--check` name those that differ."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is not what docs/build.py writes; run: python docs/build.py")
        return 1 if stale else 0
    REFERENCE.mkdir(exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
