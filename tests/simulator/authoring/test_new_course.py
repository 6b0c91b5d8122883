"""A new course plays at once and harms nothing that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.detector import detector_of
from simulator.authoring.new_course import new_course
from simulator.authoring.walk import walk
from simulator.course.errors import DesksideError
from simulator.course.load import check_course, load_course, load_walkthroughs


def test_there_is_nothing_to_say_against_it(tmp_path: Path) -> None:
    assert [] == [one.render() for one in check_course(new_course("frontline", tmp_path))]


def test_its_written_conversations_come_out_as_written(tmp_path: Path) -> None:
    course = load_course(new_course("frontline", tmp_path))
    detector = detector_of(course.root)
    walked = [
        walk(course, scenario, walkthrough, detector)
        for scenario in course.scenarios.values()
        for walkthrough in load_walkthroughs(scenario)
    ]
    assert {"handled_well", "muddled_through", "failed"} == {one.outcome for one in walked}
    assert [] == [(one.name, difference) for one in walked for difference in one.differences]


def test_the_readme_names_the_course(tmp_path: Path) -> None:
    readme = (new_course("frontline", tmp_path) / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# frontline\n")
    assert "COURSE_NAME" not in readme


def test_it_has_a_path(tmp_path: Path) -> None:
    path = load_course(new_course("frontline", tmp_path)).path
    assert ("frontline", [("First calls", ("silent_printer",))]) == (
        path.title,
        [(step.title, step.scenarios) for step in path.steps],
    )


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    assert (new_course("frontline", tmp_path / "a" / "b") / "personas").is_dir()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_there_stays_as_it_is(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "frontline"
    if kind == "file":
        target.write_text("mine")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(DesksideError, match="frontline is there already and is left as it is"):
        new_course("frontline", tmp_path)
    assert [target] == list(tmp_path.iterdir())
    assert "file" != kind or "mine" == target.read_text()


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../a", "-a", "a b", "a\x00", "é", "a" * 65, "a\n"])
def test_a_name_that_is_not_fit_for_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DesksideError, match="can not be the name of a course"):
        new_course(name, tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_a_place_that_can_not_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        DesksideError, match=r"can not write .*frontline: .*; choose a folder that you can write to with --at"
    ):
        new_course("frontline", tmp_path / "file")


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert [new_course("frontline", tmp_path)] == list(tmp_path.iterdir())
