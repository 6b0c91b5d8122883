"""A store in a folder of its own, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from simulator.records.interface import SessionRow
from simulator.records.store import Store

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class Clock:
    """A wall clock that stands still until it is told to move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 5, 6, 120_000, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "sessions.db"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(path, now=clock) as opened:
        yield opened


@pytest.fixture
def attempt() -> Callable[..., SessionRow]:
    """Makes sessions, each ended a day after the one before: `attempt("alder", 72)`. None as the score: not finished."""
    days = count(1)

    def make(scenario: str, score: int | None) -> SessionRow:
        day = next(days)
        return SessionRow(
            id=f"s{day:02}",
            scenario=scenario,
            course="c0ffee",
            seed=1,
            mode="practice",
            trainee="",
            cohort="",
            origin="",
            started=f"2026-11-{day:02}T10:00:00.000Z",
            ended="" if score is None else f"2026-11-{day:02}T10:10:00.000Z",
            outcome="unfinished" if score is None else "handled_well",
            score=score,
            passed=None if score is None else score >= 70,
            turns=4,
        )

    return make
