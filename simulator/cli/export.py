"""`deskside export`: scores as tables for a spreadsheet, a gradebook or a notebook."""

from __future__ import annotations

import click

from simulator.cli.options import store_option

EPILOG = """\
\b
What is written:
  csv    NAME-sessions.csv and NAME-items.csv: UTF-8 with a byte order mark, which Excel needs and pandas skips
         (Python's csv module: encoding="utf-8-sig"); times are UTC
  jsonl  NAME-sessions.jsonl and NAME-items.jsonl: one object a line, texts exactly as typed, empty cells null
  xlsx   NAME.xlsx with the sheets "sessions" and "items"; times are UTC
\b
--out is an existing folder (NAME is then "deskside") or a file's name, with or without its ending. Files of
that name are replaced, whole or not at all. A cell is empty where there is nothing to say: what was not scored
is never 0. In csv and xlsx, text that a spreadsheet would execute has an apostrophe before it, control
characters are left out, and text longer than a cell (32,767) is cut and says so.
\b
Examples:
  deskside export --format xlsx --cohort spring --out spring.xlsx
  deskside export --format csv --scenario frozen_save --out ~/scores
"""


@click.command("export", epilog=EPILOG)
@click.option("--format", "kind", type=click.Choice(["csv", "jsonl", "xlsx"]), required=True, help="What kind of file.")
@click.option("--cohort", metavar="NAME", help="Only this cohort.")
@click.option("--trainee", metavar="ID", help="Only this trainee.")
@click.option("--scenario", metavar="ID", help="Only this scenario.")
@click.option(
    "--out", metavar="PATH", default=".", show_default="this folder", help="Where to: a folder or a file's name."
)
@store_option
def command(
    kind: str,
    cohort: str | None,
    trainee: str | None,
    scenario: str | None,
    out: str,
    store: str | None,
) -> None:
    """Write scores as two tables: one row per session, and one per item of the rubric with the trainee's own words.

    Prints the names of the files. Unfinished sessions are included, without a score.
    """
    from simulator.cli.kept import open_kept
    from simulator.cohort.export import export

    with open_kept(store) as records:
        rows = records.sessions(trainee=trainee, cohort=cohort, scenario=scenario)
        written = export(records, rows, kind, out)
    for path in written.paths:
        click.echo(click.format_filename(path))
    if not rows:
        click.echo(
            "deskside: no session matches: there are only headings to see"
            if kind != "jsonl"
            else "deskside: no session matches: the files are empty",
            err=True,
        )
    else:
        click.echo(f"{written.sessions} sessions, {written.items} items", err=True)
