"""Names put into other words: "White Home", "Invoice Clinton", "in Could", "the Chinese language president".

In: the tree and names of a document. Out: marks of kind `name`.

Method: a thesaurus inverted. A spinner looks every word up by itself and does not know names, so what it leaves is a
set name with one word replaced by a synonym, a surname after a common word that means the same as a given name, a date
whose month is another word, and an adjective taken for a language.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from memcon.annotate.damage.rules import damage
from memcon.annotate.damage.thesaurus import Found, thesaurus
from memcon.annotate.parties.lexicon import lexicon
from memcon.annotate.parties.names import PERSONS
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.reading import Reading
from memcon.core.states import folded, state_words
from memcon.core.terms import terms

_BEFORE_MONTH = frozenset("in since until till by from early late mid last next of".split())
_ITS_TIME = frozenset("early late mid last next".split())
_MONTHS = ("May", "March")
_CREDITED = frozenset({"credit", "byline", "dateline"})
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_DAY = 2  # figures of a day
_ABBREVIATED = 3  # letters of a month's short form
_SHORT = 5  # letters of a state's name that is not taken for a word or an abbreviation
_TIMES = 2  # as many states with capitals as with small letters, where a small one is damage
_PART = re.compile(r"[\w.@/_#:-] | [@/_-]| \.\w")  # of an address
_MODALS = frozenset({"could", "might", "can"})


def find_names(document: Document, reading: Reading, tree: Tree) -> Iterator[Damage]:
    """Every name that was put into other words."""
    headlines = frozenset(
        n for zone in document.zones if zone.kind != "body" for n in tree.inside(zone.start, zone.end)
    )
    spun = tuple(_spun(tree))
    for one in spun:
        start, end = tree.starts[one.words[0]], tree.ends[one.words[-1]]
        yield damage(document, "set name", start, end, _in_case(tree, one))
    yield from _given_names(document, reading, tree, headlines)
    yield from _months(document, tree)
    yield from _languages(document, tree, {one.start: one.name.words[0] for one in spun})
    yield from _small(document, tree)
    yield from _credits(document)


def _spun(tree: Tree) -> Iterator[Found]:
    """Set names with words replaced that are part of no name as it is usually written; of two the longer."""
    found = [one for one in thesaurus().find(tree.lower) if _written_so(tree, one)]
    taken = {n for one in found if not one.replaced for n in one.words}
    for one in sorted(found, key=lambda one: (-len(one.words), len(one.replaced), one.start, one.name.text)):
        if one.replaced and taken.isdisjoint(one.words):
            taken.update(one.words)
            yield one


def _written_so(tree: Tree, found: Found) -> bool:
    """Whether the words are in one sentence, with the capitals of a name or of a term."""
    words = found.words
    if tree.sentences[words[0]] != tree.sentences[words[-1]]:
        return False
    if len(found.replaced) == len(words) and _goes_on(tree, words[0]):
        return False
    capitals = [tree.forms[n][:1].isupper() for n in words]
    if any(found.name.capitals):
        return all(here for here, wanted in zip(capitals, found.name.capitals, strict=True) if wanted)
    first = words[0] == tree.sentence(words[0]).start
    return len(set(capitals[1:] if first else capitals)) == 1


def _goes_on(tree: Tree, n: int) -> bool:
    """Whether a word goes on with a name: "Protection" in "Consumer Protection Branch"."""
    if n == tree.sentence(n).start:
        return False
    return tree.upos[n - 1] == "PROPN" and tree.lower[n - 1] not in state_words()


def _in_case(tree: Tree, found: Found) -> str:
    """The name, with capitals where the words in its place have them."""
    text = found.name.text
    words = text.split(" ")
    if any(found.name.capitals) or len(words) != len(found.words):
        return text
    capital = (tree.forms[n][:1].isupper() for n in found.words)
    return " ".join(word[:1].upper() + word[1:] if up else word for word, up in zip(words, capital, strict=True))


def _credits(document: Document) -> Iterator[Damage]:
    """Names in credits and bylines, which nobody reads but for names: "Related Press writer"."""
    for zone in document.zones:
        if zone.kind not in _CREDITED:
            continue
        words = list(_WORD.finditer(document.text, zone.start, zone.end))
        for one in thesaurus().find([word.group().casefold() for word in words]):
            found = [words[n] for n in one.words]
            if one.replaced and all(one.name.capitals) and all(word.group()[:1].isupper() for word in found):
                yield damage(document, "set name", found[0].start(), found[-1].end(), one.name.text)


# -- given names


def _given_names(document: Document, reading: Reading, tree: Tree, headlines: frozenset[int]) -> Iterator[Damage]:
    """A common word, with a capital letter, before a surname that this document has elsewhere."""
    people = _people(tree, reading)
    begins = {name.anchor.start for name in reading.names if name.type in PERSONS}
    for n in range(len(tree) - 1):
        surname = tree.lower[n + 1]
        if n in headlines or not tree.forms[n][:1].isupper() or surname not in people:
            continue
        given = _given().get(tree.lower[n], ())
        first = n == tree.sentence(n).start
        if not given or tree.sentences[n] != tree.sentences[n + 1] or not tree.forms[n + 1][:1].isupper():
            continue
        elsewhere = {word: place for word, place in people[surname].items() if word in given}
        named = tree.starts[n] in begins
        if elsewhere or (named and not first and "" in people[surname] and not _capital(tree, n - 1)):
            word = next(iter(elsewhere), given[0])
            beside = tuple(document.anchor(tree.starts[at], tree.ends[at + 1]) for at in elsewhere.values())[:1]
            meant = f"{word.capitalize()} {tree.forms[n + 1]}" if elsewhere or len(given) == 1 else None
            yield damage(document, "given name", tree.starts[n], tree.ends[n + 1], meant, beside=beside)


def _capital(tree: Tree, n: int) -> bool:
    return n >= 0 and tree.forms[n][:1].isupper()


def _people(tree: Tree, reading: Reading) -> Mapping[str, Mapping[str, int]]:
    """The surnames of a document, each with the given names it stands behind, and where; `` where it stands alone."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name in reading.names:
        words = tree.inside(name.anchor.start, name.anchor.end)
        if name.type in PERSONS and words:
            last = words[-1]
            found[tree.lower[last]].setdefault(tree.lower[last - 1] if len(words) > 1 else "", last - 1)
    return found


