"""The JSON Schemas (2020-12) of what `--json` prints: a command's name in, a self-contained schema out.

Each command's schema is a file beside this module; the pieces they share are in `common.json` and are
copied into `$defs` of every schema that uses them, so that a printed schema needs nothing else.
"""

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

__all__ = ["names", "schema"]

_SHARED = "common"


def names() -> tuple[str, ...]:
    """The commands whose answers are described, sorted."""
    files = (file.name for file in resources.files(__name__).iterdir())
    stems = (name.removesuffix(".json") for name in files if name.endswith(".json"))
    return tuple(sorted(stem for stem in stems if stem != _SHARED))


def schema(name: str) -> dict[str, Any]:
    """The schema of one command's answer.

    Args:
        name: One of `names()`.

    Raises:
        FileNotFoundError: There is no such schema.
    """
    shared = _load(_SHARED)["$defs"]
    own = _load(name)
    wanted: set[str] = set()
    waiting = list(_references(own))
    while waiting:
        piece = waiting.pop()
        if piece not in wanted:
            wanted.add(piece)
            waiting.extend(_references(shared[piece]))
    return {**own, "$defs": {piece: shared[piece] for piece in sorted(wanted)}}


def _load(name: str) -> Any:
    return json.loads(resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8"))


def _references(node: object) -> Iterator[str]:
    match node:
        case {"$ref": str(reference)}:
            yield reference.removeprefix("#/$defs/")
        case dict():
            for value in node.values():
                yield from _references(value)
        case list():
            for value in node:
                yield from _references(value)
