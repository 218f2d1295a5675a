"""Who publishes an outlet: the company or public body under which several stand.

Two outlets of one owner may each have their own reporters, or print one desk's work; their reports do not say. So they
are not two proven witnesses. An outlet that nobody listed is only itself.
"""

from collections import defaultdict
from functools import cache
from urllib.parse import urlsplit

from memcon.core.terms import terms


def owner(outlet: str | None, url: str | None = None) -> str | None:
    """The owner of an outlet, or of the site of an address; None for all that are not listed.

    The outlet's name decides, unless outlets of others bear the same one; then its address does.
    """
    names, sites = _known()
    by_name = names.get(_key(outlet)) if outlet else None
    return by_name or (_site_owner(url, sites) if url else None)


def _site_owner(url: str, sites: dict[str, str]) -> str | None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an address with half a bracket
        return None
    parts = host.split(".")
    return next((sites[site] for n in range(len(parts)) if (site := ".".join(parts[n:])) in sites), None)


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Owners by name and by site; a name that two of them claim is left out."""
    credited = {agency["name"]: agency for agency in terms("agencies")["agency"]}
    names: dict[str, set[str]] = defaultdict(set)
    sites: dict[str, str] = {}
    for one in terms("publishers")["owner"]:
        forms = {one["name"]}
        for outlet in one["outlets"]:
            sites.update(dict.fromkeys(outlet["domains"], one["name"]))
            if not outlet.get("ambiguous", False):
                agency = credited.get(outlet["name"], {})
                forms |= {outlet["name"], *outlet.get("short", ())}
                forms |= {*agency.get("short", ())} - {*agency.get("ambiguous", ())}
        for form in forms:
            names[_key(form)].add(one["name"])
    return {name: min(some) for name, some in names.items() if len(some) == 1}, sites


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")
