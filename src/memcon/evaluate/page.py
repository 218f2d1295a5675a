"""The page of published scores: a `Scoreboard` in, the whole of docs/explanation/scores.md out."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from memcon.core.act import KINDS
from memcon.evaluate import acts, events, speakers, times
from memcon.evaluate.scoreboard import Figure, Scoreboard

_GROUPS = (
    ("", "On the gold that was given"),
    ("example_", "On the project's invented example"),
    ("read_", "On invented reports of other events, read while rules were made"),
    ("unread_", "On as many more, not read while rules were made"),
    ("test_", "On invented sentences, not read while rules were made"),
    ("dev_", "On invented sentences, read while rules were made"),
)

_OPENING = """\
# Scores

<!-- Written by `memcon evaluate --write docs/explanation/scores.md`. -->

How well memcon does, measured by `memcon evaluate` on reports that people have read by hand.
Every value stands with its 95% interval, with what a naive method gets on the same reports, and with its floor: \
the value below which the quality gate stops a change.
Intervals are bootstrap percentiles over documents where there are at least five, and over single items otherwise.
With so few reports they are wide, and they say nothing about reports of another kind.
The invented example is part of the project, so anybody can repeat its figures from a checkout.
The gold that was given is the folder named with `--gold`, which need not be free to pass on.
The gold was known while memcon was written, so these are figures of a development set.
"""

_ON_CORPORA = speakers.NAMES | times.NAMES | acts.NAMES | events.NAMES

_SUITES = {
    "language": """\
What the packaged model sees in public annotated corpora that it was not trained on.
Beside each figure stands one that others published on the same corpus, often on another part or release of it, \
and mostly with far larger models.
Treebanks are read by their own words; only PolNeAR is read from raw text, and none of its texts were learnt from.
A few thresholds of the model were set on the dev parts, PolNeAR's among them; the test part of EWT set none.
The paraphrases are the project's own.
""",
    "statements": """\
Quotations are found as spans of the report, and a span counts only if both ends are exact, quotation marks included.
A speaker, addressee or channel that is missing counts as wrong, and so does one on a span that was not found.
Names are compared strictly: case, titles, determiners and possessives make no difference, \
but a surname does not stand for a full name.
The public corpora are of other kinds: chains of phrases in many genres, speakers in novels, \
parties in readouts, attributions in American political news.
None was learnt from; \
PolNeAR's and OntoGUM's dev parts and the readouts were looked at while rules were made.
""",
    "times": """\
Expressions of time, found and understood; every expression found counts, so a wrong guess costs as much as a gap.
The measures are TempEval-3's: both ends exact, any overlap, and of what overlaps the right value or type.
MEANTIME is Wikinews about two companies, of which the headline and the first five sentences are annotated, \
with dates, times, lengths and what recurs.
GUM marks only what has a place in the calendar, in nine genres, and names of periods with it; \
so what is found counts there only if it is a date or time that was placed, and values are right by first and last day.
Neither was learnt from; MEANTIME and GUM's train part were looked at while rules were made, the unread reports never.
The naive method is given small words at the ends of what it finds, and the benefit of the doubt: \
it tells moments only, and one that begins like the gold's value is right.
Figures that others published are for another corpus, TempEval-3's, so they do not stand here; \
`python -m bench.timex` measures other libraries, HeidelTime among them, on the same texts.
Engagements: whether the expressions around their evidence give their beginning and end, at least to the month, \
and their length; asked is only what a word of time stands near.
""",
    "trace": """\
Reports of one origin should form one family, since a copy is not a second witness.
What translation and spinning damaged should be marked; how many marks are right is not scored here, since no gold \
lists every damaged word.
""",
    "record": """\
