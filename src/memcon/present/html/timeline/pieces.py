"""What a picture of the timeline consists of: places in SVG user units, rounded to tenths, so that bytes are stable."""

from dataclasses import dataclass
from typing import Literal

from memcon.present.html.shapes import Box, Text, path
from memcon.present.html.timeline.scale import Extent

Style = Literal["held", "planned", "tentative", "off", "said"]
"""Whether it happened, is ahead, may be ahead, was to be and is not, or was said."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment to be drawn.

    Attributes:
        words: Its title, without anything that would turn or break a line.
        told: All about it in one line, which shows when a pointer rests on it.
        weight: How many independent families are proven to tell it; at least 1.
        passage: The number of the passage that its mark leads to.
    """

    extent: Extent
    style: Style
    words: str
    told: str
    weight: int
    passage: int

    @property
    def thickness(self) -> float:
        """Of its mark: more for each family, as far as a row is high."""
        return 5.0 + 2 * min(self.weight, 4)


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment in the picture.

    Attributes:
        label: Its title, in one line or more.
        cuts: Paths of arrow heads where it reaches further than the axis.
    """

    shown: Shown
    box: Box
    label: tuple[Text, ...]
    cuts: tuple[str, ...] = ()

    @property
    def cross(self) -> str:
        """The path of the cross on what is not to be; empty for all else."""
        if self.shown.style != "off":
            return ""
        x, y, half = self.box.x + self.box.width / 2, self.box.y + self.box.height / 2, self.shown.thickness / 2 + 1
        rising = path((x - half, y + half), (x + half, y - half))
        return path((x - half, y - half), (x + half, y + half)) + rising


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture.

    Attributes:
        kind: In which direction time runs.
        ahead: The area after the reports end.
        axis, grid, breaks, end: Paths: the axis, its ticks, where time is left out, and where the reports end.
        leaders: The path of all lines from a date to a label that stands elsewhere.
    """

    kind: Literal["across", "down"]
    width: float
    height: float
    marks: tuple[Mark, ...]
    texts: tuple[Text, ...]
    axis: str
    grid: str
    breaks: str
    end: str
    leaders: str
    ahead: Box | None
