from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.course.diagnostic import Diagnostic, printable

ONE = Diagnostic(
    path=Path("scenarios/frozen/scenario.yaml"),
    line=12,
    column=16,
    code="DS301",
    severity="error",
    message="'apologise' is neither a behaviour nor a move of the scenario.",
    remedy="Did you mean 'apologize'?",
    source_line="      - {when: apologise, go: story}",
    width=9,
)


def test_it_shows_place_line_caret_and_remedy() -> None:
    expected = """\
scenarios/frozen/scenario.yaml:12:16: error DS301: 'apologise' is neither a behaviour nor a move of the scenario.
  12 |       - {when: apologise, go: story}
     |                ^^^^^^^^^
help: Did you mean 'apologize'?"""
    assert expected == ONE.render()


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = ONE.render(colour=True)
    assert "\x1b[" in coloured
    assert ONE.render() == re.sub(r"\x1b\[[0-9;]*m", "", coloured)


def test_a_complaint_about_a_whole_file_has_no_line() -> None:
    whole = replace(ONE, line=1, column=1, source_line="")
    assert len(whole.render().splitlines()) == 2


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("\tname: Dana", 8, "\t      ^"),
        ("name: 漢字 x", 10, "           ^"),
        ("name: a\u0301 x", 10, "        ^"),
        ("name: 👩\u200d💻 x", 11, "         ^"),
        ("x", 2, " ^"),
    ],
    ids=["tab", "wide", "combining", "joined", "end of line"],
)
def test_the_caret_stands_under_the_place_whatever_comes_before_it(line: str, column: int, expected: str) -> None:
    caret = replace(ONE, source_line=line, column=column, width=1).render().splitlines()[2]
    assert expected == caret.removeprefix("     | ")


def test_wide_characters_are_underlined_in_their_whole_width() -> None:
    caret = replace(ONE, source_line="漢字", column=1, width=2).render().splitlines()[2]
    assert caret.removeprefix("     | ") == "^^^^"


def test_a_width_that_goes_to_the_end_of_the_line_stops_there() -> None:
    caret = replace(ONE, source_line="say: Hello", column=6, width=0).render().splitlines()[2]
    assert caret.removeprefix("     | ") == "     ^^^^^"


def test_of_a_very_long_line_the_piece_around_the_place_is_shown() -> None:
    line = "a" * 5000 + "HERE" + "b" * 5000
    shown, caret = replace(ONE, source_line=line, column=5001, width=4).render().splitlines()[1:3]
    assert len(shown) < 140
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "HERE"
    assert len(str(replace(ONE, source_line=line, column=5001).as_json()["source_line"])) < 140


def test_nothing_that_is_shown_can_disturb_a_terminal() -> None:
    wild = replace(
        ONE, path=Path("a\x1b[31m.yaml"), source_line="x \x1b[2J\x07 y", message="\x1b]0;title\x07", column=1
    )
    assert wild.render().replace("\n", "").isprintable()


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    assert printable(Path("b\udcffad.yaml")) == "b\\xffad.yaml"


def test_errors_come_first_then_file_line_and_column() -> None:
    warning = replace(ONE, severity="warning", line=1)
    later = replace(ONE, line=13)
    assert [ONE, later, warning] == sorted([warning, later, ONE], key=lambda one: one.order)


def test_as_data_it_has_the_line_as_the_author_wrote_it() -> None:
    assert {
        "path": "scenarios/frozen/scenario.yaml",
        "line": 12,
        "column": 16,
        "code": "DS301",
        "severity": "error",
        "message": ONE.message,
        "remedy": ONE.remedy,
        "source_line": ONE.source_line,
    } == ONE.as_json()
