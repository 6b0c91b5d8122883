"""The one root of every error that a person can cause, and the error that a broken course is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.course.diagnostic import Diagnostic


class DesksideError(Exception):
    """Something that the person at the keyboard can mend. The message says what, where and how; no traceback is
    shown."""

    exit_code = 2


class CourseError(DesksideError):
    """A course that can not be used as it stands, with everything that is wrong with it."""

    exit_code = 1

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n\n".join(one.render() for one in self.diagnostics))
