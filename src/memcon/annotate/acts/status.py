"""Where an act stands as a sentence tells it: held or planned, accepted or declined, imposed or lifted.

In: a trigger with what governs it, and when it is told to be. Out: a status with the reason; None where the sentence
only asks, supposes or wishes.

Method: the outermost word of the vocabulary that tells a status decides ("called off", "scheduled", "refused to").
Where there is none, the clause does: negation, modal verbs, tense, and the time beside the report's own clock.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile

from memcon.annotate.acts.lexicon import Predicate, predicates, status_phrase, status_word
from memcon.annotate.acts.setting import Governor, is_verb
from memcon.annotate.times.tense import infinitive, tense, unreal
from memcon.annotate.tree import Tree
from memcon.core.act import ActKind
from memcon.core.dates import PartialDate
from memcon.core.terms import terms
from memcon.core.times import Interval

NO_ACT = "none"
"""What the vocabulary writes where a clause tells no act of the kind."""

_POSSIBLE = frozenset("may might could can would possibly perhaps potentially".split())
_WEAK = frozenset({"held", "open", "agreed", "imposed", "happened", "offered", "stated"})
"""Statuses that a verb tells only where no other does: nearly any verb may govern an act that goes on."""
_FIXED = frozenset({"conference", "ceremony", "summit"})
"""What is held whoever comes: an invitation does not make it possible only."""
_TOLD = frozenset("say tell add state announce confirm report note explain declare indicate".split())
_OBJECTS = frozenset("for to from of with into on out off".split()) | {""}
"""Prepositions by which a verb has an act for its object: "asked for talks", "pulled out of the summit"."""
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_WILLING = frozenset({"will", "would", "wo", "'ll"})
_BEHIND = frozenset({"after", "since", "following", "upon"})
_AHEAD = frozenset({"before", "ahead of", "prior to", "until", "for"})
_WANTING = {"request": "asked", "commitment": "agreed"}
_HISTORY = timedelta(days=730)
"""How long ago what is over is history: two years, as examples/acts/README.md has it."""


def find_status(
    tree: Tree,
    trigger: int,
    predicate: Predicate,
    above: Sequence[Governor],
    when: Interval | None,
    published: PartialDate | None,
) -> tuple[str, str] | None:
    """The status of an act and why.

    Args:
        above: What governs the trigger, the nearest first.
        when: The time it is told to be.
    """
    if _asked(tree, trigger) or _supposed(tree, (trigger, *(one.word for one in above))):
        return None
    default = terms(f"acts/{predicate.kind}")["tense"]
    told = _told(tree, trigger, predicate, above)
    if told is not None and told[0] not in _WEAK:
        return None if told[0] == NO_ACT else told
    verb = _verb(tree, trigger, above)
    status, why = _by_clause(tree, trigger, verb, above, when, published)
    if status == "past":
        bare = predicate.status or default["past"]
        found, why = told or (bare, f"“{tree.lower[trigger]}”" if predicate.status else why)
    else:
        found = default.get(status, NO_ACT)
    if found == NO_ACT:
        return None
    if found == "held" and is_history(when, published):
        return "historical", "its time"
    return found, why


def _told(tree: Tree, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> tuple[str, str] | None:
    """By a word that tells it, beside the trigger or above it; of what is asked for or agreed, by that word's kind."""
    kind = predicate.kind
    beside = (n for n in tree.children[trigger] if tree.relations[n] in {"amod", "compound", "acl", "advmod"})
    governing = [one.word for n, one in takewhile(_bears, enumerate(above))]
    found = [(told, tree.lower[n]) for n in beside if (told := status_word(tree, n, kind))][:1]
    for n in governing:  # the outermost counts: "refused to resume", "turned down a request to hold"
        status = _overtaken(tree, n, kind) or _remains(tree, n, kind) or status_word(tree, n, kind)
        if status and not (found and status in _WEAK):
            found.append((_turned(tree, n, status, kind), tree.lower[n]))
        elif wanted := _wanted(tree, n, predicate):
            found.append((wanted, tree.lower[n]))
    if not found or found[-1][0] in _WEAK:
        status, words = status_phrase(tree, trigger, kind)
        found += [(status, words)] if status else []
    if overtaken := _overtaken(tree, trigger, kind):
        found.append((overtaken, tree.lower[trigger]))
    return (found[-1][0], f"“{found[-1][1]}”") if found else None


def _bears(numbered: tuple[int, Governor]) -> bool:
    """Whether a word has an act for its object or subject, rather than for when and where: "urged them at talks"."""
    number, governor = numbered
    match governor.relation.partition(":")[0]:
        case "obl" | "advcl":
            return number == 0 and governor.case in _OBJECTS
        case "nmod":
            return governor.case in _OBJECTS
        case _:
            return True


