from collections.abc import Sequence
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.align import align_parties
from memcon.align.names import is_description, person_name
from memcon.align.offices import alike, read_title
from memcon.core.annotation import Annotations, PartyType, Referent, Role
from memcon.core.document import Document
from memcon.core.party import Party
from memcon.core.terms import terms
from memcon.testing import annotations, document, marked

Report = tuple[Document, Annotations]


def says(name: str, number: int = 0, type: PartyType = "person") -> Annotations:
    """A report in which that party says something, before anybody resolved its parties."""
    marks = marked(f"Report {number}. [statement:[speaker:{name}] [cue:said] [quote:“It is over.”]]")
    return annotations(document(marks.text), marks, type=type)


def report(number: int, *parties: tuple[str, PartyType, str | None, Sequence[str]], published: str = "") -> Report:
    """A report with these parties: name, type, side, and roles as `title` or `title/of`."""
    made = document(f"Report {number}.", published=published or None)
    referents = tuple(
        Referent(name, kind, (name,), tuple(_role(made, role) for role in roles), side)
        for name, kind, side, roles in parties
    )
    return made, Annotations(made.id, referents=referents)


def person(name: str, *roles: str, side: str | None = None) -> tuple[str, PartyType, str | None, Sequence[str]]:
    """A person, for `report`."""
    return name, "person", side, roles


def body(name: str, side: str | None = None) -> tuple[str, PartyType, str | None, Sequence[str]]:
    """A body, for `report`."""
    return name, "organisation", side, ()


def _role(made: Document, role: str) -> Role:
    title, _, of = role.partition("/")
    return Role(title, of or None, made.anchor(0, 6))


def aligned(*reports: Report) -> tuple[Party, ...]:
    """The parties of these reports."""
    return align_parties([seen for _, seen in reports], {made.id: made for made, _ in reports})


def alone(*parties: tuple[str, PartyType, str | None, Sequence[str]]) -> list[list[str]]:
    """What is called alike, where each of these parties stands in a report of its own."""
    found = aligned(*(report(number, one) for number, one in enumerate(parties)))
    return sorted(sorted(alias.name for alias in party.aliases) for party in found)


def named(*reports: Annotations) -> list[tuple[str, int]]:
    """The name of each party and how many aliases it has."""
    return sorted((party.name, len(party.aliases)) for party in align_parties(reports))


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    """A single name joins the only full name of the collection it begins or ends."""
    assert named(says("Ilka Brandt"), says("Brandt", 1, "unknown"), says("Ilka", 2)) == [("Ilka Brandt", 3)]


def test_a_surname_never_merges_two_people() -> None:
    """If two people bear it, a single name stays by itself, in each report."""
    found = named(says("Ilka Brandt"), says("Oto Brandt", 1), says("Brandt", 2), says("Brandt", 3))
    assert found == [("Brandt", 1), ("Brandt", 1), ("Ilka Brandt", 1), ("Oto Brandt", 1)]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Orla Venn", "VENN Orla"),
        ("Orla Venn", "Venn, Orla"),
        ("Orla Venn", "orla venn"),
        ("Ilka B. Brandt", "ILKA BRANDT"),
        ("Inês Łukáš", "Ines Lukas"),
        ("Marn Ji-soo", "Ji Soo Marn"),
        ("Marn Ji-soo", "Jisoo Marn"),
        ("Tovin O’Dell", "Tovin O'Dell Jr."),
        ("Mr. Tovin Dell", "Tovin Dell"),
    ],
)
def test_a_full_name_is_itself(name: str, other: str) -> None:
    """Order, case, points, accents, hyphens, initials and what stands around a name make no second person."""
    assert len(alone(person(name), person(other))) == 1


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ilka B. Brandt", "Ilka C. Brandt"),
        ("Ilka Brandt", "Oto Brandt"),
        ("Orla Venn", "Orla Vann"),
        ("Orla Venn", "Orla Venn Marsh"),
    ],
)
def test_another_name_is_another_person(name: str, other: str) -> None:
    """Another first name, another initial or another surname is somebody else."""
    assert len(alone(person(name), person(other))) == 2


def test_a_name_turned_round_on_another_side() -> None:
    """A name turned round is somebody else where the sides differ."""
    assert len(alone(person("Tomas Elin", side="Hallin"), person("Elin Tomas", side="Norrow"))) == 2
    assert len(alone(person("Tomas Elin", side="Hallin"), person("Elin Tomas"))) == 1


