"""Words that attribute: reporting verbs, and the nouns, adjectives and prepositions that do the same.

In: the tree of a document and the attributions that the language model sees. Out: `Cue`s in reading order, by word.
The words themselves are `core/terms/cues.toml`; a word that the model alone takes for a cue is one too, but attributes
nothing unless the model also sees whose words they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from memcon.annotate.tree import Tree
from memcon.core.annotation import Polarity, StatementType
from memcon.core.reading import Attribution, Reading
from memcon.core.terms import terms

_LONGEST = 5  # words of a cue, and of the part before a gap
_GAP = 9  # words of a gap and what follows it


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, with the words that belong to it.

    Attributes:
        head: Number of the word itself.
        start, end: Code points, with auxiliaries and particles where the model sees them.
        type, polarity: Of what is attributed.
        weak: It attributes only if no other cue above it does: in "she said they agreed to “…”" the words are hers.
        listed: Whether the vocabulary has it.
        noun: Whether it is one, such as "accusation".
        preposition: Whom one such as "according to" names: a `speaker`, a `relay`, or `either`; empty for other cues.
        seen: What the model sees around it.
    """

    head: int
    start: int
    end: int
    type: StatementType = "assertion"
    polarity: Polarity = "positive"
    weak: bool = False
    listed: bool = True
    noun: bool = False
    preposition: str = ""
    seen: Attribution | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    type: StatementType
    polarity: Polarity
    weak: bool


def find_cues(tree: Tree, reading: Reading) -> tuple[Cue, ...]:
    """The cues of a document, one a word at most."""
    seen = {_head(tree, one): one for one in reading.attributions}
    found = {}
    for n in range(len(tree)):
        cue = _phrase(tree, n, seen) or _word(tree, n, seen)
        if cue is not None:
            found[n] = cue
    for head, one in seen.items():
        if head not in found and head < len(tree):
            noun = tree.upos[head] == "NOUN"
            found[head] = Cue(head, one.cue.start, one.cue.end, listed=False, noun=noun, seen=one)
    return tuple(found[head] for head in sorted(found))


def _head(tree: Tree, one: Attribution) -> int:
    """The word of a model's cue that attributes: the one on which the others hang, or the last listed verb."""
    inside = tree.inside(one.cue.start, one.cue.end)
    if not len(inside):
        return inside.start
    listed = [n for n in inside if tree.lower[n] in _verbs() or tree.lemmas[n] in _verbs()]
    top = tree.top(inside)
    return top if not listed or top in listed else listed[-1]


def _word(tree: Tree, n: int, seen: Mapping[int, Attribution]) -> Cue | None:
    """The cue that a word of the vocabulary makes in its place."""
    known = _kind(tree, n)
    if known is None:
        return None
    one = seen.get(n)
    start, end = (one.cue.start, one.cue.end) if one is not None else (tree.starts[n], tree.ends[n])
    polarity: Polarity = "negative" if tree.negated(n) else known.polarity
    return Cue(n, start, end, known.type, polarity, known.weak, noun=tree.upos[n] == "NOUN", seen=one)


def _phrase(tree: Tree, n: int, seen: dict[int, Attribution]) -> Cue | None:
    """The cue of several words that begins at a word; what the model sees on any of them is about it."""
    found = _longest(tree, n)
    if found is None:
        return None
    length, entry, names = found
    start, end = tree.starts[n], tree.ends[n + length - 1]
    at = next((m for m in range(n, n + length) if m in seen), None)
    one = seen.pop(at) if at is not None else None
    if one is not None and not names:
        start, end = min(start, one.cue.start), max(end, one.cue.end)
    return Cue(n, start, end, entry.type, entry.polarity, entry.weak, preposition=names, seen=one)


def _kind(tree: Tree, n: int) -> _Entry | None:
    """What the vocabulary says of a word in its place."""
    lower = tree.lower[n]
    if tree.upos[n] in {"VERB", "AUX"}:
        return _verbs().get(lower) or _verbs().get(tree.lemmas[n])
    if tree.upos[n] == "ADJ" and tree.child(n, "cop") is not None:
        return _adjectives().get(lower) or _adjectives().get(
            f"{lower} {tree.lower[n + 1]}" if n + 1 < len(tree) else ""
        )
    if lower == "words" and tree.case(n) == "in" and tree.child(n, "nmod:poss") is not None:
        return _Entry("assertion", "positive", weak=False)  # "in her words"
    if tree.upos[n] == "NOUN" and tree.child(n, "acl", "ccomp", "advcl") is not None:
        return _nouns().get(lower)
    return None


