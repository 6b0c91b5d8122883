"""The menu as people see it."""

import io

import pytest
from rich.console import Console

from simulator.course.models import Course
from simulator.records.interface import SessionRow
from simulator.terminal.menu import Menu, menu
from simulator.terminal.menu_view import show_plain, show_rich
from simulator.terminal.output import Out


@pytest.fixture
def offered(course: Course) -> Menu:
    row = SessionRow("s1", "frozen", "c", 1, "practice", "", "", "", "2026", "2026", "handled_well", 82, True, 4)
    left = SessionRow("s2", "frozen", "c", 1, "practice", "", "", "", "2026", "", "unfinished", None, None, 1)
    return menu(course, [row], [left])


def test_plain_lines_begin_with_their_number(offered: Menu) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    show_plain(offered, Out(stream))
    assert stream.buffer.getvalue().decode() == (  # type: ignore[attr-defined]
        "Who do you want to practise with?\n"
        "1. The save that never ends (frozen): Dana Whitfield, on the phone, level 1; best 82 of 100, 1 attempt. "
        "An hour glass, and half an hour gone.\n"
        "2. Half an hour (angry_deadline): Dana Whitfield, at their desk, level 3; not tried yet.\n"
        "r. Go on where you stopped: The save that never ends, after 1 reply.\n"
        "Type a number or a name and press Enter; Ctrl-D leaves.\n"
    )


@pytest.mark.parametrize("width", [30, 80, 200])
def test_the_screen_says_the_same_in_any_width(offered: Menu, width: int) -> None:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    show_rich(offered, console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert max(len(line) for line in shown.splitlines()) <= width
    text = " ".join(shown.split())
    for words in (
        "1 The save that never ends",
        "level 1",
        "best 82 of 100, 1 attempt",
        "2 Half an hour",
        "not tried yet",
        "r Go on where you stopped",
    ):
        assert words in text


def test_words_from_a_course_are_no_markup(course: Course) -> None:
    from dataclasses import replace

    scenario = replace(course.scenarios["frozen"], title="[red]Save[/red] \x1b[31m:smile:", summary="[bold]")
    odd = replace(course, scenarios={"frozen": scenario})
    console = Console(file=io.StringIO(), width=80, force_terminal=True)
    show_rich(menu(odd, (), ()), console)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "[red]Save[/red] [31m:smile:" in shown
    assert "\x1b[31m" not in shown