def test_transliterations_need_office_and_side() -> None:
    """A name spelled otherwise is the same person if both documents show the same office and side, and not before."""
    mikhailo = person("Mikhailo Tarsenko", "Foreign Minister", side="Hallin")
    assert len(alone(mikhailo, person("Mykhailo Tarsenko", "Minister of Foreign Affairs", side="Hallin"))) == 1
    assert len(alone(mikhailo, person("Mykhailo Tarsenko", "Foreign Minister", side="Norrow"))) == 2
    assert len(alone(mikhailo, person("Mykhailo Tarsenko", "spokesman", side="Hallin"))) == 2
    assert len(alone(mikhailo, person("Mykhailo Tarsenko"))) == 2
    assert len(alone(mikhailo, person("Tarsenko Mykhailo", "Foreign Minister", side="Hallin"))) == 2
    assert len(alone(mikhailo, person("Michajlo Tarsenka", "Foreign Minister", side="Hallin"))) == 2


def test_side_and_role_decide_between_bearers() -> None:
    """Where two people bear a name, the office or the side shows which one is meant."""
    two = (person("Orla Venn", "Foreign Minister", side="Norway"), person("Tovin Venn", "spokesman", side="Norway"))
    assert ["Orla Venn", "Venn"] in alone(*two, person("Venn", "top diplomat"))
    assert ["Tovin Venn", "Venn"] in alone(*two, person("Venn", "foreign ministry spokesman", side="Norway"))
    assert ["Venn"] in alone(*two, person("Venn", side="Norway"))
    assert ["Venn"] in alone(*two, person("Venn", "official"))
    other = person("Ilka Venn", "Foreign Minister", side="Peru")
    assert ["Ilka Venn", "Venn"] in alone(*two, other, person("Venn", "Foreign Minister/Peru"))
    assert ["Ilka Venn", "Venn"] in alone(*two, other, person("Venn", side="Peru"))


def test_side_and_role_contradict_the_only_bearer() -> None:
    """A single name on another side, or in another office, is not the one person who bears it."""
    venn = person("Orla Venn", "Foreign Minister", side="Hallin")
    assert len(alone(venn, person("Venn", side="Norrow"))) == 2
    assert len(alone(venn, person("Venn", "President"))) == 2
    assert len(alone(venn, person("Venn", "deputy foreign minister"))) == 2
    assert len(alone(venn, person("Venn", "the minister"), person("Venn", "official"))) == 1
    assert len(alone(venn, person("Venn", "chief negotiator"))) == 1


def test_initials_and_particles_of_a_surname() -> None:
    """An initial before a surname must fit; a surname keeps its particles, however they are written."""
    assert ["O. Venn", "Orla Venn"] in alone(person("Orla Venn"), person("Tovin Venn"), person("O. Venn"))
    assert len(alone(person("Orla Venn"), person("T. Venn"))) == 2
    assert len(alone(person("Piet van Orren"), person("Van Orren"), person("van Orren"), person("Orren"))) == 1
    assert len(alone(person("Rasha al-Mirren"), person("Al Mirren"), person("Mirren"))) == 1
    assert len(alone(person("Pia Solano-Reyes"), person("Solano"), person("Reyes"))) == 1


def test_single_names_without_a_bearer() -> None:
    """A single name is one person while nothing tells its reports apart."""
    assert len(alone(person("Venn"), person("Venn", side="Hallin"))) == 1
    assert len(alone(person("Venn", side="Norrow"), person("Venn", side="Hallin"), person("Venn"))) == 3
    assert len(alone(person("Venn", "President"), person("Venn", "spokesman"))) == 2


def test_single_names_of_several_bearers_share_an_office() -> None:
    """What several bear and nothing resolves is one person only with the same side and office."""
    several = (person("Orla Venn"), person("Tovin Venn"))
    assert alone(*several, person("Venn", "premier", side="Hallin"), person("Venn", "prime minister", side="Hallin"))[
        -1
    ] == ["Venn", "Venn"]
    assert len(alone(*several, person("Venn", side="Hallin"), person("Venn", side="Hallin"))) == 4


def test_unnamed_people_stay_in_their_report() -> None:
    """“A senior official” of one report is not known to be that of another, and keeps the description."""
    found = aligned(*(report(number, person("senior official", side="Hallin")) for number in range(2)))
    assert [(party.name, len(party.aliases)) for party in found] == [("senior official", 1)] * 2


