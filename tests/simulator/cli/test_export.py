"""`deskside export` from the command line: which files, which sessions, and what is said when it can not be done."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.cli.main import main
from simulator.engine.events import Mood, SessionStarted
from simulator.records.store import Store


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual store, with one conversation each of Ada (spring) and Bob (autumn)."""
    path = tmp_path / "state" / "sessions.db"
    monkeypatch.setenv("DESKSIDE_STORE", str(path))
    monkeypatch.chdir(tmp_path)
    item = {
        "behaviour": "greet",
        "kind": "expect",
        "status": "earned",
        "points": 5.0,
        "worth": 5,
        "turn": 1,
        "quote": "Hello",
        "due": None,
        "model": "",
        "why": "",
    }
    with Store.open(path) as store:
        for trainee, cohort, scenario in (("ada", "spring", "frozen"), ("bob", "autumn", "gone")):
            session = store.begin(scenario, "c0ffee", 7, "exam", trainee, cohort)
            store.append(session, [SessionStarted(scenario, "c0ffee", 7, "exam", "ringing", Mood(35, 45, 50))])
            store.finish(
                session, {"score": 88, "passed": True, "pass_mark": 70, "outcome": "handled_well", "items": [item]}
            )
    return path


def export(*options: str) -> int:
    return main(["export", *options])


def trainees(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["trainee"] for row in csv.DictReader(file)]


def test_csv_into_this_folder(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == export("--format", "csv")
    out, err = capsys.readouterr()
    assert ["deskside-sessions.csv", "deskside-items.csv"] == out.splitlines()
    assert "2 sessions, 2 items\n" == err
    assert ["ada", "bob"] == trainees(tmp_path / "deskside-sessions.csv")


@pytest.mark.parametrize("narrowed", [("--cohort", "spring"), ("--trainee", "ada"), ("--scenario", "frozen")])
def test_only_some(kept: Path, tmp_path: Path, narrowed: tuple[str, str]) -> None:
    assert 0 == export("--format", "csv", *narrowed, "--out", "ada")
    assert ["ada"] == trainees(tmp_path / "ada-sessions.csv")


def test_jsonl(kept: Path, tmp_path: Path) -> None:
    assert 0 == export("--format", "jsonl", "--out", str(tmp_path / "all.jsonl"))
    assert [88, 88] == [
        json.loads(line)["score"] for line in (tmp_path / "all-sessions.jsonl").read_text().splitlines()
    ]


def test_xlsx(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == export("--format", "xlsx", "--out", str(tmp_path / "all.xlsx"))
    assert f"{tmp_path / 'all.xlsx'}\n" == capsys.readouterr().out
    assert ["sessions", "items"] == load_workbook(tmp_path / "all.xlsx").sheetnames


@pytest.mark.parametrize(
    ("kind", "said"), [("csv", "there are only headings to see"), ("jsonl", "the files are empty")]
)
def test_when_nothing_matches_that_is_said(
    kept: Path, capsys: pytest.CaptureFixture[str], kind: str, said: str
) -> None:
    assert 0 == export("--format", kind, "--cohort", "sprnig")
    assert f"deskside: no session matches: {said}\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "xlsx", "--out", "none/all.xlsx"), "deskside: none/all.xlsx: there is no folder"),
        (("--format", "csv", "--store", "none.db"), "deskside: --store none.db: there is no such file"),
        (("--format", "ods"), "'ods' is not one of 'csv', 'jsonl', 'xlsx'"),
        ((), "Missing option '--format'"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_line(
    kept: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    assert 2 == export(*options)
    out, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    assert "" == out


def test_the_help_says_what_the_files_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == export("--help")
    told = capsys.readouterr().out
    for promise in (
        "NAME-sessions.csv",
        "utf-8-sig",
        "byte order mark",
        "UTC",
        "apostrophe",
        "32,767",
        "never 0",
        "NAME.xlsx",
    ):
        assert promise in told
