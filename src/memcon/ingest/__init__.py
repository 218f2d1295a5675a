"""Bytes in, documents out: the formats reports arrive in, and the zones of their text.

`find` turns paths into sources without opening them; `read` turns one source into the documents it holds.
Both yield a `Problem` in place of whatever they had to refuse, and go on.

    find                 paths to sources, each with the sidecar file beside it
    read                 a source to the documents in it; the way through
    formats, html        bytes to content: the text, and the metadata that the format itself states
    zones                text to zones; the dates and the issuer that the zones show
    metadata, assemble   every reading of every field, and the document of all of it

HTML is read in a child process that can be killed: the `Extractor`, the one held resource here.
"""

from memcon.ingest.find import Source, find
from memcon.ingest.html import Extractor
from memcon.ingest.limits import Limits
from memcon.ingest.read import read

__all__ = ["Extractor", "Limits", "Source", "find", "read"]