@pytest.mark.parametrize(
    ("name", "unnamed"),
    [
        ("senior official", True),
        ("a French trade envoy", True),
        ("Foreign Minister", True),
        ("man in a grey coat", True),
        ("Hallinese officer", True),
        ("pilot of the Marigold", True),
        ("Trade Minister", True),
        ("Norwegian Foreign Minister", True),
        ("Orla Venn", False),
        ("bin Talal", False),
        ("Michael Jordan", False),
        ("王毅", False),
    ],
)
def test_descriptions_are_told_from_names(name: str, *, unnamed: bool) -> None:
    """A role, a state and small letters describe; a capitalised word that is neither names."""
    assert is_description(name) is unnamed


def test_states_are_one_by_their_name() -> None:
    """Every word for a state is that state, with the name that the vocabulary gives it."""
    found = aligned(
        *(report(number, (name, "state", None, ())) for number, name in enumerate(["Norway", "the Kingdom of Norway"])),
        report(3, ("Oslo", "unknown", None, ())),
    )
    assert [(party.name, party.type, len(party.aliases)) for party in found] == [("Norway", "state", 3)]


def test_states_that_no_vocabulary_has() -> None:
    """What one report shows to be a state is a state in the others, whatever they take it for."""
    kinds: list[PartyType] = ["state", "unknown", "organisation"]
    (party,) = aligned(*(report(number, ("Hallin", kind, None, ())) for number, kind in enumerate(kinds)))
    assert (party.name, party.type) == ("Hallin", "state")


def test_bodies_are_one_by_head_branch_and_side() -> None:
    """A ministry is one however its branch and its state are written; another branch or state is another."""
    same = [
        body("Ministry of Foreign Affairs of Norway"),
        body("Norway's foreign ministry"),
        body("the foreign ministry", "Norway"),
        body("Norwegian Foreign Affairs Ministry", "Norway"),
    ]
    assert len(alone(*same)) == 1
    others = [body("Ministry of Defense of Norway"), body("foreign ministry", "Peru"), body("ministry", "Norway")]
    assert len(alone(*same, *others)) == 4
    assert len(alone(body("Norway's defence ministry"), *others[:1])) == 1


def test_bodies_are_not_joined_by_a_word() -> None:
    """A ministry is not the minister, and two bodies that share a word are two."""
    found = named(
        says("river ministry", type="organisation"),
        says("lake ministry", 1, "organisation"),
        says("ministry", 2, "organisation"),
    )
    assert len(found) == 3


def test_anybodys_ministry() -> None:
    """A body that is only described, on no side, is not known to be that of another report; a named one is."""
    assert len(alone(body("the foreign ministry"), body("foreign ministry"))) == 2
    assert len(alone(body("the Lake Institute"), body("Lake Institute"))) == 1


def test_groups_are_one_by_words_and_side() -> None:
    """A group is the same in every report that shows the same words and side, and is never a person."""
    groups: list[tuple[str, PartyType, str | None, Sequence[str]]] = [
        ("Norwegian officials", "group", None, ()),
        ("officials", "group", "Norway", ()),
        ("officials", "group", None, ()),
        ("officials", "person", "Norway", ()),
    ]
    assert len(alone(*groups)) == 3


def test_what_may_be_either_follows_the_others() -> None:
    """A name of unknown type is the body, the state or the person that other reports show it to be."""
    doubtful: tuple[str, PartyType, str | None, Sequence[str]] = ("Halvard", "unknown", None, ())
    (both,) = aligned(report(0, body("Halvard")), report(1, doubtful))
    assert (both.type, len(both.aliases)) == ("organisation", 2)
    assert alone(doubtful, person("Ida Halvard")) == [["Halvard", "Ida Halvard"]]
    assert alone(doubtful, body("Halvard"), person("Ida Halvard")) == [["Halvard", "Halvard"], ["Ida Halvard"]]
    assert aligned(report(0, doubtful))[0].type == "unknown"


def test_the_most_specific_type_wins() -> None:
    """A party that one report shows to be a person is one."""
    (party,) = align_parties([says("Brandt", type="unknown"), says("Ilka Brandt", 1)])
    assert (party.type, {alias.name for alias in party.aliases}) == ("person", {"Brandt", "Ilka Brandt"})


