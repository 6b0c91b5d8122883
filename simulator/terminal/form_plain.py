"""The ticket and the mirror in plain lines, question by question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from simulator.engine.mirror import QUESTIONS
from simulator.terminal import after_words as words
from simulator.terminal import words as spoken
from simulator.terminal.clean import one_line
from simulator.terminal.output import Out


class PlainForm:
    """Asks through `ask`, which shows a question and gives the line that was typed, None at the end of the input (Ctrl-D:
    skip); says the rest on `out`."""

    def __init__(self, ask: Callable[[str], str | None], out: Out) -> None:
        self._ask = ask
        self._out = out

    def ticket(self, notes: Sequence[str], filled: Mapping[str, str], keep: Callable[[str, str], None]) -> bool:
        self._out.line(words.TICKET_PLAIN)
        for note in notes:
            self._out.line(f"{spoken.NOTE}: {one_line(note)}")
        for field, asked in words.TICKET.items():
            if field in filled:
                self._out.line(f"{asked.label}: {one_line(filled[field])}")
                continue
            text = self._field(field, asked)
            if text is None:
                return False
            keep(field, text)
        return True

    def mirror(self, answers: Mapping[str, bool], keep: Callable[[str, bool], None]) -> bool:
        self._out.line(words.MIRROR_PLAIN)
        for name, question in QUESTIONS.items():
            if name in answers:
                continue
            yes = self._yes_no(f"{words.numbered(name, question.text)} y/n")
            if yes is None:
                return False
            keep(name, yes)
        return True

    def _field(self, field: str, asked: words.Asked) -> str | None:
        """The answer, asked for once more when it can not be read; None to skip."""
        question = f"{asked.question} ({asked.example})"
        text = self._ask(question)
        remark = "" if text is None else words.unreadable(field, one_line(text))
        if remark:
            first = one_line(text or "")
            self._out.line(remark)
            text = self._ask(question)
            # Enter alone, after that remark, leaves the answer so.
            text = first if text is not None and not text.strip() else text
        return None if text is None else one_line(text)

    def _yes_no(self, question: str) -> bool | None:
        while (answer := self._ask(question)) is not None:
            if spoken.is_yes(answer):
                return True
            if answer.strip().lower() in ("n", "no"):
                return False
            self._out.line(words.Y_OR_N)
        return None
