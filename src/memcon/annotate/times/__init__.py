"""Expressions of time in a document, what they mean there, and what they date.

lexicon      words -> nodes, by the vocabulary core/terms/times.toml
grammar      nodes -> nodes that tell a time, by its rules
meaning      what the rules make: points, lengths, what recurs
tense        whether a sentence tells of what was or what is to come
resolve      what a meaning is in its report, on the calendar and the clocks of timezones and holidays
find         all of it, for every expression of a document
occurrences  what the expressions date
"""

from memcon.annotate.times.beside import find_times_beside
from memcon.annotate.times.find import find_times, said_when
from memcon.annotate.times.occurrences import find_occurrences

__all__ = ["find_occurrences", "find_times", "find_times_beside", "said_when"]
