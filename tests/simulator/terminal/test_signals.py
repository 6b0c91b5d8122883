"""Being told to stop from outside."""

import os
import signal

import pytest

from simulator.terminal.signals import Stopped, stoppable


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_ends_as_ctrl_c_does(number: signal.Signals) -> None:
    with pytest.raises(Stopped, match=number.name), stoppable():
        os.kill(os.getpid(), number)
        signal.sigtimedwait([], 10)


def test_afterwards_everything_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stoppable():
        assert before != signal.getsignal(signal.SIGTERM)
    assert before == signal.getsignal(signal.SIGTERM)


def test_nohup_is_respected() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            assert signal.SIG_IGN == signal.getsignal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
