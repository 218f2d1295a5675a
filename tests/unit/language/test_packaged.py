"""Documents read by the packaged model.

What must hold for any weights is `check_reading`; only a few easy sentences at the end ask for good ones.
"""

import unicodedata
from itertools import pairwise
from time import process_time

import pytest

from memcon.core.anchor import Anchor
from memcon.core.document import Document, Zone
from memcon.core.problem import Problem
from memcon.core.reading import Attribution, Reading
from memcon.language import load
from memcon.language.protocol import READ
from memcon.language.words import LONGEST, word_ranges
from memcon.testing import document, marked

pytestmark = pytest.mark.models


def zoned(notation: str) -> Document:
    """A document of the zones that are marked, each by its kind."""
    marks = marked(notation)
    zones = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    return document(marks.text, zones=zones)


def read(made: Document) -> Reading:
    """The reading of a document that has no problems."""
    reading, problems = load().read(made)
    assert problems == ()
    return reading


def parts(attribution: Attribution) -> list[Anchor]:
    """All that an attribution points at."""
    source = [attribution.source] if attribution.source else []
    return [*source, attribution.cue, *attribution.content]


def anchors(reading: Reading) -> list[Anchor]:
    """All that a reading points at."""
    return [
        *reading.sentences,
        *(one.anchor for one in reading.words),
        *(one.anchor for one in reading.names),
        *(one.anchor for one in reading.phrases),
        *(part for one in reading.attributions for part in parts(one)),
        *(one.anchor for one in reading.doubts),
    ]


def check_reading(made: Document, reading: Reading, problems: tuple[Problem, ...]) -> None:
    """Fail unless a reading is sound, whatever it says."""
    assert reading.document == made.id
    check_words(made, reading, problems)
    check_sentences(reading)
    check_trees(reading)
    check_spans(made, reading)
    check_doubts(reading)
    for problem in problems:
        assert problem.anchor is not None
        assert made.passage(problem.anchor).strip()
        assert problem.detail.endswith(".")


def check_words(made: Document, reading: Reading, problems: tuple[Problem, ...]) -> None:
    """Every word of the zones that are read has its anchor, or is inside a problem's."""
    given_up = [problem.anchor for problem in problems if problem.anchor is not None]
    ranges = (span for zone in made.zones if zone.kind in READ for span in word_ranges(made.text, zone.start, zone.end))
    words = [made.anchor(*span) for span in ranges]
    read = [one for one in words if not any(gone.contains(one) for gone in given_up)]
    assert [word.anchor for word in reading.words] == read
    assert all(word.lemma for word in reading.words)


def check_sentences(reading: Reading) -> None:
    """Sentences are in order and apart, and each is exactly its words."""
    assert all(left.end <= right.start for left, right in pairwise(reading.sentences))
    for number, sentence in enumerate(reading.sentences):
        inside = [word.anchor for word in reading.words if word.sentence == number]
        assert (inside[0].start, inside[-1].end) == (sentence.start, sentence.end)
    numbers = [word.sentence for word in reading.words]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(reading.sentences)))


def check_trees(reading: Reading) -> None:
    """Heads stay in their sentence, which has one root, and every word has a way to it."""
    roots = [word.sentence for number, word in enumerate(reading.words) if word.head == number]
    assert roots == list(range(len(reading.sentences)))
    for number, word in enumerate(reading.words):
        assert reading.words[word.head].sentence == word.sentence
        assert (word.relation == "root") == (word.head == number)
        at, steps = number, 0
        while reading.words[at].head != at:
            at, steps = reading.words[at].head, steps + 1
            assert steps <= len(reading.words)


