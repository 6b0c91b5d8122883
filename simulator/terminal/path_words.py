"""What is said about the path of a course and about what to practise next: the same in the menu, by `deskside next` and
at the end of a report."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.course.path import BESIDE, Needs, Step
from simulator.terminal.clean import one_line
from simulator.terminal.words import counted

if TYPE_CHECKING:
    from simulator.course.models import Course
    from simulator.records.advice import Advice, Weakness
    from simulator.records.progress import Progress, Standing, StepProgress

BESIDE_THE_PATH = "Beside the path"
LOCKS_ADVISE = "Locked is advice, not a ban: you can choose it all the same."
NEVER_TRIED = "not tried yet"
FIRST_OPEN = "it is the first open situation of the path that is not passed"


def step(one: Step) -> str:
    """What a step is called: "Level 2, Careful hands"."""
    if one.level == BESIDE:
        return BESIDE_THE_PATH
    return f"Level {one.level}, {one_line(one.title)}" if one.title else f"Level {one.level}"


def needs(course: Course, wanted: Needs) -> str:
    """What a step needs: "2 situations of level 1 passed"; "" for nothing."""
    if wanted.scenarios:
        return f"{_titles(course, wanted.scenarios)} passed"
    return f"{counted(wanted.passed, 'situation')} of level {wanted.of_level} passed" if wanted.passed else ""


def lacks(course: Course, locked: StepProgress) -> str:
    """What a locked step still needs: "first pass 2 situations of level 1 (1 so far)"."""
    wanted = locked.step.needs
    if locked.missing:
        return f"first pass {_titles(course, locked.missing)}"
    return (
        f"first pass {counted(wanted.passed, 'situation')} of level {wanted.of_level} ({locked.have or 'none'} so far)"
    )


def standing(one: Standing) -> str:
    """How somebody stands in a scenario: "passed, best 92 of 100, 3 attempts"."""
    if one.best is None:
        return NEVER_TRIED
    return f"{'passed' if one.passed else 'not passed'}, best {one.best} of 100, {counted(one.attempts, 'attempt')}"


def is_locked(title: str, why: str, scenario: str, trainee: str) -> str:
    """What somebody is told who chooses a locked scenario."""
    return (
        f"“{one_line(title)}” is locked: {why}. The path only advises: you can practise it all the same, now or at any time "
        f"with: {play(scenario, trainee)}"
    )


def came_so_far(done: Progress) -> str:
    """The summary: "Path: 3 of 16 situations passed."."""
    return f"Path: {done.passed} of {counted(done.of, 'situation')} passed."


def next_is(title: str, *, again: bool) -> str:
    """What to do now. `again`: everything is passed already."""
    return f"All is passed. The lowest best score: {title}" if again else f"Next: {title}"


def now(course: Course, advice: Advice) -> str:
    """What to do now, with how they stand in it; "" for a course without scenarios."""
    if advice.now is None:
        return ""
    title = one_line(course.scenarios[advice.now.scenario].title)
    return f"{next_is(title, again=advice.again)} ({standing(advice.now)})."


def why(advice: Advice) -> str:
    """Why this is what to do now; "" where nothing is."""
    if advice.now is None:
        return ""
    return "everything is passed; there is most to gain here" if advice.again else FIRST_OPEN


def missed(course: Course, weakness: Weakness) -> str:
    """A weakness with its reason: "empathize: missed or late in 3 of 5 recent conversations that called for it"."""
    many = weakness.of > 1
    recent = f"{weakness.wrong} of {weakness.of} recent conversations" if many else "one recent conversation"
    if weakness.avoid:
        return f"{behaviour(course, weakness)}: it cost points in {recent}"
    return f"{behaviour(course, weakness)}: missed or late in {recent} that called for it"


def trains(course: Course, weakness: Weakness) -> str:
    """Where it is practised best, and why there: "Tick, tick (worth 15 of 100, not tried yet)"."""
    training = weakness.training
    title = one_line(course.scenarios[training.standing.scenario].title)
    if weakness.avoid:
        worth = f"{'decisive' if training.worth >= 100 else f'costs {training.worth:g}'} there"
    else:
        worth = f"worth {training.worth:g} of 100"
    return f"{title} ({worth}; {standing(training.standing)})"


def behaviour(course: Course, weakness: Weakness) -> str:
    """What is to be practised: "empathize", "not to blame"."""
    label = course.behaviours.get(weakness.behaviour)
    name = one_line(label.name if label else weakness.behaviour.replace("_", " "))
    return f"not to {name}" if weakness.avoid else name


def in_one_line(course: Course, advice: Advice, trainee: str) -> str:
    """The advice after a report; "" when there is none."""
    if advice.now is None:
        return ""
    weak = f" Missed most of late: {behaviour(course, advice.weaknesses[0])}." if advice.weaknesses else ""
    return (
        f"{now(course, advice)}{weak} To begin: {play(advice.now.scenario, trainee)}; reasons: {_with('next', trainee)}"
    )


def play(scenario: str, trainee: str) -> str:
    """The command that plays a scenario as this trainee."""
    return _with(f"play {scenario}", trainee)


def _with(command: str, trainee: str) -> str:
    return f"deskside {command}" + (f" --trainee {shlex.quote(one_line(trainee))}" if trainee else "")


def _titles(course: Course, names: Sequence[str]) -> str:
    titles = [f"“{one_line(course.scenarios[name].title)}”" for name in names if name in course.scenarios]
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)
