"""`--after FILE`: the ticket and the mirror where nobody can be asked."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.cli.main import main
from simulator.records.store import Store

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
WELL = (
    "Good afternoon, IT service desk, this is Robin speaking. How may I help you?\n"
    "I am so sorry that you have had to wait this long.\n"
    "Could you restart the computer, please?\n"
)
AFTER = """\
ticket:
  problem: hour glass for half an hour
  work_started: 16:40
  solution: restarted the computer
  work_ended: 4.43 pm
  hours: 3 min
  parts: none
  follow_up: none
mirror: [yes, yes, yes, yes, no, yes, yes]
"""


class Done(NamedTuple):
    status: int
    out: str
    err: str


class Deskside:
    """The command, run in this process with its own standard streams and its own store; `after` is a file of one's
    own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self.folder = folder
        self.store = folder / "sessions.db"

    def __call__(self, *arguments: str, typed: str = "", after: str | None = None) -> Done:
        if after is not None:
            path = self.folder / "after.yaml"
            path.write_text(after, encoding="utf-8")
            arguments = (*arguments, "--after", str(path))
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        return Done(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]


@pytest.fixture
def deskside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Deskside:
    monkeypatch.setenv("DESKSIDE_COURSE", str(PACK))
    monkeypatch.setenv("DESKSIDE_STORE", str(tmp_path / "sessions.db"))
    return Deskside(monkeypatch, tmp_path)


def test_both_are_scored_beside_the_conversation(deskside: Deskside) -> None:
    without = json.loads(deskside("play", "frozen", "--json", typed=WELL).out)
    assert (None, None) == (without.pop("ticket"), without.pop("mirror"))
    told = json.loads(deskside("play", "frozen", "--json", typed=WELL, after=AFTER).out)
    ticket, mirror = told.pop("ticket"), told.pop("mirror")
    assert without == told
    assert 100 == ticket["score"]
    assert (6, 5) == (mirror["yes"], mirror["mark"])


def test_the_same_inputs_give_the_same_bytes(deskside: Deskside) -> None:
    first, second = (deskside("play", "frozen", "--json", typed=WELL, after=AFTER).out for _ in range(2))
    assert first == second


def test_the_transcript_has_them_too(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=WELL, after=AFTER)
    assert 0 == done.status
    assert "Ticket: 100 of 100\n" in done.out
    assert "Mirror: you said yes to 6 of 7" in done.out
    assert "Score: 100 of 100\n" in done.out


def test_a_bad_ticket_does_not_fail_a_good_conversation(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=WELL, after="ticket: {problem: user error}")
    assert 0 == done.status
    assert "Ticket: 0 of 100\n" in done.out
    assert "Mirror: not scored\n" in done.out


def test_mistakes_are_told_before_anything_is_played(deskside: Deskside) -> None:
    done = deskside("play", "frozen", typed=WELL, after="ticket: {hours: a while}\nmirror: [yes]\n")
    path = deskside.folder / "after.yaml"
    assert (2, "") == (done.status, done.out)
    assert f"{path}:1:17: error DS901: 'hours' is how long the work took, but here is 'a while'." in done.err
    assert f"{path}:2:1: error DS903: " in done.err
    assert "deskside: the file given with --after can not be used as it stands: 2 mistakes, shown above\n" in done.err
    assert not deskside.store.exists()


def test_a_file_that_is_not_there(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--after", str(deskside.folder / "none.yaml"), typed=WELL)
    assert (2, "") == (done.status, done.out)
    assert "none.yaml:1:1: error DS002" in done.err
    assert "Traceback" not in done.err


def test_a_warning_goes_to_standard_error(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--json", typed=WELL, after="\ufeff" + AFTER)
    assert 0 == done.status
    assert "warning DS010" in done.err
    assert 100 == json.loads(done.out)["ticket"]["score"]


def test_what_was_not_finished_gets_neither(deskside: Deskside) -> None:
    done = deskside("play", "frozen", "--json", typed=WELL.split("\n")[0] + "\n", after=AFTER)
    told = json.loads(done.out)
    assert (1, "unfinished", None, None) == (done.status, told["outcome"], told["ticket"], told["mirror"])
    assert "deskside: the conversation was not finished: ticket and mirror are not scored\n" in done.err


def test_resuming_takes_the_file_as_well(deskside: Deskside) -> None:
    lines = WELL.splitlines(keepends=True)
    deskside("play", "frozen", typed=lines[0])
    done = deskside("resume", "--json", typed="".join(lines[1:]), after=AFTER)
    assert 100 == json.loads(done.out)["ticket"]["score"]


def test_the_report_and_the_export_have_them_later(deskside: Deskside) -> None:
    deskside("play", "frozen", typed=WELL, after=AFTER)
    deskside("play", "frozen", typed=WELL)
    with Store.open(deskside.store) as store:
        second, first = (row.id for row in store.sessions())
    told = json.loads(deskside("report", first, "--json").out)
    assert 100 == told["ticket"]["score"]
    deskside("export", "--format", "csv", "--out", str(deskside.folder / "spring"))
    with (deskside.folder / "spring-sessions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["session"]: row for row in csv.DictReader(file)}
    mirror = told["mirror"]
    assert ("100", "6", str(mirror["measured"]), str(mirror["accuracy"])) == tuple(
        rows[first][name] for name in ("ticket_score", "mirror_yes", "mirror_measured", "mirror_accuracy")
    )
    assert ("", "", "", "") == tuple(
        rows[second][name] for name in ("ticket_score", "mirror_yes", "mirror_measured", "mirror_accuracy")
    )


def test_a_what_if_gets_neither_and_says_so(deskside: Deskside) -> None:
    lines = WELL.splitlines(keepends=True)
    deskside("play", "frozen", typed=WELL, after=AFTER)
    with Store.open(deskside.store) as store:
        (had,) = store.sessions()
    deskside("what-if", had.id, "--turn", "2", typed=lines[1])
    done = deskside("resume", "--json", typed=lines[2], after=AFTER)
    told = json.loads(done.out)
    assert (None, None) == (told["what_if"]["ticket"], told["what_if"]["mirror"])
    assert 100 == told["original"]["ticket"]["score"]
    assert "deskside: a what-if has neither ticket nor mirror: what --after names was not used\n" in done.err
