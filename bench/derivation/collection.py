"""Documents, the edges between them, and the families they form: what a method is given, and what it should find.

In: plans. Out: `Collection`s. A document has an id that tells nothing, an outlet, a headline, a text, and a time of
publication that may be missing or only a day; an edge goes from a child to what it was made from.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import combinations
from math import ceil
from pathlib import Path
from random import Random
from typing import Literal

from bench.derivation import shaping
from bench.derivation.dress import Credits, Outlet, dressed, headline, outlets
from bench.derivation.plan import EDGES, Made, Plan, plans
from bench.derivation.reporter import account, events, news, reporters
from bench.derivation.sources import Parent, Part, parents
from bench.derivation.spinning import spin
from bench.derivation.text import Body, words
from bench.derivation.translating import translate

Kind = Literal["copy", "abridgement", "rewrite", "translation", "readout", "update", "merge"]
Why = Literal["one event", "own accounts", "one series"]

KINDS: Mapping[Made, Kind] = {
    "copy": "copy", "abridgement": "abridgement", "reordering": "rewrite", "rewrite": "rewrite", "spun": "rewrite",
    "translation": "translation", "merge": "merge", "readout": "readout", "update": "update",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """A report as a method gets it; `published` is ISO 8601, to the second or the day, or None."""

    id: str
    collection: str
    title: str
    outlet: str
    published: str | None
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One document made from another; `made` says how, `kind` the same in memcon's words, or `merge`."""

    child: str
    parent: str
    made: Made
    kind: Kind


@dataclass(frozen=True, slots=True)
class Collection:
    """Some documents, and all that is known about how they came to be.

    Attributes:
        edges: From each child to what it was made from directly.
        families: Whose witness each document is: that of its own first parent, unless it has a story of its own.
        order: When each was really written, whatever is stated; ranks.
        apart: Pairs that look alike and have nothing to do with each other, and why they look alike.
        credits: Name, licence and address of the texts it was made from.
    """

    name: str
    documents: tuple[Document, ...]
    edges: tuple[Edge, ...]
    families: Mapping[str, str]
    order: Mapping[str, int]
    apart: tuple[tuple[str, str, Why], ...]
    credits: tuple[tuple[str, str, str], ...]


def generate(
    data: Path | None, *, pairs: int, seed: int, parts: Iterable[Part] = ("dev", "test")
) -> dict[Part, tuple[Collection, ...]]:
    """Collections with at least so many edges in all, half of them in each part.

    Args:
        data: Folder of public data; without one, only the project's own texts are used.
        parts: Which of the two to make; either is the same whether or not the other is made.
    """
    everything = parents(data)
    count = max(1, ceil(pairs / 2 / EDGES))
    made: dict[Part, tuple[Collection, ...]] = {}
    for part in parts:
        texts = [one for one in everything if one.part == part]
        drawn = plans(texts, count, _chance(seed, part))
        titles = [one.title for one in texts]
        made[part] = tuple(
            collect(plan, f"{part}-{number:03}", _chance(seed, f"{part}/{number}"), titles, part)
            for number, plan in enumerate(drawn)
        )
    return made


def digest(collections: Iterable[Collection]) -> str:
    """SHA-256 of all documents and all that is known about them."""
    hashed = sha256()
    for one in collections:
        lines = [
            [(each.id, each.title, each.outlet, each.published, each.text) for each in one.documents],
            [(edge.child, edge.parent, edge.made) for edge in one.edges],
            sorted(one.families.items()),
            one.apart,
        ]
        hashed.update(json.dumps(lines, ensure_ascii=False).encode())
    return hashed.hexdigest()


