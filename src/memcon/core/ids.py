"""Identifiers made from content, so that the same thing has the same name on every machine."""

from hashlib import sha256
from typing import NewType

DocumentId = NewType("DocumentId", str)
StatementId = NewType("StatementId", str)
PartyId = NewType("PartyId", str)
EntryId = NewType("EntryId", str)
FamilyId = NewType("FamilyId", str)

_LENGTH = 16  # hexadecimal digits: 64 bits, one accidental collision expected beyond 4 000 million things


def digest(*parts: str | bytes) -> str:
    """Sixteen hexadecimal digits that stand for these parts in this order.

    Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    hashed = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.hexdigest()[:_LENGTH]
