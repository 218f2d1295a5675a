"""What makes an input unreadable, as a value: readers return it, and `read` adds the path."""

from dataclasses import dataclass

from memcon.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something could not be read.

    Attributes:
        reason: The `Problem`'s code.
        detail: One sentence for a person.
    """

    reason: str
    detail: str

    def at(self, path: str) -> Problem:
        """The problem this is for the input at `path`."""
        return Problem(stage="read", path=path, reason=self.reason, detail=self.detail)
