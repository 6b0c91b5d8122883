from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.course.errors import CourseError, DesksideError
from simulator.course.load import check_course, load_course


def test_a_course_is_its_personas_scenarios_and_behaviours(pack: Any) -> None:
    course = load_course(pack.root)
    assert (pack.root, ["sam_okafor"], ["lost_file"]) == (course.root, list(course.personas), list(course.scenarios))
    assert "use_name" in course.behaviours


def test_everything_that_is_wrong_is_raised_at_once(pack: Any) -> None:
    pack.edit("persona", "age: 52", "age: old")
    pack.edit("scenario", "level: 1", "level: high")
    with pytest.raises(DesksideError) as raised:
        load_course(pack.root)
    assert isinstance(raised.value, CourseError)
    assert raised.value.exit_code == 1
    assert [
        f"{one.code} {'persona' if one.path == pack.path('persona') else 'scenario'}"
        for one in raised.value.diagnostics
    ] == ["DS208 persona", "DS208 scenario"]
    assert "personas/sam_okafor.yaml:2:6: error DS208" in str(raised.value)


def test_warnings_do_not_keep_a_course_from_being_used(pack: Any) -> None:
    pack.edit("scenario", "    tells: [tidied]\n", "")
    pack.edit("scenario", "      - {told: [tidied], after: 6 turns", "      - {after: 6 turns")
    assert [one.code for one in check_course(pack.root)] == ["DS413"]
    load_course(pack.root)


def test_the_version_is_that_of_the_contents_and_not_of_the_place(pack: Any, tmp_path: Path) -> None:
    there = tmp_path / "somewhere" / "else"
    shutil.copytree(pack.root, there)
    assert load_course(pack.root).version == load_course(there).version
    assert len(load_course(there).version) == 64


def test_the_version_does_not_depend_on_line_ends_or_a_byte_order_mark(pack: Any) -> None:
    before = load_course(pack.root).version
    text = pack.path("scenario").read_bytes()
    pack.write("scenario", b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert before == load_course(pack.root).version


@pytest.mark.parametrize("file", ["persona", "scenario", "behaviour"])
def test_the_version_changes_with_every_file_that_is_played(pack: Any, file: str) -> None:
    before = load_course(pack.root).version
    pack.path(file).write_bytes(pack.path(file).read_bytes() + b"# a remark\n")
    assert before != load_course(pack.root).version


def test_the_version_does_not_change_with_the_tests_of_a_scenario(pack: Any) -> None:
    before = load_course(pack.root).version
    pack.path("walkthroughs").write_bytes(pack.path("walkthroughs").read_bytes() + b"# a remark\n")
    assert before == load_course(pack.root).version


def test_the_version_changes_with_the_name_of_a_file(pack: Any) -> None:
    before = load_course(pack.root).version
    (pack.root / "scenarios" / "lost_file").rename(pack.root / "scenarios" / "lost_list")
    assert before != load_course(pack.root).version


def test_a_persona_may_name_the_moves_of_every_scenario(pack: Any) -> None:
    assert pack.told("persona") == []
    pack.edit("scenario", "  look_in_bin:\n    is:", "  look_in_waste:\n    is:")
    assert pack.marked("persona") == ["DS301 look_in_bin"]


def test_an_unreadable_scenario_does_not_make_its_moves_unknown(pack: Any) -> None:
    pack.write("scenario", b"\xff\xfe\x00")
    assert pack.told("persona") == []


def test_a_scenario_whose_persona_can_not_be_read_is_checked_all_the_same(pack: Any) -> None:
    pack.write("persona", b"")
    pack.edit("scenario", "level: 1", "level: 9")
    assert [one.code for one in pack.check()] == ["DS012", "DS209"]
