"""`deskside what-if`: another answer, and what would have come of it."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from simulator.cli.main import main
from simulator.records.interface import SessionRow
from simulator.records.store import Store

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
GREETING = "Good afternoon, IT service desk, this is Robin speaking. How may I help you?"
BLAME = "This is your own fault, you should have been more careful."
APOLOGY = "I am so sorry that you have had to wait this long."
REMEDY = "Could you restart the computer, please?"
FAILED, WELL = f"{GREETING}\n{BLAME}\n", f"{APOLOGY}\n{REMEDY}\n"


class Done(NamedTuple):
    status: int
    out: str
    err: str


class Deskside:
    """The command, run in this process with its own standard streams and its own store."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
        self._monkeypatch = monkeypatch
        self.store = store

    def __call__(self, *arguments: str, typed: str = "") -> Done:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main(arguments)
        return Done(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))  # type: ignore[attr-defined]

    def played(self, replies: str, *options: str) -> str:
        """The id of a conversation with these replies."""
        self("play", "frozen", *options, typed=replies)
        return self.rows()[0].id

    def rows(self) -> tuple[SessionRow, ...]:
        with Store.open(self.store) as store:
            return store.sessions()

    def compared(self, *arguments: str, typed: str) -> dict[str, Any]:
        told = json.loads(self("what-if", *arguments, "--json", typed=typed).out)
        assert isinstance(told, dict)
        return told


@pytest.fixture
def deskside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Deskside:
    store = tmp_path / "sessions.db"
    monkeypatch.setenv("DESKSIDE_COURSE", str(PACK))
    monkeypatch.setenv("DESKSIDE_STORE", str(store))
    return Deskside(monkeypatch, store)


