"""Which face the program shows where."""

import pytest

from simulator.terminal.face import Face, choose

COLOURFUL = {"TERM": "xterm-256color"}


def test_a_capable_terminal_gets_the_screen() -> None:
    assert Face.SCREEN is choose(typed=True, shown=True, plain=False, json=False, environ=COLOURFUL)


@pytest.mark.parametrize(
    ("why", "environ"),
    [
        ("dumb", {"TERM": "dumb"}),
        ("unknown", {}),
        ("asked for", {**COLOURFUL, "DESKSIDE_PLAIN": "1"}),
    ],
)
def test_the_environment_can_ask_for_plain_lines(why: str, environ: dict[str, str]) -> None:
    assert Face.PLAIN is choose(typed=True, shown=True, plain=False, json=False, environ=environ)


def test_options_and_a_redirected_output_mean_plain_lines() -> None:
    assert Face.PLAIN is choose(typed=True, shown=True, plain=True, json=False, environ=COLOURFUL)
    assert Face.PLAIN is choose(typed=True, shown=True, plain=False, json=True, environ=COLOURFUL)
    assert Face.PLAIN is choose(typed=True, shown=False, plain=False, json=False, environ=COLOURFUL)


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("shown", [True, False])
def test_an_input_that_is_no_terminal_is_read_to_its_end(plain: bool, shown: bool) -> None:
    assert Face.PIPED is choose(typed=False, shown=shown, plain=plain, json=False, environ=COLOURFUL)
