"""What a page's own markup says about it: JSON-LD, meta elements, the canonical link. Runs in the extractor's child.

Only plain statements are read; guessing from layout is left to trafilatura.
"""

import json
from collections.abc import Iterator
from typing import Any

_NODES = 2_000  # of JSON-LD that are looked at
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "url": ("og:url",),
    "published": (
        "article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date",
        "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date", "pubdate", "publishdate", "date",
    ),
    "updated": ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified"),
    "language": ("content-language", "og:locale", "dc.language"),
}  # fmt: skip


def stated(html: str) -> dict[str, str]:
    """Title, outlet, byline, url, published, updated and language, as far as the markup states them."""
    from lxml import etree
    from lxml import html as lxml_html

    if not html.strip():
        return {}
    try:
        tree = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return {}
    found = _of_meta(tree) | _of_json_ld(tree)
    if canonical := tree.xpath("string(//link[@rel='canonical']/@href)"):
        found["url"] = str(canonical)
    if language := tree.get("lang"):
        found.setdefault("language", str(language))
    if heading := str(tree.xpath("string(//title)")):
        found.setdefault("title", heading)
    return {name: " ".join(value.split()) for name, value in found.items() if value.strip()}


def _of_meta(tree: Any) -> dict[str, str]:
    contents: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        value = element.get("content") or element.get("datetime") or ""
        contents.setdefault(name.lower(), value)
    return {
        field: value
        for field, names in _META.items()
        if (value := next((contents[n] for n in names if contents.get(n)), ""))
    }


def _of_json_ld(tree: Any) -> dict[str, str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(str(kind).endswith(("Article", "Posting", "Report")) for kind in _listed(kinds)):
                return _of_article(node)
    return {}


def _of_article(node: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": _name(node.get("headline")),
        "outlet": _name(node.get("publisher")),
        "byline": ", ".join(filter(None, map(_name, _listed(node.get("author"))))),
        "published": _name(node.get("datePublished")),
        "updated": _name(node.get("dateModified")),
        "language": _name(node.get("inLanguage")),
    }
    return {field: value for field, value in found.items() if value}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, list | dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
