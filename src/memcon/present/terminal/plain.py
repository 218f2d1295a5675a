"""Text from outside, made harmless for a terminal: strings in, strings out.

A terminal obeys control characters, so that a report could recolour, retitle or overwrite what is shown, and a
bidirectional override could reverse it. Such characters are shown instead: C0 controls by their Unicode pictures
(`␛`), the others by their number (`⟨U+202E⟩`). Everything else passes unchanged, other scripts included.
"""

import re

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 but newline, DEL, C1, directional embeddings, overrides and isolates, lone surrogates, tag characters
_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def plain(text: str) -> str:
    """The text with line ends as newlines, tabs as spaces and everything that commands a terminal made visible."""
    return _COMMANDS.sub(_shown, _LINE_END.sub("\n", text).replace("\t", "    "))


def one_line(text: str) -> str:
    """The same on one line, white space collapsed: for titles, names and paths."""
    return " ".join(plain(text).split())


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
