"""`deskside new`: the beginning of something of one's own."""

from __future__ import annotations

import os

import click


@click.group("new")
def command() -> None:
    """Start a course of your own."""


@command.command("course")
@click.argument("name")
@click.option("--at", metavar="DIR", default=".", help="The folder to make it in (else the one you are in).")
def course(name: str, at: str) -> int:
    """Make the course NAME: a folder with one person and one situation, ready to play and to change.

    \b
    Example:
      deskside new course frontline
      deskside play --course frontline
    """
    from pathlib import Path

    from simulator.authoring.new_course import new_course

    made = new_course(name, Path(os.path.expanduser(at)))
    click.echo(f"Made {made}. README.md in it says what to change.")
    click.echo(f"  deskside check {made}")
    click.echo(f"  deskside walk --course {made}")
    click.echo(f"  deskside play --course {made}")
    return 0
