"""What colours mean, the same in every view.

Nothing is said by colour alone: without colours all words are still there.
"""

TITLE = "bold"
SECTION = "bold cyan"
SPEAKER = "bold"
QUOTED = "green"
CREDIT = "magenta"
CUE = "cyan"
FAINT = "dim"
WARNING = "yellow"
GOOD = "green"
BAD = "red"
