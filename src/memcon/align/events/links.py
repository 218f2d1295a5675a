"""Average-link clustering: pairwise likeness in, groups out.

Groups are joined as long as the mean likeness of their members is high enough, the likeliest two first; of equals the
two that come first. So the groups follow from the likeness and from the order of the things, which the caller fixes.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

_GONE = -np.inf

Joined = tuple[tuple[int, ...], tuple[int, ...], float]


def average_link(likeness: npt.NDArray[np.floating], threshold: float) -> tuple[tuple[int, ...], ...]:
    """Groups of things, by number, within which the mean likeness was at least the threshold when they were joined.

    Shape:
        likeness: (n, n), symmetric.

    Source:
        Sokal and Michener 1958.
    """
    groups: set[tuple[int, ...]] = {(n,) for n in range(len(likeness))}
    for left, right, mean in joins(likeness):
        if mean < threshold:
            break
        groups -= {left, right}
        groups.add(tuple(sorted((*left, *right))))
    return tuple(sorted(groups))


def bonds(likeness: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    """For every two things the mean likeness at which average link first puts them into one group; 1 for itself."""
    found = np.ones(likeness.shape, np.float32)
    for left, right, mean in joins(likeness):
        found[np.ix_(left, right)] = mean
        found[np.ix_(right, left)] = mean
    return found


def joins(likeness: npt.NDArray[np.floating]) -> Iterator[Joined]:
    """Which two groups are joined in turn, and the mean likeness between them, until all are one."""
    means = likeness.astype(np.float64)
    np.fill_diagonal(means, _GONE)
    members: list[tuple[int, ...]] = [(n,) for n in range(len(means))]
    for _ in range(len(means) - 1):
        left, right = sorted(divmod(int(means.argmax()), len(means)))
        one, other = members[left], members[right]
        yield one, other, float(means[left, right])
        row = (len(one) * means[left] + len(other) * means[right]) / (len(one) + len(other))
        row[[left, right]] = _GONE
        means[left], means[:, left] = row, row
        means[right], means[:, right] = _GONE, _GONE
        members[left] = tuple(sorted((*one, *other)))