def test_the_name_is_the_fullest_that_most_use() -> None:
    """Among the fullest names the usual one is chosen, initials aside; all of them are kept."""
    names = ["Ilka Brandt", "Ilka Brandt", "Ilka B. Brandt", "BRANDT Ilka", "Brandt"]
    (party,) = aligned(*(report(number, person(name)) for number, name in enumerate(names)))
    assert party.name == "Ilka Brandt"
    assert party.names == ("BRANDT Ilka", "Brandt", "Ilka B. Brandt", "Ilka Brandt")


def test_roles_are_dated_by_their_documents() -> None:
    """A role runs from the first to the last report that states it; what somebody used to be is not dated by saying so."""
    (party,) = aligned(
        report(0, person("Orla Venn", "Foreign Minister/Norway", side="Norway"), published="2031-05-04"),
        report(1, person("Orla Venn", "visiting Foreign Minister"), published="2031-05"),
        report(2, person("Orla Venn", "foreign affairs minister/Norway"), published="2031-06-02"),
        report(3, person("Orla Venn", "former foreign minister/Norway"), published="2033-01-01"),
        report(4, person("Orla Venn", "envoy to the lakes"), published="2033-01-01"),
        report(5, person("Orla Venn", "poet")),
    )
    shown = [(role.title, role.of, role.since, role.until, len(role.anchors)) for role in party.roles]
    assert [(title, of, str(since), str(until), n) for title, of, since, until, n in shown] == [
        ("Foreign Minister", "Norway", "2031-05", "2031-06-02", 4),
        ("envoy to the lakes", None, "2033-01-01", "2033-01-01", 1),
        ("poet", None, "None", "None", 1),
    ]
    assert party.side == "Norway"


def test_offices_of_two_states_are_two() -> None:
    """The same title of another state is another office; one that names no state then belongs to neither."""
    (party,) = aligned(
        report(0, person("Orla Venn", "ambassador/Norway")),
        report(1, person("Orla Venn", "ambassador/Peru")),
        report(2, person("Orla Venn", "ambassador")),
    )
    assert [role.of for role in party.roles] == [None, "Norway", "Peru"]


def test_sides_that_differ_are_no_side() -> None:
    """A party whose documents show two sides has none."""
    (party,) = aligned(report(0, person("Orla Venn", side="Norway")), report(1, person("Orla Venn", side="Peru")))
    assert party.side is None


@pytest.mark.parametrize(
    ("title", "other", "same"),
    [
        ("visiting Foreign Minister", "Secretary of State", True),
        ("Norwegian Foreign Minister", "the minister", True),
        ("foreign ministry spokeswoman", "spokesperson for the foreign ministry", True),
        ("Defense Secretary", "minister of defence", True),
        ("Treasury Secretary", "Secretary", True),
        ("minister for trade", "trade minister", True),
        ("Deputy Foreign Minister", "Foreign Minister", False),
        ("Vice President", "President", False),
        ("Prime Minister", "Trade Minister", False),
        ("Prime Minister", "minister", False),
    ],
)
def test_titles_of_one_office(title: str, other: str, *, same: bool) -> None:
    """Titles are one office by the vocabulary, by their order, or cut short; a deputy's is another."""
    assert alike(read_title(title), read_title(other)) is same
    assert alike(read_title(other), read_title(title)) is same


@pytest.mark.parametrize("example", terms("roles")["offices"]["examples"])
def test_words_beside_an_office(example: str) -> None:
    """As the vocabulary's examples are marked: which office a title names, and which it does not."""
    marks = marked(example)
    for span in marks.spans:
        title = read_title(marks.text[span.start : span.end])
        match span.label:
            case "office":
                assert (title.office, alike(title, read_title(span.value))) == (span.value, True)
            case "another":
                assert not alike(title, read_title(span.value))
            case "telling":
                assert title.only
            case label:
                assert (label, title.telling, title.only) == ("beside", True, False)


def test_every_referent_and_speaker_has_one_party() -> None:
    """Speakers that are no referent's name join the referent that has the name, or are parties of their own."""
    marks = marked("[statement:[speaker:Venn] [cue:told] [addressee:reporters] [quote:“It is over.”]]")
    made = document(marks.text)
    seen = annotations(made, marks)
    seen = Annotations(
        made.id, statements=seen.statements, referents=(Referent("Orla Venn", "person", ("Orla Venn", "Venn")),)
    )
    parties = align_parties([seen], {made.id: made})
    assert sorted([alias.name for alias in party.aliases] for party in parties) == [
        ["Orla Venn", "Venn"],
        ["reporters"],
    ]


