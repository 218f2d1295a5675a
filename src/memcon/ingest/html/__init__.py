"""Pages to content: parsed in a child process that can be killed."""

from memcon.ingest.html.extractor import Extractor

__all__ = ["Extractor"]
