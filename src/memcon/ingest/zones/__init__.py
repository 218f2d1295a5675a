"""Text to zones, and what the zones say of the report: its dates and its issuer."""

from memcon.ingest.zones.issuer import issuer
from memcon.ingest.zones.partition import partition
from memcon.ingest.zones.stamps import inferred

__all__ = ["inferred", "issuer", "partition"]
