"""What must hold for any document that a language model reads, whatever was read before and beside it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.core.document import Document, Zone
from memcon.language import load
from memcon.language.packaged import Packaged
from memcon.language.weights import Weights
from memcon.testing import document, documents, texts
from tests.property.shared import printed_elsewhere
from tests.unit.language.test_packaged import AWKWARD, STORY, check_reading, check_zones

pytestmark = pytest.mark.models

# Each example reads whole documents.
reads = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
reads_several = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])

KINDS = st.sampled_from(("headline", "subheading", "body", "body", "caption", "credit", "furniture"))

anything = documents() | texts().map(document)


def zoned(paragraphs: Sequence[tuple[str, str]]) -> Document:
    """A document of paragraphs of these kinds."""
    text, zones = "", list[Zone]()
    for kind, paragraph in paragraphs:
        words = paragraph.strip()
        if words:
            zones.append(Zone(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]
            text += words + "\n\n"
    return document(text, zones=zones)


@cache
def weights() -> Weights:
    """The packaged model, once for all readers made here."""
    return Weights()


@cache
def reader(threads: int) -> Packaged:
    """A reader of so many threads."""
    return Packaged(weights(), threads=threads)


def story(sentences: int) -> Document:
    """A report of so many paragraphs, each different."""
    return document("\n\n".join(f"On {number} May, {STORY}" for number in range(sentences)))


COLLECTION = (
    story(1),
    story(8),
    document(STORY.replace(". ", " and ") * 20),
    *(document(text) for text in AWKWARD.values()),
    story(150),  # more than one block of windows
)
"""Short and long, plain and awkward."""


@cache
def expected() -> tuple[str, ...]:
    """The readings of the collection, one after another, on one thread."""
    return tuple(repr(reader(1).read(made)) for made in COLLECTION)


@reads
@given(anything)
def test_a_reading_is_sound(made: Document) -> None:
    """Whatever the text: words, sentences, trees, names, phrases and attributions are where they say."""
    check_reading(made, *load().read(made))


@reads
@given(st.lists(st.tuples(KINDS, texts()), max_size=6).map(zoned))
def test_nothing_leaves_its_zone(made: Document) -> None:
    """Whatever the zones: no sentence, name or phrase goes beyond a paragraph, and nothing touches what is not read."""
    reading, problems = load().read(made)
    check_reading(made, reading, problems)
    check_zones(made, reading)


@reads
@given(anything, anything)
def test_what_was_read_before_leaves_no_trace(made: Document, other: Document) -> None:
    """Read first, again, and after something else, a document has the same reading."""
    first = repr(load().read(made))
    load().read(other)
    assert repr(load().read(made)) == first


@reads_several
@given(st.lists(anything, min_size=2, max_size=6))
def test_what_is_read_beside_it_leaves_no_trace(made: list[Document]) -> None:
    """Documents read at the same time have the readings that each has alone."""
    alone = [repr(load().read(one)) for one in made]
    with ThreadPoolExecutor(len(made)) as pool:
        assert [repr(found) for found in pool.map(load().read, made)] == alone


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_the_number_of_threads_leaves_no_trace(threads: int) -> None:
    """On one thread, two or four, a long report alone and a collection read several at once have the same readings."""
    one = reader(threads)
    assert repr(one.read(COLLECTION[-1])) == expected()[-1]
    with ThreadPoolExecutor(4) as pool:
        assert tuple(repr(found) for found in pool.map(one.read, COLLECTION)) == expected()


def test_order_leaves_no_trace() -> None:
    """A collection read from the end has the same readings."""
    assert tuple(repr(reader(2).read(made)) for made in reversed(COLLECTION))[::-1] == expected()


def test_another_copy_of_the_model_reads_the_same() -> None:
    """A model loaded again, that has read nothing yet, gives the same readings."""
    fresh = Packaged(Weights(), threads=1)
    assert tuple(repr(fresh.read(made)) for made in COLLECTION[:12]) == expected()[:12]


def test_another_process_reads_the_same() -> None:
    """Processes that hash differently give the same readings."""
    code = (
        "from hashlib import sha256\n"
        "from memcon.language import load\n"
        "from tests.property.test_language_laws import COLLECTION\n"
        "print(sha256(repr([load().read(made) for made in COLLECTION[:6]]).encode()).hexdigest())\n"
    )
    here = sha256(repr([load().read(made) for made in COLLECTION[:6]]).encode()).hexdigest()
    for seed in (1, 2):
        assert printed_elsewhere(code, seed).strip() == here


@reads_several
@given(st.lists(st.sampled_from((*AWKWARD.values(), "Orrin left.")), max_size=8))
def test_a_sentence_means_the_same_in_any_company(sentences: list[str]) -> None:
    """The vector of a sentence does not depend, by a bit, on the sentences given with it."""
    together = load().vectors(sentences)
    for number, sentence in enumerate(sentences):
        assert load().vectors([sentence])[0].tobytes() == together[number].tobytes()
