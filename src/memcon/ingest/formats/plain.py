"""Plain text and Markdown -> content: the text exactly as decoded, and the front matter's metadata."""

import re

from memcon.ingest.content import Content
from memcon.ingest.fault import Fault
from memcon.ingest.metadata import KEYS, stated

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^[A-Za-z][\w -]{0,40}:(?:\s|$)", re.MULTILINE)


def read_plain(text: str, *, markdown: bool) -> Content:
    """The content of a text file; front matter makes it Markdown whatever its name."""
    media_type = "text/markdown" if markdown else "text/plain"
    front = _FRONT.match(text)
    if front is None or not _KEY.search(front["yaml"]):
        return Content(text=text, media_type=media_type)
    fields = _fields(front["yaml"])
    if fields is None:
        fault = Fault("metadata", "Its front matter is not valid YAML and was left out.")
        return Content(text=text, media_type=media_type, faults=(fault,) if markdown else ())
    if not markdown and not any(key in fields for keys in KEYS.values() for key in keys):
        return Content(text=text, media_type=media_type)
    metadata, faults = stated(fields, origin="markup")
    title = next((datum.value for datum in metadata if datum.field == "title"), None)
    return Content(
        text=text,
        media_type="text/markdown",
        title=title,
        metadata=metadata,
        faults=faults,
        opened=front.end(),
    )


def _fields(yaml_text: str) -> dict[str, object] | None:
    """The mapping this is, its values as written, or None if it is not one."""
    import yaml

    try:
        # BaseLoader makes strings only: no objects, and no dates rebuilt from what was written.
        fields = yaml.load(yaml_text, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        return None
    return {str(key).lower(): value for key, value in fields.items()} if isinstance(fields, dict) else None
