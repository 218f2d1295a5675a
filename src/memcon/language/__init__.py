"""The language model: the only place that knows onnxruntime.

    words, sentences      text cut up by pattern
    pieces, windows       words as the encoder reads them
    weights               the packaged files, and scores of one window
    trees, spans, lemmas  from scores to trees, spans and dictionary forms
    analysis              all of it, by number of word
    packaged              all of it, as a `Reading` with anchors

`load` gives the model that memcon ships; anything else that follows the protocol `Language` may stand in its place.
"""

import json
from functools import cache
from pathlib import Path
from threading import Lock

from memcon.language.protocol import Language, Vectors

__all__ = ["Language", "Vectors", "load", "version"]

_LOADING = Lock()
_MANIFEST = Path(__file__).with_name("weights") / "manifest.json"


@cache
def version() -> str:
    """The version of the packaged model, without loading it."""
    try:
        return str(json.loads(_MANIFEST.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "none"  # `load` will say what is wrong


def load() -> Language:
    """The packaged model, read once per process and shared by its threads.

    Raises:
        DamagedModelError: A file of it is missing or altered.
    """
    with _LOADING:  # a cache alone lets threads that come together load one each
        return _loaded()


@cache
def _loaded() -> Language:
    from memcon.language.packaged import Packaged
    from memcon.language.weights import Weights

    return Packaged(Weights())
