"""What the credits of one report show about its origin.

In: a document and its credits. Out: the origin it claims for the whole of itself, whether that is its own outlet, and
derivations from origins that may not be in the collection. Credits in the text come first; a byline in the page's
markup or beside the file counts where the text has none. An agency whose name was put into other words is still that
agency.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.core.annotation import Annotations, Credit, CreditKind
from memcon.core.derivation import Derivation, Feature
from memcon.core.document import Document
from memcon.core.origins import agency_in, origin_name
from memcon.core.publishers import owner

_CLAIMS: tuple[CreditKind, ...] = ("dateline", "line", "contributor", "byline", "issuer", "own")  # most telling first
_ITSELF: frozenset[CreditKind] = frozenset({"issuer", "own"})
_BUILT_ON = 2  # sentences crediting one source from which a report without other credits is built on it


def mended(document: Document, annotations: Annotations) -> tuple[Credit, ...]:
    """The credits of a document, those under a damaged name with the agency that was probably written.

    A byline with such a name is that agency's, whoever published the report.
    """
    names = [(one.anchor, one.suggestion) for one in annotations.damage if one.kind == "name" and one.suggestion]
    agencies = [(anchor, suggestion) for anchor, suggestion in names if agency_in(suggestion)]

    def written(credit: Credit) -> Credit:
        for anchor, agency in agencies:
            if credit.anchor.contains(anchor):
                if document.passage(anchor) in credit.origin:
                    return replace(credit, origin=agency)
                if credit.kind == "own":
                    return replace(credit, origin=agency, kind="byline")
        return credit

    return tuple(map(written, annotations.credits))


def claimed(credits: Iterable[Credit]) -> Credit | None:
    """The credit that claims the whole report: of several the most telling, of these the first.

    A report that credits one source again and again in its sentences, and none otherwise, is built on that source.
    """
    known = sorted(credits, key=lambda credit: credit.anchor)
    claims = [credit for credit in known if credit.kind in _CLAIMS]
    if claims:
        return min(claims, key=lambda credit: (_CLAIMS.index(credit.kind), credit.anchor))
    sources = {origin_name(credit.origin) for credit in known}
    return known[0] if len(known) >= _BUILT_ON and len(sources) == 1 else None


def signature(document: Document, credits: Sequence[Credit]) -> str | None:
    """The origin of a report that is its own outlet's: by letterhead, byline, interview, or its agency's dateline."""
    claim, byline = claimed(credits), document.read("byline")
    if claim is not None:
        origin = origin_name(claim.origin)
        return origin if claim.kind in _ITSELF or origin == house(document) else None
    if byline is not None and agency_in(byline.value) in {None, house(document)}:
        return house(document)
    return None


def house(document: Document) -> str | None:
    """The usual name of the outlet that published a document."""
    return origin_name(document.outlet) if document.outlet else None


def publisher(document: Document) -> str | None:
    """Who publishes the outlet of a document beside others; None for an outlet that is only itself."""
    url = document.read("url")
    return owner(document.outlet, url.value if url else None)


def credited(document: Document, credits: Sequence[Credit]) -> Iterator[Derivation]:
    """One derivation per origin other than the outlet itself; certain for the one that claims the whole report."""
    claim = claimed(credits)
    seen = {house(document)}
    for credit in sorted(credits, key=lambda credit: (credit is not claim, credit.anchor)):
        origin = origin_name(credit.origin)
        if origin in seen or credit.kind in _ITSELF:
            continue
        seen.add(origin)
        printed = " ".join(document.passage(credit.anchor).split())
        doubt = "" if credit.origin in printed else f", which is printed as {printed}"
        yield _from(document, origin, f"credited to {credit.origin}{doubt}", credit.kind, certain=credit is claim)
    byline = document.read("byline")
    agency = agency_in(byline.value) if byline is not None and claim is None else None
    if byline is not None and agency is not None and agency not in seen:
        yield _from(document, agency, f"its byline ({byline.origin}) is {byline.value}", "byline", certain=True)


def _from(document: Document, origin: str, detail: str, feature: str, *, certain: bool) -> Derivation:
    return Derivation(
        child=document.id,
        parent=None,
        origin=origin,
        kind="credit",
        certain=certain,
        score=1.0 if certain else 0.5,
        direction="determined",
        features=(Feature(feature, 1.0, detail),),
    )
