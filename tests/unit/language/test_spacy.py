"""Readings by spaCy pipelines that are made here, of rules; no trained one is needed."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given

from memcon.core.document import Document, Zone
from memcon.core.reading import Reading
from memcon.errors import MissingExtraError, MissingPipelineError
from memcon.language.protocol import Language
from memcon.language.spacy import NAMES, from_spacy
from memcon.testing import document, marked, texts

pytest.importorskip("spacy")
import spacy
from spacy.language import Language as Pipeline
from spacy.pipeline import AttributeRuler, EntityRuler
from spacy.tokens import Doc

TEXT = "The Varn Council met Ilse Marn’s envoy  in Brenna. It ended.\n\nBoth 𝔘 left on Tuesday."


def names(nlp: Pipeline) -> EntityRuler:
    """A list of names, at the pipeline's end."""
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    return ruler


def words_of(nlp: Pipeline) -> AttributeRuler:
    """Rules for single words, at the pipeline's end."""
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return ruler


def ruled() -> Pipeline:
    """Sentences by punctuation, names from a list, parts of speech and lemmas of a few words."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    names(nlp).add_patterns(
        [
            {"label": "ORG", "pattern": "The Varn Council"},
            {"label": "PERSON", "pattern": [{"TEXT": "Ilse"}, {"TEXT": "Marn"}, {"TEXT": "’s"}]},
            {"label": "GPE", "pattern": "Brenna"},
            {"label": "DATE", "pattern": "Tuesday"},
            {"label": "LANGUAGE", "pattern": "Both"},
        ]
    )
    attributes = words_of(nlp)
    attributes.add([[{"TEXT": "met"}]], {"POS": "VERB", "LEMMA": "meet"})
    attributes.add([[{"TEXT": "Council"}]], {"POS": "PROPN"})
    return nlp


@pytest.fixture(scope="module")
def rules() -> Language:
    """The same, made once."""
    return from_spacy(ruled())


def parsed(heads: list[int], relations: list[str], words: list[str], spaces: list[bool]) -> Pipeline:
    """A pipeline that gives every text of those words that tree."""
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda _text: Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=relations)
    return nlp


def read(language: Language, made: Document) -> Reading:
    """What is seen where nothing is given up."""
    reading, problems = language.read(made)
    assert problems == ()
    return reading


def test_words_point_at_their_own_characters() -> None:
    """Anchors are exact: whatever white space and wide characters come before, each word is where it says."""
    made = document(TEXT)
    reading = read(from_spacy(ruled()), made)
    passages = [made.passage(word.anchor) for word in reading.words]
    assert passages == "The Varn Council met Ilse Marn ’s envoy in Brenna . It ended . Both 𝔘 left on Tuesday .".split()
    assert [made.passage(one) for one in reading.sentences] == [
        "The Varn Council met Ilse Marn’s envoy  in Brenna.",
        "It ended.",
        "Both 𝔘 left on Tuesday.",
    ]
    assert [word.sentence for word in reading.words] == [0] * 11 + [1] * 3 + [2] * 6


def test_what_components_see_is_taken_and_the_rest_filled_in() -> None:
    """Lemma and part of speech are the pipeline's where it gives them, else the small letters and `X`."""
    made = document(TEXT)
    seen = {made.passage(word.anchor): (word.lemma, word.upos) for word in read(from_spacy(ruled()), made).words}
    assert seen["met"] == ("meet", "VERB")
    assert seen["Council"] == ("council", "PROPN")
    assert seen["Brenna"] == ("brenna", "X")


def test_without_a_parser_a_sentence_hangs_on_its_first_word() -> None:
    """Every sentence has one root, its own head; the other words depend on it, and there are no phrases."""
    reading = read(from_spacy(ruled()), document(TEXT))
    assert [word.head for word in reading.words] == [0] * 11 + [11] * 3 + [14] * 6
    assert [n for n, word in enumerate(reading.words) if word.relation == "root"] == [0, 11, 14]
    assert {word.relation for word in reading.words} == {"root", "dep"}
    assert reading.phrases == ()
    assert reading.attributions == ()


