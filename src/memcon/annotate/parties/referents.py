"""The parties of a document, each under the fullest name that the document gives it.

In: entities. Out: `Referent`s, no two with one name, and the name of each entity.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.annotate.parties.entities import Entity
from memcon.annotate.parties.lexicon import is_office
from memcon.annotate.parties.names import Names
from memcon.annotate.parties.nominals import Nominal
from memcon.core.annotation import Mention, PartyType, Referent, Role, Speaker
from memcon.core.document import Document


class Registry:
    """Whoever appears in a document, by name; grows as speakers are looked up."""

    def __init__(self, document: Document, names: Names, entities: Iterable[Entity]) -> None:
        self._document = document
        self._states = names
        self._referents: dict[str, Referent] = {}
        self._names: dict[Entity, str] = {}
        self._alike: Counter[str] = Counter()
        for entity in dict.fromkeys(entities):
            if entity.type is not None:
                self._enter(entity)

    def name(self, entity: Entity) -> str:
        """The name of an entity."""
        if entity not in self._names:
            self._enter(entity)
        return self._names[entity]

    def speaker(self, entity: Entity, nominal: Nominal) -> Speaker:
        """Whoever is said to speak, by the words that say so."""
        return Speaker(self.name(entity), entity.type or "unknown", self._document.anchor(nominal.start, nominal.end))

    def together(self, speakers: Sequence[Speaker], start: int, end: int) -> Speaker:
        """Several who speak with one voice."""
        name = " and ".join(one.name for one in speakers)
        sides = {self._referents[one.name].side for one in speakers}
        side = sides.pop() if len(sides) == 1 else None
        self._referents.setdefault(name, Referent(name, "group", (name,), (), side))
        return Speaker(name, "group", self._document.anchor(start, end))

    def mention(self, entity: Entity, nominal: Nominal) -> Mention:
        """A place where the text refers to a party."""
        anchor = self._document.anchor(nominal.start, nominal.end)
        return Mention(anchor, self.name(entity), entity.type or "unknown", nominal.kind)

    def all(self) -> tuple[Referent, ...]:
        """Every referent, by name."""
        return tuple(self._referents[name] for name in sorted(self._referents))

    def _enter(self, entity: Entity) -> None:
        bare = " ".join(entity.name.split())
        name = bare
        type_: PartyType = entity.type or "unknown"
        if type_ == "person" and not entity.named:  # two officials are two, whatever the report calls them
            self._alike[bare] += 1
            name = bare if self._alike[bare] == 1 else f"{bare} ({self._alike[bare]})"
        self._names[entity] = name
        made = Referent(
            name, type_, tuple(sorted({*entity.names, bare})), self._roles(entity), self._side(entity, bare)
        )
        known = self._referents.get(name)
        self._referents[name] = made if known is None else _joined(known, made)

    def _roles(self, entity: Entity) -> tuple[Role, ...]:
        """The titles and descriptions of a person that name an office or role, each place once."""
        if entity.type != "person":
            return ()
        found = {}
        for nominal in entity.entitling:
            start, end = nominal.title_range
            words = nominal.title if nominal.kind == "name" else nominal.name
            if end > start and is_office(words):
                found[start] = Role(words, nominal.of, self._document.anchor(start, end))
        return tuple(found[start] for start in sorted(found))

    def _side(self, entity: Entity, name: str) -> str | None:
        """The state that most of what is said of it names; none if two are named as often."""
        if entity.type == "state":
            return name
        named = [state for of in entity.sides if (state := self._states.state(of) or self._states.body(of)[1])]
        if entity.type == "organisation" and not named:
            own = self._states.body(name)[1]
            named = [own] if own is not None else []
        counted = Counter(named).most_common(2)
        tied = len(counted) > 1 and counted[0][1] == counted[1][1]
        return counted[0][0] if counted and not tied else None


def _joined(one: Referent, other: Referent) -> Referent:
    """One referent of two with the same name; a side only where they agree or one has none."""
    sides = {side for side in (one.side, other.side) if side is not None}
    return replace(
        one,
        names=tuple(sorted({*one.names, *other.names})),
        roles=tuple(sorted({*one.roles, *other.roles}, key=lambda role: role.anchor)),
        side=sides.pop() if len(sides) == 1 else None,
    )
