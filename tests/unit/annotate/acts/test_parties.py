"""Who takes part in an act, who does it and to whom: by name, whatever the sentence calls them."""

import pytest

from memcon.core.act import ActRole
from memcon.core.terms import terms
from memcon.testing import marked
from tests.unit.annotate.acts.told import parties, told, words

LOBO_AND_ROA = "Foreign Minister Ana Lobo of Peru received Chilean Foreign Minister Juan Roa on Monday. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The foreign ministers of Peru and Chile [engagement{meeting held}:met] in Lima.", {"Peru", "Chile"}),
        ("The chiefs of the navies of Peru and of Chile [engagement{meeting held}:met] in Lima.", {"Peru", "Chile"}),
        (
            "Peru and Chile signed it. The two sides will hold [engagement{meeting held}:talks] in June.",
            {"Peru", "Chile"},
        ),
        (LOBO_AND_ROA + "The two ministers will [engagement{meeting held}:meet] in June.", {"Ana Lobo", "Juan Roa"}),
        (LOBO_AND_ROA + "Both ministers [engagement{dinner held}:dined] together.", {"Ana Lobo", "Juan Roa"}),
        (
            LOBO_AND_ROA + "The foreign ministers of Peru and Chile [engagement{meeting held}:met] in Lima.",
            {"Ana Lobo", "Juan Roa"},
        ),
        (
            "Peruvian President Ana Lobo and Chilean President Juan Roa met. They had [engagement{dinner held}:dinner].",
            {"Ana Lobo", "Juan Roa"},
        ),
        (
            "Defence ministers from Peru, Chile and Bolivia [commitment{agreement agreed}:agreed] to share radar data.",
            {"Peru", "Chile", "Bolivia"},
        ),
        (
            "Ana Lobo and Juan Roa left the Guards’ House to say they had [commitment{agreement agreed}:agreed] on it.",
            {"Ana Lobo", "Juan Roa"},
        ),
    ],
)
def test_a_phrase_for_two_means_the_two(text: str, who: set[str]) -> None:
    """States named side by side, the sides of the talks, and those who hold the office are each a party."""
    _, acts = told(text)
    assert parties(acts[-1]) == who


def test_two_subjects_joined_by_and_both_take_part() -> None:
    """Though the tree makes two subjects of them."""
    text = "He and President Ana Lobo agreed upon it at a [engagement{meeting held}:meeting]."
    _, (act,) = told("President Juan Roa spoke. " + text, hung={"Ana": ("agreed", "nsubj")})
    assert parties(act) == {"Juan Roa", "Ana Lobo"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile and Bolivia quarrelled for years. The two sides [engagement{meeting held}:met] on Monday.",
        LOBO_AND_ROA + "Defence Minister Eva Paz came. The defence ministers [engagement{meeting held}:met] on Friday.",
    ],
)
def test_a_phrase_for_two_whom_the_text_does_not_show_stays_as_it_is(text: str) -> None:
    """Of three states no two are meant, and nobody is a defence minister because he is a minister."""
    _, acts = told(text)
    assert len(parties(acts[-1])) <= 1
    assert not parties(acts[-1]) & {"Peru", "Chile", "Bolivia", "Ana Lobo", "Juan Roa"}


