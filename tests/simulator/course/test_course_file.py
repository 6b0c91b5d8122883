"""`course.yaml`: the path through a course, and what can be wrong with it."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from simulator.course.load import check_course, load_course
from simulator.course.path import LearningPath, Needs, Step

HEAD = "title: First weeks\npaths:\n"
FIRST = "  - level: 1\n    title: First calls\n    scenarios: [lost_file]\n"


@pytest.fixture
def three(pack: Any) -> Any:
    """The pack with three scenarios: lost_file and lost_letter of level 1, lost_train of level 2."""
    for name in ("lost_letter", "lost_train"):
        shutil.copytree(pack.root / "scenarios" / "lost_file", pack.root / "scenarios" / name)
    pack.edit("scenarios/lost_train/scenario.yaml", "level: 1", "level: 2")
    return pack


def told(pack: Any, text: str) -> list[str]:
    """What is told of a course file: the code and the text at the place."""
    pack.write("course", text)
    found: list[str] = pack.marked("course")
    return found


def test_a_path_is_read(three: Any) -> None:
    text = (
        "title: First weeks\nabout: |\n  What you practise\n  in your first weeks.\npaths:\n"
        "  - level: 1\n    title: First calls\n    scenarios: [lost_letter, lost_file]\n"
        "  - {level: 2, title: Careful hands, scenarios: lost_train, needs: {passed: 2, of_level: 1}}\n"
    )
    assert [] == told(three, text)
    assert LearningPath(
        "First weeks",
        "What you practise in your first weeks.",
        (
            Step(1, "First calls", ("lost_letter", "lost_file")),
            Step(2, "Careful hands", ("lost_train",), Needs(passed=2, of_level=1)),
        ),
    ) == (load_course(three.root).path)


def test_needs_may_name_scenarios(three: Any) -> None:
    text = (
        f"{HEAD}{FIRST}  - {{level: 1, title: Second calls, scenarios: [lost_letter], needs: lost_file}}\n"
        "  - {level: 2, title: Careful hands, scenarios: [lost_train], needs: [lost_file, lost_letter]}\n"
    )
    assert [] == told(three, text)
    assert [(), ("lost_file",), ("lost_file", "lost_letter")] == [
        one.needs.scenarios for one in load_course(three.root).path.steps
    ]


def test_a_course_needs_no_such_file(pack: Any) -> None:
    assert LearningPath() == load_course(pack.root).path


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("  - {level: 1, title: A, scenarios: [lost_flie]}\n", ["DS801 lost_flie"]),
        ("  - {level: 1, title: A, scenarios: [lost_file], needs: [lost_flie]}\n", ["DS801 lost_flie"]),
        ("  - {level: 1, title: A, scenarios: [lost_file, lost_file]}\n", ["DS802 lost_file"]),
        (f"{FIRST}  - {{level: 1, title: B, scenarios: [lost_file]}}\n", ["DS802 lost_file"]),
        ("  - {level: 2, title: A, scenarios: [lost_file]}\n", ["DS806 lost_file"]),
        ("  - {level: 9, title: A, scenarios: [lost_file]}\n", ["DS209 9"]),
        ("  - {level: 1, title: A, scenarios: [lost_file], needs: {passed: 1}}\n", ["DS202 needs"]),
        ("  - {level: 1, title: A, scenarios: [lost_file], needs: {passed: 0, of_level: 1}}\n", ["DS209 0"]),
        ("  - {level: 1, title: A, scenarios: [lost_file], needs: {}}\n", ["DS207 {"]),
        ("  - {level: 1, title: A, scenarios: []}\n", ["DS207 ["]),
        ("  - {level: 1, title: A, scenarios: [lost_file], needs: []}\n", ["DS207 ["]),
        ("  - {level: 1, title: A}\n", ["DS202 {"]),
        ("  - {title: A, scenarios: [lost_file]}\n", ["DS202 {"]),
        ("  - {level: 1, title: A, scenarios: [lost_file], need: x}\n", ["DS201 need"]),
        (f"{FIRST}  - {{level: 1, title: First calls, scenarios: [lost_letter]}}\n", ["DS808 First calls"]),
        (f"{FIRST}  -\n", ["DS207 "]),
        ("  first: {level: 1}\n", ["DS204 f"]),
    ],
)
def test_a_mistake_is_told_where_it_stands(three: Any, steps: str, expected: list[str]) -> None:
    assert expected == [one for one in told(three, HEAD + steps) if not one.startswith("DS803")]


def test_empty_and_missing_keys(pack: Any) -> None:
    assert ["DS202 p"] == told(pack, "paths:\n" + FIRST)
    assert ["DS207 paths"] == told(pack, "title: First weeks\npaths:\n")
    assert ["DS202 t"] == told(pack, "title: First weeks\n")
    pack.write("course", "# nothing\n")
    assert ["DS012"] == [one.code for one in check_course(pack.root)]


def test_a_scenario_that_the_path_leaves_out_is_told_once(three: Any) -> None:
    assert ["DS803 paths", "DS803 paths"] == told(three, HEAD + FIRST)
    messages = [one.message for one in check_course(three.root) if one.code == "DS803"]
    assert ["'lost_letter' is in no step of the path.", "'lost_train' is in no step of the path."] == messages


def test_a_mistyped_scenario_is_not_left_out_as_well(three: Any) -> None:
    steps = FIRST.replace("[lost_file]", "[lost_file, lost_lettre]")
    steps += "  - {level: 2, title: B, scenarios: [lost_train]}\n"
    assert ["DS801 lost_lettre"] == told(three, HEAD + steps)


def test_warnings_do_not_keep_the_course_from_being_used(three: Any) -> None:
    told(three, HEAD + FIRST.replace("1", "2"))
    assert {"DS803", "DS806"} == {one.code for one in check_course(three.root)}
    load_course(three.root)


def test_a_scenario_with_a_mistake_is_not_unknown_and_has_no_level(pack: Any) -> None:
    pack.edit("scenario", "level: 1", "level: high")
    assert [] == told(pack, HEAD + FIRST.replace("level: 1", "level: 4"))


def test_the_version_changes_with_the_path(pack: Any) -> None:
    without = load_course(pack.root).version
    pack.write("course", HEAD + FIRST)
    one = load_course(pack.root).version
    pack.write("course", HEAD + FIRST.replace("First", "Early"))
    assert 3 == len({without, one, load_course(pack.root).version})


@pytest.mark.parametrize("name", ["course.yml", "Course.yaml", "courses.yaml"])
def test_under_another_name_it_is_told_and_read(pack: Any, name: str) -> None:
    pack.write(name, HEAD + FIRST.replace("lost_file", "lost_flie"))
    assert ["DS006", "DS801"] == sorted(one.code for one in check_course(pack.root) if one.severity == "error")


def test_two_of_them_are_one_too_many(pack: Any) -> None:
    pack.write("course", HEAD + FIRST)
    pack.write("course.yml", HEAD + FIRST)
    assert [("DS013", "course.yml")] == [(one.code, one.path.name) for one in check_course(pack.root)]


def test_a_folder_in_its_place_is_told(pack: Any) -> None:
    pack.path("course").mkdir()
    assert ["DS004"] == [one.code for one in check_course(pack.root)]