def collect(plan: Plan, name: str, chance: Random, titles: Sequence[str], part: Part) -> Collection:
    """The collection of a plan; `titles` are headlines for the menus around the texts."""
    desk = _Desk(name, chance, titles, part)
    drafts = {parent.name: desk.publish(parent) for parent in (*plan.stories, *plan.others)}
    quoting = desk.publish_accounts()
    apart: list[tuple[_Draft, _Draft, Why]] = [(one, other, "own accounts") for one, other in combinations(quoting, 2)]
    for group in plan.groups:
        apart += [(drafts[one.name], drafts[other.name], "one event") for one, other in combinations(group, 2)]
    grouped = {one.name for group in plan.groups for one in group}
    official = [one for one in (*plan.stories, *plan.others) if one.source == "readouts"]
    for one, other in combinations(official, 2):
        if one.name not in grouped or other.name not in grouped:
            apart.append((drafts[one.name], drafts[other.name], "one series"))
    stories = [*(drafts[one.name] for one in plan.stories), *quoting[:_QUOTING_STORIES]]
    for made in plan.jobs:
        desk.make(made, stories)
    return desk.collection(apart, (*plan.stories, *plan.others))


def _chance(seed: int, name: str) -> Random:
    return Random(f"{seed}/{name}")  # noqa: S311 -- variety, not secrecy


@dataclass(slots=True, eq=False)
class _Draft:
    """A document being made: with its body bare, when it was really written, and what it was made from."""

    body: Body
    title: str
    outlet: Outlet
    origin: Outlet
    written: datetime
    genre: str
    credits: Credits
    made: Made | None = None
    parents: list["_Draft"] = field(default_factory=list)

    @property
    def story(self) -> "_Draft":
        """The first of the line it comes from; itself where it is the witness."""
        return self.parents[0].story if self.parents and self.made != "readout" else self


_STATED = (("second", 0.6), ("day", 0.25))  # else nothing: the rest of the pages does not say when
_CHAINED = 0.25  # of the jobs that take a derived text instead of an original
_LONG_ENOUGH = 80  # words of a derived text from which another is made
_QUOTING = 3  # remarks that each of the accounts of one event quotes
_QUOTING_STORIES = 2  # of the accounts that share quotations, those from which others are made
_SPAN = 20  # hours within which the stories of a collection appear
_FURNITURE = 0.6
_LANGUAGES = (1, 2)  # through which a translation went
_TITLE_KEPT = 0.25


