"""A map of a course file, read key by key; whatever is not as it should be is complained of where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simulator.course import values
from simulator.course.nodes import List, Map, Node, Place, Scalar
from simulator.course.source import Source


class Fields:
    """The keys of one map. Reading a key makes it known; `finish` complains of the keys that nobody read.

    A required key that is missing, or a value that can not be read, is complained of, and a harmless value stands in
    for it."""

    def __init__(self, source: Source, node: Node, what: str, at: Place | None = None) -> None:
        self.source = source
        self.what = what
        self.at = at or node
        self.node = node
        self.whole = isinstance(node, Map)
        self._known: set[str] = set()
        self._prefixes: dict[str, Sequence[str]] = {}
        self._pairs: dict[str, tuple[Scalar, Node]] = {}
        pairs = values.pairs(source, node, what, self.at)
        for key, value in pairs or ():
            self._pairs.setdefault(key.text, (key, value))

    def get(self, key: str, required: bool = True) -> Node | None:
        """The value of a key, or None."""
        self._known.add(key)
        found = self._pairs.get(key)
        if found is not None:
            return found[1]
        if required and self.whole:
            self.source.complain("DS202", self.at, what=self.what, key=key)
        return None

    def place(self, key: str) -> Place:
        """Where the key stands, or where the map does."""
        found = self._pairs.get(key)
        return found[0] if found else self.at

    def has(self, key: str) -> bool:
        return key in self._pairs

    def entries(self) -> list[tuple[Scalar, Node]]:
        """Keys and values, where the keys are names that the author chose."""
        return list(self._pairs.values())

    def text(self, key: str, required: bool = True) -> str:
        node = self.get(key, required)
        return (values.text(self.source, node, f"'{key}'", self.place(key)) or "") if node else ""

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        node = self.get(key, default is None)
        found = values.number(self.source, node, f"'{key}'", low, high, self.place(key)) if node else default
        return low if found is None else found

    def choice(self, key: str, options: Collection[str], required: bool = True) -> str | None:
        node = self.get(key, required)
        return values.choice(self.source, node, f"'{key}'", options, self.place(key)) if node else None

    def yes_no(self, key: str) -> bool | None:
        node = self.get(key, required=False)
        return values.yes_no(self.source, node, f"'{key}'", self.place(key)) if node else None

    def scalar(self, key: str, required: bool = True) -> Scalar | None:
        """The value with its place, when it is text."""
        node = self.get(key, required)
        return values.scalar(self.source, node, f"'{key}'", self.place(key)) if node else None

    def names(self, key: str, required: bool = False) -> list[Scalar]:
        """Names: one, several with commas between them, or a list."""
        node = self.get(key, required)
        return values.names(self.source, node, f"'{key}'", self.place(key)) if node else []

    def texts(self, key: str, required: bool = True) -> list[Scalar]:
        """The entries of a list of texts; one text alone counts as a list of one."""
        node = self.get(key, required)
        return values.texts(self.source, node, f"'{key}'", self.place(key)) if node else []

    def count(self, key: str) -> int:
        """How many entries stand in the list below the key, readable or not; one for what is no list."""
        node = self.get(key, required=False)
        return len(node.items) if isinstance(node, List) else 1

    def pairs(self, key: str, required: bool = True) -> list[tuple[Scalar, Node]] | None:
        """Keys and values of a map below the key; None when it is missing or can not be read."""
        node = self.get(key, required)
        return values.pairs(self.source, node, f"'{key}'", self.place(key)) if node else None

    def items(self, key: str, required: bool = True) -> list[Node] | None:
        """The entries of a list below the key; None when it is missing or can not be read."""
        node = self.get(key, required)
        return values.items(self.source, node, f"'{key}'", self.place(key)) if node else None

    def endings(self, prefix: str, known: Sequence[str]) -> list[str]:
        """Those of `known` that stand behind `prefix` in a key. Other keys with the prefix are complained of as no
        moods."""
        self._prefixes[prefix] = known
        return [key[len(prefix) :] for key in self._pairs if key.startswith(prefix) and key[len(prefix) :] in known]

    def finish(self) -> None:
        """Complain of every key that was not read."""
        for name, (key, _) in self._pairs.items():
            if name not in self._known and key.line not in self.source.muted:
                self._complain_of(key)

    def _complain_of(self, key: Scalar) -> None:
        from simulator.course.suggest import hint

        moods = [prefix + mood for prefix, known in self._prefixes.items() for mood in known]
        code = "DS306" if moods and "when_" in key.text else "DS201"
        known = moods if code == "DS306" else [*self._known, *moods]
        self.source.complain(code, key, key=key.text, what=self.what, hint=hint(key.text, known))
