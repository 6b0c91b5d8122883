"""The menu on a capable terminal: as much of it as there is room for, so that what is on top stays in sight."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.terminal import path_words, words
from simulator.terminal.clean import one_line
from simulator.terminal.menu import GO_ON, NEXT, Choice, Menu
from simulator.terminal.menu_view import go_on, heading, next_line, stands, summary, trains, who
from simulator.terminal.palette import WIDEST

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PROMPT_LINES = 2
"""What the question below the menu takes."""
WIDE = 72
"""Columns from which a title and how one stands in it have room side by side."""
PASSED = "✓"


class Fold(IntEnum):
    """What is left out: nothing; what a situation is about; the situations of steps other than that to do now; all."""

    NOTHING = 0
    SUMMARIES = 1
    OTHER_STEPS = 2
    EVERY_STEP = 3


def show_rich(menu: Menu, console: Console, *, whole: bool = False) -> None:
    """Print the menu, folded up as far as the height of the window asks for, or `whole`."""
    width = min(console.width, WIDEST)
    room = console.size.height - PROMPT_LINES
    for fold in Fold:
        shown = Padding(Group(*_parts(menu, width, fold)), (int(fold < Fold.OTHER_STEPS), 0, 0, 2))
        lines = console.render_lines(shown, console.options.update_width(width), pad=False)
        if whole or len(lines) <= room or fold is Fold.EVERY_STEP:
            console.print(shown, width=width)
            return


def _parts(menu: Menu, width: int, fold: Fold) -> Iterator[RenderableType]:
    yield Text(words.MENU_TITLE, style="bold")
    yield Text(summary(menu), style="dim")
    if fold is Fold.NOTHING and menu.course.path.about:
        yield Text(one_line(menu.course.path.about), style="dim")
    if fold < Fold.OTHER_STEPS:
        yield Text()
    yield from _on_top(menu, fold)
    folded = False
    for section in menu.sections:
        shut = fold is Fold.EVERY_STEP or (fold is Fold.OTHER_STEPS and menu.next not in section.choices)
        folded = folded or shut
        if fold is Fold.NOTHING:
            yield Text()
        yield Text(heading(section, numbered=shut), style="dim" if section.progress.locked else "bold")
        if not shut:
            yield from (_entry(choice, width, fold) for choice in section.choices)
    if fold < Fold.EVERY_STEP:
        yield Text()
    yield Text(words.MENU_HELP_FOLDED if folded else words.MENU_HELP, style="dim")
    if any(choice.locked for choice in menu.choices):
        yield Text(path_words.LOCKS_ADVISE, style="dim")


def _on_top(menu: Menu, fold: Fold) -> Iterator[RenderableType]:
    course, advice = menu.course, menu.advice
    if menu.next is not None:
        yield _row(NEXT, Text(next_line(menu), style="bold"))
    if fold is Fold.NOTHING:
        for one in advice.weaknesses:
            missed = f"{words.MISSED_MOST}: {path_words.missed(course, one)}. "
            yield _row("", Text.assemble(missed, (f"{trains(menu, one)}.", "dim")))
    elif advice.weaknesses:
        told = advice.weaknesses[:1] if fold is Fold.EVERY_STEP else advice.weaknesses
        numbers = [(one, menu.of(one.training.standing.scenario).number) for one in told]
        some = ", ".join(f"{path_words.behaviour(course, one)} (practise {number})" for one, number in numbers)
        yield _row("", Text(f"{words.MISSED_MOST}: {some}."))
    if menu.unfinished is not None:
        yield _row(GO_ON, Text(f"{go_on(menu)}."))


def _entry(choice: Choice, width: int, fold: Fold) -> RenderableType:
    style = "dim" if choice.locked else ""
    passed = choice.standing.passed
    sign = Text(PASSED if passed else "", style="green")
    standing = Text(stands(choice), style="green" if passed else style)
    body = Text(one_line(choice.scenario.title), style=style or "bold")
    if fold is Fold.NOTHING:
        body.append(f"\n{who(choice)} · ", style="not bold").append_text(standing)
        if choice.scenario.summary:
            body.append(f"\n{one_line(choice.scenario.summary)}", style="not bold dim")
        return _row(str(choice.number), body, sign)
    if width < WIDE:
        return _row(str(choice.number), body.append("\n").append_text(standing), sign)
    return _row(str(choice.number), body, sign, standing)


def _row(number: str, body: Text, sign: Text | None = None, standing: Text | None = None) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", no_wrap=True, min_width=2)
    table.add_column(no_wrap=True, min_width=1)
    table.add_column(ratio=1, overflow="fold")
    row = [Text(number, style="bold"), sign or Text(), body]
    if standing is not None:
        table.add_column(justify="right", no_wrap=True)
        row.append(standing)
    table.add_row(*row)
    return table
