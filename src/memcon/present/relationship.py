"""What heads a brief, the same in every form of it: whose relationship, when, and how much is told of it.

A brief in, sentences out.
"""

from memcon.core.brief import Brief
from memcon.core.entry import EntryKind
from memcon.present.terminal.words import families_words
from memcon.record.told import date_words, listed

_NOUNS: dict[EntryKind, str] = {
    "engagement": "engagement", "request": "request", "commitment": "commitment", "position": "position",
    "channel": "channel", "incident": "incident", "measure": "measure", "statement": "statement",
    "occurrence": "dated event",
}  # fmt: skip


def relationship_words(brief: Brief) -> str:
    """`Between A and B, 3–7 June 2031: 4 engagements, 2 requests and 31 statements.`; empty of an empty record."""
    parties = f"Between {' and '.join(brief.between)}" if brief.between else ""
    when = date_words(brief.period) if brief.period else ""
    head, told = ", ".join(filter(None, (parties, when))), listed(counts_words(brief))
    return f"{': '.join(filter(None, (head, told)))}." if head or told else ""


def counts_words(brief: Brief) -> tuple[str, ...]:
    """How much is told of each kind: `4 engagements`, `1 request`."""
    return tuple(f"{number:,} {_NOUNS[kind]}{'' if number == 1 else 's'}" for kind, number in brief.counts)


def reports_sentence(brief: Brief) -> str:
    """How many reports, how many witnesses, and why the two differ."""
    reports, families = len(brief.documents), len(brief.families)
    if not reports:
        return "There is no report in this record yet. Add some: memcon add FILES…"
    if reports == 1:
        return "One report, so one account: nothing here is confirmed by a second."
    if reports == families:
        return f"{reports:,} reports, none of them found to be made from another: {families_words(brief.families)}."
    return (
        f"{reports:,} reports make {families_words(brief.families)}. "
        "Reports that share one origin are one family and count as one witness."
    )


def left_out_words(brief: Brief) -> str:
    """What a brief about two parties leaves out, in a sentence; empty if it leaves out nothing."""
    if not brief.left_out:
        return ""
    entries = "1 entry" if brief.left_out == 1 else f"{brief.left_out:,} entries"
    return f"Left out: {entries} of the record in which not both {' and '.join(brief.between)} take part."
