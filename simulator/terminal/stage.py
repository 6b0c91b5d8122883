"""Where a session takes place: the face that fits the terminal, what shows the conversation and what reads the
replies."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO, cast

from simulator.course.errors import DesksideError
from simulator.terminal import face, words
from simulator.terminal.face import Face
from simulator.terminal.loop import Reader
from simulator.terminal.output import Out
from simulator.terminal.reader_pipe import PipeReader
from simulator.terminal.reader_plain import PlainReader
from simulator.terminal.view import View
from simulator.terminal.view_plain import PlainView

if TYPE_CHECKING:
    from rich.console import Console

    from simulator.terminal.menu import Chooser, Menu


@dataclass(frozen=True, slots=True)
class Stage:
    """`out` and `err` are standard output and error; `json`: the report goes to `out` as one JSON object, and nothing
    else does. `console` is there on the practice screen only."""

    face: Face
    view: View
    reader: Reader
    out: Out
    err: Out
    json: bool
    console: Console | None = None

    def trouble(self, error: DesksideError) -> bool:
        """What to do when a conversation can not be kept: ask, where somebody can be asked."""
        if not self.reader.asks:
            return False
        self.view.notice(words.not_kept(str(error)))
        return self.reader.confirm(words.GO_ON_UNKEPT)

    def show_menu(self, menu: Menu, *, whole: bool = False) -> None:
        """Show the menu; `whole` although the window may be too low for it."""
        if self.console is not None:
            from simulator.terminal.menu_rich import show_rich

            show_rich(menu, self.console, whole=whole)
        else:
            from simulator.terminal.menu_view import show_plain

            show_plain(menu, self.err if self.json else self.out)

    @property
    def chooser(self) -> Chooser:
        """What reads a choice from the menu; only where somebody can be asked."""
        return cast("Chooser", self.reader)


def choose_face(*, plain: bool, json: bool) -> Face:
    """The face that fits this process's standard input and output."""
    return face.choose(
        typed=_is_terminal(sys.stdin), shown=_is_terminal(sys.stdout), plain=plain, json=json, environ=os.environ
    )


def choose_show(*, plain: bool) -> Face:
    """The face for something to watch, where nothing is typed."""
    return face.choose(typed=True, shown=_is_terminal(sys.stdout), plain=plain, json=False, environ=os.environ)


def stage(which: Face, *, no_color: bool = False, json: bool = False, reader: Reader | None = None) -> Stage:
    """Set the stage on this process's standard streams. `reader` gives the replies instead of standard input."""
    out, err = Out(sys.stdout), Out(sys.stderr)
    if which is Face.PIPED:
        view = PlainView(Out(None) if json else out, notices=err)
        return Stage(which, view, reader or PipeReader(None if sys.stdin is None else sys.stdin.buffer), out, err, json)
    if which is Face.PLAIN:
        shown = err if json else out
        typed = reader or PlainReader(sys.stdin.buffer, shown, sys.stdin.encoding)
        return Stage(which, PlainView(shown), typed, out, err, json)
    from simulator.terminal.view_rich import RichView, console

    screen = console(no_color=no_color)
    return Stage(which, RichView(screen), reader or _screen_reader(no_color), out, err, json, screen)


def _screen_reader(no_color: bool) -> Reader:
    from simulator.terminal.reader_screen import ScreenReader

    return ScreenReader(no_color=no_color)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
