"""Aligned annotations and families, made into one record in which every value says who says so."""

from memcon.record.brief import KEY, brief
from memcon.record.build import build
from memcon.record.comparison import Accounts, Both, Cell, Readouts, Row, accounts, readouts
from memcon.record.deadlines import due
from memcon.record.differences import aspect, tellers, verdict
from memcon.record.history import Step, history
from memcon.record.lengths import minutes
from memcon.record.relationship import between
from memcon.record.support import support
from memcon.record.timeline import timeline
from memcon.record.titles import title
from memcon.record.told import order, parties_of, taking_part, when

__all__ = [
    "KEY",
    "Accounts",
    "Both",
    "Cell",
    "Readouts",
    "Row",
    "Step",
    "accounts",
    "aspect",
    "between",
    "brief",
    "build",
    "due",
    "history",
    "minutes",
    "order",
    "parties_of",
    "readouts",
    "support",
    "taking_part",
    "tellers",
    "timeline",
    "title",
    "verdict",
    "when",
]
