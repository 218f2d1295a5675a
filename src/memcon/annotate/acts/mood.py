"""What a clause makes of an act that no word beside it places: by negation, modal verbs, tense and time.

In: a trigger, the verb of its clause, what governs it, and where its time lies. Out: `past`, `future`, `possible`,
`negated` or `unwilling`, and by what.
"""

from collections.abc import Sequence
from datetime import timedelta

from memcon.annotate.acts.lexicon import hosts, predicates, status_word
from memcon.annotate.acts.setting import Governor
from memcon.annotate.times.tense import carrier, infinitive, participle, present, tense, unreal, verb_above
from memcon.annotate.tree import Tree
from memcon.core.dates import PartialDate
from memcon.core.terms import listed
from memcon.core.times import Interval

OBJECTS = frozenset("for to from of with into on out off".split()) | {""}
"""Prepositions by which a verb has an act for its object: "asked for talks", "pulled out of the summit"."""

_POSSIBLE = frozenset({"may", "might", "could", "can", "would"})
_NEAR = 4  # words between such an adverb and the act
_WILLING = frozenset({"will", "would", "wo", "'ll"})
_BEHIND = frozenset({"after", "since", "following", "upon"})
_AHEAD = frozenset({"before", "ahead of", "prior to", "until", "for"})
_WITHOUT = {"without": "", "instead": "of", "rather": "than"}
"""Words that begin what was not done, with the word that follows them then."""
_HISTORY = timedelta(days=730)
"""How long ago what is over is history: two years, as examples/acts/README.md has it."""


def by_clause(tree: Tree, trigger: int, verb: int | None, above: Sequence[Governor], placed: str) -> tuple[str, str]:
    """`past`, `future`, `possible`, `negated` or `unwilling`, and by what.

    Args:
        placed: As `placed_from` says.
    """
    denied = any(tree.lower[n] == "no" for n in tree.children[trigger])
    if verb is None:
        if denied:
            return "negated", "“no”"
        return ("future", "its time") if placed == "ahead" else ("past", "nothing else is said")
    beside = verb != trigger and _is_beside(above, verb)
    lead = carrier(tree, verb)
    if _left_out(tree, trigger):
        return "negated", "it is told what was done without it"
    if denied or (tree.negated(lead) and not beside and not _unknown(tree, verb, trigger)):
        will = _helpers(tree, lead) & _WILLING and verb == trigger
        return ("unwilling" if will else "negated"), "it is denied"
    over = listed("telling", "recent")
    recent = next((tree.lower[n] for n in tree.children[trigger] if tree.lower[n] in over and n < trigger), "")
    if recent and placed != "ahead":
        return "past", f"“{recent}”"
    if maybe := _maybe(tree, trigger):
        return "possible", f"“{maybe}”"
    modal = None if beside else _by_modal(tree, lead)
    return modal or _by_tense(tree, trigger, verb, above, placed)


def _left_out(tree: Tree, trigger: int) -> bool:
    """Whether something else is told to have been done: "left without seeing her", "left instead of meeting"."""
    before = [n for n in tree.children[trigger] if n < trigger and tree.lower[n] in _WITHOUT]
    told = any(tree.lower[n + 1] == _WITHOUT[tree.lower[n]] for n in before if _WITHOUT[tree.lower[n]])
    told = told or any(not _WITHOUT[tree.lower[n]] and tree.relations[n] in {"mark", "case"} for n in before)
    return told and not tree.negated(tree.heads[trigger])


def _helpers(tree: Tree, verb: int) -> set[str]:
    return {tree.lower[n] for n in tree.children[verb] if tree.upos[n] in {"AUX", "ADV", "PART"}}


def _by_modal(tree: Tree, verb: int) -> tuple[str, str] | None:
    """What "would", "may" and "perhaps" make of a clause; None where none of them stands in it."""
    helpers = _helpers(tree, verb)
    if unreal(tree, verb):
        return "possible", "“would”"
    if "would" in helpers and _is_told(tree, verb):
        return "future", "“would”"
    possible = helpers & (_POSSIBLE | listed("telling", "perhaps"))
    return ("possible", f"“{min(possible)}”") if possible else None


