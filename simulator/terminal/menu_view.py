"""The menu in plain numbered lines, and the words that the screen shares with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.terminal import path_words, words
from simulator.terminal.clean import one_line
from simulator.terminal.menu import GO_ON, NEXT, Choice, Menu, Section
from simulator.terminal.output import Out

if TYPE_CHECKING:
    from simulator.records.advice import Weakness


def show_plain(menu: Menu, out: Out) -> None:
    """One line a choice, number first; what is next, and why, before them."""
    for line in _lines(menu):
        out.line(line)


def _lines(menu: Menu) -> Iterator[str]:
    yield words.MENU_TITLE
    yield summary(menu)
    if menu.course.path.about:
        yield one_line(menu.course.path.about)
    if menu.next is not None:
        yield f"{NEXT}. {next_line(menu)}"
    for weakness in menu.advice.weaknesses:
        yield f"{words.MISSED_MOST}: {path_words.missed(menu.course, weakness)}. {trains(menu, weakness)}."
    if menu.unfinished is not None:
        yield f"{GO_ON}. {go_on(menu)}."
    for section in menu.sections:
        yield f"{heading(section)}."
        for choice in section.choices:
            told = one_line(choice.scenario.summary)
            title = f"{one_line(choice.scenario.title)} ({choice.scenario.id})"
            yield f"{choice.number}. {title}: {who(choice)}; {stands(choice)}." + (f" {told}" if told else "")
    if any(choice.locked for choice in menu.choices):
        yield path_words.LOCKS_ADVISE
    yield words.MENU_HELP


def summary(menu: Menu) -> str:
    """The course's own name, if it has one, and how much of its path is passed."""
    title = one_line(menu.course.path.title).rstrip(".")
    so_far = path_words.came_so_far(menu.advice.progress)
    return f"{title}. {so_far}" if title else so_far


def next_line(menu: Menu) -> str:
    """What to do now, with its number; "" when there is nothing on the menu."""
    choice = menu.next
    if choice is None:
        return ""
    title = f"{choice.number}, {one_line(choice.scenario.title)}"
    return f"{path_words.next_is(title, again=menu.advice.again)}."


def heading(section: Section, *, numbered: bool = False) -> str:
    """A step, and how it stands: "Level 2, Careful hands: locked, needs 2 situations of level 1 passed". `numbered`:
    with the numbers of its situations, which are not shown."""
    passed = f"{section.progress.passed} of {len(section.choices)} passed"
    told = path_words.step(section.progress.step)
    if numbered:
        first, last = section.choices[0].number, section.choices[-1].number
        told += f" ({first})" if first == last else f" ({first} to {last})"
    if not section.progress.locked:
        return f"{told}: {passed}"
    return f"{told}: locked, needs {section.needs}" + (f"; {passed}" if section.progress.passed else "")


def trains(menu: Menu, weakness: Weakness) -> str:
    """Where a weakness is trained best: "Trained best by 5, Tick, tick (worth 15 of 100; not tried yet)"."""
    number = menu.of(weakness.training.standing.scenario).number
    return f"{words.TRAINS_BEST} {number}, {path_words.trains(menu.course, weakness)}"


def who(choice: Choice) -> str:
    """Whom one meets, and how: "Dana Whitfield, on the phone"."""
    return f"{one_line(choice.person)}, {words.CHANNEL[choice.scenario.channel]}"


def stands(choice: Choice) -> str:
    """How somebody stands in a situation, and whether it is locked."""
    return f"{'locked, ' if choice.locked else ''}{path_words.standing(choice.standing)}"


def go_on(menu: Menu) -> str:
    """The offer of the conversation that was left; "" when there is none."""
    left = menu.unfinished
    if left is None:
        return ""
    title = one_line(menu.of(left.scenario).scenario.title)
    return words.go_on(title, left.turns, what_if=left.what_if is not None)