@pytest.mark.parametrize(
    ("text", "roles", "who"),
    [
        (
            "Minister Ana Lobo [engagement{meeting held}:met] for about six hours with Chilean Premier Juan Roa.",
            ("participant",),
            {"Ana Lobo", "Juan Roa"},
        ),
        (
            "Minister Ana Lobo, who [engagement{meeting held}:met] with Juan Roa the day before, was content.",
            ("participant",),
            {"Ana Lobo", "Juan Roa"},
        ),
        ("Peru accepted an invitation from Chile to [engagement{visit planned}:visit].", ("visitor",), {"Peru"}),
        (
            "Premier Ana Lobo hosted visiting Chilean Premier Juan Roa for [engagement{meeting held}:talks].",
            ("participant",),
            {"Ana Lobo", "Juan Roa"},
        ),
        (
            "Premier Ana Lobo hosted [engagement{visit held}:visiting] Chilean Premier Juan Roa for talks.",
            ("visitor",),
            {"Juan Roa"},
        ),
        (
            "Premier Ana Lobo said her plan to [engagement{visit planned}:travel] to Chile stood.",
            ("visitor",),
            {"Ana Lobo"},
        ),
        ("Premier Ana Lobo is the first leader to [engagement{visit held}:visit] Chile.", ("visitor",), {"Ana Lobo"}),
        ("Peru asked Chile to [engagement{visit tentative}:visit] the school.", ("visitor",), {"Chile"}),
        ("Peru [commitment{pledge offered}:promised] Chile a map of the wrecks.", ("to",), {"Chile"}),
        ("Peru [request{demand open}:demanded] that Chile leave the reef.", ("to",), {"Chile"}),
        ("Peru is calm. Chile turned down a Peruvian [request{request open}:request] for maps.", ("by",), {"Peru"}),
        ("Peru is calm. Chile turned down a Peruvian [request{request open}:request] for maps.", ("to",), {"Chile"}),
        ("Chile endorsed the [request{appeal open}:appeal] for calm issued by Peru.", ("by",), {"Peru"}),
        ("At the [request{request open}:request] of Peru, Chile consented to a hearing.", ("by",), {"Peru"}),
        ("At the [request{request open}:request] of Peru, Chile consented to a hearing.", ("to",), {"Chile"}),
        (
            "Chilean cutters boarded a trawler that Peruvian patrols [incident{detention happened}:held].",
            ("on",),
            set(),
        ),
    ],
)
def test_whoever_does_it_is_who_the_sentence_says(text: str, roles: tuple[ActRole, ...], who: set[str]) -> None:
    """Not whoever stands nearest, nor whoever only asks, hosts or announces."""
    _, acts = told(text)
    assert parties(acts[-1], *roles) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Premier Eva Paz praised the results of Ana Lobo’s [engagement{meeting held}:talks] with Juan Roa.",
            {"Ana Lobo", "Juan Roa"},
        ),
        ("Premier Eva Paz opened Ana Lobo’s [engagement{meeting held}:talks] with Juan Roa.", None),
        ("Readout of Premier Eva Paz’s [engagement{call held}:call] with Ana Lobo", {"Eva Paz", "Ana Lobo"}),
        ("Eva Paz is accompanying Ana Lobo on the [engagement{visit held}:trip].", {"Ana Lobo", "Eva Paz"}),
        ("Eva Paz briefed Ana Lobo on the [engagement{visit held}:trip].", {"Eva Paz"}),
        (
            "Premier Eva Paz recalled Ana Lobo’s [engagement{meeting held}:meeting] with Juan Roa.",
            {"Ana Lobo", "Juan Roa"},
        ),
        (
            "Premier Eva Paz reviewed preparations for Ana Lobo’s [engagement{meeting held}:meeting] with Juan Roa.",
            {"Ana Lobo", "Juan Roa"},
        ),
        ("Premier Eva Paz attended Ana Lobo’s [engagement{meeting held}:meeting] with Juan Roa.", None),
        ("Eva Paz delivered a [engagement{letter held}:letter] from Ana Lobo.", {"Ana Lobo"}),
        (
            "The two presidents last [engagement{meeting held}:met] in Quito at the inauguration of President Ana Lobo.",
            {"two presidents"},
        ),
        (
            "Eva Paz met Juan Roa in Quito on the sidelines of the [engagement{ceremony held}:inauguration] of Ana Lobo.",
            set(),
        ),
        (
            "Ana Lobo saw Eva Paz before [engagement{meeting held}:meeting] President Juan Roa.",
            {"Ana Lobo", "Juan Roa"},
        ),
        ("His successor, Ana Lobo, [engagement{visit held}:visited] Quito three times.", {"Ana Lobo"}),
        (
            "On the [engagement{visit held}:visit], Ana Lobo met with Speaker Juan Roa.",
            {"Ana Lobo"},
        ),
        (
            "Ana Lobo held [engagement{meeting held}:talks] in Quito with Juan Roa, whom she had invited to Lima.",
            {"Ana Lobo", "Juan Roa"},
        ),
    ],
)
def test_who_is_in_what_a_sentence_tells_of(text: str, who: set[str] | None) -> None:
    """Whoever comes along is; whoever only speaks of its results is not."""
    _, (act,) = told(text)
    assert parties(act) == who if who is not None else "Eva Paz" in parties(act)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Peru refused a [engagement{meeting refused}:meeting] at an event in Quito.", ["Quito"]),
        ("Ana Lobo [engagement{meeting held}:met] Juan Roa on the sidelines of a forum in Quito.", ["Quito"]),
        ("Ana Lobo [engagement{meeting held}:met] Juan Roa, whose bank is in Quito.", []),
        ("In Quito, Eva Paz praised the results of the [engagement{meeting held}:meeting] with Ana Lobo.", []),
        ("Eva Paz said in Quito after the [engagement{meeting held}:meeting] with Ana Lobo that it had gone well.", []),
        ("Ana Lobo and Juan Roa [engagement{meeting held}:discussed] the situation in eastern Peru.", []),
        ("Ana Lobo and Juan Roa [engagement{meeting held}:discussed] the war in Peru in Quito.", ["Quito"]),
        ("Ana Lobo and Juan Roa [engagement{meeting held}:discussed] trade in Quito.", ["Quito"]),
        ("Eva Paz flew home after the [engagement{meeting held}:meeting] in Quito.", ["Quito"]),
        ("Ana Lobo held [engagement{meeting held}:talks] in Quito with Juan Roa, whom she invited.", ["Quito"]),
    ],
)
def test_a_meeting_is_where_the_event_is(text: str, places: list[str]) -> None:
    """At which it is held, or beside which; not where somebody lives."""
    made, (act,) = told(text)
    assert words(made, act, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Lobo [engagement{meeting held}:met] Juan Roa and possibly Premier Eva Paz.",
        "Ana Lobo [engagement{meeting held}:meets] with Peru’s top envoy, Juan Roa, and perhaps Premier Eva Paz.",
    ],
)
def test_whoever_may_come_too_is_nobody_who_takes_part(text: str) -> None:
    """Nor is "and possibly the premier" told of a participant."""
    _, (act,) = told(text)
    assert parties(act) == {"Ana Lobo", "Juan Roa"}


