"""A kept report read back as what it was, for when the conversation can not be replayed any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.rubric import ItemScore
from simulator.course.errors import DesksideError
from simulator.engine.events import Mood
from simulator.engine.promises_told import PromiseTold
from simulator.engine.report import FORMAT, EventTold, HintUsed, Report, ReportTurn


def report_from_json(kept: Mapping[str, Any]) -> Report:
    """The report of which `kept` is the `as_json()`. Raises DesksideError when another version of Deskside wrote it."""
    fields = dict(kept)
    form = fields.pop("format", None)
    if form != FORMAT:
        raise DesksideError(
            f"this report was kept by another version of Deskside (its format is {form}, this one reads {FORMAT})"
        )
    nearest = fields["practise_next"]
    fields |= {
        "items": tuple(ItemScore(**item) for item in fields["items"]),
        "turns": tuple(_turn(turn) for turn in fields["turns"]),
        "mood_curve": tuple(Mood(**mood) for mood in fields["mood_curve"]),
        "strengths": tuple(fields["strengths"]),
        "practise_next": None if nearest is None else ItemScore(**nearest),
        "opening": tuple(fields["opening"]),
        "hints": tuple(HintUsed(**hint) for hint in fields.get("hints", ())),
        "promises": tuple(PromiseTold(**one) for one in fields.get("promises", ())),
        "events": tuple(EventTold(**one) for one in fields.get("events", ())),
    }
    return Report(**fields)


def _turn(turn: Mapping[str, Any]) -> ReportTurn:
    return ReportTurn(**{**turn, "shown": tuple(turn["shown"]), "mood": Mood(**turn["mood"])})
