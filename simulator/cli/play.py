"""`deskside play`: practise a conversation, at a terminal or through a pipe."""

from __future__ import annotations

import secrets
from contextlib import ExitStack
from dataclasses import dataclass
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
    from scoring.detection import Recognizer
    from simulator.course.after import After
    from simulator.course.models import Course, Scenario
    from simulator.records.interface import Records
    from simulator.terminal.stage import Stage

PIPED_SEED = 1
PATIENCE = 2.0
"""Seconds to wait for the first byte of a pipe when no scenario was named: after that, nobody is writing."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of `play`."""

    scenario: str | None
    mode: str
    json: bool
    seed: int | None
    trainee: str
    cohort: str
    start: str | None
    keep: bool
    after: After | None
    course: str | None
    store: str | None
    plain: bool
    no_color: bool


@click.command("play")
@click.argument("scenario", required=False)
@click.option("--exam", is_flag=True, help="Silent until the report: no coaching, no hints, nothing taken back.")
@click.option("--mode", type=click.Choice(["practice", "exam"]), help="The same as a word; practice unless said.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object, and nothing else.")
@click.option(
    "--seed",
    type=click.IntRange(0, 2**31 - 1),
    help="Which of the person's wordings come; the same again for "
    f"the same seed (from a pipe {PIPED_SEED}, else by chance).",
)
@click.option("--trainee", metavar="ID", default="", help="Who practises, as scores are to name them.")
@click.option("--cohort", metavar="NAME", default="", help="The group they belong to.")
@click.option("--start", metavar="STATE", help="Begin at this state of the scenario (for trainers).")
@click.option("--keep/--no-keep", default=True, help="Keep the conversation (as is usual), or leave no trace of it.")
@after_option
@course_option
@store_option
@plain_option
@no_color_option
def command(
    scenario: str | None,
    exam: bool,
    mode: str | None,
    as_json: bool,
    seed: int | None,
    trainee: str,
    cohort: str,
    start: str | None,
    keep: bool,
    after: str | None,
    course: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> int:
    """Practise a conversation with somebody upset.

    Without SCENARIO, choose one from a menu. When standard input is not a terminal, each of its lines is one reply (an
    empty line: nothing is said); the transcript and the report are printed. At a terminal you are asked for a ticket
    afterwards, and how you think that you did; --after answers that beforehand.

    Ends with 0 when the conversation was passed, 1 when it was not or was left, 2 for a mistake in the command, 130
    when interrupted.
    """
    if exam and mode == "practice":
        raise click.UsageError("--exam and --mode practice contradict each other: give one of them.")
    return play(
        Wishes(
            scenario,
            "exam" if exam else mode or "practice",
            as_json,
            seed,
            trainee,
            cohort,
            start,
            keep,
            read_after(after),
            course,
            store,
            plain,
            no_color,
        )
    )


def play(wishes: Wishes) -> int:
    """Play as wished and return the exit status. Raises DesksideError for what the person can mend."""
    from simulator.terminal.face import Face
    from simulator.terminal.stage import choose_face, stage

    which = choose_face(plain=wishes.plain, json=wishes.json)
    set_up = stage(which, no_color=wishes.no_color, json=wishes.json)
    if wishes.scenario is None and which is Face.PIPED:
        return _without_a_name(wishes, set_up)
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal import opening

    course = load_course(find_course(wishes.course))
    scenario = None if wishes.scenario is None else opening.find_scenario(course, wishes.scenario)
    if scenario is not None:
        opening.check_start(scenario, wishes.start)
    with ExitStack() as things:
        records = opening.open_records(lambda: open_store(wishes.store), set_up) if wishes.keep else None
        if records is not None:
            things.enter_context(records)
        if scenario is not None:
            return _new(wishes, set_up, course, scenario, records, opening.recognizer(course.root, scenario.moves))
        return _from_menu(wishes, set_up, course, records)


def _without_a_name(wishes: Wishes, set_up: Stage) -> int:
    """Nobody to ask and nothing named: with input that is a mistake, without it there is something to watch."""
    from simulator.course.errors import DesksideError
    from simulator.terminal import words
    from simulator.terminal.reader_pipe import PipeReader

    assert isinstance(set_up.reader, PipeReader)
    if set_up.reader.arrives(PATIENCE) or wishes.json:
        raise DesksideError(words.NAME_A_SCENARIO)
    from simulator.cli.demo import demo

    return demo(plain=wishes.plain, no_color=wishes.no_color)


def _from_menu(wishes: Wishes, set_up: Stage, course: Course, records: Records | None) -> int:
    from simulator.records.advice import look_back
    from simulator.terminal import menu, opening, words
    from simulator.terminal.sitting import go_on

    rows, reports = look_back(records, wishes.trainee) if records is not None else ((), {})
    left = records.unfinished(trainee=wishes.trainee) if records is not None else ()
    offered = menu.menu(course, rows, left, reports, wishes.trainee)
    set_up.show_menu(offered)
    recognizer = opening.recognizer(course.root)
    chosen = menu.ask(
        offered, set_up.chooser, set_up.view.notice, show_all=lambda: set_up.show_menu(offered, whole=True)
    )
    if chosen is None:
        set_up.view.notice(words.MENU_GOODBYE)
        return 0
    if isinstance(chosen, menu.Choice):
        opening.check_start(chosen.scenario, wishes.start)
        return _new(wishes, set_up, course, chosen.scenario, records, recognizer)
    assert records is not None
    return go_on(set_up, course, chosen, records, recognizer, after=wishes.after)


def _new(
    wishes: Wishes, set_up: Stage, course: Course, scenario: Scenario, records: Records | None, recognizer: Recognizer
) -> int:
    from simulator.engine.conversation import Conversation
    from simulator.terminal import opening, what_if
    from simulator.terminal.sitting import sit

    seed = wishes.seed
    if seed is None:
        seed = secrets.randbelow(1_000_000) if set_up.reader.asks else PIPED_SEED
    conversation = Conversation(course, scenario, recognizer, seed, mode=wishes.mode, start=wishes.start)
    seat = opening.new_seat(set_up, conversation, records, trainee=wishes.trainee, cohort=wishes.cohort)
    status = sit(set_up, seat, after=wishes.after)
    what_if.offer(set_up, seat, records, recognizer)
    return status
