"""Makes the collections, runs the methods and shows the results: `python -m bench.derivation --help`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from bench.derivation import exchange, public
from bench.derivation.collection import Collection, digest, generate
from bench.derivation.growth import METHODS as GROWN
from bench.derivation.growth import SIZES, Run, grown
from bench.derivation.methods import METHODS, MissingLibraryError
from bench.derivation.page import Outcome, Setting, markdown, plain, table
from bench.derivation.scoring import Result, score
from bench.derivation.sources import Part


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table or JSON, and write what else is wanted."""
    chosen = _parser().parse_args(arguments)
    data = Path(chosen.data) if chosen.data else None
    part: Part = chosen.part
    absent: list[str] = []
    growth = [*_grown(chosen.growth, chosen.seed, absent)]
    made = generate(data, pairs=chosen.pairs, seed=chosen.seed)
    if chosen.export:
        exchange.write(chosen.export, made[part])
    results = [*_run(chosen.method, made[part], made["dev"], absent)]
    if chosen.predicted:
        results.append(score(chosen.predicted.stem, made[part], exchange.read(chosen.predicted, made[part])))
    figures, missing = public.measure(data) if chosen.public and data else ((), ())
    outcome = Outcome(
        _setting(made[part], part, chosen.seed, data), tuple(results), figures, (*absent, *missing), tuple(growth)
    )
    print(json.dumps(plain(outcome), indent=2, ensure_ascii=False) if chosen.json else table(outcome))
    if chosen.write:
        chosen.write.parent.mkdir(parents=True, exist_ok=True)
        chosen.write.write_text(markdown(outcome), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.derivation", description="Who derived from whom, and who finds it."
    )
    parser.add_argument(
        "--data", default=os.environ.get("MEMCON_DATA"), help="folder of public data; default $MEMCON_DATA"
    )
    parser.add_argument("--pairs", type=int, default=2000, help="edges to make, half of them dev (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1979, help="default %(default)s")
    parser.add_argument("--part", choices=("test", "dev"), default="test", help="what to report (default %(default)s)")
    parser.add_argument("--method", choices=(*METHODS, "all", "none"), default="all", help="default %(default)s")
    parser.add_argument("--public", action="store_true", help="also measure on two public collections")
    parser.add_argument(
        "--growth", type=_sizes, nargs="?", const=SIZES, default=(), metavar="SIZES",
        help=f"also measure tracing at so many documents (without sizes {','.join(map(str, SIZES))})",
    )  # fmt: skip
    parser.add_argument("--export", type=Path, metavar="DIR", help="write documents, edges, families and credits")
    parser.add_argument("--predicted", type=Path, metavar="FILE", help="also score these edges, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write a page in Markdown")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def _grown(sizes: Sequence[int], seed: int, absent: list[str]) -> Iterator[Run]:
    """Before anything else: a child's memory counts from what its parent has."""
    for method in GROWN if sizes else ():
        try:
            yield from grown(method, sizes, seed, step=_step)
        except MissingLibraryError as error:
            absent.append(f"{method}: {error}")


def _run(
    method: str, collections: Sequence[Collection], dev: Sequence[Collection], absent: list[str]
) -> Iterator[Result]:
    for name in METHODS if method == "all" else [method] if method != "none" else []:
        try:
            with _step(name):
                runs = METHODS[name](collections, dev)
        except MissingLibraryError as error:
            absent.append(f"{name}: {error}")
            runs = []
        for run in runs:
            yield score(run.method, collections, run.answers)


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Progress on standard error: what is running, and how long it took."""
    begun = perf_counter()
    print(f"{name} … ", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print(f"{perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)


def _setting(collections: Sequence[Collection], part: Part, seed: int, data: Path | None) -> Setting:
    return Setting(
        part,
        seed,
        pairs=sum(len(one.edges) for one in collections),
        collections=len(collections),
        documents=sum(len(one.documents) for one in collections),
        texts="public data and the project’s own texts" if data else "the project’s own texts",
        digest=digest(collections),
    )


if __name__ == "__main__":
    main()
