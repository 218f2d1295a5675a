"""Gold: what a careful reader takes from a set of reports, read from YAML and checked against the reports themselves.

In comes a folder; out come `Gold` values. A set has two files: `NAME.yaml` names the folder of its reports, their
origins and the passages they share; `NAME.statements.yaml` lists every quoted span with its speaker. Each may be
missing. Every phrase and every offset must be true of its report, otherwise nothing is scored and a `GoldError` says
what to mend. A set may hold more than is scored here; phrases in those parts are checked too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from memcon.core.dates import PartialDate
from memcon.core.times import Duration
from memcon.evaluate.yamlgold import Node

_STATEMENTS = ".statements.yaml"
_MARKS = "“”„\"‘’'«»「」"
_LISTS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("engagements", "engagement", ("who", "side_a", "side_b"), ""),
    ("requests", "request", ("by",), "to"),
    ("commitments", "commitment", ("by",), "to"),
    ("channels", "channel", ("parties",), ""),
    ("incidents_and_measures", "", ("by",), "on"),
)
"""Lists of acts: their kind, unless each row tells it, and the keys of who acts and on whom."""
_VERDICTS = (
    ("corrupted", "damaged"), ("framing", "framing"), ("omission", "framing"), ("only one account", "framing"),
    ("leaves out", "framing"), ("same sense", "compatible"), ("wording differs", "compatible"),
    ("conflict", "conflict"), ("compatible", "compatible"), ("agree", "agree"),
)  # fmt: skip
"""What a reader's words for a verdict mean, the most telling first."""
_MINUTES = {"duration_minutes": 1, "duration_hours": 60}


