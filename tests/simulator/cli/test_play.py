"""`deskside play` where nobody sits at a terminal: pipes, files, exit statuses, and what is kept."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
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
BLAME = "This is your own fault, you should have been more careful."
WELL = f"{GREETING}\n{APOLOGY}\n{REMEDY}\n"
BADLY = f"{GREETING}\n{BLAME}\n"


class Done(NamedTuple):
    status: int
    out: str
    err: str


class Deskside:
    """The command, run in this process with its own standard streams and its own store."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
        self._monkeypatch = monkeypatch
        self.store = store

    def __call__(self, *arguments: str, typed: str | bytes | None = "") -> Done:
        content = typed.encode() if isinstance(typed, str) else typed
        stdin = None if content is None else io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        return Done(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]


@pytest.fixture
def deskside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Deskside:
    store = tmp_path / "sessions.db"
    monkeypatch.setenv("DESKSIDE_COURSE", str(PACK))
    monkeypatch.setenv("DESKSIDE_STORE", str(store))
    return Deskside(monkeypatch, store)


def test_a_good_conversation_passes(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=WELL)
    assert 0 == done.status
    lines = done.out.splitlines()
    assert f"You: {GREETING}" in lines
    assert f"You: {REMEDY}" in lines
    assert "The conversation has ended: handled well." in lines
    assert "Score: 100 of 100" in lines


def test_a_rude_one_fails(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=BADLY)
    assert 1 == done.status
    assert "The conversation has ended: failed." in done.out.splitlines()


def test_one_that_stops_early_is_unfinished_and_kept(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=f"{GREETING}\n")
    assert 1 == done.status
    assert "Outcome: not finished" in done.out
    with Store.open(deskside.store) as store:
        (row,) = store.unfinished()
    assert f"deskside resume {row.id}" in done.err


