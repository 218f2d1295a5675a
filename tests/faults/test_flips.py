"""A damaged record gives an error of ours or its values, and whatever damage changes an answer is found.

Reading itself refuses an altered row. A row that a damaged index hides is missed by reading, and found by `verify`.
"""

import logging
import random
from collections import Counter
from pathlib import Path

import pytest

from memcon.core.problem import Problem
from memcon.errors import MemconError
from memcon.store import Store
from tests.unit.store.reports import AT, exported, offer, put

_log = logging.getLogger(__name__)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, tuple[bytes, ...]]:
    """The bytes of a record, and what it gives back."""
    path = tmp_path_factory.mktemp("whole") / "memcon.db"
    with Store.open(path, create=True) as store:
        for number in range(12):
            put(store, offer(number))
        store.refuse(Problem("read", "a.txt", "empty", "Nothing in it."), at=AT)
        store.judge("withdraw", offer(3)[0].document.id, "", who="O. Venn", why="retracted", at=AT)
        given = exported(store)
    return path.read_bytes(), given


def outcome(path: Path, given: tuple[bytes, ...]) -> tuple[str, bool]:
    """What reading a damaged record gives (`same`, `other`, `refused`), and whether the damage is found."""
    try:
        store = Store.open(path, create=False)
    except MemconError:
        return "refused", True
    with store:
        try:
            read = "same" if exported(store) == given else "other"
        except MemconError:
            read = "refused"
        try:
            found = store.verify() != ()
        except MemconError:
            found = True
    return read, found


def _check_flips(folder: Path, whole: tuple[bytes, tuple[bytes, ...]], *, flips: int, seed: int) -> None:
    content, given = whole
    chance = random.Random(seed)
    told: Counter[tuple[str, bool]] = Counter()
    for number in range(flips):
        bit = chance.randrange(len(content) * 8)
        broken = bytearray(content)
        broken[bit // 8] ^= 1 << bit % 8
        path = folder / f"{number}.db"
        path.write_bytes(broken)
        told[outcome(path, given)] += 1
        for left in folder.iterdir():
            left.unlink()
    found = sum(count for (_, noticed), count in told.items() if noticed)
    _log.info("flips %d, found %d (%.0f%%), %s", flips, found, 100 * found / flips, dict(told))
    assert told["other", False] == 0, "an answer changed and verify found nothing"
    assert told["refused", False] == 0, "reading failed and verify found nothing"
    assert told["refused", True] > 0


def test_a_flipped_bit_is_an_error_or_changes_nothing(tmp_path: Path, whole: tuple[bytes, tuple[bytes, ...]]) -> None:
    """Whichever bit flips, only our own errors are raised, and every flip that changes an answer is found."""
    _check_flips(tmp_path, whole, flips=150, seed=1)


@pytest.mark.slow
def test_many_flipped_bits(tmp_path: Path, whole: tuple[bytes, tuple[bytes, ...]]) -> None:
    """The same for 2,000 bits."""
    _check_flips(tmp_path, whole, flips=2000, seed=2)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_truncated_record_is_found(tmp_path: Path, whole: tuple[bytes, tuple[bytes, ...]], share: float) -> None:
    """A record whose end is missing is refused or found, whatever is left of it."""
    content, given = whole
    path = tmp_path / "memcon.db"
    path.write_bytes(content[: int(len(content) * share)])
    assert outcome(path, given)[1]
