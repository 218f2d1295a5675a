"""The one place where the stages meet.

    bytes -> Document -> annotations -> { derivations, groups } -> Record -> Brief

`open` gives a `RecordFile`; adding reads, annotates and stores document by document; everything else is a function of
what is stored. The clock lives here, and nowhere below.
"""

from memcon.pipeline.adding import Added, Progress
from memcon.pipeline.record_file import RecordFile, near_names, open

__all__ = ["Added", "Progress", "RecordFile", "near_names", "open"]
