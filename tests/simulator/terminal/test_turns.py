"""Choosing the turn to go back to."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.conversation import Conversation
from simulator.engine.paths import score_path
from simulator.engine.report import report
from simulator.terminal.face import Face
from simulator.terminal.output import Out
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.stage import Stage
from simulator.terminal.turns import as_turn, choose_turn
from simulator.terminal.view_plain import PlainView


class Typed:
    """Somebody at a simple terminal who types this."""

    def __init__(self, typed: str) -> None:
        self._shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        out = Out(self._shown)
        self.stage = Stage(
            Face.PLAIN, PlainView(out), PlainReader(io.BytesIO(typed.encode()), out), out, Out(None), False
        )

    @property
    def lines(self) -> list[str]:
        return self._shown.buffer.getvalue().decode().splitlines()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def talk(conversation: Conversation) -> Conversation:
    conversation.open()
    for reply in ("hello", "", "sorry"):
        conversation.reply(reply)
    return conversation


def chosen(typed: Typed, talk: Conversation) -> int | None:
    return choose_turn(typed.stage, report(talk), score_path(talk))


def test_each_turn_with_its_reply_and_what_came_of_it(talk: Conversation) -> None:
    typed = Typed("2\n")
    assert 2 == chosen(typed, talk)
    assert [
        "The save that never ends, with Dana Whitfield: from which turn on would you answer differently?",
        "1. You: hello (then angry, calm 35, score 40)",
        "2. You: (says nothing) (then angry, calm 35, score 40)",
        "3. You: sorry (then settled, calm 65, score 100)",
    ] == typed.lines[:4]


def test_it_asks_until_there_is_such_a_turn(talk: Conversation) -> None:
    typed = Typed("4\nzero\n\n 3 \n")
    assert 3 == chosen(typed, talk)
    assert 'Turn, 1 to 3: There is no turn "4"; name one from 1 to 3.' in typed.lines
    assert 'Turn, 1 to 3: There is no turn "zero"; name one from 1 to 3.' in typed.lines


@pytest.mark.parametrize("typed", ["", "q\n", "/quit\n"])
def test_somebody_may_leave(talk: Conversation, typed: str) -> None:
    assert chosen(Typed(typed), talk) is None


@given(st.text())
def test_only_the_number_of_a_turn_is_a_turn(typed: str) -> None:
    assert as_turn(typed, 3) in (None, 1, 2, 3)
    assert (as_turn(typed, 3) is not None) == (
        typed.strip() in ("1", "2", "3") or typed.strip().lstrip("0") in ("1", "2", "3")
    )
