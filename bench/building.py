"""What it takes to build a record, stage by stage: `python -m bench.building DB [REPORT]`.

A clock is put around the functions where the pipeline finds them, and the pipeline is run as it is. With a report it is
added first, and its annotating is counted apart.
"""

import gc
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time

import msgspec

import memcon
from bench.process import peak
from bench.stages import clocked
from bench.stories import YEARS, Renaming, renaming, write_stories
from memcon import align, ingest, record, trace
from memcon.core.annotation import Annotations, Referent
from memcon.core.document import Received
from memcon.core.ids import DocumentId, StatementId, digest
from memcon.core.issues import read_issues
from memcon.pipeline import adding
from memcon.store import Store

STAGES = {
    "load": "reading the file",
    "compare": "comparing",
    "keep": "keeping what was compared",
    "derive": "deriving",
    "families": "families and origins",
    "parties": "aligning parties",
    "utterances": "aligning utterances",
    "acts": "aligning acts",
    "damage": "damage between reports",
    "build": "entries",
}
MADE = ("documents", "entries", "statements", "derivations", "families", "parties")


def main() -> None:
    """Print what `built` gives as JSON."""
    print(json.dumps(built(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])))


def built(file: Path, reports: list[Path]) -> dict[str, float]:
    """Seconds of processor time of each stage and of the brief, megabytes at their highest, and how much was made.

    `more` is what adding and building took beyond the annotating.
    """
    gc.set_threshold(*gc.get_threshold()[:2], 1_000)  # as the command line does
    spent: dict[str, float] = defaultdict(float)
    for name in ("documents", "annotations", "fingerprints", "comparisons"):
        clocked(Store, name, "load", spent, clock=process_time)
    for owner, name, stage in (
        (Store, "keep", "keep"), (Store, "put", "put"), (adding.Annotator, "__call__", "annotate"),
        (trace, "compare", "compare"), (trace, "derive", "derive"), (trace, "families", "families"),
        (trace, "origins", "families"), (align, "align_parties", "parties"), (align, "align_utterances", "utterances"),
        (align, "align_acts", "acts"), (trace, "damage", "damage"), (record, "build", "build"),
    ):  # fmt: skip
        clocked(owner, name, stage, spent, clock=process_time)
    begun = process_time()
    with memcon.open(file, create=False) as opened:
        if reports:
            opened.add(reports)
        made = opened.record()
        whole = process_time() - begun
        opened.brief()
        brief = process_time() - begun - whole
    counts = {part: len(getattr(made, part)) for part in MADE}
    return {
        **{stage: spent[stage] for stage in STAGES},
        **{f"made {part}": count for part, count in counts.items()},
        "all": whole,
        "more": whole - spent["annotate"],
        "brief": brief,
        "peak": peak() / 1e6,
    }


def write_record(file: Path, read: Path, *, stories: int, count: int) -> None:
    """A record of so many reports: of stories, told again of other people, places and years as often as it takes.

    Args:
        read: Where the record of the stories themselves is, or is made: the only one that is annotated.
    """
    told = read.with_suffix(".jsonl")
    new = not read.exists()
    with memcon.open(read) as opened:
        if new:
            write_stories(told, stories)
            opened.add([told])
        known = {one.path: one for one in opened.documents()}
        seen = opened.annotations()
    version = adding.Annotator(None, read_issues(None)).version
    with Store.open(file, create=True) as store, ingest.Extractor() as extractor:
        for item, others in islice(_again(told, extractor), count):
            line = (item.document.path or "").rpartition(":")[2]
            annotations = renamed(seen[known[f"{told}:{line}"].id], others, item.document.id)
            prints = trace.fingerprint(item.document, annotations)
            store.put(item, annotations, prints, version=version, at="2031-05-04T00:00:00+00:00")


def _again(told: Path, extractor: ingest.Extractor) -> Iterator[tuple[Received, Renaming]]:
    """The reports, then the same of others, and so on."""
    for number in range(len(YEARS)):
        others = renaming(number)
        again = told.with_name(f"{told.stem}-{number}.jsonl")
        again.write_text(others.text(told.read_text(encoding="utf-8")), encoding="utf-8")
        for source in ingest.find([str(again)]):
            assert isinstance(source, ingest.Source)
            for item in ingest.read(source, extractor=extractor):
                assert isinstance(item, Received)
                yield item, others


def renamed(annotations: Annotations, others: Renaming, document: DocumentId) -> Annotations:
    """What is seen in a report that is told of others."""
    values = others.values(msgspec.to_builtins(annotations))
    text = msgspec.json.encode(values).replace(annotations.document.encode(), document.encode())
    made = msgspec.json.decode(text, type=Annotations)
    statements = tuple(replace(one, id=StatementId(digest(document, one.id))) for one in made.statements)
    occurrences = tuple(replace(one, parties=tuple(sorted(one.parties))) for one in made.occurrences)
    referents = (replace(one, names=tuple(sorted(one.names))) for one in made.referents)
    return replace(made, statements=statements, occurrences=occurrences, referents=tuple(sorted(referents, key=_name)))


def _name(referent: Referent) -> str:
    return referent.name


if __name__ == "__main__":
    main()
