"""Statements: who said what to whom, quoted or not, and by what chain it reached the report.

In: a document and what a language model sees in it. Out: statements, mentions and referents.

A statement is one utterance: a quotation that is a sentence of its own, or the clause that a cue attributes, with the
quotations in it. What nothing attributes has no speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.parties import Names, Registry, find_nominals, resolve
from memcon.annotate.quotations import Quotation
from memcon.annotate.speech.attributions import Attributed, find_attributions, named
from memcon.annotate.speech.chain import Chain, Link, Setting
from memcon.annotate.speech.cues import base, find_cues
from memcon.annotate.speech.speeches import Speech, find_speeches
from memcon.annotate.tree import Tree
from memcon.core.anchor import Anchor
from memcon.core.annotation import Mention, Referent, Relay, Speaker, Statement
from memcon.core.document import Document
from memcon.core.ids import StatementId, digest
from memcon.core.origins import is_official
from memcon.core.reading import Reading

_OURS = {"i": -1, "we": -2, "you": -3}
"""Numbers of whoever speaks and is spoken to, when a whole document is one person's words."""
_GOES_ON = frozenset({"add", "continue", "conclude"})
"""Verbs by which the same speaker goes on, to the same and through the same."""
_PAPERS = frozenset({"readout", "transcript", "statement"})
"""Relays that go on to hold for what the same speaker says next."""


def find_statements(
    document: Document, reading: Reading, quotations: Sequence[Quotation], tree: Tree
) -> tuple[tuple[Statement, ...], tuple[Mention, ...], tuple[Referent, ...]]:
    """The statements of a document and every place it refers to a party, in reading order, and the parties by name."""
    seen = _Seen(document, reading, quotations, tree)
    statements = _Teller(seen).all(find_speeches(seen.tree, quotations, seen.attributions, seen.paragraphs))
    return statements, tuple(seen.mentions()), seen.registry.all()


def find_chains(document: Document, reading: Reading) -> tuple[tuple[Anchor, ...], ...]:
    """Every set of phrases that refer to one thing, whatever it is; each phrase with all that belongs to it."""
    seen = _Seen(document, reading, (), Tree(document.text, reading))
    whole = {phrase.head: phrase.anchor for phrase in reading.phrases}
    chains: dict[int, set[Anchor]] = {}
    for nominal in seen.nominals.values():
        entity = seen.entities.get(nominal.head)
        alone = _OURS.get(nominal.key, -9 - nominal.head)
        anchor = whole.get(nominal.head) or document.anchor(nominal.start, nominal.end)
        chains.setdefault(entity.number if entity is not None else alone, set()).add(anchor)
    return tuple(sorted(tuple(sorted(chain)) for chain in chains.values()))


class _Seen:
    """Everything about a document that does not depend on one utterance.

    Attributes:
        nominals, entities: By the number of a nominal's head word.
        paragraphs: For each word the number of its zone.
    """

    def __init__(self, document: Document, reading: Reading, quotations: Sequence[Quotation], tree: Tree) -> None:
        self.document = document
        self.tree = tree
        self.paragraphs = _paragraphs(document, tree)
        quoted = [False] * len(tree)
        for start, end in (part for one in quotations if one.kind == "statement" for part in one.parts):
            for n in tree.inside(start, end):
                quoted[n] = True
        names = Names(tree, reading)
        found = find_nominals(tree, names, reading)
        self.nominals = {nominal.head: nominal for nominal in found}
        self._covering = {
            n: one.head for one in found for n in tree.inside(one.start, one.end) if n not in self.nominals
        }
        self.attributions = find_attributions(tree, find_cues(tree, reading), quoted)
        named_by = [(one.source, one.cue) for one in self.attributions if one.source is not None]
        self.entities = resolve(
            tree,
            names,
            found,
            speaking=[self.head(source) for source, _ in named_by],
            quoted=quoted,
            paragraphs=self.paragraphs,
            accounting=[n for source, cue in named_by if cue.preposition for n in tree.below(source)],
            home=document.outlet if document.outlet and is_official(document.outlet) else "",
        )
        by_word = {n: self.entities[head] for n, head in self._covering.items() if head in self.entities}
        self.chain = Chain(tree, self.attributions, self.entities | by_word)
        self.registry = Registry(document, names, self.entities.values())

    def head(self, word: int) -> int:
        """The head word of the nominal that a word is part of."""
        return self._covering.get(word, word)

    def is_party(self, word: int) -> bool:
        """Whether a word means somebody rather than a thing."""
        entity = self.entities.get(self.head(word))
        return entity is not None and (entity.type is not None or entity.named)

    def party(self, word: int | None) -> Speaker | None:
        """Whoever a word means."""
        head = self.head(word) if word is not None else -1
        nominal, entity = self.nominals.get(head), self.entities.get(head)
        return self.registry.speaker(entity, nominal) if nominal is not None and entity is not None else None

    def mentions(self) -> Iterator[Mention]:
        """Every place that refers to a party, in reading order."""
        for nominal in sorted(self.nominals.values(), key=lambda one: (one.start, one.end)):
            entity = self.entities.get(nominal.head)
            if entity is not None and entity.type is not None:
                yield self.registry.mention(entity, nominal)


