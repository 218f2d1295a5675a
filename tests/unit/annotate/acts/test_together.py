"""What the engagements of one report tell about one another."""

from tests.unit.annotate.acts.told import parties, told

ROUND = (
    "In the first [engagement{meeting held}:round] of [engagement{meeting held}:talks] on Monday, "
    "Minister Ana Lobo [engagement{meeting held}:met] Chilean Premier Juan Roa."
)


def test_one_meeting_told_by_three_words_is_one() -> None:
    """The word that tells most is kept, with the day that another told."""
    made, (act,) = told(ROUND)
    assert made.passage(act.trigger) == "met"
    assert parties(act) == {"Ana Lobo", "Juan Roa"}
    assert act.time is not None
    assert made.passage(act.time) == "Monday"


def test_two_meetings_in_a_sentence_stay_two() -> None:
    """Where one word knows somebody whom the other does not."""
    _, acts = told(
        "At [engagement{meeting held}:talks] with Premier Eva Paz, Ana Lobo [engagement{meeting held}:met] Juan Roa."
    )
    assert len(acts) == 2


def test_the_talks_are_those_that_were_told_before() -> None:
    """A definite noun without parties has those of the last such act; one with "a" has none."""
    before = "Minister Ana Lobo [engagement{meeting held}:met] Juan Roa on Monday. "
    assert parties(told(before + "The [engagement{meeting held}:talks] were frank.")[1][1]) == {"Ana Lobo", "Juan Roa"}
    assert parties(told(before + "A [engagement{meeting held}:meeting] lasted two hours.")[1][1]) == set()


def test_a_summit_with_a_name_points_back_to_nothing() -> None:
    """Whoever met before need not go to it."""
    before = "Minister Ana Lobo [engagement{meeting held}:met] Juan Roa on Monday. "
    assert parties(told(before + "The Lagos Water [engagement{summit planned}:Summit] is in May.")[1][1]) == set()
    assert parties(told(before + "The [engagement{summit held}:summit] was short.")[1][1]) == {"Ana Lobo", "Juan Roa"}


def test_a_headline_has_the_people_and_the_day_of_the_sentence_below() -> None:
    """A headline of nouns tells neither."""
    text = "Talks end without a word\nMinister Ana Lobo met Premier Juan Roa of Chile on Monday."
    notation = text.replace("Talks", "[engagement{meeting held}:Talks]").replace(
        "met", "[engagement{meeting held}:met]"
    )
    made, acts = told(notation, headline=True)
    assert [parties(act) for act in acts] == [{"Ana Lobo", "Juan Roa"}] * 2
    made, acts = told(
        "Readout of Minister Ana Lobo’s [engagement{call held}:Call] with Premier Juan Roa\n"
        "Minister Ana Lobo telephoned Premier Juan Roa of Chile on Monday.",
        headline=True,
    )
    assert [made.passage(act.time) for act in acts if act.time] == ["Monday"]


def test_a_name_alone_in_a_headline_is_the_person_below() -> None:
    """Where the model takes a title in capitals for something else."""
    _, acts = told(
        "Lobo and Roa [engagement{meeting held}:Meet] in Lima\nMinister Ana Lobo spoke. Premier Juan Roa of Chile did not.",
        headline=True,
    )
    assert parties(acts[0]) == {"Ana Lobo", "Juan Roa"}


def test_a_day_right_behind_the_words_of_an_act_is_its_day() -> None:
    """Though the tree hangs it on something told before the act, across what governs it."""
    made, (act,) = told(
        "They promised a daily flight, starting at Easter, and a fair that is to [engagement{meeting planned}:meet] in "
        "Lima on 28 May.",
        hung={"28": ("Easter", "nmod")},
    )
    assert act.time is not None
    assert made.passage(act.time) == "28 May"


def test_the_line_is_the_hotline_before() -> None:
    """Whatever sort of line the model thinks of; another noun, or one with a word of its own, is another channel."""
    before = "Peru and Chile had a [channel{hotline open}:hotline] for years. "
    cut = told(before + "Peru cut the [channel{military frozen}:line] in March.")[1][1]
    assert (cut.type, parties(cut)) == ("hotline", {"Peru", "Chile"})
    assert told(before + "Peru cut the military [channel{military frozen}:line].")[1][1].type == "military"
    assert told(before + "Peru left the [channel{contacts frozen}:dialogue].")[1][1].type != "hotline"


def test_it_is_the_engagement_before() -> None:
    """What is chaired by two is the session of the sentence before, in which they take part; not if others stand between."""
    before = "The joint committee’s [engagement{meeting planned}:session] will be held in Lima. "
    _, (session, chaired) = told(before + "It will be [engagement{meeting planned}:chaired] by Ana Lobo and Juan Roa.")
    assert set(session.parties) < set(chaired.parties) >= {"Ana Lobo", "Juan Roa"}
    _, (_, later) = told(before + "Then it rained. It was [engagement{meeting held}:chaired] by Ana Lobo and Juan Roa.")
    assert parties(later) == {"Ana Lobo", "Juan Roa"}


def test_to_meet_over_dinner_is_to_dine() -> None:
    """One engagement, a dinner; a dinner in the same sentence that is held with others is another one."""
    lobo = "Minister Ana Lobo and Premier Juan Roa of Chile [engagement{meeting held}:met]"
    _, acts = told(f"{lobo} over a [engagement{{dinner held}}:dinner].")
    assert [act.type for act in acts] == ["dinner"]
    assert parties(acts[0]) == {"Ana Lobo", "Juan Roa"}
    _, acts = told(f"{lobo} before a [engagement{{dinner held}}:dinner] with Eva Paz.")
    assert [act.type for act in acts] == ["meeting", "dinner"]
