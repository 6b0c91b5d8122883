"""A kept report read back as what it was, for when the conversation can not be replayed any more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scoring.rubric import ItemScore
from simulator.course.errors import DesksideError
from simulator.engine.events import Mood
from simulator.engine.mirror import MirrorScore, Reflection
from simulator.engine.promises_told import PromiseTold
from simulator.engine.report import FORMAT, EventTold, HintUsed, Report, ReportTurn

if TYPE_CHECKING:
    from simulator.engine.ticket import TicketScore


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
        # A report from before these were asked for lacks them.
        "ticket": _ticket(fields.get("ticket")),
        "mirror": _mirror(fields.get("mirror")),
    }
    return Report(**fields)


def _turn(turn: Mapping[str, Any]) -> ReportTurn:
    return ReportTurn(**{**turn, "shown": tuple(turn["shown"]), "mood": Mood(**turn["mood"])})


def _ticket(kept: Mapping[str, Any] | None) -> TicketScore | None:
    if kept is None:
        return None
    from simulator.engine.ticket import Charge, FieldScore, TicketScore

    fields = tuple(FieldScore(**field) for field in kept["fields"])
    return TicketScore(kept["score"], fields, tuple(Charge(**charge) for charge in kept["charges"]))


def _mirror(kept: Mapping[str, Any] | None) -> MirrorScore | None:
    if kept is None:
        return None
    return MirrorScore(**{**kept, "questions": tuple(Reflection(**question) for question in kept["questions"])})