def check_spans(made: Document, reading: Reading) -> None:
    """What is found begins and ends with a word, in reading order, and a phrase holds its head."""
    starts = {word.anchor.start for word in reading.words}
    ends = {word.anchor.end for word in reading.words}
    for anchor in anchors(reading):
        assert anchor.document == made.id
        assert anchor.start in starts
        assert anchor.end in ends
        assert made.passage(anchor) == made.passage(anchor).strip()
    assert all(left.anchor.end <= right.anchor.start for left, right in pairwise(reading.names))
    assert [one.anchor.start for one in reading.phrases] == sorted(one.anchor.start for one in reading.phrases)
    for phrase in reading.phrases:
        head = reading.words[phrase.head]
        assert phrase.anchor.contains(head.anchor)
        assert reading.sentences[head.sentence].contains(phrase.anchor)
    for one in reading.attributions:
        assert one.content or one.source
        assert list(one.content) == sorted(one.content)
        assert 0 <= one.score <= 1


def check_doubts(reading: Reading) -> None:
    """What is doubted is single words, in reading order, each more likely wrong than right."""
    doubted = [one.anchor for one in reading.doubts]
    assert doubted == sorted(doubted)
    assert len(set(doubted)) == len(doubted)
    assert set(doubted) <= {word.anchor for word in reading.words}
    assert all(0.5 < one.score <= 1 for one in reading.doubts)


def check_zones(made: Document, reading: Reading) -> None:
    """Fail if anything crosses into what is not read, or a sentence or name goes beyond its paragraph."""
    unread = [made.anchor(zone.start, zone.end) for zone in made.zones if zone.kind not in READ]
    paragraphs = [made.anchor(zone.start, zone.end) for zone in made.zones if zone.kind in READ]
    for anchor in anchors(reading):
        assert not any(anchor.overlaps(zone) for zone in unread)
    named = [*(one.anchor for one in reading.names), *(one.anchor for one in reading.phrases)]
    for anchor in (*reading.sentences, *named):
        assert any(zone.contains(anchor) for zone in paragraphs)


STORY = (
    "Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn in Brenna on Tuesday. The talks will resume in May, "
    "the minister said. “We will not lift the embargo,” Marn told reporters."
)

AWKWARD = {
    "nothing": "",
    "white space": " \r\n\t\u00a0\n\n \u2028",
    "one word": "Talks",
    "story": STORY,
    "windows line ends": STORY.replace(". ", ".\r\n\r\n").replace(" on ", "\r\non "),
    "emoji": "\U0001f91d Orrin met Marn \U0001f469\u200d⚖\ufe0f in Brenna \U0001f1f3\U0001f1f4. They signed ✍\ufe0f it, she said \U0001f600.",
    "combining marks": "Ministe\u0301r E\u0301lan n\u0303\u0323oted that le\u0301 ta\u0300lks re\u0301sume, a\u0302 spokesman sa\u0301id.",
    "chinese inside": "Orrin met 会談は終わった Marn in 東京 on Tuesday, she said 两国同意。They left.",
    "soft hyphens": "The em\u00adbargo will be lift\u00aded, the min\u00adis\u00adter\u00ad said. Orrin\u00ad left.",
    "zero width": "\ufeffOrrin\u200b met\u200b Marn\u200d.\u200b \u2060The\u200b talks\u200c resume, the\u200b minister said\u200b.\u200b",
    "both directions": "Orrin \u202eabc\u202c met \u2067שרה\u2069 and قالت الوزيرة\u200f said the minister.",
    "spaces of all kinds": "Orrin\u00a0met\u2009Marn\u3000in\u2028Brenna\x0con\x85Tuesday,\tshe\u202fsaid.",
    "punctuation": "!?.,;:—…“”‘’()[]{}«»" * 12,
    "full stops": ". " * 300,
    "quotation marks": "“ ” " * 200,
    "digits": "1 22 333 4,444 " * 60,
    "capitals": STORY.upper(),
    "without full stops": STORY.replace(".", "") * 6,
    "a very long sentence": "Orrin met Marn and " * 200 + "left.",
    "short lines": "a\n\nb\n\nOrrin\n\n" * 40,
    "mark-up": "<b>Orrin</b> &amp; {{ Marn }} said <a href='x'>that it is over</a>.",
    "arabic": "التقت الوزيرة نظيرها يوم الثلاثاء، وقالت إن المحادثات ستستمر.",
    "chinese": "两国同意恢复会谈，部长周二表示。双方将在五月再次会面。",
    "devanagari": "मंत्री ने मंगलवार को कहा कि वार्ता मई में फिर शुरू होगी।",
    "thai": "รัฐมนตรีพบกันเมื่อวันอังคาร",
    "cyrillic": "Переговоры возобновятся в мае, сказала министр.",
    "only emoji": "\U0001f44d\U0001f44d \U0001f600",
    "replacement characters": "\ufffd\ufffd Orrin \ufffd met\ufffd Marn.",
    "controls": "Orrin\x01 met\x1b[31m Marn\x7f.",
    "astral letters": "\U0001d50e\U0001d52f𝐎𝐫𝐫𝐢𝐧 met \U00010348\U00010349.",
}


