from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import pytest

from memcon.align import align_parties, align_utterances
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, Passage
from memcon.core.document import Document
from memcon.core.meanings import packed
from memcon.testing import annotations, document, marked

Report = tuple[Document, Annotations]

LONG = "we will keep the lock open for everyone who asks politely"


def report(*statements: str, number: int = 0) -> Report:
    """A report with these marked statements."""
    marks = marked(f"Report {number}. " + " ".join(f"[statement:{one}]" for one in statements))
    made = document(marks.text)
    return made, annotations(made, marks)


def said(quotation: str, speaker: str = "Brandt") -> str:
    """A marked statement."""
    return f"[speaker:{speaker}] said [quote:“{quotation}”]"


def passage(made: Document, words: str) -> Anchor:
    """Where a report has some words."""
    return made.anchor(made.text.index(words), made.text.index(words) + len(words))


def meaning(made: Report, *vector: float) -> Report:
    """The same report, all of whose quotations mean this."""
    statements = tuple(replace(one, meaning=packed(vector)) for one in made[1].statements)
    return made[0], replace(made[1], statements=statements)


def groups(*reports: Report, derivations: Iterable[Derivation] = ()) -> list[list[str]]:
    """The quotations of each group, in the order of the reports."""
    documents = {made.id: made for made, _ in reports}
    order = {made.id: number for number, (made, _) in enumerate(reports)}
    by_id = {one.id: one for _, seen in reports for one in seen.statements}
    seen_in_all = [seen for _, seen in reports]
    found = align_utterances(documents, seen_in_all, align_parties(seen_in_all), derivations)
    assert sorted(one for group in found for one in group) == sorted(by_id)
    return sorted(
        [
            documents[s.document].passage((s.quoted or s.content)[0])
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


OPEN = "We are ready to open the lower lock for every ferry that carries medicine, flour or mail"
TRANSLATED = "We stand ready to open the lower sluice for each ferry which carries medicine, flour or mail"
SPUN = "We’re prepared to uncover the decrease hair for each boat that totes drug"


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (said(OPEN), said(TRANSLATED), True),
        (said(OPEN), f"[quote:“{TRANSLATED}”]", True),
        (said(OPEN), said(TRANSLATED, "Reyes"), False),
        (said(OPEN), said(OPEN, "Reyes"), True),
        (said("We shall see to it."), said("We shall see to it.", "Reyes"), False),
        (said(OPEN), said(OPEN.replace("ready", "willing"), "Reyes"), True),
        (said(OPEN), said(TRANSLATED.replace("stand ready", "are not ready")), False),
        (said(f"{OPEN} by 12 May"), said(f"{TRANSLATED} by 13 May"), False),
        (said(f"{OPEN} to Brenna"), said(f"{TRANSLATED} to Norrow"), False),
        (said(OPEN), said("open the lower lock for ferries that carry medicine"), True),
        (said(OPEN), said("We are ready to talk about the lower lock once the other side is."), False),
        (said(OPEN), f"[speaker:Brandt] said [content:they{OPEN[2:]}]", True),
        (said(OPEN), "[speaker:Brandt] said [content:the lower lock would open for ferries with medicine]", False),
    ],
)  # fmt: skip
def test_two_wordings(left: str, right: str, one: bool) -> None:
    """Wordings that keep enough of each other are one utterance; what contradicts is not, nor what two persons say."""
    assert len(groups(report(left), report(right, number=1))) == (1 if one else 2)


def test_words_that_nobody_else_would_say_have_a_disputed_speaker() -> None:
    """Equal words of six and more are one utterance whoever is named for them, but not within one report."""
    unnamed = report(f"[quote:“{OPEN}”]", number=2)
    assert len(groups(report(said(OPEN)), report(said(OPEN, "Reyes"), number=1), unnamed)) == 1
    assert len(groups(report(said(OPEN), said(OPEN, "Reyes")))) == 2


def test_one_report_splits_what_another_quotes_whole() -> None:
    """Both parts join the whole, and what has few words of it does so in its place beside the other."""
    whole = said(f"The river was near the point of no return. {OPEN}")
    parts = [said("It was plain that the river was near a turning point."), said(f"And {OPEN[0].lower()}{OPEN[1:]}")]
    assert len(groups(report(whole), report(*parts, number=1))) == 1
    assert len(groups(report(whole), report(parts[0], number=1))) == 2
    assert len(groups(report(whole), report(*parts[::-1], number=1))) == 2


def test_what_is_said_next_in_both_reports() -> None:
    """Next to a quotation that is one already, less likeness will do."""
    first, next_ = said(OPEN), said("We came here to bring thirty pilots home.")
    others = [said(TRANSLATED), said("We come here to carry thirty sailors to the home port.")]
    assert len(groups(report(first, next_), report(*others, number=1))) == 2
    assert len(groups(report(next_), report(others[1], number=1))) == 2


def test_a_chain_of_wordings_has_an_end() -> None:
    """Two sentences are not one because a third lies between them: each wording is like one and the same centre."""
    steps = [
        "the old ferry will leave the northern harbour before the winter storms arrive",
        "the old ferry will leave the northern harbour before the summer games begin",
        "the new bridge will leave the northern harbour before the summer games begin",
        "the new bridge will serve the southern market before the summer games begin",
        "the new bridge will serve the southern market after the local vote ends",
    ]
    found = groups(*(report(said(one), number=n) for n, one in enumerate(steps)))
    assert not any(f"“{steps[0]}”" in group and f"“{steps[-1]}”" in group for group in found)


def test_meaning_helps_where_words_are_few() -> None:
    """Wordings of one speaker that keep a little of each other are one if they mean nearly the same."""
    left = report(said("Our hope is that we will have better contacts and better trade in future, all of us."))
    right = report(said("looking to reaching better contacts and achieving better trade in the future"), number=1)
    assert len(groups(left, right)) == 2
    assert len(groups(meaning(left, 1, 0.2), meaning(right, 1, 0.3))) == 1
    assert len(groups(meaning(left, 1, 0.2), meaning(right, -1, 0.3))) == 2


def test_the_same_place_of_a_report_and_of_its_source() -> None:
    """Where one report was made from another, what stands between the same passages is one though few words are left."""
    before, behind = "The talks began at noon.", "The talks ended at four."
    made = [
        report(before, said(one), behind, said(two), number=n)
        for n, (one, two) in enumerate(((OPEN, "We’ll count them out."), (SPUN, "We’ll tally them out.")))
    ]
    (wire, _), (copy, _) = made
    passages = [Passage(passage(copy, words), passage(wire, words), 0.9) for words in (before, behind)]
    retold = Derivation(copy.id, wire.id, None, "rewrite", True, 0.9, "determined", tuple(passages))
    assert len(groups(*made)) == 4
    assert sorted(map(len, groups(*made, derivations=[retold]))) == [2, 2]
    assert len(groups(*made, derivations=[replace(retold, certain=False)])) == 4


def test_the_order_of_wordings_does_not_matter() -> None:
    """The groups are the same whichever report comes first, whatever their wordings."""
    reports = [
        report(said(OPEN)),
        report(said(TRANSLATED), said(f"{OPEN} and wine"), number=1),
        report(said(OPEN, "Reyes"), f"[quote:“{TRANSLATED}”]", number=2),
        report(said("open the lower lock for ferries that carry medicine"), number=3),
    ]
    documents = {made.id: made for made, _ in reports}
    parties = align_parties(seen for _, seen in reports)
    found = {align_utterances(documents, [seen for _, seen in order], parties) for order in permutations(reports)}
    assert len(found) == 1
