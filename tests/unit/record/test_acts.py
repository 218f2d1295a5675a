"""Entries of acts: what equal readings of a slot have in common."""

from memcon.core.act import Act, ActRole, Argument, Judged
from memcon.core.alignment import ActGroup
from memcon.core.annotation import Annotations
from memcon.core.dates import PartialDate
from memcon.core.derivation import Family, Origins
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import FamilyId
from memcon.core.times import Duration, Interval, Time
from memcon.record.acts import act_entries
from memcon.record.clocks import dated
from memcon.testing import Marked, document, marked
from tests.unit.record.test_discrepancies import record
from tests.unit.told import report


def told(*notations: str) -> Entry:
    """The entry of one engagement that every report tells, a report a year from 2031."""
    marks = [marked(one) for one in notations]
    documents = [
        document(one.text, path=f"{n}.txt", published=f"{2031 + n}-05-15", outlet=f"Paper {n}")
        for n, one in enumerate(marks)
    ]
    pairs = list(zip(documents, marks, strict=True))
    seen = [Annotations(made.id, times=tuple(_times(made, one)), acts=(_act(made, one),)) for made, one in pairs]
    families = {one.id: Family(FamilyId(one.id), one.outlet, (one.id,), established=True) for one in documents}
    by_id = {one.id: one for one in documents}
    (found,) = act_entries(
        by_id, seen, [ActGroup(tuple(act for one in seen for act in one.acts))], Origins(families, {}), {}, dated(by_id)
    )
    return found


def _act(made: Document, marks: Marked) -> Act:
    (trigger,) = marks.anchors(made, "engagement")
    roles: dict[str, ActRole] = {"outcome": "outcome", "description": "description", "precedent": "precedent"}
    arguments = [
        Argument(roles[span.label], made.anchor(span.start, span.end), judged=_judged(span.label, span.value))
        for span in marks.spans
        if span.label in roles
    ]
    return Act("engagement", "visit", "held", made.anchor(0, len(made.text)), trigger, tuple(sorted(arguments)))


def _judged(label: str, value: str) -> Judged:
    return value if label == "outcome" else ""  # type: ignore[return-value]


def _times(made: Document, marks: Marked) -> list[Time]:
    found = []
    for span in marks.labelled("precedent"):
        anchor = made.anchor(span.start, span.end)
        if span.value.startswith("P"):
            found.append(Time(anchor, "duration", span.value, "length", duration=Duration(span.value, 1, 2)))
        else:
            found.append(Time(anchor, "date", span.value, "date", interval=Interval.of(PartialDate(span.value))))
    return found


def values(entry: Entry, name: str) -> list[tuple[str, int]]:
    """What is said of a slot: each value with how many reports say so."""
    slot = entry.slot(name)
    return [] if slot is None else [(claim.normalised, claim.support.documents) for claim in slot.claims]


def test_outcomes_are_compared_by_how_it_went() -> None:
    """Two wordings of one sort are one claim, and the opposite is another."""
    entry = told(
        "The [engagement:visit] [outcome{negative}:ended without a breakthrough].",
        "The [engagement:visit] [outcome{negative}:yielded little].",
        "The [engagement:visit] [outcome{positive}:was a complete success].",
    )
    assert values(entry, "outcome") == [("negative", 2), ("positive", 1)]


def test_descriptions_are_compared_by_their_words() -> None:
    """The order of adjectives and what joins them are no difference."""
    entry = told(
        "The [engagement:visit] was [description:frank and cordial].",
        "The [engagement:visit] was [description:“cordial, frank”].",
        "The [engagement:visit] was [description:open and helpful].",
    )
    assert values(entry, "description") == [("cordial frank", 2), ("helpful open", 1)]


def test_precedents_are_compared_by_their_year() -> None:
    """Seven years told in 2031 and the year 2024 named in 2032 are the same; seven years told in 2033 are not."""
    entry = told(
        "It was the first [engagement:visit] in [precedent{P7Y}:seven years].",
        "It was the first [engagement:visit] since [precedent{2024}:2024].",
        "It was the first [engagement:visit] in [precedent{P7Y}:the past seven years].",
    )
    assert values(entry, "precedent") == [("since 2024", 2), ("since 2026", 1)]


def test_who_promises_is_whoever_most_accounts_say() -> None:
    """Both ministers agreed on a withdrawal, and two accounts tell whose it is."""
    agreed = "[by:Orrin] and [by:Marn] [commitment{agreement agreed}:agreed] on [content:a withdrawal of patrol boats from the strait]."
    pledge = "[by:Brennia] is to [commitment{pledge offered}:withdraw] [content:patrol boats from the strait]."
    (entry,) = record(report(agreed), report(pledge)).entries
    assert {claim.value for slot in entry.slots if slot.name == "by" for claim in slot.claims} == {
        "Ana Orrin",
        "Ilse Marn",
    }
    (entry,) = record(report(agreed), report(pledge), report(pledge.replace("is to", "will"))).entries
    assert {claim.value for slot in entry.slots if slot.name == "by" for claim in slot.claims} == {"Brennia"}