@pytest.mark.parametrize("name", AWKWARD)
def test_every_anchor_lands_on_what_it_names(name: str) -> None:
    """Whatever the characters, words, sentences, names, phrases and attributions begin and end where words do."""
    made = document(AWKWARD[name])
    check_reading(made, *load().read(made))


@pytest.mark.parametrize(
    "notation",
    [
        "[w:Orrin][w:’s] [w:em\u00adbargo] [w:is][w:n’t] [w:over][w:,]\r\n[w:she] [w:said][w:.]",
        "[w:\U0001f91d] [w:Marn] [w:met] [w:O’Venn] [w:\U0001f469]\u200d[w:⚖]\ufe0f [w:today][w:.]",
        "\ufeff[w:E\u0301lan] [w:naïve]\u200b [w:会談は終わった][w:。][w:Orrin] [w:left][w:.]",
        "[w:It] [w:cost] [w:£][w:5.3][w:bn] [w:at] [w:10][w:pm][w:.]",
    ],
)
def test_words_are_where_they_are_marked(notation: str) -> None:
    """The anchors of words are those of the text as received, astral and invisible characters counted."""
    marks = marked(notation)
    made = document(marks.text)
    assert [word.anchor for word in read(made).words] == list(marks.anchors(made, "w"))


def test_a_document_without_words() -> None:
    """Nothing is seen in nothing, and nothing is wrong with it."""
    made = document("")
    assert load().read(made) == (Reading(made.id), ())


def test_only_the_reports_own_words_are_read() -> None:
    """Headline, subheading and body are read; captions, credits, bylines and furniture never are."""
    made = zoned(
        "[headline:Talks resume]\n[byline:By Orla Venn]\n[dateline:BRENNA (NWA) —] [body:Orrin met Marn.]\n"
        "[caption:Ilse Marn in May.]\n[subheading:Fish]\n[body:They left.]\n[credit:(NWA)]\n[furniture:Read more.]"
    )
    said = " ".join(made.passage(word.anchor) for word in read(made).words)
    assert said == "Talks resume Orrin met Marn . Fish They left ."


CROSSING = [
    "[headline:Orrin and]\n\n[body:Marn met in Brenna, she said.]",
    "[headline:We will]\n\n[body:resume]\n\n[body:“We will] [furniture:Read more]\n\n[body:said Marn: and Tomas]",
    "[body:The talks of the]\n[caption:Ilse Marn in May.]\n[body:minister will resume, the spokesman for]\n[furniture:More]\n[body:Norrow told reporters.]",
    "[body:said]\n[credit:(NWA)]\n[body:that the talks]\n[credit:(NWA)]\n[body:resume in]\n[credit:(NWA)]\n[body:May]",
    "[body:“We will not lift the embargo,]\n[furniture:Subscribe now]\n[body:and we will not leave,” Marn said.]",
    "[body:Deputy Premier]\n\n[body:Ilse]\n\n[body:Marn]\n\n[body:and]\n\n[body:Tomas]\n\n[body:Orrin]",
    "[body:of the Orrin met not leave”,]\n[caption:that talks]\n[body:of the]",
    "[body:said Marn]\n\n[furniture:not leave”, in Brenna]\n\n[body:the minister said]\n\n[body:in Brenna that talks said Marn:]\n\n[body:not leave”, in Brenna “We will Ilse Marn]",
]


