"""Invented reports with annotations and fingerprints, and all that a record gives back."""

import re
from dataclasses import replace

import msgspec

from memcon.core.annotation import Annotations, Mention, Sentence, Speaker, Statement
from memcon.core.derivation import Comparison, Fingerprint, Overlap, Passage
from memcon.core.document import Document, Received
from memcon.core.ids import StatementId, digest
from memcon.store import Store
from memcon.testing import document

AT = "2031-05-05T08:00:00+00:00"
VERSION = "annotators 1"

Offer = tuple[Received, Annotations, Fingerprint]

_SAID = re.compile("“[^”]*”")


def offer(number: int = 0, *, path: str | None = None) -> Offer:
    """The report of that number, ready to be put; the same number gives the same report."""
    text = (
        f"BRENNA (NWA) — Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for the {number}th time.\n\n"
        f"“We hold {number} proposals, e\u0301 and \U0001f91d included,” Orrin said.\n\n"
        f"“The fish embargo stays until day {number * 7},” Marn told reporters."
    )
    return made(document(text, path=path or f"wire/{number:04}.txt", published="2031-05-04", outlet="Northern Wire"))


def made(report: Document) -> Offer:
    """A document with plausible annotations, whatever its text."""
    raw = report.text.encode("utf-8", "surrogatepass")
    sentences = tuple(Sentence(report.anchor(zone.start, zone.end)) for zone in report.zones)
    statements = tuple(_statement(report, said.start(), said.end()) for said in _SAID.finditer(report.text))
    mentions = tuple(
        Mention(report.anchor(found.start(), found.end()), "Tomas Orrin", "person")
        for found in re.finditer("Orrin", report.text)
    )
    words = report.text.split()
    shingles = tuple(sorted({int(digest(word), 16) for word in words}))
    return (
        Received(report, raw),
        Annotations(report.id, sentences, mentions, (), statements),
        Fingerprint(report.id, len(words), digest(report.text), shingles),
    )


def put(store: Store, offered: Offer) -> str:
    """What `Store.put` says of the offer."""
    return store.put(*offered, version=VERSION, at=AT)


def exported(store: Store) -> tuple[bytes, ...]:
    """Everything a record gives back, as bytes to compare; all of one moment."""
    with store.snapshot():
        documents = store.documents()
        values = (
            documents,
            store.annotations(),
            store.fingerprints(),
            store.comparisons(),
            store.problems(),
            store.judgements(),
            tuple(store.raw(document.id) for document in documents),
        )
    return tuple(msgspec.json.encode(value) for value in values)


def comparison(one: Offer, other: Offer, *, of: str = "all") -> Comparison:
    """What two offered reports might share: their first word."""
    first, second = sorted((one[0].document, other[0].document), key=lambda each: each.id)
    passage = Passage(first.anchor(0, 6), second.anchor(0, 6), 1.0)
    shared = Overlap((passage,), 0.25, 1 / 3, 0.0, 0.5, 0.5, first_lead=True, second_lead=False)
    own = replace(shared, passages=())
    return Comparison(first.id, second.id, of, shared, (7, 1 << 47), own)


def _statement(report: Document, start: int, end: int) -> Statement:
    speaker = Speaker("Tomas Orrin", "person", report.anchor(start, start + 1))
    quoted = (report.anchor(start, end),)
    return Statement(StatementId(digest(report.id, str(start))), report.id, "direct", quoted, quoted, speaker)
