"""WordNet's files, and the tables of a synonym-spinner made of them: for a word as written, what may take its place.

No sense is told from another and no part of speech either, since a spinner tells none: “bill” is an invoice and a beak,
“may” is a hawthorn. A substitute is inflected as the word is.

Source:
    Miller 1995, WordNet; version 3.0 as Debian's `wordnet-base` lays it out, described in its manual page wndb(5).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path("/usr/share/wordnet")

_PARTS = {"noun": ("@",), "verb": ("@",), "adj": ("&",), "adv": ()}
"""By part of speech, the pointers to what is nearly the same: the word for the wider thing, the similar adjective."""

_NEAR = 0.4  # how often such a word is taken, against a synonym's 1
_LONGER = 0.15  # and one of several words
_SPELLING = 0.85  # “organise” and “organize” are alike to .875, “defence” and “defense” to .857
_VOWELS = "aeiou"


class Substitute(NamedTuple):
    """Words in place of one, in small letters but for names, and how often they are taken."""

    words: tuple[str, ...]
    weight: float


class Synset(NamedTuple):
    """Words of one sense, as WordNet writes them, and its pointers: their symbols, and the synsets they lead to."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str], ...]

    def pointed(self, *symbols: str) -> tuple[str, ...]:
        """The offsets that pointers of these sorts lead to."""
        return tuple(offset for symbol, offset in self.pointers if symbol in symbols)


def synsets(path: Path) -> dict[str, Synset]:
    """The synsets of a data file by offset, in the order of the file."""
    made = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        cells = line.partition(" | ")[0].split(" ")
        end = 4 + 2 * int(cells[3], 16)
        pointers = list(zip(cells[end + 1 :: 4], cells[end + 2 :: 4], strict=False))[: int(cells[end])]
        made[cells[0]] = Synset(tuple(word.partition("(")[0] for word in cells[4:end:2]), tuple(pointers))
    return made


def exceptions(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The irregular forms of a file, each with the words it may be a form of."""
    for line in path.read_text(encoding="utf-8").splitlines():
        form, *lemmas = line.split()
        yield form, lemmas


class Thesaurus:
    """WordNet in memory, without the synsets of single persons and places: a spinner knows no such names."""

    def __init__(self, folder: Path = FOLDER) -> None:
        read = {part: synsets(folder / f"data.{part}") for part in _PARTS}
        self._synsets = {
            part: {offset: one for offset, one in found.items() if not one.pointed("@i")}
            for part, found in read.items()
        }
        self._index = {part: _index(folder / f"index.{part}") for part in _PARTS}
        self._odd: dict[str, dict[str, list[str]]] = {}
        self._forms: dict[tuple[str, str, str], str] = {}
        for part in ("noun", "verb"):
            self._odd[part] = {}
            for form, lemmas in exceptions(folder / f"{part}.exc"):
                self._odd[part].setdefault(form, []).extend(lemmas)
                for lemma in lemmas:
                    self._forms.setdefault((part, lemma, _ending(part, form)), form)
        self.substitutes = lru_cache(maxsize=1 << 16)(self._substitutes)
        """What may be put in place of a word in small letters, without that word itself; often nothing."""

    def _substitutes(self, word: str) -> tuple[Substitute, ...]:
        found: dict[str, float] = {}
        for part, lemma, ending in self._analyses(word):
            for offset in self._index[part][lemma]:
                if offset not in self._synsets[part]:
                    continue
                synset = self._synsets[part][offset]
                near = [one for other in synset.pointed(*_PARTS[part]) if other in self._synsets[part]
                        for one in self._synsets[part][other].words]  # fmt: skip
                for weight, words in ((1.0, synset.words), (_NEAR, near)):
                    for one in words:
                        form = self._inflected(part, one, ending)
                        if not _same(form.lower(), word):
                            found[form] = max(found.get(form, 0), weight * (_LONGER if "_" in form else 1))
        return tuple(Substitute(tuple(form.split("_")), weight) for form, weight in sorted(found.items()))

    def _analyses(self, word: str) -> Iterator[tuple[str, str, str]]:
        """Parts of speech, lemmas and endings that a word may have."""
        for part, index in self._index.items():
            if word in index:
                yield part, word, ""
        for part in ("noun", "verb"):
            for lemma in self._odd[part].get(word, ()):
                if lemma in self._index[part] and lemma != word:
                    yield part, lemma, _ending(part, word)
        for part, ending, lemmas in (
            ("noun", "s", _without_s(word)), ("verb", "s", _without_s(word)),
            ("verb", "ed", _without(word, "ed")), ("verb", "ing", _without(word, "ing")),
        ):  # fmt: skip
            yield from ((part, lemma, ending) for lemma in lemmas if lemma in self._index[part])

    def _inflected(self, part: str, lemma: str, ending: str) -> str:
        """A lemma, perhaps of several words, with an ending on the word that takes it."""
        if not ending:
            return lemma
        head, joint, rest = lemma.partition("_") if part == "verb" else ("", "", lemma)
        if part == "verb":
            return (self._forms.get((part, head.lower(), ending)) or _with(head, ending)) + joint + rest
        front, joint, last = lemma.rpartition("_")
        return front + joint + (self._forms.get((part, last.lower(), ending)) or _with(last, ending))


def _index(path: Path) -> dict[str, list[str]]:
    """The offsets of each lemma, commonest sense first."""
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" "))
    return {cells[0]: cells[-int(cells[2]) :] for cells in rows}


def _same(form: str, word: str) -> bool:
    """Whether a form is the word itself, or only spells it differently."""
    return abs(len(form) - len(word)) < 2 and SequenceMatcher(None, form, word).ratio() > _SPELLING


def _ending(part: str, form: str) -> str:
    return "s" if part == "noun" else "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed"


def _without_s(word: str) -> list[str]:
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return []
    return [
        word[:-1],
        *([word[:-2]] if word.endswith("es") else []),
        *([word[:-3] + "y"] if word.endswith("ies") else []),
    ]


def _without(word: str, ending: str) -> list[str]:
    if not word.endswith(ending) or len(word) < len(ending) + 3:
        return []
    stem = word.removesuffix(ending)
    return [
        stem,
        stem + "e",
        *([stem[:-1]] if stem[-1] == stem[-2] else []),
        *([stem[:-1] + "y"] if stem[-1] == "i" else []),
    ]


def _with(lemma: str, ending: str) -> str:
    if ending == "s":
        if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
            return lemma[:-1] + "ies"
        return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if ending == "ed" and lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    silent = lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "ye", "oe")))
    return (lemma[:-1] if silent else lemma) + ending
