"""Files that stand outside any pack."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.course.loose import check_file, check_folder


@pytest.mark.parametrize("file", ["persona", "scenario", "walkthroughs", "behaviour"])
def test_a_good_file_is_fine_on_its_own(pack: Any, tmp_path: Path, file: str) -> None:
    alone = shutil.copy(pack.path(file), tmp_path / "x.yaml")
    expected = ["DS301"] if file == "scenario" else []  # the behaviour that the pack adds
    assert expected == [one.code for one in check_file(Path(alone))]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("persona", "age: 52", "age: x", "DS208"),
        ("scenario", "level: 1", "level: x", "DS208"),
        ("walkthroughs", "  seed: 1", "  seed: x", "DS208"),
        ("behaviour", "kind: expect", "kind: x", "DS211"),
    ],
)
def test_what_a_file_is_meant_to_be_shows_in_its_keys(
    pack: Any, tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    pack.edit(file, old, new)
    alone = shutil.copy(pack.path(file), tmp_path / "x.yaml")
    assert code in [one.code for one in check_file(Path(alone))]


def test_a_scenario_is_checked_with_its_walkthroughs(pack: Any, tmp_path: Path) -> None:
    pack.edit("walkthroughs", "state: found", "state: fund")
    alone = shutil.copytree(pack.root / "scenarios" / "lost_file", tmp_path / "lost_file")
    assert sorted(one.code for one in check_folder(alone)) == ["DS301", "DS302"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert [one.code for one in check_file(tmp_path / "none.yaml")] == ["DS002"]
