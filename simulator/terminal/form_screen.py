"""The ticket and the mirror on the practice screen: a small form with the trainee's notes beside it, and seven questions
answered with a key each.

The screen is left for a moment with every answer, so that it is kept before anything else happens: who is cut off loses
at most the field that is being typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)

from simulator.engine.mirror import QUESTIONS
from simulator.terminal import after_words as words
from simulator.terminal.clean import one_line
from simulator.terminal.form_keys import BACK, LATER, NEXT, NO, SKIP, YES, mirror_keys, ticket_keys

LABEL = 16
"""Columns of the labels, with the blank after them."""
BESIDE = 76
"""Columns from which the notes stand beside the form; else they stand below it."""
ROOMY = 16
"""Lines from which all fields are shown; else only the one that is being filled."""
TALLEST = 5

Run = Callable[["Application[str]"], str]


class ScreenForm:
    """`build` makes an application for the terminal out of a layout and keys, `run` runs it and gives what it ended
    with."""

    def __init__(self, build: Callable[[Layout, KeyBindings], Application[str]], run: Run) -> None:
        self._build = build
        self._run = run

    def ticket(self, notes: Sequence[str], filled: Mapping[str, str], keep: Callable[[str, str], None]) -> bool:
        sheet = _Sheet(notes, filled)
        app = self._build(sheet.layout, ticket_keys())
        sheet.app = app
        kept = dict(filled)
        fields = list(words.TICKET)
        at = next((place for place, field in enumerate(fields) if field not in kept), 0)
        warned = ("", "")
        while True:
            field = fields[at]
            app.layout.focus(sheet.buffers[field])
            act = self._run(app)
            text = one_line(sheet.buffers[field].text)
            sheet.remark = words.unreadable(field, text) if act == NEXT and warned != (field, text) else ""
            if sheet.remark:
                warned = (field, text)
                continue
            if text != kept.get(field, "") or (act == NEXT and field not in kept):
                keep(field, text)
                kept[field] = text
            if act in (SKIP, LATER):
                return _stop(act)
            at = at - (at > 0) if act == BACK else at + 1
            if at == len(fields):
                return True

    def mirror(self, answers: Mapping[str, bool], keep: Callable[[str, bool], None]) -> bool:
        glass = _Glass(dict(answers))
        app = self._build(Layout(Window(FormattedTextControl(glass.drawn), wrap_lines=True)), mirror_keys())
        names = list(QUESTIONS)
        glass.at = next((place for place, name in enumerate(names) if name not in glass.answers), len(names))
        while True:
            act = self._run(app)
            if act in (SKIP, LATER):
                return _stop(act)
            if act == BACK:
                glass.at = max(0, glass.at - 1)
            elif act == NEXT:
                if glass.at >= len(names):
                    return True
                if names[glass.at] in glass.answers:
                    glass.at += 1
            elif act in (YES, NO) and glass.at < len(names):
                name = names[glass.at]
                if glass.answers.get(name) is not (act == YES):
                    keep(name, act == YES)
                    glass.answers[name] = act == YES
                glass.at += 1


class _Sheet:
    """The ticket's fields, the notes, and the line that tells what is asked."""

    def __init__(self, notes: Sequence[str], filled: Mapping[str, str]) -> None:
        self.app: Application[Any] | None = None
        self.remark = ""
        self.buffers = {
            field: Buffer(document=Document(one_line(filled.get(field, ""))), multiline=False, name=field)
            for field in words.TICKET
        }
        self._notes = [one_line(note) for note in notes]
        rows = [self._row(field) for field in words.TICKET]
        beside = Condition(lambda: self._columns() >= BESIDE)
        form = HSplit([_text([("class:question", f"\n  {words.TICKET_TITLE}")]), *rows])
        self.layout = Layout(
            HSplit(
                [
                    VSplit(
                        [
                            form,
                            ConditionalContainer(Window(width=2), filter=beside),
                            ConditionalContainer(self._noted(Dimension(min=20, preferred=28, max=28)), filter=beside),
                        ]
                    ),
                    ConditionalContainer(self._noted(None), filter=~beside & Condition(self._roomy)),
                    Window(FormattedTextControl(self._asked), wrap_lines=True, dont_extend_height=True),
                    Window(FormattedTextControl(self._keys), wrap_lines=True, dont_extend_height=True),
                ]
            )
        )

    def _row(self, field: str) -> ConditionalContainer:
        control = BufferControl(self.buffers[field])
        focused = Condition(lambda: self.layout.current_control is control)
        label = FormattedTextControl(
            lambda: [
                ("class:question" if focused() else "", f"{'›' if focused() else ' '} {words.TICKET[field].label}")
            ]
        )
        return ConditionalContainer(
            VSplit(
                [
                    Window(label, width=LABEL + 2, dont_extend_height=True),
                    Window(control, wrap_lines=True, dont_extend_height=True, height=Dimension(min=1, max=TALLEST)),
                ]
            ),
            filter=focused | Condition(self._roomy),
        )

    def _noted(self, width: Dimension | None) -> Window:
        title: StyleAndTextTuples = [("class:question", f"\n{words.NOTES_TITLE}")]
        lines: StyleAndTextTuples = [("", f"\n· {note}") for note in self._notes] or [
            ("class:more", f"\n{words.NO_NOTES}")
        ]
        return Window(
            FormattedTextControl([*title, *lines]),
            width=width,
            wrap_lines=True,
            dont_extend_height=True,
            height=Dimension(min=1, max=TALLEST * len(words.TICKET)),
        )

    def _asked(self) -> StyleAndTextTuples:
        if self.remark:
            return [("class:question", f"\n  {self.remark}")]
        asked = words.TICKET[self._focused()]
        return [("", f"\n  {asked.question} "), ("class:more", f"({asked.example})")]

    def _keys(self) -> StyleAndTextTuples:
        last = self._focused() == list(words.TICKET)[-1]
        return _key_line(words.KEYS_TICKET_LAST if last else words.KEYS_TICKET)

    def _focused(self) -> str:
        return self.layout.current_buffer.name if self.layout.current_buffer else ""

    def _columns(self) -> int:
        return self.app.output.get_size().columns if self.app else BESIDE

    def _roomy(self) -> bool:
        return self.app is None or self.app.output.get_size().rows >= ROOMY


