"""What is seen in one document: sentences, names, credits, quotations and who said them.

Sentences are the language model's; the rest is found by pattern, which for quotation marks is exact.

    quotations, credits              read from the text and its zones
    words, names, cues               what one sentence consists of
    frames                           sentences with their quotations masked, and their subjects
    cast                             whom names, descriptions and pronouns mean
    statements                       all of it put together
"""

from memcon.annotate.credits import find_credits
from memcon.annotate.quotations import find_quotations
from memcon.annotate.statements import find_statements
from memcon.core.annotation import Annotations, Sentence
from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.core.reading import Reading

VERSION = "annotate-2"
"""Stamped, with the language model's, on everything this stage makes; what another version made is made again."""


def annotate(document: Document, reading: Reading) -> tuple[Annotations, tuple[Problem, ...]]:
    """Everything that is seen in a document, and what had to be given up.

    Args:
        reading: What a language model sees in the same document.
    """
    quotations = find_quotations(document)
    statements, mentions = find_statements(document, quotations)
    sentences = tuple(map(Sentence, reading.sentences))
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
