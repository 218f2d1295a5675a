"""A text as a back-translation leaves it: the same report through another language.

In: a body, chance, and the day it was published. Out: a body whose sentences are turned, whose verbs have become nouns
with light verbs, whose articles and prepositions are another language's, whose titles are mistranslated, and some of
whose names are spelt after another romanisation. Names, numbers and the order of paragraphs remain.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from bench.derivation import clauses
from bench.derivation.text import Body, joined, opened, sentences
from bench.derivation.thesaurus import phrase_pattern, thesaurus

_FILE = Path(__file__).with_name("translation.toml")

# How often each rule is tried on a sentence, in this order. Most sentences fit one or two of them.
_RULES: Sequence[tuple[clauses.Rule, float]] = (
    (clauses.day_first, 0.7),
    (clauses.subordinate_first, 0.5),
    (clauses.subordinate_last, 0.5),
    (clauses.speaker_first, 0.6),
    (clauses.speaker_last, 0.4),
    (clauses.passive, 0.6),
    (clauses.of_owner, 0.8),
    (clauses.pair_turned, 0.4),
    (clauses.broken, 0.5),
)
_PHRASE = 0.85  # of the phrases that have another shape in the other language
_CONTENT = 0.75  # of the content words that the thesaurus has
_SMALL = 0.45  # of the prepositions and pronouns
_ARTICLES = 0.35  # of the articles dropped
_TITLE = 0.7
_JOIN = 0.2  # of the neighbouring short sentences
_ROMANISED = 0.5  # of the names that another romanisation would spell otherwise
_SHORT = 90  # characters

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_DAY = re.compile(r"\b(?:on )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?! \()")
_DATE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?!\d)"
    r"(?:, (\d{4}))?"
)
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))? ?([ap])\.?m\b\.?")
_DROPPED = re.compile(r"\b(?:the|a|an) (?=[a-z])")
_ARTICLE = re.compile(
    r"\b(in|of|for|to|with|and|on) (?=(?:cooperation|peace|security|support|development|trade|energy|democracy"
    r"|stability|growth|talks|sanctions|assistance|progress|health|climate|efforts|relations|negotiations|prosperity|law|technology)\b)"
)
_ADJECTIVE = re.compile(
    r"\b(bilateral|economic|regional|global|nuclear|political|military|foreign|national|international) ([a-z]+)\b"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ROMANISATIONS = (
    ("skyy", "skij"), ("yy", "y"), ("iy", "y"), ("kh", "h"), ("shch", "sch"), ("sch", "sh"), ("zh", "j"), ("ck", "k"),
    ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("ts", "tz"), ("ei", "ey"), ("ov", "off"),
    ("ya", "ia"), ("yo", "io"), ("qu", "ku"), ("x", "ks"), ("th", "t"), ("w", "v"), ("j", "dj"), ("c", "k"),
)  # fmt: skip


def translate(body: Body, chance: Random, *, published: date) -> Body:
    """The body through another language and back."""
    spelt = _spellings(body, chance)
    return tuple(_paragraph(paragraph, chance, published, spelt) for paragraph in body)


def turned(sentence: str, chance: Random, rules: Sequence[tuple[clauses.Rule, float]]) -> str:
    """The sentence after the rules, each tried as often as is said beside it."""
    for rule, often in rules:
        if chance.random() < often:
            sentence = rule(sentence, chance)
    return sentence


def reworded(text: str, chance: Random, *, content: float, small: float) -> str:
    """The text with so many of its words swapped for ones that mean the same, and of its small ones for near ones."""
    book, table, before = thesaurus(), _table("small"), [""]

    def word(match: re.Match[str]) -> str:
        found, previous, before[0] = match.group(), before[0], match.group()
        if found[0].isupper() and match.start() and not text[: match.start()].rstrip(' “"').endswith((".", "?", "!")):
            return found
        if found in table:
            return chance.choice(table[found]) if chance.random() < small else found
        if book.content(found) and chance.random() < content:
            return book.swap(found, chance, before=previous, sense="right")
        return found

    return _WORD.sub(word, text)


def _paragraph(paragraph: str, chance: Random, published: date, spelt: Mapping[str, str]) -> str:
    out: list[str] = []
    for sentence in sentences(paragraph):
        new = _sentence(sentence, chance, published)
        if out and len(new) < _SHORT and len(out[-1]) < _SHORT and out[-1].endswith(".") and chance.random() < _JOIN:
            new = f"{out.pop()[:-1]}, {chance.choice(('and', 'while', 'at the same time'))} {joined(new)}"
        out.append(new)
    return _WORD.sub(lambda match: _respelt(match.group(), spelt), " ".join(out))


def _sentence(sentence: str, chance: Random, published: date) -> str:
    sentence = turned(sentence, chance, _RULES)
    sentence = _phrases(sentence, thesaurus().titles, _TITLE, chance)
    sentence = _phrases(sentence, _table("phrases"), _PHRASE, chance)
    sentence = _dated(sentence, chance, published)
    sentence = reworded(sentence, chance, content=_CONTENT, small=_SMALL)
    sentence = _ADJECTIVE.sub(
        lambda match: f"{match[2]} of {match[1]} character" if chance.random() < 0.1 else match.group(), sentence
    )
    sentence = _DROPPED.sub(lambda match: "" if chance.random() < _ARTICLES else match.group(), sentence)
    sentence = _ARTICLE.sub(lambda match: f"{match[1]} the " if chance.random() < 0.5 else match.group(), sentence)
    return opened(sentence)


def _phrases(sentence: str, table: Mapping[str, Sequence[str]], often: float, chance: Random) -> str:
    def other(match: re.Match[str]) -> str:
        return chance.choice(table[match.group()]) if chance.random() < often else match.group()

    return phrase_pattern(table).sub(other, sentence)


def _dated(sentence: str, chance: Random, published: date) -> str:
    """Weekdays with the day of the month, dates and times of day as elsewhere."""

    def numbered(match: re.Match[str]) -> str:
        day = published - timedelta(days=(published.weekday() - _WEEKDAYS.index(match[1])) % 7)
        return f"{chance.choice(('this ', 'on ', ''))}{match[1]} ({day.day})"

    def day_of(match: re.Match[str]) -> str:
        return f"{match[2]} of {match[1]}" + (f" of {match[3]}" if match[3] else "")

    def clock(match: re.Match[str]) -> str:
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return f"{hour}h{match[2] or '00'}"

    for pattern, change, often in ((_DAY, numbered, 0.7), (_DATE, day_of, 0.6), (_CLOCK, clock, 0.8)):
        if chance.random() < often:
            sentence = pattern.sub(change, sentence)
    return sentence


def _spellings(body: Body, chance: Random) -> dict[str, str]:
    """Another spelling for some of the names: the same throughout a text."""
    inside = (match.group() for one in body for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", one))
    found: dict[str, str] = {}
    for name in sorted(set(inside)):
        spelling = _romanised(name)
        if spelling != name and name not in _ENGLISH and not thesaurus().knows(name) and chance.random() < _ROMANISED:
            found[name] = spelling
    return found


def _romanised(name: str) -> str:
    for old, new in _ROMANISATIONS:
        if old in name[1:]:
            return name[0] + name[1:].replace(old, new, 1)
    return name


def _respelt(word: str, spelt: Mapping[str, str]) -> str:
    base, mark, tail = word.partition("’")
    return spelt.get(base, base) + mark + tail


@cache
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))[name]
    return {phrase: tuple(other.strip() for other in line.split(",")) for phrase, line in read.items()}


# Capitalised words that every language has a word of its own for, so that none is transliterated.
_ENGLISH = frozenset(
    "President Prime Minister Vice Secretary State States United Nations National Security Advisor European Union "
    "North South East West Middle Council House White Joint Statement Foreign Affairs Defense Defence Ministry "
    "Department Republic Kingdom Islands Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
    "February March April June July August September October November December America American Europe England "
    "English French France German Germany China Chinese Russia Russian Japan Japanese Mexico Canada Australia "
    "Ocean Pacific Atlantic Court Central Bank Church University Company Group Party Agreement Treaty Framework "
    "Initiative Partnership Deputy Director General Chief Office Administration Health World Trade Energy Climate "
    "Summit Alliance Parliament Senate Congress Democratic People Queen King Prince Crown Doctor Professor".split()
)
