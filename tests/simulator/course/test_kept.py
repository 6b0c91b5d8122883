"""A course that was found right is kept, and never told from one that was read anew."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from simulator.course import load
from simulator.course.errors import CourseError
from simulator.course.load import load_course

SMALL = Path(__file__).parents[2] / "data" / "packs" / "small"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DESKSIDE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def reads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every time that files are really read and checked."""
    seen: list[object] = []
    read = load._read

    def counted(*arguments: object) -> object:
        seen.append(arguments)
        return read(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "_read", counted)
    return seen


def test_what_did_not_change_is_not_checked_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = reads(monkeypatch)
    first, second = load_course(small), load_course(small)
    assert 1 == len(seen)
    assert (first.version, first.personas, first.behaviours) == (second.version, second.personas, second.behaviours)
    for name, scenario in first.scenarios.items():
        assert scenario.rubric == second.scenarios[name].rubric
        assert scenario.states == second.scenarios[name].states


def test_the_same_course_at_another_place_knows_where_it_is(small: Path, tmp_path: Path) -> None:
    load_course(small)
    other = Path(shutil.copytree(small, tmp_path / "other"))
    moved = load_course(other)
    assert other == moved.root
    assert [other / "scenarios" / name for name in moved.scenarios] == [one.folder for one in moved.scenarios.values()]


def test_a_changed_file_is_read_anew(small: Path) -> None:
    before = load_course(small)
    path = next(iter(before.scenarios.values())).folder / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New, ", 1), encoding="utf-8")
    after = load_course(small)
    assert before.version != after.version
    assert any(one.title.startswith("New, ") for one in after.scenarios.values())


def test_a_mistake_is_told_each_time(small: Path) -> None:
    path = next(iter(load_course(small).scenarios.values())).folder / "scenario.yaml"
    path.write_text("title: 1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CourseError):
            load_course(small)


def test_a_damaged_cache_is_only_slower(small: Path, cache: Path) -> None:
    before = load_course(small)
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert before.version == load_course(small).version


def test_only_so_many_are_kept(small: Path, cache: Path) -> None:
    path = next(iter(load_course(small).scenarios.values())).folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    for number in range(15):
        path.write_text(text.replace("title: ", f"title: {number} ", 1), encoding="utf-8")
        load_course(small)
    assert 12 == len([name for name in os.listdir(cache) if name.startswith("course-")])
