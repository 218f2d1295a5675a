"""What `memcon timeline --json` and `memcon times --json` print: moments and expressions of time in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing; what is open or unknown is null, never an infinite number.
"""

from collections.abc import Iterable
from math import isfinite

from memcon.core.record import Moment
from memcon.core.times import Duration, Time
from memcon.present.answers import Documents, Json, anchor_piece, anchor_pieces, date_piece, support_piece


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
        "duration_minutes": _minutes(time.duration),
        "clock": time.clock or None,
        "against": anchor_piece(time.against, documents) if time.against else None,
        "reason": time.reason or None,
        "document_id": anchor.document,
    }


def _minutes(duration: Duration | None) -> list[float | None] | None:
    """The least and the most; null for a most that has no limit."""
    if duration is None:
        return None
    return [_number(duration.low), _number(duration.high)]


def _number(minutes: float) -> float | None:
    if not isfinite(minutes):
        return None
    return int(minutes) if minutes == int(minutes) else minutes
