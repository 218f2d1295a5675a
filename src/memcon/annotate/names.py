"""Phrases that refer to somebody: names, descriptions and pronouns, found by pattern.

In: the words of one sentence. Out: `Phrase`s in reading order, not yet resolved to parties (see `cast`).

Method: words that can belong to such a phrase are chunked together ("the visiting Foreign Affairs Minister Ilka
Brandt"); a chunk is then read from its end: capitalised words after the last title or role are a name, a chunk that
ends in a role noun is a description, one that ends in a body's noun is an organisation.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from memcon.annotate.words import Word
from memcon.core.annotation import PartyType
from memcon.core.states import longer_names, state_names, state_words
from memcon.core.terms import terms

PhraseKind = Literal["name", "description", "pronoun"]

_PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter al el bin ibn bint abu ben y e zu und".split()
)
_JOINERS = frozenset({"of", "the", "and"}) | _PARTICLES
_DEFINITE = frozenset({"the", "this", "both", "these", "those"})
_LONGEST_NAME = 5
_LOCATIVE = frozenset({"in", "near", "outside", "inside"})
_STEM = 4  # letters an adjective shares with the name it is made from
_ADJECTIVE = ("an", "en", "ese", "ish", "ic", "i")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that refer to somebody.

    Attributes:
        start, end: With title and article.
        kind: How it refers.
        type: To what, as far as the words show.
        name: The bare name, or the description without its article.
        title: What stands before a name, such as `visiting Foreign Minister`.
        affiliation: The state in it, else another capitalised word before the role: `Kelmoran`, `Microsoft`.
        definite: Whether it can refer back to somebody named before.
        possessive: Whether it only owns what follows.
    """

    start: int
    end: int
    kind: PhraseKind
    type: PartyType
    name: str
    title: str = ""
    affiliation: str | None = None
    definite: bool = True
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    never: frozenset[str]
    determiners: frozenset[str]
    modifiers: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    titles: frozenset[str]
    geography: frozenset[str]
    realms: frozenset[str]
    pronouns: dict[str, str]
    starts: frozenset[str]  # words that no capital shows to belong to a phrase


@cache
def _lexicon() -> _Lexicon:
    roles = terms("roles")

    def singular(kind: str) -> frozenset[str]:
        return frozenset(word for entry in roles[kind] for word in entry["words"])

    modifiers = frozenset(roles["modifiers"]["words"])
    return _Lexicon(
        never=frozenset(roles["never_names"]["words"]),
        determiners=frozenset(roles["modifiers"]["determiners"]),
        modifiers=modifiers,
        starts=singular("person") | singular("group") | singular("organisation") | modifiers,
        persons=singular("person"),
        groups=singular("group"),
        organisations=singular("organisation"),
        titles=frozenset(word.lower() for word in singular("title")),
        geography=frozenset(roles["geography"]["words"]),
        realms=frozenset(roles["realm"]["words"]),
        pronouns={roles["pronouns"][name][0]: name for name in ("he", "she", "they", "it")},
    )


@dataclass(frozen=True, slots=True)
class Usage:
    """How one document writes its words.

    Attributes:
        common: Words it also writes with a small letter; a sentence that opens with one does not open with a name.
        adjectives: Capitalised words made from another of its names, as "Hallinian" from "Hallin"; they name nobody.
        places: Names that it says something is in; they may stand for a government, and are no persons.
    """

    common: frozenset[str]
    adjectives: frozenset[str]
    places: frozenset[str]


def usage(words: Sequence[Word]) -> Usage:
    """How these words, in the order of the text, are written."""
    written = {word.text for word in words}
    capital = sorted(word for word in written if word[0].isupper())
    stems: dict[str, set[str]] = defaultdict(set)
    for word in capital:
        stems[word[:_STEM]].add(word)
    located = (word for before, word in pairwise(words) if before.lower in _LOCATIVE and not word.possessive)
    return Usage(
        places=frozenset(word.text for word in located if word.capital),
        common=frozenset(word for word in written if word[0].islower()),
        adjectives=frozenset(
            word
            for word in capital
            if word.endswith(_ADJECTIVE)
            and any(word[:-3].startswith(other[:-2]) for other in stems[word[:_STEM]] - {word})
        ),
    )


def find_phrases(text: str, sentence: Sequence[Word], *, usage: Usage) -> list[Phrase]:
    """The phrases of one sentence.

    Args:
        text: The document's text, quotations masked.
        sentence: Its words.
    """
    chunks = _chunks(text, sentence, usage.common)
    return [phrase for chunk in chunks if (phrase := _phrase(text, chunk, usage)) is not None]


