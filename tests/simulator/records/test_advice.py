"""What to practise next, and why."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring.rubric import Avoided
from simulator.course.load import load_course
from simulator.course.models import Course, Scenario
from simulator.engine.events import Ended, Mood, SessionStarted
from simulator.records.advice import LAST, advise, look_back, worth_of
from simulator.records.interface import SessionRow
from simulator.records.progress import Standing
from simulator.records.store import Store

Attempt = Callable[..., SessionRow]


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


def kept(**items: str) -> dict[str, Any]:
    """What matters here of a kept report: behaviour -> status."""
    return {"items": [{"behaviour": behaviour, "status": status} for behaviour, status in items.items()]}


class History:
    """Sessions with their reports, the oldest first."""

    def __init__(self, attempt: Attempt) -> None:
        self._attempt = attempt
        self.rows: list[SessionRow] = []
        self.reports: dict[str, dict[str, Any]] = {}

    def had(self, scenario: str, score: int, **items: str) -> SessionRow:
        row = self._attempt(scenario, score)
        self.rows.append(row)
        self.reports[row.id] = kept(**items)
        return row


@pytest.fixture
def history(attempt: Attempt) -> History:
    return History(attempt)


# The scenario to do now


def test_a_beginner_begins_at_the_beginning(trees: Course) -> None:
    advice = advise(trees, (), {})
    assert (Standing("alder"), False, ()) == (advice.now, advice.again, advice.weaknesses)


def test_now_is_the_first_open_scenario_that_is_not_passed(trees: Course, history: History) -> None:
    history.had("alder", 90)
    history.had("beech", 50)
    history.had("cedar", 90)
    assert Standing("beech", 1, 50, False) == advise(trees, history.rows, history.reports).now


def test_a_locked_step_is_passed_over_until_it_opens(trees: Course, history: History) -> None:
    for name in ("alder", "beech", "cedar", "dogwood"):
        history.had(name, 90)
    assert Standing("elder") == advise(trees, history.rows, {}).now
    shut = replace(trees.path.steps[1], needs=replace(trees.path.steps[1].needs, scenarios=("oak",), passed=0))
    other = replace(trees, path=replace(trees.path, steps=(trees.path.steps[0], shut, *trees.path.steps[3:])))
    # Beside the path stands what the two steps that were taken out had.
    assert Standing("ivy") == advise(other, history.rows, {}).now


def test_when_all_is_passed_it_is_the_lowest_best_score(trees: Course, history: History) -> None:
    for name in trees.scenarios:
        history.had(name, 88)
    for score in (71, 75):
        history.rows = [row for row in history.rows if row.scenario != "kapok" or score == 75]
        history.had("kapok", score)
    advice = advise(trees, history.rows, {})
    assert (Standing("kapok", 2, 75, True), True) == (advice.now, advice.again)


# What is missed most


def weak(trees: Course, history: History) -> list[str]:
    return [one.behaviour for one in advise(trees, history.rows, history.reports).weaknesses]


def test_what_goes_wrong_most_often_comes_first(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="missed", apologize="earned", blame="avoided")
    history.had("alder", 50, greet="missed", apologize="missed", blame="avoided")
    history.had("alder", 50, greet="missed", apologize="missed", blame="charged")
    advice = advise(trees, history.rows, history.reports)
    assert ["greet", "apologize", "blame"] == [one.behaviour for one in advice.weaknesses]
    assert [(3, 3, False), (2, 3, False), (1, 3, True)] == [(one.wrong, one.of, one.avoid) for one in advice.weaknesses]
    # 1 + 0.8 + 0.64; 1 + 0.8 less half of 0.64; 1.
    assert [2.44, 1.48, 1.0] == [one.weight for one in advice.weaknesses]


def test_recent_sessions_count_more(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="missed")
    history.had("alder", 50, apologize="missed")
    assert ["apologize", "greet"] == weak(trees, history)


def test_late_is_half_of_missed_and_a_decisive_mistake_twice(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="late", apologize="missed", blame="fatal")
    assert [("blame", 2.0), ("apologize", 1.0), ("greet", 0.5)] == [
        (one.behaviour, one.weight) for one in advise(trees, history.rows, history.reports).weaknesses
    ]


def test_what_was_shown_twice_since_is_learned(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="missed")
    history.had("alder", 80, greet="earned")
    assert ["greet"] == weak(trees, history)
    history.had("beech", 80, greet="earned")
    assert [] == weak(trees, history)


def test_what_was_not_scored_says_nothing(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="missed")
    history.had("alder", 50, greet="not_scored")
    (one,) = advise(trees, history.rows, history.reports).weaknesses
    assert (1, 1) == (one.wrong, one.of)


def test_only_the_last_sessions_count(trees: Course, history: History) -> None:
    history.had("alder", 50, greet="missed")
    for _ in range(LAST):
        history.had("alder", 50, apologize="missed")
    assert ["apologize"] == weak(trees, history)


def test_a_session_that_tries_a_turn_again_says_nothing(trees: Course, history: History) -> None:
    row = history.had("alder", 50, greet="missed")
    history.rows = [replace(row, origin="what-if:s0:3")]
    assert [] == weak(trees, history)


def test_moves_and_what_no_scenario_asks_for_are_left_out(trees: Course, history: History) -> None:
    history.had("alder", 50, restart_it="missed", teach="missed", greet="missed")
    assert ["greet"] == weak(trees, history)


def test_no_more_than_a_few(trees: Course, history: History) -> None:
    history.had("poplar", 10, greet="missed", apologize="missed", blame="charged", insult="charged")
    assert ["apologize", "blame", "greet"] == weak(trees, history)


def test_the_order_of_the_sessions_does_not_matter(trees: Course, history: History) -> None:
    for number, status in enumerate(("missed", "late", "earned", "charged")):
        history.had(("alder", "beech")[number % 2], 60 + number, greet=status, apologize="missed")
    expected = advise(trees, history.rows, history.reports)
    for seed in range(5):
        rows = list(history.rows)
        random.Random(seed).shuffle(rows)
        assert expected == advise(trees, rows, history.reports)


# Where it is trained


def trained_by(trees: Course, history: History) -> str:
    return advise(trees, history.rows, history.reports).weaknesses[0].training.standing.scenario


def test_where_it_is_worth_most_and_open(trees: Course, history: History) -> None:
    history.had("beech", 50, greet="missed")
    assert "alder" == trained_by(trees, history)


def test_an_open_scenario_comes_before_a_locked_one(trees: Course, history: History) -> None:
    history.had("beech", 50, apologize="missed")
    assert "cedar" == trained_by(trees, history)  # worth as much as in beech; worth more in elder
    history.had("alder", 90)
    history.had("beech", 90)
    assert "elder" == trained_by(trees, history)


def test_what_is_passed_comes_last_and_then_the_lowest_best_score(trees: Course, history: History) -> None:
    history.had("alder", 75, greet="missed")
    assert "beech" == trained_by(trees, history)  # alder, where it is worth most, is passed
    for name in trees.scenarios:
        history.had(name, 71 if name == "gorse" else 90, greet="missed")
    assert "gorse" == trained_by(trees, history)


def test_what_only_a_locked_scenario_trains(trees: Course, history: History) -> None:
    history.had("poplar", 50, insult="charged")
    (one,) = advise(trees, history.rows, history.reports).weaknesses
    assert ("poplar", 25.0) == (one.training.standing.scenario, one.training.worth)


def test_worth_is_of_a_hundred(trees: Course) -> None:
    alder = trees.scenarios["alder"]
    assert [60.0, 10.0, 15.0, 0.0, 0.0] == [
        worth_of(alder, name) for name in ("greet", "apologize", "blame", "restart_it", "teach")
    ]
    assert 30.0 == worth_of(_with_worth(alder, 2), "greet")
    fatal = replace(alder.rubric, avoid=(Avoided("blame", fatal="it is"),))
    assert 100.0 == worth_of(_with_rubric(alder, fatal), "blame")


def _with_worth(scenario: Scenario, times: int) -> Scenario:
    """The same with a further item, so that everything counts for half."""
    first, *rest = scenario.rubric.expect
    more = replace(first, behaviour="thank", worth=sum(item.worth for item in scenario.rubric.expect) * (times - 1))
    return _with_rubric(scenario, replace(scenario.rubric, expect=(first, *rest, more)))


def _with_rubric(scenario: Scenario, rubric: Any) -> Scenario:
    return replace(scenario, rubric=rubric)


# Out of the store


def test_it_is_looked_up_for_one_trainee(trees: Course, store: Store, clock: Any) -> None:
    for trainee, score in (("ada", 40), ("bob", 90)):
        session = store.begin("alder", "c0ffee", 1, "practice", trainee)
        store.append(
            session,
            [SessionStarted("alder", "c0ffee", 1, "practice", "ringing", Mood(1, 1, 1)), Ended(1, "gone", "failed")],
        )
        store.finish(
            session,
            {"score": score, "passed": score > 70, "outcome": "failed", **kept(greet="missed", apologize="late")},
        )
        clock.passes(hours=1)
    rows, reports = look_back(store, "ada")
    assert [("ada", 40)] == [(row.trainee, row.score) for row in rows]
    assert ["greet", "apologize"] == [one.behaviour for one in advise(trees, rows, reports).weaknesses]
    assert ((), {}) == look_back(store, "cleo")