def test_json_is_one_object_and_nothing_else(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--json", typed=WELL)
    told = json.loads(done.out)
    assert ("frozen", 1, 100, True, "handled_well", "practice") == tuple(
        told[key] for key in ("scenario", "seed", "score", "passed", "outcome", "mode")
    )
    assert [GREETING, APOLOGY, REMEDY] == [turn["reply"] for turn in told["turns"]]
    assert ["greet", "apologize", "restart_it", "blame"] == [item["behaviour"] for item in told["items"]]


def test_the_same_inputs_give_the_same_bytes(deskside: Deskside, tmp_path: Path) -> None:
    first = deskside("play", "frozen", "--json", typed=WELL)
    assert first.out == deskside("play", "frozen", "--json", typed=WELL).out
    assert first.out == deskside("play", "frozen", "--json", "--seed", "1", "--no-keep", typed=WELL).out
    assert first.out == deskside("play", "frozen", "--json", "--store", str(tmp_path / "other.db"), typed=WELL).out
    assert first.out != deskside("play", "frozen", "--json", "--seed", "2", typed=WELL).out


def test_the_same_inputs_give_the_same_transcript(deskside: Deskside) -> None:
    assert deskside("play", "frozen", typed=WELL).out == deskside("play", "frozen", typed=WELL).out


def test_an_exam_is_silent_until_the_report(deskside: Deskside) -> None:
    practice = deskside("play", "frozen", typed=WELL)
    for exam in (
        deskside("play", "frozen", option, *more, typed=WELL) for option, *more in (["--exam"], ["--mode", "exam"])
    ):
        assert 0 == exam.status
        assert "Coach: " in practice.out
        assert "Coach: " not in exam.out


def test_exam_and_practice_at_once_is_a_mistake(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--exam", "--mode", "practice")
    assert 2 == done.status
    assert "contradict" in done.err


def test_commands_work_through_a_pipe(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--json", typed=f"/hint\n{BLAME}\n/undo\n/nonsense\n{WELL}")
    assert 0 == done.status
    assert [GREETING, APOLOGY, REMEDY] == [turn["reply"] for turn in json.loads(done.out)["turns"]]
    assert "There is no command /nonsense" in done.err


def test_quit_ends_the_reading(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--json", typed=f"{GREETING}\n/quit\n{APOLOGY}\n")
    assert 1 == done.status
    assert 1 == len(json.loads(done.out)["turns"])


def test_a_blank_line_is_a_silence(deskside: Deskside) -> None:
    told = json.loads(deskside("play", "frozen", "--json", typed="\n\n").out)
    assert ["", ""] == [turn["reply"] for turn in told["turns"]]


def test_what_comes_after_the_ending_is_not_used(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=f"{WELL}one more\nand another\n")
    assert 0 == done.status
    assert 1 == done.err.count("line 4 of standard input, and what follows it, was not used")
    assert "one more" not in done.out


def test_no_input_at_all_is_an_unfinished_conversation(deskside: Deskside) -> None:
    for typed in ("", None):
        done = deskside("play", "frozen", "--json", typed=typed)
        assert 1 == done.status
        assert [] == json.loads(done.out)["turns"]
    with Store.open(deskside.store) as store:
        assert 2 == len(store.unfinished())


def test_input_that_is_not_utf8(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=f"{GREETING}\nZoë\n".encode("latin-1"))
    assert 2 == done.status
    assert "not UTF-8: line 2, byte 3" in done.err
    with Store.open(deskside.store) as store:
        assert [1] == [row.turns for row in store.unfinished()]


def test_escape_sequences_do_not_reach_the_screen(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed="\x1b[2J\x1b]0;owned\x07hello\n")
    assert "\x1b" not in done.out


def test_an_unknown_scenario(deskside: Deskside) -> None:
    done = deskside("play", "frozn")
    assert (2, "") == (done.status, done.out)
    assert "there is no scenario \"frozn\" in this course. Did you mean 'frozen'?" in done.err


def test_starting_at_a_state(deskside: Deskside) -> None:
    told = json.loads(deskside("play", "frozen", "--json", "--start", "thawed", typed=f"{REMEDY}\n").out)
    assert "handled_well" == told["outcome"]
    assert ["thawed"] == [turn["state"] for turn in told["turns"]]


@pytest.mark.parametrize(("state", "told"), [("thawd", "Did you mean 'thawed'?"), ("solved", "over already")])
def test_starting_where_one_can_not(deskside: Deskside, state: str, told: str) -> None:
    done = deskside("play", "frozen", "--start", state)
    assert 2 == done.status
    assert told in done.err


def test_replies_without_a_scenario_are_a_mistake(deskside: Deskside) -> None:
    done = deskside("play", typed=WELL)
    assert 2 == done.status
    assert "name a scenario" in done.err


def test_whose_conversation_it_is(deskside: Deskside) -> None:
    deskside("play", "frozen", "--trainee", "t17", "--cohort", "spring", "--exam", typed=WELL)
    with Store.open(deskside.store) as store:
        (row,) = store.sessions()
    assert ("t17", "spring", "exam", 100, True, "handled_well") == (
        row.trainee,
        row.cohort,
        row.mode,
        row.score,
        row.passed,
        row.outcome,
    )


def test_where_to_see_it_again(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=WELL)
    with Store.open(deskside.store) as store:
        (row,) = store.sessions()
    assert f"deskside report {row.id}" in done.err


def test_no_keep_leaves_no_trace(deskside: Deskside) -> None:
    assert 0 == deskside("play", "frozen", "--no-keep", typed=WELL).status
    assert not deskside.store.exists()


def test_a_store_that_can_not_be_written_is_told_before_anything_is_said(deskside: Deskside, tmp_path: Path) -> None:
    done = deskside("play", "frozen", "--store", str(tmp_path), typed=WELL)
    assert (2, "") == (done.status, done.out)
    assert str(tmp_path) in done.err


def test_a_locked_store_stops_a_pipe(deskside: Deskside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.records.store.BUSY_SECONDS", 0)
    deskside("play", "frozen", typed="")
    lock = sqlite3.connect(deskside.store, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        done = deskside("play", "frozen", typed=WELL)
    finally:
        lock.close()
    assert 2 == done.status
    assert "You: " not in done.out


def _start(*arguments: str, stdin: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "simulator.cli.main", *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        env=os.environ,
    )


def test_a_reader_that_goes_away_loses_nothing(deskside: Deskside) -> None:
    running = _start("play", "frozen")
    assert running.stdin is not None and running.stdout is not None and running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    running.stdin.write(WELL.encode())
    running.stdin.close()
    assert 0 == running.wait(60)
    told = running.stderr.read().decode()
    running.stderr.close()
    assert "Traceback" not in told and "BrokenPipe" not in told
    with Store.open(deskside.store) as store:
        assert [(3, "handled_well")] == [(row.turns, row.outcome) for row in store.sessions()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_stopped_keeps_what_was_said(deskside: Deskside, number: signal.Signals) -> None:
    running = _start("play", "frozen")
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write(f"{GREETING}\n".encode())
    running.stdin.flush()
    for line in running.stdout:
        if line.startswith(b"Clock: 16:41"):
            break
    running.send_signal(number)
    _, told = running.communicate(timeout=60)
    assert 130 == running.returncode
    assert b"deskside resume" in told
    assert b"Traceback" not in told
    with Store.open(deskside.store) as store:
        assert [1] == [row.turns for row in store.unfinished()]


def test_without_terminal_input_or_name_it_shows_the_demo(deskside: Deskside) -> None:
    running = _start("play", stdin=subprocess.DEVNULL)
    out, _ = running.communicate(timeout=60)
    assert 0 == running.returncode
    assert b"Score: " in out
    assert not deskside.store.exists()
