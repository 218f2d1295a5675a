"""What stands in the slots of a statement, as words to compare with what a text marks."""

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Statement
from memcon.core.document import Document
from memcon.testing import annotated, document, marked

Words = dict[str, tuple[str, ...]]


def slots(made: Document, statement: Statement) -> Words:
    """The words in every slot, by the label under which a text marks them."""

    def words(*anchors: Anchor | None) -> tuple[str, ...]:
        return tuple(made.passage(one) for one in anchors if one is not None)

    return {
        "speaker": words(statement.speaker.anchor if statement.speaker else None),
        "cue": words(statement.cue),
        "content": words(*statement.content),
        "quote": words(*statement.quoted),
        "addressee": words(statement.addressee.anchor if statement.addressee else None),
        "relay": words(*(link.anchor for link in statement.via)),
        "occasion": words(statement.occasion),
        "medium": words(statement.medium),
    }


def seen(notation: str) -> tuple[Document, Annotations]:
    """The document of a marked text, and what is seen in it."""
    made = document(marked(notation).text)
    return made, annotated(made)[0]


def compared(notation: str, *empty: str) -> tuple[Words, list[Words]]:
    """What a text marks of one statement, and the same slots of every statement.

    Args:
        empty: Labels of slots in which nothing may stand.
    """
    marks = marked(notation)
    made, found = seen(notation)
    labels = {span.label for span in marks.spans}
    wanted = {label: marks.words(label) for label in labels} | dict.fromkeys(empty, ())
    return wanted, [
        {label: words for label, words in slots(made, one).items() if label in wanted} for one in found.statements
    ]


def speakers(text: str) -> list[str | None]:
    """The name of each statement's speaker, in reading order."""
    return [one.speaker.name if one.speaker else None for one in seen(text)[1].statements]
