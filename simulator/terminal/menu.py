"""The menu of situations: what is on it, what a typed choice means, and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from simulator.course.models import Course, Scenario
from simulator.course.suggest import nearest
from simulator.terminal import words

if TYPE_CHECKING:
    from simulator.records.interface import SessionRow

LEAVE = ("q", "quit", "/quit", "exit")
GO_ON = "r"
"""What is typed to take up the conversation that was left."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu: a situation, the person's name, and how the trainee has done in it (`best` 0..100 or
    None)."""

    scenario: Scenario
    person: str
    finished: int
    best: int | None


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything on the menu, easiest first, and the newest conversation that can be taken up again."""

    choices: tuple[Choice, ...]
    unfinished: SessionRow | None = None


class Chooser(Protocol):
    def choose(self, prompt: str) -> str | None:
        """What was typed, or None when the person leaves."""


def menu(course: Course, rows: Sequence[SessionRow], unfinished: Sequence[SessionRow]) -> Menu:
    """The menu of a course for somebody with these earlier sessions."""
    scenarios = sorted(course.scenarios.values(), key=lambda one: (one.level, one.title))
    left = next((row for row in unfinished if row.scenario in course.scenarios), None)
    return Menu(tuple(_choice(course, scenario, rows) for scenario in scenarios), left)


def _choice(course: Course, scenario: Scenario, rows: Sequence[SessionRow]) -> Choice:
    scores = [row.score for row in rows if row.scenario == scenario.id and row.score is not None and row.attempt]
    return Choice(scenario, course.personas[scenario.persona].name, len(scores), max(scores, default=None))


def pick(text: str, menu: Menu) -> Choice | SessionRow | str:
    """What `text` chooses: a number, an id or a title, also its unmistakable beginning; GO_ON takes up what was left.
    A string says why it chooses nothing."""
    typed = text.strip().lower()
    if not typed:
        return words.MENU_HELP
    if typed == GO_ON and menu.unfinished is not None:
        return menu.unfinished
    choices = menu.choices
    if typed.isdecimal():
        number = int(typed)
        return choices[number - 1] if 1 <= number <= len(choices) else words.no_such_choice(typed, "", len(choices))
    names = {name.lower(): one for one in choices for name in (one.scenario.id, one.scenario.title, one.person)}
    found = {one.scenario.id: one for name, one in names.items() if name == typed} or {
        one.scenario.id: one for name, one in names.items() if name.startswith(typed)
    }
    if len(found) == 1:
        return next(iter(found.values()))
    near = nearest(typed, names.keys())
    return words.no_such_choice(text.strip(), names[near].scenario.id if near else "", len(choices))


def ask(menu: Menu, chooser: Chooser, tell: Callable[[str], None]) -> Choice | SessionRow | None:
    """Ask until something on the menu is chosen; None when the person leaves."""
    while True:
        typed = chooser.choose(words.MENU_PROMPT)
        if typed is None or typed.strip().lower() in LEAVE:
            return None
        chosen = pick(typed, menu)
        if not isinstance(chosen, str):
            return chosen
        tell(chosen)