def _paragraphs(document: Document, tree: Tree) -> list[int]:
    numbers, zone = [], 0
    zones = document.zones
    for start in tree.starts:
        while zone < len(zones) and zones[zone].end <= start:
            zone += 1
        numbers.append(zone)
    return numbers


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with how it was made, and in which paragraph."""

    statement: Statement
    setting: Setting
    paragraph: int


class _Teller:
    """Makes statements of speeches, in reading order, remembering who spoke just before."""

    def __init__(self, seen: _Seen) -> None:
        self._seen = seen
        self._told: list[_Told] = []

    def all(self, speeches: Sequence[Speech]) -> tuple[Statement, ...]:
        """Every statement of the document."""
        for speech in speeches:
            self._told.append(self._continued(speech) if speech.follows is not None else self._new(speech))
        made = (told.statement for told in self._told)
        kept = (one for one in made if one.quoted or one.speaker is not None or one.via)
        return tuple(sorted(kept, key=lambda one: (one.content, one.id)))

    def _new(self, speech: Speech) -> _Told:
        """A statement by its own attribution."""
        said = speech.attributed
        speaker = self._speaker(said) if said is not None else self._beside(speech)
        last = max(self._seen.tree.at(speech.content[-1][1]) - 1, 0)
        paragraph = self._seen.paragraphs[last] if self._seen.paragraphs else 0
        setting = self._setting(speech, speaker, last, paragraph)
        statement = replace(
            self._bare(speech),
            speaker=speaker,
            cue=self._anchor((said.cue.start, said.cue.end)) if said is not None else None,
            addressee=self._seen.party(setting.addressee),
            via=tuple(map(self._relay, setting.via)),
            occasion=self._anchor(setting.occasion),
            medium=self._anchor(setting.medium),
            polarity=said.cue.polarity if said is not None else "positive",
            type=said.cue.type if said is not None else "assertion",
        )
        return _Told(statement, setting, paragraph)

    def _continued(self, speech: Speech) -> _Told:
        """A statement that goes on from another: by the same, to the same, through the same."""
        before = self._told[speech.follows or 0]
        one = before.statement
        statement = replace(
            self._bare(speech), speaker=one.speaker, cue=one.cue, addressee=one.addressee, via=one.via, type=one.type
        )
        return replace(before, statement=statement)

    def _bare(self, speech: Speech) -> Statement:
        """What was said, without who and how; a cue that quotes nothing is part of what makes it one of its kind."""
        document, said = self._seen.document, speech.attributed
        parts = [f"{start}-{end}" for start, end in speech.content]
        cue = [str(said.cue.start)] if said is not None and not speech.quoted else []
        return Statement(
            id=StatementId(digest("statement", document.id, *parts, *cue)),
            document=document.id,
            kind=speech.kind,
            content=tuple(document.anchor(*part) for part in speech.content),
            quoted=tuple(document.anchor(*part) for part in speech.quoted),
        )

    # -- who

    def _speaker(self, said: Attributed) -> Speaker | None:
        """Whom the source means; two joined by "and" speak together; a document speaks for whoever put it out."""
        seen, source = self._seen, said.source
        if source is None:
            return None
        quoted = seen.chain.quoted_by(said)
        if quoted is not None and (person := seen.party(quoted)) is not None:
            return person
        alone = self._issuer(source) if seen.chain.is_relay(source) else seen.party(source)
        if alone is None or not (seen.is_party(source) or seen.chain.is_relay(source)):
            return None  # "expectations are low", "the rules promise"
        joined = (n for n in seen.tree.children[source] if seen.tree.relations[n] == "conj")
        with_ = [other for n in joined if (other := seen.party(n)) is not None and other.type != "unknown"]
        everybody = list({one.name: one for one in (alone, *with_)}.values())
        if len(everybody) == 1:
            return replace(alone, anchor=self._anchor(named(seen.tree, said, source)) or alone.anchor)
        return seen.registry.together(
            everybody, min(one.anchor.start for one in everybody), max(one.anchor.end for one in everybody)
        )

    def _issuer(self, source: int) -> Speaker | None:
        """Whose document or outlet it is: named beside it, or whoever was quoted from one just before."""
        seen = self._seen
        itself = seen.party(source)
        if itself is not None and seen.is_party(source):
            return itself
        beside = seen.party(seen.chain.issuer(source))
        nominal = seen.nominals.get(source)
        if beside is not None or nominal is None or not nominal.definite:
            return beside
        for told in reversed(self._told):
            if seen.paragraphs[source] - told.paragraph > 1:
                return None
            speaker = told.statement.speaker
            if speaker is not None and (told.setting.medium or told.setting.via):
                return speaker if speaker.type in {"organisation", "state"} else None
        return None

    def _beside(self, speech: Speech) -> Speaker | None:
        """A person in the sentence beside a quotation that nothing attributes."""
        found = self._seen.party(speech.beside)
        return found if found is not None and found.type == "person" else None

    # -- how

    def _setting(self, speech: Speech, speaker: Speaker | None, last: int, paragraph: int) -> Setting:
        """What its sentence tells; and, of one who goes on speaking, to whom and through what from just before."""
        seen, said = self._seen, speech.attributed
        if said is None:
            return Setting()
        setting = seen.chain.setting(said, last)
        if speaker is None:
            return setting
        if not setting.via:
            sentence = seen.tree.sentences[said.cue.head]
            quoted = (pair for n in (sentence - 1, sentence - 2) for pair in seen.chain.passed_on(n))
            links = (link for entity, link in quoted if seen.registry.name(entity) == speaker.name)
            setting = replace(setting, via=tuple(links)[:1])
        before = self._before(speaker, paragraph)
        goes_on = speech.kind == "direct" or base(seen.tree.lower[said.cue.head]) in _GOES_ON
        if before is None or setting.occasion or not goes_on:
            return setting
        papers = tuple(link for link in before.setting.via if link.kind in _PAPERS)
        same = bool(papers or before.statement.quoted) and not setting.medium  # "had asked" was at another time
        to = before.setting.addressee if same and setting.addressee is None else setting.addressee
        return replace(setting, via=setting.via or papers, addressee=to)

    def _before(self, speaker: Speaker, paragraph: int) -> _Told | None:
        """How the same speaker last spoke, if it was just before and nobody else was quoted since."""
        for told in reversed(self._told):
            if paragraph - told.paragraph > 1:
                return None
            if told.statement.speaker is not None and told.statement.speaker.name == speaker.name:
                return told
            if told.statement.quoted:
                return None
        return None

    def _relay(self, link: Link) -> Relay:
        anchor = self._seen.document.anchor(link.start, link.end)
        return Relay(" ".join(self._seen.document.passage(anchor).split()), anchor, link.kind)

    def _anchor(self, found: tuple[int, int] | None) -> Anchor | None:
        return self._seen.document.anchor(*found) if found is not None else None
