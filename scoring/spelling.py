"""What the letter groups of a word say, summed once for each word and kept: typing errors change some of them, not all.

Words recur, letter groups within them do not change: so a word of a reply costs one row instead of thirty.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from scoring.evidence import word_parts

Ints = npt.NDArray[np.int64]

MOST_WORDS_KEPT = 20_000
NOTHING = 0
"""The row of a piece without words."""


class SpelledWords:
    """The summed weights of words' letter groups. Safe to share between threads."""

    def __init__(self, vocabulary: Mapping[str, int], weights: npt.NDArray[np.int16], rarity: Ints) -> None:
        """`vocabulary`: letter group -> its row in `weights` and `rarity`."""
        self._vocabulary = vocabulary
        self._weights = weights
        self._rarity = rarity
        self._lock = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        self._rows: dict[str, int] = {}
        self._sums = np.zeros((MOST_WORDS_KEPT, self._weights.shape[1]), dtype=np.int64)
        self._squares = np.zeros(MOST_WORDS_KEPT, dtype=np.int64)

    def read(self, pieces: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
        """For each piece (a list of words, each counted once): the sum of rarity x weight over all letter groups
        (pieces x behaviours), and the square of its length (pieces)."""
        with self._lock:
            missing = {word for words in pieces for word in words}.difference(self._rows)
            if len(self._rows) + len(missing) + 1 >= MOST_WORDS_KEPT:
                self._begin()
                missing = {word for words in pieces for word in words}
            for row, word in enumerate(sorted(missing)[: MOST_WORDS_KEPT - 1], start=len(self._rows) + 1):
                self._sums[row], self._squares[row] = self.of(word)
                self._rows[word] = row
            known, sums, squares = self._rows, self._sums, self._squares
        rows: list[int] = []
        starts = []
        for words in pieces:
            starts.append(len(rows))
            rows.append(NOTHING)
            rows.extend(filter(None, map(known.get, dict.fromkeys(words))))
        return np.add.reduceat(sums[rows], starts, axis=0), np.add.reduceat(squares[rows], starts)

    def of(self, word: str) -> tuple[Ints, int]:
        """One word: the sum of rarity x weight over its letter groups (per behaviour), and the square of its length."""
        counts = Counter(row for part in word_parts(word) if (row := self._vocabulary.get(part)))
        rows = list(counts)
        values = self._rarity[rows] * np.array(list(counts.values()), dtype=np.int64)
        sums: Ints = (self._weights[rows] * values[:, None]).sum(axis=0, dtype=np.int64)
        return sums, int((values * values).sum())
