"""A store with a small cohort in it: somebody who passed, somebody who failed, somebody who has not finished."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from scoring.rubric import ItemScore
from simulator.engine.events import Ended, Mood, SessionStarted, TraineeSaid
from simulator.engine.report import Report
from simulator.records.store import Store

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

QUOTES = {"passed": "I'm so sorry, Dana – this is on us", "failed": '=HYPERLINK("http://x")\r\nand \x07 more'}


def report(score: int, outcome: str, quote: str) -> dict[str, Any]:
    """A report with an item of each kind."""
    items = (
        ItemScore("apologize", "expect", "earned", 7.5, 15, 1, quote, "complaint", "I'm sorry.", "You apologized."),
        ItemScore(
            "follow_up", "expect", "not_scored", 0.0, 10, None, "", "solved", "-- I'll call you.", "Never came to it."
        ),
        ItemScore("greet", "expect", "missed", 0.0, 5, 1, "", "ringing", "Good morning.", "You did not greet."),
        ItemScore("blame", "avoid", "charged", -15.0, 0, 2, "-- you did it", None, "", "You blamed her."),
    )
    return Report(
        "frozen_save",
        "The save",
        "Dana",
        "phone",
        7,
        "exam",
        "c0ffee",
        score,
        score >= 70,
        70,
        outcome,
        "",
        items,
        (),
        (Mood(35, 45, 50),),
        (),
        None,
        (),
        {},
    ).as_json()


class Cohort:
    """The store and the ids of its sessions, oldest first."""

    def __init__(self, store: Store) -> None:
        self.now = datetime(2026, 11, 22, 14, 5, 6, 120_000, tzinfo=UTC)
        self.store = store
        self.ids: list[str] = []

    def session(
        self, trainee: str, score: int | None, *, cohort: str = "spring", quote: str = "sorry", seed: int = 7
    ) -> str:
        """Somebody has a conversation of two minutes; it is finished when there is a score."""
        store = self.store
        session = store.begin("frozen_save", "c0ffee", seed, "exam", trainee, cohort)
        started = SessionStarted("frozen_save", "c0ffee", seed, "exam", "ringing", Mood(35, 45, 50))
        store.append(session, [started, TraineeSaid(1, quote, "ringing")])
        self.now += timedelta(minutes=2)
        if score is not None:
            outcome = "handled_well" if score >= 70 else "failed"
            store.append(session, [Ended(1, "saved", outcome)])
            store.finish(session, report(score, outcome, quote))
        self.ids.append(session)
        return session


@pytest.fixture
def cohort(tmp_path: Path) -> Iterator[Cohort]:
    holder: list[Cohort] = []
    with Store.open(tmp_path / "state" / "sessions.db", now=lambda: holder[0].now) as store:
        holder.append(Cohort(store))
        holder[0].session("ada", 88, quote=QUOTES["passed"])
        holder[0].session("=bob", 12, cohort="autumn", quote=QUOTES["failed"], seed=2**60)
        holder[0].session("cleo", None)
        yield holder[0]
