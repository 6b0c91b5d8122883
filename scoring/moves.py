"""Moves of a scenario, and behaviours that a course adds: matched by their phrases alone, without any fitting.

A piece of a reply shows a move when it shares the words of one of its phrases (`scoring.phrases`), or when it comes near
enough to one in meaning (`scoring.meaning`) and no other move comes much nearer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.clauses import Clause, runs
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
MEANT = 0.40
"""Likeness in words and meaning (their mean) from which a clause shows a move of MEANT_PHRASES phrases. Of many phrases
one is near by chance: so much more is asked for each doubling of them, up to MEANT_MOST. `bench/moves.py` measures it."""
MEANT_PHRASES = 3
MEANT_MORE = 0.0375
MEANT_MOST = 0.58
NEVER = 2.0
MEANT_LESS = 0.05
"""By how much the nearest counter-phrase may come nearer in meaning: it is about the same things, and meaning hardly
tells "is" from "is not"."""
RIVAL = 0.10
"""By how much another move may come nearer."""
OPPOSITE = "it tells the opposite"
ANSWERING = frozenset(("restate", "empathize", "apologize", "greet", "thank", "listen"))
"""Behaviours that answer what the person said: a piece that shows one is no move by its meaning alone."""
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


class Judged(NamedTuple):
    """A place held against a move: by which likeness ("exemplar": in words, or "meaning"), how near it comes to which
    phrase, how near it must come, and what forbids it all the same ("" for nothing)."""

    by: str
    likeness: float
    enough: float
    phrase: str
    veto: str
    window: Window

    @property
    def shows(self) -> bool:
        """Whether the place shows the move."""
        return self.likeness >= self.enough and not self.veto

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Words tell more than meaning; then what is nearest, what is shorter, what comes first."""
        clause = self.window.clause
        return self.by == "exemplar", round(self.likeness - WIDER * self.window.width, 6), clause.start - clause.end


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
            _Known(
                move,
                PhraseIndex(weights, move.like, move.unlike),
                NEVER if move.strict else _enough(len(move.like)),
            )
            for move in moves
        ]
        self._like = _Meanings([move.like for move in moves])
        self._unlike = _Meanings([move.unlike for move in moves])

    def match(
        self, reply: str, words: Sequence[Token], pieces: Sequence[Clause], behaviours: Sequence[Detection] = ()
    ) -> list[Detection]:
        """The moves that a reply shows, each once, at the place that shows it best. `behaviours` are those that it
        shows: what only answers what was said is about the same things as a move, and means something else."""
        if not self._moves or not pieces:
            return []
        judged = self._judge(words, self._windows(reply, words, runs(pieces, WIDEST)), behaviours)
        found = []
        for number, known in enumerate(self._moves):
            best = max((row[number] for row in judged if row[number].shows), key=lambda one: one.rank, default=None)
            if best is not None:
                start, end = best.window.clause.start, best.window.clause.end
                likeness = round(best.likeness, 3)
                found.append(Detection(known.move.id, likeness, start, end, reply[start:end], best.phrase, best.by))
        return found

    def consider(
        self, reply: str, words: Sequence[Token], clause: Clause, behaviours: Sequence[Detection]
    ) -> dict[str, Judged]:
        """One clause held against every move, by the move's id."""
        (row,) = self._judge(words, self._windows(reply, words, ((clause, 1),)), behaviours)
        return dict(zip(self.ids, row, strict=True))

    def _judge(
        self, words: Sequence[Token], windows: Sequence[Window], behaviours: Sequence[Detection]
    ) -> list[list[Judged]]:
        """Windows x moves."""
        meant, nearest = self._like.nearest(windows)
        against, _ = self._unlike.nearest(windows)
        answers = [(one.start, one.end) for one in behaviours if one.behaviour in ANSWERING]
        rows = []
        for at, window in enumerate(windows):
            in_words = [self._in_words(words, window, known.phrases.nearest(window.phrase)) for known in self._moves]
            alike = [
                _mean(float(meant[at, number]), one.likeness) if not one.veto and known.enough < NEVER else 0.0
                for number, (one, known) in enumerate(zip(in_words, self._moves, strict=True))
            ]
            row = []
            for number, (one, known) in enumerate(zip(in_words, self._moves, strict=True)):
                if one.veto or one.shows or known.enough == NEVER:
                    row.append(one)
                    continue
                phrase, veto = known.move.like[nearest[at, number]], ""
                if not _is_apart(window.clause, answers):
                    veto = "it answers what was said"
                elif alike[number] < max(alike) - RIVAL:
                    veto = "another move comes nearer"
                elif meant[at, number] < against[at, number] - MEANT_LESS:
                    veto = "in meaning it is nearer to what does not count"
                elif forbids_move(words, window.clause, phrase):
                    veto = OPPOSITE
                row.append(Judged("meaning", alike[number], known.enough, phrase, veto, window))
            rows.append(row)
        return rows

    def _in_words(self, words: Sequence[Token], window: Window, found: tuple[Near | None, Near | None]) -> Judged:
        """A window held against the nearest phrase and counter-phrase of a move, in words."""
        near, counter = found
        likeness, phrase = (near.similarity, near.text) if near else (0.0, "")
        veto = ""
        if counter is not None and counter.similarity > max(likeness, ENOUGH) - COUNTER_MARGIN:
            veto = f'it is nearer to what does not count: "{counter.text}"'
        elif likeness >= ENOUGH and forbids_move(words, window.clause, phrase):
            veto = OPPOSITE
        return Judged("exemplar", likeness, ENOUGH, phrase, veto, window)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(known.move.id for known in self._moves)

    def asked(self, move: str) -> float:
        """The likeness in meaning that a move asks for."""
        return self._moves[self.ids.index(move)].enough

    def _windows(self, reply: str, words: Sequence[Token], clauses: Iterable[tuple[Clause, int]]) -> list[Window]:
        return [
            Window(clause, width, self._phrase(reply, words, clause), meaning().of(words[clause.first : clause.last]))
            for clause, width in clauses
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
        """Windows x moves: the likeness of the nearest phrase and its number. It is -1 where the move has none, and
        for what is too short to mean anything."""
        near = np.full((len(windows), len(self._ends)), -1.0)
        nearest = np.zeros(near.shape, dtype=np.intp)
        if len(self._vectors):
            alike = likeness(np.array([window.meaning for window in windows]), self._vectors)
            for number, (first, last) in enumerate(zip([0, *self._ends], self._ends, strict=False)):
                if first < last:
                    nearest[:, number] = alike[:, first:last].argmax(axis=1)
                    near[:, number] = alike[:, first:last].max(axis=1)
        near[[window.clause.last - window.clause.first < FEWEST_WORDS for window in windows]] = -1.0
        return near, nearest


def _is_apart(clause: Clause, spans: Sequence[tuple[int, int]]) -> bool:
    return all(end <= clause.start or clause.end <= start for start, end in spans)


def _mean(meant: float, worded: float) -> float:
    return (max(0.0, meant) + worded) / 2


def _enough(phrases: int) -> float:
    return min(MEANT_MOST, MEANT + MEANT_MORE * math.log2(max(1.0, phrases / MEANT_PHRASES)))
