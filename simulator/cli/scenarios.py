"""`deskside scenarios`: what there is to practise."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from simulator.cli.options import course_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.authoring.scenarios import Listed
    from simulator.course.models import Course

INDENT = "  "


@click.command("scenarios")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@course_option
def command(as_json: bool, course: str | None) -> int:
    """List the situations of the course: who it is, how hard it is, and what it practises."""
    from simulator.authoring.scenarios import listed
    from simulator.course.load import load_course
    from simulator.course.locate import find_course

    loaded = load_course(find_course(course))
    scenarios = listed(loaded)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in scenarios], indent=2, ensure_ascii=False))
        return 0
    names = {behaviour: label.name for behaviour, label in loaded.behaviours.items()}
    told = (_told(one, names, _place(loaded, one)) for one in scenarios)
    click.echo("\n\n".join(told) or "This course has no scenarios yet.")
    return 0


def _place(course: Course, one: Listed) -> str:
    """Where it stands on the path."""
    from simulator.terminal import path_words

    step = f"step: {one.step}" if one.step else ""
    return step + (f", needs {path_words.needs(course, one.needs)}" if one.needs else "")


def _told(one: Listed, names: Mapping[str, str], place: str) -> str:
    def named(label: str, ids: Iterable[str]) -> str:
        text = ", ".join(names.get(name, name.replace("_", " ")) for name in ids)
        return click.wrap_text(f"{label}: {text}", 100, INDENT, INDENT * 2) if text else ""

    lines = (
        f"{one.id}: {one.title}",
        f"{INDENT}level {one.level}, {one.channel}, with {one.persona}",
        f"{INDENT}{place}" if place else "",
        f"{INDENT}{one.summary}" if one.summary else "",
        named("practises", one.behaviours),
        named("to avoid", one.avoid),
        named("its own moves", one.moves),
        named("events", (event.id for event in one.events)),
        named("promises", (promise.id for promise in one.promises)),
    )
    return "\n".join(line for line in lines if line)
