"""The options that several commands share, and what they stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.course.after import After
    from simulator.records.store import Store

course_option = click.option(
    "--course",
    "course",
    metavar="PATH",
    help="The course pack to use (else $DESKSIDE_COURSE, else the built-in course).",
)
store_option = click.option(
    "--store",
    "store",
    metavar="PATH",
    help="Where conversations are kept (else $DESKSIDE_STORE, else your state folder).",
)
plain_option = click.option(
    "--plain", is_flag=True, help="Plain lines, speaker first: for screen readers and simple terminals."
)
no_color_option = click.option("--no-color", "no_color", is_flag=True, help="No colours (also: NO_COLOR=1).")
after_option = click.option(
    "--after",
    "after",
    metavar="FILE",
    help="A YAML file with the ticket and the mirror, for when the conversation is over; nothing is asked then.",
)


def read_after(option: str | None) -> After | None:
    """What the file of `--after` says, None without one; its warnings go to standard error. Raises DesksideError with
    everything that is wrong with it."""
    if option is None:
        return None
    from simulator.course.after import load_after

    after, warnings = load_after(Path(os.path.expanduser(option)))
    for one in warnings:
        click.echo(f"{one.render()}\n", err=True)
    return after


def store_path(option: str | None) -> Path:
    """The file in which conversations are kept: what `--store` says, else the usual place."""
    from simulator.records.store import default_path

    # Unlike Path.expanduser, this leaves a ~ that is nobody's as it is, for the store to complain of.
    return Path(os.path.expanduser(option)) if option else default_path()


def open_store(option: str | None) -> Store:
    """Open the store that `--store` names, else the usual one. Raises DesksideError when that can not be done."""
    from simulator.records.store import Store

    return Store.open(store_path(option))
