"""`deskside next`: what to practise next, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli.main import main
from simulator.engine.events import Mood, SessionStarted
from simulator.records.store import Store


@pytest.fixture(autouse=True)
def course(sixteen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKSIDE_COURSE", str(sixteen))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Sessions of ada: alder passed and, as one more try at a turn of it, dogwood; cedar failed. And one of nobody."""
    path = tmp_path / "sessions.db"
    with Store.open(path) as opened:
        for scenario, trainee, origin, score, items in (
            ("alder", "ada", "", 90, {"greet": "earned", "apologize": "missed", "blame": "avoided"}),
            ("dogwood", "ada", "what-if:s1:2", 99, {"thank": "missed"}),
            ("cedar", "ada", "", 40, {"greet": "late", "apologize": "missed", "blame": "charged"}),
            ("beech", "", "", 80, {"greet": "missed"}),
        ):
            session = opened.begin(scenario, "c0ffee", 1, "practice", trainee, "", origin)
            opened.append(session, [SessionStarted(scenario, "c0ffee", 1, "practice", "ringing", Mood(1, 1, 1))])
            kept = [{"behaviour": behaviour, "status": status} for behaviour, status in items.items()]
            opened.finish(session, {"score": score, "passed": score >= 70, "outcome": "failed", "items": kept})
    return path


def test_what_is_next_and_what_is_missed_most(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["next", "--trainee", "ada", "--store", str(store)])
    assert [
        "Next: The matter of the beech in the hall (not tried yet).",
        "  Why: it is the first open situation of the path that is not passed.",
        "  To begin: deskside play beech --trainee ada",
        "Missed most: apologize: missed or late in 2 of 2 recent conversations that called for it.",
        "  Trained best by The matter of the beech in the hall (worth 40 of 100; not tried yet).",
        "  To begin: deskside play beech --trainee ada",
        "Missed most: not to blame: it cost points in 1 of 2 recent conversations.",
        "  Trained best by The matter of the beech in the hall (costs 15 there; not tried yet).",
        "  To begin: deskside play beech --trainee ada",
        "Missed most: greet: missed or late in 1 of 2 recent conversations that called for it.",
        "  Trained best by The matter of the beech in the hall (worth 30 of 100; not tried yet).",
        "  To begin: deskside play beech --trainee ada",
        "Path: 1 of 16 situations passed.",
        "Level 2, Careful hands is locked: first pass 2 situations of level 1 (1 so far).",
        "Level 3, Under pressure is locked: first pass 2 situations of level 2 (none so far).",
        "Level 4, When things went wrong is locked: first pass “The matter of the maple in the hall”.",
        "Level 5, Staying unmoved is locked: first pass 1 situation of level 4 (none so far).",
        "Locked is advice, not a ban: you can choose it all the same.",
    ] == capsys.readouterr().out.splitlines()


def test_as_json(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["next", "--trainee", "ada", "--json", "--store", str(store)])
    told = json.loads(capsys.readouterr().out)
    beech = {"scenario": "beech", "title": "The matter of the beech in the hall"}
    beech |= {"attempts": 0, "best": None, "passed": False}  # type: ignore[dict-item]
    assert beech | {"why": "it is the first open situation of the path that is not passed"} == told["next"]
    assert ("ada", 1, 16) == (told["trainee"], told["passed"], told["of"])
    assert {
        "behaviour": "apologize",
        "avoid": False,
        "wrong": 2,
        "of": 2,
        "weight": 1.8,
        "why": "apologize: missed or late in 2 of 2 recent conversations that called for it",
        "practise": beech | {"worth": 40.0},
    } == told["missed_most"][0]
    assert [(1, False), (2, True), (3, True), (4, True), (5, True)] == [
        (step["level"], step["locked"]) for step in told["steps"]
    ]
    assert 90 == told["steps"][0]["scenarios"][0]["best"]


def test_without_a_name_it_is_for_sessions_without_one(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["next", "--store", str(store)])
    out = capsys.readouterr().out
    assert out.startswith("Next: The matter of the alder in the hall (not tried yet).")
    assert "  To begin: deskside play alder\n" in out


def test_nothing_kept_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DESKSIDE_STORE", str(tmp_path / "new" / "sessions.db"))
    assert 0 == main(["next"])
    assert "Missed most: nothing is known yet.\nPath: 0 of 16 situations passed.\n" in capsys.readouterr().out


def test_a_mistyped_store_or_course_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["next", "--store", str(tmp_path / "none.db")])
    assert "there is no such file" in capsys.readouterr().err
    assert 1 == main(["next", "--course", str(tmp_path / "none")])
    assert "DS001" in capsys.readouterr().err
