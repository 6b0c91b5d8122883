"""`deskside demo`: a written conversation, played through the real engine, with its report."""

from __future__ import annotations

import click

from simulator.cli.options import no_color_option, plain_option

SCENARIO, WALKTHROUGH = "frozen_save", "excellent"
"""The conversation that is shown: one that goes as it should."""


@click.command("demo")
@plain_option
@no_color_option
def command(plain: bool, no_color: bool) -> int:
    """Watch a written conversation, with its report. Nothing is kept."""
    return demo(plain=plain, no_color=no_color)


def demo(*, plain: bool = False, no_color: bool = False) -> int:
    """Play the written conversation of the built-in course and return 0: there is nothing to pass."""
    from simulator.course.load import load_course, load_walkthroughs
    from simulator.course.locate import built_in
    from simulator.engine.conversation import Conversation
    from simulator.terminal import opening, words
    from simulator.terminal.reader_script import ScriptReader
    from simulator.terminal.seat import Nowhere, Seat
    from simulator.terminal.sitting import sit
    from simulator.terminal.stage import choose_show, stage

    course = load_course(built_in())
    scenario = course.scenarios[SCENARIO]
    written = next(one for one in load_walkthroughs(scenario) if one.name == WALKTHROUGH)
    conversation = Conversation(course, scenario, opening.recognizer(course.root, scenario.moves), written.seed)
    replies = ScriptReader(turn.say for turn in written.turns)
    set_up = stage(choose_show(plain=plain), no_color=no_color, reader=replies)
    set_up.view.notice(words.DEMO)
    sit(set_up, Seat(conversation, Nowhere()))
    set_up.view.notice(words.AFTER_DEMO)
    return 0
