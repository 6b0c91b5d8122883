"""Going back to a turn of a kept conversation: offered, played in the usual way, and shown beside what was."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.detection import Recognizer
from simulator.course.errors import DesksideError
from simulator.course.models import Course
from simulator.engine.conversation import EXAM, Conversation
from simulator.engine.events import Event, SessionStarted
from simulator.engine.what_if import Comparison, back_to, compared
from simulator.records.origins import what_if_origin
from simulator.terminal import opening, words
from simulator.terminal.face import Face
from simulator.terminal.loop import Loop, recap
from simulator.terminal.output import Out
from simulator.terminal.reader_pipe import MOST_LINES, PipeReader
from simulator.terminal.seat import InStore, Seat
from simulator.terminal.stage import Stage
from simulator.terminal.turns import as_turn, choose_turn, chosen

if TYPE_CHECKING:
    from rich.console import Console

    from simulator.records.interface import Records, SessionRow

PASSED, BELOW = 0, 1


@dataclass(frozen=True, slots=True)
class Past:
    """A kept conversation to go back in: its replies given again over the present course. `changed`: that is not the
    course that it was had in."""

    row: SessionRow
    conversation: Conversation
    changed: bool


def past(course: Course, row: SessionRow, records: Records, recognizer: Recognizer) -> Past:
    """The conversation of `row`. Raises DesksideError when there is nothing in it to go back to, when it is an exam that
    still goes on, and when the course does not have its scenario."""
    if row.scenario not in course.scenarios:
        raise DesksideError(words.other_course(row.id, row.scenario))
    if row.mode == EXAM and not row.ended:
        raise DesksideError(words.exam_goes_on(row.id))
    events = records.events(row.id)
    conversation = Conversation.resume(course, course.scenarios[row.scenario], recognizer, events) if events else None
    if conversation is None or not conversation.turn:
        raise DesksideError(words.nothing_said(row.id))
    return Past(row, conversation, _version(conversation.events) != _version(events))


def what_if(stage: Stage, then: Past, turn: str | None, records: Records, recognizer: Recognizer) -> int:
    """Go back to `turn` as it was typed, or to one that is asked for, and have the rest of the conversation anew.
    Returns 0 when it was passed, 1 when it was not or was left. Raises DesksideError for a turn that does not exist, and
    when nobody can be asked."""
    most = then.conversation.turn
    if turn is None and not stage.reader.asks:
        raise DesksideError(words.name_a_turn(most))
    if then.changed:
        stage.view.notice(words.COURSE_CHANGED_SINCE)
    if turn is None:
        both = compared(then.row.id, 1, then.conversation, then.conversation)
        number = choose_turn(stage, both.original, both.original_scores)
        if number is None:
            stage.view.notice(words.NO_TURN_CHOSEN)
            return PASSED
    else:
        number = as_turn(turn, most) or 0
        if not number:
            raise DesksideError(f"--turn: {words.no_such_turn(turn, most)}")
    row = then.row
    keeper = InStore(records, trainee=row.trainee, cohort=row.cohort, origin=what_if_origin(row.id, number))
    seat = Seat(back_to(then.conversation, number, recognizer), keeper, stage.trouble)
    seat.take_over()
    said = then.conversation.turns[number - 1].reply
    return _sit(stage, seat, then, number, words.what_if_begins(number, row.id, said.strip()))


def go_on(stage: Stage, course: Course, row: SessionRow, records: Records, recognizer: Recognizer) -> int:
    """Go on with a what-if that was left; returns as `what_if` does."""
    origin = row.what_if
    assert origin is not None
    then = past(course, records.session(origin.session), records, recognizer)
    seat = opening.resumed_seat(stage, course, row, records, recognizer)
    return _sit(stage, seat, then, origin.turn, words.what_if_resumed(origin.turn, origin.session))


def comparison_of(course: Course, row: SessionRow, records: Records, recognizer: Recognizer) -> Comparison:
    """The what-if of `row` beside what it goes back to, over the present course. Raises DesksideError as `past` does."""
    origin = row.what_if
    assert origin is not None
    then = past(course, records.session(origin.session), records, recognizer)
    return compared(origin.session, origin.turn, then.conversation, past(course, row, records, recognizer).conversation)


def offer(stage: Stage, seat: Seat, records: Records | None, recognizer: Recognizer) -> None:
    """At a terminal, after a conversation that was kept: let the trainee go back to a turn of it, as often as they
    like."""
    over = seat.conversation.over and seat.conversation.turn
    if records is None or not (over and seat.kept and stage.reader.asks) or stage.json:
        return
    while (typed := chosen(stage, words.OFFER_WHAT_IF)) is not None and typed.strip().lower() == words.GO_BACK:
        then = Past(records.session(seat.keeper.session), seat.conversation, changed=False)
        what_if(stage, then, None, records, recognizer)


def _sit(stage: Stage, seat: Seat, then: Past, turn: int, notice: str) -> int:
    view, conversation = stage.view, seat.conversation
    try:
        view.scene(conversation)
        view.notice(notice)
        for line in recap(conversation):
            view.said(conversation, line)
        stage.reader.remember(one.reply for one in then.conversation.turns)
        over = Loop(seat, view, stage.reader).run()
        comparison = compared(then.row.id, turn, then.conversation, conversation)
        if over:
            view.ended(conversation)
            seat.finish(comparison.what_if.as_json())
        if stage.json:
            stage.out.data(json.dumps(comparison.as_json(), ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        elif over or not stage.reader.asks:
            show(comparison, stage.out, stage.console)
        _tell(stage, seat, over)
    except KeyboardInterrupt:
        # The terminal itself may be what went away.
        with contextlib.suppress(Exception):
            stage.err.line()
            stage.err.line(words.interrupted(seat.keeper.session) if seat.kept else words.LEFT_UNKEPT)
        raise
    return PASSED if comparison.what_if.passed else BELOW


def show(comparison: Comparison, out: Out, console: Console | None) -> None:
    """Both side by side: on `console` where there is one, else as plain lines to `out`."""
    if console is not None:
        from simulator.terminal import side_by_side_rich

        side_by_side_rich.render(comparison, console)
    else:
        from simulator.terminal import side_by_side_plain

        out.line()
        out.write(side_by_side_plain.render(comparison))


def _tell(stage: Stage, seat: Seat, over: bool) -> None:
    """Where it is kept, and what of the input was not used."""
    remarks = []
    if isinstance(stage.reader, PipeReader):
        if stage.reader.too_many:
            remarks.append(words.too_many(MOST_LINES))
        elif over and stage.reader.has_more():
            remarks.append(words.rest_ignored(stage.reader.next_line))
    if seat.kept:
        remarks.append((words.seen_again if over else words.left)(seat.keeper.session))
    else:
        remarks.append(words.ENDED_UNKEPT if over else words.LEFT_UNKEPT)
    for remark in remarks:
        if stage.face is Face.PIPED:
            stage.err.line(f"deskside: {remark}")
        else:
            stage.view.notice(remark)


def _version(events: tuple[Event, ...]) -> str:
    first = events[0] if events else None
    return first.course if isinstance(first, SessionStarted) else ""
