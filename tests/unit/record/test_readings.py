"""Which of several readings of one aspect is told first."""

from memcon.core.derivation import Family, Origins
from memcon.core.ids import FamilyId
from memcon.record.clocks import Dated
from memcon.record.readings import Readings
from memcon.testing import document

SPUN, SOUND = document("To relinquish the whole of the herring catch."), document("To give up herring.")
FAMILIES = {one.id: Family(FamilyId(one.id), None, (one.id,), established=True) for one in (SPUN, SOUND)}


def told(*, spun_is_sound: bool) -> list[str]:
    """What both reports have, in the order of claims."""
    readings = Readings()
    for one in (SPUN, SOUND):
        readings.add(one.text, one.text, one.anchor(0, len(one.text)))
    dates = {SPUN.id: Dated(None, None, None, sound=spun_is_sound), SOUND.id: Dated(None, None, None)}
    return [claim.value for claim in readings.claims(dates, Origins(FAMILIES, {}))]


def test_a_sound_report_is_read_before_a_damaged_one() -> None:
    """A thesaurus makes words longer, not better: they come first only where nothing shows the damage."""
    assert told(spun_is_sound=False) == [SOUND.text, SPUN.text]
    assert told(spun_is_sound=True) == [SPUN.text, SOUND.text]
