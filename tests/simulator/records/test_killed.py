"""`kill -9` at any point loses nothing that was committed, and leaves nothing half done."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

import simulator.records
from simulator.engine.events import Ended, Event, Moved, TraineeSaid
from simulator.records.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is a thing of Unix")

OURS = {str(Path(simulator.records.__file__).parent / name) for name in ("place.py", "migrations.py", "store.py")}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed process loses nothing that the system has taken, disk or no
    disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as name:
        yield Path(name)


def reply(turn: int) -> tuple[Event, ...]:
    """What one reply adds: committed together or not at all."""
    return (TraineeSaid(turn, f"reply {turn}", "ringing"), Moved(turn, "ringing", "ringing", 0))


def die_after(lines: int) -> None:
    """Have this process kill itself, without warning, when that many more lines of the store have been reached."""
    left = lines

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal left
        if frame.f_code.co_filename not in OURS:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]


def whole(path: Path) -> bool:
    with sqlite3.connect(path) as db:
        return ["ok"] == [row[0] for row in db.execute("PRAGMA integrity_check")]


def keep_a_conversation(path: Path, told: int, lines: int) -> None:
    """Keep a whole conversation, telling the pipe `told` of every commit, and die after that many lines."""
    die_after(lines)
    store = Store.open(path)
    session = store.begin("frozen_save", "c0ffee", 7, "practice")
    os.write(told, b"b")
    for turn in (1, 2):
        store.append(session, reply(turn))
        os.write(told, b"a")
    store.finish(session, {"outcome": "failed", "score": 12, "passed": False})
    os.write(told, b"f")
    store.close()
    sys.settrace(None)


def test_killed_at_every_line_from_the_first_opening_to_the_report(folder: Path) -> None:
    lines = 0
    survived = False
    while not survived:
        lines += 1
        path = folder / str(lines) / "sessions.db"
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                keep_a_conversation(path, writing, lines)
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read().decode()
        _, status = os.waitpid(child, 0)
        survived = os.WIFEXITED(status)

        with Store.open(path) as store:  # a new program opens what the dead one left, or begins
            assert whole(path)
            rows = store.sessions()
            if "a" in told:
                (row,) = rows
                events = store.events(row.id)
                assert events in [(*reply(1),), (*reply(1), *reply(2))]
                assert len(events) >= 2 * told.count("a")
                assert ("f" not in told) or 12 == row.score
                if row.score is None:
                    store.append(row.id, (Ended(2, "hangs_up", "failed"),))
    assert "baaf" == told
    assert lines > 100  # the walk went through the package, not past it


def test_killed_from_outside_again_and_again(folder: Path) -> None:
    path = folder / "sessions.db"
    code = (
        "import sys; from pathlib import Path; from simulator.records.store import Store\n"
        "from simulator.engine.events import Moved, TraineeSaid\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "session = sys.argv[2] if len(sys.argv) > 2 else store.begin('frozen_save', 'c0ffee', 7, 'practice')\n"
        "turn = len(store.events(session)) // 2\n"
        "while True:\n"
        "    turn += 1\n"
        "    store.append(session, (TraineeSaid(turn, f'reply {turn}', 'ringing'), Moved(turn, 'ringing', 'ringing', 0)))\n"
        "    print(session, turn, flush=True)\n"
    )
    session = ""
    for round_ in range(1, 13):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(path), *([session] if session else [])], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        told = [child.stdout.readline().decode() for _ in range(round_)]
        child.send_signal(signal.SIGKILL)
        told += child.stdout.read().decode().splitlines(keepends=True)  # what it said before it died
        assert -signal.SIGKILL == child.wait()
        told = [line for line in told if line.endswith("\n")]  # it may have died in the middle of the last word
        session, acknowledged = told[-1].split()
        with Store.open(path) as store:
            assert whole(path)
            events = store.events(session)
            assert len(events) >= 2 * int(acknowledged)
            assert tuple(event for turn in range(1, len(events) // 2 + 1) for event in reply(turn)) == events
