"""What is on the menu, and what a typed choice means."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.course.models import Course
from simulator.records.interface import SessionRow
from simulator.terminal.menu import Choice, Menu, ask, menu, pick


def _row(scenario: str, score: int | None, number: int = 1) -> SessionRow:
    return SessionRow(
        id=f"s{number}",
        scenario=scenario,
        course="c",
        seed=1,
        mode="practice",
        trainee="",
        cohort="",
        origin="",
        started="2026-11-22T10:00:00Z",
        ended="2026-11-22T10:10:00Z" if score is not None else "",
        outcome="handled_well" if score is not None else "unfinished",
        score=score,
        passed=None if score is None else score >= 70,
        turns=4,
    )


@pytest.fixture
def offered(course: Course) -> Menu:
    rows = [_row("frozen", 45), _row("frozen", 82), _row("frozen", None), _row("gone_from_the_course", 99)]
    return menu(course, rows, unfinished=[_row("gone_from_the_course", None, 8), _row("frozen", None, 9)])


def test_the_easiest_comes_first(offered: Menu) -> None:
    assert ["frozen", "angry_deadline"] == [one.scenario.id for one in offered.choices]


def test_it_tells_the_best_score_and_the_attempts_that_ended(offered: Menu) -> None:
    assert [(2, 82), (0, None)] == [(one.finished, one.best) for one in offered.choices]


def test_a_what_if_counts_among_neither(course: Course) -> None:
    rows = [_row("frozen", 45), replace(_row("frozen", 100), origin="what-if:s1:2")]
    assert (1, 45) == (menu(course, rows, ()).choices[0].finished, menu(course, rows, ()).choices[0].best)


def test_it_offers_what_was_left_if_the_course_still_has_it(offered: Menu) -> None:
    assert offered.unfinished is not None
    assert "s9" == offered.unfinished.id


@pytest.mark.parametrize("typed", ["1", " 1 ", "frozen", "FROZEN", "froz", "The save that never ends", "the save"])
def test_a_number_an_id_and_a_title_choose(offered: Menu, typed: str) -> None:
    assert offered.choices[0] == pick(typed, offered)


def test_r_takes_up_what_was_left(offered: Menu, course: Course) -> None:
    assert offered.unfinished == pick("r", offered)
    assert isinstance(pick("r", menu(course, (), ())), str)


@pytest.mark.parametrize("typed", ["0", "3", "99"])
def test_a_number_that_is_not_there(offered: Menu, typed: str) -> None:
    assert f'There is no "{typed}" here. Type a number from 1 to 2, or a name from the list.' == pick(typed, offered)


def test_a_slip_of_the_finger(offered: Menu) -> None:
    assert 'There is no "angry_dedline" here. Did you mean "angry_deadline"?' == pick("angry_dedline", offered)


def test_a_person_in_two_situations_is_no_choice(offered: Menu) -> None:
    assert isinstance(pick("²", offered), str)
    assert isinstance(pick("", offered), str)


class Typing:
    def __init__(self, *lines: str) -> None:
        self._lines: Iterator[str] = iter(lines)

    def choose(self, prompt: str) -> str | None:
        return next(self._lines, None)


def test_it_asks_until_something_is_chosen(offered: Menu) -> None:
    told: list[str] = []
    chosen = ask(offered, Typing("", "7", "2", "1"), told.append)
    assert isinstance(chosen, Choice)
    assert "angry_deadline" == chosen.scenario.id
    assert 2 == len(told)


@pytest.mark.parametrize("typed", [(), ("q",), ("/quit",)])
def test_one_can_leave(offered: Menu, typed: tuple[str, ...]) -> None:
    assert ask(offered, Typing(*typed), print) is None
