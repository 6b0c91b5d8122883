"""What is measured, and that the weights that ship are those of the bank and the replies that are here."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scoring.bank import load_bank
from scoring.fitting import evaluate
from scoring.fitting.evaluate import FIGURES, counterfeits
from scoring.fitting.replies import MarkedReply, fitted_on
from scoring.model import load_model

NAMES = ["apologize", "blame", "thank"]


def pair(number: int, counterfeit: set[str], twin: set[str]) -> list[MarkedReply]:
    return [
        MarkedReply(f"w12-{number}{letter}", "w12", "", "…", frozenset(shown), frozenset())
        for letter, shown in (("a", counterfeit), ("b", twin))
    ]


def test_a_counterfeit_is_credited_with_what_only_its_twin_shows() -> None:
    marked = [*pair(1, {"blame"}, {"apologize", "blame"}), *pair(2, set(), {"thank"}), *pair(3, set(), {"thank"})]
    found = np.array(
        [
            [False, True, False],  # its blame is its own
            [True, True, False],
            [False, False, True],  # taken in
            [False, False, False],  # and the twin is missed
            [True, False, False],  # wrong, but not what the twin shows
            [False, False, True],
        ]
    )
    assert {"pairs": 3, "credited": 0.3333, "twins found": 0.6667} == counterfeits(marked, found, NAMES)


def test_the_weights_are_fitted_on_what_is_here() -> None:
    about = load_model().about
    assert load_bank().version == about["exemplar bank"], "the bank has changed: run `make fit`"
    assert fitted_on() == about["replies"], "marked or written replies have changed: run `make fit`"


@pytest.mark.parametrize(("now", "status"), [(0.70, 1), (0.795, 0), (0.90, 0)])
def test_a_fall_by_more_than_noise_fails(
    now: float, status: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "figures.json"
    kept.write_text(json.dumps({"quick": 0.80}))
    monkeypatch.setattr(evaluate, "FIGURES", kept)
    monkeypatch.setattr(evaluate, "measure_quickly", lambda: now)
    assert status == evaluate.main(["--quick"])
    assert ("It fell by more than" in capsys.readouterr().err) == bool(status)


def test_the_committed_figures_name_every_behaviour_and_the_quick_one() -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert 43 == len(figures["behaviours"])
    assert 0.5 < figures["quick"] <= 1
