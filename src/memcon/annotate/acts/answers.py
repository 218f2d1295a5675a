"""How a request was answered, where the rest of its sentence says so: "invited her to Lima, and she accepted".

In: a request as its own words tell it. Out: its status with the reason, if whoever was asked answers in a later clause.
"""

from collections.abc import Sequence

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import status_word
from memcon.annotate.acts.setting import is_verb
from memcon.core.act import Argument
from memcon.core.terms import listed

_GIVEN = frozenset({"accepted", "declined"})


def answered(cast: Cast, trigger: int, arguments: Sequence[Argument], status: str) -> tuple[str, str] | None:
    """The answer to an open request and why; None if none is told."""
    if status != "open":
        return None
    tree = cast.tree
    asked = {one.party for one in arguments if one.role == "to" and one.party}
    for verb in range(trigger + 1, tree.sentence(trigger).stop):
        if not is_verb(tree, verb) or tree.relations[verb] not in {"conj", "parataxis"} or tree.negated(verb):
            continue
        subject = tree.child(verb, "nsubj")
        if subject is None or tree.child(verb, "xcomp", "ccomp") is not None:
            continue
        mention = cast.mentions.get(subject)
        theirs = tree.upos[subject] == "PRON" or (mention is not None and mention.name in asked)
        agrees = tree.lemmas[verb] in listed("acts/request", "answers", "agreeing")
        told = status_word(tree, verb, "request") or ("accepted" if agrees else "")
        if asked and theirs and told in _GIVEN:
            return told, f"“{tree.lower[verb]}”"
    return None
