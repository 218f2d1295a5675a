"""Whether a readout's two persons become parties with their names, offices and states.

The gold is read from titles, which are regular: “Readout of President X’s Call with Prime Minister Y of Z”. A title
that does not name exactly one person on either side, each with an office, and the state of the second, is left out.

What counts:
- A person is found if some referent of type person has a name that contains the person's, and an office equal to the
  title's. The person's name is the title's, or, if that is a surname alone, the longest name that follows the same
  office anywhere in the text (`Prime Minister Ylva Orrin` for `Prime Minister Orrin`). A name contains another if it
  has all its words in order; case, accents, full stops and `Jr.` make no difference, and initials need not be there.
  Offices are equal but for case, a state's name or adjective, and small words before them (`visiting Foreign
  Minister`). A referent that bears the names of both persons is neither.
- The side is found if the second person is, and that referent's side is the state of the title. The first person's
  side is not asked for: readouts seldom say it.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from memcon.core.annotation import Annotations, Referent
from memcon.core.document import Document
from memcon.core.states import folded, state_words
from memcon.evaluate import corpora
from memcon.evaluate.metrics import Counts

_OFFICES = sorted(
    (
        "President", "President-Elect", "Interim President", "Vice President", "First Vice President", "Prime Minister",
        "Deputy Prime Minister", "Prime Minister-Designate", "First Minister", "Premier", "Taoiseach", "Chancellor",
        "Vice Chancellor", "King", "Queen", "Crown Prince", "Crown Princess", "Amir", "Emir", "Sultan", "Pope",
        "Foreign Minister", "Deputy Foreign Minister", "Vice Foreign Minister", "Foreign Secretary", "Defense Minister",
        "Deputy Defense Minister", "Minister of Foreign Affairs", "Minister of Defense", "Minister for Foreign Affairs",
        "Finance Minister", "Minister of Strategic Affairs", "Minister of Finance", "Secretary of State",
        "National Security Advisor", "Deputy National Security Advisor", "Principal Deputy National Security Advisor",
        "National Security Adviser", "Homeland Security Advisor", "Chief Adviser", "Opposition Leader",
        "Secretary General", "Secretary-General", "First Lady", "Ambassador", "Speaker",
    ),
    key=len,
    reverse=True,
)  # fmt: skip
_STYLE = re.compile(r"(?:His|Her|Their) (?:Royal |Serene )?(?:Majesty|Highness|Excellency|Holiness),? ")
_WORD = r"(?:(?:[Aa]l|[Ee]l)-[A-Z][\w’'-]*|[A-Z][\w’'-]*\.?|bin|bint|ibn|al|el|de|da|dos?|del|van|von)"
_NAME = re.compile(rf"{_WORD}(?: {_WORD})*(?:,? Jr\.?)?")
_MEETING = r"(?:(?:[A-Z]\w+ ){0,2}(?:[Cc]all|[Mm]eeting)s?)"
_TITLES = (
    re.compile(rf"Readout of (?:the )?(.+?)(?:['’]s?)? {_MEETING} [Ww]ith (.+)"),
    re.compile(rf"(?:Joint )?Readout of (?:the |a )?{_MEETING} [Bb]etween (.+?) and (.+)"),
)
_READ = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a title names one; `state` by its usual name, None for the first of the two."""

    office: str
    name: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Readout:
    """A readout as a document, and the two persons its title names."""

    id: str
    document: Document
    persons: tuple[Named, Named]


def titled(title: str) -> tuple[Named, Named] | None:
    """The two persons that a title names; None unless it names two with their offices and the state of the second."""
    for pattern in _TITLES:
        if found := pattern.fullmatch(" ".join(title.split()).rstrip(".")):
            first, second = _person(found[1]), _person(found[2])
            if first and second and second.state:
                return replace(first, state=None), second
    return None