def _chunks(text: str, sentence: Sequence[Word], common: frozenset[str]) -> Iterator[list[Word]]:
    lexicon = _lexicon()
    chunk: list[Word] = []
    for index, word in enumerate(sentence):
        joined = bool(chunk) and _adjacent(text, chunk[-1], word) and not _complete(chunk)
        opens = index == 0 and (word.text in lexicon.never or word.text.lower() in common)
        if word.lower in lexicon.pronouns or word.lower in lexicon.determiners:
            if joined and (_extends(chunk, word, sentence[index + 1 : index + 3]) or _counts(chunk, word)):
                chunk = [*chunk, word]
            else:
                yield from ([chunk] if chunk else [])
                chunk = [word]
            continue
        if not _belongs(word, opens=opens) and not (joined and _extends(chunk, word, sentence[index + 1 : index + 3])):
            yield from ([chunk] if chunk else [])
            chunk = []
        elif joined:
            chunk.append(word)
        else:
            yield from ([chunk] if chunk else [])
            chunk = [word]
    yield from ([chunk] if chunk else [])


def _counts(chunk: list[Word], word: Word) -> bool:
    """Whether a second determiner goes with the first: "the two ministers"."""
    lexicon = _lexicon()
    return word.lower not in lexicon.pronouns and all(other.lower in lexicon.determiners for other in chunk)


