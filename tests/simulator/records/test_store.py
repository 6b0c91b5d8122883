"""What is kept comes back as it was, is found again by every road, and is never changed."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.course.errors import DesksideError
from simulator.engine.events import (
    Ended,
    Event,
    HintGiven,
    Left,
    Mood,
    MoodShifted,
    Moved,
    NoteTaken,
    PersonSaid,
    Recognized,
    SessionStarted,
    TraineeSaid,
    Undone,
)
from simulator.records.interface import UNFINISHED, Records, SessionRow
from simulator.records.store import Store


class Clock(Protocol):
    """The wall clock of conftest.py, which the test moves."""

    def __call__(self) -> datetime: ...

    def passes(self, **time: float) -> None: ...


MOOD = Mood(35, 45, 50)
GREETED = {
    "behaviour": "greet",
    "confidence": 0.93,
    "start": 0,
    "end": 12,
    "text": "Good morning",
    "exemplar": "good morning",
    "by": "exemplar",
}
OPENING = (
    SessionStarted("frozen_save", "c0ffee", 7, "practice", "ringing", MOOD),
    PersonSaid(0, "…", "line", "ringing", MOOD, 0),
)
EVERY_KIND: tuple[Event, ...] = (
    *OPENING,
    TraineeSaid(1, "Good morning", "ringing"),
    Recognized(1, (GREETED,), None),
    MoodShifted(1, MOOD, Mood(40, 45, 50), (("greet", 5, 0, 0),)),
    Moved(1, "ringing", "complaint", 1),
    HintGiven(1, "apologize", "Say that you are sorry."),
    NoteTaken(1, "line one\nline two"),
    Undone(1),
    Left(0),
    TraineeSaid(1, "", "ringing"),
    Ended(1, "hangs_up", "failed"),
)


def report(outcome: str = "handled_well", score: int = 88) -> dict[str, object]:
    return {
        "score": score,
        "passed": score >= 70,
        "pass_mark": 70,
        "outcome": outcome,
        "items": [],
        "title": "The save",
    }


def begin(store: Store, **more: str) -> str:
    """A session with an opening in it."""
    session = store.begin(more.pop("scenario", "frozen_save"), "c0ffee", 7, "practice", **more)
    store.append(session, OPENING)
    return session


def test_a_store_is_a_place_that_keeps_records(store: Store) -> None:
    records: Records = store
    assert () == records.sessions()


def test_every_kind_of_event_comes_back_as_it_was(store: Store, path: Path) -> None:
    session = store.begin("frozen_save", "c0ffee", 7, "practice")
    store.append(session, EVERY_KIND[:2])
    store.append(session, EVERY_KIND[2:])
    assert EVERY_KIND == store.events(session)
    with Store.open(path) as again:
        assert EVERY_KIND == again.events(session)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters()) | st.text("\x00\ud800\udfff\u2028😀'\"\\"))
def test_whatever_is_typed_is_kept(store: Store, text: str) -> None:
    session = begin(store)
    store.append(session, [TraineeSaid(1, text, "ringing")])
    # Two halves of a surrogate pair that stand side by side are the one character that they make.
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert TraineeSaid(1, joined, "ringing") == store.events(session)[-1]


def test_events_are_kept_in_order_with_number_time_and_sorted_json(store: Store, path: Path, clock: Clock) -> None:
    session = begin(store)
    clock.passes(seconds=30)
    store.append(session, [TraineeSaid(1, "Good morning", "ringing"), Left(1)])
    with sqlite3.connect(path) as db:
        rows = db.execute(
            "SELECT seq, written, kind, turn, payload FROM events WHERE session = ? ORDER BY seq", (session,)
        ).fetchall()
    assert [1, 2, 3, 4] == [row[0] for row in rows]
    assert ("2026-11-22T14:05:06.120Z", "2026-11-22T14:05:36.120Z") == (rows[1][1], rows[2][1])
    assert ("trainee_said", 1, '{"state":"ringing","text":"Good morning","turn":1}') == rows[2][2:]


def test_nothing_appended_is_nothing_written(store: Store) -> None:
    session = begin(store)
    store.append(session, [])
    assert OPENING == store.events(session)


@pytest.mark.parametrize("table", ["sessions", "events", "reports"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid", "UPDATE {} SET session = session"])
def test_what_is_kept_can_be_neither_changed_nor_deleted(store: Store, path: Path, table: str, change: str) -> None:
    session = begin(store)
    store.finish(session, report())
    with sqlite3.connect(path) as db:
        columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        column = "session" if "session" in columns else "id"
        statement = change.format(table).replace("session =", f"{column} =").replace("= session", f"= {column}")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            db.execute(statement.replace("rowid", column))


class TestListing:
    def test_a_session_that_runs(self, store: Store, clock: Clock) -> None:
        session = begin(store, trainee="t-17", cohort="spring", origin="test")
        clock.passes(minutes=2)
        store.append(session, [TraineeSaid(1, "Good morning", "ringing")])
        expected = SessionRow(
            id=session,
            scenario="frozen_save",
            course="c0ffee",
            seed=7,
            mode="practice",
            trainee="t-17",
            cohort="spring",
            origin="test",
            started="2026-11-22T14:05:06.120Z",
            ended="",
            outcome=UNFINISHED,
            score=None,
            passed=None,
            turns=1,
            minutes=2.0,
            pass_mark=None,
        )
        assert (expected,) == store.sessions() == store.unfinished()
        assert expected == store.session(session)

    def test_a_session_that_is_finished(self, store: Store, clock: Clock) -> None:
        session = begin(store)
        clock.passes(minutes=3)
        store.append(session, [TraineeSaid(1, "Good morning", "ringing"), Ended(1, "saved", "handled_well")])
        clock.passes(minutes=5)
        store.finish(session, report())
        (row,) = store.sessions()
        assert ("handled_well", 88, True, 70, 1) == (row.outcome, row.score, row.passed, row.pass_mark, row.turns)
        assert "2026-11-22T14:08:06.120Z" == row.ended  # when the conversation ended, not when its report was written
        assert () == store.unfinished()

    def test_newest_first(self, store: Store, clock: Clock) -> None:
        first = begin(store)
        clock.passes(hours=-3)  # a clock set back does not turn the order round
        second, third = begin(store), begin(store)
        assert [third, second, first] == [row.id for row in store.sessions()]

    def test_narrowed_by_trainee_cohort_and_scenario(self, store: Store) -> None:
        ada = begin(store, trainee="ada", cohort="spring")
        begin(store, trainee="bob", cohort="spring", scenario="angry_deadline")
        begin(store, trainee="ada", cohort="autumn", scenario="angry_deadline")
        assert [ada] == [row.id for row in store.sessions(trainee="ada", cohort="spring")]
        assert 2 == len(store.unfinished(scenario="angry_deadline"))
        assert () == store.sessions(trainee="")

    def test_the_same_name_is_the_same_trainee_however_it_was_typed(self, store: Store) -> None:
        begin(store, trainee=" Jose\u0301 ")
        assert ["José"] == [row.trainee for row in store.sessions(trainee="José")]

    @pytest.mark.parametrize("name", ["two\nlines", "nul\x00", "half \ud83d a pair", "line\u2028separator"])
    def test_a_name_that_no_table_could_show_is_refused(self, store: Store, name: str) -> None:
        with pytest.raises(DesksideError, match="^trainee .* use a name without line breaks"):
            store.begin("frozen_save", "c0ffee", 7, "practice", trainee=name)
        assert () == store.sessions(trainee=name)

    def test_a_session_in_which_nothing_happened_is_not_listed(self, store: Store) -> None:
        empty = store.begin("frozen_save", "c0ffee", 7, "practice")
        assert () == store.sessions() == store.unfinished()
        assert empty == store.session(empty).id

    def test_a_reply_taken_back_does_not_count(self, store: Store) -> None:
        session = begin(store)
        store.append(
            session, [TraineeSaid(1, "Hm", "ringing"), TraineeSaid(2, "Eh", "ringing"), Undone(2), NoteTaken(1, "x")]
        )
        assert 1 == store.session(session).turns
        store.append(session, [Undone(1)])
        assert 0 == store.session(session).turns

    def test_minutes_leave_out_the_break_between_two_sittings(self, store: Store, path: Path, clock: Clock) -> None:
        session = begin(store)
        clock.passes(minutes=4)
        store.append(session, [TraineeSaid(1, "Hm", "ringing")])  # and the power goes
        clock.passes(days=1)
        with Store.open(path, now=clock) as tomorrow:
            tomorrow.events(session)
            tomorrow.append(session, [TraineeSaid(2, "Good morning", "ringing")])
            clock.passes(minutes=2, seconds=30)
            tomorrow.append(session, [Left(2)])
        assert 6.5 == store.session(session).minutes

    @pytest.mark.parametrize("seed", [0, -1, 2**63, 10**40])
    def test_any_whole_number_is_a_seed(self, store: Store, seed: int) -> None:
        assert seed == store.session(store.begin("frozen_save", "c0ffee", seed, "exam")).seed


class TestFinding:
    def test_by_the_beginning_of_its_id_in_any_case(self, store: Store) -> None:
        session = begin(store)
        assert session == store.session(session[:-3].upper()).id

    def test_a_beginning_that_several_share_names_them(self, store: Store) -> None:
        ids = [begin(store) for _ in range(7)]
        with pytest.raises(DesksideError) as caught:
            store.session("s")
        assert f"'s' could be any of 7 sessions ({', '.join(ids[:5])}, …): type more of it" == str(caught.value)

    @pytest.mark.parametrize("typed", ["sxyz", "", "  ", "%", "s_", "*", "s\udce4"])
    def test_no_such_session(self, store: Store, path: Path, typed: str) -> None:
        begin(store)
        with pytest.raises(DesksideError) as caught:
            store.session(typed)
        assert f"no session {typed!r} is kept in {path}; `deskside history` lists those that are" == str(caught.value)

    def test_reading_and_writing_want_the_whole_id(self, store: Store) -> None:
        for ask in (
            store.events,
            store.report,
            lambda id_: store.append(id_, OPENING),
            lambda id_: store.finish(id_, report()),
        ):
            with pytest.raises(DesksideError, match="no session 's' is kept"):
                ask("s")


class TestReports:
    def test_a_report_comes_back(self, store: Store) -> None:
        session = begin(store)
        assert store.report(session) is None
        store.finish(session, report())
        assert json.loads(json.dumps(report())) == store.report(session)

    def test_a_report_on_an_unfinished_session_leaves_it_open(self, store: Store) -> None:
        session = begin(store)
        store.finish(session, report("unfinished", 20))
        row = store.session(session)
        assert ("", UNFINISHED, None, None) == (row.ended, row.outcome, row.score, row.passed)
        assert 20 == (store.report(session) or {})["score"]
        store.append(session, [TraineeSaid(1, "Hello", "ringing")])
        store.finish(session, report())
        assert 88 == (store.report(session) or {})["score"] == store.session(session).score

    def test_the_latest_report_counts(self, store: Store, clock: Clock) -> None:
        session = begin(store)
        for score in (88, 60):
            store.finish(session, report(score=score))
        store.finish(session, report("unfinished", 1))
        assert (60, False) == (store.session(session).score, store.session(session).passed)
        assert 60 == (store.report(session) or {})["score"]
        assert 1 == len(store.sessions())

    def test_a_finished_session_takes_nothing_more(self, store: Store) -> None:
        session = begin(store)
        store.finish(session, report())
        with pytest.raises(DesksideError, match=f"session {session} is finished"):
            store.append(session, [TraineeSaid(1, "And another thing", "ringing")])
        assert OPENING == store.events(session)


class TestTwoWriters:
    def test_the_one_that_missed_something_is_refused(self, store: Store, path: Path) -> None:
        session = begin(store)
        with Store.open(path) as other:
            other.events(session)
            other.append(session, [TraineeSaid(1, "from there", "ringing")])
            with pytest.raises(
                DesksideError, match=f"session {session} was continued in another window .*deskside resume {session}"
            ):
                store.append(session, [TraineeSaid(1, "from here", "ringing")])
            other.append(session, [Left(1)])
        assert (*OPENING, TraineeSaid(1, "from there", "ringing"), Left(1)) == store.events(session)
        store.append(session, [TraineeSaid(2, "having read that", "ringing")])

    def test_writing_without_having_read_is_refused(self, store: Store, path: Path) -> None:
        session = begin(store)
        with Store.open(path) as other, pytest.raises(DesksideError, match="continued in another window"):
            other.append(session, [Left(0)])

    def test_an_interrupt_that_strikes_while_the_commit_waits_for_the_disk(self, store: Store) -> None:
        class Interrupting:
            """The store's own connection, with Ctrl-C pressed during COMMIT."""

            def __getattr__(self, name: str) -> object:
                return getattr(real, name)

            def execute(self, statement: str, *values: object) -> object:
                done = real.execute(statement, *values)  # type: ignore[arg-type]
                if statement == "COMMIT":
                    raise KeyboardInterrupt
                return done

        session = begin(store)
        real = store._db
        store._db = Interrupting()  # type: ignore[assignment]
        with pytest.raises(KeyboardInterrupt):
            store.append(session, [TraineeSaid(1, "Good morning", "ringing")])
        store._db = real
        store.append(session, [Left(1)])
        assert (*OPENING, TraineeSaid(1, "Good morning", "ringing"), Left(1)) == store.events(session)

    def test_what_failed_can_be_tried_again(self, store: Store) -> None:
        session = begin(store)
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        long = TraineeSaid(1, "word " * 5_000, "ringing")
        with pytest.raises(DesksideError, match="the disk did not take .*Make room"):
            store.append(session, [long])
        assert 1 == store.session(session).turns + 1
        store._db.execute("PRAGMA max_page_count = 1000000")
        store.append(session, [long])
        assert (*OPENING, long) == store.events(session)
