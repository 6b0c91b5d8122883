"""The report as plain lines, one fact a line: for screen readers, pipes and logs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.course.models import MAIL, MOOD_AXES
from simulator.terminal import clean as cleaning
from simulator.terminal import report_after as after
from simulator.terminal import report_words as words
from simulator.terminal.promise_words import PromiseInWords, promises
from simulator.terminal.words import SCENE

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow


def render(report: Report, *, history: Sequence[SessionRow] = (), transcript: bool = True) -> str:
    """The whole report as text that ends in a newline, one fact a line, without colour and whatever the width.
    `transcript=False` leaves the conversation out, for somebody who has just read it."""
    return "".join(f"{line}\n" for line in _lines(report, history, transcript))


def _lines(report: Report, history: Sequence[SessionRow], transcript: bool) -> Iterator[str]:
    yield f"Report: {words.one_line(report.title)}, with {words.one_line(report.persona)} ({report.channel})"
    yield f"Score: {report.score} of 100"
    yield f"Pass mark: {report.pass_mark}"
    yield f"Verdict: {words.verdict(report).lower()}"
    yield f"Outcome: {words.outcome(report.outcome)}"
    if report.capped:
        yield f"Capped: {words.one_line(report.capped)}"
    for item in words.items_told(report):
        yield from _item(item)
    for promise in promises(report):
        yield from _promise(promise)
    if words.avoided(report):
        yield f"Rightly avoided: {words.avoided(report)}"
    for axis in MOOD_AXES:
        yield f"Mood, {axis}: {words.axis_in_words(report.mood_curve, axis)}"
    for strength in words.strengths(report):
        yield f"Strength: {strength}"
    yield from _next(report)
    yield from words.help_taken(report)
    yield from _ticket(report)
    yield from _mirror(report)
    for row in history:
        yield f"Earlier attempt: {words.attempt(row)}"
    if transcript:
        yield from _transcript(report)
    yield words.origin(report)


def _item(item: words.ItemTold) -> Iterator[str]:
    credit = f", {item.credit} points" if item.credit else ""
    yield f"Item: {item.name}: {item.verdict}{credit}"
    where = item.where[:1].upper() + item.where[1:]
    if item.quote:
        yield f"  {where}, you said: “{words.one_line(item.quote)}”"
    elif where:
        yield f"  {where}"
    if item.why:
        yield f"  Why: {words.one_line(item.why)}"
    if item.matters:
        yield f"  Why it matters: {words.one_line(item.matters)}"
    if item.instead:
        yield f"  You could say: “{words.one_line(item.instead)}”"


def _promise(promise: PromiseInWords) -> Iterator[str]:
    credit = f", {promise.credit} points" if promise.credit else ""
    yield f"Promise: {promise.name}: {promise.verdict}{credit}"
    yield f"  {promise.where}: “{promise.quote}”"
    yield f"  {promise.end}: “{promise.end_quote}”" if promise.end_quote else f"  {promise.end}"


def _next(report: Report) -> Iterator[str]:
    item = words.lesson(report)
    if item is None:
        yield "Practise next: nothing was missed"
        return
    yield f"Practise next: {item.name}"
    if item.instead:
        yield f"  For example: “{words.one_line(item.instead)}”"


def _ticket(report: Report) -> Iterator[str]:
    yield f"Ticket: {after.ticket_summary(report)}"
    for field in after.ticket_told(report):
        credit = f", {field.credit} points" if field.credit else ""
        yield f"Ticket, {field.label}: {field.status}{credit}"
        if field.text:
            yield f"  You wrote: “{words.one_line(field.text)}”"
        if field.why:
            yield f"  Why: {words.one_line(field.why)}"


def _mirror(report: Report) -> Iterator[str]:
    yield f"Mirror: {after.mirror_summary(report)}"
    for question in after.mirror_told(report):
        yield f"Mirror, {question.text} {question.verdict}"
        if question.quote:
            yield f"  There you said: “{words.one_line(question.quote)}”"
        if question.why:
            yield f"  Why: {words.one_line(question.why)}"
        if question.instead:
            yield f"  You could say: “{words.one_line(question.instead)}”"


def _transcript(report: Report) -> Iterator[str]:
    person = words.one_line(report.persona)
    yield "Transcript:"
    for line in report.opening:
        yield from _said(person, line, report)
    for turn in report.turns:
        yield from _said(f"You, turn {turn.turn}", turn.reply, report)
        names = words.shown_names(report, turn.shown)
        yield f"  Showed: {', '.join(names) if names else 'nothing'}"
        if turn.stuffed is not None:
            yield f"  Counts for little: {words.one_line(turn.stuffed)}"
        for part in words.after(turn):
            yield from _said(person if part.said else SCENE, part.text, report)
        yield f"  {turn.time}, {person} is {words.mood_in_words(turn.mood)}"


def _said(speaker: str, text: str, report: Report) -> Iterator[str]:
    """A line that was said; of a mail all its lines, set in below the first."""
    lines = cleaning.clean(text).strip().split("\n") if report.channel == MAIL else [text]
    yield f"{speaker}: {words.one_line(lines[0])}"
    yield from (f"  {words.one_line(line)}" for line in lines[1:] if line.strip())
