"""Confidence that means what it says: how often a behaviour with such log-odds was right on replies of unseen authors."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from scoring.fitting.measures import Table
from scoring.model import CALIBRATION_ONE, LOGIT_ONE, Calibration

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Bin(NamedTuple):
    """All cells (a reply and a behaviour) whose confidence lies in one range: their `number`, the mean `confidence`
    that was told, and the share that was `right`."""

    number: int
    confidence: float
    right: float


def calibrate(totals: npt.NDArray[np.int64], marked: Table, disputed: Table) -> Calibration:
    """The scale and shift of the log-odds (replies x behaviours, x LOGIT_ONE) under which what was marked is
    likeliest."""
    odds, shown = (totals / LOGIT_ONE)[~disputed], marked[~disputed]

    def loss(at: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        told = at[0] * odds + at[1]
        error = 1 / (1 + np.exp(-told)) - shown
        return float((np.logaddexp(0, told) - shown * told).sum()), np.array([(error * odds).sum(), error.sum()])

    scale, shift = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return Calibration(round(scale * CALIBRATION_ONE), round(shift * CALIBRATION_ONE))


def chances(totals: npt.NDArray[np.int64], calibration: Calibration) -> npt.NDArray[np.float64]:
    """The probabilities (0..1) that a calibration makes of log-odds (x LOGIT_ONE)."""
    scale, shift = calibration
    odds = (totals / LOGIT_ONE * scale + shift) / CALIBRATION_ONE
    told: npt.NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return told


def reliability(told: npt.NDArray[np.float64], marked: Table, disputed: Table) -> list[Bin]:
    """The reliability diagram (Murphy and Winkler 1977): cells by confidence, in tenths."""
    told, shown = told[~disputed], marked[~disputed]
    bins = []
    for low, high in pairwise(EDGES):
        inside = (told >= low) & ((told < high) | (high == EDGES[-1]))
        if inside.any():
            bins.append(
                Bin(int(inside.sum()), round(float(told[inside].mean()), 4), round(float(shown[inside].mean()), 4))
            )
    return bins
