"""The ticket and the mirror on the practice screen: keys in, answers kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.course.after import MIRROR_QUESTIONS, TICKET_FIELDS
from simulator.terminal.form_screen import ScreenForm
from simulator.terminal.reader_screen import ScreenReader

ENTER, TAB, BACKTAB, UP, DOWN, CTRL_C, CTRL_D = "\r", "\t", "\x1b[Z", "\x1b[A", "\x1b[B", "\x03", "\x04"
ANSWERS = ("tea", "16:40", "dried it", "5 pm", "20 min", "none", "tomorrow")


class Kept(list[tuple[str, str | bool]]):
    """What was kept, in order."""

    def keep(self, name: str, answer: str | bool) -> None:
        self.append((name, answer))


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as keys:
        yield keys


@pytest.fixture
def form(keys: PipeInput) -> ScreenForm:
    return ScreenReader(keys=keys, screen=DummyOutput()).form()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.mark.parametrize("key", [ENTER, TAB, DOWN])
def test_every_field_is_kept_as_it_is_left(form: ScreenForm, keys: PipeInput, kept: Kept, key: str) -> None:
    keys.send_text("".join(answer + key for answer in ANSWERS))
    assert form.ticket(("asset tag 4711",), {}, kept.keep)
    assert list(zip(TICKET_FIELDS, ANSWERS, strict=True)) == kept


def test_an_empty_field_is_an_answer(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(ENTER * 7)
    assert form.ticket((), {}, kept.keep)
    assert [(field, "") for field in TICKET_FIELDS] == kept


@pytest.mark.parametrize("key", [BACKTAB, UP])
def test_one_can_go_back_and_answer_otherwise(form: ScreenForm, keys: PipeInput, kept: Kept, key: str) -> None:
    keys.send_text(f"te{ENTER}{key}a{ENTER}{CTRL_D}")
    assert not form.ticket((), {}, kept.keep)
    assert [("problem", "te"), ("problem", "tea")] == kept


def test_going_back_from_the_first_field_stays_there(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"{UP}tea{ENTER}{CTRL_D}")
    form.ticket((), {}, kept.keep)
    assert [("problem", "tea")] == kept


def test_one_key_skips_the_rest_and_loses_nothing(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"tea{ENTER}16:40{CTRL_D}")
    assert not form.ticket((), {}, kept.keep)
    assert [("problem", "tea"), ("work_started", "16:40")] == kept


def test_ctrl_c_clears_and_then_leaves_it_for_later(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"tea{ENTER}not this{CTRL_C}{CTRL_C}")
    with pytest.raises(KeyboardInterrupt):
        form.ticket((), {}, kept.keep)
    assert [("problem", "tea")] == kept


def test_it_goes_on_where_it_was_left(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text("".join(answer + ENTER for answer in ANSWERS[2:]))
    assert form.ticket((), dict(zip(TICKET_FIELDS[:2], ANSWERS[:2], strict=True)), kept.keep)
    assert TICKET_FIELDS[2:] == tuple(field for field, _ in kept)


def test_what_can_not_be_read_waits_for_a_second_enter(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"tea{ENTER}noonish o{ENTER}{ENTER}dried{ENTER}soon{ENTER}{CTRL_C}5 pm{ENTER}{CTRL_D}")
    form.ticket((), {}, kept.keep)
    assert [("problem", "tea"), ("work_started", "noonish o"), ("solution", "dried"), ("work_ended", "5 pm")] == kept


def test_pasted_lines_become_one(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"\x1b[200~tea\nin the keys\x1b[201~{ENTER}{CTRL_D}")
    form.ticket((), {}, kept.keep)
    assert [("problem", "tea in the keys")] == kept


def test_a_key_for_each_question_and_enter_at_the_end(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"ynYNyyy{ENTER}")
    assert form.mirror({}, kept.keep)
    assert list(zip(MIRROR_QUESTIONS, (True, False, True, False, True, True, True), strict=True)) == kept


def test_an_answer_can_be_changed_to_the_last(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"yyyyyyy{UP}n{UP}{UP}y{ENTER}{ENTER}")
    assert form.mirror({}, kept.keep)
    assert (MIRROR_QUESTIONS[6], False) == kept[-1]
    assert 8 == len(kept)  # an answer that is given once more is no other


def test_other_keys_do_nothing(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"x{ENTER}{ENTER} 1yyyyyyy{DOWN}")
    assert form.mirror({}, kept.keep)
    assert [(name, True) for name in MIRROR_QUESTIONS] == kept


def test_the_mirror_goes_on_where_it_was_left(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"nn{ENTER}")
    assert form.mirror(dict.fromkeys(MIRROR_QUESTIONS[:5], True), kept.keep)
    assert [(name, False) for name in MIRROR_QUESTIONS[5:]] == kept


def test_the_mirror_is_skipped_or_left_for_later(form: ScreenForm, keys: PipeInput, kept: Kept) -> None:
    keys.send_text(f"y{CTRL_D}")
    assert not form.mirror({}, kept.keep)
    keys.send_text(f"y{CTRL_C}")
    with pytest.raises(KeyboardInterrupt):
        form.mirror({}, kept.keep)
    assert [(MIRROR_QUESTIONS[0], True)] * 2 == kept
