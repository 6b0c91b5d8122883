"""`deskside history` finds every conversation that was kept and says what can be done with it."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.cli.main import main
from simulator.engine.events import Mood, SessionStarted, TraineeSaid
from simulator.records.store import Store

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
OPENING = SessionStarted("frozen", "c0ffee", 7, "practice", "ringing", Mood(35, 45, 50))


class Kept:
    """A store in which three conversations were kept, two days apart; `ids` are theirs, oldest first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        now = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
        self.ids: list[str] = []
        with Store.open(path, now=lambda: now) as store:
            for scenario, mode, trainee, cohort, score, outcome in (
                ("frozen", "practice", "ada", "spring", 88, "handled_well"),
                ("long_gone", "exam", "bob\u202e", "", 12, "failed"),
                ("frozen", "practice", "", "", None, ""),
            ):
                session = store.begin(scenario, "c0ffee", 7, mode, trainee, cohort)
                store.append(session, [OPENING, TraineeSaid(1, "Hello", "ringing")])
                if score is not None:
                    store.finish(session, {"score": score, "passed": score >= 70, "pass_mark": 70, "outcome": outcome})
                self.ids.append(session)
                now += timedelta(days=2)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setenv("TZ", "UTC0")
    monkeypatch.setenv("DESKSIDE_COURSE", str(PACK))
    return Kept(tmp_path / "state" / "sessions.db")


def history(*options: str) -> int:
    return main(["history", *options])


def test_each_is_a_line_newest_first(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == history("--store", str(kept.path))
    first, second, third = kept.ids
    assert [
        f"{third}, 2026-11-24 14:05, The save that never ends, practice: not finished, after 1 reply; to go on: deskside resume {third}",
        f"{second}, 2026-11-22 14:05, bob, long_gone, exam: 12 of 100, not passed, failed",
        f"{first}, 2026-11-20 14:05, ada (spring), The save that never ends, practice: 88 of 100, passed, handled well",
    ] == capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--trainee", "ada"), [0]),
        (("--cohort", "spring"), [0]),
        (("--scenario", "frozen"), [2, 0]),
        (("--trainee", "nobody"), []),
    ],
)
def test_narrowed(kept: Kept, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], found: list[int]) -> None:
    assert 0 == history("--store", str(kept.path), *options, "--json")
    assert [kept.ids[number] for number in found] == [row["id"] for row in json.loads(capsys.readouterr().out)]


def test_of_one_trainee_it_sums_up_the_path(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == history("--store", str(kept.path), "--trainee", "ada")
    assert "Path: 1 of 1 situation passed." == capsys.readouterr().out.splitlines()[-1]
    # All that somebody passed counts, whatever is listed.
    assert 0 == history("--store", str(kept.path), "--scenario", "long_gone")
    assert "Path: 0 of 1 situation passed." == capsys.readouterr().out.splitlines()[-1]


def test_as_json(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == history("--store", str(kept.path), "--json", "--trainee", "ada")
    (row,) = json.loads(capsys.readouterr().out)
    assert {
        "id": kept.ids[0],
        "scenario": "frozen",
        "title": "The save that never ends",
        "course": "c0ffee",
        "seed": 7,
        "mode": "practice",
        "trainee": "ada",
        "cohort": "spring",
        "origin": "",
        "started": "2026-11-20T14:05:00.000Z",
        "ended": "2026-11-20T14:05:00.000Z",
        "minutes": 0.0,
        "turns": 1,
        "score": 88,
        "pass_mark": 70,
        "passed": True,
        "outcome": "handled_well",
        "ticket_score": None,
        "mirror_yes": None,
        "mirror_measured": None,
        "mirror_accuracy": None,
        "what_if": None,
    } == row


def test_a_what_if_says_what_it_goes_back_to(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(kept.path) as store:
        session = store.begin("frozen", "c0ffee", 7, "practice", "cleo", origin=f"what-if:{kept.ids[0]}:2")
        store.append(session, [OPENING])
        store.finish(session, {"score": 90, "passed": True, "pass_mark": 70, "outcome": "handled_well"})
    assert 0 == history("--store", str(kept.path), "--trainee", "cleo")
    assert f"practice, what-if of turn 2 of {kept.ids[0]}: 90 of 100, passed" in capsys.readouterr().out
    assert 0 == history("--store", str(kept.path), "--trainee", "cleo", "--json")
    (row,) = json.loads(capsys.readouterr().out)
    assert {"session": kept.ids[0], "turn": 2} == row["what_if"]


def test_a_course_that_can_not_be_read_hides_nothing(
    kept: Kept, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKSIDE_COURSE", str(kept.path.parent / "none"))
    assert 0 == history("--store", str(kept.path))
    assert ", frozen, practice: not finished" in capsys.readouterr().out
    assert 0 != history("--store", str(kept.path), "--course", str(kept.path.parent / "none"))


def test_nothing_kept_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DESKSIDE_STORE", str(tmp_path / "new" / "sessions.db"))
    assert 0 == history()
    assert ("", "deskside: no conversation is kept yet; begin one with: deskside play\n") == capsys.readouterr()
    assert 0 == history("--json")
    assert [] == json.loads(capsys.readouterr().out)
    assert 0 == history("--trainee", "ada")
    assert "deskside: no conversation matches\n" == capsys.readouterr().err


def test_a_mistyped_store_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sesions.db"
    assert 2 == history("--store", str(path))
    assert (
        f"deskside: --store {path}: there is no such file; name the one that conversations were kept in\n"
        == capsys.readouterr().err
    )
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")
@pytest.mark.parametrize("colour", [True, False])
def test_in_a_terminal_it_is_a_table(kept: Kept, colour: bool) -> None:
    import pexpect

    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "160", "NO_COLOR": "" if colour else "1"}
    command = ["-m", "simulator.cli.main", "history", "--store", str(kept.path)]
    shown = pexpect.run(
        f"{sys.executable} {' '.join(command)}",
        env=environment,
        cwd=str(Path(__file__).parents[3]),
        encoding="utf-8",
        dimensions=(40, 160),
    )
    for expected in (
        "Session",
        "Passed",
        kept.ids[0],
        "2026-11-20 14:05",
        "ada (spring)",
        "The save that never ends",
        "handled well",
        "not finished",
        f"deskside resume {kept.ids[2]}",
    ):
        assert expected in shown
    assert colour == ("\x1b[32myes" in shown)
