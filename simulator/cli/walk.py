"""`deskside walk`: does a course still do what its author wrote?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from simulator.cli.options import course_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.authoring.walk import Walked
    from simulator.course.diagnostic import Diagnostic
    from simulator.course.models import Scenario
    from simulator.course.walkthrough import Walkthrough


@click.command("walk")
@click.argument("scenario", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome of every conversation as JSON.")
@course_option
def command(scenario: str | None, as_json: bool, course: str | None) -> int:
    """Play the written conversations of SCENARIO (else of all scenarios) through the real engine.

    Tells for each whether outcome, states, what replies show and the score are as its walkthroughs.yaml says, and where
    they are not. The exit status is 1 when any differs, or when a scenario has none.
    """
    from simulator.authoring.detector import detector_of
    from simulator.authoring.walk import walk
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal.opening import find_scenario

    loaded = load_course(find_course(course))
    chosen = [find_scenario(loaded, scenario)] if scenario else list(loaded.scenarios.values())
    written = _written(chosen)
    untested = [one.id for one in chosen if not any(scenario is one for scenario, _ in written)]
    detector = detector_of(loaded.root)
    walked = []
    for one, walkthrough in written:
        result = walk(loaded, one, walkthrough, detector)
        walked.append(result)
        if not as_json:
            click.echo(_told(result))
    if as_json:
        click.echo(json.dumps(_as_json(walked, untested), indent=2, ensure_ascii=False))
    else:
        for name in untested:
            click.echo(f"NONE     {name}: it has no written conversations; put some into its walkthroughs.yaml")
        click.echo(_summary(walked))
    return 0 if walked and not untested and all(one.held for one in walked) else 1


def _written(scenarios: Iterable[Scenario]) -> list[tuple[Scenario, Walkthrough]]:
    """All written conversations. Raises CourseError with what is wrong in any of their files."""
    from simulator.course.errors import CourseError
    from simulator.course.load import load_walkthroughs

    written: list[tuple[Scenario, Walkthrough]] = []
    wrong: list[Diagnostic] = []
    for scenario in scenarios:
        try:
            written.extend((scenario, one) for one in load_walkthroughs(scenario))
        except CourseError as error:
            wrong.extend(error.diagnostics)
    if wrong:
        raise CourseError(wrong)
    return written


def _told(walked: Walked) -> str:
    from simulator.course.diagnostic import printable

    head = f"{walked.scenario}, {walked.name}: {walked.score} of 100, {walked.outcome.replace('_', ' ')}"
    if walked.held:
        return f"ok       {head}"
    lines = [f"DIFFERS  {head}"]
    for one in walked.differences:
        place = f"turn {one.turn} " if one.turn else ""
        lines.append(f"  {printable(walked.path)}:{one.line}: {place}{one.message}")
    return "\n".join(lines)


def _as_json(walked: Sequence[Walked], untested: Sequence[str]) -> dict[str, object]:
    held = sum(one.held for one in walked)
    return {
        "held": held,
        "differ": len(walked) - held,
        "untested": list(untested),
        "walkthroughs": [one.as_json() for one in walked],
    }


def _summary(walked: Sequence[Walked]) -> str:
    differ = sum(not one.held for one in walked)
    verdict = f"{differ} {'differs' if differ == 1 else 'differ'}" if differ else "all as written"
    return (
        f"{len(walked)} written conversation{'' if len(walked) == 1 else 's'}: {verdict}."
        if walked
        else "Nothing was played."
    )
