"""What a detector says of one reply: which behaviours it showed, where, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Detection:
    """One behaviour or move that a reply shows.

    `start` and `end` are character offsets into the reply (end exclusive) and `text` is exactly that slice.
    `confidence` is in 0..1. `exemplar` is the nearest phrase of the bank ("" where form alone decided);
    `by` names the kind of evidence that weighed most: "exemplar", "meaning", "words", "form" or "line" (how it takes up what the
    person said).
    """

    behaviour: str
    confidence: float
    start: int
    end: int
    text: str
    exemplar: str
    by: str


@dataclass(frozen=True, slots=True)
class Detections(Sequence[Detection]):
    """Everything that one reply shows, in the order of its words.

    `stuffed` is None, or the reason why the reply counts as stuffing ("six polite phrases and nothing else"); such a
    reply earns little. `understood` is False when nothing in a reply that has words was recognized.
    """

    found: tuple[Detection, ...] = ()
    stuffed: str | None = None

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.found[index]

    def __iter__(self) -> Iterator[Detection]:
        return iter(self.found)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all behaviours and moves shown."""
        return frozenset(one.behaviour for one in self.found)

    @property
    def understood(self) -> bool:
        return bool(self.found)


@dataclass(frozen=True, slots=True)
class Move:
    """Something that only one scenario expects, known by its phrases. `strict`: by their words alone, not by what they
    mean; so is what costs points, for nobody is to be charged for a likeness."""

    id: str
    definition: str
    like: tuple[str, ...]
    unlike: tuple[str, ...] = ()
    strict: bool = False


class Recognizer(Protocol):
    """What the engine needs of a detector; the real one is `scoring.detector.Detector`."""

    @property
    def version(self) -> str:
        """A content hash of bank and model: the same version gives the same detections."""

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        """Read one reply. `person` is the other's last line; `facts` are what they have told so far."""
