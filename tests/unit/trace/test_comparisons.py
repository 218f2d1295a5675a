from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import permutations

import pytest

from memcon import trace
from memcon.core.annotation import Annotations
from memcon.core.derivation import Comparison, Overlap
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.testing import annotated, document
from memcon.trace.passages import Story, overlap
from tests.unit.ferries import OTHER, STORY
from tests.unit.trace.test_crowds import BOILERPLATE, nonsense
from tests.unit.trace.test_derivations import PART, SPUN


@dataclass
class Counted:
    """The pairs that were compared word by word, and with what left out."""

    pairs: list[tuple[DocumentId, DocumentId]] = field(default_factory=list)
    without: list[frozenset[int]] = field(default_factory=list)


@contextmanager
def counting() -> Iterator[Counted]:
    """Notes what is compared."""
    counted = Counted()

    def noted(first: Story, second: Story, *, usual: frozenset[int] = frozenset()) -> Overlap:
        counted.pairs.append((first.document, second.document))
        counted.without.append(usual)
        return overlap(first, second, usual=usual)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("memcon.trace.comparisons.overlap", noted)
        yield counted


def compared(
    reports: Iterable[Document], known: Sequence[Comparison] = (), seen: dict[DocumentId, Annotations] | None = None
) -> tuple[Comparison, ...]:
    """The comparisons of some reports."""
    documents = {one.id: one for one in reports}
    annotations = {one.id: annotated(one)[0] for one in documents.values()} | (seen or {})
    prints = [trace.fingerprint(one, annotations[one.id]) for one in documents.values()]
    return trace.compare(documents, annotations, prints, known=known)


REPORTS = [document(text) for text in (STORY, PART, SPUN, STORY + " ", OTHER)]


def test_one_more_report_is_compared_alone() -> None:
    """With all the others' comparisons known, only those with the new report are made, and all are as from nothing."""
    for late in REPORTS:
        known = compared(one for one in REPORTS if one is not late)
        with counting() as counted:
            found = compared(REPORTS, known)
        assert all(late.id in pair for pair in counted.pairs)
        assert found == compared(REPORTS)


def test_nothing_new_is_nothing_to_compare() -> None:
    """The same reports again, or fewer of them, cost no comparison."""
    known = compared(REPORTS)
    with counting() as counted:
        assert compared(REPORTS, known) == known
        assert compared(REPORTS[:2], known) == compared(REPORTS[:2], known[::-1])
    assert counted.pairs == []
    assert compared(REPORTS[:2]) == compared(REPORTS[:2], known)


def test_the_order_of_reports_does_not_matter() -> None:
    """Comparisons are sorted, whoever comes first."""
    assert len({compared(order) for order in permutations(REPORTS[:4])}) == 1


def test_a_report_read_otherwise_is_compared_again() -> None:
    """What is known of a report that has since been annotated otherwise is not used."""
    known = compared(REPORTS[:2])
    one = REPORTS[0]
    unread = {one.id: Annotations(one.id, sentences=annotated(one)[0].sentences)}
    with counting() as counted:
        found = compared(REPORTS[:2], known, unread)
    assert counted.pairs == [(known[0].first, known[0].second)]
    assert found == compared(REPORTS[:2], seen=unread) != known


def test_another_way_of_comparing_is_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of memcon compared is not used."""
    known = compared(REPORTS[:2])
    monkeypatch.setattr("memcon.trace.comparisons.VERSION", "another")
    with counting() as counted:
        compared(REPORTS[:2], known)
    assert len(counted.pairs) == 1


def test_boilerplate_depends_on_all() -> None:
    """A paragraph becomes boilerplate with the thirteenth report that has it; the others are looked at again once."""
    printed = " ".join((BOILERPLATE, BOILERPLATE.replace("Quay Post", "company that prints it")))
    reports = [document(f"{nonsense(number, 120)}\n\n{printed}") for number in range(14)]
    few, many = compared(reports[:12]), compared(reports)
    assert few
    assert all(one.own is None and one.shared.passages for one in few)
    assert all(one.own is not None and not one.own.passages and one.boilerplate for one in many)
    with counting() as counted:
        assert compared(reports, few) == many
    assert not any(set(pair) <= {one.id for one in reports[:12]} for pair in counted.pairs[: -len(many)])
    with counting() as counted:
        assert compared(reports, many) == many
        assert compared(reports[:12], many) == few
    assert not any(counted.without)
