"""Acts put together across documents: only what is certainly the same."""

from memcon.align import align_acts, align_parties
from memcon.core.act import Act, ActKind, Argument
from memcon.core.annotation import Annotations, Mention, Referent
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.times import Interval, Time
from memcon.testing import Marked, document, marked


def seen(marks: Marked, made: Document) -> Annotations:
    """The one act that is marked, with its parties, its time and what it asks."""
    (span,) = (one for one in marks.spans if one.label in {"engagement", "request"})
    kind: ActKind = "engagement" if span.label == "engagement" else "request"
    type_, status = span.value.split()
    roles = {"participant": "participant", "by": "by", "to": "to"}
    arguments = [
        Argument(roles[one.label], made.anchor(one.start, one.end), marks.text[one.start : one.end])  # type: ignore[arg-type]
        for one in marks.spans
        if one.label in roles
    ]
    arguments += [Argument("content", anchor) for anchor in marks.anchors(made, "content")]
    times = tuple(
        Time(
            made.anchor(one.start, one.end), "date", one.value, "weekday", interval=Interval.of(PartialDate(one.value))
        )
        for one in marks.labelled("date")
    )
    act = Act(
        kind, type_, status, made.anchor(0, len(made.text)), made.anchor(span.start, span.end),
        tuple(sorted(arguments)), time=times[0].anchor if times else None,
    )  # fmt: skip
    mentions = tuple(Mention(one.anchor, one.party, "person") for one in arguments if one.party)
    referents = tuple(Referent(one, "person", (one,)) for one in sorted({one.party for one in arguments if one.party}))
    return Annotations(made.id, mentions=mentions, referents=referents, times=times, acts=(act,))


def groups(*notations: str) -> list[int]:
    """How many acts are in each group."""
    marks = [marked(one) for one in notations]
    documents = [document(one.text, path=f"{n}.txt") for n, one in enumerate(marks)]
    annotations = [seen(one, made) for one, made in zip(marks, documents, strict=True)]
    by_id = {one.id: one for one in documents}
    found = align_acts(by_id, annotations, align_parties(annotations, by_id))
    return sorted(len(group) for group in found)


MET = "[participant:Ana Orrin] [engagement{meeting held}:met] [participant:Ilse Marn] on [date{2031-05-04}:Sunday]."


def test_the_same_parties_at_the_same_time_are_one_meeting() -> None:
    """Other words and another status make no other act."""
    other = "[participant:Ilse Marn] is to [engagement{meeting planned}:see] [participant:Ana Orrin] on [date{2031-05-04}:4 May]."
    assert groups(MET, other) == [2]


def test_another_day_or_another_party_is_another_meeting() -> None:
    """Two calls in one week stay apart, and so do two guests."""
    later = MET.replace("2031-05-04", "2031-05-06").replace("Sunday", "Tuesday")
    guest = MET.replace("Ilse Marn", "Tomas Reyes")
    assert groups(MET, later, guest) == [1, 1, 1]


def test_requests_are_one_only_in_the_same_words() -> None:
    """Who asks whom does not make two requests one."""
    asked = "[by:Ana Orrin] [request{request open}:asked] [to:Ilse Marn] [content:to lift the embargo]."
    assert groups(asked, f"Again {asked}") == [2]
    assert groups(asked, asked.replace("lift", "keep")) == [1, 1]


def test_what_nobody_is_named_for_is_one_only_where_the_clause_is() -> None:
    """A copy repeats the clause; two reports of some meeting in words of their own stay two."""
    bare = "The [engagement{meeting held}:talks] ended on [date{2031-05-04}:Sunday]."
    assert groups(bare, bare.replace(".", "!")) == [1, 1]
