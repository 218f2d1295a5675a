"""What `memcon timeline --json` and `memcon times --json` print: moments and expressions of time in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing; what is open or unknown is null, never an infinite number.
"""

from collections.abc import Iterable

from memcon.core.brief import Moment
from memcon.core.times import Time
from memcon.present.answers import (
    Documents,
    Json,
    anchor_piece,
    anchor_pieces,
    date_piece,
    minutes_piece,
    support_piece,
)


def timeline_answer(moments: Iterable[Moment], *, documents: Documents) -> list[Json]:
    """`memcon timeline --json`."""
    return [
        {
            "date": moment.date.iso,
            "end": date_piece(moment.end),
            "status": moment.status,
            "entry": moment.entry,
            "title": moment.title,
            "anchors": anchor_pieces(moment.anchors, documents),
            "kind": moment.kind,
            "parties": list(moment.parties),
            "support": support_piece(moment.support, documents),
        }
        for moment in moments
    ]


def times_answer(times: Iterable[Time], *, documents: Documents) -> list[Json]:
    """`memcon times --json`."""
    return [_time(time, documents) for time in times]


def how(time: Time) -> str:
    """By which rule, and against which date if it needed one: `weekday/published`."""
    return f"{time.rule}/{time.clock}" if time.clock else time.rule


def _time(time: Time, documents: Documents) -> Json:
    document, anchor, interval = documents[time.anchor.document], time.anchor, time.interval
    return {
        "document": document.path,
        "start": anchor.start,
        "end": anchor.end,
        "text": document.passage(anchor),
        "type": time.type,
        "value": time.value,
        "anchor_rule": how(time),
        "modifier": time.modifier,
        "first": date_piece(interval.first) if interval else None,
        "last": date_piece(interval.last) if interval else None,
        "duration_minutes": minutes_piece(time.duration.low, time.duration.high) if time.duration else None,
        "clock": time.clock or None,
        "against": anchor_piece(time.against, documents) if time.against else None,
        "reason": time.reason or None,
        "document_id": anchor.document,
    }
