"""The conversation itself, line by line: the same for the screen, the plain lines and a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from simulator.engine.coach import coach
from simulator.engine.conversation import EXAM, Conversation, NotNow
from simulator.engine.events import HintGiven
from simulator.engine.terms import definition
from simulator.terminal import commands, words
from simulator.terminal.clean import LONGEST_REPLY
from simulator.terminal.mail import is_mail
from simulator.terminal.seat import Seat
from simulator.terminal.spoken import YOU, Spoken, spoken
from simulator.terminal.view import View


class Reader(Protocol):
    """Where typed lines come from.

    `echoes`: what is read is already on the screen; otherwise the loop shows it. `asks`: there is a person who can be
    asked.
    """

    echoes: bool
    asks: bool

    def remember(self, replies: Iterable[str]) -> None:
        """Have these replies of before at hand, where what was typed can be called up again."""

    def attending(self) -> AbstractContextManager[None]:
        """What the conversation happens in."""

    def read(self, conversation: Conversation) -> str | None:
        """The next line as typed, or None when the person wants to leave or there are no more lines."""

    def confirm(self, question: str) -> bool:
        """Ask a question that is answered with y or n."""


class Loop:
    """Reads, answers and shows until the conversation is over or the trainee has left."""

    def __init__(self, seat: Seat, view: View, reader: Reader) -> None:
        self._seat = seat
        self._view = view
        self._reader = reader
        self._silent = False
        self._warned = False
        self._why = ""

    def run(self) -> bool:
        """True when the conversation is over, False when it was left."""
        with self._reader.attending():
            return self._run()

    def _run(self) -> bool:
        while not self._seat.conversation.over:
            line = self._reader.read(self._seat.conversation)
            if line is None:
                if self._leave():
                    return False
                continue
            entry = commands.read(line)
            if isinstance(entry, commands.Reply):
                self._reply(entry.text)
            elif isinstance(entry, commands.Unknown):
                self._view.notice(words.no_such_command(entry.name, entry.near))
            elif entry.name == "quit":
                if self._leave():
                    return False
            else:
                self._command(entry)
        return True

    def _reply(self, text: str) -> None:
        if len(text) > LONGEST_REPLY:
            self._view.notice(words.too_long(len(text), LONGEST_REPLY))
            return
        if not self._meant(text):
            return
        conversation = self._seat.conversation
        events = self._seat.reply(text)
        for line in spoken(events):
            if line.who != YOU or not text or not self._reader.echoes:
                self._view.said(conversation, line)
        if conversation.mode != EXAM:
            coaching = coach(conversation, self._why)
            self._why = coaching.why
            offer = coaching.better and self._reader.asks
            self._view.aside(words.COACH, words.coaching(coaching.text, offer=offer))
        self._view.standing(conversation)

    def _meant(self, text: str) -> bool:
        """Whether a line is to be sent. An empty one right after a silence may be a slip of the finger: a person is
        told, and sends it by pressing Enter once more."""
        if text or not self._reader.asks:
            self._silent = self._warned = False
            return True
        if self._silent and not self._warned:
            self._warned = True
            mail = is_mail(self._seat.conversation)
            self._view.notice(words.SILENT_AGAIN_MAIL if mail else words.SILENT_AGAIN)
            return False
        self._silent, self._warned = True, False
        return True

    def _command(self, command: commands.Command) -> None:
        conversation, view = self._seat.conversation, self._view
        if conversation.mode == EXAM and command.name in words.NOT_IN_EXAM:
            view.notice(words.NOT_IN_EXAM[command.name])
        elif command.name == "help":
            view.guide(conversation)
        elif command.name == "notes":
            self._notes(command.argument)
        elif command.name == "mood":
            mood = conversation.mood
            view.aside(
                words.MOOD,
                f"{words.feels(conversation.persona.name, conversation.mood_word)}: "
                f"{words.mood_figures(mood.calm, mood.trust, mood.patience)}.",
            )
        elif command.name == "hint":
            self._hint()
        elif command.name in ("undo", "again"):
            self._undo(again=command.name == "again")

    def _notes(self, text: str) -> None:
        if text:
            self._seat.note(text)
            self._view.notice(words.NOTED)
            return
        notes = self._seat.conversation.notes
        for note in notes:
            self._view.aside(words.NOTE, note)
        if not notes:
            self._view.notice(words.NO_NOTES)

    def _hint(self) -> None:
        try:
            event = self._seat.hint()
        except NotNow as reason:
            self._view.notice(words.sentence(str(reason)))
            return
        assert isinstance(event, HintGiven)
        conversation = self._seat.conversation
        meant = definition(conversation.course, conversation.scenario, event.behaviour)
        self._view.aside(words.HINT, words.hint(event.step, event.text, said=event.text != meant))

    def _undo(self, *, again: bool) -> None:
        conversation = self._seat.conversation
        last = conversation.turns[-1].reply if conversation.turns else ""
        try:
            self._seat.undo(again=again)
        except NotNow as reason:
            self._view.notice(words.sentence(str(reason)))
            return
        self._silent = self._warned = False
        self._view.aside(words.TAKEN_BACK, last or words.YOU_SAID_NOTHING)
        for line in last_heard(conversation):
            self._view.said(conversation, line)
        self._view.standing(conversation)
        if again:
            self._view.notice(words.SAID_AGAIN)

    def _leave(self) -> bool:
        question = words.LEAVE if self._seat.kept else words.LEAVE_UNKEPT
        if self._reader.asks and not self._reader.confirm(question):
            self._view.notice(words.STAYING)
            return False
        self._seat.leave()
        return True


def last_heard(conversation: Conversation) -> tuple[Spoken, ...]:
    """What the trainee is to answer now: everything since their last reply."""
    lines = spoken(conversation.current)
    replies = [number for number, line in enumerate(lines) if line.who == YOU]
    return lines[replies[-1] + 1 :] if replies else lines


def recap(conversation: Conversation, lines: int = 6) -> tuple[Spoken, ...]:
    """The last few lines of a conversation that is taken up again."""
    return spoken(conversation.current)[-lines:]
