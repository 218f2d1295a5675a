"""The ship or aircraft that a clause names: "the trawler Curlew", "the Curlew, a Lorvian trawler".

In: the words of a clause. Out: names. What sorts of craft there are is vocabulary (`with_words` of `air-sea` in
`core/terms/acts/incident.toml`).
"""

import re
from functools import cache

from memcon.core.calendar_names import WEEKDAYS
from memcon.core.terms import terms


def crafts(clause: str) -> frozenset[str]:
    """The names, in small letters."""
    named = (match[1] or match[2] for match in _named().finditer(" ".join(clause.split())))
    return frozenset(name.casefold() for name in named) - _days()


@cache
def _days() -> frozenset[str]:
    """Names that are no craft's: "the frigate, Monday's guest"."""
    return frozenset((*map(str.casefold, WEEKDAYS), *terms("times")["words"]["month"]))


@cache
def _named() -> re.Pattern[str]:
    sorts = terms("acts/incident")["predicate"]
    nouns = {word for one in sorts if one["type"] == "air-sea" for word in one.get("with_words", ())}
    noun = "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word)))
    name = r"[A-Z][\w-]+(?: [A-Z][\w-]+)?"
    return re.compile(rf"\b(?:{noun}) [“\"‘']?({name})|\b({name})[”\"’']?, an? (?:[\w-]+ ){{0,3}}(?:{noun})\b")
