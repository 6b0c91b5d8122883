"""The command group: finds a command's module when it is asked for, and turns every way of ending into an exit
status."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

import click
from click.exceptions import NoSuchCommand

PASSED, BELOW, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


class Entry(NamedTuple):
    """A command: the module that holds it, and what the list of commands says of it."""

    module: str
    summary: str


COMMANDS: Mapping[str, Entry] = {
    "play": Entry("play", "Practise a conversation; without a name, choose one from a menu."),
    "resume": Entry("resume", "Go on with a conversation that you left."),
    "what-if": Entry("what_if", "Go back to a turn of a conversation and answer differently."),
    "demo": Entry("demo", "Watch a written conversation, with its report."),
    "report": Entry("report", "Show the report of a conversation again."),
    "history": Entry("history", "List the conversations that were kept."),
    "next": Entry("next", "Say what to practise next, and why."),
    "scenarios": Entry("scenarios", "List the situations of the course."),
    "check": Entry("check", "Find the mistakes in a course."),
    "walk": Entry("walk", "Play the written conversations of a course and compare."),
    "why": Entry("why", "Explain what a reply showed, and what it did not."),
    "graph": Entry("graph", "Draw a scenario."),
    "new": Entry("new", "Start a course of your own."),
    "export": Entry("export", "Write scores as tables."),
    "detect": Entry("detect", "Read replies as JSON Lines and say what each one shows."),
}

EPILOG = """\
\b
Examples:
  deskside play                       choose somebody from the menu
  deskside play frozen_save --exam    be scored, without coaching
  deskside resume                     go on where you stopped
  deskside demo                       watch one first
"""


class Commands(click.Group):
    """A group whose commands are imported only when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = import_module(f"simulator.cli.{entry.module}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=lambda *given: _version(*given),
    help="Show the version and exit.",
)
def group() -> None:
    """A flight simulator for help-desk conversations.

    You talk, in your own words, with a scripted upset person; afterwards a report says what you did well, what you
    missed and what you could have said.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status: 0 passed or well, 1 below the pass mark or mistakes found,
    2 usage, 3 a bug, 130 interrupted."""
    from simulator.course.errors import DesksideError
    from simulator.terminal.signals import stoppable

    try:
        with stoppable():
            status = group.main(
                args=list(sys.argv[1:] if arguments is None else arguments), prog_name="deskside", standalone_mode=False
            )
            return status if isinstance(status, int) else PASSED
    except DesksideError as error:
        return _expected(error)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        from simulator.cli.bug import report_bug

        click.echo(f"deskside: {report_bug(error)}", err=True)
        return BUG


def _expected(error: Exception) -> int:
    diagnostics = getattr(error, "diagnostics", ())
    if diagnostics:
        click.echo(str(error), err=True)
        count = len(diagnostics)
        click.echo(
            f"deskside: {getattr(error, 'whose', 'the course')} can not be used as it stands: {count} "
            f"{'mistake' if count == 1 else 'mistakes'}, shown above",
            err=True,
        )
    else:
        click.echo(f"deskside: {error}", err=True)
    return int(getattr(error, "exit_code", USAGE))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("deskside")
    except PackageNotFoundError:
        number = "(from a checkout)"
    click.echo(f"deskside {number}")
    ctx.exit()


if __name__ == "__main__":
    sys.exit(main())
