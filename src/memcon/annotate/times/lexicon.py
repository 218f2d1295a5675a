"""The words of time: what class each word of a sentence has in the vocabulary `core/terms/times.toml`.

In: words with their parts of speech. Out: a `Node` for each word or phrase that the rules can use, and one without
values for every other word, so that nodes and words stay in step.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.core.calendar_names import holiday_words, period_words
from memcon.core.terms import terms
from memcon.core.timezones import zone_of_words

_WORDY = frozenset(
    {"may", "march", "sat", "sun", "mar", "dec", "second", "seconds", "fall", "spring", "springs", "min"}
)
"""Words that are also verbs or other nouns; only as nouns, names or numbers are they time."""
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_DIGITS = re.compile(
    r"(?P<clock>([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?)|(?P<ordinal>\d{1,3})(?:st|nd|rd|th)"
    r"|(?P<decade>(?:1\d|20)?\d0)s|(?P<slashed>(\d{1,4})[/.](\d{1,2})[/.](\d{2,4}))"
    r"|(?P<years>(?:1[5-9]|20)\d\d)/(?P<until>\d{2})|(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6})(?P<part>\.\d+)?",
    re.ASCII,
)
_LETTERED = re.compile(r"(?P<kind>FY|Q|H)(?P<number>\d{1,4})|(?P<hour>\d{1,2})h(?P<minute>\d{2})?", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_MINUTE = re.compile(r"h([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Node:
    """A word, a phrase or what a rule made of several.

    Attributes:
        start, end: Numbers of its words, half-open.
        values: What it may be, by class or kind, with what it means as that; empty for words that tell no time.
        rule: The rule that made it; empty for words.
    """

    start: int
    end: int
    values: Mapping[str, Any]
    rule: str = ""


NOTHING: Mapping[str, Any] = {}
THING: Mapping[str, Any] = {"thing": None}
"""Of a noun or number that tells no time."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases with their classes; `firsts` says how long the phrases are that begin with a word."""

    words: Mapping[str, Mapping[str, Any]]
    phrases: Mapping[tuple[str, ...], Mapping[str, Any]]
    firsts: Mapping[str, tuple[int, ...]]
    capitals: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The vocabulary, by word."""
    listed = terms("times")
    single: dict[str, dict[str, Any]] = {}
    several: dict[tuple[str, ...], dict[str, Any]] = {}

    def enter(words: str, name: str, value: Any) -> None:
        parts = tuple(words.split())
        if len(parts) == 1:
            single.setdefault(words, {})[name] = value
        else:
            several.setdefault(parts, {})[name] = value

    for name, value in listed["words"].items():
        for words in value:
            enter(words, name, value[words] if isinstance(value, dict) else words)
    for phrase, holiday in holiday_words().items():
        enter(" ".join(phrase), "holiday", holiday)
    for phrase, stretch in period_words().items():
        enter(" ".join(phrase), "period", stretch)
    for table in ("abbreviation", "named"):
        for entry in terms("timezones")[table]:
            for words in entry["words"]:
                enter(folded_words(words), "zone", words)
    firsts: dict[str, set[int]] = {}
    for parts in several:
        firsts.setdefault(parts[0], set()).add(len(parts))
    capitals = {
        word
        for name in listed["capitals"]["classes"]
        for word in listed["words"][name]
    }  # fmt: skip
    return Lexicon(
        single,
        several,
        {word: tuple(sorted(found, reverse=True)) for word, found in firsts.items()},
        frozenset(capitals),
    )


@cache
def _telling() -> tuple[frozenset[str], Mapping[str, tuple[frozenset[str], ...]]]:
    """The words that alone may tell a time; and by their longest word, the phrases that do."""
    glue = set(terms("times")["glue"]["classes"])
    known = lexicon()
    phrases: dict[str, list[frozenset[str]]] = {}
    for phrase, values in known.phrases.items():
        if set(values) - glue:
            phrases.setdefault(max(phrase, key=len), []).append(frozenset(phrase))
    single = frozenset(word for word, values in known.words.items() if set(values) - glue)
    return single, {word: tuple(found) for word, found in phrases.items()}


def tells_time(lower: Sequence[str]) -> bool:
    """Whether a sentence may tell a time: it has a digit, a word of time, or all words of a phrase of time.

    Most sentences do not, and are not looked at further.
    """
    words = {word[:-1] if word[-1] == "." else word for word in lower}
    single, phrases = _telling()
    if not single.isdisjoint(words) or _DIGIT.search("".join(words)):
        return True
    return any(phrase <= words for word in words & phrases.keys() for phrase in phrases[word])


def nodes(forms: Sequence[str], upos: Sequence[str], first: int) -> list[Node]:
    """A node for each word or phrase of a sentence, in order.

    Args:
        forms: The words as printed.
        upos: Their parts of speech; empty for words that tell no time here, whatever the vocabulary says.
        first: The number of the first in its text.
    """
    known = lexicon()
    folded = [_folded(form) for form in forms]
    has_time = "time" in folded
    made: list[Node] = []
    n = 0
    while n < len(forms):
        phrase = _phrase(known, folded, n)
        if phrase and not _named(forms[n : n + phrase[0]], phrase[1]):
            phrase = None
        if phrase is None and has_time:
            phrase = _place_time(forms, folded, n)
        width, values = phrase or (1, _values(known, forms, folded, upos, n))
        made.append(Node(first + n, first + n + width, values))
        n += width
    return made


def _folded(form: str) -> str:
    word = form.casefold().replace("’", "'")
    return word[:-1] if len(word) > 2 and word.endswith(".") else word


def _named(forms: Sequence[str], values: Mapping[str, Any]) -> bool:
    """Whether a phrase may be what it looks like: names of holidays and periods have a capital or a digit."""
    return not {"holiday", "period"} & set(values) or any(form[0].isupper() or form[0].isdigit() for form in forms)


def folded_words(words: str) -> str:
    """A phrase as the vocabulary is looked up: small letters, no points at the ends of words."""
    return " ".join(map(_folded, words.split()))


def _place_time(forms: Sequence[str], folded: Sequence[str], n: int) -> tuple[int, Mapping[str, Any]] | None:
    """“Oslo time”, “New York time”."""
    for width in (2, 3):
        words = forms[n : n + width]
        if folded[n + width - 1 : n + width] == ["time"] and words[0][0].isupper() and zone_of_words(" ".join(words)):
            return width, {"zone": " ".join(words)}
    return None


def _phrase(known: Lexicon, folded: Sequence[str], n: int) -> tuple[int, Mapping[str, Any]] | None:
    for width in known.firsts.get(folded[n], ()):
        phrase = tuple(folded[n : n + width])  # which is shorter at the end of a sentence
        if phrase in known.phrases:
            return len(phrase), known.phrases[phrase]
    return None


def _values(
    known: Lexicon, forms: Sequence[str], folded: Sequence[str], upos: Sequence[str], n: int
) -> Mapping[str, Any]:
    form, word = forms[n], folded[n]
    if not upos[n]:
        return THING
    if form[0].isdigit():
        return _digits(folded, n)
    values = known.words.get(word)
    if values is None:
        if match := _LETTERED.fullmatch(form):
            return _lettered(match)
        if match := _MINUTE.fullmatch(form):
            return {"h_minute": int(match[1])}
        return THING if upos[n] in {"NOUN", "SYM", "NUM", "PROPN"} else NOTHING
    if word in _WORDY and form.isupper() and word not in {"may", "march"}:
        return NOTHING  # "SAT", "SUN"
    if not _named((form,), values):
        return NOTHING
    if word in known.capitals and not form[0].isupper():
        values = {name: value for name, value in values.items() if name not in terms("times")["capitals"]["classes"]}
    if word in _WORDY and upos[n] not in _NAMING and not _beside_number(forms, n):
        return NOTHING
    return values


def _beside_number(forms: Sequence[str], n: int) -> bool:
    """Whether a number of a day or year stands beside a month's name: "5 may", "May 5"."""
    beside = (forms[m] for m in (n - 1, n + 1) if 0 <= m < len(forms))
    return forms[n][0].isupper() and any(one[0].isdigit() for one in beside)


