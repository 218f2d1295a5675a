"""What is seen in one document: sentences, parties, credits, quotations and who said what.

Sentences, words and how they hang together are the language model's; quotation marks and credits are found by pattern,
which for them is exact; the rest is made of both.

    quotations, credits   read from the text and its zones
    tree                  how the words hang together, asked by number of word
    parties               who appears, and which words mean whom
    speech                who said what to whom, and by what chain it reached the report
"""

from memcon.annotate.credits import find_credits
from memcon.annotate.quotations import find_quotations
from memcon.annotate.speech import find_chains, find_statements
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Sentence
from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.core.reading import Reading

VERSION = "annotate-3"
"""Stamped, with the language model's, on everything this stage makes; what another version made is made again."""


def annotate(document: Document, reading: Reading) -> tuple[Annotations, tuple[Problem, ...]]:
    """Everything that is seen in a document, and what had to be given up.

    Args:
        reading: What a language model sees in the same document.
    """
    quotations = find_quotations(document)
    statements, mentions, referents = find_statements(document, reading, quotations)
    sentences = tuple(map(Sentence, reading.sentences))
    annotations = Annotations(document.id, sentences, mentions, find_credits(document), statements, referents)
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


def chains(document: Document, reading: Reading) -> tuple[tuple[Anchor, ...], ...]:
    """Every set of phrases of a document that refer to one thing, whatever it is, by themselves or several times.

    Args:
        reading: What a language model sees in the same document.
    """
    return find_chains(document, reading)


__all__ = ["VERSION", "annotate", "chains"]
