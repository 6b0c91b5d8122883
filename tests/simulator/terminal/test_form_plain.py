"""The ticket and the mirror in plain lines, question by question."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

import pytest

from simulator.course.after import MIRROR_QUESTIONS, TICKET_FIELDS
from simulator.terminal.form_plain import PlainForm
from simulator.terminal.output import Out
from simulator.terminal.reader_plain import PlainReader

ANSWERS = ("tea", "16:40", "dried it", "5 pm", "20 min", "none", "tomorrow")


class Typed:
    """A form at which these lines are typed; `kept` has what was kept, in order, and `text` what was shown."""

    def __init__(self, *lines: str) -> None:
        self._shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        typed = io.BytesIO("".join(f"{line}\n" for line in lines).encode())
        self.form: PlainForm = PlainReader(cast("BinaryIO", typed), Out(self._shown)).form()
        self.kept: list[tuple[str, str | bool]] = []

    def keep(self, name: str, answer: str | bool) -> None:
        self.kept.append((name, answer))

    @property
    def text(self) -> str:
        return self._shown.buffer.getvalue().decode()  # type: ignore[attr-defined,no-any-return]


def test_every_field_is_asked_for_and_kept_at_once() -> None:
    typed = Typed(*ANSWERS)
    assert typed.form.ticket(("asset tag 4711",), {}, typed.keep)
    assert list(zip(TICKET_FIELDS, ANSWERS, strict=True)) == typed.kept
    assert "Note: asset tag 4711\nWhat was the problem? (for a colleague who was not there): " in typed.text


def test_enter_alone_leaves_a_field_empty() -> None:
    typed = Typed("", "", " ", "", "", "", "")
    assert typed.form.ticket((), {}, typed.keep)
    assert [(field, "") for field in TICKET_FIELDS] == typed.kept


def test_what_is_there_is_not_asked_for_again() -> None:
    typed = Typed(*ANSWERS[2:])
    assert typed.form.ticket((), {"problem": "tea", "work_started": "16:40"}, typed.keep)
    assert TICKET_FIELDS[2:] == tuple(field for field, _ in typed.kept)
    assert "Problem: tea\nWork started: 16:40\n" in typed.text


def test_the_end_of_the_input_skips_what_is_left() -> None:
    typed = Typed("tea")
    assert not typed.form.ticket((), {}, typed.keep)
    assert [("problem", "tea")] == typed.kept


@pytest.mark.parametrize(("second", "kept"), [("16:40", "16:40"), ("", "noonish o"), ("later", "later")])
def test_what_can_not_be_read_is_asked_for_once_more(second: str, kept: str) -> None:
    typed = Typed("tea", "noonish o", second, *ANSWERS[2:])
    assert typed.form.ticket((), {}, typed.keep)
    assert ("work_started", kept) == typed.kept[1]
    assert "That can not be read as a time." in typed.text
    assert 7 == len(typed.kept)


def test_seven_questions_with_yes_or_no() -> None:
    typed = Typed("y", "no", "perhaps", "YES", "n", "y", "y", "y")
    assert typed.form.mirror({}, typed.keep)
    assert list(zip(MIRROR_QUESTIONS, (True, False, True, False, True, True, True), strict=True)) == typed.kept
    assert typed.text.count("3 of 7. ") == 2
    assert "Please answer y or n." in typed.text


def test_the_mirror_goes_on_and_can_be_skipped() -> None:
    typed = Typed("y")
    assert not typed.form.mirror(dict.fromkeys(MIRROR_QUESTIONS[:5], True), typed.keep)
    assert [(MIRROR_QUESTIONS[5], True)] == typed.kept
