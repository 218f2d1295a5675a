"""Where an act stands as a sentence tells it: held or planned, accepted or declined, imposed or lifted.

In: a trigger with what governs it, and when it is told to be. Out: a status with the reason; None where the sentence
only asks, supposes or wishes.

Method: the outermost word of the vocabulary that tells a status decides ("called off", "scheduled", "refused to").
Where there is none, the clause does: negation, modal verbs, tense, and the time beside the report's own clock.
"""

from collections.abc import Sequence

from memcon.annotate.acts.lexicon import Predicate, keys, predicates, status_phrase, status_word
from memcon.annotate.acts.mood import OBJECTS, by_clause, is_history, is_telling, placed_from
from memcon.annotate.acts.setting import Governor, verb_of
from memcon.annotate.times.tense import infinitive, tense, unreal
from memcon.annotate.tree import Tree
from memcon.core.act import ActKind
from memcon.core.dates import PartialDate
from memcon.core.terms import listed, terms
from memcon.core.times import Interval

NO_ACT = "none"
"""What the vocabulary writes where a clause tells no act of the kind."""

_WEAK = frozenset({"held", "open", "agreed", "imposed", "happened", "offered", "stated"})
"""Statuses that a verb tells only where no other does: nearly any verb may govern an act that goes on."""
_FIXED = frozenset({"conference", "ceremony", "summit"})
"""What is held whoever comes: an invitation does not make it possible only."""
_WISHED = frozenset({"tentative", "refused"})
"""Statuses that a noun tells of what it is in: "an interest in talks"."""
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_SHORT = frozenset({"fail", "neglect", "omit", "unable", "powerless"})
"""Words for those who do not come to do something."""
_NEARLY = frozenset({"almost", "nearly"})
_WANTING = {"request": "asked", "commitment": "agreed"}


def find_status(
    tree: Tree,
    trigger: int,
    predicate: Predicate,
    above: Sequence[Governor],
    when: Interval | None,
    published: PartialDate | None,
    *,
    undated: bool = False,
) -> tuple[str, str] | None:
    """The status of an act and why.

    Args:
        above: What governs the trigger, the nearest first.
        when: The time it is told to be.
        undated: Whether that is a day of the week that nothing dates.
    """
    if _asked(tree, trigger) or _supposed(tree, (trigger, *(one.word for one in above))) or _imagined(tree, above):
        return None
    default = terms(f"acts/{predicate.kind}")["tense"]
    kind = predicate.kind
    if kind == "engagement" and (short := _fell_short(tree, trigger, above)):
        return default["negated"], f"“{short}”"
    told = _happened(tree, trigger, kind) or _told(tree, trigger, predicate, above) or _coming(tree, trigger, kind)
    told = told or _before_to(tree, trigger, kind)
    if told is not None and (told[0] not in _WEAK or told[1].startswith("it is told")):
        return None if told[0] == NO_ACT else told
    verb = verb_of(tree, trigger, above)
    if verb is None:  # "is not the product of one visit"
        verb = next((one.word for one in above if tree.child(one.word, "cop") is not None), None)
    placed = placed_from(when, published, undated=undated)
    passive = bool(above) and above[0].relation == "nsubj:pass"
    if passive and placed != "ahead" and _is_about(tree, trigger, predicate.kind, above[0]):
        status, why = "past", "nothing else is said"
    else:
        status, why = by_clause(tree, trigger, verb, above, placed)
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


def _happened(tree: Tree, trigger: int, kind: ActKind) -> tuple[str, str] | None:
    """Held, if a clause behind a noun says so, whatever the rest says: "the talks, which took place in Quito"."""
    n = _taking_place(tree, trigger, kind)
    if n is None or tense(tree, n) >= 0:
        return None
    return "held", f"it is told that it “{tree.lower[n]}”"


def _before_to(tree: Tree, trigger: int, kind: ActKind) -> tuple[str, str] | None:
    """How an infinitive stands by the word before its "to", wherever the tree hangs that: "is due to meet"."""
    if trigger < 2 or tree.lower[trigger - 1] != "to" or tree.lower[trigger] != tree.lemmas[trigger]:
        return None
    found = status_word(tree, trigger - 2, kind)
    return (found, f"“{tree.lower[trigger - 2]} to”") if found in {"planned", "tentative"} else None


def _coming(tree: Tree, trigger: int, kind: ActKind) -> tuple[str, str] | None:
    """Planned, if the rest says nothing and such a clause is ahead: "the summit, which will take place in May"."""
    n = _taking_place(tree, trigger, kind)
    if n is None or tense(tree, n) <= 0:
        return None
    return "planned", f"it is told that it is to “{tree.lower[n]}”"


