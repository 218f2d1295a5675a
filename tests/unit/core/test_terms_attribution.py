"""The vocabularies of attribution: cues, relays, roles and organisations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

import pytest

from memcon.core.annotation import PartyType, Polarity, RelayKind, StatementType
from memcon.core.terms import terms
from memcon.testing import marked

Entry = Mapping[str, Any]

CUES, RELAYS, ROLES = terms("cues"), terms("relays"), terms("roles")
ORGANISATIONS: Sequence[Entry] = terms("organisations")["organisation"]
ATTRIBUTING = ("verb", "noun", "adjective", "preposition")
LISTS = {"published": ("words",), "passing_on": ("words", "phrases", "before"), "audience": ("words",),
         "occasion": ("words",), "medium": ("words", "phrases")}  # fmt: skip
LABELS = {"published": "published", "passing_on": "passing", "audience": "audience", "occasion": "occasion",
          "medium": "medium"}  # fmt: skip
MARKS = {"speaker", "cue", "content", "quoted", "addressee", "relay", "term", *LABELS.values()}
GAP = " … "


def cue_words(entry: Entry) -> set[str]:
    """All that one entry of cues.toml lists, a phrase with a gap by both its ends."""
    phrases = [part for phrase in entry.get("phrases", ()) for part in phrase.split(GAP)]
    forms = [form for forms in entry.get("forms", ()) for form in forms.split(" ")]
    return {*forms, *phrases, *entry.get("words", ())}


def repeated(words: Iterable[str]) -> list[str]:
    """Those that occur more than once."""
    return [word for word, count in Counter(words).items() if count > 1]


def names_one_of(text: str, words: Iterable[str]) -> bool:
    """Whether a passage has one of some words in it."""
    known = "|".join(re.escape(word) for word in words)
    return re.search(rf"(?<!\w)(?:{known})(?!\w)", text, re.IGNORECASE) is not None


def every_example() -> Iterator[tuple[str, str]]:
    """Every example of the four files, with its file's name."""
    for name in ("cues", "relays", "roles", "organisations"):
        for value in terms(name).values():
            for entry in value if isinstance(value, list) else [value]:
                examples = [entry] if isinstance(entry, str) else entry.get("examples", ())
                yield from ((name, example) for example in examples)


@pytest.mark.parametrize("name", ["cues", "relays"])
def test_entries_have_examples(name: str) -> None:
    """A way to attribute or to pass on enters its vocabulary with two examples at least."""
    for table, value in terms(name).items():
        for entry in value if isinstance(value, list) else [value]:
            assert len(entry["examples"]) >= 2, (table, entry.get("sense") or entry["words"][0])


def test_examples_can_be_read() -> None:
    """The marks of every example are well formed, and those of statements are the ones explained."""
    for name, example in every_example():
        labels = {span.label for span in marked(example).spans}
        assert name not in {"cues", "relays"} or labels <= MARKS, example


@pytest.mark.parametrize("table", ATTRIBUTING)
def test_cues_of_examples(table: str) -> None:
    """Every marked cue is in the vocabulary, and every entry has an example with a cue of its own."""
    known = {word for name in ATTRIBUTING for entry in CUES[name] for word in cue_words(entry)}
    for entry in CUES[table]:
        cues = [cue.lower() for example in entry["examples"] for cue in marked(example).words("cue")]
        assert set(cues) <= known, entry
        assert set(cues) & cue_words(entry), entry


@pytest.mark.parametrize("table", ATTRIBUTING)
def test_cues_stand_once(table: str) -> None:
    """No word or phrase is in two entries of a sort."""
    assert repeated(word for entry in CUES[table] for word in entry.get("words", ())) == []
    assert (
        repeated(form for entry in CUES[table] for forms in entry.get("forms", ()) for form in forms.split(" ")) == []
    )
    assert repeated(phrase for entry in CUES[table] for phrase in entry.get("phrases", ())) == []


def test_cue_keys() -> None:
    """An entry has the keys that the file explains, with values that statements can have; every belief is weak."""
    for table in ATTRIBUTING:
        for entry in CUES[table]:
            own = {"verb": {"sense", "forms", "phrases", "weak"}, "preposition": {"names"}}.get(table, set())
            assert set(entry) <= {"words", "type", "polarity", "examples"} | own, entry
            assert entry.get("type", "belief") in get_args(StatementType)
            assert entry.get("polarity", "negative") in get_args(Polarity)
    assert all(entry["weak"] for entry in CUES["verb"] if entry.get("type") == "belief")
    assert {entry["names"] for entry in CUES["preposition"]} == {"speaker", "relay", "either"}
    assert repeated(entry["sense"] for entry in CUES["verb"]) == []


def test_verb_forms() -> None:
    """Forms begin with the base and its third person and end with the participle in -ing; there are enough verbs."""
    verbs = [forms.split(" ") for entry in CUES["verb"] for forms in entry["forms"]]
    for base, third, *past, present in verbs:
        assert third in {f"{base}s", f"{base}es", f"{base[:-1]}ies", f"{base}zes"}, base
        assert any(form.endswith("ing") for form in (*past, present)), base
        assert all(form.isascii() and form == form.lower() for form in (base, third, *past, present)), base
    assert len(verbs) >= 350


def test_plain_verbs_stand_in_phrases_only() -> None:
    """Verbs that mostly attribute nothing are cues only together with other words."""
    forms = {form for entry in CUES["verb"] for forms in entry["forms"] for form in forms.split(" ")}
    assert not forms & {"make", "made", "take", "took", "go", "went", "continue", "continued", "hold", "held", "see"}


