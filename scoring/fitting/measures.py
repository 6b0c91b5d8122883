"""How good recognition is: micro- and macro-F1 over replies and behaviours, with what is disputed left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.fitting.replies import MarkedReply
from scoring.model import LOGIT_ONE

Table = npt.NDArray[np.bool_]
SHRINK = 200.0
"""Marked replies' worth of trust in the common threshold when a behaviour's own is chosen: a dozen positives alone
would overfit."""
AVOID_CHANCE = 0.5
"""An unkindness counts only when it is likelier than not."""
GRID = range(-3 * LOGIT_ONE, 2 * LOGIT_ONE, LOGIT_ONE // 16)


class Counts(NamedTuple):
    """True positives, false positives, false negatives."""

    hits: int
    false: int
    missed: int

    @property
    def f1(self) -> float:
        """2TP / (2TP + FP + FN); 1 when there was nothing to find and nothing was found."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


def table(replies: Sequence[MarkedReply], behaviours: Sequence[str], *, disputed: bool = False) -> Table:
    """Replies x behaviours: what was marked, or what was disputed."""
    return np.array(
        [[name in (reply.disputed if disputed else reply.behaviours) for name in behaviours] for reply in replies]
    )


def count(found: Table, marked: Table, disputed: Table) -> Counts:
    """Compare what was found with what was marked."""
    found = found & ~disputed
    return Counts(int((found & marked).sum()), int((found & ~marked).sum()), int((marked & ~found).sum()))


def best_thresholds(
    replies: Sequence[MarkedReply], totals: npt.NDArray[np.int64], behaviours: Sequence[str], avoid: Collection[str]
) -> list[int]:
    """Per behaviour the log-odds (x LOGIT_ONE) from which it counts as shown.

    Micro-F1 is highest when every behaviour is shown down to the same chance of being right, half the F1 that is
    reached (Lipton, Elkan and Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"); for
    what costs the trainee points that chance is AVOID_CHANCE at least. Each threshold is drawn towards the common one
    the fewer replies show its behaviour.
    """
    marked, disputed = table(replies, behaviours), table(replies, behaviours, disputed=True)
    common = max(GRID, key=lambda at: count(totals >= at, marked, disputed).f1)
    chance = count(totals >= common, marked, disputed).f1 / 2
    chosen = []
    for column, behaviour in enumerate(behaviours):
        counted = ~disputed[:, column]
        own = _threshold(
            totals[counted, column],
            marked[counted, column],
            max(chance, AVOID_CHANCE) if behaviour in avoid else chance,
        )
        shows = int(marked[:, column].sum())
        trust = shows / (shows + SHRINK)
        chosen.append(round(common + trust * (own - common)))
    return chosen


def _threshold(totals: npt.NDArray[np.int64], marked: Table, chance: float) -> int:
    """Where the sum over all found of (right - chance) is highest."""
    return max(GRID, key=lambda at: float((marked[totals >= at] - chance).sum()))


def held_out_found(
    replies: Sequence[MarkedReply], totals: npt.NDArray[np.int64], behaviours: Sequence[str], avoid: Collection[str]
) -> Table:
    """What is found in each author's replies with thresholds chosen on the other authors' replies."""
    owner = np.array([reply.author for reply in replies])
    found = np.zeros(totals.shape, dtype=bool)
    for author in dict.fromkeys(owner):
        own = owner == author
        rest = [reply for reply in replies if reply.author != author]
        found[own] = totals[own] >= np.array(best_thresholds(rest, totals[~own], behaviours, avoid))
    return found


def interval(found: Table, marked: Table, disputed: Table, *, draws: int = 400) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1 over replies (percentile method; Efron 1979), with a fixed seed."""
    chance = np.random.default_rng(1)
    found = found & ~disputed
    cells = np.stack(
        [(found & marked).sum(axis=1), (found & ~marked).sum(axis=1), (marked & ~found).sum(axis=1)], axis=1
    )
    figures = [Counts(*cells[chance.integers(0, len(cells), len(cells))].sum(axis=0)).f1 for _ in range(draws)]
    return float(np.percentile(figures, 2.5)), float(np.percentile(figures, 97.5))
