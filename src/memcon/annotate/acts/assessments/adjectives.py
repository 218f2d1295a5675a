"""Of what sort an engagement was, and how it went, by its adjectives: "frank and fruitful talks".

In: a tree. Out: verdicts, in no order; adjectives that are joined make one description.
"""

from collections.abc import Iterator

from memcon.annotate.acts.assessments.verdicts import (
    BESIDE,
    SUBJECTS,
    Verdict,
    determiners,
    is_engagement,
    listed,
    matches,
    negates,
    real,
    said,
    subject_of,
    verbs_of,
)
from memcon.annotate.acts.setting import joined
from memcon.annotate.times.tense import infinitive
from memcon.annotate.tree import Tree

_NAMED = frozenset({"xcomp", "obl", "advcl", "obj", "acl", "advmod"})
"""Relations by which a word for something hangs on the verb that calls it so."""
_JOINING = frozenset({",", "and", "but", "yet", "&", "or", "-", "—", "“", "”", '"', "very", "most", "quite", "highly"})


def find_adjectives(tree: Tree) -> Iterator[Verdict]:
    """Every description, and every outcome that an adjective tells; two may overlap."""
    for n in range(len(tree)):
        yield from _by_adjective(tree, n)


def _by_adjective(tree: Tree, n: int) -> Iterator[Verdict]:
    """By an adjective: "frank talks", "the talks were frank", "called the talks frank", "in a frank atmosphere"."""
    word = next((word for word, _ in said(tree, n, "adjectives")), None)
    if word is None or _negated(tree, n):
        return
    if (place := _described(tree, n)) is None:
        return
    verb, about = place
    if not (real(tree, verb) if verb != about else _meant(tree, verb)):
        return
    chain = _chain(tree, n)
    if word.kind == "outcome":
        yield Verdict(word.polarity, _predicate(tree, n, chain), verb, about)
        if not any(_describes(tree, m) for m in chain):
            return
    yield Verdict("", chain, verb, about)


def _meant(tree: Tree, noun: int) -> bool:
    """Whether a noun is not only wished for, as in "the importance of frank talks"."""
    for child, head in tree.climb(noun):
        if tree.relations[child] in BESIDE or tree.upos[head] == "VERB":
            verbs = [head, *(above for below, above in tree.climb(head) if tree.relations[below] == "conj")]
            return not any(tree.lemmas[verb] in listed("wishing") or infinitive(tree, verb) for verb in verbs)
        if tree.lemmas[head] in listed("wishing"):
            return False
    return True


def _predicate(tree: Tree, n: int, chain: range) -> range:
    """An adjective with the copula, where nothing else is joined to it: "was successful"."""
    copula = tree.child(n, "cop")
    return range(copula, n + 1) if copula is not None and copula < n and len(chain) == 1 else range(n, n + 1)


def _describes(tree: Tree, n: int) -> bool:
    return any(word.kind == "description" for word, _ in said(tree, n, "adjectives"))


def _negated(tree: Tree, n: int) -> bool:
    return any(negates(tree, m) for m in tree.children[n] if tree.relations[m] != "conj")


def _described(tree: Tree, n: int) -> tuple[int, int] | None:
    """The word on which an adjective hangs, and the word for what it describes."""
    while tree.relations[n] == "conj" and tree.heads[n] < n and tree.child(n, "cop", *SUBJECTS) is None:
        n = tree.heads[n]
    head, relation = tree.heads[n], tree.relations[n]
    if relation in {"amod", "compound", "nmod:desc"} and n < head:
        if any(negates(tree, m) for m in determiners(tree, head)):
            return None
        if is_engagement(tree, head):
            return head, head
        return _set(tree, head) if tree.lemmas[head] in listed("setting", "nouns") else None
    if tree.child(n, "cop") is not None:
        subject = tree.child(n, *SUBJECTS)
        if subject is None and relation == "acl:relcl":
            subject = head
        if subject is not None and tree.lower[subject] in {"which", "that", "who"} and relation == "acl:relcl":
            subject = head
        return (n, _of(tree, subject)) if subject is not None else None
    naming = next((head for _, head in tree.climb(n) if matches(tree, head, verbs_of("naming"))), None)
    if naming is not None and ((naming == head and relation in _NAMED) or _called(tree, n)):
        named = tree.child(naming, "obj", "nsubj:pass")
        return (naming, _of(tree, named)) if named is not None and named != n else None
    return None


def _called(tree: Tree, n: int) -> bool:
    """Whether "as" or a quotation mark stands right before a word: "called their talks with her “frank”"."""
    return n > tree.sentence(n).start and tree.lower[n - 1] in {"as", "“", '"', "‘", "'", "«", "„"}


def _of(tree: Tree, n: int) -> int:
    """What is meant by a noun of setting or by "both": "the tone of the talks" is theirs."""
    if tree.lemmas[n] in listed("setting", "nouns"):
        return next((m for m in tree.children[n] if tree.case(m) in {"of", "in", "at", "during"}), n)
    return n


def _set(tree: Tree, noun: int) -> tuple[int, int] | None:
    """What is described by the setting in which it took place: "were held in a cordial atmosphere"."""
    if (of := _of(tree, noun)) != noun:
        return of, of
    verb = tree.heads[noun]
    if tree.case(noun) != "in" or verb == noun:
        return None
    if is_engagement(tree, verb):
        return verb, verb
    subject = subject_of(tree, verb)
    return (verb, subject) if subject is not None else None


def _chain(tree: Tree, n: int) -> range:
    """The adjectives joined to one, with the words between them: by the tree, or by standing in a row with it."""
    top = n
    while tree.relations[top] == "conj" and tree.heads[top] < top:
        top = tree.heads[top]
    sentence = tree.sentence(n)
    members = {m for m in (n, top, *joined(tree, top)) if tree.upos[m] in {"ADJ", "ADV"} or m == n}
    for m in sentence:
        members |= {k for _, words in said(tree, m, "adjectives", "shy") for k in words}
    first = last = at = n
    while (at := at - 1) >= sentence.start and (at in members or tree.lower[at] in _JOINING):
        first = at if at in members else first
    at = n
    while (at := at + 1) < sentence.stop and (at in members or tree.lower[at] in _JOINING):
        last = at if at in members else last
    return range(first, last + 1)
