"""Vocabularies: what words mean, kept as data.

Each `NAME.toml` beside this file is one vocabulary; its entries carry examples, and the examples are its tests.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def terms(name: str) -> Mapping[str, Any]:
    """The vocabulary `NAME.toml`, read once per process."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str, table: str, key: str = "words") -> frozenset[str]:
    """The words that a table of the vocabulary `NAME.toml` lists under a key, or that stand in it without one."""
    found = terms(name)[table]
    return frozenset(found[key] if isinstance(found, Mapping) else found)
