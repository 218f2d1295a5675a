"""How wide words are before any browser has set them, and words cut to a width.

A page cannot ask for the font it will be read in, so widths are those of DejaVu Sans, the widest that readers are
likely to have; in any other the words take less room than was kept for them.
"""

import unicodedata

_EMS = {
    char: em
    for chars, em in (("ijlI'|", 0.29), (" ,.:;", 0.33), ("()[]frt-/!‘’", 0.42), ("ckvxyzs?", 0.59), ("wm%W@—…", 1.0))
    for char in chars
}
_READ = 400  # code points of a title that are looked at; no label is as long
_JOINERS = frozenset("\u200c\u200d")


def harmless(title: str) -> str:
    """The beginning of a title on one line, without controls, marks that turn the direction, and the like."""
    kept = (char for char in title[:_READ] if char in _JOINERS or char.isspace() or not _commands(char))
    return " ".join("".join(kept).split()) or "…"


def width(words: str, size: float) -> float:
    """About how many units the words take in a font of that size, rather more than less."""
    return size * sum(map(_em, words))


def fitted(words: str, room: float, size: float) -> str:
    """The words, or as many of them as the room holds with an ellipsis; at least the ellipsis."""
    if width(words, size) <= room:
        return words
    left, kept = room - size * _em("…"), 0
    for char in words:
        left -= size * _em(char)
        if left < 0:
            break
        kept += 1
    head = words[:kept]
    whole = head if words[kept : kept + 1] == " " else head.rpartition(" ")[0] or head
    return f"{whole.rstrip(' ,;:–—-')}…"


def wrapped(words: str, room: float, size: float) -> tuple[str, ...]:
    """The words in one line, or in two; what two lines do not hold is left out with an ellipsis."""
    if width(words, size) <= room:
        return (words,)
    first, rest = "", words.split(" ")
    while rest and width(f"{first} {rest[0]}".strip(), size) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    return (first, fitted(" ".join(rest), room, size)) if first else (fitted(words, room, size),)


def _commands(char: str) -> bool:
    return unicodedata.category(char).startswith("C")


def _em(char: str) -> float:
    if char in _EMS:
        return _EMS[char]
    if unicodedata.combining(char) or char in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.1
    return 0.76 if char.isupper() else 0.64
