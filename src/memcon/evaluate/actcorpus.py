"""Sentences whose acts are marked (`examples/acts`), read into texts and what should be found in them.

In comes a folder of files; out come `Sentence`s. The notation is explained in `examples/acts/README.md`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from memcon.core.act import KINDS, ActKind
from memcon.core.marks import Span, marked
from memcon.errors import GoldError

_HEADLINE = "= "
_CLOCK = "published:"
_ROLES = {"visitor": "participant", "host": "participant", "start": "time", "end": "time", "date": "time"}
"""Roles that are scored together, since which one a phrase fills is often anybody's view."""


@dataclass(frozen=True, slots=True)
class GoldAct:
    """An act that a careful reader marked: where its trigger stands, half-open, in code points of its sentence.

    Attributes:
        roles: By role, the stretches that fill it.
    """

    kind: ActKind
    type: str
    status: str
    start: int
    end: int
    roles: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A report of one or two sentences, or a headline."""

    file: str
    number: int
    text: str
    headline: bool
    published: str
    acts: tuple[GoldAct, ...]


def read_acts(folder: Path) -> tuple[Sentence, ...]:
    """Every sentence of the files of a folder, by name of file; empty if there is none.

    Raises:
        GoldError: A file is not in the notation.
    """
    return tuple(one for path in sorted(folder.glob("*.txt")) for one in _file(path))


def _file(path: Path) -> Iterator[Sentence]:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    published = head.strip().removeprefix(_CLOCK).strip()
    for number, line in enumerate(body.split("\n"), start=head.count("\n") + 3):
        if line.strip():
            try:
                found = marked(line.strip().removeprefix(_HEADLINE))
                acts = tuple(_acts(found.spans))
            except (ValueError, KeyError) as error:
                raise GoldError(str(path), f"line {number}: {error}") from error
            yield Sentence(path.name, number, found.text, line.startswith(_HEADLINE), published, acts)


def _acts(spans: tuple[Span, ...]) -> Iterator[GoldAct]:
    triggers = [span for span in spans if span.label in KINDS]
    for span in triggers:
        type_, status, *number = span.value.split()
        roles: dict[str, list[tuple[int, int]]] = {}
        for other in spans:
            if other.label not in get_args(ActKind) and (other.value or "1") == (number or ["1"])[0]:
                roles.setdefault(_ROLES.get(other.label, other.label), []).append((other.start, other.end))
        kept = {role: tuple(found) for role, found in roles.items()}
        yield GoldAct(cast(ActKind, span.label), type_, status, span.start, span.end, kept)
