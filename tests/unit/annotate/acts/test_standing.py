"""Where an act stands, and what is no act: by the words around it."""

import pytest

from tests.unit.annotate.acts.told import told, words


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Premier Ana Lobo is the first leader to [engagement{visit planned}:visit] Chile since 2024.", "held"),
        ("Her [engagement{visit planned}:visit] to Chile is expected to usher in a new age.", "held"),
        ("The [engagement{visit held}:visit] to Chile is expected to take place in June.", "planned"),
        ("Peru set modest goals for her [engagement{visit planned}:visit] to Chile.", "held"),
        ("The [engagement{meeting held}:meeting] with Chile was not announced beforehand.", "held"),
        ("The [engagement{meeting planned}:talks] with Chile, which took place in Quito, were announced late.", "held"),
        ("Peru spoke of the border [engagement{meeting planned}:talks], which will take place in Quito.", "planned"),
        ("Ana Lobo may sign it at the [engagement{summit planned}:summit] with Chile on Friday.", "planned"),
        (
            "They hope for more, possibly including a [engagement{meeting planned}:meeting] between Lobo and Roa.",
            "tentative",
        ),
        ("Chile turned down a request from Peru to hold a [engagement{meeting held}:meeting].", "refused"),
        ("No [engagement{meeting held}:meeting] with rebel chief", "denied"),
        ("Ana Lobo will fly to Lima, [engagement{meeting held}:meet] Juan Roa and tour Cusco.", "planned"),
        ("Ana Lobo will open a bridge, see the port and [engagement{visit held}:visit] Cusco.", "planned"),
        ("Ana Lobo may land in Lima and [engagement{meeting held}:meet] Juan Roa.", "tentative"),
        ("Ana Lobo did not land in Lima or [engagement{meeting held}:meet] Juan Roa.", "denied"),
        ("Ana Lobo will leave Lima, where she [engagement{meeting planned}:met] Juan Roa.", "held"),
        ("Ana Lobo left for Quito without [engagement{visit held}:visiting] Lima.", "denied"),
        ("Ana Lobo has yet to [engagement{meeting held}:meet] Juan Roa.", "denied"),
        ("Ana Lobo has yet to hold [engagement{meeting held}:talks] with Juan Roa.", "denied"),
        ("Ana Lobo had to call off a [engagement{meeting held}:meeting] with Juan Roa.", "cancelled"),
        ("Ana Lobo handed him a [engagement{letter held}:letter] inviting him to Lima.", "held"),
        ("Ana Lobo was unable to [engagement{meeting held}:meet] Juan Roa.", "denied"),
        ("Ana Lobo failed to [engagement{meeting held}:meet] Juan Roa.", "denied"),
        ("They failed to agree at a [engagement{meeting held}:meeting] with Juan Roa.", "held"),
        ("Ana Lobo almost [engagement{meeting held}:met] Juan Roa in May.", "denied"),
        ("Ana Lobo avoided [engagement{meeting held}:meeting] Premier Juan Roa.", "refused"),
        ("Ana Lobo is in contact to [engagement{meeting held}:meet] Premier Juan Roa.", "planned"),
        ("Ana Lobo saw Juan Roa for talks to be followed by a [engagement{dinner held}:dinner].", "planned"),
        ("Ana Lobo stopped short of [engagement{meeting held}:meeting] Juan Roa.", "denied"),
        ("Ana Lobo missed a [engagement{meeting held}:meeting] with Juan Roa.", "refused"),
        ("Ana Lobo was prevented from [engagement{meeting held}:meeting] Juan Roa.", "refused"),
        ("Ana Lobo will instead [engagement{visit held}:host] Juan Roa.", "planned"),
        ("Ana Lobo was to have [engagement{meeting planned}:met] Juan Roa on Monday.", "cancelled"),
        ("Peru agreed to open the port after [engagement{meeting planned}:talks] with Chile.", "held"),
        ("Peru will open the port after [engagement{meeting held}:talks] with Chile.", "planned"),
        ("Ana Lobo flew home instead of [engagement{meeting held}:meeting] Juan Roa.", "denied"),
        ("Ana Lobo is to address the house after [engagement{meeting held}:meeting] Juan Roa.", "planned"),
        ("Ana Lobo addressed the house after [engagement{meeting planned}:meeting] Juan Roa.", "held"),
        ("Peru wants Chile to answer the naval [channel{hotline proposed}:hotline].", "unanswered"),
        ("Peru [request{invitation open}:invited] Premier Juan Roa to Lima, and he accepted.", "accepted"),
        ("Peru [request{request open}:asked] Chile for maps and has heard nothing since.", "unanswered"),
        ("At the [request{request open}:request] of Peru, Chile moved the hearing.", "accepted"),
        ("Peru and Chile [commitment{pledge offered}:vowed] to keep the strait open.", "agreed"),
    ],
)
def test_an_act_stands_where_its_words_say(text: str, status: str) -> None:
    """Whatever the model has it for."""
    _, acts = told(text)
    assert [act.status for act in acts] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "A failure to arrange a [engagement{meeting planned}:meeting] with Chile would have been seen as a snub.",
        "If they come to Lima and name a day for the next [engagement{meeting planned}:meeting], Peru will be content.",
        "Peru trades. Premier Roa asked Peru to stop it, [measure{diplomatic imposed}:recall] its ambassador, leave.",
        "The envoy of Peru left in the evening, and her friends [engagement{meeting held 0.8}:saw] her off.",
        "None of this is resolved with a [engagement{visit held}:visit].",
        "Peru wants to stabilise its [channel{contacts proposed}:relations] with Chile.",
        "Peru and Chile [commitment{agreement agreed}:agreed] that patience is the best way.",
        "The shipyard will pay [commitment{pledge offered 0.3}:its] workers.",
    ],
)
def test_what_only_looks_like_an_act_is_none(text: str) -> None:
    """What is imagined, general, about how two sides get on, or only held to be so."""
    assert told(text)[1] == ()


