"""Where a paragraph's dateline ends: `BRENNA (NWA) —`, `Brenna, Kelmora —`, `BRENNA, May 4 (NWA) --`, `BRENNA: `.

Found by form, not by a list of places. A form that could open an ordinary sentence (a capitalised word and a dash) is
only taken when something else speaks for it: capitals throughout, an agency in brackets, a country, a date.
"""

import re

from memcon.ingest.zones.vocabulary import pattern

_REACH = 160  # code points; the longest dateline seen, with two cities, a date and an agency, has 70
_UPPER = r"(?:(?:[A-Z][A-Z’'.-]+|St\.|U\.[NSK]\.)(?:[ /][A-Z][A-Z’'.-]+){0,4})"
_TITLE = r"(?:[A-Z][\w’'.-]+(?:[ /-](?:[A-Z][\w’'.-]+|of|the|de|la|el|al)){0,4})"
_REGION = r"(?:, ?(?:[A-Z][\w.’'-]+)(?: (?:of |the )?[A-Z][\w.’'-]+){0,3})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )"
_DATE = rf"(?:[,.]? ?\(?{_WEEKDAY}?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?\)?)"
_AGENCY = r"(?:[.,]?\s?(?:\((?![a-z])[^()\n]{2,40}\)|\(dpa\)|/[A-Z][\w .-]{1,30}/))"
_DASH = r"(?:\s*[*_]*\s*(?:[—–―]|--+|-(?=[\s*_]|[A-Z“\"‘]))[*_]*)"
_BROAD_DASH = r"(?:[*_]*(?:\s+[*_]*(?:[—–―]|--+|-)|(?:[—―]|--+))[*_]*)"  # not the one inside U.S.–Sorvane

_FORMS = (
    rf"{_UPPER}{_REGION}?{_DATE}?{_AGENCY}(?:{_DASH}|[*_]*\s*:|\.(?=\s)|[*_]*(?=\s+[A-Z“\"‘]))",
    rf"{_TITLE}{_REGION}?{_DATE}?{_AGENCY}(?:{_DASH}|[*_]*\s*:|\.(?=\s))",
    rf"{_UPPER}{_REGION}?{_DATE}?{_BROAD_DASH}",
    rf"{_UPPER}{_REGION}?{_DATE}[*_]*\s*:",
    rf"{_TITLE}{_REGION}?{_DATE}{_BROAD_DASH}",
    rf"{_TITLE}{_REGION}{_BROAD_DASH}",
    rf"{_AGENCY}(?:\s*{_UPPER}{_REGION}?{_DATE}?)?{_DASH}",
)
_DATELINE = re.compile(rf"[*_]{{0,3}}(?:{'|'.join(_FORMS)})(?=\s*[\w“\"‘'(\[«])")
_COLON = re.compile(rf"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+)?{_REGION}?:(?=\s+[A-Z“\"‘])")
_OWN_LINE = re.compile(rf"(?:{_UPPER}|{_TITLE}){_REGION}?,? ?{_DATE}[.:]?")
_NO_PLACE = r"[*_]{0,3}(?:{nowhere})"


def dateline(text: str, start: int, end: int, *, colon: bool = False) -> int | None:
    """One past the dateline that opens text[start:end], or None.

    Args:
        colon: Whether `BRENNA: ` may be one; in a transcript such a word is a speaker.
    """
    reach = text[start : min(end, start + _REACH)]
    if pattern(_NO_PLACE, case=True).match(reach):
        return None
    match = _DATELINE.match(reach) or (_COLON.match(reach) if colon else None)
    return start + len(match.group().rstrip()) if match else None


def is_dateline(line: str) -> bool:
    """Whether a whole line is a place and a date, as heads of readouts are."""
    return (
        len(line) < _REACH
        and pattern(_NO_PLACE, case=True).match(line) is None
        and _OWN_LINE.fullmatch(line.strip("*_ ")) is not None
    )
