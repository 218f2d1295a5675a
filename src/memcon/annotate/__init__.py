"""What is seen in one document: sentences, parties, credits, quotations, who said what, and when.

Sentences, words and how they hang together are the language model's; quotation marks and credits are found by pattern,
which for them is exact; the rest is made of both.

    quotations, credits   read from the text and its zones
    tree                  how the words hang together, asked by number of word
    parties               who appears, and which words mean whom
    speech                who said what to whom, and by what chain it reached the report
    times                 when: what every expression of time means there, and what it dates
    acts                  what happened or is to happen between parties, and where it stands
    damage                what spinning and translation broke
    meanings              what quotations mean
"""

from collections.abc import Sequence

from memcon.annotate.acts import Topics, find_acts
from memcon.annotate.credits import find_credits
from memcon.annotate.damage import find_damage
from memcon.annotate.meanings import Vectors, acts_with_meanings, with_meanings
from memcon.annotate.quotations import find_quotations
from memcon.annotate.speech import find_chains, find_statements
from memcon.annotate.times import find_occurrences, find_times, find_times_beside, said_when
from memcon.annotate.tree import Tree
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Sentence, Statement
from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.core.reading import Reading
from memcon.core.times import Time

VERSION = "annotate-13"
"""Stamped, with the language model's, on everything this stage makes; what another version made is made again."""


def annotate(
    document: Document, reading: Reading, topics: Topics | None = None, vectors: Vectors | None = None
) -> tuple[Annotations, tuple[Problem, ...]]:
    """Everything that is seen in a document, and what had to be given up.

    Args:
        reading: What a language model sees in the same document.
        topics: The issues that acts may be about; without them they are about none.
        vectors: What sentences mean, as `Language.vectors`; without it what is quoted, asked or promised is kept
            without its meaning.
    """
    quotations = find_quotations(document)
    tree = Tree(document.text, reading)
    statements, mentions, referents = find_statements(document, reading, quotations, tree)
    statements, times = _timed(document, tree, reading, statements)
    acts = find_acts(document, tree, reading, mentions, times, statements, referents, topics)
    annotations = Annotations(
        document.id,
        sentences=tuple(map(Sentence, reading.sentences)),
        mentions=mentions,
        credits=find_credits(document),
        statements=with_meanings(document, statements, vectors) if vectors else statements,
        referents=referents,
        times=tuple(sorted((*times, *find_times_beside(document)), key=lambda time: time.anchor)),
        occurrences=find_occurrences(document, tree, times, statements, mentions),
        acts=acts_with_meanings(document, acts, vectors) if vectors else acts,
        damage=find_damage(document, reading, tree, quotations, mentions, referents),
    )
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


def _timed(
    document: Document, tree: Tree, reading: Reading, statements: Sequence[Statement]
) -> tuple[tuple[Statement, ...], tuple[Time, ...]]:
    """Statements with when they were said, and the times; "today" in a quotation is the day of its statement."""
    times = find_times(document, tree, reading)
    dated = said_when(statements, tree, times)
    by_anchor = {time.anchor: time for time in times}
    said = [(part, by_anchor[one.said]) for one in dated if one.said is not None for part in one.quoted]
    return dated, find_times(document, tree, reading, said) if said else times


def chains(document: Document, reading: Reading) -> tuple[tuple[Anchor, ...], ...]:
    """Every set of phrases of a document that refer to one thing, whatever it is, by themselves or several times.

    Args:
        reading: What a language model sees in the same document.
    """
    return find_chains(document, reading)


__all__ = ["VERSION", "Topics", "annotate", "chains"]
