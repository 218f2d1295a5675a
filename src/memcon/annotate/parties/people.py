"""The people of a document by their names and offices.

In: nominals that name people, all of them before the first is resolved, since reports name people before and after they
describe them. Out: who bears a name, and who holds an office.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from memcon.annotate.parties.entities import Entity, akin, bare, same_person
from memcon.annotate.parties.lexicon import offices, role_nouns
from memcon.annotate.parties.nominals import Nominal
from memcon.annotate.tree import Tree
from memcon.core.terms import terms

_OF = re.compile(r"\s+of\s+(the\s+)?(?=[^\W_])")
_MOST = 40  # bearers of one name or office that are looked at; more are no report

New = Callable[[Nominal], Entity]


class People:
    """Who is who.

    Args:
        beside: For each head word the nominal set beside it.
        new: Makes an entity.
        home: The official body that issued the document, if one did.
    """

    def __init__(
        self, tree: Tree, nominals: Sequence[Nominal], beside: Mapping[int, Nominal], new: New, *, home: str = ""
    ) -> None:
        self._tree = tree
        self._new = new
        self._begins = {nominal.start: nominal for nominal in nominals}
        self._full: dict[str, Entity] = {}
        self._bearers: dict[str, list[Entity]] = defaultdict(list)  # by each word of a full name
        self._holders: dict[str, list[Entity]] = defaultdict(list)  # by office
        realms = terms("roles")["realm"]["words"]
        self._home = frozenset(word for word in home.replace(",", "").split() if word.lower() not in realms)
        self._collect([one for one in nominals if one.kind == "name" and one.type == "person"], beside)

    def _collect(self, named: Sequence[Nominal], beside: Mapping[int, Nominal]) -> None:
        previous: Entity | None = None
        for nominal in (one for one in named if " " in one.name):
            person = self.full(nominal)
            self.entitle(person, nominal)
            other = beside.get(nominal.head)
            description = other if other is not None and other.kind == "description" else None
            if description is not None:
                self._note(person, description, description.name, description.of or self._of(nominal))
            said = f"{nominal.title} {description.name if description else ''}"
            if "counterpart" in said and previous is not None and previous is not person:
                of = nominal.of or (description.of if description is not None else None)
                for office, _ in sorted(previous.offices, key=str):
                    person.offices.add((office, of))
                    self._holders[office].append(person)
            previous = person
        for nominal in (one for one in named if one.title and " " not in one.name):
            bearer = self.bearer(nominal)
            if bearer is not None:
                self.entitle(bearer, nominal)

    def full(self, nominal: Nominal) -> Entity:
        """Whoever has a full name; initials and further names make no difference."""
        key = bare(nominal.name)
        known = self._full.get(key)
        if known is None:
            words = key.split(" ")
            among = [one for one in self._bearers[words[-1]][-_MOST:] if same_person(words, bare(one.name).split(" "))]
            known = among[-1] if among else self._new(nominal)
            known.named = True
            self._full[key] = known
            for word in dict.fromkeys(words):
                if known not in self._bearers[word][-_MOST:]:
                    self._bearers[word].append(known)
        if len(nominal.name) > len(known.name):
            known.name = nominal.name
        known.names.add(nominal.name)
        return known

    def single(self, nominal: Nominal, person: Entity) -> None:
        """Note who bears a single name that nobody's full name explains."""
        self._bearers[bare(nominal.name)].append(person)
        self.entitle(person, nominal)

    def bearer(self, nominal: Nominal) -> Entity | None:
        """Who bears a name: the one met most recently, else the first to come, unless the title contradicts."""
        key = bare(nominal.name)
        if key in self._full:
            return self._full[key]
        bearers = self._bearers.get(key, [])[-_MOST:]
        fitting = [one for one in bearers if one.may_bear(nominal.title, nominal.of)]
        if not fitting and any(not one.may_bear(nominal.title.split(" ")[0], None) for one in bearers):
            return None  # a Mr and a Ms of one name are two
        among = fitting or bearers
        met = [one for one in among if 0 <= one.last < nominal.head]
        return max(met, key=lambda one: one.last) if met else min(among, key=lambda one: one.first, default=None)

    def entitle(self, person: Entity, nominal: Nominal) -> None:
        """Note the title before a name."""
        if nominal.title:
            self._note(person, nominal, nominal.title, self._of(nominal))

    def describe(self, person: Entity, description: Nominal) -> None:
        """Note a description of somebody."""
        self._note(person, description, description.name, description.of)

    def _note(self, person: Entity, nominal: Nominal, words: str, of: str | None) -> None:
        person.entitle(nominal, words, of)
        for office in sorted(offices(words) | role_nouns(words)):
            if person not in self._holders[office][-_MOST:]:
                self._holders[office].append(person)

    def holders(self, wanted: Collection[str], of: str | None) -> list[Entity]:
        """Who holds one of some offices, of a state where one is told: rather who is known to be of it."""
        found = (one for office in sorted(wanted) for one in self._holders.get(office, [])[-_MOST:])
        holders = list(dict.fromkeys(one for one in found if one.holds(wanted, of)))
        placed = [one for one in holders if one.sides] if of is not None else []
        return placed or holders

    def at_home(self, one: Entity) -> bool:
        """Whether somebody may be of the office that issued the text: a ministry's "the Minister" is its own."""
        others = {other for _, other in one.offices if other is not None}
        return bool(self._home) and (not others or any(akin(other, word) for other in others for word in self._home))

    def _of(self, nominal: Nominal) -> str | None:
        """The state or body of a title: in its words, or behind the name: "Foreign Minister Ilka Brandt of Hallin"."""
        if nominal.of is not None or not nominal.title:
            return nominal.of
        match = _OF.match(self._tree.text, nominal.end)
        other = (self._begins.get(match.end()) or self._begins.get(match.start(1))) if match else None
        if other is None or other.kind != "name":
            return None
        return other.name if other.type in {"state", "organisation", None} else other.of
