"""`deskside detect`: what replies show, line by line, for programs."""

from __future__ import annotations

import sys

import click

from simulator.cli.options import course_option


@click.command("detect")
@course_option
def command(course: str | None) -> int:
    """Read replies as JSON Lines and say what each one shows.

    Every line of standard input is an object {"id": …, "reply": "…", "person": "…"}; "person", what the other said
    last, may be left out. For each, in order and at once, one line goes to standard output: {"id": …, "behaviours":
    [{"id", "confidence", "start", "end", "text", "exemplar", "by"}]}, with only what counts as shown. A line that is
    not such an object is named on standard error and passed over; the exit status is then 1.

    \b
    Example:
      echo '{"id": 1, "reply": "I am so sorry. What happened?"}' | deskside detect
    """
    from simulator.authoring.detect import answers
    from simulator.authoring.detector import detector_of
    from simulator.course.locate import find_course

    status = 0
    # A program that was started without standard input has none to read.
    lines = sys.stdin.buffer if sys.stdin is not None else ()
    for answer in answers(lines, detector_of(find_course(course))):
        if answer.complaint:
            click.echo(f"deskside detect: {answer.complaint}", err=True)
            status = 1
        else:
            click.echo(answer.output)
    return status
