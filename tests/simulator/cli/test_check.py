"""`deskside check` as a trainer types it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "data" / "packs" / "small"


def deskside(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "simulator.cli.main", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def spoil(pack: Path, old: str, new: str) -> Path:
    file = pack / "scenarios" / "lost_file" / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return file


def test_a_course_without_mistakes(pack: Path) -> None:
    run = deskside("check", str(pack))
    assert (0, f"{pack}: no mistakes\n", "") == (run.returncode, run.stdout, run.stderr)


def test_a_mistake_is_told_with_its_place_line_caret_and_remedy(pack: Path) -> None:
    file = spoil(pack, "when: greet, go", "when: great, go")
    run = deskside("check", str(pack))
    expected = f"""\
{file}:32:16: error DS301: 'great' is neither a behaviour nor a move of the scenario.
  32 |       - {{when: great, go: complaint}}
     |                ^^^^^
help: Did you mean 'greet'?

1 error in 1 file
"""
    assert (1, expected, "") == (run.returncode, run.stdout, run.stderr)


def test_warnings_are_told_and_do_not_fail(pack: Path) -> None:
    spoil(pack, "      - Tidy desktop, tidy mind, they say.\n", "")
    run = deskside("check", str(pack))
    assert 0 == run.returncode
    assert "warning DS602" in run.stdout
    assert run.stdout.endswith("1 warning in 1 file\n")


def test_json_is_one_object_and_nothing_else(pack: Path) -> None:
    file = spoil(pack, "level: 1", "level: one")
    run = deskside("check", "--json", str(pack))
    data = json.loads(run.stdout)
    assert (1, 1, 0) == (run.returncode, data["errors"], data["warnings"])
    [one] = data["diagnostics"]
    assert (str(file), 5, 8, "DS208", "level: one") == (
        one["path"],
        one["line"],
        one["column"],
        one["code"],
        one["source_line"],
    )


def test_the_course_in_use_is_checked_when_no_path_is_given(pack: Path) -> None:
    assert f"{pack}: no mistakes\n" == deskside("check", DESKSIDE_COURSE=str(pack)).stdout
    assert f"{pack}: no mistakes\n" == deskside("check", "--course", str(pack)).stdout


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    run = deskside("check", str(tmp_path / "nowhere.yaml"))
    assert (1, "") == (run.returncode, run.stderr)
    assert "DS002" in run.stdout


@pytest.mark.parametrize("code", ["DS101", "ds101", "duplicate-key"])
def test_a_code_is_explained_with_an_example(code: str) -> None:
    run = deskside("check", "--explain", code)
    assert 0 == run.returncode
    assert run.stdout.startswith("DS101 duplicate-key (error)\n")
    assert "title: The save that never finishes" in run.stdout


def test_a_code_that_does_not_exist_is_refused_with_a_suggestion() -> None:
    run = deskside("check", "--explain", "DS1001")
    assert (2, "") == (run.returncode, run.stdout)
    assert "Did you mean 'DS" in run.stderr


def test_text_that_the_output_can_not_take_is_no_bug(pack: Path) -> None:
    spoil(pack, "title: The list", "title: Die Äpfel: 漢")
    for encoding in ("ascii", "latin-1", "utf-8"):
        run = subprocess.run(
            [sys.executable, "-m", "simulator.cli.main", "check", str(pack)],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
            check=False,
        )
        assert (1, b"") == (run.returncode, run.stderr)


def test_nothing_heavy_is_imported_for_help() -> None:
    script = "import sys; import simulator.cli.check; print(sorted({'yaml', 'rapidfuzz', 'wcwidth', 'rich'} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert "[]\n" == run.stdout
