"""What very many reports tell: one thing stays one, however many tell it, and the work stays in proportion."""

from itertools import product

import pytest

from memcon.align.acts.facts import Facts
from memcon.align.acts.pairs import score
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from tests.unit.align.test_acts import aligned, sizes
from tests.unit.told import report

SUBJECTS = [f"{one} and {other}" for one, other in product(("fish", "tolls", "wool", "ice", "salt"), repeat=2)]
VERBS = ("met", "received", "saw", "greeted", "welcomed", "hosted")
ENDS = ("at noon", "in the old mint", "under heavy guard", "without a flag", "for the first time", "in the rain")
MANY = [(verb, f"{end} over {subject}") for verb, end, subject in product(VERBS, ENDS, SUBJECTS)]
"""Nine hundred ways to tell a meeting."""
SUNDAY = " on [date{2031-05-04}:Sunday]"


def told(way: tuple[str, str], when: str, host: str = "Orrin", guest: str = "Marn") -> tuple[Document, Annotations]:
    """A report of one meeting."""
    verb, rest = way
    met = f"[participant:{host}] [engagement{{meeting held}}:{verb}] [participant:{guest}]"
    return report(f"{met}{when} {rest}.", "2031-05-12")


@pytest.mark.parametrize("when", [SUNDAY, ""])
def test_a_thousand_reports_of_one_meeting(when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No two in the same words, and still one meeting, for which hardly any two of them had to be compared."""
    compared = []

    def counted(one: Facts, other: Facts, *, aligned: float = 0.0) -> float:
        compared.append((one, other))
        return score(one, other, aligned=aligned)

    monkeypatch.setattr("memcon.align.acts.clusters.score", counted)
    assert sizes(aligned(*(told(way, when) for way in MANY))) == [900]
    assert len(compared) < 900


def test_a_week_of_meetings() -> None:
    """Two ministers who meet three others every day of a week, each time told by a dozen reports in their own words."""
    days = [f" on [date{{2031-05-0{day}}}:{day} May]" for day in range(2, 9)]
    pairs = list(product(("Orrin", "Dube"), ("Marn", "Reyes", "Koskela")))
    reports = [told(way, day, *pair) for day, pair in product(days, pairs) for way in MANY[::75]]
    assert sizes(aligned(*reports)) == [12] * 42


def test_a_large_block_is_no_blind_spot() -> None:
    """Five hundred accounts that nothing makes plainly one, since each names other people too, are compared all the same."""
    others = ("", ", [participant:Reyes]", ", [participant:Koskela]", ", [participant:Reyes], [participant:Koskela]")
    reports = [
        told((verb, f"{other} {rest}"), "") for (verb, rest), other in zip(MANY[:500], others * 125, strict=True)
    ]
    assert sizes(aligned(*reports)) == [500]
