"""Being told to stop from outside: SIGTERM and SIGHUP end the program the way Ctrl-C does, so that nothing is cut short."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(KeyboardInterrupt):
    """Somebody asked the program to stop, or the terminal went away."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Within this, SIGTERM and SIGHUP raise Stopped in the main thread. A SIGHUP that was being ignored (nohup) stays ignored."""
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) == signal.SIG_IGN:
            continue
        before[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(signal.Signals(number).name)
