"""How well acts are found: in sentences written for it, in real readouts, in text that has none, and on the gold.

In come folders and readings; out come `Score`s, each with the digest of what it was measured on.

- `test_…`, `dev_…`: the sentences of `examples/acts`. A found act is right if one of its kind is marked whose trigger
  is the same word or stands near it; each marked act counts once. Of the acts found right, the share whose status and
  whose type is the marked one; and of every role that is marked or filled, whether the two overlap.
- `titles_…`, `readouts_commitments_f1`: real readouts, as `actreadouts` says.
- `plain_…`: sentences of text that is about other things; the share of them in which no act of the kind is found.
- The gold, as `actgold` says.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from memcon.core.act import KINDS, Act, ActKind
from memcon.core.annotation import Annotations
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.evaluate import actreadouts, corpora
from memcon.evaluate.actcorpus import GoldAct, Sentence, read_acts
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts, f1, interval, recall
from memcon.evaluate.scoreboard import Score
from memcon.evaluate.tally import Measure, Tally, add, scored
from memcon.evaluate.timecorpora import dated

Reader = Callable[[Document], Annotations]
"""Sees what is in a document; so a test can put something else in memcon's place."""

PARTS = ("test", "dev")
NAMES = frozenset(
    {"titles_type", "titles_participants", "titles_date", "titles_right", "readouts_commitments_f1"}
    | {f"plain_without_{kind}" for kind in KINDS}
)
"""Every figure on public corpora."""
GOLD = (
    Measure("engagements_f1", "engagements", f1),
    Measure("requests_f1", "requests", f1),
    Measure("commitments_f1", "commitments", f1),
    Measure("channels_reached", "channels_reached", recall),
    Measure("incidents_reached", "incidents_reached", recall),
)

_APART = 24  # code points between two words that may both be taken for one trigger: "held talks"
_TIMED = frozenset({"engagement", "channel", "incident", "measure"})  # kinds whose time is a role of theirs
_UNMARKED = frozenset({"outcome", "description", "precedent"})
"""Roles that the sentences were marked without."""
_SCORED = {"visitor": "participant", "host": "participant"}
PLAIN, _LEARNT = 2, 4
"""Of the domestic readouts every second one is learnt from, by its id, and of EWT's train part every fourth sentence;
the others are measured on."""


def packaged() -> Reader:
    """What memcon itself sees, with the weights it ships."""
    from memcon.annotate import annotate
    from memcon.language.packaged import Packaged
    from memcon.language.weights import Weights

    language = Packaged(Weights())
    return lambda document: annotate(document, language.read(document)[0])[0]


def measure(data: Path | None, examples: Path, reader: Reader | None = None) -> Iterator[tuple[Score, str]]:
    """Every figure for which there are texts, with the SHA-256 of those.

    Args:
        data: Folder of public data.
        examples: Folder of marked sentences, with the marks on readouts.
    """
    see = reader or packaged()
    for part in PARTS:
        sentences = read_acts(examples / part)
        if sentences:
            digest = corpora.digest(sorted((examples / part).glob("*.txt")))
            read = [(one, see(document(one)).acts) for one in sentences]
            yield from ((score, digest) for score in sentence_scores(f"{part}_", read))
    if data is None:
        return
    marks = examples / "readouts"
    if (marks / "titles.tsv").exists() and (data / "readouts/diplomatic.jsonl").exists():
        digest = corpora.digest([*sorted(marks.glob("*.tsv")), data / "readouts/diplomatic.jsonl"])
        yield from ((score, digest) for score in _readouts(data, marks, see))
    if texts := list(_plain(data, examples)):
        digest = sha256("".join(one.text for one in texts).encode()).hexdigest()
        yield from ((score, digest) for score in _quiet(texts, see))


def document(sentence: Sentence) -> Document:
    """A sentence as a report of its own."""
    made = corpora.document(sentence.text, headline=sentence.headline)
    return dated(made, PartialDate(sentence.published))


def sentence_scores(prefix: str, read: Sequence[tuple[Sentence, Sequence[Act]]]) -> Iterator[Score]:
    """F1 of every kind, their mean, and how often status, type and roles of what is found are right."""
    each = [tally([one]) for one in read]

    for kind in KINDS:
        yield _score(f"{prefix}{kind}_f1", each, partial(_over, kind, f1), _of(each, kind))
    marked = [counts for kind in KINDS for counts in _of(each, kind)]
    yield _score(f"{prefix}macro_f1", each, _macro, marked)
    for name in ("status", "type"):
        yield _score(f"{prefix}{name}_accuracy", each, partial(_over, name, recall), _of(each, name))
    yield _score(f"{prefix}roles_f1", each, partial(_over, "roles", f1), _of(each, "roles"))


def _of(units: Sequence[Tally], counted: str) -> list[Counts]:
    return [counts for unit in units for own in unit.get(counted, {}).values() for counts in own]


def _over(counted: str, statistic: Callable[[Sequence[Counts]], float], units: Sequence[Tally]) -> float:
    return statistic(_of(units, counted))


def _macro(units: Sequence[Tally]) -> float:
    return sum(_over(kind, f1, units) for kind in KINDS) / len(KINDS)


