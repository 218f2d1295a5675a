"""Bytes in, documents out: the formats reports arrive in, and the zones of their text.

`find` turns paths into sources without opening them; `read` turns one source into the documents it holds.
Both yield a `Problem` in place of whatever they had to refuse, and go on.

    source   what there is to read, and the sidecar file beside it        find
    format   decided by content first, by extension second               sniff, encoding
    content  the text and the metadata that the format itself states     plain, objects, html
    zones    what each stretch of the text is                             layout, zones, front, tail, inline
    document all of it together, with metadata by origin                  read, metadata

HTML is read in a child process that can be killed: the `Extractor`, the one held resource here.
"""

from memcon.ingest.extractor import Extractor
from memcon.ingest.find import Source, find
from memcon.ingest.limits import Limits
from memcon.ingest.read import read

__all__ = ["Extractor", "Limits", "Source", "find", "read"]
