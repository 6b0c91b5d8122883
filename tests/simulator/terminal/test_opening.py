"""How a sitting comes about."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.detection import Recognizer
from simulator.course.errors import DesksideError
from simulator.course.models import Course
from simulator.engine.conversation import Conversation
from simulator.records.store import Store
from simulator.terminal import opening
from simulator.terminal.face import Face
from simulator.terminal.output import Out
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.stage import Stage
from simulator.terminal.view_plain import PlainView


class Desk:
    """Somebody at a plain terminal who answers so; `shown` is what they saw."""

    def __init__(self, answers: str = "") -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        out = Out(self._stream)
        reader = PlainReader(io.BytesIO(answers.encode()), out)  # type: ignore[arg-type]
        self.stage = Stage(Face.PLAIN, PlainView(out), reader, out, out, json=False)

    @property
    def shown(self) -> str:
        assert isinstance(self._stream.buffer, io.BytesIO)
        return self._stream.buffer.getvalue().decode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db") as store:
        yield store


def test_a_scenario_is_found_by_its_id(course: Course) -> None:
    assert course.scenarios["frozen"] is opening.find_scenario(course, "frozen")
    with pytest.raises(DesksideError, match=r"no scenario \"frozzen\" in this course. Did you mean 'frozen'\?"):
        opening.find_scenario(course, "frozzen")


def test_one_starts_where_there_is_something_to_say(course: Course) -> None:
    scenario = course.scenarios["frozen"]
    opening.check_start(scenario, None)
    opening.check_start(scenario, "complaint")
    with pytest.raises(DesksideError, match="no state \"complain\". Did you mean 'complaint'"):
        opening.check_start(scenario, "complain")
    with pytest.raises(DesksideError, match="over already"):
        opening.check_start(scenario, "solved")


def _refuse() -> Store:
    raise DesksideError("the disk is full")


def test_without_records_one_may_go_on() -> None:
    desk = Desk("y\n")
    assert opening.open_records(_refuse, desk.stage) is None
    assert "This conversation can not be kept: the disk is full\nGo on without keeping it? y/n " == desk.shown


def test_or_not() -> None:
    with pytest.raises(DesksideError, match="the disk is full"):
        opening.open_records(_refuse, Desk("n\n").stage)


def test_a_conversation_is_taken_up_where_it_was_left(
    course: Course, recognizer: Recognizer, conversation: Conversation, store: Store
) -> None:
    seat = opening.new_seat(Desk().stage, conversation, store, trainee="t1")
    seat.open()
    seat.reply("hello")
    seat.leave()
    desk = Desk()
    again = opening.resumed_seat(desk.stage, course, store.session(seat.keeper.session), store, recognizer)
    assert conversation.events == again.conversation.events
    assert "" == desk.shown
    again.reply("sorry")
    assert 2 == store.session(seat.keeper.session).turns


def test_over_a_course_that_has_changed_this_is_said(
    course: Course, recognizer: Recognizer, conversation: Conversation, store: Store
) -> None:
    seat = opening.new_seat(Desk().stage, conversation, store)
    seat.open()
    desk = Desk()
    opening.resumed_seat(
        desk.stage, replace(course, version="b0b"), store.session(seat.keeper.session), store, recognizer
    )
    assert desk.shown.startswith("The course has changed since you left")


def test_a_course_without_its_scenario_is_named(
    course: Course, recognizer: Recognizer, conversation: Conversation, store: Store
) -> None:
    seat = opening.new_seat(Desk().stage, conversation, store)
    seat.open()
    other = replace(course, scenarios={})
    with pytest.raises(DesksideError, match="--course PATH"):
        opening.resumed_seat(Desk().stage, other, store.session(seat.keeper.session), store, recognizer)
