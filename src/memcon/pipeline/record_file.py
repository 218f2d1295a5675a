"""The record file as its users know it: what they put in, and what they ask of it."""

import logging
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePath
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self, TypeVar

from memcon import ingest, record, trace
from memcon.core.act import KINDS, ActKind
from memcon.core.annotation import (
    Annotations,
    Damage,
    DamageKind,
    PartyType,
    Speaker,
    Statement,
    StatementKind,
    StatementType,
)
from memcon.core.brief import Brief, Moment
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation
from memcon.core.derivation import Derivation, Family
from memcon.core.discrepancy import Discrepancy, DiscrepancyType
from memcon.core.document import Document, Field
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.issues import read_issues
from memcon.core.judgement import Judgement, withdrawn
from memcon.core.party import Alias, Party, party_index
from memcon.core.problem import Problem
from memcon.core.record import Record
from memcon.core.times import Time, TimeType
from memcon.core.variants import Variants
from memcon.errors import AmbiguousIdError, UnknownIdError
from memcon.language import Language
from memcon.pipeline.adding import Added, Annotator, Progress, Work, now
from memcon.pipeline.building import Built, build, degradations
from memcon.record import Accounts, Readouts
from memcon.store import Store

_Found = TypeVar("_Found", Document, Entry, Party, Document | Entry | Party)
_LOG = logging.getLogger(__name__)


def open(
    path: str | os.PathLike[str] = "memcon.db",
    *,
    create: bool = True,
    language: Language | None = None,
    issues: str | os.PathLike[str] | None = None,
) -> "RecordFile":
    """Open a record file, by default making it if there is none.

    Args:
        language: What reads the documents; by default the model that memcon ships, loaded when it is first needed.
        issues: A file of issues to find, instead of those that memcon ships.

    Raises:
        UnreadableIssuesError: The file of issues cannot be used.
        MissingRecordError: There is no such file, and `create` is false.
        NotARecordError: The file is something else.
    """
    return RecordFile(
        Store.open(os.fspath(path), create=create),
        os.fspath(path),
        Annotator(language, read_issues(Path(issues) if issues else None)),
    )


def near_names(wanted: str, parties: Iterable[Party]) -> tuple[str, ...]:
    """The names of parties that have a name, or a word of one, like this; the most like it first, at most three."""
    names: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        for name in (party.name, *party.names):
            for words in (name, *name.split()):
                names[words.casefold()].append(party.name)
    near = get_close_matches(wanted.casefold(), names, cutoff=0.75)
    return tuple(dict.fromkeys(name for words in near for name in names[words]))[:3]


