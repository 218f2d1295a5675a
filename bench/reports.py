"""What is measured with: reports in JSON Lines, real ones where there are any, else invented ones.

The invented ones are the same in every run. Like a real collection they come in stories, each told by four outlets:
the agency's own text, a copy with another headline, an abridgement, and an account in other words with its own quotes.
"""

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

REAL = Path("readouts") / "diplomatic.jsonl"

_STATES = ("Varn", "Ostrel", "Quillane", "Mereth", "Tolvia", "Sorrow Isles", "Kesh", "Aldermark")
_TITLES = ("Foreign Secretary", "Deputy Premier", "Ambassador", "Trade Minister", "Defence Minister", "Chancellor")
_FIRST = ("Tomas", "Ilse", "Radu", "Mirel", "Anneke", "Joram", "Petra", "Silvan", "Oda", "Kaspar")
_ENDS = ("in", "ek", "ost", "ara", "well", "and", "ier", "um", "ovic", "ane")
_CUES = ("said", "told reporters", "stressed", "warned", "added")
_WORDS = 6_000  # different ones; about as many as a thousand readouts use twice
_PARAGRAPHS = 7


def write_reports(file: Path, count: int, *, data: Path | None = None) -> str:
    """Write that many reports, one a line, and say what they are; fewer if the real collection is smaller.

    Args:
        data: A folder that may hold `readouts/diplomatic.jsonl`.
    """
    real = data is not None and (data / REAL).is_file()
    rows = _real(data / REAL) if data is not None and real else invented()
    with file.open("w", encoding="utf-8") as lines:
        for row in islice(rows, count):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return "published readouts of one government" if real else "invented reports"


def write_pages(reports: Path, folder: Path, count: int) -> None:
    """Write the first reports as HTML pages, with the furniture that pages have."""
    folder.mkdir()
    with reports.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, count)):
            (folder / f"{number:05}.html").write_text(_page(json.loads(line)), encoding="utf-8")


def invented() -> Iterator[dict[str, str]]:
    """Reports without end."""
    chance = random.Random(20310504)  # noqa: S311 -- variety, not secrecy
    words = [_word(chance) for _ in range(_WORDS)]
    while True:
        yield from _story(chance, words)


def _story(chance: random.Random, words: list[str]) -> Iterator[dict[str, str]]:
    state, other = chance.sample(_STATES, 2)
    speakers = [_person(chance, where) for where in (state, other)]
    day = f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    told = [_paragraph(chance, words, speakers) for _ in range(_PARAGRAPHS)]
    again = [_paragraph(chance, words, speakers) for _ in range(_PARAGRAPHS)]
    dateline = f"{state.upper()} (NWA) - "
    for outlet, paragraphs in (
        ("Northern Wire", [dateline + told[0], *told[1:]]),
        ("Harbour Post", [*told[:-1], _paragraph(chance, words, speakers)]),
        ("Evening Ledger", [dateline + told[0], *told[2:5]]),
        ("Border Courier", again),
    ):
        headline = f"{state} and {other} {_sentence(chance, words, 5)}"
        yield {"title": headline, "text": "\n\n".join(paragraphs), "published": day, "outlet": outlet}


def _paragraph(chance: random.Random, words: list[str], speakers: list[str]) -> str:
    plain = [_sentence(chance, words, chance.randint(10, 26)) + "." for _ in range(2)]
    quoted = f"“{_sentence(chance, words, chance.randint(8, 20))},” {chance.choice(speakers)} {chance.choice(_CUES)}."
    return " ".join((*plain, quoted) if chance.random() < 0.6 else plain)


def _sentence(chance: random.Random, words: list[str], length: int) -> str:
    # Low ranks come often, high ones seldom, as in any language.
    chosen = [words[int(len(words) * chance.random() ** 3)] for _ in range(length)]
    return " ".join(chosen).capitalize()


def _person(chance: random.Random, state: str) -> str:
    surname = _word(chance).capitalize() + chance.choice(_ENDS)
    return f"{state}'s {chance.choice(_TITLES)} {chance.choice(_FIRST)} {surname}"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))


def _page(report: dict[str, str]) -> str:
    links = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("world", "trade", "sport", "more"))
    body = "".join(f"<p>{part}</p>\n" for part in report["text"].split("\n") if part.strip())
    return (
        f'<!doctype html><html lang="en"><head><title>{report["title"]}</title>'
        f'<meta property="article:published_time" content="{report["published"]}"><style>p {{margin: 1em}}</style>'
        f"</head><body><nav><ul>{links}</ul></nav><article><h1>{report['title']}</h1>\n{body}</article>"
        f"<aside><h2>Most read</h2><ul>{links}</ul></aside><footer>All rights reserved.</footer></body></html>"
    )


def _real(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield {"title": row["title"], "text": row["text"], "published": row["date"]}
