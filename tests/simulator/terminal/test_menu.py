"""What is on the menu, and what a typed choice means."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.records.interface import SessionRow
from simulator.terminal.menu import Choice, Menu, ask, menu, pick


def _row(scenario: str, score: int | None, number: int = 1, origin: str = "") -> SessionRow:
    return SessionRow(
        id=f"s{number}",
        scenario=scenario,
        course="c",
        seed=1,
        mode="practice",
        trainee="",
        cohort="",
        origin=origin,
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
    assert [(2, 82, True), (0, None, False)] == [
        (one.standing.attempts, one.standing.best, one.standing.passed) for one in offered.choices
    ]


def test_a_what_if_counts_among_neither(course: Course) -> None:
    rows = [_row("frozen", 45), replace(_row("frozen", 100), origin="what-if:s1:2")]
    standing = menu(course, rows, ()).choices[0].standing
    assert (1, 45) == (standing.attempts, standing.best)


def test_it_offers_what_was_left_if_the_course_still_has_it(offered: Menu) -> None:
    assert offered.unfinished is not None
    assert "s9" == offered.unfinished.id


@pytest.mark.parametrize("typed", ["1", " 1 ", "frozen", "FROZEN", "froz", "The save that never ends", "the save"])
def test_a_number_an_id_and_a_title_choose(offered: Menu, typed: str) -> None:
    assert offered.choices[0] == pick(typed, offered)


def test_r_takes_up_what_was_left(offered: Menu, course: Course) -> None:
    assert offered.unfinished == pick("r", offered)
    assert isinstance(pick("r", menu(course, (), ())), str)


def test_n_takes_what_is_next(offered: Menu) -> None:
    assert offered.choices[1] == offered.next == pick("n", offered)


@pytest.mark.parametrize("typed", ["0", "3", "99"])
def test_a_number_that_is_not_there(offered: Menu, typed: str) -> None:
    assert f'There is no "{typed}" here. Type a number from 1 to 2, or a name from the list.' == pick(typed, offered)


def test_a_slip_of_the_finger(offered: Menu) -> None:
    assert 'There is no "angry_dedline" here. Did you mean "angry_deadline"?' == pick("angry_dedline", offered)


def test_a_person_in_two_situations_is_no_choice(offered: Menu) -> None:
    assert '"Dana" fits 1 and 2. Type the number.' == pick("Dana", offered)
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


# A path of sixteen situations


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


@pytest.fixture
def path(trees: Course) -> Menu:
    """The menu of somebody who has passed one of the two that level 2 asks for, and one that is locked."""
    rows = [_row("alder", 90, 1), _row("beech", 20, 2), _row("oak", 75, 3), _row("beech", 99, 4, origin="what-if:s2:3")]
    return menu(trees, rows, [], {"s2": {"items": [{"behaviour": "apologize", "status": "missed"}]}}, "ada")


def test_numbers_go_through_all_steps(path: Menu) -> None:
    assert list(range(1, 17)) == [one.number for one in path.choices]
    assert [1, 5, 9, 14, 16] == [section.choices[0].number for section in path.sections]


@pytest.mark.parametrize("typed", ["16", "poplar", "The matter of the poplar in the hall", "pop"])
def test_every_situation_is_chosen_by_number_or_name(path: Menu, typed: str) -> None:
    assert path.choices[15] == pick(typed, path)


def test_what_a_name_fits_several_times_is_told_by_numbers(path: Menu) -> None:
    told = pick("the matter", path)
    assert f'"the matter" fits {", ".join(map(str, range(1, 16)))} and 16. Type the number.' == told


def test_what_only_tried_a_turn_again_is_no_attempt(path: Menu) -> None:
    assert (1, 20) == (path.choices[1].standing.attempts, path.choices[1].standing.best)


def test_what_is_locked_says_what_comes_first(path: Menu) -> None:
    assert "first pass 2 situations of level 1 (1 so far)" == path.of("elder").locked
    assert "first pass “The matter of the maple in the hall”" == path.of("nutmeg").locked
    assert "" == path.of("alder").locked
    assert "" == path.of("oak").locked  # it was passed all the same


def test_an_open_situation_is_not_asked_about_twice(path: Menu) -> None:
    told: list[str] = []
    assert path.of("beech") == ask(path, Typing("2"), told.append)
    assert [] == told


def test_choosing_what_is_locked_explains_and_asks(path: Menu) -> None:
    told: list[str] = []
    assert path.of("elder") == ask(path, Typing("elder", "y"), told.append)
    assert [
        "“The matter of the elder in the hall” is locked: first pass 2 situations of level 1 (1 so far). The path only advises: "
        "you can practise it all the same, now or at any time with: deskside play elder --trainee ada"
    ] == told


def test_one_may_choose_another_instead(path: Menu) -> None:
    told: list[str] = []
    assert path.of("alder") == ask(path, Typing("5", "n", "1"), told.append)
    assert "Then choose another." == told[-1]


@pytest.mark.parametrize("typed", [("5",), ("5", "q")])
def test_one_can_leave_where_one_is_asked(path: Menu, typed: tuple[str, ...]) -> None:
    assert ask(path, Typing(*typed), lambda text: None) is None


def test_all_shows_everything(path: Menu) -> None:
    shown: list[str] = []
    ask(path, Typing("all", "ALL", "1"), print, lambda: shown.append("all"))
    assert ["all", "all"] == shown