def test_whoever_goes_along_is_no_visitor() -> None:
    """The visit is that of whoever is accompanied."""
    _, (act,) = told("Eva Paz is accompanying Ana Lobo on the [engagement{visit held}:trip].")
    assert parties(act, "visitor") == {"Ana Lobo"}


@pytest.mark.parametrize(
    ("text", "who", "places"),
    [
        ("The aides put off Ana Lobo’s Tokyo [engagement{visit held}:trip].", {"Ana Lobo"}, ["Tokyo"]),
        ("Ana Lobo’s Peru [engagement{visit held}:visit] was short.", {"Ana Lobo"}, ["Peru"]),
        ("A Peru [engagement{visit held}:visit] to Chile was short.", {"Peru"}, ["Chile"]),
        ("Minister Ana Lobo, who is on a [engagement{visit held}:visit] to Peru, said no.", {"Ana Lobo"}, ["Peru"]),
        (
            "They praised the [engagement{visit held}:visit] to Peru of Trade Minister Ana Lobo in May.",
            {"Ana Lobo"},
            ["Peru"],
        ),
    ],
)
def test_where_a_visit_goes_is_no_visitor(text: str, who: set[str], places: list[str]) -> None:
    """A state right before the noun is where somebody goes, unless another place is told."""
    made, (act,) = told(text)
    assert parties(act, "visitor") == who
    assert words(made, act, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Eva Paz met Juan Roa. Eva Paz extended an invitation to Premier Juan Roa to [engagement{visit held}:visit] Lima.",
        (
            "Eva Paz met Juan Roa. Eva Paz conveyed to Premier Juan Roa an invitation from Ana Lobo to "
            "[engagement{visit held}:visit] Lima."
        ),
        "Eva Paz met Juan Roa. Juan Roa accepted an invitation to [engagement{visit held}:visit] Lima.",
    ],
)
def test_whoever_is_invited_is_the_visitor(text: str) -> None:
    """Whoever brings the invitation, and whoever issued it, is at home."""
    _, (act,) = told(text)
    assert parties(act, "visitor") == {"Juan Roa"}


@pytest.mark.parametrize(
    "text",
    [
        "President Juan Roa and visiting Prime Minister Ana Lobo held [engagement{meeting held}:talks].",
        "The envoys left after [engagement{meeting held}:talks] between Juan Roa and visiting Prime Minister Ana Lobo.",
    ],
)
def test_the_visiting_premier_takes_part(text: str) -> None:
    """Whatever the tree takes "visiting" for."""
    _, acts = told(text)
    assert parties(acts[-1], "participant") == {"Juan Roa", "Ana Lobo"}


def test_nobody_receives_himself() -> None:
    """The minister whom a minister receives is another one, though the report names no other."""
    _, (act,) = told(
        "Foreign Minister Ana Lobo spoke. Ana Lobo [engagement{meeting held}:received] the foreign minister."
    )
    assert parties(act, "host") == {"Ana Lobo"}
    assert "Ana Lobo" not in parties(act, "visitor")