@cache
def _given() -> Mapping[str, Sequence[str]]:
    """For each common word the given names that mean the same; words that are names or titles themselves left out."""
    names = [name.casefold() for name in terms("damage")["given"]["words"]]
    barred = {*names, *lexicon().outer, *lexicon().determiners}
    found: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        for word in sorted(thesaurus().synonyms.get(name, frozenset()) - barred):
            found[word].append(name)
    return found


# -- months


def _months(document: Document, tree: Tree) -> Iterator[Damage]:
    """A word that means the same as a month's name, with a capital letter, where only a month can stand."""
    became = {
        word: month
        for month in _MONTHS
        for word in thesaurus().synonyms.get(month.casefold(), ())
        if len(word) > _ABBREVIATED or word in _MODALS
    }
    for n, word in enumerate(tree.lower):
        month = became.get(word)
        sentence = tree.sentence(n) if month and _capital(tree, n) else range(0)
        if month is None or n - 1 not in sentence:
            continue
        before, after = tree.lower[n - 1], tree.lower[n + 1] if n + 1 in sentence else "."
        modal, alone = word in _MODALS, not after[0].isalnum()
        year, day = (after.isdecimal() and len(after) in lengths for lengths in ((4,), (1, 2)))
        if before.isdecimal() and len(before) <= _DAY:
            dated = year or (modal and alone)
        else:
            dated = (modal and day) or (
                before in _BEFORE_MONTH and (year or (alone and (modal or before in _ITS_TIME)))
            )
        if dated:
            yield damage(document, "month", tree.starts[n], tree.ends[n], month)


# -- languages


def _languages(document: Document, tree: Tree, meant: Mapping[int, str]) -> Iterator[Damage]:
    """A nation's adjective with "language" behind it before a word that has no language.

    Args:
        meant: For the first words of spun names what was written there.
    """
    nouns = frozenset(terms("damage")["language"]["words"])
    for n in range(1, len(tree) - 1):
        if tree.lower[n] != "language" or meant.get(n + 1, tree.lower[n + 1]) not in nouns or not _capital(tree, n - 1):
            continue
        if folded(tree.forms[n - 1]) in state_words() and tree.sentences[n - 1] == tree.sentences[n + 1]:
            yield damage(document, "language", tree.starts[n - 1], tree.ends[n], tree.forms[n - 1])


# -- small letters


def _small(document: Document, tree: Tree) -> Iterator[Damage]:
    """A state's name or adjective in small letters, in a report that writes others with a capital letter."""
    listed = terms("damage")["small"]
    known = (state_words().keys() | set(listed["also"])) - set(listed["words"])
    small = [n for n, form in enumerate(tree.forms) if len(form) >= _SHORT and form.islower() and form in known]
    capitals = sum(form.istitle() and form.casefold() in known for form in tree.forms)
    if capitals >= _TIMES * len(small):
        for n in small:
            start, end = tree.starts[n], tree.ends[n]
            if not _PART.search(tree.text[max(start - 1, 0) : start] + " " + tree.text[end : end + 2]):
                yield damage(document, "small letter", start, end, tree.forms[n].capitalize())
