"""The timeline as a picture: what happened when, what was said, and what is ahead, as soon as the reports end.

In go a brief's moments; out comes geometry that the template prints as SVG, once `across` for wide columns and once
`down` for a phone, and the same moments as a list. Nothing here judges: a mark reaches over all the days that its date
may mean, and is as thick as it has independent families behind it.
"""

from memcon.present.html.timeline.laid import Row, Timeline, timeline

__all__ = ["Row", "Timeline", "timeline"]