def test_who_came_is_whoever_is_named_last() -> None:
    """Even where the tree hangs the clause on the subject of the verb before."""
    _, (act,) = told(
        "Minister Ana Lobo met Premier Juan Roa, who [engagement{visit held}:flew] to Lima.",
        hung={"flew": ("Ana", "acl:relcl")},
    )
    assert parties(act, "visitor") == {"Juan Roa"}


def test_a_call_that_is_only_talked_about_makes_no_call() -> None:
    """Nor is it one that the results of another were discussed."""
    _, acts = told(
        "Peru and Chile [engagement{meeting held}:discussed] the results of the telephone conversation of their premiers."
    )
    assert acts[0].type == "meeting"
    _, acts = told("Peru and Chile [engagement{meeting held}:discussed] the treaty in a telephone conversation.")
    assert acts[0].type == "call"


def test_whoever_is_called_on_is_the_host() -> None:
    """A courtesy call is paid, not made by telephone."""
    _, (act,) = told("Minister Ana Lobo paid a courtesy [engagement{call held}:call] on President Juan Roa.")
    assert act.type == "meeting"
    assert (parties(act, "visitor"), parties(act, "host")) == ({"Ana Lobo"}, {"Juan Roa"})


def test_nobody_is_his_own_guest() -> None:
    """A pronoun that is taken for the guest is not taken for the host as well."""
    _, (act,) = told(
        "Foreign Minister Juan Roa will see Eva Paz. She will [engagement{visit planned}:host] Foreign Minister Juan Roa."
    )
    assert parties(act, "visitor") == {"Juan Roa"}
    assert "Juan Roa" not in parties(act, "host")


def test_those_between_whom_talks_are_need_no_host() -> None:
    """Whoever works towards a meeting between two others is not in it."""
    _, (act,) = told(
        "Peru is working toward a [engagement{meeting planned}:meeting] between Premier Ana Lobo and Juan Roa."
    )
    assert parties(act) == {"Ana Lobo", "Juan Roa"}


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        (
            "Chile met Peru. Lima has the cook of the Cora, a Chilean tanker that gunboats [incident{air-sea happened}:rammed].",
            set(),
            {"Chile"},
        ),
        ("Premier Ana Lobo condemned the [incident{attack happened}:attack] on Chile.", set(), {"Chile"}),
        ("Peru closed the port after a [incident{air-sea happened}:collision] at sea.", set(), set()),
        ("Peru’s envoy remains under [measure{sanctions imposed}:sanctions] of Chile.", {"Chile"}, {"Peru’s envoy"}),
        ("Premier Ana Lobo of Peru faces [measure{legal imposed}:charges] in Chile.", set(), {"Ana Lobo"}),
        (
            "Chile is calm. Brazil left the talks due to Chilean [measure{sanctions imposed}:sanctions] on Peru.",
            {"Chile"},
            {"Peru"},
        ),
        ("Peru launched a cyber [incident{attack happened}:attack] on Chile.", {"Peru"}, {"Chile"}),
        ("Ana Lobo’s [incident{detention happened}:arrest] shook Chile.", set(), {"Ana Lobo"}),
        ("Peru’s [incident{detention happened}:arrest] of Ana Lobo shook Chile.", {"Peru"}, {"Ana Lobo"}),
        (
            "Brazil regrets the [incident{detention happened}:detention] of Ana Lobo, which was upheld by Chile.",
            set(),
            {"Ana Lobo"},
        ),
        (
            "Peru and Chile share the strait. Peruvian frigates [incident{air-sea happened}:rammed] Chilean boats.",
            {"Peru"},
            {"Chile"},
        ),
        (
            "Peru and Chile met. He spoke of a close [incident{air-sea happened}:encounter] involving Peruvian and Chilean frigates.",
            {"Peru", "Chile"},
            set(),
        ),
    ],
)
def test_who_does_a_deed_and_who_suffers_it(text: str, by: set[str], on: set[str]) -> None:
    """Whoever condemns it, or acts after it, does not do it; a state does what its ships do."""
    _, (act,) = told(text)
    assert (parties(act, "by"), parties(act, "on")) == (by, on)


@pytest.mark.parametrize(
    "example", [one for table in ("sides", "likeliest") for one in terms("roles")[table]["examples"]]
)
def test_whom_a_phrase_for_two_means(example: str) -> None:
    """The words of the vocabulary stand for the two with whose names they are marked."""
    (meant,) = (span for span in marked(example).spans if span.label == "meant")
    made, (act,) = told(example)
    assert parties(act) == set(meant.value.split(" and "))
    assert set(words(made, act, "participant")) == {marked(example).text[meant.start : meant.end]}
