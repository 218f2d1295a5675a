"""Documents, and whatever else has a name, joined into groups step by step."""

from collections import defaultdict
from collections.abc import Iterable

from memcon.core.ids import DocumentId


class Groups:
    """Union-find over documents and origins; the smallest name is the root, so order does not matter."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def root(self, name: str) -> str:
        """The smallest name of its group."""
        self._parent.setdefault(name, name)
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, left: str, right: str) -> None:
        """Makes one group of two."""
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low

    def members(self, documents: Iterable[DocumentId]) -> list[tuple[DocumentId, ...]]:
        """The groups of these documents, each sorted, in order."""
        found: dict[str, list[DocumentId]] = defaultdict(list)
        for one in sorted(documents):
            found[self.root(one)].append(one)
        return sorted(tuple(ids) for ids in found.values())
