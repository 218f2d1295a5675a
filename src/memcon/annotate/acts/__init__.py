"""What happened or is to happen between parties: acts with their roles and their status.

lexicon    the words that tell an act, and those that tell where it stands
setting    how the words around a trigger hang on it
arguments  who does what to whom, where, when and how long
status     held or planned, accepted or declined, imposed or lifted
issues     what it is about
verdicts   what is said of an engagement; outcomes, adjectives and precedents find it
assessments  which engagement it is said of
find       all of it put together with what the language model sees
"""

from memcon.annotate.acts.find import find_acts
from memcon.annotate.acts.issues import Topics

__all__ = ["Topics", "find_acts"]