class RecordFile:
    """A record on disk. Use it as a context manager, or call `close`."""

    def __init__(self, store: Store, path: str, annotator: Annotator) -> None:
        self._store = store
        self._annotator = annotator
        self.path = path
        self._built: dict[str | None, Built] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace_: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        published: str | None = None,
        updated: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        language: str | None = None,
        stdin: BinaryIO | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Added:
        """Read reports into the record: files, folders, glob patterns, or `-` for JSON lines on `stdin`.

        What cannot be read becomes a problem; the rest is read. Each document enters whole or not at all, so an
        interrupted `add` can simply be repeated.

        Args:
            published: ISO 8601, for all these reports; likewise the other fields.
            progress: Called after each document and each problem.
        """
        stated: dict[Field, str | None] = {
            "published": published, "updated": updated, "outlet": outlet, "title": title, "url": url,
            "language": language,
        }  # fmt: skip
        given: dict[Field, str] = {field: value for field, value in stated.items() if value is not None}
        if published:
            given["published"] = PartialDate(published).iso
        if updated:
            given["updated"] = PartialDate(updated).iso
        started = monotonic()
        work = Work(self._store, self._annotator, progress)
        with ingest.Extractor() as extractor:
            for found in work.counted(ingest.find([os.fspath(path) for path in paths], exclude=(Path(self.path),))):
                if isinstance(found, Problem):
                    work.refuse(found)
                    continue
                for item in ingest.read(found, given=given, stdin=stdin, extractor=extractor):
                    work.take(item)
        self._built.clear()
        _LOG.info(
            "add: %d new, %d known, %d problems, %.1f s",
            len(work.added), work.known, len(work.problems), monotonic() - started,
        )  # fmt: skip
        return Added(tuple(work.added), work.known, tuple(work.problems))

    def record(self, *, as_of: PartialDate | None = None) -> Record:
        """Everything that follows from the documents and the judgements."""
        return self._build(as_of).record

    def documents(self, *, as_of: PartialDate | None = None) -> tuple[Document, ...]:
        """The documents, sorted by id; withdrawn ones left out, and with `as_of` those published later or undated."""
        return tuple(self._build(as_of).documents.values())

    def annotations(self, *, as_of: PartialDate | None = None) -> Mapping[DocumentId, Annotations]:
        """What is seen in each document."""
        return self._build(as_of).seen.annotations

    def parties(
        self, *, name: str | None = None, type: PartyType | None = None, as_of: PartialDate | None = None
    ) -> tuple[Party, ...]:
        """Whoever acts or speaks in the reports, those with the most statements first.

        Args:
            name: Only those that have a name which contains this, in any case.
            type: Only these.
        """
        record = self.record(as_of=as_of)
        index = party_index(record.parties)
        said = Counter(index[Alias(one.document, one.speaker.name)].id for one in record.statements if one.speaker)
        found = (party for party in record.parties if name is None or _called(party, name))
        return tuple(
            sorted(
                (party for party in found if type is None or party.type == type),
                key=lambda party: (-said[party.id], -len(party.aliases), party.name, party.id),
            )
        )

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        via: str | None = None,
        to: str | None = None,
        type: StatementType | None = None,
        kind: StatementKind | None = None,
        as_of: PartialDate | None = None,
    ) -> tuple[Statement, ...]:
        """What was said, as each document has it.

        Args:
            speaker: Only by parties that have a name which contains this, in any case.
            about: Only statements that contain these words, in any case.
            via: Only what came through a link with these words, or of this kind, such as `readout`.
            to: Only what was said to parties that have a name which contains this.
            type: Only words, or only beliefs.
            kind: Only direct, indirect or mixed.
        """
        built = self._build(as_of)
        parties = party_index(built.record.parties)

        def is_called(document: DocumentId, party: Speaker | None, name: str | None) -> bool:
            return name is None or (party is not None and _called(parties[Alias(document, party.name)], name))

        def fits(statement: Statement) -> bool:
            text = built.documents[statement.document].text
            return (
                (type is None or statement.type == type)
                and (kind is None or statement.kind == kind)
                and (about is None or any(about.casefold() in a.text(text).casefold() for a in statement.content))
                and (via is None or any(_within(via, (link.text, link.kind)) for link in statement.via))
                and is_called(statement.document, statement.speaker, speaker)
                and is_called(statement.document, statement.addressee, to)
            )

        return tuple(filter(fits, built.record.statements))

    def variants(
        self, *, speaker: str | None = None, about: str | None = None, as_of: PartialDate | None = None
    ) -> tuple[Variants, ...]:
        """What reports word differently: each utterance with its wordings, the best attested first.

        Those with the most wordings come first.

        Args:
            speaker: Only of parties that have a name which contains this, in any case.
            about: Only utterances of which a wording contains these words, in any case.
        """
        built = self._build(as_of)
        called = {one.id for one in built.record.parties if speaker is None or _called(one, speaker)}

        def fits(one: Variants) -> bool:
            texts = (built.documents[each.document].passage(each) for told in one.wordings for each in told.anchors)
            return (speaker is None or one.speaker in called) and (about is None or _within(about, texts))

        return tuple(
            sorted(
                filter(fits, built.record.variants),
                key=lambda one: (-len({told.words for told in one.wordings}), -len(one.wordings), one.id),
            )
        )

    def times(
        self, documents: Iterable[str] = (), *, type: TimeType | None = None, as_of: PartialDate | None = None
    ) -> tuple[Time, ...]:
        """The expressions of time in the reports, and what each of them means there.

        Args:
            documents: Only of these: ids, the beginnings of ids, paths or file names.
            type: Only of this type of TIMEX3.

        Raises:
            UnknownIdError: No document of the record has that id or name.
            AmbiguousIdError: Several do.
        """
        built = self._build(as_of)
        wanted = [_only(one, _named(built.documents.values(), one)).id for one in documents] or built.documents
        seen = (built.seen.annotations[one].times for one in dict.fromkeys(wanted))
        return tuple(time for times in seen for time in times if type is None or time.type == type)

    def timeline(
        self,
        *,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        party: str | None = None,
        about: str | None = None,
        as_of: PartialDate | None = None,
    ) -> tuple[Moment, ...]:
        """What happened, what was said and what is ahead, in the order of time, as far as the reports date it.

        Args:
            since: Only what reaches to this date or beyond; likewise `until`.
            party: Only that in which a party takes part, or speaks, that has a name which contains this.
            about: Only that which rests on a sentence with these words.
        """
        built = self._build(as_of)
        called = {one.name for one in built.record.parties if party is None or _called(one, party)}

        def fits(moment: Moment) -> bool:
            passages = (
                built.documents[one].passage(sentence.anchor)
                for one in {anchor.document for anchor in moment.anchors}
                for sentence in built.seen.annotations[one].sentences
                if any(sentence.anchor.overlaps(anchor) for anchor in moment.anchors)
            )
            return (
                (since is None or since.not_after(moment.end or moment.date))
                and (until is None or moment.date.not_after(until))
                and (party is None or any(name in called for name in moment.parties))
                and (about is None or _within(about, passages))
            )

        return tuple(filter(fits, record.timeline(built.record)))

    def acts(
        self,
        *kinds: ActKind,
        party: str | None = None,
        issue: str | None = None,
        status: str | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        everything: bool = False,
        as_of: PartialDate | None = None,
    ) -> tuple[Entry, ...]:
        """What happened between parties or is to happen; what is dated first, in the order of time.

        Args:
            kinds: Only of these; all without one.
            party: Only those in which a party takes part that has a name which contains this.
            issue: Only those about this issue, or with these words.
            status: Only those that stand so, such as `planned`.
            since: Only what reaches to this date or beyond, and is dated; likewise `until`.
            everything: Also what tells too little to be known from others of its kind.
        """
        built = self._build(as_of)
        called = {one.id for one in built.record.parties if party is None or _called(one, party)}

        def fits(entry: Entry) -> bool:
            when = record.when(entry)
            return (
                entry.kind in (kinds or KINDS)
                and (everything or entry.identified)
                and (status is None or entry.status == status)
                and (party is None or any(one in called for one in record.parties_of(entry)))
                and (issue is None or self._about(issue, entry, built))
                and (since is None or (when is not None and (when.last is None or since.not_after(when.last))))
                and (until is None or (when is not None and when.first is not None and when.first.not_after(until)))
            )

        return tuple(sorted(filter(fits, built.record.entries), key=record.order))

    @staticmethod
    def _about(issue: str, entry: Entry, built: Built) -> bool:
        """Whether an entry is about an issue of that name, or has the words."""
        named = {claim.normalised for slot in entry.slots if slot.name == "issue" for claim in slot.claims}
        passages = (built.documents[anchor.document].passage(anchor) for anchor in entry.evidence)
        return issue.casefold() in {one.casefold() for one in named} or _within(issue, passages)

    def families(self, *, as_of: PartialDate | None = None) -> tuple[Family, ...]:
        """The documents grouped by the origin they share."""
        return self.record(as_of=as_of).families

    def derivations(self, *, as_of: PartialDate | None = None) -> tuple[Derivation, ...]:
        """Which document was made from which, with the proof."""
        return self.record(as_of=as_of).derivations

    def trace(self, document: str | None = None, *, as_of: PartialDate | None = None) -> tuple[Derivation, ...]:
        """Which document was made from which, with the proof; of one document, what it was made from and what of it.

        Args:
            document: Its id or the beginning of it, its path as added, or the file's name.

        Raises:
            UnknownIdError: No document of the record has that id or name.
            AmbiguousIdError: Several do.
        """
        built = self._build(as_of)
        found = built.record.derivations
        if document is None:
            return found
        one = _only(document, _named(built.documents.values(), document)).id
        return tuple(derivation for derivation in found if one in {derivation.child, derivation.parent})

    def damage(
        self, document: str | None = None, *, kind: DamageKind | None = None, as_of: PartialDate | None = None
    ) -> tuple[Damage, ...]:
        """What translation and spinning broke in the reports, or in one of them, with what was probably written.

        Args:
            document: Its id or the beginning of it, its path as added, or the file's name.
            kind: Only what went wrong in this way.

        Raises:
            UnknownIdError: No document of the record has that id or name.
            AmbiguousIdError: Several do.
        """
        built = self._build(as_of)
        one = None if document is None else _only(document, _named(built.documents.values(), document)).id
        return tuple(
            mark for mark in built.record.damage if one in {None, mark.anchor.document} and kind in {None, mark.kind}
        )

    def degradations(
        self, *, kind: DamageKind | None = None, as_of: PartialDate | None = None
    ) -> Mapping[DocumentId, Degradation]:
        """How damaged each report is, in all ways or in this one, as marks per word with an interval."""
        built = self._build(as_of)
        return degradations(self.damage(kind=kind, as_of=as_of), built.seen.words)

    def brief(
        self,
        *,
        between: tuple[str, str] | None = None,
        as_of: PartialDate | None = None,
        everything: bool = False,
    ) -> Brief:
        """The record, told.

        Args:
            between: Names, ids or beginnings of ids of two parties; only what is between them. Whoever acts for a state
                counts as that state.
            everything: Every statement, not only the key statements of each speaker.

        Raises:
            UnknownIdError: No party has that name; a note says which names are most like it.
            AmbiguousIdError: Several do.
        """
        built = self._build(as_of)
        part, parties, left_out = built.record, list[Party](), 0
        if between is not None:
            parties = [self._party(name, built) for name in between]
            part, left_out = record.between(built.record, *parties)
        return record.brief(
            part,
            between=[party.name for party in parties],
            as_of=as_of,
            undated=built.undated,
            times={document: seen.times for document, seen in built.seen.annotations.items()},
            most=None if everything else record.KEY,
            left_out=left_out,
        )

    def disagreements(
        self,
        *,
        all: bool = False,
        type: DiscrepancyType | None = None,
        party: str | None = None,
        as_of: PartialDate | None = None,
    ) -> tuple[Discrepancy, ...]:
        """Where accounts of one thing differ, the gravest first.

        Args:
            all: Also differences that are none once they are normalised.
            type: Only these.
            party: Only about that in which a party takes part, or speaks, that has a name which contains this.
        """
        built = self._build(as_of)
        called = {one.id for one in built.record.parties if party is None or _called(one, party)}
        entries = {entry.id: entry for entry in built.record.entries}

        def fits(one: Discrepancy) -> bool:
            entry = entries.get(one.entry)
            taking_part = record.taking_part(entry) if entry else ()
            return (
                (all or one.listed)
                and (type is None or one.type == type)
                and (party is None or any(id in called for id in taking_part))
            )

        found = filter(fits, built.record.discrepancies)
        return tuple(sorted(found, key=lambda one: (-one.severity, one.id)))

    def compare(self, left: str, right: str | None = None, *, as_of: PartialDate | None = None) -> Accounts | Readouts:
        """The accounts of one entry side by side, or what two documents tell alike and what only one of them tells.

        Args:
            left: An entry's id, the beginning of it, or words of its title; with `right`, a document's id, the
                beginning of it, its path as added, or the file's name.
            right: Another document.

        Raises:
            UnknownIdError: Nothing has that id, name or title.
            AmbiguousIdError: Several do; a note says what they are.
        """
        built = self._build(as_of)
        if right is not None:
            one, other = (_only(name, _named(built.documents.values(), name)).id for name in (left, right))
            return record.readouts(one, other, built.record)
        try:
            return record.accounts(_only_entry(left, built.record), built.record)
        except UnknownIdError as error:
            is_document = bool(_named(built.documents.values(), left))
            error.add_note(
                "It is a document; name a second one to compare it with."
                if is_document
                else "`memcon engagements` lists what can be compared, with ids."
            )
            raise

    @staticmethod
    def _party(name: str, built: Built) -> Party:
        """The state of that name, else the party of that id or name, else the one with a name that contains it."""
        known = [party for party in built.record.parties if name]
        called = [party for party in known if _is_called(party, name)]
        states = [party for party in called if party.type == "state"]
        found = states or called or [party for party in known if _called(party, name)]
        try:
            return _only(name, found)
        except UnknownIdError as error:
            if near := near_names(name, known):
                error.add_note(f"Did you mean {' or '.join(near)}?")
            raise
        except AmbiguousIdError as error:
            error.add_note(f"{'; '.join(f'{one.id} is {one.name}' for one in found[:5])}.")
            raise

    def show(self, id: str) -> Document | Entry | Party:
        """A document, an entry or a party of the record.

        Args:
            id: Its id or the beginning of it; for a document also its path as added, or the file's name; for a party
                also any of its names, in any case.

        Raises:
            UnknownIdError: Nothing has that id or name; a note says which names are most like it.
            AmbiguousIdError: Several do; a note says which parties they are.
        """
        built = self._build(None)
        documents = [*built.documents.values(), *built.withdrawn]
        found: list[Document | Entry | Party] = [*_named(documents, id)]
        found += (entry for entry in built.record.entries if id and entry.id.startswith(id))
        found += (party for party in built.record.parties if id and _is_called(party, id))
        try:
            return _only(id, found)
        except UnknownIdError as error:
            if near := near_names(id, built.record.parties):
                error.add_note(f"Did you mean {' or '.join(near)}?")
            raise
        except AmbiguousIdError as error:
            if parties := [f"{one.id} is {one.name}" for one in found if isinstance(one, Party)]:
                error.add_note(f"{'; '.join(parties)}.")
            raise

    def problems(self) -> tuple[Problem, ...]:
        """Inputs that were refused or faulty, since the record began."""
        return self._store.problems()

    def withdraw(self, id: str, *, why: str = "", who: str = "") -> Judgement:
        """Take a document out of the count; it stays in the file, and `restore` brings it back."""
        document = _only(id, _named(self._store.documents(), id))
        self._built.clear()
        return self._store.judge("withdraw", document.id, "", who=who, why=why, at=now())

    def restore(self, id: str) -> Judgement:
        """Undo the withdrawal of a document.

        Raises:
            UnknownIdError: No withdrawn document has that id.
        """
        standing = [one for one in self._store.judgements() if one.kind == "withdraw" and one.undone_at is None]
        gone = withdrawn(standing)
        document = _only(id, _named((one for one in self._store.documents() if one.id in gone), id))
        self._built.clear()
        return [self._store.undo(one.id, at=now()) for one in standing if one.left == document.id][-1]

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, with those that were undone."""
        return self._store.judgements()

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the file: nothing, unless the disk or another program damaged it."""
        return self._store.verify()

    def _build(self, as_of: PartialDate | None) -> Built:
        key = as_of.iso if as_of else None
        if key not in self._built:
            self._refresh()
            self._built[key] = build(self._store, as_of)
        return self._built[key]

    def _refresh(self) -> None:
        """Annotate again what an earlier version of the annotators saw."""
        version = self._annotator.version
        for document in self._store.stale(version):
            annotations, _ = self._annotator(document)
            self._store.annotate(annotations, trace.fingerprint(document, annotations), version=version)


