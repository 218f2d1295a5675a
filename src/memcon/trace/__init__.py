"""Which report was made from which, and which are one witness.

First version: exact copies, near copies and abridgements by shared word shingles with the shared passages as proof,
and credits. Rewritten and translated copies are not yet recognised unless they carry a credit; a report that shows no
origin is therefore never counted as a proven witness.
"""

from memcon.trace.derivations import derive
from memcon.trace.families import families
from memcon.trace.fingerprints import fingerprint

__all__ = ["derive", "families", "fingerprint"]
