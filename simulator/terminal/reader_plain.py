"""Typing at a terminal in plain mode: one line is one reply, edited by the terminal itself."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, BinaryIO

from simulator.engine.conversation import Conversation
from simulator.terminal import words
from simulator.terminal.commands import is_command
from simulator.terminal.mail import END, is_mail
from simulator.terminal.output import Out
from simulator.terminal.signals import Stopped

if TYPE_CHECKING:
    from simulator.terminal.form_plain import PlainForm


class PlainReader:
    """Reads lines from `stream` (bytes in `encoding`) and prompts on `out`."""

    echoes = True
    asks = True

    def __init__(self, stream: BinaryIO, out: Out, encoding: str = "utf-8") -> None:
        self._stream = stream
        self._out = out
        self._encoding = encoding
        self._draft: list[str] = []
        self._told = False

    def remember(self, replies: Iterable[str]) -> None:
        """Nothing can be called up again here."""

    def attending(self) -> AbstractContextManager[None]:
        return nullcontext()

    def read(self, conversation: Conversation) -> str | None:
        """The next line, or mail; None at the end of the input and for Ctrl-C."""
        try:
            if is_mail(conversation):
                return self._mail()
            self._out.write(f"{words.YOU}: ")
            return self._line()
        except Stopped:
            raise
        except KeyboardInterrupt:
            self._out.line()
            return None

    def confirm(self, question: str) -> bool:
        """Yes, or no more input, is yes; anything else is no. Ctrl-C raises KeyboardInterrupt."""
        self._out.write(f"{question} ")
        answer = self._line()
        return answer is None or words.is_yes(answer)

    def choose(self, prompt: str) -> str | None:
        """A choice from a menu, an answer in a form, or None at the end of the input."""
        self._out.write(f"{prompt}: ")
        return self._line()

    def form(self) -> PlainForm:
        """What asks for the ticket and the mirror."""
        from simulator.terminal.form_plain import PlainForm

        return PlainForm(self.choose, self._out)

    def _mail(self) -> str | None:
        """Lines up to one that holds only a full stop; a command as the first line stands by itself. What was typed
        before somebody asked to leave, and stayed, is not lost."""
        if not self._told:
            self._out.line(words.MAIL_PLAIN)
            self._told = True
        elif self._draft:
            self._out.line(words.your_draft(len(self._draft)))
        while True:
            self._out.write("  " if self._draft else f"{words.YOU}: ")
            line = self._line()
            if line is not None and line.strip() != END:
                if not self._draft and is_command(line.strip()):
                    return line
                self._draft.append(line)
                continue
            if line is None and not any(map(str.strip, self._draft)):
                return None
            mail, self._draft = "\n".join(self._draft), []
            return mail

    def _line(self) -> str | None:
        while True:
            try:
                content = self._stream.readline()
            except OSError:
                # The terminal went away.
                content = b""
            if not content:
                self._out.line()
                return None
            try:
                return content.decode(self._encoding).rstrip("\r\n")
            except UnicodeDecodeError:
                self._out.line(words.typed_not_text(self._encoding))
