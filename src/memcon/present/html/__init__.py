"""The brief as one self-contained HTML page."""

from memcon.present.html.render import render_html, render_print

__all__ = ["render_html", "render_print"]
