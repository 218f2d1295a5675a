"""What happened or is to happen between parties, as one document tells it: an act with its roles and its status.

The kinds are those of the record; their types, statuses and codes are vocabulary (`core/terms/acts`).
"""

from dataclasses import dataclass
from typing import Literal, get_args

from memcon.core.anchor import Anchor

ActKind = Literal["engagement", "request", "commitment", "position", "channel", "incident", "measure"]
ActRole = Literal[
    "participant", "visitor", "host", "by", "to", "on", "party",
    "content", "condition", "deadline", "count", "basis", "occasion", "level", "place",
    "outcome", "description", "precedent",
]  # fmt: skip
"""What somebody or something is in an act; the first line's are parties, the last line's judge an engagement: how it
went, of what sort it was, and since when there was none like it."""
Judged = Literal["", "positive", "negative", "mixed"]
"""How an engagement went, as an account has it."""

KINDS: tuple[ActKind, ...] = get_args(ActKind)
PARTIES: frozenset[ActRole] = frozenset({"participant", "visitor", "host", "by", "to", "on", "party"})
"""The roles that only a party can fill."""


@dataclass(frozen=True, slots=True, order=True)
class Argument:
    """What fills a role of an act.

    Attributes:
        anchor: Its words.
        party: The name the document's referent has, for the roles of parties; empty otherwise.
        judged: How it went, for outcomes; empty otherwise.
    """

    role: ActRole
    anchor: Anchor
    party: str = ""
    judged: Judged = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One act at one place of a document.

    Attributes:
        type: The sort of it, such as `visit`; see the kind's vocabulary.
        status: Where it stands as told here, such as `planned`.
        anchor: The words to read: the clause, or the sentence where the clause cannot be read alone.
        trigger: The word that tells it.
        arguments: In reading order of their roles, sorted.
        time: When, by one of the document's times with a calendar interval.
        duration: How long, by one of the document's times.
        issues: What it is about, by the names of `core/terms/issues.toml`.
        meaning: Of what is asked or promised, as `core.meanings` packs it; empty for other kinds.
        cameo, plover: Its codes in these two schemes.
        score: In [0, 1]: how sure it is that such an act is told here.
        reason: By what it was found, and why it has this status.
    """

    kind: ActKind
    type: str
    status: str
    anchor: Anchor
    trigger: Anchor
    arguments: tuple[Argument, ...] = ()
    time: Anchor | None = None
    duration: Anchor | None = None
    issues: tuple[str, ...] = ()
    meaning: bytes = b""
    cameo: str = ""
    plover: str = ""
    score: float = 1.0
    reason: str = ""

    def of(self, role: ActRole) -> tuple[Argument, ...]:
        """What fills a role."""
        return tuple(one for one in self.arguments if one.role == role)

    @property
    def parties(self) -> tuple[str, ...]:
        """Whoever takes part, by the names the document's referents have, sorted."""
        return tuple(sorted({one.party for one in self.arguments if one.party}))
