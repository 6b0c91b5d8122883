"""`deskside report`: the report of a kept conversation, over the course as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.options import course_option, no_color_option, plain_option, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.engine.report import Report
    from simulator.engine.what_if import Comparison
    from simulator.records.interface import Records, SessionRow
    from simulator.records.rescore import Rescored

HERE = "-"
"""Standard output, as `--html` without a file."""


@click.command("report")
@click.argument("session", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.option("--markdown", is_flag=True, help="Print it as Markdown.")
@click.option(
    "--html", metavar="[FILE]", is_flag=False, flag_value=HERE, help="Write one HTML file, or print it without FILE."
)
@course_option
@store_option
@plain_option
@no_color_option
def command(
    session: str | None,
    as_json: bool,
    markdown: bool,
    html: str | None,
    course: str | None,
    store: str | None,
    plain: bool,
    no_color: bool,
) -> None:
    """Show the report of a conversation again.

    SESSION is its id, or the beginning of it; without one, the newest that is finished. One that is not finished is
    reported as it stands. The replies are scored again over the course as it is now; when it has changed since, that
    is said, with the score of then, which stays.

    \b
    Examples:
      deskside report
      deskside report s1k7 --html report.html
      deskside report --json > report.json
    """
    if sum((as_json, markdown, html is not None)) > 1:
        raise click.UsageError("--json, --markdown and --html exclude each other: give one of them.")
    if html not in (None, HERE) and not html.lower().endswith((".html", ".htm")):
        raise click.UsageError(f"--html {html}: name a file that ends in .html; SESSION goes before --html.")
    import sys

    from simulator.cli.kept import open_kept
    from simulator.course.load import load_course
    from simulator.course.locate import find_course
    from simulator.records.advice import advise, look_back
    from simulator.records.rescore import rescore
    from simulator.terminal.opening import recognizer
    from simulator.terminal.path_words import in_one_line
    from simulator.terminal.what_if import comparison_of

    with open_kept(store) as records:
        row = _which(records, session)
        loaded = load_course(find_course(course))
        reads = recognizer(loaded.root)
        told = rescore(records, row, loaded, reads)
        row, earlier = records.session(row.id), _earlier(records, row)
        beside = None
        if row.what_if is not None and told.present is not None and told.present.turns:
            beside = comparison_of(loaded, row, records, reads)
        to_read = not (as_json or markdown or html is not None) and sys.stdout.isatty()
        advice = advise(loaded, *look_back(records, row.trainee)) if to_read else None
    _show(told.shown, earlier, as_json=as_json, markdown=markdown, html=html, plain=plain, no_color=no_color)
    if beside is not None and not (as_json or markdown or html is not None):
        _show_beside(beside, plain=plain, no_color=no_color)
    if advice is not None:
        click.echo(in_one_line(loaded, advice, row.trainee))
    for remark in _remarks(row, told):
        click.echo(f"deskside: {remark}", err=True)


def _which(records: Records, session: str | None) -> SessionRow:
    """The session that is meant. Raises DesksideError when there is none."""
    from simulator.course.errors import DesksideError

    if session is not None:
        return records.session(session)
    newest = next((row for row in records.sessions() if row.ended), None)
    if newest is None:
        left = records.unfinished()
        raise DesksideError(
            f"no conversation is finished yet; to see how the newest stands: deskside report {left[0].id}"
            if left
            else "no conversation is kept yet; begin one with: deskside play"
        )
    return newest


def _earlier(records: Records, row: SessionRow) -> Sequence[SessionRow]:
    """What the same trainee had attempted of the same scenario before, newest first."""
    rows = records.sessions(scenario=row.scenario, trainee=row.trainee)
    return tuple(one for one in rows if one.attempt and one.id < row.id)


def _remarks(row: SessionRow, told: Rescored) -> Iterator[str]:
    """What somebody should know who reads this report."""
    from simulator.terminal.report_words import outcome
    from simulator.terminal.words import what_if_of

    if row.what_if is not None:
        yield f"this is a {what_if_of(*row.what_if)}; it never counts as an attempt"
    present, then = told.present, told.then
    if present is None:
        yield f'the scenario "{row.scenario}" is not in this course: this is the report as it was kept'
    elif then is None:
        if told.changed:
            yield "the course has changed since this conversation began"
        what = (
            "the ticket and the mirror of this conversation are still open"
            if told.waiting
            else "this conversation is not finished"
        )
        yield f"{what}; to go on: deskside resume {row.id}"
    elif told.changed and (present.score, present.outcome) == (then.score, then.outcome):
        yield "the course has changed since this conversation; its score is the same"
    elif told.changed:
        yield (
            f"the course has changed since this conversation: it got {then.score} of 100 then ({outcome(then.outcome)}), which stays"
            f" its score, and would get {present.score} now ({outcome(present.outcome)})"
        )


def _show(
    report: Report,
    earlier: Sequence[SessionRow],
    *,
    as_json: bool,
    markdown: bool,
    html: str | None,
    plain: bool,
    no_color: bool,
) -> None:
    import sys

    from simulator.terminal.face import Face
    from simulator.terminal.output import Out
    from simulator.terminal.stage import choose_show

    out = Out(sys.stdout)
    if as_json:
        from simulator.terminal.sitting import dumped

        out.data(dumped(report) + "\n")
    elif markdown:
        from simulator.terminal import report_markdown

        out.data(report_markdown.render(report, history=earlier))
    elif html is not None:
        from simulator.terminal import report_html

        page = report_html.render(report, history=earlier)
        if html == HERE:
            out.data(page)
        else:
            _write(page, html)
    elif choose_show(plain=plain) is Face.SCREEN:
        from simulator.terminal import report_rich
        from simulator.terminal.view_rich import console

        report_rich.render(report, console(no_color=no_color), history=earlier)
    else:
        from simulator.terminal import report_plain

        out.write(report_plain.render(report, history=earlier))


def _show_beside(beside: Comparison, *, plain: bool, no_color: bool) -> None:
    """A what-if beside the conversation that it goes back in."""
    import sys

    from simulator.terminal.face import Face
    from simulator.terminal.output import Out
    from simulator.terminal.stage import choose_show
    from simulator.terminal.what_if import show

    screen = None
    if choose_show(plain=plain) is Face.SCREEN:
        from simulator.terminal.view_rich import console

        screen = console(no_color=no_color)
    show(beside, Out(sys.stdout), screen)


def _write(page: str, name: str) -> None:
    import os
    from pathlib import Path

    from simulator.cohort.whole import written_whole

    path = Path(os.path.expanduser(name))
    with written_whole([path]) as (draft,):
        draft.write_text(page, encoding="utf-8")
    click.echo(click.format_filename(path))
