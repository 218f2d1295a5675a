"""The brief as Markdown, to be pasted into a note, an issue or a wiki."""

from memcon.present.markdown.brief import render_markdown

__all__ = ["render_markdown"]
