"""What the keys do while a reply is typed. Everything else is as in any Emacs-style line editor."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from simulator.terminal.commands import is_command


class WantsToLeave(Exception):
    """Ctrl-C or Ctrl-D on an empty line."""


def key_bindings(mail: Callable[[], bool] = lambda: False) -> KeyBindings:
    """The bindings of the practice screen. `mail`: whether a mail is being written, in which Enter begins a line."""
    bindings = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)
    writing = typing & Condition(mail)

    @bindings.add("enter", filter=writing)
    def line_or_command(event: KeyPressEvent) -> None:
        """Enter starts a new line; after a command it is done."""
        if is_command(event.current_buffer.text):
            event.current_buffer.validate_and_handle()
        else:
            event.current_buffer.insert_text("\n")

    @bindings.add("escape", "enter", filter=writing)
    def send_mail(event: KeyPressEvent) -> None:
        """Alt-Enter, or Esc and then Enter, sends the mail."""
        event.current_buffer.validate_and_handle()

    @bindings.add("enter", filter=typing & ~writing)
    def send(event: KeyPressEvent) -> None:
        """Enter sends the reply, however many lines it has."""
        event.current_buffer.validate_and_handle()

    @bindings.add("escape", "enter", filter=typing & ~writing)
    def new_line(event: KeyPressEvent) -> None:
        """Alt-Enter, or Esc and then Enter, starts a new line."""
        event.current_buffer.insert_text("\n")

    @bindings.add("c-c", filter=typing)
    def clear(event: KeyPressEvent) -> None:
        """Ctrl-C clears what was typed; with nothing typed it asks to leave."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=WantsToLeave(), style="class:aborting")

    @bindings.add("c-d", filter=typing)
    def leave(event: KeyPressEvent) -> None:
        """Ctrl-D asks to leave; with something typed it sends a mail, else it deletes the next character."""
        if writing() and event.current_buffer.text.strip():
            event.current_buffer.validate_and_handle()
        elif not writing() and event.current_buffer.text:
            event.current_buffer.delete()
        else:
            event.app.exit(exception=WantsToLeave(), style="class:exiting")

    return bindings
