"""Whether a sentence tells of what was or of what is to come, seen from one of its words.

In: a tree and a word. Out: the verb on which the word hangs, and its tense: -1 past, 0 present or unknown, 1 future.
Tense is read from auxiliaries, from the verb's form beside its lemma, and from words that point ahead ("scheduled").
"""

from functools import cache

from memcon.annotate.tree import Tree
from memcon.core.terms import terms

_PAST = frozenset("was were had did".split())
_PERFECT = frozenset("has have 've been".split())
_FUTURE = frozenset("will shall 'll wo would should going gonna".split())
_PRESENT = frozenset("is are 's 're am".split())
_UNREAL = frozenset("wo would should could must".split())
_MAYBE = frozenset("may might could can must".split())
_HELPERS = _FUTURE | _UNREAL | _MAYBE | {"do", "does", "did"}
"""Auxiliaries of verbs without an ending."""
_LISTED = frozenset({"conj", "advcl", "parataxis", "dep"})
_STEPS = 12  # words to climb; longer chains of phrases have no tense of their own


def verb_above(tree: Tree, word: int) -> int | None:
    """The verb, or the predicate with a copula, on which a word hangs; None if there is none."""
    for _ in range(_STEPS):
        if tree.upos[word] == "VERB" or tree.child(word, "cop") is not None:
            return word
        head = tree.heads[word]
        if head == word:
            return word if tree.upos[word] == "AUX" else None
        word = head
    return None


def tense(tree: Tree, verb: int | None, word: int = -1) -> int:
    """The tense in which a verb stands; of infinitives and participles, that of the verb they hang on.

    Args:
        word: A word of the expression whose time is asked for, so that "invited her to come in the autumn" is ahead
            even where the tree hangs the autumn on the invitation.
    """
    if begins_with(tree, word):
        return 1
    for _ in range(_STEPS):
        if verb is None:
            return 0
        verb = carrier(tree, verb)
        helpers = {tree.lower[n] for n in tree.children[verb] if tree.relations[n].partition(":")[0] in {"aux", "cop"}}
        past = bool(helpers & (_PAST | _PERFECT))
        if unreal(tree, verb):
            return -1  # "should have arrived on Monday"
        if helpers & _FUTURE or _asks(tree, verb, word):
            return 1
        if _scheduled(tree, verb):
            return 0 if past else 1  # "was due on Tuesday": which one is nearer
        if infinitive(tree, verb):
            is_to = _is_to(tree, verb)
            ahead = is_to or _of_infinitive(tree, verb)
            ahead = is_to if ahead is None else ahead
            if ahead is not None:
                return ahead
        elif not participle(tree, verb):
            return -1 if past else 1 if helpers & _MAYBE else -int(_past_form(tree, verb))
        elif _comes_first(tree, verb):  # "will leave in July, after visiting Quito in April"
            return min(tense(tree, _next_above(tree, verb)), 0)
        verb = _next_above(tree, verb)
    return 0


def carrier(tree: Tree, verb: int) -> int:
    """The verb whose helpers a bare one shares: of "will fly to Lima, meet Marn and dine" the first; else itself.

    What hangs on it as an adverbial clause does too if nothing begins one: trees take the second of three for that.
    """
    at = verb
    for _ in range(_STEPS):
        head = tree.heads[at]
        if head == at or tree.relations[at] not in _LISTED or not _is_bare(tree, at):
            return verb
        if infinitive(tree, head) or any(tree.lower[n] in _HELPERS for n in tree.children[head] if n < head):
            return head
        at = head
    return verb


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether a verb has neither an ending nor a subject or helper of its own."""
    own = tree.child(verb, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark")
    return own is None and tree.upos[verb] == "VERB" and tree.lower[verb] == tree.lemmas[verb]


def begins_with(tree: Tree, word: int) -> bool:
    """Whether an expression tells when something that was announced is to begin: "a curfew beginning on Friday"."""
    before = range(max(word - 2, 0), max(word, 0))
    return any(tree.lower[n].endswith("ing") and tree.lower[n] in forms_of("beginning") for n in before)


def participle(tree: Tree, verb: int) -> bool:
    """Whether a verb is a participle that no other verb helps, so that it has no tense of its own."""
    helped = any(tree.relations[n].partition(":")[0] in {"aux", "cop"} for n in tree.children[verb])
    return tree.lower[verb].endswith("ing") and not helped


def unreal(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what did not come about: "should have closed on Monday", "would have arrived"."""
    helpers = {tree.lower[n] for n in tree.children[verb]}
    return bool(helpers & _UNREAL and helpers & _PERFECT)