def test_names_by_our_types_without_article_and_genitive() -> None:
    """Labels become our types; one that has none is left out, and so are “the” and “’s”."""
    made = document(TEXT)
    found = [(made.passage(name.anchor), name.type) for name in read(from_spacy(ruled()), made).names]
    assert found == [
        ("Varn Council", "organisation"),
        ("Ilse Marn", "person"),
        ("Brenna", "place"),
        ("Tuesday", "time"),
    ]
    assert "LANGUAGE" not in NAMES


def test_a_name_of_nothing_but_an_article_is_none() -> None:
    """What is left of a name must be something."""
    nlp = spacy.blank("en")
    names(nlp).add_patterns([{"label": "ORG", "pattern": "The"}])
    assert read(from_spacy(nlp), document("The end.")).names == ()


def test_sentences_by_punctuation_where_the_pipeline_has_none() -> None:
    """A bare pipeline's sentences are those of `sentence_ranges`: an abbreviation ends none."""
    marks = marked("[s:Gen. Reyes met Ms. Halvey.] [s:Both left.]\n\n[s:“No!” said Arrano.]")
    made = document(marks.text)
    reading = read(from_spacy(spacy.blank("en")), made)
    assert [(one.start, one.end) for one in reading.sentences] == [(one.start, one.end) for one in marks.spans]


def test_only_what_the_reports_say_is_read() -> None:
    """Captions, credits and furniture are passed over, and no sentence goes beyond a paragraph."""
    marks = marked(
        "[headline:Talks fail]\n[caption:A lake.]\n[body:They met]\n[body:They left.]\n[furniture:Read more.]"
    )
    zones = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    made = document(marks.text, zones=zones)
    reading = read(from_spacy(ruled()), made)
    assert [made.passage(one) for one in reading.sentences] == ["Talks fail", "They met", "They left."]


def test_phrases_and_heads_come_from_the_parser() -> None:
    """A tree is taken as it is, its root renamed; noun phrases have the type of their head's name, else `abstract`."""
    words, spaces = "The Varn Council met envoys .".split(), [True, True, True, True, False, False]
    nlp = parsed([2, 2, 3, 3, 3, 3], ["det", "compound", "nsubj", "ROOT", "dobj", "punct"], words, spaces)
    names(nlp).add_patterns([{"label": "ORG", "pattern": [{"TEXT": "Varn"}, {"TEXT": "Council"}]}])
    words_of(nlp).add([[{"TEXT": {"IN": ["Council", "envoys"]}}]], {"POS": "NOUN"})
    made = document("The Varn Council met envoys.")
    reading = read(from_spacy(nlp), made)
    assert [word.head for word in reading.words] == [2, 2, 3, 3, 3, 3]
    assert [word.relation for word in reading.words] == ["det", "compound", "nsubj", "root", "dobj", "punct"]
    assert [(made.passage(one.anchor), one.head, one.type) for one in reading.phrases] == [
        ("The Varn Council", 2, "organization"),
        ("envoys", 4, "abstract"),
    ]


def test_white_space_heads_no_word() -> None:
    """Where white space is the root, the first word that hung on it becomes the root and the others hang on that."""
    words, spaces = ["They", "met", " ", "here"], [True, True, False, False]
    nlp = parsed([1, 2, 2, 2], ["nsubj", "dep", "ROOT", "advmod"], words, spaces)
    reading = read(from_spacy(nlp), document("They met  here"))
    assert [(word.head, word.relation) for word in reading.words] == [(1, "nsubj"), (1, "root"), (1, "dep")]