def _longest(tree: Tree, n: int) -> tuple[int, _Entry, str] | None:
    """The longest listed cue of several words that begins at a word: its length, and whom a preposition names."""
    if _is_for(tree, n):
        return 1, _Entry("belief", "positive", weak=False), "speaker"
    if tree.lower[n] not in _openings():
        return None
    for length in range(min(_LONGEST, len(tree) - n), 0, -1):
        key = " ".join(tree.lower[n : n + length])
        if key in _prepositions() and (length > 1 or _set_apart(tree, n)):
            return length, _Entry("assertion", "positive", weak=False), _prepositions()[key]
        if key in _phrases():
            return length, _phrases()[key], ""
        for rest, entry in _parted().get(key, ()):
            if f" {rest} " in f" {' '.join(tree.lower[n + length : n + length + _GAP])} ":
                return length, entry, ""
    return None


def _set_apart(tree: Tree, n: int) -> bool:
    """Whether a word opens its sentence or follows a comma: "…, per the ministry", but not "14 per cent"."""
    return tree.sentence(n).start == n or tree.forms[n - 1] in {",", "–", "—", "("}


def _is_for(tree: Tree, n: int) -> bool:
    """Whether a sentence opens with whose view it tells: "For him, the visit was late."."""
    opens = tree.lower[n] == "for" and (n == 0 or tree.sentences[n - 1] != tree.sentences[n])
    if not opens or n + 2 >= len(tree) or tree.upos[n + 1] not in {"PRON", "PROPN"}:
        return False
    return tree.forms[n + 2] == ","


def _entry(entry: dict[str, str]) -> _Entry:
    return _Entry(entry.get("type", "assertion"), entry.get("polarity", "positive"), bool(entry.get("weak", False)))  # type: ignore[arg-type]


@cache
def _verbs() -> dict[str, _Entry]:
    """Every form of every reporting verb."""
    found: dict[str, _Entry] = {}
    for entry in terms("cues")["verb"]:
        for form in (form for forms in entry["forms"] for form in forms.split(" ")):
            found.setdefault(form, _entry(entry))
    return found


@cache
def base(form: str) -> str:
    """The plainest form of a reporting verb, whatever the model takes for its lemma; another word's is itself."""
    return _bases().get(form, form)


@cache
def _bases() -> dict[str, str]:
    groups = (forms.split(" ") for entry in terms("cues")["verb"] for forms in entry["forms"])
    return {form: forms[0] for forms in groups for form in forms}


@cache
def _phrases() -> dict[str, _Entry]:
    return {phrase: _entry(entry) for entry in terms("cues")["verb"] for phrase in entry.get("phrases", ())}


@cache
def _nouns() -> dict[str, _Entry]:
    return {word: _entry(entry) for entry in terms("cues").get("noun", ()) for word in entry["words"]}


@cache
def _adjectives() -> dict[str, _Entry]:
    return {word: _entry(entry) for entry in terms("cues").get("adjective", ()) for word in entry["words"]}


@cache
def _parted() -> dict[str, tuple[tuple[str, _Entry], ...]]:
    """Cues with a gap, by the words before it: what comes after it, and the entry."""
    found: dict[str, tuple[tuple[str, _Entry], ...]] = {}
    for phrase, entry in _phrases().items():
        first, gap, rest = phrase.partition(" … ")
        if gap:
            found[first] = (*found.get(first, ()), (rest, entry))
    return found


@cache
def _prepositions() -> dict[str, str]:
    return {word: entry["names"] for entry in terms("cues")["preposition"] for word in entry["words"]}


@cache
def _openings() -> frozenset[str]:
    """First words of the cues of several words."""
    return frozenset(phrase.partition(" ")[0] for phrase in (*_phrases(), *_prepositions()))
