"""Replies from a file or another program: one a line, in UTF-8. In a mail, \\n within the line begins a new one."""

from __future__ import annotations

import select
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO, Protocol, cast

from simulator.course.errors import DesksideError
from simulator.engine.conversation import Conversation
from simulator.terminal import words
from simulator.terminal.clean import LONGEST_REPLY
from simulator.terminal.mail import from_one_line, is_mail

MOST_LINES = 1_000
"""Lines that one conversation takes: an endless input would otherwise be an endless conversation."""

_CHUNK = 65_536
_LONGEST_LINE = 4 * LONGEST_REPLY + 2


class Source(Protocol):
    """What is needed of a binary stream: `read1` gives what is there, at most `size` bytes, b"" at the end."""

    def read1(self, size: int, /) -> bytes: ...

    def fileno(self) -> int: ...


class PipeReader:
    """Reads lines from a stream of bytes; None (standard input is closed) reads as empty.

    `read` raises DesksideError for a line that is not UTF-8 or is too long.
    """

    echoes = False
    asks = False

    def __init__(self, stream: BinaryIO | None) -> None:
        self._source = cast("Source", stream) if stream is not None else None
        self._buffer = bytearray()
        self._ended = stream is None
        self._number = 0
        self.too_many = False

    @property
    def next_line(self) -> int:
        """The number (from 1) of the line that would be read next."""
        return self._number + 1

    def remember(self, replies: Iterable[str]) -> None:
        """Nothing can be called up again here."""

    def attending(self) -> AbstractContextManager[None]:
        return nullcontext()

    def read(self, conversation: Conversation | None = None) -> str | None:
        line = self._line()
        if line is None:
            return None
        if self._number >= MOST_LINES:
            self.too_many = True
            return None
        self._number += 1
        try:
            text = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError as error:
            raise DesksideError(words.not_utf8(self._number, error.start + 1)) from None
        if len(text) > LONGEST_REPLY:
            raise DesksideError(words.line_too_long(self._number, LONGEST_REPLY))
        return from_one_line(text) if is_mail(conversation) else text

    def confirm(self, question: str) -> bool:
        """Nobody is there to be asked."""
        return True

    def arrives(self, seconds: float) -> bool:
        """Whether anything at all arrives within `seconds`: False when the input is empty, closed, or nobody writes to
        it."""
        if not self._ended and not self._buffer and self._ready(seconds):
            self._fill()
        return bool(self._buffer)

    def has_more(self) -> bool:
        """Whether something is left to read, without waiting for it."""
        return self.arrives(0)

    def _line(self) -> bytes | None:
        while True:
            end = self._buffer.find(b"\n")
            if end >= 0:
                line = bytes(self._buffer[:end])
                del self._buffer[: end + 1]
                return line
            if len(self._buffer) > _LONGEST_LINE:
                raise DesksideError(words.line_too_long(self._number + 1, LONGEST_REPLY))
            if self._ended:
                line = bytes(self._buffer)
                self._buffer.clear()
                return line or None
            self._fill()

    def _fill(self) -> None:
        content = b"" if self._source is None else self._source.read1(_CHUNK)
        self._buffer += content
        self._ended = not content

    def _ready(self, seconds: float) -> bool:
        """Whether reading would not wait. Files, and streams that are no files at all, never do."""
        if self._source is None:
            return True
        try:
            return bool(select.select([self._source.fileno()], [], [], seconds)[0])
        except (OSError, ValueError):
            return True
