"""`deskside why`: why a reply counts as what it counts."""

from __future__ import annotations

import json

import click

from simulator.cli.options import course_option


@click.command("why")
@click.argument("reply")
@click.option("--person", metavar="LINE", default="", help="What the person had just said.")
@click.option("--scenario", metavar="ID", help="Hold the reply against this scenario's moves and facts, too.")
@click.option("--all", "all_considered", is_flag=True, help="Tell of everything that was considered, however unlikely.")
@click.option("--json", "as_json", is_flag=True, help="Print the explanation, all of it, as JSON.")
@course_option
def command(
    reply: str, person: str, scenario: str | None, all_considered: bool, as_json: bool, course: str | None
) -> int:
    """Explain what REPLY shows, clause by clause: on what evidence, and for what does not count, what speaks against
    it.

    \b
    Examples:
      deskside why "I'm sorry, but you should have saved it"
      deskside why "Click on the document" --scenario frozen_save
    """
    from simulator.authoring import why
    from simulator.authoring.detector import detector_of
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal.opening import find_scenario

    loaded = load_course(find_course(course))
    chosen = find_scenario(loaded, scenario) if scenario else None
    explanation = detector_of(loaded.root).explain(
        reply,
        person,
        moves=chosen.moves if chosen else (),
        facts=tuple(chosen.facts.values()) if chosen else (),
    )
    if as_json:
        click.echo(json.dumps(why.as_json(explanation), indent=2, ensure_ascii=False))
    else:
        names = {behaviour: label.name for behaviour, label in loaded.behaviours.items()}
        click.echo(why.in_words(explanation, names, all_considered=all_considered), nl=False)
    return 0
