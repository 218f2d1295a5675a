"""Aligned annotations and families, made into one record in which every value says who says so."""

from memcon.record.brief import brief
from memcon.record.build import build
from memcon.record.support import support
from memcon.record.timeline import timeline

__all__ = ["brief", "build", "support", "timeline"]