def test_relay_kinds() -> None:
    """There is one entry for every kind of relay, and a noun belongs to one kind."""
    assert sorted(entry["kind"] for entry in RELAYS["relay"]) == sorted(get_args(RelayKind))
    assert repeated(word for entry in RELAYS["relay"] for word in (*entry["words"], *entry.get("names", ()))) == []
    for entry in RELAYS["relay"]:
        assert set(entry) <= {"kind", "words", "names", "published_by", "examples"}
        for example in entry["examples"]:
            relays = marked(example).words("relay")
            assert any(names_one_of(relay, (*entry["words"], *entry.get("names", ()))) for relay in relays), example


@pytest.mark.parametrize("table", LISTS)
def test_words_about_relays(table: str) -> None:
    """A word stands once in its table, and the marked words of its examples are in it."""
    words = [word for key in LISTS[table] for word in RELAYS[table][key]]
    assert all(repeated(RELAYS[table][key]) == [] for key in LISTS[table])
    known = {part for word in words for part in word.split(GAP)} | {"as saying", "as telling"}
    for example in RELAYS[table]["examples"]:
        found = marked(example).words(LABELS[table])
        assert found, example
        assert all(names_one_of(text, known) for text in found), example


def test_cues_of_relays_are_cues() -> None:
    """The cues marked in relays.toml are those of cues.toml."""
    known = {word for name in ATTRIBUTING for entry in CUES[name] for word in cue_words(entry)}
    cues = {cue for name, example in every_example() if name == "relays" for cue in marked(example).words("cue")}
    assert {cue.lower() for cue in cues} <= known


def test_role_nouns() -> None:
    """A noun stands once, and for one sort of party."""
    nouns = [word for table in ("person", "group", "organisation") for entry in ROLES[table] for word in entry["words"]]
    assert repeated(nouns) == []
    assert repeated(word for entry in ROLES["title"] for word in entry["words"]) == []
    assert repeated(word for gender in ("he", "she") for word in ROLES["gender"][gender]) == []


def test_offices_of_examples() -> None:
    """The longest words for an office in a marked passage are those of the entry that the example belongs to."""
    known = {word: office["name"] for office in ROLES["office"] for word in office["words"]}
    for office in ROLES["office"]:
        for example in office["examples"]:
            for passage in marked(example).words("office"):
                found = [word for word in known if f" {word} " in f" {passage.lower()} "]
                assert known[max(found, key=len)] == office["name"], passage


def test_offices() -> None:
    """Names and words of offices stand once, except "leader", which reports give to two."""
    assert repeated(office["name"] for office in ROLES["office"]) == []
    assert repeated(word for office in ROLES["office"] for word in office["words"]) == ["leader"]
    assert all(word == word.lower() for office in ROLES["office"] for word in office["words"])
    assert all(office["examples"] for office in ROLES["office"])


def test_deputies_are_not_their_ministers() -> None:
    """Every office of a deputy, vice or assistant is told from the office it is under."""
    known = {word: office["name"] for office in ROLES["office"] for word in office["words"]}
    for word, name in known.items():
        if word.startswith(("deputy ", "vice ", "assistant ")) and word.partition(" ")[2] in known:
            assert known[word.partition(" ")[2]] != name, word


def all_names(organisation: Entry) -> list[str]:
    """All that names one organisation."""
    return [organisation["name"], *organisation["names"]]


def test_organisation_keys() -> None:
    """An entry has the keys that the file explains, with types that parties can have."""
    for entry in ORGANISATIONS:
        assert {"name", "names", "type"} <= set(entry), entry["name"]
        assert set(entry) <= {"name", "names", "type", "of", "head", "seat", "state", "ambiguous"}, entry["name"]
        assert entry["type"] in {"organisation", "group"} & set(get_args(PartyType))
        assert set(entry.get("ambiguous", ())) <= set(all_names(entry)), entry["name"]
    names = [entry["name"] for entry in ORGANISATIONS]
    assert sorted(names, key=str.casefold) == names
    assert repeated(names) == []


def test_organisations_exist() -> None:
    """The states and organisations that entries point to are in their vocabularies."""
    states = {state["name"] for state in terms("states")["state"]}
    names = {entry["name"] for entry in ORGANISATIONS}
    assert {entry["state"] for entry in ORGANISATIONS if "state" in entry} <= states
    assert {entry["of"] for entry in ORGANISATIONS if "of" in entry} <= names
    assert all(entry["of"] != entry["name"] for entry in ORGANISATIONS if "of" in entry)


def test_shared_names_are_ambiguous() -> None:
    """A word of two organisations, or of an organisation and an agency, is marked wherever it stands."""
    counts = Counter(word for entry in ORGANISATIONS for word in set(all_names(entry)))
    agencies = {word for one in terms("agencies")["agency"] for word in (one["name"], *one.get("short", ()))}
    for entry in ORGANISATIONS:
        assert repeated(all_names(entry)) == [], entry["name"]
        shared = {word for word in all_names(entry) if counts[word] > 1 or word in agencies}
        assert shared <= set(entry.get("ambiguous", ())), entry["name"]


def test_words_of_states() -> None:
    """What also stands in states.toml is the name of a body of that very state."""
    keys = ("names", "adjectives", "people", "seats", "buildings")
    for entry in ORGANISATIONS:
        owners = {
            state["name"]
            for state in terms("states")["state"]
            for word in all_names(entry)
            if word == state["name"] or any(word in state.get(key, ()) for key in keys)
        }
        assert owners <= {entry.get("state")}, entry["name"]


@pytest.mark.parametrize("example", terms("organisations")["examples"])
def test_organisations_of_examples(example: str) -> None:
    """The marked words name organisations, longest first, and nothing else does."""
    marks = marked(example)
    known = {name for entry in ORGANISATIONS for name in all_names(entry) if name not in entry.get("ambiguous", ())}
    longest = sorted(known, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    assert pattern.findall(marks.text) == list(marks.words("organisation"))
