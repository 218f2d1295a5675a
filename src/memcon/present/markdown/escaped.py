"""Text from outside, made harmless in Markdown: strings in, strings out.

What a report says must be only text: no link, picture, heading, table, HTML or mention may come of it. CommonMark lets
any mark of punctuation be escaped by a backslash; so are those that mean something here, and what would make a link of
a bare address (GitHub's extension). Control characters and directional overrides are shown, as on the terminal.
"""

import re

from memcon.present.terminal.plain import one_line

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$]")
_LINKS = re.compile(r"(?<=[a-z])(:)(?=//)|(?<=www)(\.)|(@)", re.IGNORECASE)
_OPENS = re.compile(r"^([#+=:-]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """The text on one line, to stand anywhere in a paragraph, a list or a table."""
    harmless = _MARKS.sub(r"\\\g<0>", one_line(text))
    harmless = _LINKS.sub(r"\\\g<0>", harmless)
    return _OPENS.sub(_opened, harmless)


def _opened(match: re.Match[str]) -> str:
    """What would open a heading or a list where it stands first."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
