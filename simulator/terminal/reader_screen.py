"""Typing on the practice screen: an editor of several lines with history, and the toolbar below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style

from simulator.engine.conversation import Conversation
from simulator.terminal import words
from simulator.terminal.key_bindings import WantsToLeave, key_bindings
from simulator.terminal.mail import is_mail
from simulator.terminal.palette import PROMPT_STYLE
from simulator.terminal.signals import Stopped, deferred
from simulator.terminal.toolbar import toolbar

if TYPE_CHECKING:
    from simulator.terminal.form_screen import ScreenForm

T = TypeVar("T")


class ScreenReader:
    """Reads replies through prompt_toolkit. `keys` and `screen` stand in for the terminal."""

    echoes = False
    asks = True

    def __init__(
        self,
        *,
        no_color: bool = False,
        keys: Input | None = None,
        screen: Output | None = None,
    ) -> None:
        self._mail = False
        depth = ColorDepth.DEPTH_1_BIT if no_color else None
        style = Style.from_dict(dict(PROMPT_STYLE))
        self._editor: PromptSession[str] = PromptSession(
            history=InMemoryHistory(),
            key_bindings=key_bindings(lambda: self._mail),
            multiline=True,
            prompt_continuation=_continuation,
            style=style,
            color_depth=depth,
            enable_suspend=True,
            # What was typed is shown again as part of the conversation, wrapped at words.
            erase_when_done=True,
            reserve_space_for_menu=0,
            input=keys,
            output=screen,
        )
        self._question: PromptSession[str] = PromptSession(
            style=style, color_depth=depth, erase_when_done=True, input=keys, output=screen
        )
        for session in (self._editor, self._question):
            # A terminal that does not tell where its cursor is serves without a warning.
            session.app.renderer.cpr_not_supported_callback = None

    def remember(self, replies: Iterable[str]) -> None:
        """Have these replies of before in the history."""
        for reply in replies:
            if reply:
                self._editor.history.append_string(reply)

    def attending(self) -> AbstractContextManager[None]:
        """Within this every key waits for the next prompt, also one that is pressed while an answer is being
        printed."""
        return self._editor.app.input.raw_mode()

    def read(self, conversation: Conversation) -> str | None:
        app = self._editor.app

        def bar() -> StyleAndTextTuples:
            return list(toolbar(conversation, app.output.get_size().columns))

        def message() -> StyleAndTextTuples:
            # Where the cursor is not known, nothing can stand at the bottom of the screen: the same stands above the
            # line.
            unknown = app.renderer.cpr_support == CPR_Support.NOT_SUPPORTED
            return [*([("", "\n"), *bar()] if unknown else []), ("class:you", _PROMPT)]

        self._editor.bottom_toolbar = bar
        self._mail = is_mail(conversation)
        try:
            return _prompt(self._editor, message)
        except (WantsToLeave, EOFError):
            return None

    def confirm(self, question: str) -> bool:
        """Yes, or the same key again (Ctrl-C, Ctrl-D), is yes; anything else is no."""
        try:
            answer = _prompt(self._question, [("", "\n  "), ("class:question", f"{question} ")])
        except Stopped:
            raise
        except (KeyboardInterrupt, EOFError):
            return True
        return words.is_yes(answer)

    def choose(self, prompt: str) -> str | None:
        """A choice from a menu, or None for Ctrl-D. Ctrl-C raises KeyboardInterrupt."""
        try:
            return _prompt(self._question, [("class:question", f"\n  {prompt} › ")])
        except EOFError:
            return None

    def form(self) -> ScreenForm:
        """What asks for the ticket and the mirror, on the same terminal."""
        from simulator.terminal.form_screen import ScreenForm

        like = self._question.app

        def build(layout: Layout, keys: KeyBindings) -> Application[str]:
            app: Application[str] = Application(
                layout,
                key_bindings=keys,
                style=like.style,
                color_depth=self._question.color_depth,
                erase_when_done=True,
                input=like.input,
                output=like.output,
            )
            app.renderer.cpr_not_supported_callback = None
            return app

        def run(app: Application[str]) -> str:
            with self.attending():
                return _orderly(app, lambda ready: app.run(pre_run=ready))

        return ScreenForm(build, run)


def _prompt(session: PromptSession[str], message: AnyFormattedText) -> str:
    return _orderly(session.app, lambda ready: session.prompt(message, pre_run=ready))


def _orderly(app: Application[Any], ask: Callable[[Callable[[], None]], T]) -> T:
    """Ask (`ask` calls what it is given when it begins), and let being told to stop end that in an orderly way, with the
    terminal as it was before."""
    told: list[Stopped] = []

    def leave() -> None:
        if told and app.future is not None and not app.future.done():
            app.exit(exception=told[0])

    def stop(stopped: Stopped) -> None:
        told.append(stopped)
        if app.loop is not None:
            app.loop.call_soon_threadsafe(leave)

    with deferred(stop):
        answer = ask(leave)
    if told:
        raise told[0]
    return answer


_PROMPT = f"\n  {words.YOU} › "


def _continuation(width: int, line_number: int, wrap_count: int) -> StyleAndTextTuples:
    return [("", " " * (len(_PROMPT) - 1))]