def _taking_place(tree: Tree, trigger: int, kind: ActKind) -> int | None:
    """The verb by which a clause behind an engagement says that it takes place; trees may hang it too high."""
    if kind != "engagement":
        return None
    behind = next((n for n in range(trigger + 1, len(tree)) if tree.upos[n] != "PUNCT"), trigger)
    for n in (*tree.children[trigger], tree.heads[behind]):
        if tree.relations[n] == "acl:relcl" and not tree.negated(n):
            subject = tree.child(n, "nsubj", "nsubj:pass")
            itself = subject is not None and tree.lower[subject] in {"which", "that"}
            if itself and (subject == behind or tree.heads[n] == trigger) and status_word(tree, n, kind) == "held":
                return n
    return None


def _told(tree: Tree, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> tuple[str, str] | None:
    """By a word that tells it, beside the trigger or above it; of what is asked for or agreed, by that word's kind."""
    kind = predicate.kind
    told_by = {"amod", "compound", "advmod"} | ({"acl"} if predicate.type != "letter" else set())  # a letter tells more
    beside = (n for n in tree.children[trigger] if tree.relations[n] in told_by)
    governing = [n for n in _bearing(tree, trigger, kind, above) if not _must(tree, n)]
    found = [(told, tree.lower[n]) for n in beside if (told := status_word(tree, n, kind))][:1]
    for n in governing:  # the outermost counts: "refused to resume", "turned down a request to hold"
        status = _overtaken(tree, n, kind) or _remains(tree, n, kind) or status_word(tree, n, kind)
        wanted = _wanted(tree, n, predicate)
        if asked := _asked_for(tree, governing, n, kind) if wanted else "":
            found.append((asked, tree.lower[n]))
        elif status and not (found and status in _WEAK):
            found.append((_turned(tree, n, status, kind), tree.lower[n]))
        elif wanted:
            found.append((wanted, tree.lower[n]))
    if not found or found[-1][0] in _WEAK:
        status, words = status_phrase(tree, trigger, kind)
        found += [(status, words)] if status else []
    if overtaken := _overtaken(tree, trigger, kind):
        found.append((overtaken, tree.lower[trigger]))
    return (found[-1][0], f"“{found[-1][1]}”") if found else None


def _fell_short(tree: Tree, trigger: int, above: Sequence[Governor]) -> str:
    """The words by which it did not come about so far: "failed to meet", "has yet to hold talks"; empty if it did."""
    if any(_is_yet_to(tree, n) for n in (trigger, *(one.word for one in above))):
        return "yet to"
    if trigger and tree.lower[trigger - 1] in _NEARLY and tree.heads[trigger - 1] == trigger:
        return tree.lower[trigger - 1]
    if trigger > 1 and tree.lower[trigger - 2 : trigger] == ["short", "of"]:
        return "short of"
    direct = [one for one in above[:2] if one.relation in {"obj", "xcomp"}]
    return next(
        (
            tree.lower[one.word]
            for one in direct
            if one.relation == "xcomp" and tree.lemmas[one.word] in _SHORT and not tree.negated(one.word)
            and (one is above[0] or above[0].relation == "obj")
        ),
        "",
    )  # fmt: skip


def _is_yet_to(tree: Tree, verb: int) -> bool:
    """Whether what a verb tells has not come about so far: "has yet to meet her"."""
    mark = next((n for n in tree.children[verb] if tree.lower[n] == "to" and n < verb), 0)
    return mark > 0 and tree.lower[mark - 1] == "yet"


def _must(tree: Tree, n: int) -> bool:
    """Whether "have" only tells what somebody has to do: "had to leave", not "had talks"."""
    clause = tree.child(n, "xcomp")
    return tree.lemmas[n] == "have" and clause is not None and infinitive(tree, clause) and tree.child(n, "obj") is None


def _bearing(tree: Tree, trigger: int, kind: ActKind, above: Sequence[Governor]) -> list[int]:
    """The words above an act that may tell where it stands, up to the first that tells what is said of it."""
    found = list[int]()
    below = trigger
    for number, one in enumerate(above):
        inside = one.relation == "nmod" and one.case == "in" and status_word(tree, one.word, kind) in _WISHED
        if not (inside or _bears(number, one)) or (number == 0 and _is_about(tree, trigger, kind, one)):
            break
        if not (tree.negated(one.word) and one.relation == "nsubj:pass" and is_telling(tree, one.word)):
            found.append(one.word)
        if one.relation == "ccomp" and below != trigger:
            break
        below = one.word
    return found


def _bears(number: int, governor: Governor) -> bool:
    """Whether a word has an act for its object or subject, rather than for when and where: "urged them at talks"."""
    match governor.relation.partition(":")[0]:
        case "obl" | "advcl":
            return number == 0 and governor.case in OBJECTS
        case "nmod":
            return governor.case in OBJECTS
        case _:
            return True


def _is_about(tree: Tree, trigger: int, kind: ActKind, governor: Governor) -> bool:
    """Whether a word tells of a visit that goes on: "the trip is expected to help", "set goals for the trip"."""
    if kind != "engagement" or tree.upos[trigger] != "NOUN":
        return False
    if governor.case in {"for", "to", "with"} and governor.relation == "obl":
        asked = any(one.kind in _WANTING for one in predicates(tree, governor.word))
        return not asked and not status_word(tree, governor.word, kind, governor.case)
    owned = any(tree.lower[n] == "the" or tree.relations[n] == "nmod:poss" for n in tree.children[trigger])
    then = tree.child(governor.word, "xcomp")
    return (
        governor.relation == "nsubj:pass" and owned and then is not None and infinitive(tree, then)
        and tree.lemmas[then] not in listed("telling", "course") and not status_word(tree, then, kind)
    )  # fmt: skip


def _wanted(tree: Tree, n: int, predicate: Predicate) -> str:
    """The status of what a word asks for or agrees to; empty if it does neither."""
    defaults = terms(f"acts/{predicate.kind}")["tense"]
    found = (_WANTING.get(one.kind, "") for one in predicates(tree, n) if one.kind != predicate.kind)
    status = next((defaults[how] for how in found if how in defaults), "")
    return "planned" if status == "tentative" and predicate.type in _FIXED else status


def _asked_for(tree: Tree, governing: Sequence[int], asking: int, kind: ActKind) -> str:
    """What the verb below a word that asks for it tells then: "wants them to answer the hotline"; empty if nothing."""
    below = governing[: governing.index(asking)]
    told = terms(f"acts/{kind}").get("asked", {})
    return next((status for status, verbs in told.items() if below and tree.lemmas[below[-1]] in verbs), "")


def _remains(tree: Tree, n: int, kind: ActKind) -> str:
    """What something is said to be or stay: "contacts remain frozen", "went unanswered"."""
    beside = (m for m in tree.children[n] if tree.relations[m] == "xcomp" and not infinitive(tree, m))
    return next((told for m in beside if (told := status_word(tree, m, kind))), "")


def _overtaken(tree: Tree, n: int, kind: ActKind) -> str:
    """Whether a verb tells of a plan that came to nothing: "was to have met", "had been due to meet"."""
    helpers = [m for m in tree.children[n] if tree.relations[m].partition(":")[0] == "aux"]
    words = {tree.lower[m] for m in helpers}
    perfect = "have" in words and "to" in {tree.lower[m] for m in tree.children[n]} and words & {"was", "were"}
    firm = (
        not listed("telling", "firm").isdisjoint(word for word, _ in keys(tree, n))
        or status_word(tree, n, kind) != "planned"
    )
    planned = "had" in words and not firm
    return "cancelled" if kind == "engagement" and (perfect or planned) else ""


def _turned(tree: Tree, n: int, status: str, kind: ActKind) -> str:
    """The status that a word tells, or where it is denied, the other one: "did not call off"."""
    return terms(f"acts/{kind}").get("negated", {}).get(status, status) if tree.negated(n) else status


def _asked(tree: Tree, trigger: int) -> bool:
    return any(tree.lower[n] == "?" for n in tree.sentence(trigger)[-2:])


def _imagined(tree: Tree, above: Sequence[Governor]) -> bool:
    """Whether it is only said what an act would have been: "a failure to meet would have been seen as a snub"."""
    return any(one.relation.startswith("nsubj") and unreal(tree, one.word) for one in above)


def _supposed(tree: Tree, words: Sequence[int]) -> bool:
    """Whether a clause is a condition, or is joined to one: "if they met", "if they come and name a day for talks"."""
    joined = [tree.heads[n] for n in words if tree.relations[n] == "conj" and tree.child(n, "nsubj") is None]
    return any(
        tree.lower[n] in _CONDITIONS and tree.relations[n] == "mark"
        for word in (*words, *joined)
        for n in tree.children[word]
    )
