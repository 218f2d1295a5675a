"""Whose session it is: a body's that was told just before, rather than a state's.

In: the acts of a document. Out: the same, where "its first session" and "it will be chaired by" are of the working
group of the sentence before, though the pronoun was taken for a state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.annotate.acts.cast import Cast
from memcon.core.act import Act, Argument

_SESSIONS = frozenset({"session", "sitting", "chair", "convene", "reconvene"})
"""Lemmas of what bodies do, and states do not."""
_IT = frozenset({"it", "its"})
_NEAR = 2
"""Sentences from the body to a pronoun that means it."""


def of_bodies(acts: Iterable[Act], cast: Cast) -> Iterator[Act]:
    """The acts, each session with the body that holds it."""
    body: tuple[int, str] | None = None
    for act in acts:
        n = cast.tree.at(act.trigger.start)
        sentence = cast.tree.sentences[n]
        if act.kind == "channel" and act.type == "working-group" and n in cast.mentions:
            body = sentence, cast.mentions[n].name
        near = body is not None and sentence - body[0] <= _NEAR
        if act.kind == "engagement" and near and body is not None and cast.tree.lemmas[n] in _SESSIONS:
            yield replace(act, arguments=tuple(sorted(_meant(one, body[1], cast) for one in act.arguments)))
        else:
            yield act


def _meant(one: Argument, body: str, cast: Cast) -> Argument:
    mention = cast.mentions.get(cast.tree.at(one.anchor.start))
    it = mention is not None and mention.type == "state" and cast.document.passage(one.anchor).casefold() in _IT
    return replace(one, party=body) if it else one
