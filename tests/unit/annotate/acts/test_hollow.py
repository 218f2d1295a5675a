"""What asks for nothing and promises nothing, beside what is like it and does."""

import pytest

from memcon.core.terms import terms
from tests.unit.annotate.acts.told import told


@pytest.mark.parametrize(
    ("kind", "example"),
    [(kind, example) for kind in ("request", "commitment") for example in terms(f"acts/{kind}")["hollow"]["examples"]],
)
def test_examples_of_what_is_hollow(kind: str, example: str) -> None:
    """What the vocabulary shows asks for nothing, or promises nothing."""
    assert [act for act in told(example)[1] if act.kind == kind] == []


@pytest.mark.parametrize(
    "text",
    [
        "Radio Lima [request{request open}:asked] the Chilean envoy what the accord was worth.",
        "Peru's minister [request{request open}:asked] the Chilean envoy whether the boats had left.",
        "Peru's minister [request{request open}:asked] why the bridge had been closed.",
        "Peru has [request{request open}:sought] to clarify its position to Chile.",
    ],
)
def test_a_question_and_an_attempt_ask_for_nothing(text: str) -> None:
    """Whoever wants to know something, or tries to do it, asks nobody to do it."""
    assert told(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Peru's minister [request{request open}:asked] the Chilean envoy to say what the accord was worth.",
        "Peru [request{request open}:sought] help from Chile.",
    ],
)
def test_to_ask_for_an_answer_or_for_help_is_a_request(text: str) -> None:
    """What is asked is a deed or a thing."""
    assert [act.kind for act in told(text)[1]] == ["request"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Peru and Chile parted without a [commitment{agreement agreed}:deal] on fishing quotas.",
        "Peru did not [commitment{pledge offered}:promise] the fishermen anything.",
        "Chile has not [commitment{agreement agreed}:agreed] to reopen the border, Peru's minister said.",
        "Chile [commitment{agreement agreed}:agreed] to this request from Peru.",
        "Peru reaffirmed its [commitment{pledge agreed}:readiness] to work with Chile in a spirit of trust.",
        "Chile is [commitment{pledge offered}:ready] to develop relations with Peru.",
        "Peru said it [commitment{pledge offered}:would] watch the withdrawal of Chilean boats closely.",
        "Peru [commitment{pledge offered}:offered] Chile its condolences.",
        "“Chile [commitment{pledge offered}:will] only push both of us towards a war,” Peru's minister said.",
        "The Peruvian minister said Chile [commitment{pledge offered}:would] attack again.",
        "Peruvian officials said President Ana Lobo [commitment{pledge offered}:will] raise the matter in Santiago.",
    ],
)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    """None was made, or it is an answer, a courtesy, a forecast, or something that is said rather than done."""
    assert [act.kind for act in told(text)[1] if act.kind == "commitment"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied that it had [commitment{pledge offered}:promised] the fishermen a new pier.",
        "Chile [commitment{agreement agreed}:agreed] to reopen the border.",
        "Peru reaffirmed its [commitment{pledge agreed}:readiness] to return the crew to Chile.",
        "Peru reaffirmed its [commitment{pledge agreed}:readiness] to deepen relations and to supply Chile with water.",
        "Chile is [commitment{pledge offered}:ready] to cooperate with an inquiry by judges.",
        "Peru said it [commitment{pledge offered}:would] withdraw its boats.",
        "Peru [commitment{pledge offered}:offered] Chile a truce.",
        "“We [commitment{pledge offered}:will] open the port,” Peru's minister said.",
        "Peru's minister said she [commitment{pledge offered}:would] raise the matter in Santiago.",
        "The Peruvian minister said Chile [commitment{pledge offered}:would] release the crew by 1 June.",
        "A spokesman for Peru said it [commitment{pledge offered}:would] pay the fishermen.",
    ],
)
def test_what_is_like_it_and_promises_a_deed_is_a_promise(text: str) -> None:
    """A deed, by whoever speaks or by those for whom he speaks; and a promise that is denied is told as denied."""
    assert [act.kind for act in told(text)[1] if act.kind == "commitment"] == ["commitment"]


def test_a_request_that_was_not_answered_is_told_once() -> None:
    """Of "refused to respond to requests" the requests are what is told, with whose they are."""
    made, (act,) = told(
        "Chile has [request{request declined}:refused] to respond to a dozen Peruvian "
        "[request{request open}:requests] for maps. Peru is patient."
    )
    assert (made.passage(act.trigger), act.status) == ("requests", "declined")
    assert {one.role: one.party for one in act.arguments if one.party} == {"to": "Chile", "by": "Peru"}
