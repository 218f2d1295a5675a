"""When two names count as one, for scoring: strict, since a lenient scorer hides faults, but fair to wording.

Words for states and the forms of agencies' names are those of `memcon.core`, since they are facts. The few lists of
common nouns are kept here, so that the measure stays the same when the vocabulary of what is measured grows.
"""

import re
import unicodedata
from functools import cache

from memcon.core.origins import origin_name
from memcon.core.states import state_words

_LEADING = frozenset("the a an this that these those his her its their our my some".split())
_JOINING = frozenset("of for in at to from by on with and or as who familiar briefed close".split())
_RANKS = frozenset(
    "president premier minister secretary undersecretary chancellor ambassador envoy king queen prince princess emir "
    "sultan pope senator representative congressman congresswoman lawmaker governor mayor speaker chairman "
    "chairwoman chair chief director head commissioner coordinator adviser advisor councilor councillor counsellor "
    "general admiral colonel commander captain marshal gen adm col capt lt judge justice professor prof mr mrs ms miss "
    "dr sir dame lord lady leader diplomat official spokesman spokeswoman spokesperson founder analyst expert".split()
)
_BODIES = frozenset(
    "ministry department government administration cabinet embassy consulate commission council committee parliament "
    "congress senate assembly agency office bureau presidency palace house army navy military police court party bank "
    "union alliance organisation organization association authority secretariat delegation guard".split()
)
_OFFICIALS = frozenset(
    "official spokesman spokeswoman spokesperson diplomat minister ambassador envoy adviser advisor aide analyst "
    "expert officer lawmaker negotiator delegate leader commander reporter journalist source".split()
)
_OF_A_STATE = frozenset(("government", "side"))
_ONE_OFFICE = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "advisor": "adviser", "defense": "defence"}
_CHANNELS = frozenset(
    "readout reading transcript statement communique release released issued published report account remarks meeting "
    "tweet post video interview".split()
)
_ADJECTIVE = re.compile(r"(?<=\w{4})(?:[aeiou]*(?:an|n|ese|ish|i|ic)|[aeiou]+)$")
_AGENCY_NOUNS = frozenset("news agency press wire newswire service newspaper the com".split())


def same_party(gold: str, predicted: str) -> bool:
    """Whether a predicted name stands for the party the gold names.

    Case, accents, punctuation, possessives, a leading determiner and middle initials make no difference, nor which word
    for a state is used: its name, adjective or seat of government. Then
    - the words are the same, in either order (`Venn Orla`);
    - one is the other with its title before it (`Foreign Secretary Tomas Orrin`) or, after a comma, behind it;
    - one is the capital initials of the other (`the U.R.` for the United Reaches);
    - one is the other's government or side (`the Norrow government`);
    - both are bodies or officials with the same head noun, each with some further word, and the words of one are among
      the words of the other (`Foreign Ministry` for `Norrow's Ministry of Foreign Affairs`), adjectives counting as
      the names they are made from (`Norrowan`).
    A surname does not stand for a full name, nor a body for its spokesperson.
    """
    left, right = _words(gold), _words(predicted)
    if not left or not right:
        return False
    return (
        sorted(_person(left)) == sorted(_person(right))
        or _titled(gold, predicted)
        or _titled(predicted, gold)
        or _abbreviates(gold, predicted)
        or _abbreviates(predicted, gold)
        or list(map(_stem, _state(left))) == list(map(_stem, _state(right)))
        or _same_body(left, right)
    )


def same_origin(gold: str, predicted: str) -> bool:
    """Whether two names stand for one newsroom: the same words, or the one's capital initials.

    Words such as `news` and `agency` make no difference; other forms of a known agency's name are known.
    """
    if origin_name(gold) == origin_name(predicted) or _words(gold) == _words(predicted):
        return True
    left = [word for word in _words(gold) if word not in _AGENCY_NOUNS]
    right = [word for word in _words(predicted) if word not in _AGENCY_NOUNS]
    return (bool(left) and left == right) or _abbreviates(gold, predicted) or _abbreviates(predicted, gold)