def test_a_language_without_rules_for_noun_phrases_has_none() -> None:
    """A parser of such a language gives a tree and no phrases."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = lambda _text: Doc(
        nlp.vocab, words=["Oda", "left"], spaces=[True, False], heads=[1, 1], deps=["nsubj", "ROOT"]
    )
    reading = read(from_spacy(nlp), document("Oda left"))
    assert [word.relation for word in reading.words] == ["nsubj", "root"]
    assert reading.phrases == ()


def test_a_paragraph_too_long_for_the_pipeline_is_a_problem() -> None:
    """It is given up with its place, and the others are read."""
    nlp = ruled()
    nlp.max_length = 20
    made = document("They met.\n\n" + "They talked and talked.\n\n" + "They left.")
    reading, problems = from_spacy(nlp).read(made)
    assert [made.passage(one) for one in reading.sentences] == ["They met.", "They left."]
    (problem,) = problems
    assert problem.reason == "long-paragraph"
    assert problem.anchor is not None
    assert made.passage(problem.anchor) == "They talked and talked."


def test_a_tokenizer_that_changes_the_text_is_a_problem() -> None:
    """Where the words' places could not be told, nothing is guessed."""
    nlp = parsed([0], ["ROOT"], ["gone"], [False])
    reading, problems = from_spacy(nlp).read(document("Gone."))
    assert reading.words == ()
    assert [problem.reason for problem in problems] == ["altered-text"]


@given(text=texts())
def test_any_text_is_read_whole(rules: Language, text: str) -> None:
    """Words are in order, apart from each other, and leave out nothing but white space; each head is in its sentence."""
    made = document(text)
    reading = read(rules, made)
    left = list(made.text)
    position = 0
    for word in reading.words:
        assert position <= word.anchor.start
        position = word.anchor.end
        left[word.anchor.start : word.anchor.end] = " " * len(word.anchor)
        assert reading.words[word.head].sentence == word.sentence
    assert not "".join(left).strip()


def test_an_empty_document_has_an_empty_reading() -> None:
    """Nothing in, nothing out, and no problem either."""
    made = document("")
    assert read(from_spacy(ruled()), made) == Reading(made.id)


def test_vectors_have_unit_length_with_vectors_and_without() -> None:
    """A sentence's vector is spaCy's, made as long as one; where it is zero, or there is none, words are counted."""
    nlp = spacy.blank("en")
    nlp.vocab.set_vector("north", np.array([3.0, 0.0, 4.0], np.float32))  # type: ignore[arg-type]
    for language, width in ((from_spacy(nlp), 3), (from_spacy(spacy.blank("en")), 300)):
        found = language.vectors(["north", "unheard of", "Of unheard", "", " "])
        assert found.shape == (5, width)
        assert found.dtype == np.float32
        assert np.linalg.norm(found, axis=1) == pytest.approx([1] * 5)
        assert found[1].tolist() == found[2].tolist()
        assert language.vectors([]).shape == (0, width)
    assert from_spacy(nlp).vectors(["north"])[0].tolist() == pytest.approx([0.6, 0, 0.8])


def test_vectors_of_a_pipeline_that_makes_them_from_context() -> None:
    """Where vectors are means of what the components made, a sentence without words has one as wide as the others."""
    nlp = spacy.blank("en")

    def tokenizer(text: str) -> Doc:
        doc = Doc(nlp.vocab, words=text.split())
        doc.tensor = np.full((len(doc), 4), 2, np.float32)
        return doc

    nlp.tokenizer = tokenizer
    found = from_spacy(nlp).vectors(["They met", ""])
    assert found[0].tolist() == [0.5] * 4
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1])


def test_the_version_names_pipeline_and_spacy() -> None:
    """Another component is another version, and one may be given."""
    version = from_spacy(ruled()).version
    assert version.startswith("en_pipeline-0.0.0/sentencizer+entity_ruler+attribute_ruler/spacy-")
    assert from_spacy(spacy.blank("en")).version != version
    assert from_spacy(ruled(), version="rules of May").version == "rules of May"


def test_a_pipeline_that_is_not_installed() -> None:
    """It is named, and how to get one."""
    with pytest.raises(MissingPipelineError, match=r"'en_no_such'.*spacy download") as raised:
        from_spacy("en_no_such")
    assert raised.value.pipeline == "en_no_such"


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where spaCy is missing, it is said what to install."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'memcon\[spacy\]'") as raised:
        from_spacy("en_core_web_sm")
    assert raised.value.extra == "spacy"


def test_the_adapter_loads_spacy_only_when_it_is_used() -> None:
    """Importing it does not import spaCy."""
    code = "import sys, memcon.language.spacy; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