class _Desk:
    """Makes the documents of one collection."""

    def __init__(self, name: str, chance: Random, titles: Sequence[str], part: Part) -> None:
        self._name = name
        self._chance = chance
        self._titles = titles
        self._part: Part = part
        self._event, self._elsewhere = events(chance, part, 2)
        self._host, *self._reporters = reporters(chance, part)
        self._outlets = iter(outlets(chance, 40))
        self._drafts: list[_Draft] = []
        self._begin = datetime(2031, 1, 6, 6) + timedelta(days=chance.randrange(300))  # noqa: DTZ001 -- all in UTC

    def publish(self, parent: Parent) -> _Draft:
        """An original."""
        return self._original(parent.body, parent.title, parent.genre)

    def publish_accounts(self) -> list[_Draft]:
        """Some accounts of one event that share nothing but quotations."""
        bodies = [account(self._event, one, self._chance, quoting=_QUOTING) for one in self._reporters]
        return [self._original(body, headline(body, self._chance), "report") for body in bodies]

    def make(self, made: Made, stories: Sequence[_Draft]) -> None:
        """One more document, made from stories or from what was made of them."""
        chance = self._chance
        official = [one for one in stories if one.genre != "report"]
        parent = chance.choice(official if made == "readout" and official else stories)
        derived = [one for one in self._drafts if one.made in _CHAINABLE and len(words(one.body)) >= _LONG_ENOUGH]
        if made in _CHAINABLE and derived and chance.random() < _CHAINED:
            parent = chance.choice(derived)
        sources, outlet = [parent], parent.outlet if made == "update" else next(self._outlets)
        if made == "merge":
            sources.append(chance.choice([one for one in stories if one is not parent]))
        written = max(one.written for one in sources) + timedelta(minutes=chance.randint(20, 2000))
        body = self._body(made, sources, written)
        draft = _Draft(
            body, self._headline(made, parent, body), outlet, parent.origin, written, parent.genre, self._credits(made)
        )
        draft.made, draft.parents = made, sources
        self._drafts.append(draft)

    def collection(self, apart: Iterable[tuple[_Draft, _Draft, Why]], sources: Iterable[Parent]) -> Collection:
        """All of it, under ids that tell nothing."""
        shuffled = [*self._drafts]
        self._chance.shuffle(shuffled)
        ids = {id(draft): f"{self._name}-{number:02}" for number, draft in enumerate(shuffled)}
        documents = tuple(self._document(draft, ids[id(draft)]) for draft in shuffled)
        edges = [
            Edge(ids[id(draft)], ids[id(parent)], draft.made, KINDS[draft.made])
            for draft in shuffled
            for parent in draft.parents
            if draft.made is not None
        ]
        ranked = sorted(shuffled, key=lambda draft: (draft.written, ids[id(draft)]))
        return Collection(
            self._name,
            _distinct(documents),
            tuple(sorted(edges)),
            {ids[id(draft)]: ids[id(draft.story)] for draft in shuffled},
            {ids[id(draft)]: rank for rank, draft in enumerate(ranked)},
            tuple(sorted((ids[id(one)], ids[id(other)], why) for one, other, why in apart)),
            tuple(sorted({(one.name, one.licence, one.url) for one in sources})),
        )

    def _original(self, body: Body, title: str, genre: str) -> _Draft:
        outlet = next(self._outlets)
        written = self._begin + timedelta(minutes=self._chance.randrange(_SPAN * 60))
        signed: Credits = "own" if genre == "report" else "stripped"
        draft = _Draft(body, title, outlet, outlet, written, genre, signed)
        self._drafts.append(draft)
        return draft

    def _body(self, made: Made, sources: Sequence[_Draft], written: datetime) -> Body:
        body, chance = sources[0].body, self._chance
        if made == "merge":
            return shaping.merge(body, sources[1].body, chance)
        if made == "readout":
            host = account(self._elsewhere, self._host, chance, quoting=chance.randint(0, 2))
            return shaping.paste(host[: chance.randint(3, 7)], body, chance)
        if made == "update":
            return shaping.update(body, news(self._elsewhere, chance, self._part), chance)
        if made == "translation":
            for _ in range(chance.choice(_LANGUAGES)):
                body = translate(body, chance, published=written.date())
            return body
        return _SHAPES[made](body, chance)

    def _headline(self, made: Made, parent: _Draft, body: Body) -> str:
        if self._chance.random() < _TITLE_KEPT and made != "readout":
            return parent.title
        if made == "spun":
            return spin((parent.title,), self._chance)[0]
        return headline(body, self._chance)

    def _credits(self, made: Made) -> Credits:
        if made in {"readout", "update"}:
            return "own"
        often = (0.15, 0.65) if made in {"spun", "translation"} else (0.35, 0.45)
        return self._chance.choices(("kept", "stripped", "changed"), (*often, 1 - sum(often)))[0]

    def _document(self, draft: _Draft, id: str) -> Document:
        chance = self._chance
        around = bool(draft.parents) and chance.random() < _FURNITURE
        menu = chance.sample(self._titles, min(3, len(self._titles))) if around else None
        text = dressed(draft.body, draft.outlet, chance, credits=draft.credits, origin=draft.origin, menu=menu)
        drawn, stated = chance.random(), None
        if drawn < _STATED[0][1]:
            stated = f"{draft.written:%Y-%m-%dT%H:%M:%S}Z"
        elif drawn < _STATED[0][1] + _STATED[1][1]:
            stated = f"{draft.written:%Y-%m-%d}"
        return Document(id, self._name, draft.title, draft.outlet.name, stated, text)


def _distinct(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, none the same as another to the letter: a method may take equal files for one."""
    seen: set[tuple[str, str]] = set()
    made = []
    for one in documents:
        new = one if (one.title, one.text) not in seen else replace(one, text=f"{one.text}\n\n{one.outlet}")
        seen.add((new.title, new.text))
        made.append(new)
    return tuple(made)


_SHAPES: Mapping[Made, Callable[[Body, Random], Body]] = {
    "copy": shaping.copy,
    "abridgement": shaping.abridge,
    "reordering": shaping.reorder,
    "rewrite": shaping.rewrite,
    "spun": spin,
}
_CHAINABLE: frozenset[Made] = frozenset({"copy", "abridgement", "reordering", "rewrite", "spun", "translation"})
