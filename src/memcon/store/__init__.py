"""The record file: one SQLite database that keeps documents, judgements and what is made from them.

Method: the bytes of every report are kept under their SHA-256; texts never change; the rest can be made again.
A document and all that was seen in it enter in one transaction or not at all.
"""

from memcon.store.record_file import Store

__all__ = ["Store"]
