"""A kept session looked at again: replayed over the present course, beside what was kept when it ended."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.detection import Recognizer
from simulator.course.errors import DesksideError
from simulator.course.models import Course
from simulator.engine.afterwards import progress
from simulator.engine.conversation import Conversation
from simulator.engine.events import SessionStarted
from simulator.engine.report import UNFINISHED, Report, report
from simulator.records.interface import Records, SessionRow
from simulator.records.kept import report_from_json


@dataclass(frozen=True, slots=True)
class Rescored:
    """`present` is the report that the present course gives, None when the scenario is not in it any more. `then` is
    the report kept when the session was finished, None when it is not. `changed`: the present course is not the one of
    then. `waiting`: the trainee was being asked for the ticket or the mirror, and can go on with it."""

    present: Report | None
    then: Report | None
    changed: bool
    waiting: bool = False

    @property
    def shown(self) -> Report:
        """The report to show: the present one where there is one."""
        shown = self.present or self.then
        assert shown is not None
        return shown


def rescore(records: Records, row: SessionRow, course: Course, recognizer: Recognizer) -> Rescored:
    """Replay the session of `row` over `course`.

    A session that came to its end, but was cut off before its report was kept, gets it kept now - unless the trainee was
    still being asked for the ticket or the mirror. Raises DesksideError when there is neither a scenario to replay it
    over nor a kept report.
    """
    events = records.events(row.id)
    kept = records.report(row.id) if row.ended else None
    then = None if kept is None else report_from_json(kept)
    first = events[0] if events else None
    if row.scenario not in course.scenarios or not isinstance(first, SessionStarted):
        if then is None:
            raise DesksideError(_nothing_to_show(row, course, first is None))
        return Rescored(None, then, changed=True)
    conversation = Conversation.resume(course, course.scenarios[row.scenario], recognizer, events)
    present = report(conversation)
    changed = present.course != (first.course if then is None else then.course)
    waiting = then is None and progress(conversation.events).waiting
    if then is None and not changed and present.outcome != UNFINISHED and not waiting:
        records.finish(row.id, present.as_json())
        then = present
    return Rescored(present, then, changed, waiting)


def _nothing_to_show(row: SessionRow, course: Course, empty: bool) -> str:
    if empty:
        return f"session {row.id} has no report: nothing was said in it"
    return (
        f'session {row.id} is of scenario "{row.scenario}", which the course in {course.root} does not have, and it was not finished:'
        " name the course that it was played in with --course PATH"
    )
