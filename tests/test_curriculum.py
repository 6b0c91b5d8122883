"""docs/curriculum.md tells the truth: every name in it exists, and what it says a situation practises, it practises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.authoring.exercised import exercised, table
from simulator.course.load import load_course
from simulator.course.locate import built_in

DOCUMENT = Path(__file__).parents[1] / "docs" / "curriculum.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
COURSE = load_course(built_in())
NAME = re.compile(r"`([^`]+)`")
STEPS = {"ticket", "mirror", "notes", "events", "promises", "clock", "mood", "report", "path"}


class Row(NamedTuple):
    """A rule, what shows it (names of behaviours and moves; the cell itself), and the situations that practise it."""

    rule: str
    names: tuple[str, ...]
    cell: str
    scenarios: tuple[str, ...]
    everywhere: bool


def rows() -> list[Row]:
    """The rows of the tables that have rules."""
    found = []
    for part in re.split(r"^## ", TEXT, flags=re.MULTILINE):
        if re.match(r"[PTRC]: ", part):
            for line in part.splitlines():
                cells = [cell.strip() for cell in line.strip("|").split("|")]
                if line.startswith("|") and cells[0] != "rule" and not cells[0].startswith("---"):
                    rule, cell, scenarios = cells
                    names = tuple(NAME.findall(cell))
                    found.append(Row(rule, names, cell, tuple(NAME.findall(scenarios)), scenarios == "all"))
    return found


ROWS = rows()


def test_all_four_texts_have_their_rules() -> None:
    assert ["P", "T", "R", "C"] == re.findall(r"^## ([PTRC]): ", TEXT, flags=re.MULTILINE)
    assert 95 <= len(ROWS)
    assert len(ROWS) == len({row.rule for row in ROWS})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_every_name_in_a_row_exists(row: Row) -> None:
    for name in row.names:
        scenario, _, move = name.rpartition(".")
        if scenario:
            assert move in {one.id for one in COURSE.scenarios[scenario].moves}
        else:
            assert name in COURSE.behaviours
    for name in row.scenarios:
        assert name in COURSE.scenarios
    assert set(re.findall(r"\*\*(\w+)\*\*", row.cell)) <= STEPS
    assert row.names or "**" in row.cell


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_a_situation_practises_what_its_row_says(row: Row) -> None:
    shown = exercised(COURSE)
    own = {name.split(".")[0] for name in row.names if "." in name}
    for scenario in row.scenarios:
        assert scenario in own or any(scenario in shown.get(name, ()) for name in row.names), scenario


def test_every_rule_is_practised_somewhere() -> None:
    assert [] == [row.rule for row in ROWS if not row.scenarios and not row.everywhere]


def test_every_behaviour_follows_from_a_rule() -> None:
    assert 43 == len(COURSE.behaviours)
    assert [] == sorted(COURSE.behaviours.keys() - {name for row in ROWS for name in row.names})


def test_every_situation_stands_in_it() -> None:
    assert set(COURSE.scenarios) == set(NAME.findall(TEXT.split("## The situations")[1].split("\n## ")[0]))


def test_the_table_of_behaviours_is_that_of_the_scenarios() -> None:
    written = TEXT.split("<!-- behaviours -->\n")[1].split("<!-- end of behaviours -->")[0]
    assert table(COURSE) == written, "the scenarios have changed: make curriculum"