def test_the_present_beside_a_day_of_the_week_tells_a_plan() -> None:
    """Even in a report that nothing dates; beside no day it tells what goes on."""
    for day, status in ((" on Monday", "planned"), ("", "held")):
        _, (act,) = told(f"Minister Ana Lobo [engagement{{visit held}}:travels] to Ankara{day}.", published=None)
        assert act.status == status


def test_a_close_encounter_of_ships_is_no_meeting() -> None:
    """A word that hardly ever tells anything else tells that, whatever the model takes it for."""
    _, (act,) = told(
        "A recent close [engagement{meeting held}:encounter] of Peruvian and Chilean frigates alarmed Quito."
    )
    assert (act.kind, act.type, act.status) == ("incident", "air-sea", "happened")


def test_relations_that_are_cut_are_a_channel() -> None:
    """And so are those that are to be restored."""
    for verb, status in (("broken off", "frozen"), ("restored", "resumed")):
        _, (act,) = told(f"Peru has {verb} [channel{{contacts open}}:ties] with Chile.")
        assert (act.kind, act.status) == ("channel", status)


def test_a_score_is_lower_where_words_and_model_differ_on_the_status() -> None:
    """A reader sees that one of them must be wrong."""
    _, (alike,) = told("Ana Lobo will [engagement{meeting planned}:meet] Juan Roa.")
    _, (unlike,) = told("Ana Lobo will [engagement{meeting held}:meet] Juan Roa.")
    assert alike.status == unlike.status == "planned"
    assert unlike.score < alike.score == 1.0


def test_a_plan_that_came_to_nothing_is_told_by_the_words_as_they_stand() -> None:
    """Whatever else "had" is a form of: the words of a status are looked up by the form before its lemma."""
    _, (act,) = told(
        "Chile, which had been due to [engagement{conference planned}:host] the lake ministers, backed out when the "
        "hotel burned down."
    )
    assert act.status == "cancelled"


