"""What the laws of several stages need: every anchor of a document's annotations, and processes that hash differently."""

import os
import subprocess
import sys
from collections.abc import Iterator

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations


def every_anchor(found: Annotations) -> Iterator[Anchor]:
    """Every anchor of the annotations."""
    yield from (one.anchor for one in found.sentences)
    yield from (one.anchor for one in found.mentions)
    yield from (one.anchor for one in found.credits)
    for statement in found.statements:
        yield from (*statement.content, *statement.quoted)
        yield from (party.anchor for party in (statement.speaker, statement.addressee) if party is not None)
        yield from (link.anchor for link in statement.via)
        yield from (one for one in (statement.cue, statement.occasion, statement.medium) if one is not None)
    for referent in found.referents:
        yield from (role.anchor for role in referent.roles)
    for damage in found.damage:
        yield from (damage.anchor, *damage.beside)


def printed_elsewhere(code: str, seed: int, *arguments: str) -> str:
    """What a program prints in a process of its own that hashes by a seed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
