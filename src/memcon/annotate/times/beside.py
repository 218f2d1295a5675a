"""Expressions of time beside what is read: in datelines, captions, bylines and the stamp of a report.

In: a document. Out: their times. The language model does not read these zones, so their words have no tree, and what
recurs is the one that is nearest to the day of publication.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.times.find import find_times
from memcon.annotate.tree import Tree
from memcon.core.document import Document, Zone
from memcon.core.reading import Reading, Word
from memcon.core.times import Time
from memcon.language.words import LONGEST, word_ranges

_ZONES = frozenset({"dateline", "caption", "byline"})
_NAMES = frozenset({"month", "season"})
"""Rules of bare words that are people's names too, which without the model nobody can tell: "May Lund"."""
_DATES = frozenset({"published", "updated", "retrieved"})


def find_times_beside(document: Document) -> tuple[Time, ...]:
    """The expressions of time of the zones that are not read; of furniture only where it dates the report."""
    words = (word for number, zone in enumerate(_zones(document)) for word in _words(document, zone, number))
    reading = Reading(document.id, words=tuple(replace(word, head=head) for head, word in enumerate(words)))
    found = find_times(document, Tree(document.text, reading), reading)
    return tuple(time for time in found if time.rule not in _NAMES)


def _zones(document: Document) -> Iterator[Zone]:
    stamps = [datum.start for datum in document.metadata if datum.field in _DATES and datum.start is not None]
    for zone in document.zones:
        if zone.kind in _ZONES or (zone.kind == "furniture" and any(zone.start <= one < zone.end for one in stamps)):
            yield zone


def _words(document: Document, zone: Zone, sentence: int) -> Iterator[Word]:
    """The words of a zone, each a name, a number or something else, and all of them roots."""
    for start, end in word_ranges(document.text, zone.start, zone.end):
        if end - start <= LONGEST:
            first = document.text[start]
            upos = "NUM" if first.isdigit() else "PROPN" if first.isupper() else "X"
            yield Word(document.anchor(start, end), document.text[start:end].casefold(), upos, -1, "root", sentence)
