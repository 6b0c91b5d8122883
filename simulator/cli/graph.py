"""`deskside graph`: a scenario as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.options import course_option


@click.command("graph")
@click.argument("scenario")
@click.option("--out", metavar="FILE", help="Write to this file instead of standard output.")
@course_option
def command(scenario: str, out: str | None, course: str | None) -> int:
    """Draw SCENARIO as a Mermaid state diagram: its states, the rules between them and the endings.

    Editors, wikis and code hosts draw Mermaid; put it into a Markdown file between ```mermaid and ```.
    """
    from simulator.authoring.graph import mermaid
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.terminal.opening import find_scenario

    loaded = load_course(find_course(course))
    names = {behaviour: label.name for behaviour, label in loaded.behaviours.items()}
    drawn = mermaid(find_scenario(loaded, scenario), names)
    if out is None or out == "-":
        click.echo(drawn, nl=False)
        return 0
    from simulator.cohort.whole import written_whole

    with written_whole([Path(out)]) as (draft,):
        draft.write_text(drawn, encoding="utf-8", newline="\n")
    click.echo(f"deskside: wrote {out}", err=True)
    return 0
