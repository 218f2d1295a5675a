"""What happened or is to happen between parties: acts with their roles and their status.

lexicon        the words that tell an act, and those that tell where it stands
setting        how the words around a trigger hang on it
believed       which words are believed to tell one, with what the language model sees
cast           what can fill a role
pairs          whom "the two sides" and "both ministers" mean
doers          who does what a word tells, wherever the sentence says so
arguments      who does what to whom
circumstances  when and how long, where, on what condition and until when
mood           what negation, modal verbs, tense and time make of it
status         held or planned, accepted or declined, imposed or lifted
answers        how a request was answered further on
promises       deeds announced for a date, and pledges made together
issues         what it is about
together       what the engagements of one report tell about one another
assessments    how it went, of what sort it was, since when there was none like it
find           all of it put together
"""

from memcon.annotate.acts.find import find_acts
from memcon.annotate.acts.issues import Topics

__all__ = ["Topics", "find_acts"]