What memcon puts on record of a set of reports, beside what a careful reader does, each report dated as the gold says.
An entry is paired with the entry of the gold whose passages it tells; whatever is left on either side counts against \
it, also what is true and the reader did not think worth a line.
A difference is found only with the reader's verdict, and those that are none must not be listed.
One utterance that reports word differently should be one entry, and begin with the wording to be quoted.
Rows of the gold with fewer than two wordings that must be put together are not scored.
On the public corpora mentions of one event are put together: the mentions are the gold's, \
documents are put into stories by memcon, and no two stories share an event.
Each corpus is scored whole, as if it were one document, and chains of one mention count.
What was learnt was learnt on the train part of ECB+; \
NewsWCL50r, which joins what is loosely related, and GVC, many incidents of one kind, are other sorts of text.
Intervals are over parts of a corpus that no chain connects, and over topics of NewsWCL50r.
""",
    "speed": """\
Reports added to a new record, and the record made, on one machine.
The interval is the slowest and the fastest of three rounds.
""",
    "acts": """\
What happened between parties, was asked for and promised, sentence by sentence; nothing is merged across reports.
On the gold an act counts only with the right parties and a status that its report could tell, \
and every other act of a kind that the gold lists is a false one, though the gold does not list every mention.
The invented sentences are harder than most news: they were written to hold rare words and turns.
Those called unread were scored while the model and the rules were made, and never looked at.
The real readouts are marked in the project by place alone; the text about other things is EWT, wikigold and \
readouts of meetings at home, as far as no head has learnt from it; some of what is found there is true.
""",
}

_MEANINGS = {
    "ewt_upos": "EWT test: share of the words with the right part of speech",
    "ewt_lemmas": "EWT test: share of the words with the right lemma",
    "ewt_uas": "EWT test: share of the words that hang on the right word, sentences given",
    "ewt_las": "EWT test: the same with the right relation, sentences given",
    "ewt_las_alone": "EWT test: the same with sentences found by the model",
    "ewt_sentences": "EWT test: F1 of the beginnings of sentences, paragraphs given",
    "ewt_sentences_by_stops": "EWT test: the same by punctuation alone, which is what the model is offered",
    "gum_upos": "GUM dev: share of the words with the right part of speech",
    "gum_lemmas": "GUM dev: share of the words with the right lemma",
    "gum_uas": "GUM dev: share of the words that hang on the right word, sentences given",
    "gum_las": "GUM dev: the same with the right relation, sentences given",
    "gum_las_alone": "GUM dev: the same with sentences found by the model",
    "gum_sentences": "GUM dev: F1 of the beginnings of sentences, paragraphs given",
    "gum_sentences_by_stops": "GUM dev: the same by punctuation alone, which is what the model is offered",
    "gum_phrases": "GUM dev: F1 of mentions, both ends exact, any type",
    "politics_names": "CrossNER politics dev: F1 of names of nine types, both ends exact",
    "web_names": "UNER-EWT dev: F1 of persons, organisations and places, both ends exact",
    "polnear_source": "PolNeAR dev: F1 of sources, both ends exact",
    "polnear_cue": "PolNeAR dev: F1 of cues, both ends exact",
    "polnear_content": "PolNeAR dev: F1 of contents, both ends exact",
    "polnear_tokens": "PolNeAR dev: F1 of words in the right role",
    "polnear_relations": "PolNeAR dev: F1 of attributions with all three parts exact",
    "same_event": "FAMuS dev: share of the pairs of texts rightly told to be of one event or not, by cosine alone",
    "paraphrases_first": "share of the paraphrases that are nearest to each other among all",
    "paraphrase_first": "the same, people's rewriting",
    "readout_first": "the same, in the register of official readouts",
    "spun_first": "the same, spun by synonyms",
    "translation_first": "the same, as through another language",
    "spans_f1": "harmonic mean of the next two",
    "spans_precision": "share of the quoted spans found that somebody utters, in exactly these words",
    "spans_recall": "share of the quoted spans in the reports that were found to the letter",
    "headings_left_alone": "share of the headings and scare quotes in quotation marks that were not taken for speech",
    "speaker": "share of the quoted spans with a known speaker that were given that speaker",
    "addressee": "share of the quoted spans with a stated addressee that were given it",
    "via": "share of the quoted spans that came through a stated channel, such as a readout, that were given it",
    "clear_of_furniture": "share of the statements that keep clear of menus, teasers and notices",
    "chains_f1": "OntoGUM dev: CoNLL F1 (mean of MUC, B-cubed, CEAFe) of phrases that refer to one thing, of any type, \
found by the model",
    "chain_mentions_f1": "OntoGUM dev: F1 of the phrases in those chains, both ends exact",
    "novel_speakers": "LitBank: share of the quotations with the right speaker, names paired with the gold's labels",
    "readout_persons": "200 readouts: share of the two persons in the title found as parties with full name and office",
    "readout_sides": "200 readouts: share of the second persons found with the right state",
    "readout_parties": "200 readouts: share of the titles of which all of that is right",
    "statement_source": "PolNeAR dev: F1 of the sources of statements, both ends exact",
    "statement_cue": "PolNeAR dev: F1 of their cues, both ends exact",
    "statement_content": "PolNeAR dev: F1 of their contents, both ends exact",
    "statement_tokens": "PolNeAR dev: F1 of words in the right role",
    "statement_relations": "PolNeAR dev: F1 of statements with all three parts exact",
    "parties": "share of the parties of a report that are found with the right name and type",
    "party_sides": "share of the parties with a stated side that are found with it",
    "party_roles": "share of the parties with a stated role that are found with it",
    "strict_f1": "F1 of expressions of time, both ends exact",
    "relaxed_f1": "F1 of expressions of time, any overlap",
    "value_f1": "the same, with the right value",
    "type_f1": "the same, with the right type",
    "meantime_strict_f1": "MEANTIME: F1 of expressions of time, both ends exact",
    "meantime_relaxed_f1": "MEANTIME: the same, any overlap",
    "meantime_value_f1": "MEANTIME: the same, with the right value",
    "meantime_type_f1": "MEANTIME: the same, with the right type",
    "gum_strict_f1": "GUM dev: F1 of dates, both ends exact",
    "gum_relaxed_f1": "GUM dev: the same, any overlap",
    "gum_value_f1": "GUM dev: the same, with the right days",
    "engagement_times_recall": "share of the beginnings, ends and lengths of engagements that are found near their \
evidence",
    "families_f1": "B-cubed F1 of the families against the origins",
    "families_precision": "B-cubed precision: how far the members of a family share an origin",
    "families_recall": "B-cubed recall: how far the reports of an origin are in one family",
    "families_rand": "adjusted Rand index of the same: 0 by chance, 1 when equal",
    "families_exact": "share of the collections in which every family is exactly right",
    "pairs_precision": "share of the pairs of reports put into one family that have one origin",
    "pairs_recall": "share of the pairs of reports of one origin that are in one family",
    "unrelated_kept_apart": "share of the pairs written independently that are in different families",
    "passages_found": "share of the passages known to retell each other that were aligned",
    "origins_credited": "share of the reports whose origin is among the credits found in them",
    "engagements_f1": "passages that tell of meetings, visits, calls: F1 of acts with right parties and status",
    "requests_f1": "likewise of requests, with who asks whom",
    "commitments_f1": "likewise of commitments",
    "channels_reached": "share of the channels of which some passage yields the channel in its state",
    "incidents_reached": "share of the incidents and measures of which some passage yields one",
    **{f"{kind}_f1": f"{kind}s, by their triggers" for kind in KINDS},
    "macro_f1": "mean of the seven",
    "status_accuracy": "of the acts found right, the share whose status is right",
    "type_accuracy": "of the acts found right, the share whose type is right",
    "roles_f1": "of the acts found right, who, what, where and when, by overlap",
    "titles_type": "200 readouts: share of the titles whose engagement has its type",
    "titles_participants": "the same, with everybody who took part",
    "titles_date": "the same, with its day, where the text tells it",
    "titles_right": "all three",
    "readouts_commitments_f1": "50 readouts and statements: commitments, by trigger or content",
    **{
        f"plain_without_{kind}": f"text about other things: share of sentences without a false {kind}" for kind in KINDS
    },
    "ecb_conll": "ECB+ test: CoNLL F1 (mean of MUC, B-cubed, CEAFe) of mentions of one event",
    "ecb_lemma_conll": "ECB+ test: the same by the naive method, which joins a story's mentions by their stems",
    "ecb_dev_conll": "ECB+ dev, on which thresholds were chosen: as on test",
    "newswcl_conll": "NewsWCL50r, topics 0-3: mean over topics of the CoNLL F1 of events and actions",
    "gvc_dev_conll": "GVC dev: CoNLL F1 of events",
    "corruptions_marked": "share of the words known to be damaged that are marked",
    "engagement_entries_f1": "meetings, visits, calls put on record: F1 of one entry for each that a reader has",
    **{f"{kind}_entries_f1": f"likewise of {kind}s" for kind in ("request", "commitment", "channel")},
    "incident_entries_f1": "likewise of incidents and measures",
    "entries_f1": "all of these together",
    "engagements_apart": "share of the engagements on record whose entry tells no other one too",
    "support_right": "share of the engagements of several reports whose support is the number of origins, at both ends",
    "disagreements_found": "share of the differences that a reader notes which are found with his verdict",
    "differences_suppressed": "share of the differences that are none once normalised which are not listed",
    "variants_aligned": "share of the utterances in several wordings of which all wordings are in one entry",
    "variants_right": "share of these utterances that also begin with the right wording, or a copy of it",
    "variants_wordings": "share of their wordings that are in the entry with most of them",
    "documents_per_second": "reports per second",
}

_TABLE = "| figure | what it is | value | 95% interval | over | {beside} | floor |\n|---|---|---|---|---|---|---|\n"


def markdown(scoreboard: Scoreboard) -> str:
    """The page, in Markdown, one sentence per line."""
    parts = [_OPENING]
    for suite, figures in groupby(scoreboard.figures, key=lambda figure: figure.suite):
        parts += [f"## {suite.capitalize()}\n", _SUITES.get(suite, ""), *_tables(tuple(figures))]
    parts += ["## Not measured\n", "".join(f"- {line}\n" for line in scoreboard.absent) or "Everything was measured.\n"]
    return "\n".join(part for part in parts if part)


def _tables(figures: Sequence[Figure]) -> Iterable[str]:
    if figures[0].suite == "language":
        yield _TABLE.format(beside="published") + "".join(map(_row, figures))
        yield "Published by:\n"
        yield _by_whom(figures)
        return
    corpora = [figure for figure in figures if figure.name in _ON_CORPORA]
    rest = [figure for figure in figures if figure not in corpora]
    for prefix, title in _GROUPS:
        some = [figure for figure in rest if _prefix(figure) == prefix]
        if some:
            digest = f", SHA-256 {some[0].digest[:12]}…" if some[0].digest else ""
            yield f"{title}{digest}:\n" if digest else ""
            yield _TABLE.format(beside="naive") + "".join(map(_row, some))
    if naive := next((figure.reference_whose for figure in rest if figure.reference_whose), None):
        yield f"The naive method: {naive}.\n"
    if corpora:
        yield "On public corpora:\n"
        yield _TABLE.format(beside="beside it") + "".join(map(_row, corpora))
        yield "Beside them:\n"
        yield _by_whom(corpora)


def _by_whom(figures: Iterable[Figure]) -> str:
    whose = groupby(sorted(figures, key=_whose), key=_whose)
    return "".join(f"- {who}: {', '.join(f'`{one.name}`' for one in some)}.\n" for who, some in whose if who)


def _prefix(figure: Figure) -> str:
    return next((prefix for prefix, _ in reversed(_GROUPS) if figure.name.startswith(prefix)), "")


def _whose(figure: Figure) -> str:
    return figure.reference_whose or ""


def _row(figure: Figure) -> str:
    cells = (
        f"`{figure.name}`",
        _MEANINGS.get(figure.name.removeprefix(_prefix(figure)), ""),
        _number(figure.value),
        f"{_number(figure.low)}–{_number(figure.high)}",
        str(figure.n),
        _number(figure.reference_value),
        _number(figure.floor),
    )
    return f"| {' | '.join(cells)} |\n"


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if value < 2 else f"{value:.0f}"
