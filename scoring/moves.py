"""Moves of a scenario, and behaviours that a course adds: matched by their phrases alone, without any fitting.

A piece of a reply shows a move when it shares the words of one of its phrases (`scoring.phrases`), or when it comes near
enough to one in meaning (`scoring.meaning`) and no other move comes much nearer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.clauses import Clause
from scoring.detection import Detection, Move
from scoring.index import Near, PhraseIndex
from scoring.meaning import Floats, likeness, meaning
from scoring.phrases import Phrase, WordWeights
from scoring.scope import forbids_move
from scoring.text import Token, tokens

ENOUGH = 0.58
"""Similarity in words from which a clause shows a move."""
COUNTER_MARGIN = 0.03
"""By how much a phrase must come nearer than the nearest counter-phrase."""
MEANT = 0.50
"""Likeness in meaning from which a clause shows a move of MEANT_PHRASES phrases; of many phrases one is near by chance."""
MEANT_PHRASES = 3
MEANT_MORE = 0.04
"""So much more is asked for each doubling of the phrases, up to MEANT_MOST."""
MEANT_MOST = 0.64
MEANT_MARGIN = 0.05
"""By how much a phrase must come nearer in meaning than the nearest counter-phrase."""
RIVAL = 0.08
"""By how much another move may come nearer."""
FEWEST_WORDS = 3
"""Words from which a clause is compared by its meaning."""
WIDEST = 3
"""Neighbouring clauses that are read together: "the one you were saving in, click on that"."""
WIDER = 0.03
"""Likeness that a clause more must be worth, so that what is quoted is no longer than it has to be."""


class Window(NamedTuple):
    """One to WIDEST neighbouring clauses: as one, in words and in meaning; `width` is their number."""

    clause: Clause
    width: int
    phrase: Phrase
    meaning: Floats


class _Known(NamedTuple):
    """A move, ready to be compared. `enough`: the likeness in meaning that is asked for."""

    move: Move
    phrases: PhraseIndex
    enough: float


class MoveMatcher:
    """The moves of one scenario, ready to be compared with replies."""

    def __init__(self, moves: Sequence[Move], weights: WordWeights) -> None:
        self._weights = weights
        self._moves = [
            _Known(move, PhraseIndex(weights, move.like, move.unlike), _enough(len(move.like))) for move in moves
        ]
        self._like = _Meanings([move.like for move in moves])
        self._unlike = _Meanings([move.unlike for move in moves])

    def match(self, reply: str, words: Sequence[Token], pieces: Sequence[Clause]) -> list[Detection]:
        """The moves that a reply shows, each once, at the place that shows it best."""
        if not self._moves or not pieces:
            return []
        windows = self._windows(reply, words, pieces)
        near, nearest = self._like.nearest(windows)
        against, _ = self._unlike.nearest(windows)
        found = []
        for number, (move, phrases, enough) in enumerate(self._moves):
            best = self._in_words(phrases, words, windows)
            by = "exemplar"
            if best is None:
                by = "meaning"
                best = max(
                    (
                        (Near(move.like[nearest[at, number]], float(near[at, number]), False), window)
                        for at, window in enumerate(windows)
                        if near[at, number] >= enough
                        and near[at, number] >= near[at].max() - RIVAL
                        and near[at, number] >= against[at, number] + MEANT_MARGIN
                        and not forbids_move(words, window.clause, move.like[nearest[at, number]])
                    ),
                    key=lambda one: (one[0].similarity - WIDER * one[1].width, -one[1].clause.start),
                    default=None,
                )
            if best is not None:
                phrase, window = best
                start, end = window.clause.start, window.clause.end
                found.append(
                    Detection(move.id, round(phrase.similarity, 3), start, end, reply[start:end], phrase.text, by)
                )
        return found

    def nearest(self, move: str, reply: str, words: Sequence[Token], window: Clause) -> tuple[Near | None, Near | None]:
        """The nearest phrase and counter-phrase of a move in words, for an explanation."""
        index = next(known.phrases for known in self._moves if known.move.id == move)
        return index.nearest(self._phrase(reply, words, window))

    def meant(self, move: str, words: Sequence[Token], window: Clause) -> tuple[Near, float]:
        """The nearest phrase of a move in meaning, and the likeness that is asked for."""
        number = self.ids.index(move)
        vector = meaning().of(words[window.first : window.last])
        near, nearest = self._like.of(vector[None, :])
        known = self._moves[number]
        return Near(known.move.like[nearest[0, number]], float(near[0, number]), False), known.enough

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(known.move.id for known in self._moves)

    def _in_words(
        self, index: PhraseIndex, words: Sequence[Token], windows: Sequence[Window]
    ) -> tuple[Near, Window] | None:
        return max(
            (
                (near, window)
                for window in windows
                if (near := decide(index, window.phrase)) is not None
                and not forbids_move(words, window.clause, near.text)
            ),
            key=lambda one: (one[0].similarity, one[1].clause.start - one[1].clause.end),
            default=None,
        )

    def _windows(self, reply: str, words: Sequence[Token], pieces: Sequence[Clause]) -> list[Window]:
        meanings = [meaning().of(words[piece.first : piece.last]) for piece in pieces]
        return [
            Window(clause, width, self._phrase(reply, words, clause), np.sum(meanings[at : at + width], axis=0))
            for at, width, clause in _neighbours(pieces)
        ]

    def _phrase(self, reply: str, words: Sequence[Token], window: Clause) -> Phrase:
        return self._weights.words(reply[window.start : window.end], words[window.first : window.last])


class _Meanings:
    """The phrases of several moves, by what they mean."""

    def __init__(self, phrases: Sequence[Sequence[str]]) -> None:
        self._ends = list(accumulate(len(texts) for texts in phrases))
        vectors = [meaning().of(tokens(text)) for texts in phrases for text in texts]
        self._vectors = np.array(vectors).reshape(len(vectors), meaning().axes)

    def nearest(self, windows: Sequence[Window]) -> tuple[Floats, npt.NDArray[np.intp]]:
        """As `of`; what is too short to mean anything is near nothing."""
        near, nearest = self.of(np.array([window.meaning for window in windows]))
        short = [window.clause.last - window.clause.first < FEWEST_WORDS for window in windows]
        near[short] = -1.0
        return near, nearest

    def of(self, meanings: Floats) -> tuple[Floats, npt.NDArray[np.intp]]:
        """Pieces x moves: the likeness of the nearest phrase (-1: the move has none) and its number."""
        near = np.full((len(meanings), len(self._ends)), -1.0)
        nearest = np.zeros(near.shape, dtype=np.intp)
        if len(self._vectors):
            alike = likeness(meanings, self._vectors)
            for number, (first, last) in enumerate(zip([0, *self._ends], self._ends, strict=False)):
                if first < last:
                    nearest[:, number] = alike[:, first:last].argmax(axis=1)
                    near[:, number] = alike[:, first:last].max(axis=1)
        return near, nearest


def decide(index: PhraseIndex, piece: Phrase) -> Near | None:
    """The nearest phrase in words when it is near enough and nearer than every counter-phrase."""
    near, against = index.nearest(piece)
    if near is None or near.similarity < ENOUGH:
        return None
    if against is not None and against.similarity > near.similarity - COUNTER_MARGIN:
        return None
    return near


def _enough(phrases: int) -> float:
    return min(MEANT_MOST, MEANT + MEANT_MORE * math.log2(max(1, phrases) / MEANT_PHRASES))


def _neighbours(pieces: Sequence[Clause]) -> Iterator[tuple[int, int, Clause]]:
    """Every run of up to WIDEST clauses: where it begins, how many, and as one."""
    for width in range(1, WIDEST + 1):
        for at in range(len(pieces) - width + 1):
            first, last = pieces[at], pieces[at + width - 1]
            yield at, width, Clause(first.first, last.last, first.start, last.end)
