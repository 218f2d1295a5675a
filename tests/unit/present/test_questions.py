"""What can be asked of a record in Python, of an invented one that no annotator had to make."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import memcon
from memcon.core.annotation import Statement
from memcon.core.derivation import Fingerprint
from memcon.core.ids import PartyId
from memcon.core.party import Alias, Party
from memcon.core.record import Record
from memcon.errors import AmbiguousIdError, UnknownIdError
from memcon.pipeline import RecordFile, near_names
from memcon.pipeline.building import Built, Seen
from tests.unit.present.invented import ANNOTATIONS, DOCUMENTS, MARN, ORRIN, RECORD, REPORTERS, copy, denial, fish

OTHER = Party(PartyId("a4" * 8), "Edda Orrin", "person", (Alias(copy.id, "Edda Orrin"),), ("Edda Orrin", "Orrin"))


def asked(record: Record, folder: Path) -> RecordFile:
    """A record file that holds this record."""
    record_file = memcon.open(folder / "memcon.db")
    prints = tuple(Fingerprint(one, 100, "", ()) for one in DOCUMENTS)
    record_file._built[None] = Built(DOCUMENTS, record, lambda: Seen(ANNOTATIONS, prints))
    return record_file


@pytest.fixture
def record_file(tmp_path: Path) -> Iterator[RecordFile]:
    """The invented record."""
    with asked(RECORD, tmp_path) as opened:
        yield opened


def test_parties_who_say_most_first(record_file: RecordFile) -> None:
    """Parties come in the order of how much they say, and can be chosen by a part of any name, and by type."""
    assert record_file.parties() == (ORRIN, MARN, REPORTERS)
    assert record_file.parties(name="mas orr") == (ORRIN,)
    assert record_file.parties(name="orrin", type="group") == ()
    assert record_file.parties(type="group") == (REPORTERS,)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ({"via": "readout"}, [denial]),
        ({"via": "Ministry’s"}, [denial]),
        ({"via": "agency"}, [denial]),
        ({"via": "post"}, []),
        ({"to": "REPORTERS"}, [fish]),
        ({"to": "Orrin"}, []),
        ({"type": "belief"}, [RECORD.statements[1]]),
        ({"kind": "indirect", "speaker": "Marn"}, [denial]),
        ({"kind": "mixed"}, []),
        ({"about": "fish", "to": "reporters", "type": "assertion"}, [fish]),
        ({"speaker": "Orrin", "about": "embargo"}, []),
    ],
)
def test_statements_by_what_is_known_of_them(
    record_file: RecordFile, question: dict[str, Any], answer: list[Statement]
) -> None:
    """Statements are found by the chain they came through, by the addressee, by kind and type, and by all together."""
    assert list(record_file.statements(**question)) == answer


@pytest.mark.parametrize("name", ["Tomas Orrin", "tomas orrin", "ORRIN", "a1a1"])
def test_show_a_party(record_file: RecordFile, name: str) -> None:
    """A party is shown by any of its names in any case, and by the beginning of its id."""
    assert record_file.show(name) == ORRIN


def test_show_a_name_of_several(tmp_path: Path) -> None:
    """A name that two parties have is refused, and a note says which id is whose."""
    with asked(replace(RECORD, parties=(*RECORD.parties, OTHER)), tmp_path) as record_file:
        with pytest.raises(AmbiguousIdError) as caught:
            record_file.show("Orrin")
        assert caught.value.candidates == (ORRIN.id, OTHER.id)
        assert caught.value.__notes__ == [f"{ORRIN.id} is Tomas Orrin; {OTHER.id} is Edda Orrin."]
        assert record_file.show("Edda Orrin") == OTHER


def test_show_a_name_that_nobody_has(record_file: RecordFile) -> None:
    """A name that nobody has is refused with the names most like it; one like no other, without."""
    with pytest.raises(UnknownIdError) as caught:
        record_file.show("Thomas Orin")
    assert caught.value.__notes__ == ["Did you mean Tomas Orrin?"]
    with pytest.raises(UnknownIdError) as caught:
        record_file.show("zzzz")
    assert not hasattr(caught.value, "__notes__")


def test_names_like_a_word() -> None:
    """A word is enough to find the names that have one like it."""
    assert near_names("orin", (*RECORD.parties, OTHER)) == ("Tomas Orrin", "Edda Orrin")
    assert near_names("mran", RECORD.parties) == ("Ilse Marn",)
    assert near_names("", RECORD.parties) == ()
