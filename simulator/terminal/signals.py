"""Being told to stop from outside: SIGTERM and SIGHUP end the program the way Ctrl-C does, so that nothing is cut
short."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(KeyboardInterrupt):
    """Somebody asked the program to stop, or the terminal went away."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Within this, SIGTERM and SIGHUP raise Stopped in the main thread. One that was being ignored (nohup) stays
    ignored."""

    def stop(stopped: Stopped) -> None:
        raise stopped

    with _handling(stop, lambda before: before != signal.SIG_IGN):
        yield


@contextmanager
def deferred(act: Callable[[Stopped], None]) -> Iterator[None]:
    """Within this, and within `stoppable`, being told to stop calls `act` instead of raising: for where an exception
    out of nowhere would do harm."""
    with _handling(act, lambda before: isinstance(before, _Handler)):
        yield


class _Handler:
    """A signal handler that is recognized as one of ours."""

    def __init__(self, act: Callable[[Stopped], None]) -> None:
        self._act = act

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self._act(Stopped(signal.Signals(number).name))


@contextmanager
def _handling(act: Callable[[Stopped], None], applies: Callable[[object], bool]) -> Iterator[None]:
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and applies(signal.getsignal(number)):
            before[number] = signal.signal(number, _Handler(act))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
