"""A whole sitting: the scene, the conversation, the report, and the exit status that sums it up."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from scoring.detection import Recognizer
from simulator.course.after import After
from simulator.course.errors import DesksideError
from simulator.course.models import Course
from simulator.engine.afterwards import progress
from simulator.engine.report import Report, report
from simulator.terminal import after_words, opening, path_words, words
from simulator.terminal.face import Face
from simulator.terminal.form import look_back
from simulator.terminal.loop import Loop, recap
from simulator.terminal.reader_pipe import MOST_LINES, PipeReader
from simulator.terminal.seat import Seat
from simulator.terminal.spoken import spoken
from simulator.terminal.stage import Stage

if TYPE_CHECKING:
    from simulator.records.interface import Records, SessionRow

PASSED, BELOW = 0, 1


def sit(stage: Stage, seat: Seat, *, resumed: bool = False, after: After | None = None) -> int:
    """Let a trainee have the conversation, say what there is to say afterwards (which `after` may say already), and show
    its report. Returns 0 when it was passed, 1 when it was not or was left.

    Interrupted (KeyboardInterrupt), it says that what was said is kept, and raises again.
    """
    try:
        _begin(stage, seat, resumed)
        over = Loop(seat, stage.view, stage.reader).run()
        return _over(stage, seat, after) if over else _left(stage, seat, after)
    except KeyboardInterrupt:
        # The terminal itself may be what went away.
        with contextlib.suppress(Exception):
            stage.err.line()
            stage.err.line(_kept(seat))
        raise


def go_on(
    stage: Stage,
    course: Course,
    row: SessionRow,
    records: Records,
    recognizer: Recognizer,
    *,
    after: After | None = None,
) -> int:
    """Let a trainee go on with the conversation of `row`; returns as `sit` does."""
    from simulator.terminal import what_if

    if row.what_if is not None:
        if after is not None:
            _teller(stage)(after_words.NOT_OF_A_WHAT_IF)
        return what_if.go_on(stage, course, row, records, recognizer)
    seat = opening.resumed_seat(stage, course, row, records, recognizer)
    status = sit(stage, seat, resumed=True, after=after)
    what_if.offer(stage, seat, records, recognizer)
    return status


def dumped(result: Report) -> str:
    """A report as the one JSON object that programs read: the same bytes for the same inputs."""
    return json.dumps(result.as_json(), ensure_ascii=False, indent=2, sort_keys=True)


def _begin(stage: Stage, seat: Seat, resumed: bool) -> None:
    conversation, view = seat.conversation, stage.view
    # A person reads the scene while the detector loads; a pipe that can not be served gets its error and nothing else.
    if stage.reader.asks:
        view.scene(conversation)
    lines = recap(conversation) if resumed else spoken(seat.open())
    if not stage.reader.asks:
        view.scene(conversation)
    if resumed:
        view.notice(words.where_you_were(conversation.scenario.title, conversation.persona.name, conversation.turn))
    for line in lines:
        view.said(conversation, line)


def _over(stage: Stage, seat: Seat, after: After | None) -> int:
    stage.view.ended(seat.conversation)
    look_back(stage, seat, after)
    result = report(seat.conversation)
    seat.finish(result.as_json())
    _show(stage, seat, result)
    tell = _teller(stage)
    if seat.kept:
        tell(words.seen_again(seat.keeper.session))
    elif stage.reader.asks:
        tell(words.ENDED_UNKEPT)
    if stage.reader.asks:
        tell(words.play_again(result.scenario, result.seed))
        _advise(stage, seat)
    reader = stage.reader
    if isinstance(reader, PipeReader) and reader.has_more():
        stage.err.line(f"deskside: {words.rest_ignored(reader.next_line)}")
    return PASSED if result.passed else BELOW


def _advise(stage: Stage, seat: Seat) -> None:
    """What to practise next, in a line. A store that can not be read any more takes nothing from the report."""
    course = seat.conversation.course
    with contextlib.suppress(DesksideError):
        found = seat.keeper.advice(course)
        if found is not None:
            stage.view.notice(path_words.in_one_line(course, *found))


def _left(stage: Stage, seat: Seat, after: After | None) -> int:
    if not stage.reader.asks or stage.json:
        _show(stage, seat, report(seat.conversation))
    tell = _teller(stage)
    if isinstance(stage.reader, PipeReader) and stage.reader.too_many:
        tell(words.too_many(MOST_LINES))
    if after is not None:
        tell(after_words.NOT_USED)
    if seat.kept:
        tell(words.left(seat.keeper.session))
    elif stage.reader.asks:
        tell(words.LEFT_UNKEPT)
    return BELOW


def _show(stage: Stage, seat: Seat, result: Report) -> None:
    if stage.json:
        stage.out.data(dumped(result) + "\n")
    else:
        # What a pipe gets depends on what came through it, not on what is kept here.
        stage.view.report(result, seat.earlier() if stage.reader.asks else ())


def _kept(seat: Seat) -> str:
    """What has become of an interrupted conversation."""
    if not seat.kept:
        return words.LEFT_UNKEPT
    session, conversation = seat.keeper.session, seat.conversation
    if progress(conversation.events).waiting:
        return after_words.still_open(session)
    return words.seen_again(session) if conversation.over else words.interrupted(session)


def _teller(stage: Stage) -> Callable[[str], None]:
    """What says where the conversation is kept: never into a transcript, which is to be the same for the same
    replies."""
    if stage.face is Face.PIPED:
        return lambda text: stage.err.line(f"deskside: {text}")
    return stage.view.notice
