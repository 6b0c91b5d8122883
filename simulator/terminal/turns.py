"""The turns of a conversation to choose from: listed with what came of each, and asked for by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.terminal import report_words, words
from simulator.terminal.menu import LEAVE
from simulator.terminal.signals import Stopped
from simulator.terminal.stage import Stage

if TYPE_CHECKING:
    from rich.console import Console

    from simulator.engine.report import Report


def choose_turn(stage: Stage, report: Report, scores: tuple[int, ...]) -> int | None:
    """List the turns of a conversation (`scores` go with its mood curve) and ask for one until one that exists is named;
    None when the person leaves."""
    title = words.turns_title(report_words.one_line(report.title), report_words.one_line(report.persona))
    if stage.console is not None:
        _show_rich(title, report, scores, stage.console)
    else:
        out = stage.err if stage.json else stage.out
        out.line(title)
        for turn in report.turns:
            out.line(f"{turn.turn}. You: {report_words.one_line(turn.reply)} ({_after(report, scores, turn.turn)})")
        out.line(words.TURNS_HELP)
    most = len(report.turns)
    while True:
        typed = chosen(stage, words.which_turn(most))
        if typed is None or typed.strip().lower() in LEAVE:
            return None
        number = as_turn(typed, most)
        if number is not None:
            return number
        stage.view.notice(
            words.sentence(words.no_such_turn(typed.strip(), most)) if typed.strip() else words.TURNS_HELP
        )


def as_turn(typed: str, most: int) -> int | None:
    """The turn that is meant, None when there is no such turn."""
    text = typed.strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    return number if 1 <= number <= most else None


def chosen(stage: Stage, prompt: str) -> str | None:
    """What was typed at `prompt`; None for somebody who wants to leave."""
    try:
        return stage.chooser.choose(prompt)
    except Stopped:
        raise
    except KeyboardInterrupt:
        return None


def _after(report: Report, scores: tuple[int, ...], turn: int) -> str:
    mood = report.turns[turn - 1]
    return f"then {mood.mood_word}, calm {mood.mood.calm}, score {scores[turn]}"


def _show_rich(title: str, report: Report, scores: tuple[int, ...], console: Console) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from simulator.terminal.palette import WIDEST

    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for turn in report.turns:
        said = Text(report_words.one_line(turn.reply))
        said.append(f"\n{_after(report, scores, turn.turn)}\n", style="dim")
        table.add_row(Text(str(turn.turn), style="bold"), said)
    width = min(console.width, WIDEST)
    console.print()
    console.print(Padding(Text(title, style="bold"), (0, 0, 1, 2)), width=width)
    console.print(Padding(table, (0, 0, 0, 2)), width=width)
    console.print(Padding(Text(words.TURNS_HELP, style="dim"), (0, 0, 0, 2)), width=width)
