"""Which report was made from which, and which are one witness.

First version: exact copies, near copies and abridgements by shared word shingles, with the shared passages as proof;
word-by-word rewrites by their names and numbers, as a possibility; and credits. Translations and free rewrites are not
yet recognised unless they carry a credit; a report that shows no origin is therefore never a proven witness.

    fingerprints   what is kept of each document      candidates   pairs worth comparing
    passages       what two documents share           credits      what a document says of its origin
    derivations    which was made from which          families     which are one witness
"""

from memcon.trace.derivations import derive
from memcon.trace.families import families
from memcon.trace.fingerprints import fingerprint

__all__ = ["derive", "families", "fingerprint"]
