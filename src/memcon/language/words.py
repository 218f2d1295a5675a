"""Words as Universal Dependencies cuts English: “don't” is two, so is “Marn's”, and “well-known” is three.

In: a text and a range. Out: half-open ranges of words in reading order; every character that is neither white space
nor invisible lies in one.
"""

import re
from collections.abc import Iterator

LONGEST = 120
"""Characters. A longer run is an address or noise, and whoever reads words does better to leave it out."""

_SHORT = (
    "Mr Mrs Ms Dr Gen Sen Rep Gov Lt Col Sgt Capt Prof St Jr Sr vs etc Inc Corp Co Ltd Jan Feb Mar Apr Jun Jul Aug Sep "
    "Sept Oct Nov Dec Mt Ft Rev Hon Maj Adm Cpl Pvt Messrs Mme Mlle"
).split()
_LETTER = r"[\w\u00ad\u200c\u200d\u0300-\u036f]|[’'](?=[^\W\d_]{3}|[A-Z])"  # an apostrophe as in O'Brien
_ENDING = r"[’'](?i:s|re|ve|ll|d|m)\b"
_NOT = r"(?i:n[’']t)\b"
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]{{1,110}}(?<![.,;:!?)\]'’])      # an address
    | [\w.+-]{{1,60}}@[\w-]{{1,40}}(?:\.[\w-]{{1,20}}){{1,4}}
    | [@\#]\w{{1,60}}
    | (?:[^\W\d_]\.){{2,8}}                                         # U.S., p.m.
    | (?:{"|".join(_SHORT)})\.(?=\s) | Nos?\.(?=\s?\d)
    | [A-Z]\.(?=\s[^\W\d_])                                        # an initial
    | \d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?          # 1,000 4:34 10/12 21st 1990s
    | {_NOT} | {_ENDING}
    | (?i:can(?=not\b) | gon(?=na\b) | wan(?=na\b))
    | [^\W_](?:{_LETTER})*?(?={_ENDING}|{_NOT}|(?!{_LETTER}))
    | \.{{2,}} | -{{2,}} | ([!?*=_~+<>])\1*
    | \S
    """,
    re.VERBOSE,
)
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0f\ufe0e\u202a\u202b\u202c\u202d\u202e")


def word_ranges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each word of `text[start:end]` begins and ends."""
    for match in _WORD.finditer(text, start, end):
        if match.group() in _INVISIBLE:
            continue
        yield match.span()
