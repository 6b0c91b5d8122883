"""`deskside history`: the conversations that were kept, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from simulator.cli.options import course_option, no_color_option, plain_option, store_option

if TYPE_CHECKING:
    from simulator.course.models import Course
    from simulator.records.interface import SessionRow
    from simulator.terminal.output import Out


@click.command("history")
@click.option("--trainee", metavar="ID", help="Only this trainee.")
@click.option("--cohort", metavar="NAME", help="Only this cohort.")
@click.option("--scenario", metavar="ID", help="Only this scenario.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array, times in UTC.")
@course_option
@store_option
@plain_option
@no_color_option
def command(
    trainee: str | None,
    cohort: str | None,
    scenario: str | None,
    as_json: bool,
    course: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> None:
    """List the conversations that were kept, newest first.

    For each: its id, when it began, the scenario, the mode, the score, whether it passed, and how it ended; for one
    that is not finished, how to go on with it.
    """
    import sys

    from simulator.cli.kept import open_kept
    from simulator.terminal.face import Face
    from simulator.terminal.output import Out
    from simulator.terminal.stage import choose_show

    with open_kept(store) as records:
        rows = records.sessions(trainee=trainee, cohort=cohort, scenario=scenario)
        whose = {row.trainee for row in rows}
        everything = records.sessions(trainee=whose.pop()) if len(whose) == 1 else ()
    out = Out(sys.stdout)
    loaded = _course(course) if rows else None
    titles = {name: one.title for name, one in loaded.scenarios.items()} if loaded else {}
    if as_json:
        _show_json(rows, titles, out)
    elif not rows:
        narrowed = trainee is not None or cohort is not None or scenario is not None
        click.echo(
            "deskside: no conversation matches"
            if narrowed
            else "deskside: no conversation is kept yet; begin one with: deskside play",
            err=True,
        )
    elif choose_show(plain=plain) is Face.SCREEN:
        _show_table(rows, titles, no_color)
    else:
        for row in rows:
            out.line(_sentence(row, titles))
    if loaded and everything and not as_json:
        out.line(_so_far(loaded, everything))


def _so_far(course: Course, rows: Sequence[SessionRow]) -> str:
    """How far the one trainee of this list has come on the path."""
    from simulator.records.progress import progress
    from simulator.terminal.path_words import came_so_far

    return came_so_far(progress(course, rows))


def _course(course: str | None) -> Course | None:
    """The course. One that can not be read is no reason to show nothing, unless it was asked for."""
    from simulator.course.errors import DesksideError
    from simulator.course.load import load_course
    from simulator.course.locate import find_course

    try:
        return load_course(find_course(course))
    except DesksideError:
        if course is not None:
            raise
        return None


def _show_json(rows: Sequence[SessionRow], titles: Mapping[str, str], out: Out) -> None:
    import json
    from dataclasses import asdict

    told = [
        asdict(row) | {"title": titles.get(row.scenario), "what_if": row.what_if._asdict() if row.what_if else None}
        for row in rows
    ]
    out.data(json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _show_table(rows: Sequence[SessionRow], titles: Mapping[str, str], no_color: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from simulator.terminal.report_words import one_line, outcome
    from simulator.terminal.view_rich import console
    from simulator.terminal.words import what_if_of

    table = Table(box=None, padding=(0, 1, 0, 0))
    for heading in ("Session", "When", "Scenario", "Mode", "Score", "Passed", "Outcome"):
        table.add_column(
            heading, no_wrap=heading != "Scenario", overflow="fold", justify="right" if heading == "Score" else "left"
        )
    for row in rows:
        scenario = Text(one_line(titles.get(row.scenario, row.scenario)))
        if _whose(row):
            scenario.append(f"\n{one_line(_whose(row))}", "dim")
        if row.what_if is not None:
            scenario.append(f"\n{what_if_of(*row.what_if)}", "dim")
        passed = "" if row.passed is None else Text("yes", "green") if row.passed else Text("no", "red")
        score = "" if row.score is None else str(row.score)
        table.add_row(row.id, _when(row), scenario, row.mode, score, passed, outcome(row.outcome))
    screen = console(no_color=no_color)
    screen.print(table)
    left = [row.id for row in rows if row.score is None]
    if left:
        screen.print(
            f"\nTo go on with one that is not finished: deskside resume {left[0] if len(left) == 1 else 'SESSION'}"
        )


def _sentence(row: SessionRow, titles: Mapping[str, str]) -> str:
    """One session on a line of its own, in words."""
    from simulator.terminal.report_words import one_line, outcome
    from simulator.terminal.words import after_replies, what_if_of

    if row.score is None:
        end = f"{outcome(row.outcome)}, {after_replies(row.turns)}; to go on: deskside resume {row.id}"
    else:
        end = f"{row.score} of 100, {'passed' if row.passed else 'not passed'}, {outcome(row.outcome)}"
    whose = f", {one_line(_whose(row))}" if _whose(row) else ""
    origin = f", {what_if_of(*row.what_if)}" if row.what_if is not None else ""
    return (
        f"{row.id}, {_when(row)}{whose}, {one_line(titles.get(row.scenario, row.scenario))}, {row.mode}{origin}: {end}"
    )


def _whose(row: SessionRow) -> str:
    return f"{row.trainee} ({row.cohort})" if row.trainee and row.cohort else row.trainee or row.cohort


def _when(row: SessionRow) -> str:
    """When it began, on this person's own clock."""
    from datetime import datetime

    return datetime.fromisoformat(row.started).astimezone().strftime("%Y-%m-%d %H:%M")
