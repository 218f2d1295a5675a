"""Which words are believed to tell an act: those of the vocabulary that the model confirms, and what it sees alone.

In: a document's cast and the triggers that the model sees. Out: for each such word its predicate and the trigger.

The vocabulary says what a word may tell; the model says whether it does so here. The thresholds are set on
examples/acts/dev, 2026-11: of what the model sees alone with a score from .5 to .9 one in five is an act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import Predicate, predicates, usual
from memcon.annotate.acts.promises import announced
from memcon.annotate.acts.setting import helps
from memcon.core.annotation import Referent
from memcon.core.organisations import organisation
from memcon.core.reading import Trigger

_ENOUGH, _SIDES = 3, 2  # sentences from which a report is of some length; states between which there can be talks


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores of the model from which a word is believed.

    Attributes:
        confirmed: What the vocabulary suggests.
        strong: The same of a word that hardly ever tells anything else.
        alone: What no vocabulary has.
        pledged: An auxiliary that may promise ("would"), if a party is its subject.
        clear: What needs no role filled to be believed.
    """

    confirmed: float = 0.25
    strong: float = 0.05
    alone: float = 0.9
    pledged: float = 0.6
    clear: float = 0.5


_ABROAD = Thresholds()
_AT_HOME = Thresholds(0.97, 0.97, 0.97, 0.97, 0.97)
"""In a report of some length that seems to be about one state, where nearly nothing is an act."""


def thresholds(sentences: int, referents: Sequence[Referent]) -> Thresholds:
    """Those for a report of so many sentences: higher if fewer than two states appear and nobody acts for one.

    A body of many states counts as one.
    """
    states = {one.side or one.name for one in referents if one.type == "state" or one.side is not None or _is_many(one)}
    abroad = len(states) >= _SIDES or any(one.type == "person" and one.side for one in referents)
    return _ABROAD if abroad or sentences < _ENOUGH else _AT_HOME


def _is_many(one: Referent) -> bool:
    """Whether a party is a known body of several states."""
    body = organisation(one.name) if one.type == "organisation" else None
    return body is not None and body.state is None


def believed(cast: Cast, seen: Mapping[int, Trigger], needed: Thresholds) -> Iterator[tuple[int, Predicate, Trigger]]:
    """The words that are believed to tell an act, in reading order, each with what it tells."""
    deeds = set[int]()
    for n in range(len(cast.tree)):
        if needed is _ABROAD and announced(cast, n):
            deeds.add(cast.tree.heads[n])
            anchor = cast.document.anchor(cast.tree.starts[n], cast.tree.ends[n])
            pledge = Trigger(anchor, "commitment", "pledge", "offered", needed.pledged, 0.0)
            yield n, usual("commitment", "pledge"), pledge
        elif (
            (model := seen.get(n)) is not None
            and (told := _told(cast, n, model, needed)) is not None
            and not (n in deeds and told.kind == "measure")  # what a state is to do because it promised to
        ):
            yield n, told, model


def _told(cast: Cast, n: int, model: Trigger, needed: Thresholds) -> Predicate | None:
    """What a word tells, if it is believed to."""
    found = list(predicates(cast.tree, n))
    if found and found[0].strong and found[0].kind != model.kind and model.score >= needed.confirmed:
        return found[0]  # "a close encounter of two frigates" is no meeting
    if model.kind == "position" and (hosting := _hosting(cast, n, found)) is not None:
        return hosting
    listed = [one for one in found if one.kind == model.kind]
    if listed:
        best = next((one for one in listed if one.type == model.type), listed[0])
        best = listed[0] if listed[0].strong else best  # "a virtual meeting" is a call, whatever the model says
        if model.score >= (needed.strong if best.strong else needed.confirmed):
            return best
    return usual(model.kind, model.type) if model.score >= _alone(cast, n, model, needed) else None


def _hosting(cast: Cast, n: int, found: Sequence[Predicate]) -> Predicate | None:
    """That somebody is a guest, where a word that may tell so has a person for its object: "welcomed the minister"."""
    guest = cast.tree.child(n, "obj")
    mention = cast.mentions.get(guest) if guest is not None else None
    if mention is None or mention.type != "person":
        return None
    return next((one for one in found if one.kind == "engagement" and one.roles.get("object") == "visitor"), None)


def _alone(cast: Cast, n: int, model: Trigger, needed: Thresholds) -> float:
    """The score from which what no vocabulary has is believed: lower where a party tells what it "would" do."""
    tree = cast.tree
    if model.kind != "commitment" or not helps(tree, n) or tree.negated(tree.heads[n]):
        return needed.alone
    return needed.pledged if tree.subject(tree.heads[n]) in cast.mentions else needed.alone
