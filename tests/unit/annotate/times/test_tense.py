"""Whether a sentence is read as past (-1), present or unknown (0) or ahead (1), by the packaged model's trees."""

import pytest

from memcon.annotate.times.tense import present, tense, verb_above
from memcon.annotate.tree import Tree
from memcon.language import load
from memcon.testing import document, marked


def tree_and_place(notation: str) -> tuple[Tree, range]:
    """The tree of a marked sentence, and the words that are marked in it."""
    marks = marked(notation)
    made = document(marks.text)
    (span,) = marks.labelled("date")
    tree = Tree(made.text, load().read(made)[0])
    return tree, tree.inside(span.start, span.end)


def tense_of(notation: str) -> int:
    """The tense in which the marked date is told."""
    tree, words = tree_and_place(notation)
    return tense(tree, verb_above(tree, tree.top(words)), words.start)


@pytest.mark.parametrize(
    "notation",
    [
        "The ministers met on [date:Tuesday].",
        "On [date:Tuesday] the ministers of Chile and Peru met in Arica.",
        "The ministers have met since [date:Tuesday].",
        "The ministers had met in Windhoek on [date:Tuesday].",
        "The pact was signed in Nairobi on [date:Tuesday].",
        "The pact signed on [date:Monday] ends the dispute.",
        "The talks held on [date:Monday] were short.",
        "The minister was in Oslo on [date:Monday].",
        "The king did not speak on [date:Monday].",
        "Arriving in Oslo on [date:Monday], the envoy said nothing.",
        "The envoy said nothing, arriving in Oslo on [date:Monday].",
        "The minister managed to leave Hanoi on [date:Friday].",
        "The minister left Hanoi to meet the king on [date:Monday].",
        "Her speech on [date:Monday] was short.",
        "Officials said the bridge opened on [date:Monday].",
        "The harbour could have reopened on [date:Monday].",
        "The minister was asked on [date:Monday] about the lake.",
        "The evacuation was ordered on [date:Monday].",
        "Envoys were invited on [date:Monday] to Quito.",
        "The talks were called off on [date:Monday].",
        "Malta opened its port on [date:Monday]",
    ],
)
def test_past(notation: str) -> None:
    """Past forms, perfects, passives and participles that hang on them tell of what was."""
    assert tense_of(notation) == -1


@pytest.mark.parametrize(
    "notation",
    [
        "The dam put lives at risk on [date:Monday].",
        "The court set the terms on [date:Monday].",
        "She read the letter on [date:Monday].",
        "They cut rates on [date:Monday].",
        "The fire hit the port of Mombasa on [date:Monday].",
    ],
)
def test_past_forms_that_are_no_other_word(notation: str) -> None:
    """A verb whose past is its infinitive is told as past where it has a date."""
    assert tense_of(notation) == -1


@pytest.mark.parametrize(
    "notation",
    [
        "The ministers will meet on [date:Tuesday].",
        "The pact will be signed in Nairobi on [date:Tuesday].",
        "The minister will be in Oslo on [date:Monday].",
        "They’ll meet in Apia on [date:Monday].",
        "The premier said she would travel to Quito on [date:Friday].",
        "Officials said the bridge would open on [date:Monday].",
        "Ghana’s president should arrive on [date:Monday].",
        "The minister may be in Oslo on [date:Monday].",
        "The harbour could reopen on [date:Monday].",
        "The envoy, arriving in Oslo on [date:Monday], will say nothing.",
    ],
)
def test_auxiliaries(notation: str) -> None:
    """“Will”, “would”, “should” and “may” tell of what is to come, also for what hangs on their verb."""
    assert tense_of(notation) == 1


