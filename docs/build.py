"""Writes the reference pages that are made from the program itself: commands, JSON answers, vocabularies, settings.

    python docs/build.py            write the pages of docs/reference
    python docs/build.py --check    exit with 1 if they are not what would be written

In come click's help, the JSON Schemas that memcon ships and its vocabularies; a test fails while the pages on disk
differ. The other pages are written by people, and docs/outputs.py runs their examples.
"""

import html
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from memcon.core.act import KINDS
from memcon.core.marks import Marked, marked
from memcon.core.terms import terms
from memcon.core.terms.acts import STATUSES, TYPES
from memcon.present.cli import program
from memcon.present.schema import names, schema
from memcon.present.statuses import standing

REFERENCE = Path(__file__).resolve().parent / "reference"
WIDTH = 80
SHOWN = 8  # words of a type or a status
WITHOUT_METHOD = ("issues", "evaluate", "schema", "doctor")  # they need no record file
ACTS = {  # whose twin is one method for all
    "engagements": ("engagement",),
    "requests": ("request",),
    "commitments": ("commitment",),
    "channels": ("channel",),
    "positions": ("position",),
    "incidents": ("incident", "measure"),
}
VOCABULARIES = sorted(
    file.name.removesuffix(".toml") for file in files("memcon.core.terms").iterdir() if file.name.endswith(".toml")
)
SETTINGS = {  # what each environment variable does, in sentences
    "MEMCON_RECORD": (
        "The record file, where `--record` is not given.",
        "Neither given, it is `memcon.db` in the current folder.",
    ),
    "MEMCON_DATA": (
        "The folder of test data that `memcon evaluate` reads, where `--data` is not given.",
        "Its folder `readouts` is what the suite `speed` reads; the suite `language` reads the corpora beside it.",
    ),
    "MEMCON_GOLD": ("The folder of reports with records made by hand, where `memcon evaluate` is given no `--gold`.",),
    "MEMCON_ISSUES": (
        "A file of issues to look for, instead of those that memcon ships in `core/terms/issues.toml`.",
        "The head of that file says how one is written; when it changes, the documents of a record are read again.",
    ),
    "MEMCON_DEBUG": ("If it is not empty, a bug in memcon ends with Python's own traceback instead of one sentence.",),
    "COLUMNS": ("The width of tables and briefs; without it the terminal's, and 80 where there is no terminal.",),
    "NO_COLOR": ("If it is set, nothing is coloured, as <https://no-color.org> asks.",),
}


