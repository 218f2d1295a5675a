"""The issues between states: what an act is about.

The vocabulary is `core/terms/issues.toml`, or a file with the same keys that a user puts in its place.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from memcon.core.terms import terms
from memcon.errors import UnreadableIssuesError


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue.

    Attributes:
        about: Sentences that say what it is.
        terms: Words and phrases that show it, in their base form.
        iptc: The IPTC media topic of the same meaning; empty where there is none.
    """

    name: str
    label: str
    about: tuple[str, ...]
    terms: tuple[str, ...]
    iptc: str = ""


def read_issues(path: Path | None = None) -> tuple[Issue, ...]:
    """The issues of a file, or those that memcon ships.

    Raises:
        UnreadableIssuesError: The file is missing, is not TOML, or an issue lacks a name or says nothing.
    """
    if path is None:
        return tuple(_issue(entry) for entry in terms("issues")["issue"])
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("issue", [])
        found = tuple(_issue(entry) for entry in entries)
    except OSError as error:
        raise UnreadableIssuesError(str(path), error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableIssuesError(str(path), f"it is not TOML: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableIssuesError(
            str(path), "each [[issue]] needs a name and a list of terms or of sentences"
        ) from error
    if not found:
        raise UnreadableIssuesError(str(path), "it has no [[issue]]")
    return found


def digest(issues: tuple[Issue, ...]) -> str:
    """Eight hexadecimal digits that stand for a vocabulary, so that acts are seen again when it changes."""
    return sha256(repr(issues).encode()).hexdigest()[:8]


def _issue(entry: Mapping[str, Any]) -> Issue:
    name = str(entry["name"])
    about, found = entry.get("about", []), entry.get("terms", [])
    if not (about or found):
        raise KeyError(name)
    if not (isinstance(about, list) and isinstance(found, list)):
        raise TypeError(name)  # a bare string would be taken letter by letter
    about, found = tuple(map(str, about)), tuple(map(str, found))
    return Issue(name, str(entry.get("label", name)), about, found, str(entry.get("iptc", "")))
