"""Everything is kept before anybody sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.course.errors import DesksideError
from simulator.engine.conversation import Conversation
from simulator.engine.events import Left, NoteTaken
from simulator.engine.report import report
from simulator.records.store import Store
from simulator.terminal.seat import InStore, Nowhere, Seat


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db") as store:
        yield store


def test_every_event_is_in_the_store_when_it_is_returned(conversation: Conversation, store: Store) -> None:
    seat = Seat(conversation, InStore(store, trainee="t1", cohort="spring"))
    for act in (
        seat.open,
        lambda: seat.reply("hello"),
        seat.hint,
        lambda: seat.note("asset tag 4711"),
        seat.undo,
        lambda: seat.reply(""),
        seat.leave,
    ):
        act()
        with Store.open(store.path) as somebody_else:
            assert conversation.events == somebody_else.events(seat.keeper.session)


def test_a_session_that_has_only_begun_is_kept(conversation: Conversation, store: Store) -> None:
    seat = Seat(conversation, InStore(store, trainee="t1", cohort="spring"))
    assert not seat.kept
    seat.open()
    assert seat.kept
    (row,) = store.sessions()
    assert ("frozen", "t1", "spring", "practice", 1, "") == (
        row.scenario,
        row.trainee,
        row.cohort,
        row.mode,
        row.seed,
        row.ended,
    )


def test_the_report_of_a_finished_conversation_is_kept(conversation: Conversation, store: Store) -> None:
    seat = Seat(conversation, InStore(store))
    seat.open()
    seat.reply("hello")
    seat.reply("sorry")
    seat.finish(report(conversation).as_json())
    row = store.session(seat.keeper.session)
    assert ("handled_well", 100, True) == (row.outcome, row.score, row.passed)


def test_earlier_attempts_are_the_same_trainees_finished_ones(
    conversation: Conversation, exam: Conversation, store: Store
) -> None:
    first = Seat(conversation, InStore(store, trainee="t1"))
    first.open()
    first.reply("hello")
    first.reply("sorry")
    first.finish(report(conversation).as_json())
    mine, other = Seat(exam, InStore(store, trainee="t1")), InStore(store, trainee="t2")
    mine.open()
    other.append(conversation.events[:1])
    assert [first.keeper.session] == [row.id for row in mine.earlier()]
    assert not other.earlier()


def test_a_what_if_is_no_earlier_attempt(conversation: Conversation, exam: Conversation, store: Store) -> None:
    other, mine = Seat(conversation, InStore(store, trainee="t1", origin="what-if:s1:1")), InStore(store, trainee="t1")
    for act in (other.open, lambda: other.reply("hello"), lambda: other.reply("sorry")):
        act()
    other.finish(report(conversation).as_json())
    mine.append(exam.open())
    assert not mine.earlier()


def test_a_conversation_that_is_under_way_is_kept_from_its_beginning(conversation: Conversation, store: Store) -> None:
    conversation.open()
    conversation.reply("hello")
    seat = Seat(conversation, InStore(store))
    seat.take_over()
    seat.reply("sorry")
    assert conversation.events == store.events(seat.keeper.session)


class FullDisk(Nowhere):
    session = "s1"

    def append(self, events: object) -> None:
        raise DesksideError("the disk is full")


def test_what_can_not_be_kept_is_not_shown(conversation: Conversation) -> None:
    with pytest.raises(DesksideError, match="the disk is full"):
        Seat(conversation, FullDisk()).open()


def test_a_person_may_go_on_unkept(conversation: Conversation) -> None:
    asked: list[DesksideError] = []

    def go_on(error: DesksideError) -> bool:
        asked.append(error)
        return True

    seat = Seat(conversation, FullDisk(), go_on)
    opened = seat.open()
    assert conversation.events == opened
    seat.reply("hello")
    assert 1 == len(asked)
    assert not seat.kept


def test_notes_and_leaving_are_events(conversation: Conversation) -> None:
    seat = Seat(conversation, Nowhere())
    seat.open()
    assert NoteTaken(0, "hm") == seat.note("hm")
    assert (Left(0),) == seat.leave()
