"""Why a reply counts as what it counts: what each clause was held against, on what evidence, and what vetoed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Considered:
    """One behaviour or move that a clause was held against.

    `shown` when `confidence` (0..1) reached `threshold` and nothing vetoed it. `evidence` holds (name, weight, what):
    the kind of evidence, what it added to the confidence (negative: took away) and the words or the phrase that it
    rests on. `nearest` is the exemplar that comes closest ("" when there is none), `similarity` 0..1 how close. `veto`
    is "" or the reason why it can not count.
    """

    behaviour: str
    confidence: float
    threshold: float
    shown: bool
    evidence: tuple[tuple[str, float, str], ...]
    nearest: str
    similarity: float
    veto: str


@dataclass(frozen=True, slots=True)
class ClauseExplained:
    """One clause of the reply: `text` is its slice `start`..`end` (characters, end exclusive).

    `considered` has the likeliest first.
    """

    start: int
    end: int
    text: str
    considered: tuple[Considered, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A whole reply, clause by clause, in the order of its words. `stuffed` as in `scoring.detection.Detections`."""

    clauses: tuple[ClauseExplained, ...]
    stuffed: str | None = None

    @property
    def shown(self) -> Sequence[str]:
        """The ids of what was shown, each once, in the order of the words."""
        return tuple(dict.fromkeys(one.behaviour for clause in self.clauses for one in clause.considered if one.shown))
