"""`deskside resume`: going on with a conversation that was left."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.cli.main import main
from simulator.records.store import Store

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
GREETING = "Good afternoon, IT service desk, this is Robin speaking. How may I help you?"
APOLOGY = "I am so sorry that you have had to wait this long."
REMEDY = "Could you restart the computer, please?"


class Done(NamedTuple):
    status: int
    out: str
    err: str


class Deskside:
    """The command, run in this process with its own standard streams and its own store."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
        self._monkeypatch = monkeypatch
        self._store = store

    def __call__(self, *arguments: str, typed: str = "") -> Done:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        return Done(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]

    def unfinished(self) -> list[str]:
        """The ids of what can be resumed, newest first."""
        with Store.open(self._store) as store:
            return [row.id for row in store.unfinished()]


@pytest.fixture
def deskside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Deskside:
    store = tmp_path / "sessions.db"
    monkeypatch.setenv("DESKSIDE_COURSE", str(PACK))
    monkeypatch.setenv("DESKSIDE_STORE", str(store))
    return Deskside(monkeypatch, store)


def test_in_two_sittings_it_is_the_same_conversation(deskside: Deskside) -> None:
    whole = deskside("play", "frozen", "--json", "--no-keep", typed=f"{GREETING}\n{APOLOGY}\n{REMEDY}\n")
    deskside("play", "frozen", typed=f"{GREETING}\n")
    resumed = deskside("resume", "--json", typed=f"{APOLOGY}\n{REMEDY}\n")
    assert (0, whole.out) == (resumed.status, resumed.out)
    assert [] == deskside.unfinished()


def test_it_shows_the_scene_and_the_last_lines(deskside: Deskside) -> None:
    deskside("play", "frozen", typed=f"{GREETING}\n")
    done = deskside("resume")
    assert "The save that never ends, with Dana Whitfield, after 1 reply." in done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("The save that never ends.")
    assert f"You: {GREETING}" in lines


def test_the_newest_comes_first_and_any_can_be_named(deskside: Deskside) -> None:
    deskside("play", "frozen", typed=f"{GREETING}\n")
    deskside("play", "frozen", typed="Good morning, service desk, Robin speaking.\n")
    newest, oldest = deskside.unfinished()
    assert "Good morning" in deskside("resume").out
    assert "Good afternoon" in deskside("resume", oldest).out
    assert "Good morning" in deskside("resume", newest.upper()).out


def test_only_that_trainees(deskside: Deskside) -> None:
    deskside("play", "frozen", "--trainee", "t1", typed=f"{GREETING}\n")
    deskside("play", "frozen", "--trainee", "t2", typed="")
    assert GREETING in deskside("resume", "--trainee", "t1").out


def test_replies_taken_back_stay_so(deskside: Deskside) -> None:
    deskside("play", "frozen", typed=f"well\n/undo\n{GREETING}\n/notes asset tag 4711\n")
    told = json.loads(deskside("resume", "--json", typed="/undo\n/undo\n").out)
    assert [] == told["turns"]


def test_nothing_to_resume(deskside: Deskside) -> None:
    done = deskside("resume")
    assert (2, "") == (done.status, done.out)
    assert "deskside: there is no conversation to go on with; begin one with: deskside play\n" == done.err


def test_one_that_has_ended(deskside: Deskside) -> None:
    deskside("play", "frozen", typed=f"{GREETING}\n")
    (session,) = deskside.unfinished()
    deskside("resume", typed=f"{APOLOGY}\n{REMEDY}\n")
    done = deskside("resume", session)
    assert 2 == done.status
    assert f"deskside report {session}" in done.err


def test_an_unknown_session(deskside: Deskside) -> None:
    done = deskside("resume", "s000")
    assert 2 == done.status
    assert "s000" in done.err


def test_a_course_without_its_scenario(deskside: Deskside, tmp_path: Path) -> None:
    deskside("play", "frozen", typed=f"{GREETING}\n")
    other = tmp_path / "other"
    (other / "scenarios").mkdir(parents=True)
    (other / "personas").mkdir()
    (other / "personas" / "dana.yaml").write_bytes((PACK / "personas" / "dana.yaml").read_bytes())
    moved = other / "scenarios" / "thawed"
    moved.mkdir()
    for name in ("scenario.yaml", "walkthroughs.yaml"):
        (moved / name).write_bytes((PACK / "scenarios" / "frozen" / name).read_bytes())
    done = deskside("resume", "--course", str(other))
    assert 2 == done.status
    assert '"frozen", which this course does not have' in done.err


def test_a_course_that_has_changed(deskside: Deskside, tmp_path: Path) -> None:
    import shutil

    changed = tmp_path / "changed"
    shutil.copytree(PACK, changed)
    scenario = changed / "scenarios" / "frozen" / "scenario.yaml"
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("And now?", "What next?"), encoding="utf-8")
    deskside("play", "frozen", typed=f"{GREETING}\n")
    done = deskside("resume", "--json", "--course", str(changed), typed=f"{APOLOGY}\n{REMEDY}\n")
    assert 0 == done.status
    assert "The course has changed since you left" in done.err
    assert "handled_well" == json.loads(done.out)["outcome"]
