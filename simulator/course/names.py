"""The names that a course file may use - behaviours, moves, states, facts, personas, events, promises - and the
complaint about one that it may not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.course.nodes import Scalar
from simulator.course.source import Source


@dataclass(frozen=True, slots=True)
class Names:
    """Known names of one kind: name -> what it is ("expect", "avoid", "move", or "" where that says nothing). `code`
    is the complaint about any other. `complete` is False when something that defines names could not be read: then
    none is complained of."""

    code: str
    known: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True

    def with_more(self, more: Iterable[str], kind: str = "", complete: bool = True) -> Names:
        """These and some more of a kind; a name that is there already stays what it is."""
        return Names(self.code, dict.fromkeys(more, kind) | dict(self.known), self.complete and complete)

    def check(self, source: Source, name: Scalar) -> str | None:
        """The name when it is known (or may be), else what was probably meant by it, else None; complained of when it
        is not known."""
        if name.text in self.known:
            return name.text
        if not self.complete or name.line in source.muted:
            return None
        from simulator.course.suggest import hint, nearest

        source.complain(self.code, name, name=name.text, hint=hint(name.text, self.known))
        return nearest(name.text, self.known)

    def check_all(self, source: Source, names: Sequence[Scalar]) -> tuple[str, ...]:
        """The names as text, once each; each that is not known is complained of."""
        for name in names:
            self.check(source, name)
        return tuple(dict.fromkeys(name.text for name in names))
