from dataclasses import replace

from memcon.core.anchor import Anchor
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document, Zone
from memcon.testing import annotated, document, marked
from memcon.trace import fingerprint
from memcon.trace.fingerprints import body_words, folded_words
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


def test_words_by_column() -> None:
    """Each word has its place, whether it is quoted, and whether it is a name or a number."""
    made = document("Straße 12 is shut, Orrin said: “The lock IS broken.”\nNobody asked.")
    words = body_words(made, annotated(made)[0])
    columns = (words.folded, words.starts, words.ends, words.narrative, words.stubborn)
    assert words.folded[0] == "strasse"
    assert [made.text[start:end].casefold() for _, start, end, _, _ in zip(*columns, strict=True)] == list(words.folded)
    assert [word for word, _, _, told, _ in zip(*columns, strict=True) if not told] == ["the", "lock", "is", "broken"]
    assert [word for word, _, _, _, own in zip(*columns, strict=True) if own] == ["12", "orrin", "is"]


def test_the_words_of_a_passage() -> None:
    """A passage has the words that lie in it, wherever it begins, and only those of the body."""
    marks = marked("[body:The lock is broken.]\n\n[furniture:Menu]\n\n[body:Nobody asked.]")
    zones = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    made = document(marks.text, zones=zones)
    for start, wanted in ((0, ["the", "lock", "is", "broken", "nobody"]), (4, ["lock", "is", "broken", "nobody"])):
        anchor = Anchor(made.id, start, made.text.index(" asked"))
        words = body_words(made, annotated(made)[0], anchor)
        assert list(words.folded) == list(folded_words(made, anchor)) == wanted
        assert (words.starts[0], words.ends[-1]) == (anchor.start, anchor.end)


def test_what_a_comparison_reads_has_a_digest() -> None:
    """Another text, another quotation or another division into sentences is another thing to compare."""
    made = document("Nobody came to see the broken lock on that day.")
    seen = annotated(made)[0]
    halves = tuple(replace(one, anchor=replace(one.anchor, end=one.anchor.end - 4)) for one in seen.sentences)
    moved = document("\nNobody came to see the broken lock on that day.")
    quoted = document("Nobody came to see “the broken lock on that day”.")
    prints = (printed(made), printed(moved), printed(quoted), fingerprint(made, replace(seen, sentences=halves)))
    assert len({one.read for one in prints}) == 4
    assert printed(made) == prints[0]


def test_a_text_without_a_letter() -> None:
    """An empty text has no words and a fingerprint like any other without a body."""
    assert printed(document("")).words == 0
