"""A page written down with its zones: one line per block, each part after the kind it should get.

    headline Lake talks end without a word
    dateline BRENNA (NWA) — ‖ body The ministers met on Tuesday.

Parts of one block are separated by ‖ and joined by a space; an empty line stays an empty line.
"""

from textwrap import dedent

from memcon.ingest.zones import partition


def text_and_zones(notation: str) -> tuple[str, list[tuple[str, str]]]:
    """The page's text, and the zones it should be cut into."""
    lines, zones = [], list[tuple[str, str]]()
    for line in dedent(notation).strip("\n").split("\n"):
        parts = [tuple(part.strip().split(maxsplit=1)) for part in line.split("‖") if part.strip()]
        zones += [(kind, words) for kind, words in parts]
        lines.append(" ".join(words for _, words in parts))
    return "\n".join(lines), zones


def zones_of(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    """The zones that a text is cut into, each with its words."""
    return [(zone.kind, text[zone.start : zone.end]) for zone in partition(text, title=title)]


def check(notation: str, *, title: str | None = None) -> None:
    """Fail unless the page is cut as written."""
    text, expected = text_and_zones(notation)
    assert zones_of(text, title=title) == expected
