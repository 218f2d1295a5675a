"""The words of `core/terms/zones.toml`, compiled: which whole lines are something other than body."""

import re
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
def pattern(template: str) -> re.Pattern[str]:
    """A case-insensitive pattern in which `{word}` stands for a list of the vocabulary."""
    return _compiled(template, flags=re.IGNORECASE)


def bared(line: str) -> str:
    """The line with white space collapsed and Markdown's marks at its ends removed."""
    collapsed = " ".join(line.split())
    bare = collapsed.lstrip("#> ")
    if not bare.startswith("* "):  # a bullet is no emphasis
        bare = bare.strip("*_ ")
    return bare or collapsed


def _compiled(template: str, *, flags: int) -> re.Pattern[str]:
    words = dict(terms("zones")["words"])
    words["agency"] = [*map(re.escape, agency_names()), *words["agencies"]]
    filled = re.sub(r"\{([a-z]+)\}", lambda name: "|".join(words[name.group(1)]), template)
    return re.compile(filled, flags)