@pytest.mark.parametrize(
    "notation",
    [
        "Talks are scheduled for [date:Friday].",
        "The ferry is due in Dakar on [date:Friday].",
        "The hearing is set for [date:Monday].",
        "The vote is expected on [date:Monday].",
        "The vote, scheduled for [date:Monday], is close.",
        "Talks slated for [date:Monday] were short.",
        "The minister is due to arrive on [date:Friday].",
        "The minister was due to arrive on [date:Friday].",
        "The strike is likely to end on [date:Monday].",
        "Orrin invited the premier to Lima in [date:June].",
        "They spoke of the visit of Minister Marn to Canada, planned for [date:June].",
    ],
)
def test_plans(notation: str) -> None:
    """What is scheduled, due, set, expected or likely is ahead."""
    assert tense_of(notation) == 1


@pytest.mark.parametrize(
    "notation",
    [
        "The visit was postponed to [date:Monday].",
        "The ferry was due in Dakar on [date:Friday].",
        "The vote had been expected on [date:Monday].",
        "Orrin was to return the visit in [date:March], an envoy said.",
        "Marn passed on an invitation to come to Lima in [date:July].",
    ],
)
def test_plans_that_were(notation: str) -> None:
    """What was due may be over or not."""
    assert tense_of(notation) >= 0


@pytest.mark.parametrize(
    "notation",
    [
        "Chile plans to sign the treaty on [date:Friday].",
        "Chile planned to sign the treaty on [date:Friday].",
        "The envoys are to meet in Hanoi on [date:Friday].",
        "The envoys were to meet in Hanoi on [date:Friday].",
        "They agreed to reopen the border on [date:Monday].",
        "Peru hopes to vote on [date:Monday].",
        "Peru hoped to vote on [date:Monday].",
        "The dockers are going to strike on [date:Monday].",
        "Talks are going to start on [date:Monday].",
        "Orrin went to Madrid, where she is to dine with Marn on [date:Monday].",
        "Orrin will fly to Lima, open a port and meet Marn on [date:Friday].",
        "Brazil to host talks on [date:Friday]",
        "Malta to reopen port on [date:Monday]",
    ],
)
def test_infinitives(notation: str) -> None:
    """An infinitive is ahead where its verb leads on to it, and in a headline without any other verb."""
    assert tense_of(notation) == 1


@pytest.mark.parametrize(
    ("notation", "arranged"),
    [
        ("The ministers meet on [date:Tuesday].", True),
        ("The visit begins on [date:Monday].", True),
        ("Parliament is voting on [date:Monday].", True),
        ("Malta opens its port on [date:Monday]", True),
        ("The minister is in Oslo on [date:Monday].", False),
        ("The committee does not read letters on [date:Monday].", False),
        ("On [date:Monday], no boats.", False),
    ],
)
def test_present(notation: str, arranged: bool) -> None:
    """The simple or the progressive present tells no tense by itself; beside a date it is what is arranged."""
    tree, words = tree_and_place(notation)
    verb = verb_above(tree, tree.top(words))
    assert tense(tree, verb, words.start) == 0
    assert present(tree, verb) is arranged


@pytest.mark.parametrize(
    "notation",
    ["The ministers met on [date:Tuesday].", "Chile plans to sign it on [date:Friday].", "It was [date:Monday]."],
)
def test_past_and_plans_are_not_present(notation: str) -> None:
    """A past form, an infinitive and a copula are not what is arranged."""
    tree, words = tree_and_place(notation)
    assert not present(tree, verb_above(tree, tree.top(words)))


@pytest.mark.parametrize(
    ("notation", "verb"),
    [
        ("The ministers, who met on [date:Tuesday], said nothing.", "met"),
        ("The minister was ill on [date:Monday].", "ill"),
        ("Her speech of [date:Monday] moved the crowd.", "moved"),
        ("The talks of [date:Monday]", None),
    ],
)
def test_the_verb_above(notation: str, verb: str | None) -> None:
    """A date hangs on the nearest verb or predicate above it, or on none."""
    tree, words = tree_and_place(notation)
    found = verb_above(tree, tree.top(words))
    assert (None if found is None else tree.forms[found]) == verb


def test_no_verb() -> None:
    """Where there is no verb there is no tense."""
    tree, _ = tree_and_place("[date:Monday]")
    assert (tense(tree, None), present(tree, None)) == (0, False)
