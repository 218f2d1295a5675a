"""Every phrase of a document resolved to the somebody or something it means.

In: nominals in reading order. Out: for each the `Entity` it means.

Method: sieves from the surest to the vaguest, as in Lee et al. 2013, over entities rather than pairs of mentions. Full
names with their titles and appositions are known first (see `people`). Then, in reading order: a single name is the
most recent bearer of it whose title does not contradict; a definite description is the most salient holder of the
office, else the last thing described by the same noun; a pronoun is the most salient entity of its number and kind.
Gender only passes over people whom a title shows to be of the other one; translation gets it wrong too often to do
more, and it never makes a new person.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from memcon.annotate.parties.appositions import find_appositions
from memcon.annotate.parties.entities import Entity, akin, sort_of
from memcon.annotate.parties.lexicon import COUNTS, genders, lexicon, offices, role_nouns
from memcon.annotate.parties.names import Names
from memcon.annotate.parties.nominals import Nominal
from memcon.annotate.parties.people import People
from memcon.annotate.parties.salience import Salience
from memcon.annotate.tree import Tree
from memcon.core.annotation import PartyType
from memcon.core.states import folded
from memcon.core.terms import listed

_ALSO: dict[PartyType | None, tuple[str, ...]] = {
    "unknown": ("body", "thing"), None: ("person", "body"), "state": ("person",),
}  # fmt: skip
"""Where else to look for a name whose type the text leaves open."""


def resolve(
    tree: Tree,
    names: Names,
    nominals: Sequence[Nominal],
    *,
    speaking: Collection[int] = (),
    quoted: Sequence[bool] = (),
    paragraphs: Sequence[int] = (),
    accounting: Collection[int] = (),
    home: str = "",
) -> dict[int, Entity]:
    """The entity behind every nominal that means one, by the number of its head word.

    Args:
        speaking: Head words of those who are said to say something.
        quoted: For each word whether it stands in a quotation; what does hardly bears on pronouns outside.
        paragraphs: For each word the number of its paragraph.
        accounting: Words after "according to", with those that say whose account it is.
        home: The official body that issued the document, if one did.
    """
    salience = Salience(tree, speaking=speaking, quoted=quoted, paragraphs=paragraphs)
    cast = _Cast(tree, names, nominals, salience, frozenset(accounting), home)
    return {nominal.head: entity for nominal in nominals if (entity := cast.meet(nominal)) is not None}


class _Cast:
    """The entities met so far; the last one of each sort by what it was called."""

    def __init__(
        self,
        tree: Tree,
        names: Names,
        nominals: Sequence[Nominal],
        salience: Salience,
        accounting: Collection[int],
        home: str,
    ) -> None:
        self._tree = tree
        self._names = names
        self._salience = salience
        self._count = 0
        self._met: dict[int, Entity] = {}
        self._last: dict[tuple[str, ...], Entity] = {}
        self._beside = find_appositions(tree, nominals)
        self._people = People(tree, nominals, self._beside, self._new, home=home)
        self._accounts = dict(self._whose_accounts(nominals, accounting))

    def meet(self, nominal: Nominal) -> Entity | None:
        """Whom a nominal means; None for a pronoun that nothing explains."""
        entity = self._find(nominal)
        if entity is None:
            return None
        self._met[nominal.head] = entity
        entity.mentions.append(nominal)
        entity.last = nominal.head
        if nominal.kind == "name":
            entity.names.add(nominal.name)
        if nominal.kind != "pronoun":
            self._last[sort_of(entity.type), nominal.key] = entity
        self._salience.met(nominal, entity)
        return entity

    def _whose_accounts(self, nominals: Iterable[Nominal], accounting: Collection[int]) -> Iterable[tuple[int, str]]:
        """The sentences that are told "according to" a state's body, with that state."""
        for nominal in nominals:
            if nominal.type == "organisation" and nominal.head in accounting:
                state = self._names.body(nominal.name)[1] or self._names.state(nominal.of or "")
                if state is not None:
                    yield self._tree.sentences[nominal.head], state

    def _find(self, nominal: Nominal) -> Entity | None:
        if nominal.kind == "pronoun":
            return self._pronoun(nominal)
        beside = self._beside.get(nominal.head)
        if beside is not None and beside.head in self._met:
            known = self._met[beside.head]
            if sort_of(nominal.type) == sort_of(known.type):
                return known
        if nominal.kind == "name":
            return self._named(nominal)
        if beside is not None and beside.kind == "name" and beside.type == nominal.type == "person":
            return self._named(beside)
        return self._described(nominal)

    # -- names

    def _named(self, nominal: Nominal) -> Entity:
        single = " " not in nominal.name
        match nominal.type:
            case "person" if not single:
                return self._people.full(nominal)
            case "group" if (state := self._names.state(nominal.name)) is not None:
                return self._known(nominal, "state", state)
            case "organisation":
                return (self._people.bearer(nominal) if single else None) or self._body(nominal)
            case "person" | "unknown" | None:
                return self._people.bearer(nominal) or self._known(nominal, nominal.type, nominal.name)
        return self._known(nominal, nominal.type, nominal.name)

    def _known(self, nominal: Nominal, type_: PartyType | None, name: str) -> Entity:
        """Who bears exactly a name, else somebody new."""
        sorts = (sort_of(type_), *_ALSO.get(type_, ()))
        known = next((self._last[sort, folded(name)] for sort in sorts if (sort, folded(name)) in self._last), None)
        if known is not None and known.may_bear(nominal.title.split(" ")[0], None):  # a Mr and a Ms of one name are two
            known.type = known.type or type_
            return known
        made = self._new(nominal)
        made.name, made.type, made.named = name, type_, True
        if known is not None and known.entitling:
            made.name, known.name = f"{nominal.title} {name}", f"{known.entitling[0].title} {name}"
        self._last[sorts[0], folded(name)] = made
        if type_ in {"person", "unknown"}:
            self._people.single(nominal, made)
        return made

    def _body(self, nominal: Nominal) -> Entity:
        """A body by its name: the last one with the same words but for its state's, of the same state or of none."""
        words, of = self._names.body(nominal.name)
        of = of or self._names.state(nominal.of or "")
        if of is not None and words and words <= listed("roles", "collectives"):
            return self._known(nominal, "state", of)
        key = ("body", *sorted(words))
        last = self._last.get(key)
        known = self._last.get((*key, "of", of)) if of is not None else None
        if known is None and last is not None and (of is None or not last.sides or of in last.sides):
            known = last
        if known is None:
            known = self._new(nominal)
            known.named = nominal.kind == "name"
        if of is not None:
            if of not in known.sides:
                known.sides.append(of)
            self._last[(*key, "of", of)] = known
        if len(nominal.name) > len(known.name):
            known.name = nominal.name
        self._last[key] = known
        return known

    # -- descriptions

    def _described(self, nominal: Nominal) -> Entity:
        match nominal.type:
            case "person" if nominal.definite:
                known = self._holder(nominal) or self._again(nominal) or self._peer(nominal) or self._untitled(nominal)
                return known or self._new(nominal)
            case "group":
                return self._group(nominal)
            case "organisation":
                return self._described_body(nominal)
            case None:
                return self._again(nominal) or self._new(nominal)
        return self._new(nominal)

    def _group(self, nominal: Nominal) -> Entity:
        """Several people: those last described by the same words; or, without any others, by the same noun."""
        first, *rest = nominal.name.split()
        words = " ".join(rest) if first.casefold() in COUNTS and rest else nominal.name
        key = ("group", "as", folded(words))
        known = self._last.get(key)
        if known is None and " " not in words:
            known = self._last.get(("group", nominal.key))
        known = known or self._new(nominal)
        if nominal.of is not None:
            known.sides.append(nominal.of)
        self._last[key] = known
        return known

    def _described_body(self, nominal: Nominal) -> Entity:
        of = nominal.of or self._owner_state(nominal)
        if nominal.key in listed("roles", "collectives") and of is not None:
            return self._known(nominal, "state", of)
        if nominal.definite and nominal.of is None and " " not in nominal.name:
            last = self._last.get(("noun", nominal.key))
            if last is not None:
                return last
        found = self._body(nominal)
        self._last["noun", nominal.key] = found
        return found

    def _again(self, nominal: Nominal) -> Entity | None:
        """What a definite description repeats: the last one described by the same noun, with no words that differ."""
        if not nominal.definite:
            return None
        if (said := self._last.get(("described", folded(nominal.name)))) is not None:
            return said
        last = self._last.get((sort_of(nominal.type), nominal.key))
        if last is None or last.plural != nominal.plural:
            return None
        if nominal.of is not None and last.sides and nominal.of not in last.sides:
            return None
        own = set(nominal.name.casefold().split())
        return last if any(own <= set(other.name.casefold().split()) for other in last.mentions[-4:]) else None

    def _holder(self, nominal: Nominal) -> Entity | None:
        """Who has the office: the most salient of the holders just met, else the last one met, else the only one."""
        owner = self._owner(nominal)
        if nominal.key in listed("roles", "others") and owner is not None:
            return self._counterpart(nominal, owner) or self._other(nominal, owner)
        wanted = (offices(nominal.name) if " " in nominal.name else frozenset()) or role_nouns(nominal.name)
        of = nominal.of or self._owner_state(nominal)
        holders = self._people.holders(wanted, of)
        if of is None:
            # "The minister", as his own ministry tells it.
            told = self._accounts.get(self._tree.sentences[nominal.head])
            holders = (self._people.holders(wanted, told) if told is not None else []) or holders
            local = [one for one in holders if self._people.at_home(one)]
            if local:  # a ministry names its own minister first
                return min(local, key=lambda one: one.first)
        barred = self._barred(nominal)
        met = [one for one in holders if one.last >= 0 and one is not barred]
        if met:
            salience = self._salience.at(nominal.head)
            return max(met, key=lambda one: (salience.get(one, 0.0), one.last))
        return holders[0] if len(holders) == 1 and holders[0] is not barred else None

    def _counterpart(self, nominal: Nominal, owner: Entity) -> Entity | None:
        """Who has the same office as whoever owns the description, on another side."""
        if nominal.key not in listed("roles", "others", "peers"):
            return None
        all_ = {office for office, _ in owner.offices}
        sides = set(owner.sides)
        for wanted in (all_ - lexicon().persons, all_):  # of a foreign minister no deputy minister, if there is another
            holders = [one for one in self._people.holders(wanted, nominal.of) if one is not owner and one.last >= 0]
            across = [one for one in holders if sides.isdisjoint(one.sides)]
            if across:
                return max(across, key=_last)
        return None

    def _other(self, nominal: Nominal, owner: Entity) -> Entity | None:
        """The most salient person besides one, who is not of the same side: his host, her guest.

        Nor, of a description that names a side, of any other; and nobody's counterpart has another office.
        """
        sides = {side for _, side in owner.offices if side is not None}
        peer = nominal.key == "counterpart"

        def fits(one: Entity) -> bool:
            across = one.named and one.type == "person" and one is not owner and sides.isdisjoint(one.sides)
            there = nominal.of is None or not one.sides or any(akin(nominal.of, side) for side in one.sides)
            return across and there and not (peer and _in_another_office(one, owner))

        return self._best(nominal, fits)

    def _peer(self, nominal: Nominal) -> Entity | None:
        """The one person of a state who is only known as somebody's counterpart: "the Ghanaian minister"."""
        peers = [
            one for one in dict.fromkeys(self._met.values())
            if one.named and any(akin(nominal.of, side) for side in one.sides)
            and {office for office, _ in one.offices} in ({"counterpart"}, {"colleague"})
        ]  # fmt: skip
        return peers[0] if len(peers) == 1 and nominal.of is not None else None

    def _untitled(self, nominal: Nominal) -> Entity | None:
        """The person on the reader's mind whom nothing has described yet: "Brandt left. The envoy had waited."."""
        tree = self._tree
        first = tree.sentence(nominal.head).start
        opens = tree.starts[first] == nominal.start or (
            self._salience.speaks(nominal.head) and self._salience.quoted(first)
        )
        owned = tree.child(nominal.head, "nmod:poss") is not None
        if (
            not opens
            or owned
            or self._salience.quoted(nominal.head)
            or not tree.relations[nominal.head].startswith("nsubj")
        ):
            return None
        best = self._best(nominal, lambda one: one.person)
        if best is None or not best.named or best.offices or best.sides:
            return None
        self._people.describe(best, nominal)
        return best

    def _owner(self, nominal: Nominal) -> Entity | None:
        owner = self._tree.child(nominal.head, "nmod:poss")
        return self._met.get(owner) if owner is not None else None

    def _owner_state(self, nominal: Nominal) -> str | None:
        """The state that owns what is described; of "his government" the one for which he acts."""
        owner = self._owner(nominal)
        if owner is not None and owner.person and nominal.key in listed("roles", "collectives"):
            sides = dict.fromkeys([*(side for _, side in owner.offices if side is not None), *owner.sides])
            return self._names.state(next(iter(sides))) if len(sides) == 1 else None
        return owner.name if owner is not None and owner.type == "state" else None

    # -- pronouns

    def _pronoun(self, nominal: Nominal) -> Entity | None:
        match nominal.key:
            case "i" | "we" | "you":
                return None
            case "he" | "she":
                other = {"he": "she", "she": "he"}[nominal.key]
                known = self._best(nominal, lambda one: one.person and one.genders != {other})
                return known or self._best(nominal, lambda one: one.person)
            case "they":
                several = self._best(nominal, lambda one: one.type == "group" or one.plural)
                return several or self._best(nominal, lambda one: one.body)
        if self._of_a_body(nominal):
            body = self._best(nominal, lambda one: one.type == "organisation")
            if body is not None:
                return body
        if self._salience.speaks(nominal.head):
            spoke = self._best(nominal, lambda one: one.body and self._salience.spoke(one))
            return spoke or self._best(nominal, lambda one: one.body)
        return self._best(nominal, lambda one: one.body or (one.type is None and not one.plural))

    def _of_a_body(self, nominal: Nominal) -> bool:
        """Whether "its" owns what a committee has and a state has not: "its first session", "its co-chairs"."""
        return nominal.possessive and self._tree.lemmas[self._tree.heads[nominal.head]] in listed("roles", "sittings")

    def _best(self, nominal: Nominal, fits: Callable[[Entity], bool]) -> Entity | None:
        """The most salient entity that fits and is not the subject of the same verb."""
        salience = self._salience.at(nominal.head)
        barred = self._barred(nominal)
        among = [one for one in salience if fits(one) and one is not barred]
        return max(among, key=lambda one: (salience[one], one.last), default=None)

    def _barred(self, nominal: Nominal) -> Entity | None:
        """Whom an object cannot mean: the subject of its own verb."""
        tree = self._tree
        reflexive = tree.lower[nominal.head].endswith(("self", "selves"))
        if nominal.possessive or reflexive or tree.relations[nominal.head] not in {"obj", "iobj", "obl"}:
            return None
        subject = tree.subject(tree.heads[nominal.head])
        return self._met.get(subject) if subject is not None else None

    def _new(self, nominal: Nominal) -> Entity:
        self._count += 1
        made = Entity(self._count, nominal.name, nominal.type, plural=nominal.plural, first=nominal.head)
        made.genders |= genders(nominal.name)
        if nominal.kind == "description":
            made.entitling.append(nominal)
            if nominal.of is not None:
                made.sides.append(nominal.of)
            if nominal.type == "person" and " " in nominal.name:
                self._last["described", folded(nominal.name)] = made
        return made


def _in_another_office(one: Entity, owner: Entity) -> bool:
    """Whether somebody is known by what he is, and that is nothing that the owner of a description is."""
    left, right = ({office for office, _ in each.offices} for each in (one, owner))
    return bool(left and right) and left.isdisjoint(right)


def _last(one: Entity) -> int:
    return one.last