def tally(sentences: Iterable[tuple[Sentence, Sequence[Act]]]) -> Tally:
    """Counts by measure and file."""
    counted: Tally = {}
    for sentence, acts in sentences:
        place = ("acts", sentence.file)
        pairs, missed, extra = paired(sentence.acts, acts)
        for marked, act in pairs:
            add(counted, marked.kind, place, HIT)
            add(counted, "status", place, HIT if marked.status == act.status else WRONG)
            add(counted, "type", place, HIT if marked.type == act.type else WRONG)
            for counts in _roles(marked, act):
                add(counted, "roles", place, counts)
        for marked in missed:
            add(counted, marked.kind, place, MISS)
        for act in extra:
            add(counted, act.kind, place, SPURIOUS)
    return counted


def paired(
    marked: Sequence[GoldAct], acts: Sequence[Act]
) -> tuple[list[tuple[GoldAct, Act]], list[GoldAct], list[Act]]:
    """Marked acts with those found for them, the nearest first; and what is left of either."""
    near = sorted(
        (_apart(one, act), n, m)
        for n, one in enumerate(marked)
        for m, act in enumerate(acts)
        if one.kind == act.kind and _apart(one, act) <= _APART
    )
    pairs: dict[int, int] = {}
    for _, n, m in near:
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return (
        [(marked[n], acts[m]) for n, m in sorted(pairs.items())],
        [one for n, one in enumerate(marked) if n not in pairs],
        [act for m, act in enumerate(acts) if m not in pairs.values()],
    )


def _apart(marked: GoldAct, act: Act) -> int:
    return max(marked.start - act.trigger.end, act.trigger.start - marked.end, 0)


def _roles(marked: GoldAct, act: Act) -> Iterable[Counts]:
    found = [
        (_SCORED.get(one.role, one.role), one.anchor.start, one.anchor.end)
        for one in act.arguments
        if one.role not in _UNMARKED
    ]
    if act.time is not None and act.kind in _TIMED:
        found.append(("time", act.time.start, act.time.end))
    if act.duration is not None and act.kind == "engagement":
        found.append(("duration", act.duration.start, act.duration.end))
    wanted = [(role, start, end) for role, places in marked.roles.items() for start, end in places]
    for role, start, end in wanted:
        hit = any(one == role and start < stop and begin < end for one, begin, stop in found)
        yield HIT if hit else MISS
    for role, begin, stop in found:
        if not any(one == role and start < stop and begin < end for one, start, end in wanted):
            yield SPURIOUS


def _readouts(data: Path, marks: Path, see: Reader) -> Iterator[Score]:
    counted: Tally = {}
    for readout in actreadouts.titles(data, marks):
        for name, counts in actreadouts.title_counts(readout, see(readout.document)).items():
            add(counted, name, ("readouts", readout.document.text[:80]), counts)
    for text in actreadouts.promises(data, marks):
        for counts in actreadouts.commitment_counts(text, see(text.document)):
            add(counted, "promised", ("readouts", text.document.text[:80]), counts)
    measures = [Measure(f"titles_{name}", name, recall) for name in ("type", "participants", "date")]
    whole = Measure("titles_right", "title", recall)
    yield from scored((*measures, whole, Measure("readouts_commitments_f1", "promised", f1)), counted, {})


def learnt(web: Path, marked: Path, *, other: bool = False) -> Iterator[corpora.Sentence]:
    """The sentences of EWT's train part from which the head learns what is no act; or the `other` ones.

    Args:
        marked: Folder with the table of those whose acts are marked, which are neither.
    """
    table = marked / "ewt.tsv"
    known = (
        {line.split("\t")[0] for line in table.read_text(encoding="utf-8").splitlines()} if table.exists() else set()
    )
    for number, sentence in enumerate(corpora.treebank(web)):
        if sentence.name not in known and (number % _LEARNT > 0) == other:
            yield sentence


def _plain(data: Path, examples: Path) -> Iterator[Document]:
    """Text about other things that no head has learnt from: web, encyclopaedias, meetings at home."""
    for part in ("dev", "test", "train"):
        path = data / f"ewt/en_ewt-ud-{part}.conllu"
        if path.exists():
            given = learnt(path, examples / "real", other=True) if part == "train" else corpora.treebank(path)
            for own in corpora.documents(given):
                yield corpora.document("\n".join(" ".join(row.form for row in one.rows) for one in own))
    path = data / "ner/wikigold/wikigold.conll.txt"
    if path.exists():
        yield from (corpora.document(" ".join(words)) for words, _ in corpora.tagged(path))
    path = data / "readouts/domestic.jsonl"
    if path.exists():
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if int(row["id"], 16) % PLAIN:
                made = corpora.document(f"{row['title']}\n{row['text']}", headline=True)
                yield dated(made, PartialDate(row["date"]))


def _quiet(texts: Iterable[Document], see: Reader) -> Iterator[Score]:
    """For each kind the share of sentences without an act of it."""
    seen = [see(text) for text in texts]

    for kind in KINDS:
        share = partial(_without, kind)
        low, high = interval(seen, share)
        yield Score(f"plain_without_{kind}", share(seen), low, high, sum(len(one.sentences) for one in seen))


def _without(kind: ActKind, units: Sequence[Annotations]) -> float:
    sentences = sum(len(one.sentences) for one in units)
    return 1 - sum(act.kind == kind for one in units for act in one.acts) / max(sentences, 1)


def _score(
    name: str, units: Sequence[Tally], statistic: Callable[[Sequence[Tally]], float], items: Sequence[Counts]
) -> Score:
    return Score(name, statistic(units), *interval(units, statistic), n=sum(counts.gold for counts in items))
