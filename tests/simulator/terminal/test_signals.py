"""Being told to stop from outside."""

import os
import signal

import pytest

from simulator.terminal.signals import Stopped, deferred, stoppable


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


def test_where_an_exception_would_do_harm_it_is_told_instead() -> None:
    told: list[Stopped] = []
    with stoppable(), deferred(told.append):
        os.kill(os.getpid(), signal.SIGTERM)
        signal.sigtimedwait([], 0)
    assert ["SIGTERM"] == [str(one) for one in told]


def test_only_what_is_handled_is_deferred() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with deferred(print):
        assert before == signal.getsignal(signal.SIGTERM)
