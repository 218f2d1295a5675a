"""Damage as words to compare with what a text marks as `[kind{suggestion}:words]`."""

from memcon.testing import annotated, document, marked

Mark = tuple[str, str, str | None]


def wanted(notation: str) -> list[Mark]:
    """Kind, words and suggestion of what a text marks."""
    marks = marked(notation)
    return [(span.label, marks.text[span.start : span.end], span.value or None) for span in marks.spans]


def found(notation: str) -> list[Mark]:
    """Kind, words and suggestion of the damage that is seen in a text."""
    made = document(marked(notation).text)
    return [(one.kind, made.passage(one.anchor), one.suggestion) for one in annotated(made)[0].damage]