def test_ids_outlive_more_documents() -> None:
    """A party keeps its id when more reports of it come, whatever they call it."""
    (before,) = aligned(report(0, person("Orla Venn")))
    (after,) = aligned(report(0, person("Orla Venn")), report(1, person("VENN Orla C.")), report(2, person("Venn")))
    assert before.id == after.id


def test_the_order_of_reports_does_not_matter() -> None:
    """Parties and their ids are the same in any order."""
    reports = [says("Ilka Brandt"), says("Brandt", 1), says("Oto Reyes", 2), says("Reyes", 3)]
    assert len({align_parties(order) for order in permutations(reports)}) == 1


def test_nobody() -> None:
    """Without speakers there are no parties."""
    assert align_parties([annotations(document("Text."))]) == ()


GIVEN = ("Orla", "Tovin", "Ilka", "Piet")
SURNAMES = ("Venn", "Brandt", "van Orren")
ROLES = ("Foreign Minister", "spokesman", "President/Norway", "former minister of foreign affairs", "official")
SIDES = ("Norway", "Peru")


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Reports of a few people who share names, as Western and Eastern papers write them, and of bodies and groups."""
    full = st.builds(
        lambda given, surname, form: form.format(given, surname, surname.upper()),
        st.sampled_from(GIVEN),
        st.sampled_from(SURNAMES),
        st.sampled_from(("{0} {1}", "{2} {0}", "{0} Q. {1}", "{0} J. {1}")),
    )
    name = full | st.sampled_from((*SURNAMES, *GIVEN, "senior official", "foreign ministry", "officials", "Oslo", "."))
    party = st.tuples(
        name,
        st.sampled_from(("person", "person", "unknown", "organisation", "group", "state")),
        st.none() | st.sampled_from(SIDES),
        st.lists(st.sampled_from(ROLES), max_size=2),
    )
    drawn = draw(st.lists(st.lists(party, max_size=4, unique_by=lambda one: one[0]), max_size=6))
    return [report(number, *parties, published=f"2031-05-{number + 1:02}") for number, parties in enumerate(drawn)]


def people(party: Party) -> set[tuple[str, ...]]:
    """The different full names of a party, in whichever order."""
    return {min(person_name(name).keys) for name in party.names if person_name(name).full and name[1:] != "an Orren"}


@given(reports(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_parties(made: list[Report], random: Random) -> None:
    """Whatever the order of the reports, parties are equal, and so are their ids, which no two share."""
    parties = aligned(*made)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert aligned(*shuffled) == parties
    assert len({party.id for party in parties}) == len(parties)


@given(reports())
def test_every_alias_is_one_partys(made: list[Report]) -> None:
    """Every referent of every report is the alias of exactly one party."""
    wanted = sorted((seen.document, one.name) for _, seen in made for one in seen.referents)
    assert wanted == sorted((alias.document, alias.name) for party in aligned(*made) for alias in party.aliases)


@given(reports())
def test_no_surname_merges_two_people(made: list[Report]) -> None:
    """No party has two full names, however many surnames, sides and roles its reports show."""
    assert all(len(people(party)) <= 1 for party in aligned(*made) if party.type == "person")


@pytest.mark.parametrize("name", ["x" * 100_000, "x " * 50_000, "Orla " + "y" * 50_000, "of the", "…", "\u0301"])
def test_names_that_are_none(name: str) -> None:
    """What no person or body is called is a party by itself all the same, and takes no time."""
    kinds: list[PartyType] = ["person", "state", "organisation", "group", "unknown"]
    reports = [report(number, (name, kind, "Norway", ["Foreign Minister"])) for number, kind in enumerate(kinds)]
    assert sum(len(party.aliases) for party in aligned(*reports)) == len(kinds)


def test_one_title_with_and_without_its_state() -> None:
    """A title that a report gives once with its state and once without is one office, of that state."""
    made = document("The minister came. The minister left.")
    roles = (Role("minister", None, made.anchor(4, 12)), Role("minister", "Japan", made.anchor(4, 12)))
    (party,) = align_parties([Annotations(made.id, referents=(Referent("Oto Reyes", "person", roles=roles),))])
    assert [(office.title, office.of) for office in party.roles] == [("minister", "Japan")]
