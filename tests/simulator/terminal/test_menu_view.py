"""The menu in plain lines."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.records.interface import SessionRow
from simulator.terminal.menu import Menu, menu
from simulator.terminal.menu_view import heading, show_plain
from simulator.terminal.output import Out


@pytest.fixture(scope="module")
def trees(sixteen: Path) -> Course:
    return load_course(sixteen)


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
        "Path: 1 of 2 situations passed.\n"
        "n. Next: 2, Half an hour.\n"
        "r. Go on where you stopped: The save that never ends, after 1 reply.\n"
        "Level 1: 1 of 1 passed.\n"
        "1. The save that never ends (frozen): Dana Whitfield, on the phone; passed, best 82 of 100, 1 attempt. "
        "An hour glass, and half an hour gone.\n"
        "Level 3: 0 of 1 passed.\n"
        "2. Half an hour (angry_deadline): Dana Whitfield, at their desk; not tried yet.\n"
        "Type a number or a name and press Enter, or n for what is next; Ctrl-D leaves.\n"
    )


def test_plain_lines_of_a_path(trees: Course) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    row = SessionRow("s1", "poplar", "c", 1, "practice", "", "", "", "2026", "2026", "failed", 12, False, 4)
    about = replace(trees, path=replace(trees.path, about="Trees, and more trees."))
    show_plain(menu(about, [row], [], {"s1": {"items": [{"behaviour": "greet", "status": "late"}]}}), Out(stream))
    lines = stream.buffer.getvalue().decode().splitlines()  # type: ignore[attr-defined]
    assert [
        "Who do you want to practise with?",
        "Sixteen trees. Path: 0 of 16 situations passed.",
        "Trees, and more trees.",
        "n. Next: 1, The matter of the alder in the hall.",
        "Missed most: greet: missed or late in one recent conversation that called for it. "
        "Trained best by 1, The matter of the alder in the hall (worth 60 of 100; not tried yet).",
        "Level 1, First calls: 0 of 4 passed.",
    ] == lines[:6]
    assert "Level 2, Careful hands: locked, needs 2 situations of level 1 passed." in lines
    assert "Level 4, When things went wrong: locked, needs “The matter of the maple in the hall” passed." in lines
    assert lines[-3].startswith(
        "16. The matter of the poplar in the hall (poplar): Dana Whitfield, on the phone; locked, not passed,"
    )
    assert "Locked is advice, not a ban: you can choose it all the same." == lines[-2]
    assert 16 == sum(line.split(".")[0].isdecimal() for line in lines)


def test_a_step_that_was_passed_in_part_before_it_opened(trees: Course) -> None:
    row = SessionRow("s1", "oak", "c", 1, "practice", "", "", "", "2026", "2026", "handled_well", 90, True, 4)
    section = menu(trees, [row], []).sections[3]
    needs = "locked, needs “The matter of the maple in the hall” passed; 1 of 2 passed"
    assert f"Level 4, When things went wrong: {needs}" == heading(section)
    assert f"Level 4, When things went wrong (14 to 15): {needs}" == heading(section, numbered=True)
