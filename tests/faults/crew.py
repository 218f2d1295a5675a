"""Processes that are killed, and processes that write at once; run as `python -m tests.faults.crew`.

A single-threaded process of its own forks them, so that a kill takes milliseconds and not a start of Python.
It prints one line of JSON with what happened.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from memcon.errors import MissingRecordError
from memcon.store import Store
from memcon.store.connection import driver
from memcon.store.migrate import migrate
from memcon.store.schema import SCHEMA
from tests.unit.store.later import LATER, scripts
from tests.unit.store.reports import Offer, exported, offer, put


def main() -> None:
    """Does what the command line says: `kills` or `migrations`, FOLDER KILLS SEED; or `crowd`, RECORD DOCUMENTS."""
    what, place, *numbers = sys.argv[1:]
    works: dict[str, Callable[..., dict[str, Any]]] = {"kills": kills, "migrations": migrations, "crowd": crowd}
    told = works[what](Path(place), *map(int, numbers))
    sys.stdout.write(json.dumps(told) + "\n")


def kills(folder: Path, wanted: int, seed: int, *, length: int = 60) -> dict[str, Any]:
    """Kills a process that puts `length` documents, again and again; whenever it got through, with a new record."""
    chance = random.Random(seed)
    offers = [offer(number) for number in range(length)]
    with Store.open(folder / "uninterrupted.db", create=True) as store:
        for each in offers:
            put(store, each)
        expected = exported(store)
    told: dict[str, Any] = dict.fromkeys(("killed", "partial", "lost", "unsound", "different"), 0)
    told["stopped_at"] = []
    record, records, before = folder / "0.db", 0, 0
    while told["killed"] < wanted:
        acknowledged, killed = _interrupted(record, offers, chance.uniform(0, 0.2))
        told["killed"] += killed
        present, sound = _inspected(record)
        told["unsound"] += not sound
        told["partial"] += present != {each[0].document.id for each in offers[: len(present)]}
        told["lost"] += len(present) < max(acknowledged, before)
        before = len(present)
        if killed:
            told["stopped_at"].append(before)
        if not killed or before == length:
            with Store.open(record, create=True) as store:
                told["different"] += exported(store) != expected
            records, before = records + 1, 0
            record = folder / f"{records}.db"
    with Store.open(record, create=True) as store:
        for each in offers:
            put(store, each)
        told["different"] += exported(store) != expected
    return told


def migrations(folder: Path, wanted: int, seed: int) -> dict[str, Any]:
    """Kills a process that brings a record up to date, again and again, each time a record of the old version."""
    chance = random.Random(seed)
    later = scripts(folder)
    told: dict[str, Any] = dict.fromkeys(("killed", "old", "new", "between"), 0)
    while told["killed"] < wanted:
        record = folder / f"{told['killed']}-{told['new']}.db"
        with Store.open(record, create=True) as store:
            put(store, offer())
            expected = exported(store)
        worker = _forked(partial(migrate, record.resolve(), scripts=later, schema=LATER))
        time.sleep(chance.uniform(0, 0.2))
        os.kill(worker, signal.SIGKILL)
        told["killed"] += os.WIFSIGNALED(os.waitpid(worker, 0)[1])
        told[_state(record)] += 1
        for whole in (record.with_name(f"{record.name}.backup-{SCHEMA}"), record):
            if whole.exists() and not (whole == record and _state(record) == "new"):
                with Store.open(whole, create=False) as store:
                    told["between"] += exported(store) != expected or store.verify() != ()
    return told


def crowd(record: Path, documents: int) -> dict[str, Any]:
    """Two processes put the same documents while a third keeps reading until it has seen them all."""
    offers = [offer(number) for number in range(documents)]
    complete = {each[0].document.id: len(each[1].statements) for each in offers}

    def write(order: int) -> None:
        with Store.open(record, create=True) as store:
            for each in offers[::order]:
                put(store, each)

    def read() -> None:
        seen, deadline = 0, time.monotonic() + 60
        while seen < documents and time.monotonic() < deadline:
            try:
                store = Store.open(record, create=False)
            except MissingRecordError:
                continue
            with store, store.snapshot():
                counts = {each.document: len(each.statements) for each in store.annotations()}
                found = {document.id for document in store.documents()}
                prints = {each.document for each in store.fingerprints()}
            if found != set(counts) or found != prints or any(complete[one] != counts[one] for one in found):
                raise AssertionError("a torn read")
            if len(found) < seen:
                raise AssertionError("documents went away")
            seen = len(found)

    workers = [_forked(partial(write, order)) for order in (1, -1)] + [_forked(read)]
    failures = sum(os.waitpid(worker, 0)[1] != 0 for worker in workers)
    present, sound = _inspected(record)
    beside = sorted(path.name for path in record.parent.iterdir())
    return {"failures": failures, "present": len(present), "sound": sound, "beside": beside}


def _state(record: Path) -> str:
    """Whether a record is of the `old` version or of the `new`, or `between`: its tables and its two stamps."""
    connection = driver().connect(str(record))
    connection.execute("PRAGMA integrity_check")
    stamp = connection.execute("PRAGMA user_version").fetchone()[0]
    noted = int(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    coloured = any(column[1] == "colour" for column in connection.execute("PRAGMA table_info(judgement)"))
    connection.close()
    return {(SCHEMA, SCHEMA, False): "old", (LATER, LATER, True): "new"}.get((stamp, noted, coloured), "between")


def _interrupted(record: Path, offers: list[Offer], delay: float) -> tuple[int, bool]:
    """Starts putting, kills after `delay` seconds: how many puts had returned, and whether it was still running."""
    reading, writing = os.pipe()

    def work() -> None:
        with Store.open(record, create=True) as store:
            for each in offers:
                put(store, each)
                os.write(writing, b".")

    worker = _forked(work)
    os.close(writing)
    time.sleep(delay)
    os.kill(worker, signal.SIGKILL)
    killed = os.WIFSIGNALED(os.waitpid(worker, 0)[1])
    acknowledged = 0
    while dots := os.read(reading, 4096):
        acknowledged += len(dots)
    os.close(reading)
    return acknowledged, killed


def _inspected(record: Path) -> tuple[set[str], bool]:
    """The documents that are there, as a reader sees them, and whether all is as it was written."""
    try:
        with Store.open(record, create=False) as store:
            return {document.id for document in store.documents()}, store.verify() == ()
    except MissingRecordError:
        return set(), True


def _forked(work: Callable[[], None]) -> int:
    worker = os.fork()
    if worker:
        return worker
    try:
        work()
    except BaseException:  # noqa: BLE001 - a forked process must never return into the caller's program
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
