"""`deskside next`: what to practise next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import course_option, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.course.models import Course
    from simulator.records.advice import Advice, Weakness
    from simulator.records.progress import Standing, StepProgress


@click.command("next")
@click.option("--trainee", metavar="ID", default="", help="For this trainee (else for sessions without a name).")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
@course_option
@store_option
def command(trainee: str, as_json: bool, course: str | None, store: str | None) -> int:
    """Say what to practise next, and why.

    First the situation to do now: the first of the course's path that is open and not passed. Then the behaviours that
    went wrong most in the last ten conversations, recent ones counting more, each with the situation that trains it
    best. What only tries a turn of another session again does not count. A locked situation can be played all the same.

    \b
    Examples:
      deskside next
      deskside next --trainee 4711 --json
    """
    import sys

    from simulator.cli.kept import open_kept
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.records.advice import advise, look_back
    from simulator.terminal.output import Out

    loaded = load_course(find_course(course))
    with open_kept(store) as records:
        advice = advise(loaded, *look_back(records, trainee))
    out = Out(sys.stdout)
    if as_json:
        import json

        out.data(json.dumps(_data(loaded, advice, trainee), ensure_ascii=False, indent=2) + "\n")
        return 0
    for line in _lines(loaded, advice, trainee):
        out.line(line)
    return 0


def _lines(course: Course, advice: Advice, trainee: str) -> Iterator[str]:
    from simulator.terminal import path_words

    if advice.now is not None:
        yield path_words.now(course, advice)
        yield f"  Why: {path_words.why(advice)}."
        yield f"  To begin: {path_words.play(advice.now.scenario, trainee)}"
    for weakness in advice.weaknesses:
        yield f"Missed most: {path_words.missed(course, weakness)}."
        yield f"  Trained best by {path_words.trains(course, weakness)}."
        yield f"  To begin: {path_words.play(weakness.training.standing.scenario, trainee)}"
    if not advice.weaknesses:
        yield "Missed most: nothing so far." if _tried(advice) else "Missed most: nothing is known yet."
    yield path_words.came_so_far(advice.progress)
    for step in advice.progress.steps:
        if step.locked:
            yield f"{path_words.step(step.step)} is locked: {path_words.lacks(course, step)}."
    if advice.progress.locked:
        yield path_words.LOCKS_ADVISE


def _tried(advice: Advice) -> bool:
    return any(one.attempts for one in advice.progress.standings)


def _data(course: Course, advice: Advice, trainee: str) -> dict[str, Any]:
    """The same as plain data; null where there is nothing to do."""
    from simulator.terminal import path_words

    return {
        "trainee": trainee,
        "next": None if advice.now is None else _standing(course, advice.now) | {"why": path_words.why(advice)},
        "missed_most": [_weakness(course, one) for one in advice.weaknesses],
        "passed": advice.progress.passed,
        "of": advice.progress.of,
        "steps": [_step(course, step) for step in advice.progress.steps],
    }


def _weakness(course: Course, weakness: Weakness) -> dict[str, Any]:
    from simulator.terminal import path_words

    training = weakness.training
    return {
        "behaviour": weakness.behaviour,
        "avoid": weakness.avoid,
        "wrong": weakness.wrong,
        "of": weakness.of,
        "weight": weakness.weight,
        "why": path_words.missed(course, weakness),
        "practise": _standing(course, training.standing) | {"worth": training.worth},
    }


def _step(course: Course, step: StepProgress) -> dict[str, Any]:
    from simulator.terminal import path_words

    return {
        "level": step.step.level or None,
        "title": step.step.title,
        "locked": step.locked,
        "needs": path_words.lacks(course, step) if step.locked else "",
        "scenarios": [_standing(course, one) for one in step.standings],
    }


def _standing(course: Course, standing: Standing) -> dict[str, Any]:
    return {
        "scenario": standing.scenario,
        "title": course.scenarios[standing.scenario].title,
        "attempts": standing.attempts,
        "best": standing.best,
        "passed": standing.passed,
    }
