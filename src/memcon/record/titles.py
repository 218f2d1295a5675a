"""What an entry is called: `Meeting between Tomas Orrin and Ilse Marn`, `Marn: “The harbour is open.”`.

In: an entry of any kind. Out: one line from its slots, never freely written.
"""

from memcon.core.entry import Entry
from memcon.record.told import is_act, told


def title(entry: Entry) -> str:
    """An act as it is told in a line, what the reports date in their words, and a statement with who makes it."""
    if is_act(entry):
        return told(entry)
    return said(entry) if entry.kind == "statement" else entry.best("what")


def said(entry: Entry) -> str:
    """A statement with who makes it, as far as a report names somebody."""
    speaker, wording = entry.best("speaker"), entry.best("wording")
    if not speaker:
        return wording
    goes_on = entry.best("kind") != "direct" and wording[:1].islower()  # with the cue: "said that …"
    return f"{speaker} {wording}" if goes_on else f"{speaker}: {wording}"