def pages() -> dict[Path, str]:
    """Each generated page and what belongs into it."""
    return {
        REFERENCE / "cli.md": "\n".join(command_page()) + "\n",
        REFERENCE / "json.md": "\n".join(json_page()) + "\n",
        REFERENCE / "acts.md": "\n".join(acts_page()) + "\n",
        REFERENCE / "terms.md": "\n".join(terms_page()) + "\n",
        REFERENCE / "settings.md": "\n".join(settings_page()) + "\n",
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
            kinds = ", ".join(f'"{kind}"' for kind in ACTS.get(name, ()))
            yield from ("", f"In Python: `RecordFile.{method(name)}{f'({kinds})' if kinds else ''}`.")


def method(command: str) -> str:
    """The name of the method that does what a command does."""
    return "acts" if command in ACTS else command


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


def acts_page() -> Iterator[str]:
    """What kinds of acts there are: types with their codes, statuses, words that tell them, and examples."""
    yield from (
        "# Kinds of acts",
        "",
        "This page is made by `docs/build.py` from the vocabularies in `src/memcon/core/terms/acts/`.",
        "",
        "[What happened between parties](../explanation/acts.md) says what the kinds are and how they are found.",
        "PLOVER and CAMEO are the codes of political event data; where words of one type have several, all are listed.",
        "The words are the first of many.",
        "Every example is invented; what is bold tells an act or has a role in it, as what is small behind it says.",
    )
    described = schema("show")["$defs"]
    for kind in KINDS:
        vocabulary = terms(f"acts/{kind}")
        about = described[kind]["description"] if kind in described else "Something that one side imposes on another."
        told = (", ".join(f"`{word}`" for word in _words(vocabulary, status=one)) or "–" for one in STATUSES[kind])
        yield from ("", f"## {kind}", "", about, "", "| type | told by | PLOVER | CAMEO |", "|---|---|---|---|")
        yield from (
            _type_row(one, [row for row in vocabulary["predicate"] if row["type"] == one]) for one in TYPES[kind]
        )
        yield from ("", "| status | shown as | words that tell it |", "|---|---|---|")
        yield from (f"| `{one}` | {standing(one)} | {words} |" for one, words in zip(STATUSES[kind], told, strict=True))
        yield from ("", *_examples(vocabulary["examples"], label="", valued=True))


def _type_row(name: str, predicates: Sequence[Mapping[str, Any]]) -> str:
    words = [
        next(iter((*one.get("verbs", ()), *one.get("nouns", ()), *one.get("adjectives", ())))) for one in predicates
    ]
    plover = dict.fromkeys(one["plover"] for one in predicates if one.get("plover"))
    cameo = dict.fromkeys(one["cameo"] for one in predicates if one.get("cameo"))
    told = ", ".join(f"`{word}`" for word in list(dict.fromkeys(words))[:SHOWN])
    return f"| `{name}` | {told or '–'} | {', '.join(sorted(plover)) or '–'} | {', '.join(sorted(cameo)) or '–'} |"


def _words(vocabulary: Mapping[str, Any], *, status: str) -> list[str]:
    tables = [one for one in vocabulary.get("status", ()) if one["status"] == status]
    listed = (one.get(key, ()) for one in tables for key in ("verbs", "nouns", "adjectives", "phrases"))
    return list(dict.fromkeys(word for words in listed for word in words[: SHOWN // 2]))[:SHOWN]


def terms_page() -> Iterator[str]:
    """What each vocabulary holds, with the examples that test it."""
    yield from (
        "# Vocabularies",
        "",
        "This page is made by `docs/build.py` from the vocabularies that memcon ships.",
        "",
        "What words mean is data, in `src/memcon/core/terms/`; a change there needs no code.",
        "Every example is invented, and is a test: what is bold must be found, as what stands small behind it.",
        "[Method](../explanation/method.md) says which stage reads which vocabulary.",
    )
    for name in VOCABULARIES:
        source = files("memcon.core.terms").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        yield from ("", f"## {name}", "", _prose(source.split("\n\n")[0].split("\n#\n")[0]))
        for key, value in terms(name).items():
            tables = [value] if isinstance(value, dict) else [item for item in value if isinstance(item, dict)]
            if key != "examples":
                yield from ("", f"### {name}: {key}", "", *_above(source, key), _holds(value))
            shown = list(_examples(value if key == "examples" else (), label=""))
            for table in tables:
                shown += _examples(table.get("examples", ()), label=_label(table))
                alike = (*table.get("body", ()), *table.get("sound", ()))
                shown += _examples(alike, label=f"{_label(table)}, and this is not one")
            yield from ("", *shown) if shown else ()


def settings_page() -> Iterator[str]:
    """The environment variables."""
    yield from (
        "# Settings",
        "",
        "This page is made by `docs/build.py`.",
        "",
        "memcon has no configuration file.",
        "What it needs is said by [options](cli.md), and some of it may be said once, by environment variables.",
        "An option wins over its variable.",
    )
    for name, sentences in SETTINGS.items():
        yield from ("", f"## {name}", "", *sentences)


def _prose(comment: str) -> str:
    """What a comment says, as one paragraph."""
    prose = " ".join(line.lstrip("# ").strip() for line in comment.splitlines() if line.startswith("#"))
    return html.escape(prose, quote=False)


def _above(source: str, key: str) -> Iterator[str]:
    """What the comment directly above an entry says of it."""
    lines = source.splitlines()
    place = next(n for n, line in enumerate(lines) if re.match(rf"(?:\[+{key}\]+|{key} =)", line))
    start = place
    while start and lines[start - 1].startswith("# ") and "----" not in lines[start - 1]:
        start -= 1
    if 0 < start < place:  # a comment that opens the file is about all of it
        yield _prose("\n".join(lines[start:place]))


def _holds(value: Sequence[Any] | Mapping[str, Any]) -> str:
    """How much there is of something, in a sentence."""
    if isinstance(value, Mapping):
        if not any(isinstance(words, (list, Mapping)) for words in value.values()):
            return f"It holds {len(value)} words, each with its value."
        lists = (f"{len(words)} `{key}`" for key, words in value.items() if key != "examples")
        return f"It holds {', '.join(lists)}."
    if value and isinstance(value[0], dict):
        words = sum(len(item.get("words", item.get("forms", ()))) for item in value)
        entries = "one entry" if len(value) == 1 else f"{len(value)} entries"
        return f"It holds {entries}{f' with {words} words' if words else ''}."
    return f"It holds {len(value)} words."


def _label(table: Mapping[str, Any]) -> str:
    named = [str(table[key]) for key in ("zone", "sense", "kind", "name") if key in table]
    return ": ".join(named)


def _examples(examples: Sequence[str], *, label: str, valued: bool = False) -> Iterator[str]:
    for example in examples:
        yield f"- {f'*{label}*: ' if label else ''}{_rendered(example, valued=valued)}"


def _rendered(example: str, *, valued: bool) -> str:
    """An example with what is marked in bold, and the label small behind it, with its value if that is wanted."""
    try:
        found = marked(example)
    except ValueError:  # a line of a page, in which a bracket is a bracket
        found = Marked(example, ())
    marks = [(span.start, 1, 0, "<b>") for span in found.spans]
    small = (f"{span.label} {span.value}".strip() if valued else span.label for span in found.spans)
    marks += [
        (span.end, 0, -span.start, f"</b><sub>{words}</sub>") for span, words in zip(found.spans, small, strict=True)
    ]
    text, position = "", 0
    for place, _, _, mark in sorted(marks):
        text += html.escape(found.text[position:place], quote=False) + mark
        position = place
    text += html.escape(found.text[position:], quote=False)
    return re.sub(r"([*_`\\\[\]])", r"\\\1", text).replace("\n", " ").strip()


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
