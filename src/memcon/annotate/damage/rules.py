"""The rules of damage as data: what kind each marks, how often it is right, and its evidence in words."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.terms import terms


def damage(
    document: Document,
    rule: str,
    start: int,
    end: int,
    meant: str | None = None,
    *,
    beside: tuple[Anchor, ...] = (),
    **evidence: str,
) -> Damage:
    """A mark on some words by a rule of the vocabulary.

    Args:
        meant: What was probably written.
        evidence: What the rule's reason names beside that.
    """
    entry = _rules()[rule]
    found = " ".join(document.text[start:end].split())
    reason = entry["reason"].format(found=found, meant=meant, **evidence)
    return Damage(document.anchor(start, end), entry["kind"], meant, entry["score"], reason, beside)


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    return {entry["name"]: entry for entry in terms("damage")["rule"]}
