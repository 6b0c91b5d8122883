"""Whether a note names something: a ticket is written in headings and half sentences, so it is compared by its words of
content alone, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scoring.clauses import clauses, runs
from scoring.phrases import COMMON_WORD_WEIGHT, Phrase, WordWeights, nearest_word, similarity, stem_of
from scoring.text import Token, tokens

LIKE_ENOUGH = 0.57
"""Likeness from which a note names a phrase."""
RECALL_WEIGHT = 3.0
"""How many times more it matters that the phrase is found in the note than that the note says nothing else."""
WIDEST = 3
"""Neighbouring clauses that are read together."""
LONGEST_NOTE = 2_000
"""Characters of a note that are read: a note that pastes everything names nothing."""

# Words that say nothing of what happened, wherever they stand.
_EMPTY = frozenset(
    "problem problems issue issues trouble help helped helping support ticket said say says reported reports told tell asked ask worked "
    "works work working again everything thing things fine good ok okay done solved resolved fixed still after before since about while "
    "during had having got getting made make really quite much more also too need needed needs wanted want wants try tried very".split()
)
# Words that stand in every ticket and tell none from another, unless a phrase asks for just these.
_COMMON = frozenset(
    "user users customer caller client person somebody someone everybody he she they computer pc machine laptop call calls called monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening time times day days".split()
)
# What people at a help desk write for one another; the first stands for all.
_GROUPS = (
    "stuck hang hangs hung hanging freeze freezes froze frozen freezing unresponsive blocked hanged",
    "dead died fail failed fails failing failure broken broke defective defect crash crashed crashes",
    "lose lost losing loss gone missing vanished disappeared",
    "report document documents doc docs file files",
    "large big long huge lengthy",
    "show shows showing shown showed display displays displayed displaying appear appears appeared",
    "empty blank black",
    "replace replaced exchanged swapped exchange",
    "connect connected connecting connection linked joined",
    "email mail emails mails",
    # Phrases tell what to do, notes what was done.
    "lend lent loan loaned loaner borrow borrowed spare",
    "take took taken",
    "give gave given",
    "send sent",
    "bring brought",
    "find found",
    "write wrote written",
    "hold held",
    "come came",
    "see saw seen",
    "choose chose chosen pick picked",
    "buy bought",
    "hide hid hidden",
    "keep kept",
    "run ran",
    "speak spoke spoken talk talked",
    "teach taught",
    "hear heard",
    "put laid",
)
_COMPOUNDS = {"hourglass": ("hour", "glass")}


@dataclass(frozen=True, slots=True)
class Named:
    """What a note names best: the phrase, how near it comes (0..1), and the words of the note that do."""

    phrase: str = ""
    likeness: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of a note that stand in other texts too: `mass` is the sum of their weights (a telling word weighs nearly
    1, times the weight of its source), `share` their part (0..1) of all that the note says, `words` as they were
    typed."""

    mass: float
    share: float
    words: tuple[str, ...]


class Naming:
    """Compares notes with phrases and with what was said. Raises nothing: an empty note names nothing."""

    def __init__(self, weights: WordWeights) -> None:
        self._weights = weights

    def named(self, note: str, phrases: Iterable[str]) -> Named:
        """Which of `phrases` the note, or a piece of it, comes nearest to."""
        pieces = list(self._pieces(note[:LONGEST_NOTE]))
        best = Named()
        for phrase in phrases:
            wanted = self._phrase(phrase)
            for piece in pieces:
                likeness = similarity(piece, wanted, RECALL_WEIGHT)
                if likeness > best.likeness:
                    best = Named(phrase, likeness, piece.text)
        return best

    def shared(self, note: str, sources: Sequence[tuple[float, Iterable[str]]]) -> Shared:
        """Which words of the note stand in `sources`: (weight of the source, its texts), the best source first."""
        note = note[:LONGEST_NOTE]
        known = [(worth, self._phrase(" . ".join(texts)).weights) for worth, texts in sources]
        said = self._content(note, [one for one in tokens(note) if one.norm not in _COMMON]).weights
        found = {stem: worth for stem in said if (worth := _found(stem, known))}
        mass = sum(said[stem] * worth for stem, worth in found.items())
        grounded = sum(said[stem] for stem in found)
        words = tuple(
            dict.fromkeys(
                note[one.start : one.end] for one in tokens(note) if any(stem in found for stem in _stems(one))
            )
        )
        return Shared(mass, grounded / sum(said.values()) if said else 0.0, words)

    def _pieces(self, note: str) -> Iterable[Phrase]:
        words = tokens(note)
        for run, _ in runs(clauses(words), WIDEST):
            yield self._content(note[run.start : run.end], words[run.first : run.last])

    def _phrase(self, text: str) -> Phrase:
        return self._content(text, tokens(text))

    def _content(self, text: str, words: Sequence[Token]) -> Phrase:
        """The words of content, each under the one that stands for its group."""
        weights: dict[str, float] = {}
        for token in words:
            if len(token.norm) < 2 or not (token.is_word or token.norm[0].isdigit()) or token.norm in _EMPTY:
                continue
            weight = self._weights.weight(token.norm)
            if weight > COMMON_WORD_WEIGHT:
                weights |= dict.fromkeys(_stems(token), weight)
        return Phrase(text, weights, sum(weights.values()))


@cache
def naming() -> Naming:
    """The one that weighs words as the exemplar bank does."""
    from scoring.bank import load_bank

    bank = load_bank()
    return Naming(WordWeights((exemplar.text for _, exemplar in bank), bank.version))


@cache
def _stands_for() -> Mapping[str, str]:
    return {stem_of(word): stem_of(words[0]) for words in map(str.split, _GROUPS) for word in words}


def _stems(token: Token) -> tuple[str, ...]:
    words = _COMPOUNDS.get(token.norm, (token.norm,))
    return tuple(_stands_for().get(stem_of(word), stem_of(word)) for word in words)


def _found(stem: str, known: Sequence[tuple[float, Mapping[str, float]]]) -> float:
    return max((worth * nearest_word(stem, weights)[0] for worth, weights in known), default=0.0)
