"""What the keys do while a reply is typed. Everything else is as in any Emacs-style line editor."""

from __future__ import annotations

from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import has_focus
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


class WantsToLeave(Exception):
    """Ctrl-C or Ctrl-D on an empty line."""


def key_bindings() -> KeyBindings:
    """The bindings of the practice screen."""
    bindings = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)

    @bindings.add("enter", filter=typing)
    def send(event: KeyPressEvent) -> None:
        """Enter sends the reply, however many lines it has."""
        event.current_buffer.validate_and_handle()

    @bindings.add("escape", "enter", filter=typing)
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
        """Ctrl-D asks to leave; with something typed it deletes the next character."""
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            event.app.exit(exception=WantsToLeave(), style="class:exiting")

    return bindings
