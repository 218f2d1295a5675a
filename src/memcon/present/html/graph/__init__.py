"""The derivation graph as a picture: which report was made from which, when, how, and how sure that is.

In go a brief's families as trees; out comes geometry that the template prints as SVG, once `across` for wide columns
and once `down` for a phone. The trees, printed as a list below, are its text form: an arrow for each branch of theirs.
Nothing here judges: a line is as thick as its derivation has score, and dashed where that is only possible.

    plan     what is drawn, and in which order        across   time to the right, a row for each report
    pieces   what a picture consists of               down     time down the page, arrows in the margin
"""

from memcon.present.html.graph.laid import Graph, graph

__all__ = ["Graph", "graph"]
