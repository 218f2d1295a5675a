"""A report as it arrives: headline, credits, dateline, and what a site puts round a text.

In: a body and who publishes it. Out: the text as received. Nothing inside the body's paragraphs is touched.
"""

from dataclasses import dataclass
from random import Random
from typing import Literal

from bench.derivation.text import Body, sentences

Credits = Literal["own", "kept", "stripped", "changed"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: the outlet's name, one of its writers, and where that person sits."""

    name: str
    writer: str
    city: str


def outlets(chance: Random, count: int) -> tuple[Outlet, ...]:
    """So many different outlets, all invented."""
    names = chance.sample([f"{first} {last}" for first in _FIRST for last in _LAST], count)
    return tuple(
        Outlet(name, f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}", chance.choice(_CITIES)) for name in names
    )


def dressed(
    body: Body,
    outlet: Outlet,
    chance: Random,
    *,
    credits: Credits,
    origin: Outlet | None,
    menu: list[str] | None,
) -> str:
    """The text below the headline.

    Args:
        credits: `own` signs it as the outlet's; `kept` names the origin in dateline and credit line, `changed` names
            the outlet in their place, `stripped` names nobody.
        origin: Whose story it was made from, if anybody's.
        menu: Headlines of other stories, for the furniture around it; None for a text without any.
    """
    named = origin if credits == "kept" and origin is not None else outlet
    paragraphs = [*body]
    if credits == "own" or (credits == "kept" and chance.random() < 0.8):
        paragraphs[0] = f"{named.city.upper()} ({named.name}) {chance.choice(('—', '--', '-'))} {paragraphs[0]}"
    if (credits in {"own", "changed"}) and chance.random() < 0.6:
        paragraphs.insert(0, f"By {outlet.writer}")
    if credits == "kept":
        paragraphs.append(chance.choice((f"-- {named.name}", f"({named.name})", f"Source: {named.name}")))
    elif credits == "changed":
        paragraphs.append(chance.choice((f"© {outlet.name}", f"{outlet.name} staff contributed to this report.")))
    if menu is not None:
        paragraphs = [*_before(chance, menu), *paragraphs, *_after(chance, outlet, menu)]
    return "\n\n".join(paragraphs)


def headline(body: Body, chance: Random) -> str:
    """Another headline, from the first words of the text."""
    run = (sentences(body[0]) or [body[0]])[0].rstrip(".").split()
    size = chance.randint(7, 12)
    return " ".join(run[:size]).rstrip(",;:—-") + ("" if len(run) <= size else chance.choice(("", " …")))


def _before(chance: Random, others: list[str]) -> list[str]:
    shown = chance.sample(others, min(len(others), 3))
    blocks = (
        ["Home | World | Politics | Business | Opinion"],
        ["Share on social media", "Listen to this article 0:00 / 3:41"],
        ["MOST READ", *shown],
        [f"BREAKING: {shown[0]}"] if shown else ["LIVE"],
        ["Reading time: 3 min."],
    )
    return [line for block in chance.sample(blocks, chance.randint(1, 2)) for line in block]


def _after(chance: Random, outlet: Outlet, others: list[str]) -> list[str]:
    shown = chance.sample(others, min(len(others), 3))
    blocks = (
        ["Sign up for our newsletter and never miss a story."],
        [f"Follow {outlet.name} on WhatsApp."],
        ["RELATED", *shown],
        [f"© {outlet.name}. All rights reserved."],
        ["Do you have something to add? Write to the editors."],
        ["Tags: diplomacy, world, politics"],
    )
    return [line for block in chance.sample(blocks, chance.randint(1, 3)) for line in block]


_FIRST = (
    "Halden",
    "Meridian",
    "Northgate",
    "Carrow",
    "Lakeside",
    "Strand",
    "Ambler",
    "Pinnacle",
    "Osprey",
    "Tallow",
    "Verity",
    "Quay",
)
_LAST = ("Wire", "Press", "Courier", "Gazette", "Dispatch", "Observer", "Monitor", "Post", "Echo", "Ledger")
_GIVEN = ("Dunya", "Colm", "Thea", "Ruben", "Ines", "Marek", "Sunniva", "Aldo")
_FAMILY = ("Ferrow", "Asterley", "Keister", "Ruell", "Lomax", "Tarrant", "Vesely", "Okonjo")
_CITIES = ("Brenna", "Dellmouth", "Tellick", "Port Averell", "Isthav", "Geneva", "Vienna", "Singapore")
