"""What is seen in one document: sentences, names, credits, quotations and who said them.

First version, by pattern; trained heads will replace the parts they do better behind the same signature.

    sentences, quotations, credits   read from the text and its zones
    words, names, cues               what one sentence consists of
    frames                           sentences with their quotations masked, and their subjects
    cast                             whom names, descriptions and pronouns mean
    statements                       all of it put together
"""

from memcon.annotate.credits import find_credits
from memcon.annotate.quotations import find_quotations
from memcon.annotate.sentences import sentence_ranges
from memcon.annotate.statements import find_statements
from memcon.core.annotation import Annotations, Sentence
from memcon.core.document import Document
from memcon.core.problem import Problem

VERSION = "patterns-1"
"""Stamped on everything this stage makes; another version's annotations are made again."""

_READ = frozenset({"headline", "subheading", "body"})


def annotate(document: Document) -> tuple[Annotations, tuple[Problem, ...]]:
    """Everything that is seen in a document, and what had to be given up."""
    quotations = find_quotations(document)
    statements, mentions = find_statements(document, quotations)
    sentences = tuple(
        Sentence(document.anchor(start, end))
        for zone in document.zones
        if zone.kind in _READ
        for start, end in sentence_ranges(document.text, zone.start, zone.end)
    )
    annotations = Annotations(document.id, sentences, mentions, find_credits(document), statements)
    problems = tuple(
        Problem(
            stage="annotate",
            path=document.path or "",
            reason="unclosed-quotation",
            detail="A quotation has no closing mark; it was taken to end with its paragraph.",
            anchor=document.anchor(quotation.start, quotation.end),
        )
        for quotation in quotations
        if not quotation.closed and quotation.kind == "statement"
    )
    return annotations, problems


__all__ = ["VERSION", "annotate"]