def _adjacent(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    shortened = left.text in terms("abbreviations")["never"] or (len(left.text) == 1 and left.capital)
    joins = between.strip() in {"", "’s", "'s", "’", "'", "-"} or (shortened and between.strip() == ".")
    return joins and "\n" not in between


def _complete(chunk: list[Word]) -> bool:
    return chunk[-1].lower in _lexicon().pronouns


def _belongs(word: Word, *, opens: bool) -> bool:
    lexicon = _lexicon()
    if opens:
        return any(word.lower in kind for kind in (lexicon.groups, lexicon.modifiers, lexicon.persons, lexicon.titles))
    if word.capital:
        return word.text not in lexicon.never or word.lower in lexicon.groups
    return word.lower in lexicon.starts or _hyphenated(word)


def _hyphenated(word: Word) -> bool:
    ending = word.text.rpartition("-")[2].lower() if "-" in word.text else ""
    return ending in {"ranking", "level"} or ending in _lexicon().persons


def _extends(chunk: list[Word], word: Word, following: Sequence[Word]) -> bool:
    """Whether a small word goes on with the chunk: `of` after a title or body, particles inside names."""
    if not chunk or not following:
        return False
    lexicon, last, after = _lexicon(), chunk[-1], following[0]
    if word.lower == "of":
        target = following[1] if after.lower == "the" and len(following) > 1 else after
        kinds = (lexicon.persons, lexicon.organisations, lexicon.titles, lexicon.realms)
        named = any(last.lower in kind for kind in kinds) or last.text in lexicon.geography
        return named and (target.capital or target.lower in lexicon.modifiers)
    if word.lower == "the":
        return last.lower == "of"
    if word.lower == "and":
        return last.lower in lexicon.titles and after.text.capitalize() == after.text and after.lower in lexicon.titles
    if word.text in _PARTICLES and (last.capital or last.text in _PARTICLES):
        next_but_one = following[1] if len(following) > 1 else after
        return after.capital or (after.text in _PARTICLES and next_but_one.capital)
    heads = lexicon.persons | lexicon.groups | lexicon.organisations
    return last.lower in lexicon.determiners and after.lower in heads  # any word: "the port authority"


def _phrase(text: str, chunk: list[Word], usage: Usage) -> Phrase | None:
    lexicon = _lexicon()
    if chunk[0].lower in lexicon.pronouns:
        word = chunk[0]
        return Phrase(word.start, word.end, "pronoun", "unknown", lexicon.pronouns[word.lower])
    while chunk and chunk[-1].lower in _JOINERS:
        chunk = chunk[:-1]
    bare = chunk[1:] if chunk and chunk[0].lower in lexicon.determiners else chunk
    if not bare or all(word.text in usage.adjectives for word in bare):
        return None
    tail = _name_tail(bare)
    before = bare[: len(bare) - len(tail)]
    read = _read(text, bare, tail, before, usage)
    if read is None:
        return None
    kind, type_of, named = read
    spelled = _spelled(text, named)
    name = state_words().get(_key(named), spelled) if type_of == "state" else spelled
    return Phrase(
        chunk[0].start,
        chunk[-1].end,
        kind,
        type_of,
        name,
        title=_spelled(text, before) if kind == "name" and named is tail and before else "",
        affiliation=_state(bare) or _affiliation(before),
        definite=chunk is bare or chunk[0].lower in _DEFINITE,
        possessive=chunk[-1].possessive,
    )


def _read(
    text: str, bare: list[Word], tail: list[Word], before: list[Word], usage: Usage
) -> tuple[PhraseKind, PartyType, list[Word]] | None:
    """What a chunk without its article is, and which of its words are the name; None if it refers to nobody."""
    lexicon, last = _lexicon(), bare[-1]
    if len(bare) > 2 and bare[0].lower in lexicon.realms and bare[1].lower == "of":
        return "name", "state", bare[2:]
    place = bool(before) and before[-1].lower in {"of", "the"}  # "the mayor of Hallin" is nobody called Hallin
    if tail and before and _titled(before):
        return ("description", "person", bare) if place else ("name", "person", tail)
    if last.lower in lexicon.organisations or _has_body(bare):
        return ("name" if any(word.capital for word in bare) else "description"), "organisation", bare
    if last.lower in lexicon.persons or (last.lower in lexicon.titles and last.capital and len(bare) > 1):
        return "description", "person", bare
    if last.lower in lexicon.groups:
        return "description", "group", bare
    if not last.capital:
        return None
    if _key(bare) in state_names():
        return "name", "state", bare
    read = _read_name(text, tail or bare, _key(bare))
    place_name = read is not None and read[1] == "unknown" and read[2][0].text in usage.places
    return ("name", "organisation", read[2]) if read is not None and place_name else read


def _read_name(text: str, names: list[Word], whole: str) -> tuple[PhraseKind, PartyType, list[Word]] | None:
    """What capitalised words without a title are: places, headings in capitals and long runs are nobody."""
    single = len(names) == 1
    shouted = text[names[0].start : names[-1].end].isupper()
    if names[-1].text in _lexicon().geography or whole in longer_names() or len(names) > _LONGEST_NAME:
        return None
    if single:
        if names[0].lower in state_words():
            return None
        return "name", "organisation" if shouted and len(names[0].text) > 1 else "unknown", names
    return None if shouted else ("name", "person", names)


def _name_tail(chunk: list[Word]) -> list[Word]:
    """The capitalised words that end the chunk and are neither titles nor roles nor states."""
    lexicon = _lexicon()
    tail: list[Word] = []
    for word in reversed(chunk):
        blocked = (
            word.lower in lexicon.titles
            or word.lower in lexicon.persons
            or word.lower in lexicon.organisations
            or word.lower in {"of", "the", "and"}
            or word.lower in state_words()
            or (word.possessive and bool(tail))
        )
        if blocked or not (word.capital or word.text in _PARTICLES):
            break
        tail.insert(0, word)
    while tail and not tail[0].capital:
        tail.pop(0)
    return tail


def _titled(before: list[Word]) -> bool:
    lexicon = _lexicon()
    return before[-1].lower in lexicon.titles or any(
        word.lower in lexicon.persons for word in before[-4:] if not word.possessive
    )


def _has_body(chunk: list[Word]) -> bool:
    """Whether it is named like a body: "Ministry of Foreign Affairs", "Marshall Fund of the North"."""
    for index, word in enumerate(chunk):
        if word.lower == "of" and index and chunk[index - 1].lower in _lexicon().organisations:
            return chunk[-1].lower not in _lexicon().persons
    return False


def _state(chunk: list[Word]) -> str | None:
    known = state_words()
    for length in (3, 2, 1):
        for index in range(len(chunk) - length + 1):
            found = known.get(" ".join(word.lower for word in chunk[index : index + length]))
            if found and chunk[index].capital:
                return found
    return None


def _affiliation(chunk: list[Word]) -> str | None:
    lexicon = _lexicon()
    known = lexicon.titles | lexicon.starts
    return next((word.text for word in chunk if word.capital and word.lower not in known), None)


def _key(chunk: list[Word]) -> str:
    return " ".join(word.lower for word in chunk)


def _spelled(text: str, chunk: list[Word]) -> str:
    return " ".join(text[chunk[0].start : chunk[-1].end].split())
