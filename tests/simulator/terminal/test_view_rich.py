"""The conversation on a capable terminal."""

import io
import re

import pytest
from rich.console import Console

from simulator.engine.conversation import Conversation
from simulator.terminal.spoken import PERSON, YOU, Spoken, spoken
from simulator.terminal.view_rich import RichView, console

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _shown(conversation: Conversation, *, width: int = 80, no_color: bool = True) -> str:
    """A scene, a greeting, an apology and their coaching, as printed."""
    screen = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=no_color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    view = RichView(screen)
    view.scene(conversation)
    for line in spoken(conversation.open()):
        view.said(conversation, line)
    for reply in ("hello", "", "I am [bold]sorry[/bold] :smile: \x1b[31m"):
        for line in spoken(conversation.reply(reply)):
            view.said(conversation, line)
    view.aside("Coach", "Heard: apologize.")
    view.notice("Noted.")
    view.guide(conversation)
    view.ended(conversation)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_everything_is_there_in_words(conversation: Conversation) -> None:
    text = " ".join(ESCAPES.sub("", _shown(conversation)).split())
    for words in (
        "The save that never ends",
        "Dana Whitfield, contracts officer, on the phone · level 1",
        "Twenty to five on a Thursday. Your line rings.",
        "It is 16:40; there is time until 17:15.",
        "(your phone is ringing)",
        "You hello",
        "Dana Whitfield · angry · 16:41 My computer does not work!",
        "(you say nothing)",
        "Dana Whitfield · settled · 16:43 It works again. Thank you.",
        "Coach Heard: apologize.",
        "Noted.",
        "/undo",
        "The conversation has ended: handled well.",
    ):
        assert words in text


def test_what_was_typed_is_no_markup(conversation: Conversation) -> None:
    assert "I am [bold]sorry[/bold] :smile: [31m" in ESCAPES.sub("", _shown(conversation))


def test_the_mood_word_has_its_colour(conversation: Conversation) -> None:
    assert "\x1b[31mangry" in _shown(conversation, no_color=False)


def test_without_colours_there_are_none(conversation: Conversation) -> None:
    found = set(re.findall(r"\x1b\[([0-9;]*)m", _shown(conversation)))
    assert not [code for code in found if re.search(r"(^|;)(3[0-7]|9[0-7]|4[0-7]|38|48)(;|$)", code)]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_it_fits_any_width(conversation: Conversation, width: int) -> None:
    lines = ESCAPES.sub("", _shown(conversation, width=width)).splitlines()
    assert max(len(line) for line in lines) <= min(width, 84)


def test_an_exam_does_not_tell_the_mood(exam: Conversation) -> None:
    exam.open()
    screen = Console(file=io.StringIO(), width=80)
    RichView(screen).said(exam, Spoken(PERSON, "Well?", "angry"))
    RichView(screen).said(exam, Spoken(YOU, "one\ntwo"))
    assert isinstance(screen.file, io.StringIO)
    assert screen.file.getvalue() == "\n  Dana Whitfield · 16:40\n  Well?\n\n  You\n  one\n  two\n"


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert console(no_color=True).no_color
    assert not console().no_color
    monkeypatch.setenv("NO_COLOR", "1")
    assert console().no_color
