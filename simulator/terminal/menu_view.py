"""The menu as people see it: on a capable terminal, and in plain numbered lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.terminal import words
from simulator.terminal.clean import one_line
from simulator.terminal.menu import GO_ON, Choice, Menu
from simulator.terminal.output import Out
from simulator.terminal.palette import WIDEST

if TYPE_CHECKING:
    from rich.console import Console


def show_plain(menu: Menu, out: Out) -> None:
    """One line a choice, number first."""
    out.line(words.MENU_TITLE)
    for number, choice in enumerate(menu.choices, start=1):
        summary = one_line(choice.scenario.summary)
        out.line(
            f"{number}. {one_line(choice.scenario.title)} ({choice.scenario.id}): {_who(choice)}; {_score(choice)}."
            + (f" {summary}" if summary else "")
        )
    offer = _go_on(menu)
    if offer:
        out.line(f"{GO_ON}. {offer}.")
    out.line(words.MENU_HELP)


def show_rich(menu: Menu, console: Console) -> None:
    """A block of three lines a choice: title, person and score, summary."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for number, choice in enumerate(menu.choices, start=1):
        entry = Text.assemble((one_line(choice.scenario.title), "bold"), f"\n{_who(choice)} · {_score(choice)}")
        if choice.scenario.summary:
            entry.append(f"\n{one_line(choice.scenario.summary)}", style="dim")
        entry.append("\n")
        table.add_row(Text(str(number), style="bold"), entry)
    offer = _go_on(menu)
    if offer:
        table.add_row(Text(GO_ON, style="bold"), Text(f"{offer}\n"))
    width = min(console.width, WIDEST)
    console.print()
    console.print(Padding(Text(words.MENU_TITLE, style="bold"), (0, 0, 1, 2)), width=width)
    console.print(Padding(table, (0, 0, 0, 2)), width=width)
    console.print(Padding(Text(words.MENU_HELP, style="dim"), (0, 0, 0, 2)), width=width)


def _who(choice: Choice) -> str:
    scenario = choice.scenario
    return f"{one_line(choice.person)}, {words.CHANNEL[scenario.channel]}, {words.level(scenario.level)}"


def _score(choice: Choice) -> str:
    return words.attempts(choice.finished, choice.best)


def _go_on(menu: Menu) -> str:
    left = menu.unfinished
    if left is None:
        return ""
    title = next(one.scenario.title for one in menu.choices if one.scenario.id == left.scenario)
    return words.go_on(one_line(title), left.turns, what_if=left.what_if is not None)
