"""What must hold for any acts, however many reports tell them and in whatever order they come."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.align import align_acts, align_parties
from memcon.core.alignment import ActGroup
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from tests.unit.told import report

quick = settings(max_examples=100)

PEOPLE = st.sampled_from(("Orrin", "Marn", "Reyes", "Dube", "Koskela"))
DAYS = st.sampled_from(
    ("", " on [date{2031-05-04}:Sunday]", " on [date{2031-05-06}:Tuesday]", " in [date{2031-05}:May]")
)
LENGTHS = st.sampled_from(("", " for [duration{PT3H}:three hours]", " for [duration{PT6H}:six hours]"))
STATUSES = st.sampled_from(("held", "planned", "tentative", "cancelled", "postponed", "refused"))
TYPES = st.sampled_from(("meeting", "call", "dinner", "visit"))
CONTENTS = st.sampled_from(("to lift the embargo on herring", "to lift its herring embargo", "to release the pilots"))


def met(one: str, other: str, type_: str, status: str, day: str, length: str) -> str:
    """A line that tells an engagement."""
    return f"[participant:{one}] [engagement{{{type_} {status}}}:saw] [participant:{other}]{day}{length}."


def asked(one: str, other: str, content: str) -> str:
    """A line that tells a request."""
    return f"[by:{one}] [request{{request open}}:asked] [to:{other}] [content:{content}]."


again = st.sampled_from(
    ("The [engagement{meeting held}:talks] were calm.", "A further [engagement{meeting planned}:meeting] is likely.")
)
lines = st.one_of(
    st.builds(met, PEOPLE, PEOPLE, TYPES, STATUSES, DAYS, LENGTHS), st.builds(asked, PEOPLE, PEOPLE, CONTENTS), again
)
published = st.none() | st.sampled_from(("2031-05-03", "2031-05-05", "2031-05-07"))
told = st.builds(lambda own, date: report("\n".join(own), date), st.lists(lines, min_size=1, max_size=4), published)
collections = st.lists(told, min_size=1, max_size=6, unique_by=lambda one: one[0].id)


def groups(reports: Sequence[tuple[Document, Annotations]]) -> tuple[ActGroup, ...]:
    """What acts are one."""
    documents = {one.id: one for one, _ in reports}
    annotations = [one for _, one in reports]
    return align_acts(documents, annotations, align_parties(annotations, documents))


@quick
@given(collections, st.randoms(use_true_random=False))
def test_the_order_of_reports_plays_no_part(reports: list[tuple[Document, Annotations]], chance: Random) -> None:
    """Whichever came first, the groups and the reasons for them are the same."""
    other = list(reports)
    chance.shuffle(other)
    assert groups(reports) == groups(other)


@quick
@given(collections)
def test_every_act_is_in_exactly_one_group(reports: list[tuple[Document, Annotations]]) -> None:
    """None is lost, and none stands twice."""
    counted = Counter(act.trigger for group in groups(reports) for act in group.acts)
    assert counted == Counter(act.trigger for _, one in reports for act in one.acts)


@quick
@given(collections)
def test_what_differs_is_never_put_together(reports: list[tuple[Document, Annotations]]) -> None:
    """No group has two days, two lengths, or a status and its opposite at one time."""
    times = {time.anchor: time for _, one in reports for time in one.times}
    for group in groups(reports):
        days = {times[act.time].value for act in group.acts if act.time} - {"2031-05"}
        lengths = {times[act.duration].value for act in group.acts if act.duration}
        statuses = {act.status for act in group.acts}
        assert len(days) < 2 or "postponed" in statuses or group.acts[0].type == "visit"
        assert len(lengths) < 2
        assert not ({"held"} <= statuses and statuses & {"cancelled", "refused"}) or days
        assert len({act.kind for act in group.acts}) == 1


@quick
@given(collections)
def test_why_two_are_one_is_told(reports: list[tuple[Document, Annotations]]) -> None:
    """A group of n reports' mentions needs joins that connect them, each with a score that its features add up to."""
    for group in groups(reports):
        triggers = {act.trigger for act in group.acts}
        for join in group.joins:
            assert {join.left, join.right} <= triggers
            assert join.score == round(sum(feature.value for feature in join.features), 3)
        assert len({act.trigger.document for act in group.acts}) <= len(group.joins) + 1