def _wanted(tree: Tree, n: int, predicate: Predicate) -> str:
    """The status of what a word asks for or agrees to; empty if it does neither."""
    defaults = terms(f"acts/{predicate.kind}")["tense"]
    found = (_WANTING.get(one.kind, "") for one in predicates(tree, n) if one.kind != predicate.kind)
    status = next((defaults[how] for how in found if how in defaults), "")
    return "planned" if status == "tentative" and predicate.type in _FIXED else status


def _remains(tree: Tree, n: int, kind: ActKind) -> str:
    """What something is said to be or stay: "contacts remain frozen", "went unanswered"."""
    beside = (m for m in tree.children[n] if tree.relations[m] == "xcomp" and not infinitive(tree, m))
    return next((told for m in beside if (told := status_word(tree, m, kind))), "")


def _overtaken(tree: Tree, n: int, kind: ActKind) -> str:
    """Whether a verb tells of a plan that came to nothing: "was to have met", "had been due to meet"."""
    helpers = [m for m in tree.children[n] if tree.relations[m].partition(":")[0] == "aux"]
    words = {tree.lower[m] for m in helpers}
    perfect = "have" in words and "to" in {tree.lower[m] for m in tree.children[n]} and words & {"was", "were"}
    planned = "had" in words and status_word(tree, n, kind) == "planned"
    return "cancelled" if kind == "engagement" and (perfect or planned) else ""


def _turned(tree: Tree, n: int, status: str, kind: ActKind) -> str:
    """The status that a word tells, or where it is denied, the other one: "did not call off"."""
    return terms(f"acts/{kind}").get("negated", {}).get(status, status) if tree.negated(n) else status


def _verb(tree: Tree, trigger: int, above: Sequence[Governor]) -> int | None:
    return next((n for n in (trigger, *(one.word for one in above)) if is_verb(tree, n)), None)


def _by_clause(
    tree: Tree,
    trigger: int,
    verb: int | None,
    above: Sequence[Governor],
    when: Interval | None,
    published: PartialDate | None,
) -> tuple[str, str]:
    """`past`, `future`, `possible` or `negated`, and by what."""
    ahead = (
        when is not None
        and when.first is not None
        and published is not None
        and (when.first.relation(published) == "after")
    )
    over = (
        when is not None
        and when.last is not None
        and published is not None
        and (when.last.relation(published) == "before")
    )
    if verb is None:
        return ("future", "its time") if ahead else ("past", "nothing else is said")
    helpers = {tree.lower[n] for n in tree.children[verb] if tree.upos[n] in {"AUX", "ADV", "PART"}}
    if tree.negated(verb) or any(tree.lower[n] == "no" for n in tree.children[trigger]):
        will = helpers & _WILLING and verb == trigger
        return ("unwilling" if will else "negated"), "it is denied"
    if unreal(tree, verb):
        return "possible", "“would”"
    if "would" in helpers and _is_told(tree, verb):
        return "future", "“would”"
    if helpers & _POSSIBLE:
        return "possible", f"“{min(helpers & _POSSIBLE)}”"
    direction = tense(tree, verb, -1 if when is None else trigger)
    if verb != trigger and above and above[0].case in _BEHIND and direction <= 0 and not ahead:
        return "past", f"“{above[0].case}”"
    if verb != trigger and above and above[0].case in _AHEAD and not over:
        return "future", f"“{above[0].case}”"
    if direction > 0 or (direction == 0 and infinitive(tree, verb)):
        return ("past", "its time") if over else ("future", "its tense")
    if ahead and (direction == 0 or trigger != verb):
        return "future", "its time"
    return "past", "its tense"


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody said, alone or after another: "said they had met and would meet again"."""
    while tree.relations[verb] == "conj":
        verb = tree.heads[verb]
    return tree.relations[verb] == "ccomp" and tree.lemmas[tree.heads[verb]] in _TOLD


def _asked(tree: Tree, trigger: int) -> bool:
    return any(tree.lower[n] == "?" for n in tree.sentence(trigger)[-2:])


def _supposed(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a clause is a condition: "if they met", "whether they met"."""
    return any(
        tree.lower[n] in _CONDITIONS and tree.relations[n] == "mark" for word in words for n in tree.children[word]
    )


def is_history(when: Interval | None, published: PartialDate | None) -> bool:
    """Whether what took place then was over for long when the report was published."""
    if when is None or when.last is None or published is None:
        return False
    return published.bounds()[0] - when.last.bounds()[1] > _HISTORY