@dataclass(frozen=True, slots=True)
class Report:
    """One of the reports the gold speaks of; `key` is what the gold calls it, usually its file's leading number."""

    key: str
    path: Path
    text: str
    origin: str | None = None
    published: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One quoted span, its quotation marks included.

    Attributes:
        report: Key of its report.
        start, end: Half-open, in code points of the report.
        speaker: None where the report names none.
        uttered: False for a heading or scare quote, which no speaker utters.
    """

    report: str
    start: int
    end: int
    speaker: str | None
    via: str | None
    addressee: str | None
    uttered: bool


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A party as one report has it.

    Attributes:
        report: Key of the report.
        name: The fullest it gives.
        type: As `memcon.core.annotation.PartyType`.
        role, side: Where it shows one.
    """

    report: str
    name: str
    type: str
    role: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase of a report, found."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldEngagement:
    """When a meeting, visit or call was, as far as the gold tells.

    Attributes:
        id: What the gold calls it; empty where it has no name.
        start, end: Local to the place, unless an offset is given.
        duration: As told, or the least and the most that the accounts allow.
        evidence: Where reports tell of it.
    """

    id: str
    start: PartialDate | None
    end: PartialDate | None
    duration: Duration | None
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class GoldEntry:
    """An act of any kind, as far as the gold tells: who, and where it stands in the end.

    Attributes:
        id: What the gold calls it; empty where it has no name.
        kind: `engagement`, `request`, `commitment`, `channel`, or `incident` and `measure`.
        status: In the gold's words; for a channel its state; empty where it has none.
        by: Who asks, promises or acts; of an engagement or a channel all its parties.
        to: Of whom, to whom, on whom.
        start: Of an engagement.
        evidence: Where reports tell of it.
    """

    id: str
    kind: str
    status: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    start: PartialDate | None
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class GoldDifference:
    """Accounts of one thing that differ.

    Attributes:
        entry, slot: What the gold calls them: `talks`, `duration`.
        values: What each report has, by its key.
        verdict: In the words of `memcon.core.discrepancy`; empty for one that is no disagreement.
        evidence: Where the reports say so; empty where the gold does not tell.
    """

    entry: str
    slot: str
    values: Mapping[str, str]
    verdict: str
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class GoldWording:
    """Where one report has its wording of an utterance; `optional` if a careful reader may keep it apart."""

    place: Place
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldVariants:
    """One utterance in several wordings.

    Attributes:
        speaker: None where it is disputed.
        best: Key of the report whose wording is to be quoted.
    """

    speaker: str | None
    best: str
    wordings: tuple[GoldWording, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """All that is known of one set of reports.

    Attributes:
        name: Of the set.
        folder: Where its reports lie.
        reports: By key.
        statements: None where nobody listed them.
        parties: Of each report; empty where nobody listed them.
        clusters: Origin group of each report, by key; None where nobody told them.
        derivations: Passages that retell each other.
        unrelated: Pairs of reports written independently.
        digest: SHA-256 of the gold files and the reports.
        engagements: Empty where nobody listed them.
        corruptions: The words that translation or spinning damaged.
        entries: Every act that is listed, of whatever kind.
        differences: Disagreements, and differences that are none once they are normalised.
        variants: Utterances that the reports word differently.
    """

    name: str
    folder: Path
    reports: Mapping[str, Report]
    statements: tuple[GoldStatement, ...] | None
    parties: tuple[GoldParty, ...]
    clusters: Mapping[str, str] | None
    derivations: tuple[tuple[Place, Place], ...]
    unrelated: tuple[tuple[str, str], ...]
    digest: str
    engagements: tuple[GoldEngagement, ...] = ()
    corruptions: tuple[Place, ...] = ()
    entries: tuple[GoldEntry, ...] = ()
    differences: tuple[GoldDifference, ...] = ()
    variants: tuple[GoldVariants, ...] = ()


def read_gold(folder: Path, *, pattern: str = "*.yaml") -> tuple[Gold, ...]:
    """Every set of gold in a folder, by name; empty if there is none.

    Raises:
        GoldError: A file cannot be used as it stands.
    """
    names = {path.name.removesuffix(_STATEMENTS).removesuffix(".yaml") for path in folder.glob(pattern)}
    return tuple(_set(folder, name) for name in sorted(names))


def _set(folder: Path, name: str) -> Gold:
    whole, listed = folder / f"{name}.yaml", folder / f"{name}{_STATEMENTS}"
    files = [path for path in (whole, listed) if path.exists()]
    nodes = [Node.load(path) for path in files]
    reports_at = _folder(nodes)
    told = nodes[0] if files[0] == whole else None
    reports = _reports(told, nodes, reports_at)
    for node in nodes:
        _check_phrases(node, reports)
    statements = nodes[-1].need("statements") if files[-1] == listed else None
    return Gold(
        name=name,
        folder=reports_at,
        reports=reports,
        statements=None if statements is None else tuple(_statement(row, reports) for row in statements.items()),
        parties=tuple(_parties(told)) if told else (),
        clusters=_clusters(told, reports),
        derivations=_derivations(told, reports),
        unrelated=_unrelated(told, reports),
        digest=_digest([*files, *(report.path for report in reports.values())]),
        engagements=tuple(_engagements(told, reports)) if told else (),
        corruptions=tuple(_corruptions(told, reports)) if told else (),
        entries=tuple(_entries(told, reports)) if told else (),
        differences=tuple(_differences(told, reports)) if told else (),
        variants=tuple(_variants(told, reports)) if told else (),
    )


def _folder(nodes: list[Node]) -> Path:
    for node in nodes:
        if (named := node.get("folder")) is not None:
            folder = Path(node.path).parent / named.text()
            if not folder.is_dir():
                raise named.error(f"the folder of its reports, {named.text()}, is not there")
            return folder
    raise nodes[0].error("it does not say where its reports lie: add `folder:`, a path relative to this file")


def _reports(told: Node | None, nodes: list[Node], folder: Path) -> dict[str, Report]:
    """The reports that the gold lists, or those whose file names begin with the keys its rows use."""
    listed = told.get("reports") if told else None
    if listed is not None:
        return {key: _report(row, key, folder / row.need("file").text()) for key, row in listed.entries()}
    rows = [row for node in nodes for row in node.need("statements").items()]
    return {key: _report(row, key, _named(row, key, folder)) for row in rows for key in [row.need("report").text()]}


def _named(row: Node, key: str, folder: Path) -> Path:
    found = sorted(path for path in folder.iterdir() if path.name.startswith(key) and ".meta." not in path.name)
    if len(found) != 1:
        raise row.error(f"{len(found)} files in {folder} begin with {key}; there must be one")
    return found[0]


def _report(row: Node, key: str, path: Path) -> Report:
    if not path.is_file():
        raise row.error(f"the report {path.name} is not in {path.parent}")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise row.error(f"the report {path.name} is not UTF-8, so offsets into it mean nothing") from error
    origin = row.get("wire") or row.get("origin")
    return Report(key, path, text, origin.text() if origin else None, row.date("published"))


def _statement(row: Node, reports: Mapping[str, Report]) -> GoldStatement:
    report = _of(row.need("report"), reports)
    start, end = row.need("start").number(), row.need("end").number()
    words = row.need("first_words").text()
    if not _is_quotation(report.text, start, end, words):
        span = report.text[start:end]
        raise row.error(f"{start}-{end} of report {report.key} is {span!r:.60}, not the quotation {words!r}; mend it")
    return GoldStatement(
        report.key,
        start,
        end,
        speaker=row.optional("speaker"),
        via=row.optional("via"),
        addressee=row.optional("addressee"),
        uttered=not row.flag("not_a_statement"),
    )


def _parties(told: Node) -> Iterator[GoldParty]:
    """The parties of every report that lists them."""
    listed = told.get("reports")
    for key, report in listed.entries() if listed else ():
        parties = report.get("parties")
        for row in parties.items() if parties else ():
            name, type_ = row.need("name").text(), row.need("type").text()
            yield GoldParty(key, name, type_, row.optional("role"), row.optional("side"))


def _engagements(told: Node, reports: Mapping[str, Report]) -> Iterator[GoldEngagement]:
    listed = told.get("engagements")
    for row in listed.items() if listed else ():
        yield GoldEngagement(
            row.optional("id") or "",
            row.date("start"),
            row.date("end"),
            _duration(row),
            _evidence(row, reports),
        )


def _entries(told: Node, reports: Mapping[str, Report]) -> Iterator[GoldEntry]:
    """The acts of every list, in the order of the lists."""
    for name, kind, by, to in _LISTS:
        listed = told.get(name)
        for row in listed.items() if listed else ():
            yield GoldEntry(
                row.optional("id") or "",
                kind or row.need("kind").text(),
                row.optional("status") or row.optional("state") or "",
                _names(row, *by),
                _names(row, to),
                row.date("start") if name == "engagements" else None,
                _evidence(row, reports),
            )


def _differences(told: Node, reports: Mapping[str, Report]) -> Iterator[GoldDifference]:
    """Disagreements first, then what is none."""
    for name in ("disagreements", "pseudo_disagreements"):
        listed = told.get(name)
        for row in listed.items() if listed else ():
            entry, _, slot = row.need("on").text().partition(".")
            yield GoldDifference(
                entry,
                slot,
                {_of_key(key, row, reports): value.text() for key, value in row.need("values").entries()},
                _verdict(row) if name == "disagreements" else "",
                _evidence(row, reports),
            )


def _of_key(key: str, row: Node, reports: Mapping[str, Report]) -> str:
    if key not in reports:
        raise row.error(f"there is no report {key!r} in this gold")
    return key


def _verdict(row: Node) -> str:
    """The verdict in memcon's words, from the reader's own and from the type, where one is given."""
    told, kind = row.need("verdict").text(), row.optional("type") or ""
    for words, verdict in _VERDICTS:
        if words in told or words == kind:
            return verdict
    raise row.error(f"the verdict {told!r} is not one of {', '.join(words for words, _ in _VERDICTS)}")


def _names(row: Node, *keys: str) -> tuple[str, ...]:
    """The names under some keys, each of which holds one or several."""
    found = [node for key in keys if key and (node := row.get(key)) is not None]
    return tuple(one.text() for node in found for one in (node.items() if isinstance(node.value, list) else (node,)))


def _evidence(row: Node, reports: Mapping[str, Report]) -> tuple[Place, ...]:
    listed = row.get("evidence")
    return tuple(
        _place(one, _of(one.need("report"), reports), one.need("phrase")) for one in (listed.items() if listed else ())
    )


def _duration(row: Node) -> Duration | None:
    """One length, or the least and the most, in minutes or hours."""
    for key, unit in _MINUTES.items():
        if node := row.get(key):
            told = [one.quantity() for one in node.items()] if isinstance(node.value, list) else [node.quantity()]
            if len(told) > 2 or told != sorted(told):
                raise node.error("one length is expected here, or the least and the most")
            low, high = told[0] * unit, told[-1] * unit
            return Duration(f"PT{high:g}M", low, high)
    return None


def _is_quotation(text: str, start: int, end: int, words: str) -> bool:
    """Whether a span runs from a quotation mark before these words to one, or, left open, to a paragraph's end."""
    if not 0 <= start < end <= len(text):
        return False
    closed = text[end - 1] in _MARKS or text[end : end + 1] in {"", "\n", "\r"}
    bare = " ".join(text[start:end].lstrip(f"{_MARKS} ").split())
    return text[start] in _MARKS and closed and bare.startswith(" ".join(words.split()))


def _clusters(told: Node | None, reports: Mapping[str, Report]) -> dict[str, str] | None:
    origins = told.get("origins") if told else None
    if origins is None:
        return None
    clusters: dict[str, str] = {}
    for number, row in enumerate(origins.items()):
        for key in row.need("reports").items():
            if _of(key, reports).key in clusters:
                raise key.error(f"report {key.text()} has two origins")
            clusters[key.text()] = f"{number} {row.need('origin').text()}"
    if missing := sorted(set(reports) - set(clusters)):
        raise origins.error(f"no origin is given for report {missing[0]}")
    return clusters


def _derivations(told: Node | None, reports: Mapping[str, Report]) -> tuple[tuple[Place, Place], ...]:
    rows = told.get("derivations") if told else None
    return tuple(
        (
            _place(row, _of(row.need("a"), reports), row.need("phrase_a")),
            _place(row, _of(row.need("b"), reports), row.need("phrase_b")),
        )
        for row in (rows.items() if rows else ())
    )


def _unrelated(told: Node | None, reports: Mapping[str, Report]) -> tuple[tuple[str, str], ...]:
    rows = told.get("unrelated_pairs") if told else None
    pairs = [[_of(key, reports).key for key in row.items()] for row in (rows.items() if rows else ())]
    if told and rows and any(len(pair) != 2 for pair in pairs):
        raise rows.error("each of `unrelated_pairs` must name two reports")
    return tuple((pair[0], pair[1]) for pair in pairs)


def _corruptions(told: Node, reports: Mapping[str, Report]) -> Iterator[Place]:
    """The damaged words within each phrase; the whole phrase where they are told otherwise than they stand there."""
    listed = told.get("corruptions")
    for row in listed.items() if listed else ():
        phrase, damaged = row.need("phrase"), row.need("damaged").text()
        place = _place(row, _of(row.need("report"), reports), phrase)
        at = phrase.text().find(damaged)
        yield place if at < 0 else Place(place.report, place.start + at, place.start + at + len(damaged))


def _variants(told: Node, reports: Mapping[str, Report]) -> Iterator[GoldVariants]:
    listed = told.get("quote_variants")
    for row in listed.items() if listed else ():
        wordings = tuple(
            GoldWording(_place(one, _of(one.need("report"), reports), one.need("phrase")), one.flag("optional"))
            for one in row.need("wordings").items()
        )
        yield GoldVariants(row.optional("speaker"), _of(row.need("best"), reports).key, wordings)


def _check_phrases(node: Node, reports: Mapping[str, Report]) -> None:
    """Find every `phrase` beside a `report`, however deep it lies."""
    for row in node.mappings():
        report, phrase = row.get("report"), row.get("phrase")
        if report is not None and phrase is not None:
            _place(row, _of(report, reports), phrase)


def _place(row: Node, report: Report, phrase: Node) -> Place:
    starts = [match.start() for match in re.finditer(re.escape(phrase.text()), report.text)]
    if not starts:
        raise phrase.error(f"report {report.key} does not contain {phrase.text()!r}")
    wanted = row.get("nth")
    if wanted is None and len(starts) > 1:
        raise phrase.error(f"report {report.key} contains {phrase.text()!r} {len(starts)} times; say which with `nth`")
    nth = wanted.number() if wanted else 1
    if not 1 <= nth <= len(starts):
        raise phrase.error(
            f"report {report.key} contains {phrase.text()!r} {len(starts)} times, so `nth` cannot be {nth}"
        )
    return Place(report.key, starts[nth - 1], starts[nth - 1] + len(phrase.text()))


def _of(key: Node, reports: Mapping[str, Report]) -> Report:
    if key.text() not in reports:
        raise key.error(f"there is no report {key.text()!r} in this gold")
    return reports[key.text()]


def _digest(paths: list[Path]) -> str:
    """Of the files' contents, in this order."""
    hashed = sha256()
    for path in paths:
        hashed.update(sha256(path.read_bytes()).digest())
    return hashed.hexdigest()
