"""How near two pieces of text come in meaning: each word has a vector, a text is the sum of its words.

The vectors (`fitted/meaning.tsv`) were distilled from a large sentence encoder (`scoring.fitting.meaning`); what is
left of it is a table of whole numbers. Sums and products of whole numbers are exact, and square root and division are
exact by the floating-point standard, so a likeness is the same on every machine.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.cache import cached
from scoring.phrases import stem_of
from scoring.text import Token
from scoring.versions import MEANING, of_file

Floats = npt.NDArray[np.float64]
"""Whole numbers, kept as floating-point ones: so they are multiplied fast, and still exactly."""


class Meaning:
    """The vectors of words. `axes` is how many numbers each has; `version` a hash of the file."""

    def __init__(self, rows: Mapping[str, int], vectors: npt.NDArray[np.int8], version: str) -> None:
        self._rows = rows
        self._vectors = vectors
        self.axes = vectors.shape[1]
        self.version = version

    def of(self, words: Sequence[Token]) -> Floats:
        """The sum of the vectors of all words that have one; another form of an unknown word stands in for it."""
        known = [row for word in words_that_mean(words) if (row := self._row(word)) is not None]
        if not known:
            return np.zeros(self.axes)
        total: Floats = self._vectors[known].sum(axis=0, dtype=np.int64).astype(np.float64)
        return total

    def _row(self, word: str) -> int | None:
        row = self._rows.get(word)
        return self._rows.get(stem_of(word)) if row is None else row


def words_that_mean(words: Iterable[Token]) -> list[str]:
    """The words of a text as the vectors know them."""
    return [token.norm for token in words if token.norm[0].isalpha()]


def likeness(one: Floats, others: Floats) -> Floats:
    """The cosine (-1..1) between each row of `one` and each row of `others`; 0 where one of them is nothing."""
    lengths = np.sqrt((one * one).sum(axis=1))[:, None] * np.sqrt((others * others).sum(axis=1))[None, :]
    found: Floats = (one @ others.T) / np.maximum(lengths, 1)
    return found


@cache
def meaning(path: Path = MEANING) -> Meaning:
    """The table that ships. Raises OSError when the file is missing."""
    content = path.read_bytes()
    version = of_file(content)
    made = cached(f"meaning-{version}", lambda: _parse(content.decode("utf-8")))
    return Meaning(made["rows"], made["vectors"], version)


def _parse(text: str) -> dict[str, Any]:
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("# ")]
    data = b"".join(base64.b64decode(row) for _, row in lines)
    return {
        "rows": {word: at for at, (word, _) in enumerate(lines)},
        "vectors": np.frombuffer(data, dtype=np.int8).reshape(len(lines), -1),
    }
