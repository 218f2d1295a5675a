"""The table of synonyms by which names put into other words are recognised: core/terms/thesaurus.txt, from WordNet.

In: WordNet's database files, a list of frequent pairs of words with counts, and the vocabularies that hold set names.
Out: for every word of a set name the single words that a thesaurus gives for it in the same form, and the pairs that
such a replacement leads to and that are usual nevertheless.

    python -m training.thesaurus --wordnet /usr/share/wordnet --pairs frequency_bigramdictionary_en_243_342.txt

The pairs are those of SymSpell (MIT licence; in symspellpy's package), counted in Google Books.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from memcon.annotate.damage.thesaurus import set_names, words_of
from memcon.core.terms import terms
from training.wordnet import exceptions, synsets

OUT = Path(__file__).parents[1] / "src" / "memcon" / "core" / "terms" / "thesaurus.txt"
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
_HEADER = """\
# Synonyms of the words of set names and terms, and below `=` the pairs that replacing one leads to and that are usual.
# Made by training/thesaurus.py of WordNet 3.0, Copyright 2006 by Princeton University; see NOTICE. Not to be edited.
"""
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset("a an and at by for from in of on or the to with".split())  # pairs with these show nothing
_STEM = 4  # letters
_ALIKE = 0.84  # two spellings of one word: defence and defense, programme and program


class Wordnet:
    """The synonyms of a word in each part of speech, in all of its senses."""

    def __init__(self, folder: Path) -> None:
        self._synonyms: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._irregular: dict[str, dict[str, str]] = {}
        self._forms: dict[str, dict[str, list[str]]] = {}
        for name, part in PARTS.items():
            self._read(folder / f"data.{name}", part)
            self._irregular[part] = {form: base for form, (base, *_) in exceptions(folder / f"{name}.exc")}
            forms: dict[str, list[str]] = defaultdict(list)
            for form, base in self._irregular[part].items():
                forms[base].append(form)
            self._forms[part] = forms

    def _read(self, path: Path, part: str) -> None:
        read = synsets(path)
        members = {offset: [word.lower() for word in one.words] for offset, one in read.items()}
        for offset, one in read.items():
            for word in members[offset]:
                for alike in (offset, *one.pointed("&")):
                    self._synonyms[word, part].update(members[alike])

    def usual(self, phrase: str) -> bool:
        """Whether several words are an entry of their own."""
        return any(("_".join(phrase.split()), part) in self._synonyms for part in PARTS.values())

    def of(self, word: str) -> set[str]:
        """What a thesaurus gives for a word, in the form that the word has."""
        found: set[str] = set()
        for part in PARTS.values():
            for base, ending in self._bases(word, part):
                found |= {self._inflected(one, part, ending) for one in self._synonyms.get((base, part), ())}
        return {one for one in found if _WORD.fullmatch(one) and not spelled_alike(one, word)}

    def _bases(self, word: str, part: str) -> Iterator[tuple[str, str]]:
        if (word, part) in self._synonyms:
            yield word, ""
        if word in self._irregular[part] and part == "v":
            yield self._irregular[part][word], "ed"
        for ending in {"n": ("s",), "v": ("ed", "ing"), "a": ()}[part]:
            for cut, put in (("", ""), ("", "e"), ("ies", "y"), ("ied", "y"), ("es", "")):
                tail = cut or ending
                base = word.removesuffix(tail) + put
                if word.endswith(tail) and len(base) > 2 and base != word and (base, part) in self._synonyms:
                    yield base, ending

    def _inflected(self, word: str, part: str, ending: str) -> str:
        if not ending or "_" in word:
            return word
        irregular = [form for form in self._forms[part].get(word, ()) if form.endswith("ing") == (ending == "ing")]
        if irregular:
            return irregular[-1]
        if ending == "s":
            return _with_s(word)
        if word.endswith("e"):
            return word[:-1] + ending
        if ending == "ed" and word.endswith("y") and word[-2] not in "aeiou":
            return word[:-1] + "ied"
        return word + ending


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words are one in two spellings or forms."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _STEM and long.startswith(short):  # east and eastern
        return True
    return one == other or (one[:3] == other[:3] and SequenceMatcher(None, one, other).ratio() >= _ALIKE)


def table(wordnet: Wordnet) -> dict[str, set[str]]:
    """The synonyms of every word of a set name, and what spinners add."""
    names = [words_of(name) for name in set_names()]
    found = {word: wordnet.of(word) for name in names for word in name if _WORD.fullmatch(word)}
    for given in terms("damage")["given"]["words"]:
        found[given.casefold()] = wordnet.of(given.casefold())
    for line in terms("damage")["spinners"]["words"]:
        word, *others = line.casefold().split()
        found.setdefault(word, set()).update(one for one in others if "-" not in one)
    return found


def usual_pairs(synonyms: Mapping[str, Iterable[str]], wordnet: Wordnet, pairs: set[tuple[str, str]]) -> set[str]:
    """Pairs that one replacement in a set name leads to, and that people write."""
    found: set[str] = set()
    for name in map(words_of, set_names()):
        for left, right in pairwise(name):
            if left in _SMALL or right in _SMALL:
                continue
            made = [(one, right) for one in synonyms.get(left, ())] + [(left, one) for one in synonyms.get(right, ())]
            found.update(" ".join(pair) for pair in made if pair in pairs or wordnet.usual(" ".join(pair)))
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    given = parser.parse_args()
    lines = given.pairs.read_text(encoding="utf-8-sig").splitlines()
    pairs = {(left, right) for left, right, _ in map(str.split, lines)}
    wordnet = Wordnet(given.wordnet)
    synonyms = table(wordnet)
    body = [" ".join((word, *sorted(others))) for word, others in sorted(synonyms.items())]
    usual = sorted(usual_pairs(synonyms, wordnet, pairs))
    OUT.write_text("\n".join([_HEADER + "\n".join(body), "=", *usual, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