def _comes_first(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what comes before that on which it hangs."""
    before = terms("times")["prepositions"]["behind"]
    return any(tree.lower[n] in before and tree.relations[n] in {"mark", "case"} for n in tree.children[verb])


def _next_above(tree: Tree, verb: int) -> int | None:
    """The verb on which a verb hangs, by whatever stands between them; None for a root."""
    head = tree.heads[verb]
    return verb_above(tree, head) if head != verb else None


def _asks(tree: Tree, verb: int, word: int) -> bool:
    """Whether a verb asks or agrees to do something before the word: "invited her to come in the autumn", "to Lima"."""
    leads = tree.lower[verb] in forms_of("leading") | forms_of("scheduled")
    there = tree.lemmas[verb].startswith("invit") and any(tree.lower[n] == "to" for n in range(verb + 1, word))
    return there or (leads and any(infinitive(tree, n) and verb < n < word for n in tree.children[verb]))


def _scheduled(tree: Tree, verb: int) -> bool:
    """Whether a word tells of a plan by itself: "talks scheduled for", "is due", "was postponed"."""
    if tree.lower[verb] not in forms_of("scheduled"):
        return False
    passive = any(tree.relations[n] == "aux:pass" for n in tree.children[verb])
    behind = tree.relations[verb] == "advcl" and _stands_alone(tree, verb)
    return passive or behind or tree.upos[verb] != "VERB" or tree.relations[verb] in {"acl", "amod"}


def _stands_alone(tree: Tree, verb: int) -> bool:
    """Whether a verb has neither subject nor helper: "her visit to Quito, planned for the spring"."""
    own = any(tree.relations[n].partition(":")[0] in {"nsubj", "aux", "cop", "mark"} for n in tree.children[verb])
    return not own and tree.lower[verb].endswith("ed")


def _is_to(tree: Tree, verb: int) -> int | None:
    """The tense of "is to" or "was to" before an infinitive, whatever the tree takes the "is" for; None if none is."""
    mark = next((n for n in tree.children[verb] if tree.lower[n] == "to" and n < verb), 0)
    if not mark or tree.heads[mark - 1] != verb:
        return None
    before = tree.lower[mark - 1]
    return 1 if before in _PRESENT else 0 if before in {"was", "were"} else None  # "was to meet": which one is nearer


def _of_infinitive(tree: Tree, verb: int) -> int | None:
    """The tense of an infinitive by what it hangs on; None if that does not point ahead."""
    head = tree.heads[verb]
    if head == verb or verb_above(tree, head) is None:
        return 1  # a headline: "Orrin to meet Marn on Tuesday"
    behind = tree.relations[verb] == "acl" or (
        tree.relations[verb] in {"advcl", "xcomp"} and tree.lemmas[verb] == "follow"
    )
    if behind and tree.child(verb, "aux:pass") is not None and not _singled_out(tree, head):
        return 1  # "the talks to be held in Quito"
    leads = tree.lower[head] in forms_of("leading") | forms_of("scheduled")
    if leads and tree.upos[head] == "NOUN":
        return 0 if tense(tree, verb_above(tree, head)) < 0 else 1  # "plans to meet on Tuesday were dropped"
    return 1 if leads or tree.lemmas[head] == "be" else None


def _singled_out(tree: Tree, noun: int) -> bool:
    """Whether a noun is the first or the last of its kind: "the first envoy to be received there" was received."""
    return any(tree.lower[n] in {"first", "last", "only"} for n in tree.children[noun])


def present(tree: Tree, verb: int | None) -> bool:
    """Whether a verb stands in the simple present, which beside a date tells what is arranged: "meets on Monday"."""
    if verb is None or tree.upos[verb] != "VERB" or infinitive(tree, verb):
        return False
    helpers = [n for n in tree.children[verb] if tree.relations[n].startswith("aux")]
    progressive = tree.lower[verb].endswith("ing") and any(tree.lower[n] in {"is", "are", "'s", "'re"} for n in helpers)
    return progressive or (not helpers and not _past_form(tree, verb) and not tree.lower[verb].endswith("ing"))


def _past_form(tree: Tree, verb: int) -> bool:
    """Whether a verb's form is a past one; its lemma decides only for those that do not end with "ed"."""
    form = tree.lower[verb]
    forms = terms("times")["tense"]
    if form.endswith("ing") or form in forms["not_past"]:
        return False
    if form in forms["alike"]:
        return not any(tree.relations[n].startswith("aux") for n in tree.children[verb])
    return (
        form in _PAST
        or form in forms["past"]
        or form.endswith("ed")
        or (form != tree.lemmas[verb] and not form.endswith("s"))
    )


def infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tree.lower[n] == "to" and tree.relations[n] in {"mark", "aux"} for n in tree.children[verb])


@cache
def forms_of(kind: str) -> frozenset[str]:
    """The words of a list of `[ahead]` in all their forms: lemmas are now and then wrong, and forms are not."""
    forms = set[str]()
    for word in terms("times")["ahead"][kind]:
        stem = word[:-1] if word.endswith(("e", "y")) else word
        forms |= {word, word + "s", word + "ed", word + "d", word + "ing", stem + "ing", stem + "ied", stem + "ies"}
        forms |= {stem + stem[-1] + "ed", stem + stem[-1] + "ing"}
    return frozenset(forms)
