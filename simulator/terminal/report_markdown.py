"""The report as Markdown, for a wiki, a ticket or a pull request. What people typed stays text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.course.models import MOOD_AXES
from simulator.terminal import report_after as after
from simulator.terminal import report_words as words
from simulator.terminal.clean import clean
from simulator.terminal.promise_words import promises

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow

_ALWAYS = re.compile(r"([\\`*_~^$\[\]{}<>&#|@])")
# "www.site.org", "http://site", "me@site" become links of their own accord, "1." and "1)" lists.
_LINKS = re.compile(r"([.:])(?=\S)|(?<=www)(\.)", re.IGNORECASE)
_LINE_START = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
# Renderers look for addresses and for @names after escapes were undone; a word joiner takes no room and stops them.
_JOINED = re.compile(r"(\\[@#])")


def render(report: Report, *, history: Sequence[SessionRow] = ()) -> str:
    """The whole report as Markdown that ends in a newline."""
    return "\n".join(_lines(report, history)) + "\n"


def escape(text: str) -> str:
    """One line of text as Markdown that shows exactly these words, wherever in a line it is put."""
    return _escaped(words.one_line(text))


def escape_lines(text: str) -> tuple[str, ...]:
    """The same for a text of several lines: blank lines and indentation go."""
    lines = [line.strip() for line in clean(text).splitlines()]
    return tuple(_escaped(line) for line in lines if line) or (words.SILENCE,)


def _escaped(line: str) -> str:
    line = _LINKS.sub(r"\\\g<0>", _ALWAYS.sub(r"\\\1", line))
    line = _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", line))
    return _JOINED.sub("\\1\u2060", line)


def _lines(report: Report, history: Sequence[SessionRow]) -> Iterator[str]:
    yield f"# {escape(report.title)}"
    yield ""
    yield f"A conversation with {escape(report.persona)} ({report.channel})."
    yield ""
    yield f"## {report.score} of 100: {words.verdict(report).lower()}"
    yield ""
    yield f"- Pass mark: {report.pass_mark}"
    yield f"- Outcome: {words.outcome(report.outcome)}"
    if report.capped:
        yield f"- Why the score is capped: {escape(report.capped)}"
    yield ""
    yield from _items(report)
    yield from _mood(report)
    yield from _lessons(report)
    yield from _ticket(report)
    yield from _mirror(report)
    if history:
        yield "## Earlier attempts"
        yield ""
        yield from (f"- {escape(words.attempt(row))}" for row in history)
        yield ""
    yield from _transcript(report)
    yield "---"
    yield ""
    yield escape(words.origin(report))


def _items(report: Report) -> Iterator[str]:
    yield "## What counted"
    yield ""
    for item in words.items_told(report):
        credit = f" ({item.credit})" if item.credit else ""
        yield f"- {item.mark} **{escape(item.name)}**: {item.verdict}{credit}"
        if item.quote:
            yield f"  - {escape(item.where)}: “{escape(item.quote)}”"
        elif item.where:
            yield f"  - {escape(item.where)}"
        if item.why:
            yield f"  - {escape(item.why)}"
        if item.matters:
            yield f"  - {escape(item.matters)}"
        if item.instead:
            yield f"  - You could say: *“{escape(item.instead)}”*"
    for promise in promises(report):
        credit = f" ({promise.credit})" if promise.credit else ""
        yield f"- {promise.mark} Promise: **{escape(promise.name)}**: {promise.verdict}{credit}"
        yield f"  - {promise.where}: “{escape(promise.quote)}”"
        yield f"  - {promise.end}" + (f": “{escape(promise.end_quote)}”" if promise.end_quote else "")
    if words.avoided(report):
        yield f"- ✓ Rightly avoided: {escape(words.avoided(report))}"
    yield ""


def _mood(report: Report) -> Iterator[str]:
    yield f"## How {escape(report.persona)} felt"
    yield ""
    for axis in MOOD_AXES:
        yield f"- {axis}: {words.axis_in_words(report.mood_curve, axis)}"
    yield ""
    yield "| after reply | " + " | ".join(MOOD_AXES) + " |"
    yield "| ---: |" + " ---: |" * len(MOOD_AXES)
    for turn, mood in enumerate(report.mood_curve):
        yield f"| {turn or 'start'} | {mood.calm} | {mood.trust} | {mood.patience} |"
    yield ""


def _lessons(report: Report) -> Iterator[str]:
    strengths = words.strengths(report)
    if strengths:
        yield "## Strengths"
        yield ""
        yield from (f"- {escape(strength)}" for strength in strengths)
        yield ""
    yield "## Practise next"
    yield ""
    item = words.lesson(report)
    if item is None:
        yield "Nothing was missed."
    else:
        yield f"**{escape(item.name)}**"
        if item.instead:
            yield ""
            yield f"> {escape(item.instead)}"
    yield ""
    helped = words.help_taken(report)
    if helped:
        yield "## Help"
        yield ""
        yield from (f"- {escape(line)}" for line in helped)
        yield ""


def _ticket(report: Report) -> Iterator[str]:
    yield "## The ticket"
    yield ""
    yield escape(after.ticket_summary(report))
    yield ""
    for field in after.ticket_told(report):
        credit = f" ({field.credit})" if field.credit else ""
        yield f"- {field.mark} **{escape(field.label)}**: {field.status}{credit}"
        if field.text:
            yield f"  - You wrote: “{escape(field.text)}”"
        if field.why:
            yield f"  - {escape(field.why)}"
    if report.ticket is not None:
        yield ""


def _mirror(report: Report) -> Iterator[str]:
    yield "## The mirror"
    yield ""
    yield escape(after.mirror_summary(report))
    yield ""
    for question in after.mirror_told(report):
        yield f"- {question.mark} **{escape(question.text)}** {escape(question.verdict)}"
        if question.quote:
            yield f"  - There you said: “{escape(question.quote)}”"
        if question.why:
            yield f"  - {escape(question.why)}"
        if question.instead:
            yield f"  - You could say: *“{escape(question.instead)}”*"
    if report.mirror is not None:
        yield ""


def _transcript(report: Report) -> Iterator[str]:
    person = escape(report.persona)
    yield "## The conversation"
    yield ""
    for line in report.opening:
        yield from _said(person, line)
    for turn in report.turns:
        yield from _said(f"You ({turn.turn})", turn.reply)
        names = words.shown_names(report, turn.shown)
        yield f"*Showed: {', '.join(map(escape, names)) if names else 'nothing'}*"
        if turn.stuffed is not None:
            yield ""
            yield f"*Counts for little: {escape(turn.stuffed)}*"
        yield ""
        for part in words.after(turn):
            if part.said:
                mood = f", {turn.time}, {words.mood_in_words(turn.mood)}" if part.last else ""
                yield from _said(f"{person}{mood}", part.text)
            else:
                yield f"*{escape(part.text)}*"
                yield ""


def _said(speaker: str, text: str) -> Iterator[str]:
    first, *rest = escape_lines(text)
    yield f"**{speaker}:** {first}" + ("\\" if rest else "")
    for number, line in enumerate(rest, start=1):
        yield line + ("\\" if number < len(rest) else "")
    yield ""
