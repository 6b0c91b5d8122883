"""`deskside what-if`: go back to a turn of a kept conversation and answer differently from there on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.options import course_option, no_color_option, plain_option, store_option

if TYPE_CHECKING:
    from simulator.records.interface import Records, SessionRow


@click.command("what-if")
@click.argument("session", required=False)
@click.option("--turn", metavar="N", help="The turn to answer differently; without it, choose from a list.")
@click.option("--trainee", metavar="ID", default="", help="Only conversations of this trainee.")
@click.option("--json", "as_json", is_flag=True, help="Print both reports as one JSON object, and nothing else.")
@course_option
@store_option
@plain_option
@no_color_option
def command(
    session: str | None,
    turn: str | None,
    trainee: str,
    as_json: bool,
    course: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> int:
    """Go back to a turn of a conversation and answer differently.

    SESSION is its id, or the beginning of it; without one, the newest that is finished. What was said before turn N is
    said again, as it was; from there on you answer. At the end both conversations are shown side by side. It is always
    practice, and never an attempt.

    When standard input is not a terminal, each of its lines is one reply, from turn N on.

    \b
    Examples:
      deskside what-if
      deskside what-if s1k7 --turn 4
      deskside what-if s1k7 --turn 4 --json < replies.txt

    Ends with 0 when the conversation was passed this time, 1 when it was not or was left.
    """
    from simulator.cli.kept import open_kept
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal.opening import recognizer
    from simulator.terminal.stage import choose_face, stage
    from simulator.terminal.what_if import past, what_if

    with open_kept(store) as records:
        row = _which(records, session, trainee)
        loaded = load_course(find_course(course))
        set_up = stage(choose_face(plain=plain, json=as_json), no_color=no_color, json=as_json)
        reads = recognizer(loaded.root)
        return what_if(set_up, past(loaded, row, records, reads), turn, records, reads)


def _which(records: Records, session: str | None, trainee: str) -> SessionRow:
    """The session that is meant. Raises DesksideError when there is none."""
    from simulator.course.errors import DesksideError
    from simulator.terminal import words

    if session is not None:
        return records.session(session)
    rows = [row for row in records.sessions(trainee=trainee or None) if row.what_if is None and row.turns]
    newest = next((row for row in rows if row.ended), rows[0] if rows else None)
    if newest is None:
        raise DesksideError(words.NOTHING_TO_GO_BACK_TO)
    return newest
