"""How near a piece of a reply comes to a written phrase: whole words, rare ones weighing more, slips of the finger
forgiven.

This is what makes a trainer's own phrase count at once, for moves as for behaviours, without any fitting. Letters are
compared only between single words (rapidfuzz), never across a sentence: "ok" is not a part of "is it ok if I restart
it".
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from snowballstemmer import stemmer

from scoring.cache import cached
from scoring.synonyms import synonyms
from scoring.text import Token, tokens

TYPO_LENGTH = 5
"""Letters that a word needs before one wrong letter is forgiven; from twice as many, two are."""
TYPO_WORTH = 0.85
SYNONYM_WORTH = 0.9
COMMON_WORD_WEIGHT = 0.12
RECALL_WEIGHT = 2.0
"""How many times more it matters that the phrase is found in the reply than that the reply says nothing else (the beta
of an F-measure)."""

MOST_WORDS_KEPT = 20_000

_FUNCTION_WORDS = frozenset(
    "i you he she it we they me him her us them my your his its our their a an the this that these those is are was were be been am do does did "
    "have has had will would can could may might shall should to of in on at for with and or but so if as by from into up out just then now please ok yes "
    "there here what which who how when where why not no don't i'm it's i'll you're that's let's we'll i've any some all very too also get got go".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A written phrase, taken apart: stem -> weight, with the total of the weights."""

    text: str
    weights: Mapping[str, float]
    total: float


class WordWeights:
    """How much each word says: by how few of the given phrases it occurs in."""

    def __init__(self, phrases: Iterable[str], version: str = "") -> None:
        """Count the words of `phrases`. With a `version` (a hash of them) the counts are kept in the cache."""
        made = cached(f"words-{version}", lambda: _counted(phrases)) if version else _counted(phrases)
        self._counts: Mapping[str, int] = made["counts"]
        self._number: int = max(1, made["number"])
        self._most = math.log(1 + self._number)
        self._known: dict[str, tuple[str, float]] = {}

    def weight(self, word: str) -> float:
        """0..1; words of grammar weigh little whatever their count."""
        if word in _FUNCTION_WORDS:
            return COMMON_WORD_WEIGHT
        rarity = math.log((1 + self._number) / (1 + self._counts.get(stem_of(word), 0))) / self._most
        return max(COMMON_WORD_WEIGHT, rarity)

    def phrase(self, text: str) -> Phrase:
        """Take a phrase apart."""
        return self.words(text, tokens(text))

    def words(self, text: str, words: Sequence[Token]) -> Phrase:
        """Take a tokenized piece of text apart."""
        weights: dict[str, float] = {}
        for token in words:
            if token.norm[0].isalnum():
                stem, weight = self._known.get(token.norm) or self._learned(token.norm)
                weights[stem] = max(weights.get(stem, 0.0), weight)
        return Phrase(text, weights, sum(weights.values()))

    def _learned(self, word: str) -> tuple[str, float]:
        if len(self._known) >= MOST_WORDS_KEPT:
            self._known.clear()
        learned = self._known[word] = stem_of(word), self.weight(word)
        return learned


def _counted(phrases: Iterable[str]) -> dict[str, Any]:
    counts: dict[str, int] = {}
    number = 0
    for phrase in phrases:
        number += 1
        for stem in {stem_of(token.norm) for token in tokens(phrase) if token.is_word}:
            counts[stem] = counts.get(stem, 0) + 1
    return {"number": number, "counts": counts}


def similarity(piece: Phrase, phrase: Phrase, recall_weight: float = RECALL_WEIGHT) -> float:
    """0..1: the F-measure of the words that `piece` (of a reply) and `phrase` (of the bank) share, by weight."""
    if not piece.total or not phrase.total:
        return 0.0
    found = used = 0.0
    for stem, weight in phrase.weights.items():
        if stem in piece.weights:
            found += weight
            used += piece.weights[stem]
            continue
        share, partner = nearest_word(stem, piece.weights)
        found += weight * share
        used += piece.weights.get(partner, 0.0) * share
    recall = found / phrase.total
    precision = min(1.0, used / piece.total)
    if not recall or not precision:
        return 0.0
    square = recall_weight * recall_weight
    return (1 + square) * precision * recall / (square * precision + recall)


def nearest_word(stem: str, weights: Mapping[str, float]) -> tuple[float, str]:
    """How well one of the words of `weights` does for `stem` (0..1: itself, a synonym, a slip of the finger), and which;
    (0.0, "") when none does."""
    if stem in weights:
        return 1.0, stem
    for other in synonyms().get(stem, ()):
        if other in weights:
            return SYNONYM_WORTH, other
    if len(stem) >= TYPO_LENGTH:
        slips = 2 if len(stem) >= 2 * TYPO_LENGTH else 1
        for other in weights:
            if (
                abs(len(other) - len(stem)) <= slips
                and OSA.distance(stem, other, score_cutoff=slips) <= slips
                and len(other) >= TYPO_LENGTH
            ):
                return TYPO_WORTH, other
    return 0.0, ""


_english = stemmer("english")


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The stem that forms of a word share ("restarting", "restarted")."""
    stem: str = _english.stemWord(word)
    return stem
