"""The states of the world, by any word that names them."""

from functools import cache

from memcon.core.terms import terms


def folded(word: str) -> str:
    """A word as the lists here have it: small letters, no points, straight apostrophes."""
    return word.casefold().replace(".", "").replace("’", "'")


@cache
def state_words() -> dict[str, str]:
    """Every word for a state - name, adjective, people, seat - with the state's name; ambiguous ones left out."""
    return {
        **_listed("people", "adjectives", "seats", "names"),
        **{folded(state["name"]): state["name"] for state in terms("states")["state"]},
    }


@cache
def state_names() -> frozenset[str]:
    """Those of the words that can stand for the state or its government by themselves: names and seats."""
    return frozenset(_listed("seats", "names")) | {folded(state["name"]) for state in terms("states")["state"]}


@cache
def seats() -> frozenset[str]:
    """Those of the words that name a city, which stands for a government only where somebody acts."""
    return frozenset(_listed("seats")) - frozenset(_listed("names"))


@cache
def buildings() -> dict[str, str]:
    """Houses and streets that stand for a government, each with its state's name."""
    return _listed("buildings")


@cache
def longer_names() -> frozenset[str]:
    """Names that contain a state's and mean something else, such as a sea."""
    return frozenset(map(folded, terms("states")["not_states"]))


def _listed(*keys: str) -> dict[str, str]:
    return {
        folded(word): state["name"]
        for key in keys
        for state in terms("states")["state"]
        for word in state.get(key, ())
        if word not in state.get("ambiguous", ())
    }
