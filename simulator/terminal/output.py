"""A stream to write to that may go away: when nobody reads any more, writing goes quiet instead of failing."""

from __future__ import annotations

import os
from typing import TextIO

from simulator.course.errors import DesksideError


class Out:
    """Text for a stream, flushed at every line. `gone` is True once the other end was closed (`| head`) or when there
    never was a stream; what is written then is dropped. Any other failure to write is a DesksideError."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.gone = stream is None

    def line(self, text: str = "") -> None:
        self.write(text + "\n")

    def write(self, text: str) -> None:
        """Write text in the stream's encoding; what it can not say becomes a question mark."""
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self._send(text.encode(encoding, errors="replace"))

    def data(self, text: str) -> None:
        """Write text as UTF-8, whatever the stream's encoding: for what programs read."""
        self._send(text.encode("utf-8", errors="replace"))

    def _send(self, content: bytes) -> None:
        stream = self._stream
        if self.gone or stream is None:
            return
        try:
            stream.flush()
            stream.buffer.write(content)
            stream.buffer.flush()
        except BrokenPipeError:
            self._close()
        except OSError as error:
            self._close()
            raise DesksideError(f"can not write to standard output: {error.strerror}") from error

    def _close(self) -> None:
        """Drop what could not be written, or Python would try, and complain, once more when it ends."""
        self.gone = True
        if self._stream is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
