"""The words of `core/terms/zones.toml`, compiled: which whole lines are something other than body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from memcon.core.document import ZoneKind
from memcon.core.origins import agency_names
from memcon.core.terms import terms

Where = Literal["front", "end", "anywhere"]

_LONGEST = 700  # code points; the longest line any pattern allows, so that a paragraph costs nothing


@dataclass(frozen=True, slots=True)
class Term:
    """One kind of line.

    Attributes:
        examples: Lines it matches.
        body: Lines that look alike and are body.
    """

    zone: ZoneKind
    name: str
    where: Where
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    body: tuple[str, ...]


@cache
def kinds() -> tuple[Term, ...]:
    """Every kind of line, in the order of the file."""
    return tuple(
        Term(
            zone=line["zone"],
            name=line["name"],
            where=line["where"],
            pattern=_compiled(line["pattern"], flags=0 if line.get("case") else re.IGNORECASE),
            examples=tuple(line["examples"]),
            body=tuple(line.get("body", ())),
        )
        for line in terms("zones")["line"]
    )


def term(line: str, *places: Where) -> Term | None:
    """The first kind that this line is, among those that occur in these places; None if it may be body."""
    if len(line) > _LONGEST:
        return None
    bare = bared(line)
    return next((term for term in kinds() if term.where in places and term.pattern.fullmatch(bare)), None)


@cache
def pattern(template: str, *, case: bool = False) -> re.Pattern[str]:
    """A pattern in which `{word}` stands for a list of the vocabulary, or for the words of a sign.

    Args:
        case: Whether capitals are others than small letters.
    """
    return _compiled(template, flags=0 if case else re.IGNORECASE)


def bared(line: str) -> str:
    """The line with white space collapsed and Markdown's marks at its ends removed."""
    collapsed = " ".join(line.split())
    bare = collapsed.lstrip("#> ")
    if not bare.startswith("* "):  # a bullet is no emphasis
        bare = bare.strip("*_ ")
    return bare or collapsed


def _compiled(template: str, *, flags: int) -> re.Pattern[str]:
    filled = re.sub(r"\{([a-z]+)\}", lambda name: _alternatives()[name.group(1)], template)
    return re.compile(filled, flags)


@cache
def _alternatives() -> Mapping[str, str]:
    """The lists and signs of the vocabulary, each as the inside of a group."""
    words = {**terms("zones")["words"], **{sign["name"]: sign["words"] for sign in terms("zones")["sign"]}}
    words["agency"] = [*map(re.escape, agency_names()), *words["agencies"]]
    return {name: "|".join(some) for name, some in words.items()}