@pytest.mark.parametrize("notation", CROSSING)
def test_nothing_crosses_into_what_is_not_read(notation: str) -> None:
    """No sentence, name or phrase goes beyond its paragraph, and nothing reaches over a caption or furniture."""
    made = zoned(notation)
    reading, problems = load().read(made)
    check_reading(made, reading, problems)
    check_zones(made, reading)


@pytest.mark.parametrize("name", ["story", "without full stops", "a very long sentence", "quotation marks", "mark-up"])
def test_the_parts_of_a_content_are_apart(name: str) -> None:
    """The anchors of one content share no word: there are several only where the report interrupts it."""
    for one in load().read(document(AWKWARD[name]))[0].attributions:
        assert all(left.end <= right.start for left, right in pairwise(one.content))


def test_a_run_without_a_break_is_a_problem_and_the_rest_is_read() -> None:
    """A megabyte without a break is kept, named as a problem with its place, and costs little; its neighbours are read."""
    marks = marked(f"Orrin met Marn. [run:{'a' * 1_000_000}] She left. [run:{'x' * (LONGEST + 1)}]")
    made = document(marks.text)
    started = process_time()
    reading, problems = load().read(made)
    assert process_time() - started < 10
    assert [(problem.stage, problem.path, problem.reason) for problem in problems] == [
        ("annotate", "a.txt", "long-word"),
        ("annotate", "a.txt", "long-word"),
    ]
    assert tuple(problem.anchor for problem in problems) == marks.anchors(made, "run")
    assert " ".join(made.passage(word.anchor) for word in reading.words) == "Orrin met Marn . She left ."
    check_reading(made, reading, problems)


def test_the_longest_word_is_read() -> None:
    """A word of just as many characters as a word may have is no problem."""
    made = document(f"Orrin said {'x' * LONGEST}.")
    assert len(read(made).words) == 4


def test_a_paragraph_in_an_unknown_script_is_a_problem_and_the_rest_is_read() -> None:
    """A paragraph that the model knows no letter of is named as a problem; the paragraphs around it are read."""
    marks = marked("Orrin met Marn.\n\n[unread:ᚠᚢᚦ ᚨᚱᚲ ᚷᚹᚺ]\n\nThey left.")
    made = document(marks.text)
    reading, (problem,) = load().read(made)
    assert (problem.reason, problem.anchor) == ("unread-script", marks.anchors(made, "unread")[0])
    assert " ".join(made.passage(word.anchor) for word in reading.words) == "Orrin met Marn . They left ."


@pytest.mark.parametrize("name", AWKWARD)
def test_what_can_be_seen_is_read_or_given_up_aloud(name: str) -> None:
    """Every visible character lies in a word of the reading or in the anchor of a problem."""
    made = document(AWKWARD[name])
    reading, problems = load().read(made)
    covered = set[int]()
    for anchor in (*(word.anchor for word in reading.words), *(one.anchor for one in problems if one.anchor)):
        covered.update(range(anchor.start, anchor.end))
    for number, character in enumerate(made.text):
        seen = not character.isspace() and unicodedata.category(character) != "Cf" and character not in "\ufe0e\ufe0f"
        assert number in covered or not seen


def seconds(text: str) -> float:
    """CPU time of reading a text; the better of two runs."""
    made, times = document(text), []
    for _ in range(2):
        started = process_time()
        load().read(made)
        times.append(process_time() - started)
    return min(times)