def _by_tense(tree: Tree, trigger: int, verb: int, above: Sequence[Governor], placed: str) -> tuple[str, str]:
    """`past` or `future`, by what an act comes before or after, by tense, and by its time."""
    lead = carrier(tree, verb)
    direction = tense(tree, verb, trigger if placed else -1)
    case = above[0].case if verb != trigger and above else ""
    if case in _BEHIND and placed != "ahead" and (direction <= 0 or _is_agreed(tree, verb)):
        return "past", f"“{case}”"
    if case in _AHEAD and placed != "over" and (case != "for" or _leads_to(tree, verb)):
        return "future", f"“{case}”"
    if _singled_out(tree, verb):
        return "past", "“is the first to”"
    if direction > 0 or (direction == 0 and (infinitive(tree, lead) or _goes_with_what_is_ahead(tree, verb))):
        return ("past", "its time") if placed == "over" else ("future", "its tense")
    if placed == "some day" and present(tree, verb):
        return "future", "its time"
    if placed == "ahead" and (direction == 0 or trigger != verb):
        return "future", "its time"
    return "past", "its tense"


def _is_agreed(tree: Tree, verb: int) -> bool:
    """Whether an infinitive is what was agreed, as it is after talks: "agreed to open the border after talks"."""
    head = tree.heads[verb]
    agrees = any(one.kind == "commitment" for one in predicates(tree, head))
    return infinitive(tree, verb) and head < verb and agrees and tense(tree, head) < 0


def _goes_with_what_is_ahead(tree: Tree, verb: int) -> bool:
    """Whether a participle hangs on what is yet to come: "is to address the house after meeting the premier"."""
    head = tree.heads[verb]
    return participle(tree, verb) and tree.relations[verb] == "advcl" and tense(tree, verb_above(tree, head)) > 0


def _maybe(tree: Tree, trigger: int) -> str:
    """The word before an act that makes it possible only: "possibly including a meeting"; empty if there is none."""
    words = range(max(tree.sentence(trigger).start, trigger - _NEAR), trigger)
    return next((tree.lower[n] for n in reversed(words) if tree.lower[n] in listed("telling", "perhaps")), "")


def _leads_to(tree: Tree, verb: int) -> bool:
    """Whether "for" is what is ahead: "left for talks"; not "hosted her for talks", "set goals for talks"."""
    acts = [one for one in predicates(tree, verb) if one.kind == "engagement"]
    return bool(acts or status_word(tree, verb, "engagement", "for")) and not hosts(tree, verb)


def _is_beside(above: Sequence[Governor], verb: int) -> bool:
    """Whether an act only says when and where something else is: "may sign it at the summit"."""
    for one in above:
        if one.relation.partition(":")[0] in {"obl", "advcl"} and one.case not in OBJECTS:
            return True
        if one.word == verb:
            break
    return False


def _unknown(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether a denial is only that something was told: "the meeting was not announced"."""
    return verb != trigger and is_telling(tree, verb) and tree.child(verb, "nsubj:pass") is not None


def is_telling(tree: Tree, verb: int) -> bool:
    """Whether a verb only makes something known, so that its denial says nothing of the thing."""
    form = tree.lower[verb]
    known = listed("telling", "made_known")
    return bool({tree.lemmas[verb], form.removesuffix("d"), form.removesuffix("ed")} & known)


def _singled_out(tree: Tree, verb: int) -> bool:
    """Whether somebody is said to be the one who did it: "is the first envoy to visit"."""
    head = tree.heads[verb]
    if not infinitive(tree, verb) or tree.relations[verb] != "acl" or tree.child(head, "cop") is None:
        return False
    if tree.case(head):  # "is in talks to meet"
        return False
    helpers = {tree.lower[n] for n in tree.children[head] if tree.relations[n].startswith("aux")}
    return not helpers & (_WILLING | _POSSIBLE | listed("telling", "perhaps"))


def placed_from(when: Interval | None, published: PartialDate | None, *, undated: bool = False) -> str:
    """Where a time lies, seen from the report's own: `ahead`, `over` or `now`; empty if no time is told.

    Args:
        undated: Whether a day of the week is told that nothing dates, which is `some day`.
    """
    if when is None:
        return "some day" if undated else ""
    if published is not None and when.first is not None and when.first.relation(published) == "after":
        return "ahead"
    if published is not None and when.last is not None and when.last.relation(published) == "before":
        return "over"
    return "now"


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody said, alone or after another: "said they had met and would meet again"."""
    while tree.relations[verb] == "conj":
        verb = tree.heads[verb]
    return tree.relations[verb] == "ccomp" and tree.lemmas[tree.heads[verb]] in listed("telling", "saying")


def is_history(when: Interval | None, published: PartialDate | None) -> bool:
    """Whether what took place then was over for long when the report was published."""
    if when is None or when.last is None or published is None:
        return False
    return published.bounds()[0] - when.last.bounds()[1] > _HISTORY
