"""What the keys do in the ticket and in the mirror: each leaves the screen with what is to happen."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

NEXT, BACK, SKIP, LATER, YES, NO = "next", "back", "skip", "later", "yes", "no"


def ticket_keys() -> KeyBindings:
    """The bindings of the ticket; everything else is as in any line editor."""
    bindings = KeyBindings()
    for key in ("enter", "tab", "down"):
        bindings.add(key)(_ends(NEXT))
    for key in ("s-tab", "up"):
        bindings.add(key)(_ends(BACK))
    bindings.add("c-d")(_ends(SKIP))

    @bindings.add("c-c")
    def clear(event: KeyPressEvent) -> None:
        """Ctrl-C clears the field; with nothing in it, it leaves the ticket for later."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(result=LATER)

    return bindings


def mirror_keys() -> KeyBindings:
    """The bindings of the mirror."""
    bindings = KeyBindings()
    for keys, act in (("yY", YES), ("nN", NO)):
        for key in keys:
            bindings.add(key)(_ends(act))
    for key in ("enter", "down"):
        bindings.add(key)(_ends(NEXT))
    for key in ("up", "backspace", "s-tab"):
        bindings.add(key)(_ends(BACK))
    bindings.add("c-d")(_ends(SKIP))
    bindings.add("c-c")(_ends(LATER))
    return bindings


def _ends(act: str) -> Callable[[KeyPressEvent], None]:
    def end(event: KeyPressEvent) -> None:
        event.app.exit(result=act)

    return end
