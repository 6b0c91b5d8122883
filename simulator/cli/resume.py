"""`deskside resume`: go on with a conversation that was left or cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.options import (
    after_option,
    course_option,
    no_color_option,
    open_store,
    plain_option,
    read_after,
    store_option,
)

if TYPE_CHECKING:
    from simulator.records.interface import Records, SessionRow


@click.command("resume")
@click.argument("session", required=False)
@click.option("--trainee", metavar="ID", default="", help="Only conversations of this trainee.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object, and nothing else.")
@after_option
@course_option
@store_option
@plain_option
@no_color_option
def command(
    session: str | None,
    trainee: str,
    as_json: bool,
    after: str | None,
    course: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> int:
    """Go on with a conversation that you left, or with the ticket and the questions after it.

    SESSION is its id, or the beginning of it; without one, the newest that has not ended.
    """
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal.opening import recognizer
    from simulator.terminal.sitting import go_on
    from simulator.terminal.stage import choose_face, stage

    answers = read_after(after)
    with open_store(store) as records:
        row = _which(records, session, trainee)
        loaded = load_course(find_course(course))
        set_up = stage(choose_face(plain=plain, json=as_json), no_color=no_color, json=as_json)
        return go_on(set_up, loaded, row, records, recognizer(loaded.root), after=answers)


def _which(records: Records, session: str | None, trainee: str) -> SessionRow:
    """The session that is meant. Raises DesksideError when there is none, or when it has ended."""
    from simulator.course.errors import DesksideError
    from simulator.terminal import words

    if session is None:
        left = records.unfinished(trainee=trainee or None)
        if not left:
            raise DesksideError(words.NOTHING_TO_RESUME)
        return left[0]
    row = records.session(session)
    if row.ended:
        raise DesksideError(words.has_ended(row.id))
    return row
