"""Bytes to content: which format it is, how it was encoded, and what the format says."""
