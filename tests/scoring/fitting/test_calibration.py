"""Confidence: how log-odds become "right so many times in ten"."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.fitting.calibration import Bin, calibrate, chances, reliability
from scoring.model import CALIBRATION_ONE, LOGIT_ONE, Calibration

NOTHING = np.zeros((4000, 5), dtype=bool)


def replies_that_are_right_as_often_as(scale: float, shift: float) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds of a model, and marks that are right as often as scale x log-odds + shift say."""
    chance = np.random.default_rng(7)
    odds = chance.normal(0, 2, NOTHING.shape)
    shown = chance.random(NOTHING.shape) < 1 / (1 + np.exp(-(odds * scale + shift)))
    return (odds * LOGIT_ONE).astype(np.int64), shown


def test_a_model_that_is_too_sure_is_told_so() -> None:
    totals, shown = replies_that_are_right_as_often_as(0.6, -1.0)
    scale, shift = calibrate(totals, shown, NOTHING)
    assert (0.6, -1.0) == (
        pytest.approx(scale / CALIBRATION_ONE, abs=0.05),
        pytest.approx(shift / CALIBRATION_ONE, abs=0.05),
    )


def test_what_is_disputed_counts_neither_way() -> None:
    totals, shown = replies_that_are_right_as_often_as(1.0, 0.0)
    wrong = shown.copy()
    wrong[:2000] = ~wrong[:2000]
    disputed = NOTHING.copy()
    disputed[:2000] = True
    scale, _ = calibrate(totals, wrong, disputed)
    assert 1.0 == pytest.approx(scale / CALIBRATION_ONE, abs=0.07)


def test_the_diagram_says_how_often_what_was_told_was_right() -> None:
    told = np.array([[0.05, 0.95, 0.95, 0.5]])
    marked = np.array([[False, True, False, True]])
    disputed = np.array([[False, False, False, True]])
    assert [Bin(1, 0.05, 0.0), Bin(2, 0.95, 0.5)] == reliability(told, marked, disputed)


def test_chances_follow_scale_and_shift() -> None:
    (told,) = chances(np.array([[0, LOGIT_ONE]]), Calibration(2 * CALIBRATION_ONE, -CALIBRATION_ONE))
    assert [1 / (1 + np.exp(1)), 1 / (1 + np.exp(-1))] == pytest.approx(list(told))
