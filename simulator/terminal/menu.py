"""The menu of situations: what is on it, what a typed choice means, and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from simulator.course.models import Course, Scenario
from simulator.course.suggest import nearest
from simulator.records.advice import Advice, Reports, advise
from simulator.records.progress import Standing, StepProgress
from simulator.terminal import path_words, words

if TYPE_CHECKING:
    from simulator.records.interface import SessionRow

LEAVE = ("q", "quit", "/quit", "exit")
GO_ON = "r"
"""What is typed to take up the conversation that was left."""
NEXT = "n"
"""What is typed for the situation that is next."""
ALL = "all"
"""What is typed to see the whole menu where a part of it is folded up."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One situation on the menu: its number (from 1), the person's name, and how the trainee stands in it. `locked`
    says what is to be done first, "" when it is open."""

    number: int
    scenario: Scenario
    person: str
    standing: Standing
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the path with its situations, and in words what it needs ("" for nothing)."""

    progress: StepProgress
    choices: tuple[Choice, ...]
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything on the menu in the order of the path, what is next and why, and the newest conversation that can be
    taken up again."""

    course: Course
    sections: tuple[Section, ...]
    advice: Advice
    unfinished: SessionRow | None = None
    trainee: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for section in self.sections for choice in section.choices)

    @property
    def next(self) -> Choice | None:
        """The situation to do now."""
        now = self.advice.now
        return None if now is None else self.of(now.scenario)

    def of(self, scenario: str) -> Choice:
        """The choice of this scenario."""
        return next(one for one in self.choices if one.scenario.id == scenario)


class Chooser(Protocol):
    def choose(self, prompt: str) -> str | None:
        """What was typed, or None when the person leaves."""


def menu(
    course: Course,
    rows: Sequence[SessionRow],
    unfinished: Sequence[SessionRow],
    reports: Reports | None = None,
    trainee: str = "",
) -> Menu:
    """The menu of a course for somebody with these earlier sessions, and the kept reports on the newest of them."""
    advice = advise(course, rows, reports or {})
    sections: list[Section] = []
    number = 1
    for step in advice.progress.steps:
        sections.append(_section(course, step, number))
        number += len(step.standings)
    left = next((row for row in unfinished if row.scenario in course.scenarios), None)
    return Menu(course, tuple(sections), advice, left, trainee)


def _section(course: Course, step: StepProgress, number: int) -> Section:
    locked = path_words.lacks(course, step) if step.locked else ""
    choices = []
    for place, standing in enumerate(step.standings):
        scenario = course.scenarios[standing.scenario]
        person = course.personas[scenario.persona].name
        # Whoever passed a situation has opened it, whatever its step still needs.
        choices.append(Choice(number + place, scenario, person, standing, "" if standing.passed else locked))
    return Section(step, tuple(choices), path_words.needs(course, step.step.needs))


def pick(text: str, menu: Menu) -> Choice | SessionRow | str:
    """What `text` chooses: a number, an id or a title, also its unmistakable beginning; GO_ON takes up what was left,
    NEXT what is next. A string says why it chooses nothing."""
    typed = text.strip().lower()
    if not typed:
        return words.MENU_HELP
    if typed == GO_ON and menu.unfinished is not None:
        return menu.unfinished
    if typed == NEXT and menu.next is not None:
        return menu.next
    choices = menu.choices
    if typed.isdecimal():
        number = int(typed)
        return choices[number - 1] if 1 <= number <= len(choices) else words.no_such_choice(typed, "", len(choices))
    names = [(name.lower(), one) for one in choices for name in (one.scenario.id, one.scenario.title, one.person)]
    found = {one.number: one for name, one in names if name == typed} or {
        one.number: one for name, one in names if name.startswith(typed)
    }
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        return words.several_choices(text.strip(), sorted(found))
    near = nearest(typed, {name for name, _ in names})
    meant = next((one.scenario.id for name, one in names if name == near), "")
    return words.no_such_choice(text.strip(), meant, len(choices))


def ask(
    menu: Menu, chooser: Chooser, tell: Callable[[str], None], show_all: Callable[[], None] = lambda: None
) -> Choice | SessionRow | None:
    """Ask until something on the menu is chosen; None when the person leaves. What is locked is practised when they say
    so once more."""
    while True:
        typed = chooser.choose(words.MENU_PROMPT)
        if typed is None or typed.strip().lower() in LEAVE:
            return None
        if typed.strip().lower() == ALL:
            show_all()
            continue
        chosen = pick(typed, menu)
        if isinstance(chosen, str):
            tell(chosen)
            continue
        if not isinstance(chosen, Choice) or not chosen.locked:
            return chosen
        tell(path_words.is_locked(chosen.scenario.title, chosen.locked, chosen.scenario.id, menu.trainee))
        answer = chooser.choose(words.PRACTISE_LOCKED)
        if answer is None or answer.strip().lower() in LEAVE:
            return None
        if words.is_yes(answer):
            return chosen
        tell(words.CHOOSE_ANOTHER)