def same_relay(gold: str, predicted: str) -> bool:
    """Whether two descriptions may be of one channel.

    They may if the words of one, small words aside, are all among the other's; or if most are, once words for the kind
    of channel are left out: who published it tells more than whether it is called a readout or a statement.
    """
    left, right = set(_words(gold)) - _JOINING, set(_words(predicted)) - _JOINING
    if left <= right or right <= left:
        return bool(left and right)
    left, right = left - _CHANNELS, right - _CHANNELS
    return 2 * len(left & right) > min(len(left), len(right))


def same_role(gold: str, predicted: str) -> bool:
    """Whether two descriptions may be of one office: all words of one are the other's, small words and states aside."""
    left, right = (
        {word for word in _plain(role) if (word,) not in _states()} - _JOINING - _LEADING for role in (gold, predicted)
    )
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> list[str]:
    """Lower-case words without accents, possessives, full stops and a leading determiner, a state by its name."""
    words = [_ONE_OFFICE.get(word, word) for word in _plain(name)]
    while words and words[0] in _LEADING:
        words = words[1:]
    return _with_states(words)


def _plain(name: str) -> list[str]:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.findall(r"\w+", re.sub(r"[’']s?\b", "", plain.casefold()).replace(".", ""))


def _with_states(words: list[str]) -> list[str]:
    """The same words, each word for a state replaced by the state's name, the longest first."""
    states = _states()
    for length in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            if (name := states.get(tuple(words[start : start + length]))) is not None:
                return [*_with_states(words[:start]), *name, *_with_states(words[start + length :])]
    return words


@cache
def _states() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(_plain(word)): tuple(_plain(name)) for word, name in state_words().items()}


def _person(words: list[str]) -> list[str]:
    full = [word for word in words if len(word) > 1]
    return full if len(full) >= 2 else words


def _titled(longer: str, shorter: str) -> bool:
    """Whether `longer` is `shorter` and a title: before it, or after a comma."""
    name, comma, rest = longer.partition(",")
    core = _person(_words(shorter))
    if comma and _person(_words(name)) == core and _RANKS & set(_words(rest)):
        return len(core) > 1
    words = _person(_words(name if comma else longer))
    title, tail = words[: -len(core)], words[-len(core) :]
    if tail != core or not title or title[-1] in _JOINING | _LEADING:
        return False
    return bool(_RANKS & set(title)) and (len(core) > 1 or set(title) <= _RANKS)


def _abbreviates(short: str, long: str) -> bool:
    letters = "".join(part for part in re.findall(r"\w+", short) if part not in _LEADING and part != "The")
    initials = "".join(word[0] for word in _words(long) if word not in _JOINING).upper()
    return len(letters) > 1 and letters.isupper() and letters == initials


def _state(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 1 and words[-1] in _OF_A_STATE else words


def _same_body(left: list[str], right: list[str]) -> bool:
    head = _head(left)
    if head is None or head != _head(right):
        return False
    ours, theirs = _content(left), _content(right)
    return len(ours) > 1 and len(theirs) > 1 and (ours <= theirs or theirs <= ours)


def _head(words: list[str]) -> str | None:
    """The head noun of a body or of an official, in the singular; None for other names."""
    before = next((position for position, word in enumerate(words) if word in _JOINING), len(words))
    word = words[before - 1] if before else ""
    return next((noun for noun in (word, word.removesuffix("s")) if noun in _BODIES | _OFFICIALS), None)


def _content(words: list[str]) -> set[str]:
    return {_stem(word.removesuffix("s")) for word in words if word not in _JOINING | _LEADING}


def _stem(word: str) -> str:
    """What a place's name and the usual adjective made from it have in common, such as `norrow` and `norrowan`."""
    return _ADJECTIVE.sub("", word)
