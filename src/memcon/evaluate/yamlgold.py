"""YAML values that know where they stand, so that every fault can be told with its file and place.

In comes a file; out comes a `Node` to ask for what is expected there. Asking for what is not there, or is of another
kind, is a `GoldError`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.core.dates import PartialDate
from memcon.errors import GoldError, InvalidDateError


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file.

    Attributes:
        path: The file.
        place: Where in it, such as `statements[3].speaker`.
        value: As PyYAML gives it; nothing is known of it, hence `Any`.
    """

    path: str
    place: str
    value: Any

    @staticmethod
    def load(path: Path) -> "Node":
        """The whole of a file."""
        import yaml  # only scoring reads YAML

        try:
            return Node(str(path), "", yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 -- BaseLoader makes text only
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise GoldError(str(path), f"it is not YAML in UTF-8: {' '.join(str(error).split())}") from error

    def error(self, reason: str) -> GoldError:
        """What to raise about this value."""
        return GoldError(self.path, f"{self.place}: {reason}." if self.place else f"{reason}.")

    def get(self, key: str) -> "Node | None":
        """The value of a key of this mapping; None if it has no such key or the key has no value."""
        if not isinstance(self.value, dict):
            raise self.error("a mapping is expected here")
        value = self.value.get(key)
        return None if value in (None, "", "null", "~") else Node(self.path, f"{self.place}.{key}".lstrip("."), value)

    def need(self, key: str) -> "Node":
        """The value of a key that must be there."""
        node = self.get(key)
        if node is None:
            raise self.error(f"`{key}` is missing")
        return node

    def optional(self, key: str) -> str | None:
        """The text of a key, if it is there."""
        node = self.get(key)
        return node.text() if node else None

    def flag(self, key: str) -> bool:
        """Whether a key is there and true."""
        return self.optional(key) == "true"

    def text(self) -> str:
        """This value, which must be a scalar."""
        if not isinstance(self.value, str):
            raise self.error("one value is expected here")
        return self.value

    def number(self) -> int:
        """This value, which must be a whole number."""
        if not self.text().isdecimal():
            raise self.error(f"a whole number is expected here, not {self.text()!r}")
        return int(self.text())

    def quantity(self) -> float:
        """This value, which must be a number of 0 or more."""
        if not re.fullmatch(r"\d+(?:\.\d+)?", self.text(), re.ASCII):
            raise self.error(f"a number is expected here, not {self.text()!r}")
        return float(self.text())

    def date(self, key: str) -> PartialDate | None:
        """The date of a key, if it is there."""
        node = self.get(key)
        try:
            return PartialDate(node.text()) if node else None
        except InvalidDateError as error:
            raise self.error(f"`{key}`: {str(error).removesuffix('.')}") from error

    def items(self) -> "list[Node]":
        """The members of this list."""
        if not isinstance(self.value, list):
            raise self.error("a list is expected here")
        return [Node(self.path, f"{self.place}[{number}]", value) for number, value in enumerate(self.value)]

    def entries(self) -> "list[tuple[str, Node]]":
        """The keys and values of this mapping."""
        if not isinstance(self.value, dict):
            raise self.error("a mapping is expected here")
        return [(key, Node(self.path, f"{self.place}.{key}", value)) for key, value in self.value.items()]

    def mappings(self) -> "Iterator[Node]":
        """Every mapping in this value, itself included."""
        if isinstance(self.value, dict):
            yield self
            for _, node in self.entries():
                yield from node.mappings()
        elif isinstance(self.value, list):
            for node in self.items():
                yield from node.mappings()