def _digits(folded: Sequence[str], n: int) -> Mapping[str, Any]:
    """What a word that begins with a digit may be."""
    match = _DIGITS.fullmatch(folded[n])
    if match is None:
        lettered = _LETTERED.fullmatch(folded[n])
        return _lettered(lettered) if lettered else THING
    if match["clock"]:
        hour, minute = match["clock"].replace(".", ":").split(":")[:2]
        values: dict[str, Any] = {"clock": (int(hour), int(minute))}
        if "." in match["clock"]:
            values = {"point_clock": values["clock"], "number": float(".".join(match["clock"].split(".")[:2]))}
        return values
    if match["ordinal"]:
        return {"ordinal": int(match["ordinal"])}
    if match["decade"]:
        return {"decade": int(match["decade"])}
    if match["slashed"]:
        return {"slashed": tuple(re.split(r"[/.]", match["slashed"]))}
    if match["years"]:
        return {"years": (int(match["years"]), int(match["until"]))}
    digits = match["number"]
    number = float(digits.replace(",", "") + (match["part"] or ""))
    values = {"number": number}
    if digits.isdigit() and not match["part"]:
        values["digits"] = digits
    if len(digits) == 4 and "digits" in values:
        if _is_year(folded, n, int(digits)):
            values["year"] = int(digits)
        values["four"] = int(digits)
    return values


def _is_year(folded: Sequence[str], n: int, number: int) -> bool:
    """Whether nothing beside four digits shows that they count or number something."""
    beside = terms("times")["years"]
    before, after = folded[n - 1] if n else "", folded[n + 1] if n + 1 < len(folded) else ""
    return 1000 <= number < 2200 and before not in beside["before"] and after not in beside["after"]


def _lettered(match: re.Match[str]) -> Mapping[str, Any]:
    """“FY2031”, “Q3”, “H1”, “16h30”."""
    if match["hour"]:
        return {"clock": (int(match["hour"]), int(match["minute"] or 0))} if int(match["hour"]) <= 24 else THING
    number = int(match["number"])
    if match["kind"] == "FY":
        return {"fiscal_year": 2000 + number if number < 100 else number}
    limit = 4 if match["kind"] == "Q" else 2
    return {"quarter" if match["kind"] == "Q" else "half_year": number} if 1 <= number <= limit else THING


def sentences(tree_sentences: Sequence[int]) -> Iterator[range]:
    """The words of each sentence, by their numbers."""
    start = 0
    for n in range(1, len(tree_sentences) + 1):
        if n == len(tree_sentences) or tree_sentences[n] != tree_sentences[start]:
            yield range(start, n)
            start = n