def test_both_conversations_side_by_side(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    done = deskside("what-if", session, "--turn", "2", typed=WELL)
    assert 0 == done.status
    lines = done.out.splitlines()
    at = lines.index(f"What if: turn 2 of {session}, The save that never ends")
    assert "Turn 1: the same" == lines[at + 1]
    assert lines[at + 2].startswith(f"Turn 2: you said “{BLAME}” | instead “{APOLOGY}”: calm ")
    assert lines[at + 3].startswith(f"Turn 3: you said (nothing more) | instead “{REMEDY}”: calm - | ")
    assert "Result: 15 of 100, not passed, failed | 100 of 100, passed, handled well" == lines[-1]
    assert f"This is a what-if of turn 2 of {session}. You said: “{BLAME}” What came before is as it was." in done.err


def test_what_came_before_is_replayed_exactly(deskside: Deskside) -> None:
    """Saying the same again gives the same report, whatever the seed was."""
    session = deskside.played(f"{GREETING}\nWell.\n{WELL}", "--seed", "4711")
    told = deskside.compared(session, "--turn", "2", typed=f"Well.\n{WELL}")
    assert told["original"] == told["what_if"]
    assert (4711, 2, session) == (told["original"]["seed"], told["turn"], told["session"])
    assert told["score_path"]["original"] == told["score_path"]["what_if"]
    assert len(told["original"]["mood_curve"]) == len(told["score_path"]["original"])


def test_json_is_one_object_and_the_same_for_the_same_replies(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    first, second = (deskside("what-if", session, "--turn", "2", "--json", typed=WELL) for _ in range(2))
    assert first.out == second.out
    told = json.loads(first.out)
    assert (15, 100) == (told["original"]["score"], told["what_if"]["score"])


def test_it_is_kept_as_a_practice_that_names_its_origin(deskside: Deskside) -> None:
    session = deskside.played(FAILED, "--trainee", "ada", "--cohort", "spring", "--exam", "--seed", "9")
    deskside("what-if", session, "--turn", "2", typed=WELL)
    kept, original = deskside.rows()
    assert (f"what-if:{session}:2", "practice", "ada", "spring", 9, 100, True) == (
        kept.origin,
        kept.mode,
        kept.trainee,
        kept.cohort,
        kept.seed,
        kept.score,
        kept.passed,
    )
    assert ("exam", 15, "failed") == (original.mode, original.score, original.outcome)


def test_it_never_counts_as_an_attempt(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    deskside("what-if", session, "--turn", "2", typed=WELL)
    newer = deskside.played(FAILED)
    assert 1 == deskside("report", newer).out.count("Earlier attempt: ")
    (line,) = [line for line in deskside("history").out.splitlines() if "100 of 100" in line]
    assert f"practice, what-if of turn 2 of {session}: 100 of 100" in line


def test_exports_mark_it(deskside: Deskside, tmp_path: Path) -> None:
    session = deskside.played(FAILED)
    deskside("what-if", session, "--turn", "2", typed=WELL)
    deskside("export", "--format", "jsonl", "--out", str(tmp_path / "all"))
    rows = [json.loads(line) for line in (tmp_path / "all-sessions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(15, False, ""), (100, True, f"what-if:{session}:2")] == [
        (row["score"], row["what_if"], row["origin"]) for row in rows
    ]


def test_its_report_tells_what_it_is_and_shows_both_again(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    deskside("what-if", session, "--turn", "2", typed=WELL)
    done = deskside("report", deskside.rows()[0].id)
    assert f"this is a what-if of turn 2 of {session}; it never counts as an attempt" in done.err
    assert "Result: 15 of 100, not passed, failed | 100 of 100, passed, handled well" == done.out.splitlines()[-1]


def test_one_that_was_left_goes_on_as_what_it_is(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    left = deskside("what-if", session, "--turn", "2", typed=f"{APOLOGY}\n")
    assert 1 == left.status
    assert "instead (nothing more)" not in left.out
    done = deskside("resume", typed=f"{REMEDY}\n")
    assert 0 == done.status
    assert f"This is a what-if of turn 2 of {session}." in done.err
    assert "Result: 15 of 100, not passed, failed | 100 of 100, passed, handled well" == done.out.splitlines()[-1]
    assert [False, True] == [row.attempt for row in deskside.rows()]


def test_without_a_name_it_is_the_newest_that_is_finished_and_no_what_if(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    deskside.played(f"{GREETING}\n")
    for _ in range(2):
        assert session == deskside.compared("--turn", "2", typed=WELL)["session"]


def test_only_that_trainees(deskside: Deskside) -> None:
    ada = deskside.played(FAILED, "--trainee", "ada")
    deskside.played(FAILED, "--trainee", "bob")
    assert ada == deskside.compared("--turn", "2", "--trainee", "ada", typed=WELL)["session"]


def test_a_what_if_can_be_gone_back_in_too(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    deskside("what-if", session, "--turn", "2", typed=WELL)
    again = deskside.rows()[0].id
    told = deskside.compared(again, "--turn", "3", typed=f"Well.\n{REMEDY}\n")
    assert (again, 100, [APOLOGY, "Well.", REMEDY]) == (
        told["session"],
        told["original"]["score"],
        [turn["reply"] for turn in told["what_if"]["turns"]][1:],
    )


def test_from_any_turn_of_one_that_is_not_finished(deskside: Deskside) -> None:
    session = deskside.played(f"{GREETING}\nWell.\n")
    told = deskside.compared(session, "--turn", "2", typed=WELL)
    assert ("unfinished", "handled_well") == (told["original"]["outcome"], told["what_if"]["outcome"])
    assert session in deskside("resume", session, typed=WELL).err, "the conversation itself can still be gone on with"


def test_a_newer_course_is_told_of(deskside: Deskside, tmp_path: Path) -> None:
    session = deskside.played(FAILED)
    changed = shutil.copytree(PACK, tmp_path / "changed")
    scenario = changed / "scenarios" / "frozen" / "scenario.yaml"
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("greet: {worth: 30", "greet: {worth: 60"), "utf-8")
    done = deskside("what-if", session, "--turn", "2", "--course", str(changed), typed=WELL)
    assert "The course has changed since that conversation" in done.err
    assert "The course has changed" not in deskside("what-if", session, "--turn", "2", typed=WELL).err


@pytest.mark.parametrize("turn", ["0", "3", "-1", "two", "", "99999999999999999999"])
def test_a_turn_that_does_not_exist(deskside: Deskside, turn: str) -> None:
    session = deskside.played(FAILED)
    done = deskside("what-if", session, "--turn", turn, typed=WELL)
    assert (2, "") == (done.status, done.out)
    assert f'deskside: --turn: there is no turn "{turn}"; name one from 1 to 2\n' == done.err
    assert 1 == len(deskside.rows())


def test_nobody_is_there_to_choose_a_turn(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    done = deskside("what-if", session, typed=WELL)
    assert (2, "") == (done.status, done.out)
    assert "name it with --turn (1 to 2)" in done.err


def test_an_unknown_session(deskside: Deskside) -> None:
    deskside.played(FAILED)
    done = deskside("what-if", "s000", "--turn", "1")
    assert 2 == done.status
    assert "no session 's000' is kept" in done.err


def test_nothing_is_kept_yet(deskside: Deskside) -> None:
    deskside.played("")
    done = deskside("what-if", "--turn", "1")
    assert (2, "deskside: there is no conversation to go back in; have one with: deskside play\n") == (
        done.status,
        done.err,
    )


def test_nothing_was_said(deskside: Deskside) -> None:
    session = deskside.played("")
    done = deskside("what-if", session, "--turn", "1")
    assert 2 == done.status
    assert f"nothing was said in conversation {session}" in done.err


def test_an_exam_that_goes_on_is_not_tried_out(deskside: Deskside) -> None:
    session = deskside.played(f"{GREETING}\n", "--exam")
    done = deskside("what-if", session, "--turn", "1", typed=WELL)
    assert 2 == done.status
    assert f"conversation {session} is an exam that is not finished" in done.err
    assert 1 == len(deskside.rows())


def test_what_is_left_over_of_the_input_is_told(deskside: Deskside) -> None:
    session = deskside.played(FAILED)
    assert "line 3 of standard input" in deskside("what-if", session, "--turn", "2", typed=f"{WELL}more\n").err
