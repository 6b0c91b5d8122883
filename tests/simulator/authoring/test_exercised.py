"""Which behaviours the scenarios of a course exercise."""

from __future__ import annotations

from pathlib import Path

from scoring.labels import labels
from simulator.authoring.exercised import exercised, table
from simulator.authoring.new_course import new_course
from simulator.course.load import load_course


def test_what_a_rubric_expects_and_has_avoided(sixteen: Path) -> None:
    found = exercised(load_course(sixteen))
    assert 16 == len(found["greet"]) == len(found["blame"])
    assert ("poplar",) == found["insult"]
    assert () == found["teach"]
    assert set(labels()) == set(found)


def test_moves_are_none_of_them(tmp_path: Path) -> None:
    assert "check_paper" not in exercised(load_course(new_course("frontline", tmp_path)))


def test_the_order_is_that_of_the_path(sixteen: Path) -> None:
    assert ("alder", "beech", "cedar") == exercised(load_course(sixteen))["greet"][:3]


def test_as_a_table(tmp_path: Path) -> None:
    lines = table(load_course(new_course("frontline", tmp_path))).splitlines()
    assert ["| behaviour | id | | scenarios |", "| --- | --- | --- | --- |"] == lines[:2]
    assert "| apologize | `apologize` | to show | `silent_printer` |" in lines
    assert "| teach without judging | `teach` | to show | – |" in lines
    assert lines.index("| thank | `thank` | to show | – |") < lines.index(
        "| blame | `blame` | to avoid | `silent_printer` |"
    )
    assert len(lines) == 2 + len(labels())
