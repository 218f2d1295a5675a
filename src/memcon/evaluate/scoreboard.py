"""What an evaluation gives: figures with their intervals, and the parts that could not be scored."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """One measured value.

    Attributes:
        name: Such as `spans_f1`; unique within its suite.
        low, high: 95% bootstrap interval.
        n: How many items it was counted over.
        naive: What the naive method gets on the same gold; None where there is none to compare with.
    """

    name: str
    value: float
    low: float
    high: float
    n: int
    naive: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One score as published: with its floor and what to compare it with.

    Attributes:
        suite: What was scored, such as `statements`.
        name: Begins with `example_` where the measure is the project's own invented example.
        low, high: 95% bootstrap interval.
        n: How many items it was counted over.
        floor: What the quality gate holds; None where nothing was pinned on this very gold.
        reference_value: What the naive method gets; None where there is none.
        reference_whose: The naive method, in words.
        digest: SHA-256 of the gold it was measured on; empty where there is no gold.
    """

    suite: str
    name: str
    value: float
    low: float
    high: float
    n: int
    floor: float | None = None
    reference_value: float | None = None
    reference_whose: str | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """All figures of one evaluation.

    Attributes:
        figures: In the order of the suites.
        absent: What could not be scored, and why, one sentence each.
    """

    figures: tuple[Figure, ...]
    absent: tuple[str, ...]
