"""How grave a difference is, and why.

The severity is a product of three shares: what kind of difference it is, what a reader concludes of it, and how well
the weaker of its two best readings is attested.
"""

from collections.abc import Mapping, Sequence

from memcon.core.discrepancy import DiscrepancyType, Reading, Verdict

_TYPES: Mapping[DiscrepancyType, float] = {
    "status": 1.0, "side": 1.0, "number": 0.8, "date": 0.8, "name": 0.8, "attribution": 0.7, "place": 0.6,
    "framing": 0.6, "omission": 0.5, "damage": 0.4, "wording": 0.3,
}  # fmt: skip
_VERDICTS: Mapping[Verdict, float] = {
    "conflict": 1.0, "framing": 0.8, "damaged": 0.4, "compatible": 0.1, "time-of-writing": 0.1, "agree": 0.05,
}  # fmt: skip
_PROVEN, _POSSIBLE = 1.0, 0.75


def severity(type: DiscrepancyType, verdict: Verdict, readings: Sequence[Reading]) -> tuple[float, str]:
    """In [0, 1], and the reason in words."""
    best = [reading for reading in readings if reading.value][:2]
    apart = len(best) > 1 and not of_one_family(best)
    attested = _PROVEN if apart else _POSSIBLE
    reason = (
        f"a difference of {type} ({_TYPES[type]:g}), {verdict} ({_VERDICTS[verdict]:g}), "
        + ("told by different families" if apart else "not by different families")
        + f" ({attested:g})"
    )
    return round(_TYPES[type] * _VERDICTS[verdict] * attested, 3), reason


def of_one_family(readings: Sequence[Reading]) -> bool:
    """Whether one family tells all of some readings, and no other any of them."""
    return len({witness.family for reading in readings for witness in reading.support.by}) == 1
