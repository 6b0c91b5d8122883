"""Replies that were written beforehand: for a conversation to watch."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

from simulator.engine.conversation import Conversation


class ScriptReader:
    """Gives one reply after the other, then None."""

    echoes = False
    asks = False

    def __init__(self, replies: Iterable[str]) -> None:
        self._replies = iter(replies)

    def remember(self, replies: Iterable[str]) -> None:
        """Nothing can be called up again here."""

    def attending(self) -> AbstractContextManager[None]:
        return nullcontext()

    def read(self, conversation: Conversation) -> str | None:
        """The next reply, as it would have to be typed."""
        reply = next(self._replies, None)
        return f"/{reply}" if reply is not None and reply.startswith("/") else reply

    def confirm(self, question: str) -> bool:
        return True
