"""The menu on the screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.records.interface import SessionRow
from simulator.terminal.menu import Menu, menu
from simulator.terminal.menu_rich import PROMPT_LINES, show_rich


def _row(scenario: str, score: int | None, number: int = 1) -> SessionRow:
    ended, passed = ("2026", score >= 70) if score is not None else ("", None)
    outcome = "handled_well" if score is not None else "unfinished"
    return SessionRow(f"s{number}", scenario, "c", 1, "practice", "", "", "", "2026", ended, outcome, score, passed, 1)


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


@pytest.fixture
def path(trees: Course) -> Menu:
    """Sixteen situations for somebody in the middle of them, with as much to say as there can be."""
    passed = [_row(name, 88, number) for number, name in enumerate(("alder", "beech", "elder", "fir", "ivy"), start=1)]
    wrong = ("greet", "apologize", "blame")
    reports = {"s5": {"items": [{"behaviour": name, "status": "missed"} for name in wrong]}}
    return menu(trees, [*passed, _row("juniper", 40, 6)], [_row("cedar", None, 7)], reports)


def shown(menu: Menu, width: int, height: int, *, whole: bool = False) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=height, color_system=None)
    show_rich(menu, console, whole=whole)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize("width", [30, 80, 200])
def test_the_screen_says_the_same_in_any_width(course: Course, width: int) -> None:
    offered = menu(course, [_row("frozen", 82)], [_row("frozen", None, 2)])
    lines = shown(offered, width, 60)
    assert max(len(line) for line in lines) <= width
    text = " ".join(" ".join(lines).split())
    for words in (
        "Path: 1 of 2 situations passed.",
        "n Next: 2, Half an hour.",
        "1 ✓ The save that never ends Dana Whitfield, on the phone · passed, best 82 of 100, 1 attempt",
        "An hour glass, and half an hour gone.",
        "Level 3: 0 of 1 passed",
        "2 Half an hour",
        "not tried yet",
        "r Go on where you stopped",
    ):
        assert words in text


@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 24), (60, 24), (48, 24), (80, 40), (80, 100), (200, 60)])
def test_with_sixteen_situations_what_is_on_top_stays_in_sight(path: Menu, width: int, height: int) -> None:
    lines = shown(path, width, height)
    assert len(lines) + PROMPT_LINES <= height
    assert max(len(line) for line in lines) <= width
    text = " ".join(" ".join(lines).split())
    assert "n Next: 3, The matter of the cedar in the hall." in text
    assert "Missed most: apologize" in text
    for step in ("Level 1, First calls", "Level 2, Careful hands", "Level 5, Staying unmoved"):
        assert step in text


@pytest.mark.parametrize(("width", "height"), [(20, 10), (30, 12), (8, 4)])
def test_where_there_is_no_room_it_is_as_short_as_it_can_be(path: Menu, width: int, height: int) -> None:
    lines = shown(path, width, height)
    assert max(len(line) for line in lines) <= width
    assert len(lines) < len(shown(path, width, height, whole=True))


def test_in_a_low_window_only_the_step_to_do_now_is_unfolded(path: Menu) -> None:
    text = "\n".join(shown(path, 80, 24))
    assert " 3   The matter of the cedar in the hall                         not tried yet" in text
    assert "Level 2, Careful hands (5 to 8): 2 of 4 passed" in text
    assert "the elder" not in text
    assert "all for the whole list" in text


def test_all_is_shown_when_it_is_asked_for(path: Menu) -> None:
    text = "\n".join(shown(path, 80, 24, whole=True))
    assert 16 == text.count("Dana Whitfield, on the phone")
    assert "Missed most: greet: missed or late in one recent conversation that called for it." in " ".join(text.split())
    assert "all for the whole list" not in text


def test_passed_and_locked_are_said_in_words_as_well(path: Menu) -> None:
    text = "\n".join(shown(path, 80, 60))
    assert " 1 ✓ The matter of the alder in the hall     passed, best 88 of 100, 1 attempt" in text
    assert re.search("10   The matter of the juniper .* not passed, best 40 of 100, 1 attempt\n", text)
    assert "14   The matter of the nutmeg in the hall                locked, not tried yet" in text
    assert "Level 5, Staying unmoved: locked, needs 1 situation of level 4 passed" in text
    assert "Locked is advice, not a ban: you can choose it all the same." in text


def test_words_from_a_course_are_no_markup(course: Course) -> None:
    scenario = replace(course.scenarios["frozen"], title="[red]Save[/red] \x1b[31m:smile:", summary="[bold]")
    path = replace(course.path, title="[b]C[/b]\x1b[31m", about="[i]A\x1b[31m")
    odd = replace(course, scenarios={"frozen": scenario}, path=path)
    console = Console(file=io.StringIO(), width=80, height=60, force_terminal=True)
    show_rich(menu(odd, (), ()), console)
    assert isinstance(console.file, io.StringIO)
    told = console.file.getvalue()
    assert "[red]Save[/red] [31m:smile:" in told
    assert "[b]C[/b][31m. Path: 0 of 1 situation passed." in told
    assert "\x1b[31m" not in told