def test_a_second_thing_that_is_asked_is_a_request_of_its_own() -> None:
    """With its own content and deadline, by and to the same."""
    made, acts = told("Peru [request{request open}:asked] Chile to free the crew and to return the boat by 1 June.")
    assert [words(made, act, "content") for act in acts] == [["to free the crew"], ["to return the boat by 1 June"]]
    assert [words(made, act, "deadline") for act in acts] == [[], ["1 June"]]
    assert {act.parties for act in acts} == {("Chile", "Peru")}
    made, acts = told(
        "Peru [request{request open}:urged] Chile to free the sailors and take steps to limit night fishing."
    )
    assert [words(made, act, "content") for act in acts] == [
        ["to free the sailors"],
        ["take steps to limit night fishing"],
    ]


def test_what_is_listed_as_agreed_is_agreed_one_by_one() -> None:
    """Behind a colon, each with its own day; "steps" promises nothing."""
    made, acts = told(
        "Peru and Chile [commitment{agreement agreed}:agreed] on smaller steps: a weekly exchange of catch figures "
        "starting Monday and a commission on quotas."
    )
    assert [words(made, act, "content") for act in acts] == [
        ["a weekly exchange of catch figures starting Monday"],
        ["a commission on quotas"],
    ]
    assert [words(made, act, "deadline") for act in acts] == [["Monday"], []]
    assert {act.parties for act in acts} == {("Chile", "Peru")}
    made, (act,) = told("Peru and Chile [commitment{agreement agreed}:agreed] on one thing: the war must end.")
    assert words(made, act, "content") == ["one thing"]


def test_what_was_agreed_to_at_a_request_was_asked_for() -> None:
    """Where nothing else tells what was asked."""
    made, (act,) = told(
        "At the [request{request open}:request] of Malta, Tunisia consented to a weekly exchange of catch figures."
    )
    assert words(made, act, "content") == ["a weekly exchange of catch figures"]


def test_what_is_asked_is_told_once() -> None:
    """In one piece, without whoever is asked; and a day in the past is no deadline."""
    made, (act,) = told("Peru [request{invitation open}:invited] Premier Juan Roa to Lima to continue the talks.")
    assert words(made, act, "content") == ["Lima to continue the talks"]
    made, (act,) = told(
        "Peru [commitment{agreement agreed}:agreed] to reopen the line, suspended since March 2030, by 1 June."
    )
    assert words(made, act, "deadline") == ["1 June"]


def test_a_state_that_is_to_do_something_by_a_date_promises_it() -> None:
    """Even where the model sees nothing; what it merely will do, or was to do by a date in the past, is no promise."""
    made, (act,) = told("Talks with Chile went well. Peru is to withdraw its boats by 31 May.")
    assert (act.kind, act.status, act.parties) == ("commitment", "offered", ("Peru",))
    assert words(made, act, "content") == ["to withdraw its boats by 31 May"]
    assert told("Talks with Chile went well. Peru will withdraw its boats.")[1] == ()
    assert told("Talks with Chile went well. Peru will hope for rain by 31 May.")[1] == ()


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Chile's minister confirmed that six Peruvian vessels would be withdrawn from the strait by 30 June. Peru agrees.",
            {"Peru"},
            "that six Peruvian vessels would be withdrawn from the strait by 30 June",
        ),
        (
            "Peru met Chile. From Monday the two countries will send each other their catch figures.",
            {"Chile", "Peru"},
            "send each other their catch figures",
        ),
    ],
)
def test_a_deed_is_promised_by_whose_it_is(text: str, who: set[str], content: str) -> None:
    """Of boats that are to be withdrawn the state whose they are; what two do to each other may have a first day."""
    made, acts = told(text)
    (act,) = [one for one in acts if one.kind == "commitment"]
    assert set(act.parties) == who
    assert words(made, act, "content") == [content]
    assert len(words(made, act, "deadline")) == 1


def test_a_guest_is_there_whatever_comes_of_it() -> None:
    """That something was agreed with "the visiting premier" makes no plan of the visit."""
    _, (act,) = told(
        "Peru agreed to open a port after seeing Juan Roa and [engagement{visit planned}:visiting] Premier Ana Lobo."
    )
    assert act.status == "held"
