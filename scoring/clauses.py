"""A reply cut into clauses: the pieces that are matched, quoted and explained one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scoring.text import Token

SHORTEST = 3
"""Words that a piece needs on both sides of a soft cut (a comma, a conjunction); shorter ones stay with their
neighbour."""
LONGEST = 24
"""Words after which a run-on is cut at the next word that can open a clause."""

_HARD = frozenset(".!?;\n")
_SOFT = frozenset(",:-/()")
_CLOSING = frozenset("\"')")
"""Marks that belong to the sentence before them when no blank stands between."""
_JOINERS = frozenset("and but so because then though although while also plus or".split())
_OPENERS = frozenset(
    "i i'm i'll i've i'd we we'll we're you you're your it it's that that's this there can could would will may shall "
    "what when where which who how why is are do does did have has let let's please sorry thanks thank just if".split()
)


class Clause(NamedTuple):
    """Tokens `first` to `last` (exclusive) of the reply; `start` and `end` are their characters."""

    first: int
    last: int
    start: int
    end: int


def clauses(words: Sequence[Token]) -> list[Clause]:
    """Cut a tokenized reply. Every token belongs to exactly one clause; an empty reply has none."""
    cuts = [0]
    since = 0
    for index, token in enumerate(words):
        following = words[index + 1].norm if index + 1 < len(words) else ""
        if token.is_word or token.norm[0].isdigit():
            since += 1
        if index + 1 == len(words):
            break
        closes = (
            token.norm in _CLOSING
            and index > 0
            and words[index - 1].norm in _HARD
            and words[index - 1].end == token.start
        )
        hard = (token.norm in _HARD or closes) and following not in _HARD and not _is_closing(words, index + 1)
        soft = token.norm in _SOFT and since >= SHORTEST and _ahead(words, index + 1) >= SHORTEST
        joined = (
            following in _JOINERS
            and since >= SHORTEST
            and index + 2 < len(words)
            and words[index + 2].norm in _OPENERS
            and _ahead(words, index + 1) > SHORTEST
        )
        run_on = since >= LONGEST and following in _OPENERS
        if (hard and since) or soft or joined or run_on:
            cuts.append(index + 1)
            since = 0
    cuts.append(len(words))
    return [
        Clause(first, last, words[first].start, words[last - 1].end) for first, last in pairwise(cuts) if last > first
    ]


def runs(pieces: Sequence[Clause], widest: int) -> Iterator[tuple[Clause, int]]:
    """Every run of up to `widest` neighbouring clauses, as one, and how many they are: single ones first."""
    for width in range(1, widest + 1):
        for first, last in zip(pieces, pieces[width - 1 :], strict=False):
            yield Clause(first.first, last.last, first.start, last.end), width


def _is_closing(words: Sequence[Token], at: int) -> bool:
    return words[at].norm in _CLOSING and words[at - 1].end == words[at].start


def _ahead(words: Sequence[Token], first: int) -> int:
    """Words from `first` up to the next mark."""
    count = 0
    for token in words[first:]:
        if token.norm in _HARD or token.norm in _SOFT:
            break
        count += 1
    return count
