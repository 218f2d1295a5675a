"""Where sentences begin and end."""

import pytest
from hypothesis import given

from memcon.core.document import Zone
from memcon.language.sentences import sentence_ranges
from memcon.testing import annotated, document, marked, texts


@pytest.mark.parametrize(
    "notation",
    [
        "[s:One.] [s:Two!] [s:Three?] [s:Four …] [s:Five]",
        "[s:“Is it over?” asked Halvey.] [s:“No!” shouted Arrano.]",
        "[s:She said: “It is over.”] [s:“Not yet,” he said.]",
        "[s:It rose by 3.5 per cent to 1,200.] [s:Then it fell.]",
        "[s:Gen. Reyes met Ms. Halvey at No. 4 on Sept. 3.] [s:Both left.]",
        "[s:The U.S. envoy left.] [s:He flew to the U.S.] [s:The rest stayed.]",
        "[s:J. K. Arrano signed.]",
        "[s:Wait… what was that?]  [s:Nothing.]",
        "[s:会談は終わった。][s:両国は合意した！][s:本当？]",
        "[s:First line]\n\n[s:second block without a capital]",
        "[s:(It was late.)] [s:Nobody came.]",
        "[s:Really?!] [s:Yes.]",
    ],
)
def test_sentences(notation: str) -> None:
    """Abbreviations, numbers, ellipses and questions inside a sentence do not end it."""
    marks = marked(notation)
    assert list(sentence_ranges(marks.text, 0, len(marks.text))) == [(one.start, one.end) for one in marks.spans]


@given(texts())
def test_sentences_part_the_text(text: str) -> None:
    """Sentences are in order, not empty, and leave out nothing but white space."""
    position = 0
    for start, end in sentence_ranges(text, 0, len(text)):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_sentences_of_the_reports_own_words_only() -> None:
    """Sentences are found in headline, subheading and body, never in furniture, captions or credits."""
    marks = marked("[headline:Talks fail]\n[caption:A lake.]\n[body:They met. They left.]\n[furniture:Read more. Now.]")
    zones = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    made = document(marks.text, zones=zones)
    assert [made.passage(one.anchor) for one in annotated(made)[0].sentences] == [
        "Talks fail",
        "They met.",
        "They left.",
    ]
