"""How well memcon does: its answers held against gold, with intervals, naive methods and floors.

In come folders of gold and data; out comes a `Scoreboard`.
"""

from memcon.evaluate.page import markdown
from memcon.evaluate.runner import SUITES, run
from memcon.evaluate.scoreboard import Figure, Scoreboard

__all__ = ["SUITES", "Figure", "Scoreboard", "markdown", "run"]
