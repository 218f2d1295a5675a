from memcon.core.derivation import Fingerprint
from memcon.core.document import Document, Zone
from memcon.testing import annotated, document, marked
from memcon.trace import fingerprint
from tests.unit.ferries import STORY


def printed(made: Document) -> Fingerprint:
    """The fingerprint of a document as it is annotated."""
    return fingerprint(made, annotated(made)[0])


def test_only_body_words_count() -> None:
    """Furniture, another headline, marks, case and white space around the same body change no fingerprint."""
    one = printed(document("The lock is broken, and nobody came to see it."))
    marks = marked(
        "[headline:Lock broken!]\n\n[body:THE LOCK is “broken”,\n and nobody came to see it]\n\n[furniture:Menu]"
    )
    zones = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    other = printed(document(marks.text, zones=zones))
    assert (one.words, one.whole, one.shingles) == (other.words, other.whole, other.shingles)
    assert one.words == 10


def test_one_word_makes_a_difference() -> None:
    """A changed word changes the digest of the whole and few of the shingles."""
    one, other = printed(document(STORY)), printed(document(STORY.replace("soup", "bread")))
    assert one.whole != other.whole
    assert len(set(one.shingles) & set(other.shingles)) > 0.7 * len(one.shingles)


def test_an_abridgement_keeps_its_shingles() -> None:
    """Which shingles are sampled depends on the shingle alone, so a part's are among the whole's."""
    part = STORY.partition("\n\nThe captains")[0]
    assert set(printed(document(part)).shingles) < set(printed(document(STORY)).shingles)


def test_a_document_without_body() -> None:
    """Nothing to compare is an empty fingerprint, not an error."""
    made = printed(document("Menu", zones=[Zone("furniture", 0, 4)]))
    assert (made.words, made.shingles) == (0, ())
