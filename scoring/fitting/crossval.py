"""Cross-validation by author: every marked reply is read by a model that saw no reply of its author."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.fitting.fit import STEPS, Pieces, as_logit, fit, take_apart
from scoring.fitting.replies import MarkedReply, authors
from scoring.labels import labels
from scoring.model import Model, parse

FOLDS = 6


class _Work(NamedTuple):
    """What the workers share: everything that may be learned from."""

    replies: list[MarkedReply]
    pieces: list[Pieces]
    behaviours: list[str]
    steps: int


_shared: dict[str, _Work] = {}


class Fold(NamedTuple):
    """Rows of the measured replies and their log-odds (rows x behaviours, x LOGIT_ONE)."""

    rows: npt.NDArray[np.int64]
    totals: npt.NDArray[np.int64]


def cross_validate(
    measured: Sequence[MarkedReply],
    others: Sequence[MarkedReply],
    behaviours: Sequence[str],
    *,
    steps: int | None = None,
    workers: int = 2,
) -> npt.NDArray[np.int64]:
    """Log-odds of every measured reply, from models fitted on the measured replies of other authors and on all
    `others`. `steps` shortens the fits."""
    everything = [*measured, *others]
    work = _Work(everything, [take_apart(reply) for reply in everything], list(behaviours), steps or STEPS)
    # Forked workers share what has been read already.
    _shared["work"] = work
    names = authors(measured)
    rows = [
        [row for row, reply in enumerate(measured) if reply.author in names[number::FOLDS]] for number in range(FOLDS)
    ]
    totals = np.zeros((len(measured), len(behaviours)), dtype=np.int64)
    with ProcessPoolExecutor(workers) as pool:
        for fold in pool.map(_fold, rows):
            totals[fold.rows] = fold.totals
    return totals


def held_out(
    measured: Sequence[MarkedReply],
    others: Sequence[MarkedReply],
    behaviours: Sequence[str],
    left_out: Sequence[str],
    *,
    steps: int,
) -> Fold:
    """One fold alone: the log-odds of the replies of the authors `left_out`, from a fit without them."""
    everything = [*measured, *others]
    _shared["work"] = _Work(everything, [take_apart(reply) for reply in everything], list(behaviours), steps)
    return _fold([row for row, reply in enumerate(measured) if reply.author in left_out])


def _fold(rows: list[int]) -> Fold:
    work = _shared["work"]
    held_out = {work.replies[row].author for row in rows}
    known = [row for row, reply in enumerate(work.replies) if reply.author not in held_out]
    replies, pieces = [work.replies[row] for row in known], [work.pieces[row] for row in known]
    model = fitted(replies, pieces, work.behaviours, work.steps)
    totals = [model.read(work.pieces[row].reply, work.pieces[row].clauses).totals for row in rows]
    return Fold(np.array(rows), np.array(totals))


def fitted(replies: Sequence[MarkedReply], pieces: Sequence[Pieces], behaviours: Sequence[str], steps: int) -> Model:
    """A model fitted on these replies, as it would be written and read again; its thresholds are even odds."""
    biases, lines = fit(replies, pieces, behaviours, steps)
    kinds = labels()
    head = [
        f"behaviour\t{name}\t{kinds[name].kind}\t{as_logit(float(bias))}\t0"
        for name, bias in zip(behaviours, biases, strict=True)
    ]
    parts = parse("\n".join([*head, *lines]))
    return Model(version="", **parts)
