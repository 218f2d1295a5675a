"""Aligned annotations and families, made into one record in which every value says who says so."""

from memcon.record.brief import brief
from memcon.record.build import build
from memcon.record.history import Step, history
from memcon.record.lengths import minutes
from memcon.record.support import support
from memcon.record.timeline import timeline
from memcon.record.told import order, parties_of, when

__all__ = ["Step", "brief", "build", "history", "minutes", "order", "parties_of", "support", "timeline", "when"]
