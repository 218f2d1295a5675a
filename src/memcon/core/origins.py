"""One name for one origin, however a credit prints it.

"AP", "The Associated Press" and "apnews" are one agency. A foreign-language or regional edition ("Reuters Canada")
belongs to the house whose name it begins with, since it may print the same story.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache

from memcon.core.terms import terms

_PRINTED = 1 << 14  # names that are kept as read: a few hundred outlets print thousands of reports
_NOISE = re.compile(r"^(?:the|news\s+agency|agency)\s+|^[\s.,;:|/)(\[\]\"“”-]+|[\s.,;:|/)(\[\]\"“”-]+$", re.IGNORECASE)

_PARTS = re.compile(r"\s*(?:[,/|()–—]|\band\b|\bwith\b|\bby\b|\s-\s)\s*", re.IGNORECASE)


@cache
def _known() -> dict[str, str]:
    """Printed forms, folded, each with its agency's name; forms that two agencies share are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for agency in terms("agencies")["agency"]:
        forms = [agency["name"], *agency.get("short", ())]
        forms += [part for domain in agency.get("domains", ()) for part in (domain, domain.partition(".")[0])]
        for form in forms:
            found[_key(form)].add(agency["name"])
    return {form: min(names) for form, names in found.items() if len(names) == 1}


@cache
def agency_names() -> tuple[str, ...]:
    """Printed names of the known agencies that are no ordinary words, the longest first."""
    names = {
        name
        for agency in terms("agencies")["agency"]
        for name in (agency["name"], *agency.get("short", ()))
        if name not in agency.get("ambiguous", ())
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(_PRINTED)
def origin_name(printed: str) -> str:
    """The origin's usual name; a name nobody knows is returned as printed, without the signs around it."""
    bare = printed.strip()
    while (shorter := _NOISE.sub("", bare).strip()) != bare:
        bare = shorter
    known, key = _known(), _key(bare)
    if key in known:
        return known[key]
    first = bare.partition(" ")[0]
    if len(first) > 2 and first.isupper() and _key(first) in known:
        return known[_key(first)]
    return bare


def agency_in(byline: str) -> str | None:
    """The agency that a byline names after, beside or instead of a person: `Ilka Brandt, Reuters`, `AP Staff`."""
    parts = (re.sub(r"\s+(?:staff|writers?|agencies)$", "", part, flags=re.IGNORECASE) for part in _PARTS.split(byline))
    return next((_known()[_key(part)] for part in parts if _key(part) in _known()), None)


@lru_cache(_PRINTED)
def is_official(publisher: str) -> bool:
    """Whether a publisher's name is that of a government's office."""
    lowered = f" {publisher.casefold().replace('’', chr(39))} "
    return any(re.search(rf"\b{word}\b", lowered) for word in terms("roles")["official"]["words"])


def _key(form: str) -> str:
    return re.sub(r"[\s.]+", " ", form.casefold()).strip().removeprefix("the ")
