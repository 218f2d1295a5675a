"""Which two phrases set side by side mean one: "Ilka Brandt, the trade minister," and "the minister, Ilka Brandt"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from memcon.annotate.parties.entities import sort_of
from memcon.annotate.parties.nominals import Nominal
from memcon.annotate.tree import Tree
from memcon.core.terms import listed

_CLOSING = re.compile(r"\s*[,.;)–—]")


def find_appositions(tree: Tree, nominals: Sequence[Nominal]) -> dict[int, Nominal]:
    """For the head word of a nominal the one beside it that means the same, each having one such at most."""
    beside: dict[int, Nominal] = {}
    for left, right in (*_by_tree(tree, nominals), *_by_comma(tree, nominals)):
        if left.head not in beside and right.head not in beside:
            beside[left.head], beside[right.head] = right, left
    return beside


def _by_tree(tree: Tree, nominals: Sequence[Nominal]) -> Iterator[tuple[Nominal, Nominal]]:
    by_head = {nominal.head: nominal for nominal in nominals}
    for nominal in nominals:
        other = by_head.get(tree.heads[nominal.head]) if tree.relations[nominal.head] == "appos" else None
        if other is not None and _may_be_one(other, nominal) and not _parted(tree, other, nominal):
            yield other, nominal


def _parted(tree: Tree, one: Nominal, other: Nominal) -> bool:
    """Whether a verb stands between two phrases, as of "Brandt received the minister" trees now and then forget."""
    first, second = sorted((one, other), key=lambda each: each.start)
    between = tree.inside(first.end, second.start)
    return any(tree.upos[n] == "VERB" and tree.relations[n] in {"root", "conj", "ccomp"} for n in between)


def _by_comma(tree: Tree, nominals: Sequence[Nominal]) -> Iterator[tuple[Nominal, Nominal]]:
    """A person's name and description with a comma between, where the tree does not say."""
    begins = {nominal.start: nominal for nominal in nominals}
    for left in nominals:
        match = _comma().match(tree.text, left.whole)
        right = begins.get(match.end()) if match else None
        if (
            right is None
            or {left.kind, right.kind} != {"name", "description"}
            or not left.type == right.type == "person"
        ):
            continue
        subject = tree.relations[right.head].startswith("nsubj")  # "after she met Brandt, the envoy said"
        if not subject or _CLOSING.match(tree.text, right.whole):
            yield left, right


@cache
def _comma() -> re.Pattern[str]:
    """A comma, a dash or a bracket, with a word by which a description is one of a certain time, if there is one."""
    return re.compile(rf"\s*[,–—(]\s*(?:(?:{'|'.join(sorted(listed('roles', 'passing')))})\s+)?")


def _may_be_one(left: Nominal, right: Nominal) -> bool:
    kinds = {left.kind, right.kind}
    party = left.type is not None and sort_of(left.type) == sort_of(right.type)
    return party and "pronoun" not in kinds and kinds != {"name"}
