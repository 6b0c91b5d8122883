"""Moves of a scenario, and behaviours that a course adds: matched by their phrases alone, without any fitting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.clauses import Clause
from scoring.detection import Detection, Move
from scoring.index import Near, PhraseIndex
from scoring.phrases import Phrase, WordWeights
from scoring.scope import forbids_move
from scoring.text import Token

ENOUGH = 0.58
"""Similarity from which a clause shows a move."""
COUNTER_MARGIN = 0.03
"""By how much a phrase must come nearer than the nearest counter-phrase."""
WIDEST = 3
"""Neighbouring clauses that are read together: "the one you were saving in, click on that"."""


class MoveMatcher:
    """The moves of one scenario, ready to be compared with replies."""

    def __init__(self, moves: Sequence[Move], weights: WordWeights) -> None:
        self._weights = weights
        self._indexes = [(move.id, PhraseIndex(weights, move.like, move.unlike)) for move in moves]

    def match(self, reply: str, words: Sequence[Token], pieces: Sequence[Clause]) -> list[Detection]:
        """The moves that a reply shows, each once, at the place that shows it best."""
        if not self._indexes:
            return []
        windows = [(window, self._phrase(reply, words, window)) for window in _windows(pieces)]
        found = []
        for name, index in self._indexes:
            best = max(
                (
                    (near, window)
                    for window, phrase in windows
                    if (near := decide(index, phrase)) is not None and not forbids_move(words, window, near.text)
                ),
                key=lambda one: (one[0].similarity, one[1].start - one[1].end),
                default=None,
            )
            if best is not None:
                near, window = best
                start, end = window.start, window.end
                found.append(
                    Detection(name, round(near.similarity, 3), start, end, reply[start:end], near.text, "exemplar")
                )
        return found

    def nearest(self, move: str, reply: str, words: Sequence[Token], window: Clause) -> tuple[Near | None, Near | None]:
        """The nearest phrase and counter-phrase of a move, for an explanation."""
        index = dict(self._indexes)[move]
        return index.nearest(self._phrase(reply, words, window))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self._indexes)

    def _phrase(self, reply: str, words: Sequence[Token], window: Clause) -> Phrase:
        return self._weights.words(reply[window.start : window.end], words[window.first : window.last])


def decide(index: PhraseIndex, piece: Phrase) -> Near | None:
    """The nearest phrase when it is near enough and nearer than every counter-phrase."""
    near, against = index.nearest(piece)
    if near is None or near.similarity < ENOUGH:
        return None
    if against is not None and against.similarity > near.similarity - COUNTER_MARGIN:
        return None
    return near


def _windows(pieces: Sequence[Clause]) -> Iterator[Clause]:
    for width in range(1, WIDEST + 1):
        for at in range(len(pieces) - width + 1):
            first, last = pieces[at], pieces[at + width - 1]
            yield Clause(first.first, last.last, first.start, last.end)
