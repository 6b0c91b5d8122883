"""`deskside check`: the mistakes in a course."""

from __future__ import annotations

import json
import os

import click

from simulator.cli.options import course_option, no_color_option


@click.command("check")
@click.argument("path", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@click.option("--explain", "code", metavar="CODE", help="Explain a code such as DS101, with an example.")
@course_option
@no_color_option
def command(path: str | None, as_json: bool, code: str | None, course: str | None, no_color: bool) -> int:
    """Find every mistake in PATH: a course pack, a scenario's folder or one file (else the course in use).

    Each is told with file:line:column, a code, the line itself and what to do. Errors keep a course from being used,
    warnings do not; the exit status is 1 when there is an error.

    \b
    Examples:
      deskside check my_course
      deskside check my_course/scenarios/frozen_save/scenario.yaml
      deskside check --explain DS101
    """
    if code is not None:
        return _explain(code, as_json)
    from pathlib import Path

    from simulator.authoring.check import check
    from simulator.course.locate import find_course

    checked = check(Path(os.path.expanduser(path)) if path else find_course(course))
    if as_json:
        click.echo(json.dumps(checked.as_json(), indent=2))
        return int(checked.errors > 0)
    colour = _coloured(no_color)
    for one in checked.diagnostics:
        click.echo(_encodable(one.render(colour)) + "\n", color=colour)
    click.echo(_encodable(checked.summary))
    return int(checked.errors > 0)


def _explain(code: str, as_json: bool) -> int:
    from simulator.course.catalogue import codes, entry, find

    found = find(code)
    if found is None:
        from simulator.course.suggest import hint

        raise click.BadParameter(f"there is no code '{code}'. {hint(code.upper(), codes())}", param_hint="--explain")
    said = entry(found)
    if as_json:
        click.echo(json.dumps(said._asdict(), indent=2))
    else:
        click.echo(
            f"{said.code} {said.name} ({said.severity})\n\n{said.text}\n\nIt says:  {said.message}\nWhat to do:  {said.remedy}"
        )
    return 0


def _encodable(text: str) -> str:
    """The text with what the output's encoding lacks written as escapes: a course may be in any language."""
    import sys

    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _coloured(no_color: bool) -> bool:
    import os
    import sys

    refused = no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not refused and sys.stdout.isatty()
