"""The conversation on a capable terminal: space around it, quiet colours, nothing that moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.segment import Segment
from rich.text import Text

from simulator.engine.conversation import EXAM, Conversation
from simulator.terminal import clockwork, words
from simulator.terminal.clean import clean
from simulator.terminal.mail import body, heading, is_mail
from simulator.terminal.palette import MOOD_COLOUR, WIDEST
from simulator.terminal.spoken import STAGE, YOU, Spoken

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow

INDENT = 2


def console(*, no_color: bool = False) -> Console:
    """A console for standard output. NO_COLOR and outputs that are no terminal are honoured by rich itself."""
    return Console(highlight=False, markup=False, emoji=False, no_color=no_color or None)


class RichView:
    """Shows a conversation through a rich console."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def scene(self, conversation: Conversation) -> None:
        scenario, persona = conversation.scenario, conversation.persona
        who = Text.assemble(
            (clean(persona.name), "bold"),
            (f", {clean(persona.job)}, {words.CHANNEL[scenario.channel]} · {words.level(scenario.level)}", "dim"),
        )
        exam = conversation.mode == EXAM
        parts = [
            who,
            Text(),
            Text(_paragraphs(scenario.scene)),
            Text(),
            _channel(scenario.channel),
            Text(),
            Text(clockwork.begins(conversation)),
            Text(words.EXAM if exam else words.PRACTICE, style="dim"),
        ]
        card = Panel(
            Group(*parts),
            title=Text(f" {clean(scenario.title)} ", style="bold"),
            title_align="left",
            box=box.ROUNDED,
            border_style="dim",
            padding=(1, 2),
        )
        self._print(card, before=True)

    def said(self, conversation: Conversation, line: Spoken) -> None:
        if line.who != STAGE and line.text and is_mail(conversation):
            self._mail(conversation, line)
        elif line.who == YOU:
            self._you(line.text)
        elif line.who == STAGE:
            self._print(Text(clean(line.text), style="italic dim"), before=True)
        else:
            head = Text.assemble((clean(conversation.persona.name), "bold"), _standing(conversation, line))
            self._print(Group(head, Text(clean(line.text))), before=True)

    def standing(self, conversation: Conversation) -> None:
        """The toolbar says it all the time."""

    def aside(self, label: str, text: str) -> None:
        self._print(Text.assemble((f"{label}  ", "bold"), clean(text), style="dim"), before=True)

    def notice(self, text: str) -> None:
        self._print(Text(clean(text), style="dim"), before=True)

    def ended(self, conversation: Conversation) -> None:
        self._print(Text(words.ended(conversation.outcome or ""), style="bold"), before=True)

    def guide(self, conversation: Conversation) -> None:
        pairs = (*words.HELP, *(words.HELP_KEYS_MAIL if is_mail(conversation) else words.HELP_KEYS))
        wide = max(len(key) for key, _ in pairs)
        lines = [Text.assemble((key.ljust(wide + 2), "bold"), meaning) for key, meaning in pairs]
        self._print(Group(*lines), before=True)

    def report(self, report: Report, earlier: Sequence[SessionRow]) -> None:
        from simulator.terminal.report_rich import render

        self._console.print()
        render(report, self._console, history=earlier, transcript=False)

    def _you(self, text: str) -> None:
        if not text:
            self._print(Text(words.YOU_SAID_NOTHING, style="dim"), before=True)
            return
        self._print(Group(Text(words.YOU, style="bold"), Text(clean(text))), before=True)

    def _mail(self, conversation: Conversation, line: Spoken) -> None:
        (first, sender), *rest = heading(conversation, line)
        head = Text.assemble((f"{first}: ", "dim"), (sender, "bold"))
        if line.who != YOU:
            head.append_text(_standing(conversation, line))
        lines = [Text.assemble((f"{label}: ", "dim"), text) for label, text in rest]
        self._print(Group(head, *lines, Text(), Text("\n".join(body(line.text)))), before=True)

    def _print(self, what: RenderableType, *, before: bool = False) -> None:
        if before:
            self._console.print()
        width = min(self._console.width, WIDEST)
        self._console.print(_Indented(what), width=width)


class _Indented:
    """Something set in from the left, without blanks at the ends of its lines: they would wrap when the window gets
    narrower."""

    def __init__(self, what: RenderableType) -> None:
        self._what = what

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update_width(max(1, options.max_width - INDENT))
        for line in console.render_lines(self._what, inner, pad=False):
            if any(segment.text for segment in line):
                yield Segment(" " * INDENT)
            yield from line
            yield Segment.line()


def _standing(conversation: Conversation, line: Spoken) -> Text:
    """How the person felt when they said it, unless in an exam, and when that was."""
    text = Text()
    if conversation.mode != EXAM:
        text.append(" · ", style="dim").append(line.mood, style=MOOD_COLOUR[line.mood])
    return text.append(f" · {clockwork.at(conversation.scenario.clock.starts + line.clock)}", style="dim")


def _channel(channel: str) -> Text:
    name, note = words.CHANNEL_NOTE[channel]
    return Text.assemble((f"{name}. ", "bold"), note)


def _paragraphs(text: str) -> str:
    """A scene as its author broke it into paragraphs, without the line breaks of the file."""
    blocks = clean(text).strip().split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks)
