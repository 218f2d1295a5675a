"""What memcon needs to run may be shipped with Apache-2.0 software."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import pytest

LOCK = Path(__file__).parents[2] / "requirements.lock"
PINNED = re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

ALLOWED = re.compile(
    r"\b(?:Apache|MIT|BSD|ISC|PSF|Python Software Foundation|0BSD|Zlib|Unlicense|HPND|"
    r"MPL-2\.0|Mozilla Public License 2\.0)\b",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)

# Read by hand, since their metadata says nothing, or names a choice of which we take the permitted one.
READ = {
    "pysqlite3": "zlib/libpng, with SQLite in the public domain",
    "tld": "MPL-1.1 of its three; unmodified, and only through courlan",
}


@pytest.mark.parametrize("name", PINNED)
def test_licence_is_permissive(name: str) -> None:
    """Every package in requirements.lock has a licence on the list; weak copyleft only unmodified, as MPL-2.0."""
    try:
        found: dict[str, Any] = dict(metadata(name).json)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not for this machine")
    classifiers = [line for line in found.get("classifier", ()) if line.startswith("License")]
    words = "; ".join([found.get("license_expression", ""), found.get("license", "")[:200], *classifiers])
    assert name in READ or (ALLOWED.search(words) and not FORBIDDEN.search(words)), words
