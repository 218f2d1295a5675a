"""Collections made to break tracing: crowds of copies, boilerplate, tiny and repetitive reports.

Work is bounded by counting the pairs that are compared, never by a clock.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random

import pytest

from bench.derivation.crowd import sentenced, written
from memcon import trace
from memcon.core.derivation import Derivation, Family, Overlap
from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.testing import document
from memcon.trace.passages import Story, overlap
from tests.unit.ferries import OTHER, STORY

BOILERPLATE = "The Quay Post is printed on the old press by the harbour and takes letters from readers until noon."
WORDS = ["".join(letters) for letters in product("bdgl", "aeiou", "kmnt", "aeiou", "rs", "ae")]


@dataclass(frozen=True, slots=True)
class Traced:
    """What tracing says of some reports, and how many pairs of them it compared word by word."""

    derivations: Sequence[Derivation]
    families: Sequence[Family]
    problems: Sequence[Problem]
    compared: int


def traced(reports: Iterable[Document]) -> Traced:
    """The reports traced, their sentences being all that is known of them."""
    documents = {one.id: one for one in reports}
    annotations = {one.id: sentenced(one) for one in documents.values()}
    prints = [trace.fingerprint(one, annotations[one.id]) for one in documents.values()]
    compared = 0

    def counted(first: Story, second: Story, *, usual: frozenset[int] = frozenset()) -> Overlap:
        nonlocal compared
        compared += 1
        return overlap(first, second, usual=usual)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("memcon.trace.comparisons.overlap", counted)
        comparisons = trace.compare(documents, annotations, prints)
    derivations, problems = trace.derive(documents, annotations, prints, comparisons)
    return Traced(derivations, trace.families(documents, annotations, derivations), problems, compared)


def nonsense(seed: int, words: int) -> str:
    """So many words that nobody else writes in this order."""
    return " ".join(Random(seed).choices(WORDS, k=words)).capitalize() + "."


@pytest.mark.parametrize("count", [2_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_the_same_again_and_again(count: int) -> None:
    """One notice on thousands of pages, a minute apart, is one family and costs a comparison a copy."""
    found = traced(written((BOILERPLATE,), number) for number in range(count))
    assert [len(one.documents) for one in found.families] == [count]
    assert found.compared == count - 1
    assert all(one.certain and one.kind == "copy" for one in found.derivations)


def test_ten_thousand_times_the_same() -> None:
    """Ten thousand copies of a notice that nothing dates are one family, and cost a comparison a copy."""
    found = traced(replace(written((BOILERPLATE,), number), metadata=()) for number in range(10_000))
    assert [len(one.documents) for one in found.families] == [10_000]
    assert found.compared == 9_999


def test_reports_of_one_sentence() -> None:
    """A sentence said twice is a copy, however short; another sentence is another witness."""
    reports = ("Talks ended.", "Talks ended.\n", "The envoys left Brenna before noon without a word to the press.")
    assert sorted(len(one.documents) for one in traced(map(document, reports)).families) == [1, 2]


def test_a_report_that_repeats_another_ten_times() -> None:
    """A report found ten times over in a longer one is one family with it, and no more."""
    once, often, other = document(STORY), document(f"{STORY}\n" * 10), document(OTHER)
    found = traced((once, often, other))
    assert {frozenset(one.documents) for one in found.families} == {
        frozenset({once.id, often.id}),
        frozenset({other.id}),
    }
    (derivation,) = found.derivations
    assert derivation.certain
    assert derivation.passages


def test_nothing_to_compare() -> None:
    """Reports without a body are families of their own, each with a problem that says so."""
    empty = [document("\n" * number) for number in range(1, 30)]
    found = traced([*empty, document(STORY)])
    assert len(found.families) == 30
    assert found.derivations == ()
    assert [one.reason for one in found.problems] == ["no-body"] * 29


def test_a_paragraph_on_three_thousand_reports() -> None:
    """What an outlet prints under all its reports derives none from another, and does not compare all with all."""
    found = traced(document(f"{nonsense(number, 120)}\n\n{BOILERPLATE}") for number in range(3_000))
    assert found.derivations == ()
    assert len(found.families) == 3_000
    assert found.compared < 2 * 3_000


def test_a_paragraph_hides_no_copy() -> None:
    """Two copies among the reports that share a paragraph are found as among others."""
    reports = [document(f"{nonsense(number, 120)}\n\n{BOILERPLATE}") for number in range(300)]
    copies = [document(f"{nonsense(150, 120)}\n\n{BOILERPLATE}\n\n{nonsense(999 + n, 20)}") for n in range(2)]
    assert sorted(len(one.documents) for one in traced([*reports, *copies]).families)[-2:] == [1, 3]


def test_one_phrase_in_every_report() -> None:
    """A set phrase that everybody uses makes nobody anybody’s copy, and does not compare all with all."""
    phrase = "asked for comment on Tuesday"
    found = traced(document(f"{nonsense(number, 60)} {phrase} {nonsense(-number, 60)}") for number in range(2_000))
    assert found.derivations == ()
    assert len(found.families) == 2_000
    assert found.compared < 2_000


@pytest.mark.parametrize("own", [60, 120])
def test_long_boilerplate_joins_no_strangers(own: int) -> None:
    """A paragraph that stands in hundreds of reports proves nothing about any two, however much it is of each."""
    boilerplate = " ".join((BOILERPLATE, BOILERPLATE.replace("Quay Post", "company that prints it")))
    found = traced(written((nonsense(number, own), boilerplate), number) for number in range(200))
    assert [one for one in found.derivations if one.parent is not None] == []
    assert len(found.families) == 200


def test_copies_of_one_story_are_no_boilerplate() -> None:
    """A story that stands nearly whole in many reports is still the origin of what half of it is pasted into."""
    copies = [written((STORY, nonsense(number, 9)), number) for number in range(40)]
    half = written((STORY[: len(STORY) // 2], nonsense(99, 90)), 99)
    found = traced([*copies, half])
    assert any(one.certain and half.id in {one.child, one.parent} for one in found.derivations)


SPUN = """{Two|A pair of|Both} {ferries|boats|ships} {were held|were kept|had to wait} for {six hours|half a day|hours}.
The {harbour|port|quay} office in Hallin {had lost|had mislaid|could not find} the {list|register|roll} of all aboard.
The captains had {asked|called|begged} for a {written order|paper|note}, which {came in|arrived|was sent} after midnight.
{About|Some|Nearly} four hundred {people|guests|travellers} {slept|lay down|stayed} in the {old|former|disused} mint.
The {town|city|mayor} {brought|handed out|gave out} {blankets|covers|coats}, {soup|stew|broth} and a brass band.
The {lists|papers|names} {lay|were found|turned up} {under|beneath|behind} a box of {lamps|lights|lanterns}."""
"""A story of which each choice in braces is anybody's."""


def spun(number: int) -> Document:
    """The story in the words of one more page that spins it."""
    chance = Random(number)
    return written((re.sub(r"\{([^}]*)\}", lambda choice: chance.choice(choice[1].split("|")), SPUN),), number)


def test_a_crowd_of_rewrites_is_one_family() -> None:
    """However many pages spin a story, its words are the story's and no boilerplate, and the pages are one witness."""
    found = traced(map(spun, range(600)))
    assert max(len(one.documents) for one in found.families) > 0.98 * 600
    assert found.compared < 12 * 600