class _Glass:
    """The mirror's questions and how they were answered; `at` is the one that is asked, past the last when all are."""

    def __init__(self, answers: dict[str, bool]) -> None:
        self.answers = answers
        self.at = 0

    def drawn(self) -> StyleAndTextTuples:
        drawn: StyleAndTextTuples = [
            ("class:question", f"  {words.MIRROR_TITLE}"),
            ("class:more", f"  {words.MIRROR_INTRO}"),
        ]
        for place, (name, question) in enumerate(QUESTIONS.items()):
            style = "class:question" if place == self.at else ""
            answer = {True: "yes", False: "no "}.get(self.answers.get(name, None), "···")  # type: ignore[arg-type]
            drawn.append((style, f"\n{'›' if place == self.at else ' '} {answer}  {place + 1} {question.text}"))
        if self.at >= len(QUESTIONS):
            drawn.append(("class:question", f"\n\n  {words.MIRROR_FULL}"))
        return [*drawn, *_key_line(words.KEYS_MIRROR)]


def _stop(act: str) -> bool:
    """False for what is skipped. Raises KeyboardInterrupt for what is left for later."""
    if act == LATER:
        raise KeyboardInterrupt
    return False


def _text(parts: StyleAndTextTuples) -> Window:
    return Window(FormattedTextControl(parts), dont_extend_height=True)


def _key_line(keys: Sequence[tuple[str, str]]) -> StyleAndTextTuples:
    return [("class:more", "\n  " + " · ".join(f"{key}: {meaning}" for key, meaning in keys))]