def _named(documents: Iterable[Document], wanted: str) -> list[Document]:
    """The documents with this id or beginning of an id, path as added, or file name."""

    def fits(document: Document) -> bool:
        paths = [arrival.path for arrival in document.arrivals]
        return document.id.startswith(wanted) or any(wanted in {path, PurePath(path).name} for path in paths)

    return [document for document in documents if wanted and fits(document)]


def _called(party: Party, words: str) -> bool:
    """Whether a name of the party contains these words."""
    return _within(words, (party.name, *party.names))


def _within(words: str, texts: Iterable[str]) -> bool:
    return any(words.casefold() in text.casefold() for text in texts)


def _is_called(party: Party, wanted: str) -> bool:
    """Whether it is the party's id, the beginning of it, or one of its names."""
    name = wanted.casefold()
    return party.id.startswith(wanted) or any(name == one.casefold() for one in (party.name, *party.names))


def _only_entry(wanted: str, made: Record) -> Entry:
    """The entry with this id or beginning of an id, else with these words in its title."""
    known = [entry for entry in made.entries if wanted]
    found = [entry for entry in known if entry.id.startswith(wanted)] or [
        entry for entry in known if entry.identified and _within(wanted, (record.title(entry),))
    ]
    try:
        return _only(wanted, found)
    except AmbiguousIdError as error:
        error.add_note(f"{'; '.join(f'{one.id[:8]} is {record.title(one)}' for one in found[:5])}.")
        raise


def _only(wanted: str, found: Sequence[_Found]) -> _Found:
    if not found:
        raise UnknownIdError(wanted)
    if len(found) > 1:
        raise AmbiguousIdError(wanted, (one.id for one in found))
    return found[0]
