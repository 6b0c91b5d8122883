"""How a sitting comes about: the records opened, the recognizer on its way, a new conversation or one taken up
again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import versions
from scoring.detection import Move, Recognizer
from scoring.labels import BEHAVIOURS
from simulator.course.errors import DesksideError
from simulator.course.models import Course, Scenario
from simulator.course.suggest import hint
from simulator.engine.conversation import Conversation
from simulator.engine.events import Event, SessionStarted, TraineeSaid
from simulator.terminal import words
from simulator.terminal.seat import InStore, Keeper, Nowhere, Seat
from simulator.terminal.stage import Stage
from simulator.terminal.warm import Warm

if TYPE_CHECKING:
    from simulator.records.interface import Records, SessionRow


def recognizer(root: Path, moves: Sequence[Move] = ()) -> Recognizer:
    """The recognizer for the course at `root`, loading in the background and made ready for these moves."""

    def load() -> Recognizer:
        from scoring.detector import load_detector

        return load_detector(extra if extra.is_dir() else None)

    extra = root / "behaviours"
    return Warm(load, moves, lambda: versions.shipped(BEHAVIOURS, extra if extra.is_dir() else None))


def find_scenario(course: Course, name: str) -> Scenario:
    """The scenario with this id. Raises DesksideError, which names the one that was probably meant."""
    try:
        return course.scenarios[name]
    except KeyError:
        raise DesksideError(words.no_such_scenario(name, hint(name, course.scenarios.keys()))) from None


def check_start(scenario: Scenario, start: str | None) -> None:
    """Raises DesksideError when `start` names no state, or one where the conversation is over."""
    if start is None:
        return
    if start not in scenario.states:
        raise DesksideError(words.no_such_state(start, scenario.id, hint(start, scenario.states.keys())))
    if scenario.states[start].ending is not None:
        raise DesksideError(words.start_is_an_ending(start, scenario.id))


def open_records(open_store: Callable[[], Records], stage: Stage) -> Records | None:
    """The records, or None when they can not be opened and the person goes on without. Raises DesksideError
    otherwise."""
    try:
        return open_store()
    except DesksideError as error:
        if not stage.trouble(error):
            raise
        return None


def new_seat(
    stage: Stage, conversation: Conversation, records: Records | None, *, trainee: str = "", cohort: str = ""
) -> Seat:
    """A seat in a conversation that has not begun."""
    keeper: Keeper = Nowhere() if records is None else InStore(records, trainee=trainee, cohort=cohort)
    return Seat(conversation, keeper, stage.trouble)


def resumed_seat(stage: Stage, course: Course, row: SessionRow, records: Records, recognizer: Recognizer) -> Seat:
    """A seat in a conversation that was left. Raises DesksideError when this course has no such scenario."""
    if row.scenario not in course.scenarios:
        raise DesksideError(words.other_course(row.id, row.scenario))
    scenario = course.scenarios[row.scenario]
    events = records.events(row.id)
    conversation = Conversation.resume(course, scenario, recognizer, events)
    if _version(conversation.events) != _version(events):
        stage.view.notice(words.COURSE_CHANGED)
    stage.reader.remember(event.text for event in events if isinstance(event, TraineeSaid))
    return Seat(conversation, InStore(records, row.id), stage.trouble)


def _version(events: Sequence[Event]) -> str:
    first = events[0] if events else None
    return first.course if isinstance(first, SessionStarted) else ""