def read(path: Path, *, most: int = _READ) -> list[Readout]:
    """The readouts whose titles can be read; no more than `most`, evenly chosen by their ids."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["kind"] == "readout"]
    able = [(row, found) for row in sorted(rows, key=lambda row: str(row["id"])) if (found := titled(row["title"]))]
    step = max(len(able) / most, 1.0)
    chosen = [able[int(number * step)] for number in range(min(most, len(able)))]
    made = []
    for row, (first, second) in chosen:
        text = f"{row['title']}\n{row['text']}"
        persons = _fullest(first, text), _fullest(second, text)
        made.append(Readout(str(row["id"]), corpora.document(text, headline=True), persons))
    return made


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a readout's persons: the referent of each, None where there is none that counts."""

    readout: Readout
    referents: tuple[Referent | None, Referent | None]

    @property
    def persons(self) -> list[Counts]:
        """Whether each is found."""
        return [Counts(int(one is not None), 1, 1) for one in self.referents]

    @property
    def side(self) -> Counts:
        """Whether the second's state is."""
        referent = self.referents[1]
        return Counts(int(referent is not None and referent.side == self.readout.persons[1].state), 1, 1)

    @property
    def whole(self) -> Counts:
        """Whether all of it is."""
        return Counts(int(None not in self.referents and self.side.right == 1), 1, 1)


def judged(readout: Readout, annotations: Annotations) -> Judged:
    """Hold the parties that were found in a readout against its title."""
    first, second = readout.persons
    persons = [one for one in annotations.referents if one.type == "person"]
    return Judged(readout, (_match(first, second, persons), _match(second, first, persons)))


def faults(one: Judged, annotations: Annotations) -> Iterator[str]:
    """What is missing or wrong, a line each; below a person who is missing, the referents that share a word."""
    for person, referent in zip(one.readout.persons, one.referents, strict=True):
        if referent is None:
            yield f"{one.readout.id}: no party for {person}"
            words = set(_words(person.name))
            for other in annotations.referents:
                if any(words & set(_words(name)) for name in (other.name, *other.names)):
                    roles = ", ".join(f"{role.title} (of {role.of})" for role in other.roles)
                    yield f"    {other.type} {other.name!r} as {', '.join(other.names)}: {roles or 'no role'}"
        elif person.state and referent.side != person.state:
            yield f"{one.readout.id}: {person} has the side {referent.side}"


def _person(text: str) -> Named | None:
    """`Prime Minister Ylva Orrin of Norrow` or `Norrow Prime Minister Ylva Orrin`."""
    rest, state = _state(_STYLE.sub("", text.removeprefix("the ")))
    office = next((one for one in _OFFICES if rest.casefold().startswith(f"{one.casefold()} ")), None)
    name = rest[len(office) :].strip() if office else ""
    return Named(office, name, state) if office and _NAME.fullmatch(name) and not _office_in(name) else None


def _state(text: str) -> tuple[str, str | None]:
    """The text without the state before or behind it, and that state."""
    for found in re.finditer(r" of (?:the )?", text):
        if state := state_words().get(folded(text[found.end() :])):
            return text[: found.start()], state
    words = text.split()
    for size in range(min(4, len(words)), 0, -1):
        if state := state_words().get(folded(" ".join(words[:size]).removesuffix("’s").removesuffix("'s"))):
            return " ".join(words[size:]), state
    return text, None


def _office_in(name: str) -> bool:
    return any(re.search(rf"\b{office}\b", name, re.IGNORECASE) for office in _OFFICES)


def _fullest(person: Named, text: str) -> Named:
    """A person known by surname with the fullest name that the text gives after the same office."""
    if len(person.name.split()) > 1:
        return person
    pattern = rf"\b(?i:{person.office}) ((?:{_WORD} ){{1,5}}{re.escape(person.name)})(?![\w-])"
    names = [name for name in re.findall(pattern, text) if not _office_in(name)]
    return replace(person, name=max(names, key=len, default=person.name))


def _match(person: Named, other: Named, persons: Sequence[Referent]) -> Referent | None:
    for one in persons:
        names = (one.name, *one.names)
        mine = any(_contains(name, person.name) for name in names)
        if mine and not any(_contains(name, other.name) for name in names):
            offices = {_office(role.title) for role in one.roles}
            if _office(person.office) in offices:
                return one
    return None


def _contains(name: str, person: str) -> bool:
    words = iter(_words(name))
    return all(word in words for word in _words(person))


def _words(name: str) -> list[str]:
    """Words in small letters, without accents, initials and `Jr.`."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    words = (re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w'’-]+", plain.casefold()))
    return [word for word in words if len(word) > 1 and word != "jr"]


def _office(title: str) -> str:
    """An office without its state, articles and small adjectives, in one spelling."""
    words = title.split()
    while len(words) > 1 and words[0].islower():
        words = words[1:]
    rest = _state(" ".join(words))[0] or title
    return rest.casefold().replace("adviser", "advisor").replace("defence", "defense").replace("-", " ")
