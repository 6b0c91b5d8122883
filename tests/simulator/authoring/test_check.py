from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.authoring.check import check

SMALL = Path(__file__).parents[2] / "data" / "packs" / "small"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack with a mistake in its persona and one in its scenario."""
    root = Path(shutil.copytree(SMALL, tmp_path / "small"))
    slips = {
        "personas/sam_okafor.yaml": ("age: 52", "age: x"),
        "scenarios/lost_file/scenario.yaml": ("level: 1", "level: x"),
    }
    for name, (old, new) in slips.items():
        file = root / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return root


def files(path: Path) -> list[str]:
    return [one.path.name for one in check(path).diagnostics]


def test_a_pack_is_checked_as_a_whole(pack: Path) -> None:
    assert files(pack) == ["sam_okafor.yaml", "scenario.yaml"]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("personas", ["sam_okafor.yaml"]),
        ("personas/sam_okafor.yaml", ["sam_okafor.yaml"]),
        ("scenarios", ["scenario.yaml"]),
        ("scenarios/lost_file", ["scenario.yaml"]),
        ("scenarios/lost_file/scenario.yaml", ["scenario.yaml"]),
        ("scenarios/lost_file/walkthroughs.yaml", []),
        ("behaviours", []),
    ],
)
def test_of_a_part_only_the_part_is_told(pack: Path, part: str, expected: list[str]) -> None:
    assert expected == files(pack / part)


def test_a_part_is_checked_with_the_whole_pack_in_view(pack: Path) -> None:
    shutil.rmtree(pack / "personas")
    (pack / "personas").mkdir()
    assert "DS303" in [one.code for one in check(pack / "scenarios" / "lost_file").diagnostics]


def test_paths_are_shown_from_the_current_folder(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack / "scenarios")
    assert [Path("lost_file/scenario.yaml")] == [one.path for one in check(Path("lost_file")).diagnostics]
    monkeypatch.chdir(pack)
    assert Path("personas/sam_okafor.yaml") == check(Path()).diagnostics[0].path
    monkeypatch.chdir(pack / "personas")
    assert [Path("sam_okafor.yaml")] == [one.path for one in check(Path("sam_okafor.yaml")).diagnostics]
    assert [pack / "scenarios" / "lost_file" / "scenario.yaml"] == [
        one.path for one in check(Path("../scenarios")).diagnostics
    ]


def test_a_scenario_and_a_file_that_belong_to_no_pack_are_checked_alone(pack: Path, tmp_path: Path) -> None:
    alone = shutil.copytree(pack / "scenarios" / "lost_file", tmp_path / "alone")
    assert {"scenario.yaml"} == set(files(Path(alone)))
    file = shutil.copy(pack / "personas" / "sam_okafor.yaml", tmp_path / "sam.yaml")
    assert files(Path(file)) == ["sam.yaml"]


def test_the_course_file_is_checked_with_the_pack_in_view_or_alone(pack: Path, tmp_path: Path) -> None:
    text = "title: First weeks\npaths:\n  - {level: 1, title: A, scenarios: [lost_flie]}\n"
    (pack / "course.yaml").write_text(text, encoding="utf-8")
    assert ["DS801"] == [one.code for one in check(pack / "course.yaml").diagnostics if one.severity == "error"]
    alone = tmp_path / "alone.yaml"
    alone.write_text(text.replace("title: A", "titel: A"), encoding="utf-8")
    assert ["DS202", "DS201"] == [one.code for one in check(alone).diagnostics]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/at/all.yaml", "no\0name", "x" * 5000])
def test_what_is_not_there_is_told(tmp_path: Path, path: str) -> None:
    checked = check(tmp_path / path)
    assert (1, 0) == (checked.errors, checked.warnings)


def test_a_folder_that_is_no_course_is_told(tmp_path: Path) -> None:
    assert ["DS001"] == [one.code for one in check(tmp_path).diagnostics]


def test_the_summary_counts(pack: Path) -> None:
    assert "2 errors in 2 files" == check(pack).summary
    assert "1 error in 1 file" == check(pack / "personas").summary
    assert check(SMALL).summary.endswith("small: no mistakes")


def test_as_data_it_has_the_counts_and_every_diagnostic(pack: Path) -> None:
    data = check(pack).as_json()
    assert (2, 0) == (data["errors"], data["warnings"])
    assert isinstance(data["diagnostics"], list)
    assert {"DS208"} == {one["code"] for one in data["diagnostics"]}
