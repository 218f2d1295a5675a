"""Which report was made from which, and which are one witness.

Copies and abridgements are found by shared runs of words, what was spun, translated or written anew by sentences that
tell the same in the same order, each with the passages as proof; credits tell the rest. A report that shows no origin
is never a proven witness.

    fingerprints   what is kept of each document      candidates   pairs worth comparing
    passages       what two documents share           retelling    which sentences tell the same in other words
    comparisons    that of all pairs, once each       credits      what a document says of its origin
    derivations    which was made from which          families     which are one witness
    origins        whose witness each passage is
    damage         what translation and spinning broke, as other reports show it
"""

from memcon.trace.comparisons import compare
from memcon.trace.damage import damage
from memcon.trace.derivations import derive
from memcon.trace.families import families
from memcon.trace.fingerprints import FINGERPRINT, fingerprint
from memcon.trace.origins import origins

__all__ = ["FINGERPRINT", "compare", "damage", "derive", "families", "fingerprint", "origins"]