@pytest.mark.parametrize("text", ["@", "“ ", "- ", "a, ", "( ", "Orrin ", ". "])
def test_odd_text_is_no_dearer_than_plain(text: str) -> None:
    """Words without sense take at most six times as long as as many words of a story."""
    words = 600
    plain = " ".join(STORY.split()[:30]) + " "
    least = seconds(plain * (words // 30))
    assert seconds(text * words) <= max(6 * least, 0.25)


# Easy sentences.


@pytest.mark.parametrize(
    "notation",
    [
        "The [subject:minister] [root:signed] the treaty.",
        "[subject:She] [root:met] the ambassador in Brenna on Tuesday.",
        "The two [subject:sides] [root:agreed] to resume the talks.",
        "On Friday the [subject:president] [root:visited] the harbour.",
    ],
)
def test_the_verb_is_the_root_and_has_its_subject(notation: str) -> None:
    """In an easy sentence the main verb is the root, and the subject depends on it."""
    marks = marked(notation)
    made = document(marks.text)
    reading = read(made)
    (root,) = (one for one in reading.words if one.relation == "root")
    assert (root.anchor,) == marks.anchors(made, "root")
    assert root.upos == "VERB"
    (subject,) = (one for one in reading.words if one.relation == "nsubj")
    assert (subject.anchor,) == marks.anchors(made, "subject")
    assert reading.words[subject.head] == root


def test_sentences_are_found_without_being_told() -> None:
    """Two plain sentences are two, and an abbreviation ends none."""
    marks = marked("[s:Mr. Orrin signed the treaty in the morning.] [s:The ministers left in the afternoon.]")
    made = document(marks.text)
    assert read(made).sentences == marks.anchors(made, "s")


@pytest.mark.parametrize(
    ("verb", "lemma"), [("signed", "sign"), ("met", "meet"), ("is visiting", "visit"), ("took over", "take")]
)
def test_verbs_have_their_dictionary_forms(verb: str, lemma: str) -> None:
    """The lemma of the root is its dictionary form, regular or not."""
    reading = read(document(f"The minister {verb} the old harbour."))
    assert [one.lemma for one in reading.words if one.relation == "root"] == [lemma]


def test_persons_are_named() -> None:
    """A person's name is found as such, without the title, and a place is no person."""
    marks = marked("President [name:Anna Karlsen] met [name:Peter Lindholm] in Paris on Tuesday.")
    made = document(marks.text)
    persons = [one.anchor for one in read(made).names if one.type in {"person", "politician"}]
    assert tuple(persons) == marks.anchors(made, "name")


@pytest.mark.parametrize(
    "notation",
    [
        "[content:The talks will resume in May], [source:the minister] [cue:said].",
        "[source:The minister] [cue:said] that [content:the talks will resume in May].",
        "“[content:We will sign the treaty],” [cue:said] [source:the president].",
    ],
)
def test_who_says_what(notation: str) -> None:
    """Source and cue are found, and the content reaches over what was said."""
    marks = marked(notation)
    made = document(marks.text)
    (one,) = read(made).attributions
    assert one.source in marks.anchors(made, "source")
    assert one.cue in marks.anchors(made, "cue")
    (said,) = marks.anchors(made, "content")
    assert any(part.contains(said) for part in one.content)
    assert not one.nested


@pytest.mark.parametrize(
    "notation",
    [
        "The two sides reached an settlement on the border at a [doubt:gathering] final yr.",
        "Assembly with the Norrow International Minister, she raised the fishing [doubt:pursuits] of both nations.",
        "[doubt:Protection] Secretary Orrin complained the embargo and thanked her colleague for his accountable method.",
        "Orrin [doubt:the] thanked Marn for the hospitality.",
    ],
)
def test_a_word_put_in_place_of_another_is_doubted(notation: str) -> None:
    """What a spinner or a careless translation left in a sentence is doubted, and its anchor is that word."""
    marks = marked(notation)
    made = document(marks.text)
    assert set(marks.anchors(made, "doubt")) <= {one.anchor for one in read(made).doubts}


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The two sides reached an agreement on the border at a meeting last year.",
        "Meeting with the Norrow Foreign Minister, she raised the fishing interests of both nations.",
        "Defence Secretary Orrin criticised the embargo and thanked his colleague.",
        "Orrin thanked Marn for the hospitality.",
    ],
)
def test_plain_sentences_are_not_doubted(text: str) -> None:
    """The same sentences as somebody would write them raise no doubt."""
    assert read(document(text)).doubts == ()
