"""Files and folders of a pack that are missing, misnamed or not what they seem."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.course.errors import CourseError
from simulator.course.load import check_course, load_course
from simulator.course.pack import find_pack


def told(root: Path) -> list[str]:
    return sorted(f"{one.code} {one.path.relative_to(root).as_posix()}" for one in check_course(root))


def test_the_files_of_a_pack_are_found(pack: Any) -> None:
    found = find_pack(pack.root)
    assert {"sam_okafor": pack.path("persona")} == found.personas
    assert {"lost_file": pack.path("scenario")} == found.scenarios
    assert {"lost_file": pack.path("walkthroughs")} == found.walkthroughs
    assert {"use_name": pack.path("behaviour")} == found.behaviours
    assert found.notes + found.test_notes == []


def test_what_is_no_course_file_is_let_be(pack: Any) -> None:
    for name in (
        "README.md",
        "personas/.DS_Store",
        "personas/notes.txt",
        "scenarios/lost_file/script.odt",
        "scenarios/.git",
    ):
        pack.write(name, "x")
    assert pack.told() == []


@pytest.mark.parametrize("root", ["nowhere", "personas/sam_okafor.yaml", "personas"])
def test_what_is_no_pack_is_told(pack: Any, root: str) -> None:
    with pytest.raises(CourseError) as raised:
        load_course(pack.root / root)
    assert [one.code for one in raised.value.diagnostics] == ["DS001"]


@pytest.mark.parametrize("name", ["Scenario.yaml", "scenario.yml", "scenarios.yaml", "SCENARIO.YAML"])
def test_a_scenario_under_another_name_is_told_and_read(pack: Any, name: str) -> None:
    pack.path("scenario").rename(pack.path("scenario").with_name(name))
    assert [f"DS006 scenarios/lost_file/{name}"] == told(pack.root)


@pytest.mark.parametrize("name", ["walkthrough.yaml", "Walkthroughs.yaml", "walkthroughs.yml"])
def test_walkthroughs_under_another_name_are_told(pack: Any, name: str) -> None:
    pack.path("walkthroughs").rename(pack.path("walkthroughs").with_name(name))
    assert [f"DS006 scenarios/lost_file/{name}"] == told(pack.root)


@pytest.mark.parametrize("name", ["sam_okafor.yml", "Sam_Okafor.yaml", "sam-okafor.yaml", "sam_okafor.YAML"])
def test_a_persona_under_another_name_is_told_once_and_still_known(pack: Any, name: str) -> None:
    pack.path("persona").rename(pack.root / "personas" / name)
    [one] = told(pack.root)
    assert one in (f"DS006 personas/{name}", f"DS007 personas/{name}")


def test_folders_in_capitals_are_told(pack: Any) -> None:
    (pack.root / "personas").rename(pack.root / "Personas")
    assert told(pack.root) == ["DS006 Personas"]


def test_a_folder_without_a_scenario_is_told(pack: Any) -> None:
    (pack.root / "scenarios" / "planned").mkdir()
    assert told(pack.root) == ["DS002 scenarios/planned/scenario.yaml"]


def test_files_in_the_wrong_place_are_told(pack: Any) -> None:
    shutil.copy(pack.path("scenario"), pack.root / "scenarios" / "lost_file.yaml")
    shutil.copy(pack.path("scenario"), pack.root / "scenarios" / "lost_file" / "copy.yaml")
    (pack.root / "personas" / "old").mkdir()
    assert told(pack.root) == [
        "DS013 personas/old",
        "DS013 scenarios/lost_file.yaml",
        "DS013 scenarios/lost_file/copy.yaml",
    ]


@pytest.mark.parametrize("part", ["personas", "scenarios"])
def test_a_part_that_is_missing_empty_or_a_file_is_told(pack: Any, part: str) -> None:
    shutil.rmtree(pack.root / part)
    assert f"DS014 {part}" in told(pack.root)
    (pack.root / part).mkdir()
    assert f"DS014 {part}" in told(pack.root)
    (pack.root / part).rmdir()
    (pack.root / part).touch()
    assert f"DS004 {part}" in told(pack.root)
    assert f"DS014 {part}" not in told(pack.root)


def test_folders_in_place_of_files_are_told(pack: Any) -> None:
    pack.path("scenario").unlink()
    pack.path("scenario").mkdir()
    assert told(pack.root) == ["DS004 scenarios/lost_file/scenario.yaml"]


def test_links_in_a_circle_are_told(pack: Any) -> None:
    (pack.root / "scenarios" / "circle").symlink_to("circle")
    (pack.root / "personas" / "circle.yaml").symlink_to("circle.yaml")
    assert told(pack.root) == ["DS005 personas/circle.yaml", "DS005 scenarios/circle"]


def test_a_link_to_a_folder_above_ends(pack: Any) -> None:
    (pack.root / "scenarios" / "up").symlink_to("..", target_is_directory=True)
    assert told(pack.root) == ["DS002 scenarios/up/scenario.yaml"]


def test_names_that_are_no_text_are_told(pack: Any) -> None:
    try:
        shutil.copy(pack.path("persona"), os.fsencode(pack.root / "personas") + b"/b\xffad.yaml")
    except OSError:
        pytest.skip("this file system does not take such names")
    [one] = check_course(pack.root)
    assert one.code == "DS007"
    assert one.render().isascii() or "\ufffd" in one.render()
