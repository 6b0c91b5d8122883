"""The report as one HTML file: opens offline, needs no script, loads nothing, and shows what was typed as text only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.course.models import MOOD_AXES
from simulator.terminal import report_after as after
from simulator.terminal import report_words as words
from simulator.terminal.clean import clean
from simulator.terminal.marked import pieces
from simulator.terminal.mood_curve import svg
from simulator.terminal.promise_words import promises

if TYPE_CHECKING:
    from jinja2 import Template

    from simulator.engine.report import Report
    from simulator.records.interface import SessionRow

TEMPLATES = Path(__file__).parent / "templates"
# The code points that Unicode keeps for no character; a valid page has none of them.
_NOT_IN_HTML = dict.fromkeys(
    [*range(0xFDD0, 0xFDF0), *(last for end in range(0xFFFF, 0x110000, 0x10000) for last in (end - 1, end))]
)


def render(report: Report, *, history: Sequence[SessionRow] = ()) -> str:
    """The whole report as one HTML document that can be encoded as UTF-8."""
    from markupsafe import Markup

    costly = {item.behaviour for item in report.items if item.kind == "avoid"}
    return _template().render(
        report=report,
        words=words,
        verdict=words.verdict(report),
        items=words.items_told(report),
        promises=promises(report),
        axes=MOOD_AXES,
        curve=Markup(svg(report.mood_curve, _page_text(report.persona))),  # noqa: S704 - svg escapes what it is given
        strengths=words.strengths(report),
        next=words.lesson(report),
        after=after,
        attempts=[words.attempt(row) for row in history],
        pieces=pieces,
        costly=costly,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Every text passes through here on its way out, so that no control character reaches the file.
        finalize=_finalized,
    )
    return environment.get_template("report.html.jinja")


def _finalized(value: object) -> object:
    return _page_text(value) if type(value) is str else value


def _page_text(text: str) -> str:
    return clean(text).translate(_NOT_IN_HTML)
