"""Plain lines, speaker first, appended one after the other: for screen readers, simple terminals and pipes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.engine.conversation import EXAM, Conversation
from simulator.terminal import clockwork, words
from simulator.terminal.clean import one_line
from simulator.terminal.mail import body, heading, is_mail
from simulator.terminal.output import Out
from simulator.terminal.spoken import STAGE, YOU, Spoken

if TYPE_CHECKING:
    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow


class PlainView:
    """Writes "Dana Whitfield: …", "You: …", "Coach: …", "Clock: …" to `out`. No colour, no boxes, nothing is ever
    redrawn.

    `notices` is where words to whoever is typing go, when they are to stay out of the transcript.
    """

    def __init__(self, out: Out, notices: Out | None = None) -> None:
        self._out = out
        self._notices = notices or out
        self._mood = ""

    def scene(self, conversation: Conversation) -> None:
        scenario, persona = conversation.scenario, conversation.persona
        channel = words.CHANNEL[scenario.channel]
        self._line("", f"{scenario.title}. {persona.name}, {persona.job}, {channel}; {words.level(scenario.level)}.")
        self._line(words.SCENE, scenario.scene)
        self._line(*words.CHANNEL_NOTE[scenario.channel])
        self._line(words.CLOCK, clockwork.begins(conversation))
        exam = conversation.mode == EXAM
        self._line("", words.EXAM if exam else words.PRACTICE)
        self._feeling(conversation)

    def said(self, conversation: Conversation, line: Spoken) -> None:
        if line.who != STAGE and line.text and is_mail(conversation):
            self._mail(conversation, line)
        elif line.who == YOU:
            self._line(words.YOU, line.text or words.YOU_SAID_NOTHING)
        elif line.who == STAGE:
            self._line(words.SCENE, line.text)
        else:
            self._line(conversation.persona.name, line.text)

    def standing(self, conversation: Conversation) -> None:
        self._feeling(conversation)
        self._line(words.CLOCK, f"{clockwork.now(conversation)}.")

    def aside(self, label: str, text: str) -> None:
        self._line(label, text)

    def notice(self, text: str) -> None:
        self._notices.line(one_line(text))

    def ended(self, conversation: Conversation) -> None:
        self._line("", words.ended(conversation.outcome or ""))

    def guide(self, conversation: Conversation) -> None:
        keys = words.HELP_KEYS_PLAIN_MAIL if is_mail(conversation) else words.HELP_KEYS_PLAIN
        for key, meaning in (*words.HELP, *keys):
            self._line("", f"{key}: {meaning}")

    def report(self, report: Report, earlier: Sequence[SessionRow]) -> None:
        from simulator.terminal.report_plain import render

        self._out.line()
        self._out.line(render(report, history=earlier, transcript=False).rstrip("\n"))

    def _feeling(self, conversation: Conversation) -> None:
        """The mood in words, when it has changed. An exam leaves it to the trainee's ear."""
        if conversation.mode == EXAM or conversation.mood_word == self._mood:
            return
        self._mood = conversation.mood_word
        self._line(words.MOOD, f"{words.feels(conversation.persona.name, self._mood)}.")

    def _mail(self, conversation: Conversation, line: Spoken) -> None:
        """From, To and Subject, then the lines as they were written, set in so that none of them looks like one of the
        program's own."""
        for label, text in heading(conversation, line):
            self._line(label, text)
        for text in body(line.text):
            self._out.line(f"  {text}".rstrip())

    def _line(self, label: str, text: str) -> None:
        text = one_line(text)
        self._out.line(f"{label}: {text}" if label else text)
