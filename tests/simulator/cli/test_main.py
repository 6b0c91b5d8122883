"""The command line itself: finding commands, and every way of ending."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from simulator.cli import main as cli
from simulator.cli.main import COMMANDS, main
from simulator.course.errors import DesksideError


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Make `deskside play` end as the given error would."""

    def end(error: BaseException) -> int:
        @click.command("play")
        def command() -> int:
            raise error

        def get_command(group: click.Group, ctx: click.Context, name: str) -> click.Command:
            return command

        monkeypatch.setattr(cli.Commands, "get_command", get_command)
        return main(["play"])

    return end


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["--help"])
    shown = capsys.readouterr().out
    for name, entry in COMMANDS.items():
        assert f"  {name} " in shown
        assert entry.summary in " ".join(shown.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main([name, "--help"])
    assert f"Usage: deskside {name}" in capsys.readouterr().out


def test_help_imports_click_and_nothing_heavy() -> None:
    code = (
        "import sys; from simulator.cli.main import main; main(['--help']); "
        "heavy = {'pydantic', 'yaml', 'numpy', 'rapidfuzz', 'prompt_toolkit', 'rich', 'jinja2', 'xlsxwriter', 'transitions',"
        " 'sqlite3', 'platformdirs', 'asyncio'}; print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stderr


def test_a_mistyped_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["plya"])
    assert "Did you mean 'play'?" in capsys.readouterr().err


def test_a_mistyped_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["play", "--sede", "1"])
    assert "--seed" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["--version"])
    assert capsys.readouterr().out.startswith("deskside ")


def test_an_expected_error_is_one_message(ending, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    assert 2 == ending(DesksideError("there is no such thing; name another"))
    assert "deskside: there is no such thing; name another\n" == capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_quiet(ending, capsys: pytest.CaptureFixture[str], error: BaseException) -> None:  # type: ignore[no-untyped-def]
    assert 130 == ending(error)
    assert "Traceback" not in capsys.readouterr().err


def test_a_bug_leaves_a_log(
    ending, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert 3 == ending(ZeroDivisionError("division by zero"))
    told = capsys.readouterr().err
    (log,) = tmp_path.rglob("bug-*.md")
    assert str(log) in told
    assert "ZeroDivisionError: division by zero" in told
    assert "Traceback" not in told
    assert "Traceback (most recent call last)" in log.read_text(encoding="utf-8")


def test_a_bug_is_told_even_where_nothing_can_be_written(
    ending,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert 3 == ending(ZeroDivisionError("division by zero"))
    assert "no log" in capsys.readouterr().err


def test_a_broken_course_shows_its_mistakes_first(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "personas").mkdir()
    (tmp_path / "scenarios" / "bad").mkdir(parents=True)
    (tmp_path / "scenarios" / "bad" / "scenario.yaml").write_text("title: [\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", None)
    assert 1 == main(["play", "bad", "--course", str(tmp_path), "--no-keep"])
    told = capsys.readouterr().err
    assert "scenario.yaml:" in told
    assert told.rstrip().splitlines()[-1].startswith("deskside: the course can not be used as it stands: ")
