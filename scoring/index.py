"""The exemplar bank, looked up: which written phrases come nearest to a piece of a reply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.phrases import COMMON_WORD_WEIGHT, Phrase, WordWeights, similarity
from scoring.text import Token

CANDIDATES = 8
"""Phrases that share most with a piece and are compared in full."""


class Near(NamedTuple):
    """A phrase of the bank, how near it comes (0..1), and whether it is a counter-exemplar."""

    text: str
    similarity: float
    counter: bool


class PhraseIndex:
    """All phrases of one behaviour or move: exemplars and counter-exemplars, found by the words they share."""

    def __init__(self, weights: WordWeights, exemplars: Iterable[str], counters: Iterable[str] = ()) -> None:
        self._weights = weights
        self._phrases: list[tuple[Phrase, bool]] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for counter, texts in ((False, exemplars), (True, counters)):
            for text in texts:
                phrase = weights.phrase(text)
                for stem in phrase.weights:
                    self._by_word[stem].append(len(self._phrases))
                self._phrases.append((phrase, counter))
        self._sizes = [1 + phrase.total for phrase, _ in self._phrases]

    def nearest(self, piece: Phrase) -> tuple[Near | None, Near | None]:
        """The nearest exemplar and the nearest counter-exemplar, None where nothing is shared."""
        # Words of grammar stand in nearly every phrase: they say something only where there is nothing else.
        telling = [word for word in piece.weights.items() if word[1] > COMMON_WORD_WEIGHT] or piece.weights.items()
        shared: dict[int, float] = defaultdict(float)
        for stem, weight in telling:
            for at in self._by_word.get(stem, ()):
                shared[at] += weight
        best: list[Near | None] = [None, None]
        likely = sorted((-weight / self._sizes[at], at) for at, weight in shared.items())
        for _, at in likely[:CANDIDATES]:
            phrase, counter = self._phrases[at]
            near = Near(phrase.text, similarity(piece, phrase), counter)
            known = best[counter]
            if known is None or near.similarity > known.similarity:
                best[counter] = near
        return best[0], best[1]

    def piece(self, text: str, words: Sequence[Token]) -> Phrase:
        """A tokenized piece of a reply, ready to be compared."""
        return self._weights.words(text, words)
