"""How far a trainee has come on the path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.course.path import LearningPath, Step
from simulator.records.interface import SessionRow
from simulator.records.progress import Standing, counted, progress

Attempt = Callable[..., SessionRow]


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


def test_nothing_tried_yet(trees: Course) -> None:
    done = progress(trees, ())
    assert (0, 16) == (done.passed, done.of)
    assert [False, True, True, True, True] == [step.locked for step in done.steps]
    assert {Standing("alder")} == {one for one in done.standings if one.scenario == "alder"}
    assert 12 == len(done.locked)


def test_best_score_attempts_and_whether_it_was_ever_passed(trees: Course, attempt: Attempt) -> None:
    rows = [attempt("alder", 72), attempt("alder", 91), attempt("alder", 40), attempt("beech", 69)]
    first, second, *_ = progress(trees, rows).standings
    assert Standing("alder", 3, 91, True) == first
    assert Standing("beech", 1, 69, False) == second


def test_a_best_score_below_another_scenarios_mark_may_have_passed(trees: Course, attempt: Attempt) -> None:
    passed = replace(attempt("alder", 60), passed=True)
    assert Standing("alder", 1, 60, True) == progress(trees, [passed]).standings[0]


def test_what_is_not_finished_or_tries_a_turn_again_is_no_attempt(trees: Course, attempt: Attempt) -> None:
    rows = [attempt("alder", None), replace(attempt("alder", 95), origin="what-if:s1abc:2")]
    assert () == counted(rows)
    assert Standing("alder") == progress(trees, rows).standings[0]


def test_a_step_opens_when_enough_of_a_level_is_passed(trees: Course, attempt: Attempt) -> None:
    one = progress(trees, [attempt("alder", 90), attempt("beech", 20)])
    assert (True, 1, ()) == (one.steps[1].locked, one.steps[1].have, one.steps[1].missing)
    two = progress(trees, [attempt("alder", 90), attempt("dogwood", 70)])
    assert not two.steps[1].locked
    assert (2, 2) == (two.passed, two.steps[0].passed)


def test_a_step_opens_when_what_it_names_is_passed(trees: Course, attempt: Attempt) -> None:
    assert ("maple",) == progress(trees, ()).steps[3].missing
    assert not progress(trees, [attempt("maple", 70)]).steps[3].locked


def test_whoever_passed_a_locked_scenario_has_opened_it(trees: Course, attempt: Attempt) -> None:
    done = progress(trees, [attempt("oak", 80)])
    assert done.steps[3].locked
    assert "oak" not in done.locked
    assert "nutmeg" in done.locked


def test_only_what_is_on_the_path_counts_for_its_summary(trees: Course, attempt: Attempt) -> None:
    short = replace(trees, path=LearningPath(steps=(Step(1, "Now", ("alder", "beech")),)))
    done = progress(short, [attempt("alder", 90), attempt("poplar", 90), attempt("of another course", 90)])
    assert (1, 2) == (done.passed, done.of)
    assert 16 == len(done.standings)
