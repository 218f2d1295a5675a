from itertools import permutations

import pytest

from memcon.align import align_parties, align_utterances
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.testing import annotations, document, marked

Report = tuple[Document, Annotations]

LONG = "we will keep the lock open for everyone who asks politely"


def report(*statements: str, number: int = 0) -> Report:
    """A report with these marked statements."""
    marks = marked(f"Report {number}. " + " ".join(f"[statement:{one}]" for one in statements))
    made = document(marks.text)
    return made, annotations(made, marks)


def groups(*reports: Report) -> list[list[str]]:
    """The quotations of each group, in the order of the reports."""
    documents = {made.id: made for made, _ in reports}
    order = {made.id: number for number, (made, _) in enumerate(reports)}
    by_id = {one.id: one for _, seen in reports for one in seen.statements}
    seen_in_all = [seen for _, seen in reports]
    found = align_utterances(documents, seen_in_all, align_parties(seen_in_all))
    assert sorted(one for group in found for one in group) == sorted(by_id)
    return sorted(
        [
            documents[s.document].passage(s.quoted[0])
            for s in sorted((by_id[i] for i in group), key=lambda s: order[s.document])
        ]
        for group in found
    )


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("[speaker:Brandt] said [quote:“It is over.”]", '[speaker:Ilka Brandt] said [quote:"IT IS OVER"]', True),
        ("[speaker:Brandt] said [quote:“It isn’t over.”]", "[quote:“It isn't over.”]", True),
        (f"[speaker:Brandt] said [quote:“{LONG}”]", f"[quote:“As ever, {LONG}, and more.”]", True),
        ("[speaker:Brandt] said [quote:“It is over.”]", "[speaker:Reyes] said [quote:“It is over.”]", False),
        ("[quote:“a 12th proposal is on the table now”]", "[quote:“a 13th proposal is on the table now”]", False),
        ("[quote:“late”]", "[quote:“late”]", False),
        ("[quote:“is it over”]", "[quote:“now tell me is it over or not”]", False),
        ("[quote:“It is over.”]", "[quote:“Over it is.”]", False),
    ],
)
def test_two_reports(left: str, right: str, one: bool) -> None:
    """Equal words, or long ones whole inside longer ones, are one utterance unless speakers or numbers differ."""
    assert len(groups(report(left), report(right, number=1))) == (1 if one else 2)


def test_two_named_speakers_are_never_joined_by_a_third() -> None:
    """A report that names nobody does not make one utterance of what two people said."""
    found = groups(
        report("[speaker:Brandt] said [quote:“It is over.”]"),
        report("[quote:“It is over.”]", number=1),
        report("[speaker:Reyes] said [quote:“It is over.”]", number=2),
    )
    assert sorted(map(len, found)) == [1, 1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilka Brandt", "Oto Brandt"),
        ("Foreign Ministry of Norrow", "Foreign Ministry of Sorvane"),
        ("the river minister", "the lake minister"),
    ],
)
def test_speakers_who_share_a_word(one: str, other: str) -> None:
    """Two speakers with one surname, or of one title, are still two."""
    left = report(f"[speaker:{one}] said [quote:“It is over.”]")
    right = report(f"[speaker:{other}] said [quote:“It is over.”]", number=1)
    assert len(groups(left, right)) == 2


def test_the_same_words_twice_in_one_report() -> None:
    """Somebody quoted twice with the same words in one report, as in a headline and below, said it once."""
    said = "[speaker:Brandt] said [quote:“It is over.”]"
    assert len(groups(report(said, said))) == 1


def test_the_order_of_reports_does_not_matter() -> None:
    """The groups are the same whichever report comes first."""
    reports = [
        report("[speaker:Brandt] said [quote:“It is over.”]", f"[quote:“{LONG}”]"),
        report("[speaker:Reyes] said [quote:“It is over.”]", number=1),
        report("[quote:“It is over.”]", f"[quote:“So {LONG}.”]", number=2),
        report("[speaker:Ilka Brandt] said [quote:“It is over.”]", number=3),
    ]
    documents = {made.id: made for made, _ in reports}
    parties = align_parties(seen for _, seen in reports)
    found = {align_utterances(documents, [seen for _, seen in order], parties) for order in permutations(reports)}
    assert len(found) == 1


def test_nothing_said() -> None:
    """Without statements there are no groups."""
    assert groups(report("Nothing.")) == []
