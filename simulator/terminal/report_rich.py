"""The report in a terminal, with rich. What people typed is put in as text: it is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.course.models import MOOD_AXES
from simulator.terminal import report_after as after
from simulator.terminal import report_words as words
from simulator.terminal.clean import clean
from simulator.terminal.marked import pieces
from simulator.terminal.promise_words import PromiseInWords, promises

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow

BARS = "▁▂▃▄▅▆▇█"
TOP_OF_SCALE = 100
MOST_BARS = 40
STYLES = {
    "earned": "green",
    "avoided": "green",
    "late": "yellow",
    "stuffed": "yellow",
    "not_scored": "dim",
    after.NOT_SCORED: "dim",
    "same": "green",
    "other": "yellow",
    "not_measured": "dim",
    "partly": "yellow",
    "missed": "red",
    "charged": "red",
    "fatal": "bold red",
}


def render(report: Report, console: Console, *, history: Sequence[SessionRow] = (), transcript: bool = True) -> None:
    """Print the report. `transcript=False` leaves the conversation out, for somebody who has just read it."""
    for part in _parts(report, console, history, transcript):
        console.print(part, highlight=False)


def sparkline(values: Sequence[int]) -> str:
    """Values of 0..100 as a row of bars, thinned to at most MOST_BARS of them with the first and the last kept."""
    if len(values) > MOST_BARS:
        last = len(values) - 1
        values = [values[round(place * last / (MOST_BARS - 1))] for place in range(MOST_BARS)]
    return "".join(BARS[min(len(BARS) - 1, value * len(BARS) // TOP_OF_SCALE)] for value in values)


def _parts(
    report: Report, console: Console, history: Sequence[SessionRow], transcript: bool
) -> Iterator[RenderableType]:
    from rich.padding import Padding

    yield _head(report)
    yield _heading("What counted")
    for item in words.items_told(report):
        yield _item(item)
    for promise in promises(report):
        yield _promise(promise)
    if words.avoided(report):
        avoided = _text("✓ ", STYLES["avoided"]).append(f"Rightly avoided: {words.avoided(report)}")
        yield Padding(avoided, (0, 0, 0, 2))
    yield _heading(f"How {words.one_line(report.persona)} felt")
    yield _mood(report, bars=not console.options.ascii_only)
    strengths = words.strengths(report)
    if strengths:
        yield _heading("Strengths")
        yield from (Padding(_text(f"• {strength}"), (0, 0, 0, 2)) for strength in strengths)
    yield _heading("Practise next")
    yield _next(report)
    if words.help_taken(report):
        yield _heading("Help")
        yield from (Padding(_text(f"• {line}"), (0, 0, 0, 2)) for line in words.help_taken(report))
    yield _heading("The ticket")
    yield Padding(_text(after.ticket_summary(report), "bold" if report.ticket else "dim"), (0, 0, 0, 2))
    for field in after.ticket_told(report):
        yield _field(field)
    yield _heading("The mirror")
    yield Padding(_text(after.mirror_summary(report), "" if report.mirror else "dim"), (0, 0, 0, 2))
    for question in after.mirror_told(report):
        yield _question(question)
    if history:
        yield _heading("Earlier attempts")
        yield from (Padding(_text(f"• {words.attempt(row)}"), (0, 0, 0, 2)) for row in history)
    if transcript:
        yield _heading("The conversation")
        yield from _transcript(report)
    yield _text("")
    yield _text(words.sentence(report), "bold")
    yield _text(words.origin(report), "dim")


def _head(report: Report) -> RenderableType:
    from rich.panel import Panel

    colour = "green" if report.passed else "red"
    body = _text(f"{report.score} of 100", "bold").append("   ")
    body.append(f"{'✓' if report.passed else '✗'} {words.verdict(report)}", f"bold {colour}")
    body.append(f"\nThe pass mark is {report.pass_mark}. The conversation: {words.outcome(report.outcome)}.")
    if report.capped:
        body.append(f"\nWhy the score is capped: {words.one_line(report.capped)}", "bold")
    title = _text(f"{words.one_line(report.title)}, with {words.one_line(report.persona)}")
    return Panel(body, title=title, title_align="left", border_style=colour, padding=(1, 2))


def _heading(title: str) -> Text:
    return _text(f"\n{title}", "bold underline")


def _item(item: words.ItemTold) -> RenderableType:
    from rich.padding import Padding

    told = _text(f"{item.mark} ", STYLES[item.status]).append(item.name, "bold")
    told.append(f": {item.verdict}", STYLES[item.status])
    if item.credit:
        told.append(f", {item.credit}")
    place = item.where[:1].upper() + item.where[1:]
    if item.quote:
        told.append(f"\n    {place}: “{words.one_line(item.quote)}”")
    elif place:
        told.append(f"\n    {place}")
    if item.why:
        told.append(f"\n    {words.one_line(item.why)}", "dim")
    if item.matters:
        told.append(f"\n    {words.one_line(item.matters)}")
    if item.instead:
        told.append("\n    You could say: ").append(f"“{words.one_line(item.instead)}”", "italic")
    return Padding(told, (0, 0, 0, 2))


def _field(field: after.FieldTold) -> RenderableType:
    from rich.padding import Padding

    told = _text(f"{field.mark} ", STYLES[field.status]).append(field.label, "bold")
    told.append(f": {field.status}", STYLES[field.status])
    if field.credit:
        told.append(f", {field.credit}")
    if field.text:
        told.append(f"\n    You wrote: “{words.one_line(field.text)}”")
    if field.why:
        told.append(f"\n    {words.one_line(field.why)}", "dim")
    return Padding(told, (0, 0, 0, 2))


def _question(question: after.QuestionTold) -> RenderableType:
    from rich.padding import Padding

    told = _text(f"{question.mark} ", STYLES[question.status]).append(question.text, "bold")
    told.append(f"\n    {question.verdict}", STYLES[question.status])
    if question.quote:
        told.append(f"\n    There you said: “{words.one_line(question.quote)}”")
    if question.why:
        told.append(f"\n    {words.one_line(question.why)}", "dim")
    if question.instead:
        told.append("\n    You could say: ").append(f"“{words.one_line(question.instead)}”", "italic")
    return Padding(told, (0, 0, 0, 2))


def _promise(promise: PromiseInWords) -> RenderableType:
    from rich.padding import Padding

    told = _text(f"{promise.mark} ", STYLES[promise.status]).append("Promise: ").append(promise.name, "bold")
    told.append(f": {promise.verdict}", STYLES[promise.status])
    if promise.credit:
        told.append(f", {promise.credit}")
    told.append(f"\n    {promise.where}: “{promise.quote}”\n    {promise.end}")
    if promise.end_quote:
        told.append(f": “{promise.end_quote}”")
    return Padding(told, (0, 0, 0, 2))


def _mood(report: Report, bars: bool) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for _ in range(3):
        table.add_column(overflow="fold")
    for axis in MOOD_AXES:
        drawn = sparkline([getattr(mood, axis) for mood in report.mood_curve]) if bars else ""
        table.add_row(_text(f"  {axis}", "bold"), _text(drawn), _text(words.axis_in_words(report.mood_curve, axis)))
    return table


def _next(report: Report) -> RenderableType:
    from rich.padding import Padding

    item = words.lesson(report)
    if item is None:
        return Padding(_text("Nothing was missed."), (0, 0, 0, 2))
    told = _text(item.name, "bold")
    if item.instead:
        told.append("\nFor example: ").append(f"“{words.one_line(item.instead)}”", "italic")
    return Padding(told, (0, 0, 0, 2))


def _transcript(report: Report) -> Iterator[Text]:
    person = words.one_line(report.persona)
    for line in report.opening:
        yield _text(f"{person}: ", "bold cyan").append(clean(line))
    costly = {item.behaviour for item in report.items if item.kind == "avoid"}
    for turn in report.turns:
        yield _reply(report, turn.turn, turn.reply, turn.shown, costly)
        if turn.stuffed is not None:
            yield _text(f"    Counts for little: {words.one_line(turn.stuffed)}", "yellow")
        for part in words.after(turn):
            if not part.said:
                yield _text(clean(part.text), "italic dim")
                continue
            mood = f" ({turn.time}, {words.mood_in_words(turn.mood)})" if part.last else ""
            yield _text(person, "bold cyan").append(mood, "dim").append(": ").append(clean(part.text))


def _reply(report: Report, number: int, reply: str, shown: Sequence[dict[str, object]], costly: set[str]) -> Text:
    told = _text(f"You ({number}): ", "bold magenta")
    if not reply.strip():
        return told.append(words.SILENCE, "italic")
    for piece in pieces(reply, shown):
        style = "underline red" if costly.intersection(piece.behaviours) else "underline" if piece.behaviours else ""
        told.append(clean(piece.text), style)
        names = ", ".join(words.name_of(report, name) for name in piece.ending)
        if names:
            told.append(f" [{names}]", "dim")
    return told


def _text(content: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(overflow="fold").append(content, style)
