"""What a good ticket about a scenario says: the part `ticket` of a scenario's file."""

from __future__ import annotations

from collections.abc import Collection

from simulator.course import values, wording
from simulator.course.fields import Fields
from simulator.course.models import OUTCOMES, GoodTicket, Wanted
from simulator.course.nodes import Broken, Node, Place, Scalar
from simulator.course.source import Source

FOLLOW_UP = ("expected", "not needed")
NONE = "none"


def read_ticket(source: Source, node: Node, at: Place, endings: Collection[str]) -> GoodTicket:
    """Read what stands below `ticket`. `endings`: the outcomes that the scenario's endings have."""
    fields = Fields(source, node, "'ticket'", at)
    seen: dict[str, int] = {}
    problem = fields.get("problem", required=False)
    solution = fields.get("solution", required=False)
    ticket = GoodTicket(
        problem=() if problem is None else _wanted(Fields(source, problem, "'problem'", fields.place("problem")), seen),
        solution={} if solution is None else _solution(fields, solution, endings, seen),
        parts=_parts(fields, seen),
        follow_up=_follow_up(fields),
    )
    fields.finish()
    return ticket


def _wanted(fields: Fields, seen: dict[str, int]) -> tuple[Wanted, ...]:
    """One thing in several wordings (`like`), or several things (`all`)."""
    source = fields.source
    given = [key for key in ("like", "all") if fields.get(key, required=False) is not None]
    wanted: tuple[Wanted, ...] = ()
    if len(given) != 1 and fields.whole:
        source.complain(
            "DS904",
            fields.place("all") if given else fields.at,
            label=fields.what,
            found="are both" if given else "is neither",
        )
    elif given == ["like"]:
        wanted = (Wanted("", _like(fields, seen)),)
    elif given == ["all"]:
        entries = fields.items("all") or ()
        wanted = tuple(_thing(source, one, seen) for one in entries if not isinstance(one, Broken))
    fields.finish()
    return wanted


def _thing(source: Source, node: Node, seen: dict[str, int]) -> Wanted:
    fields = Fields(source, node, "a thing that a good ticket names")
    wanted = Wanted(fields.text("is"), _like(fields, seen))
    fields.finish()
    return wanted


def _like(fields: Fields, seen: dict[str, int]) -> tuple[str, ...]:
    like = fields.texts("like")
    if like and fields.count("like") < wording.FEWEST_PHRASES:
        fields.source.complain("DS601", fields.place("like"), count=len(like), fewest=wording.FEWEST_PHRASES)
    return wording.phrases(fields.source, like, seen)


def _solution(
    fields: Fields, node: Node, endings: Collection[str], seen: dict[str, int]
) -> dict[str, tuple[Wanted, ...]]:
    """Outcome -> what to name. Without `by_outcome` it is the same for every outcome but a failure."""
    source = fields.source
    solution = Fields(source, node, "'solution'", fields.place("solution"))
    below = solution.get("by_outcome", required=False)
    if below is None:
        wanted = _wanted(solution, seen)
        return {outcome: wanted for outcome in OUTCOMES if outcome != "failed"} if wanted else {}
    solution.finish()
    by_outcome = Fields(source, below, "'by_outcome'", solution.place("by_outcome"))
    found = {}
    for outcome in OUTCOMES:
        one = by_outcome.get(outcome, required=False)
        if one is not None:
            place = by_outcome.place(outcome)
            # An outcome may have the same words as another: each is read for itself.
            found[outcome] = _wanted(Fields(source, one, f"'{outcome}'", place), {})
            if endings and outcome not in endings:
                source.complain("DS703", place, outcome=outcome)
    by_outcome.finish()
    return found


def _parts(fields: Fields, seen: dict[str, int]) -> tuple[Wanted, ...] | None:
    """The parts that were replaced; () for none, None when the file does not say."""
    node = fields.get("parts", required=False)
    if node is None:
        return None
    if isinstance(node, Scalar):
        text = fields.text("parts")
        return () if text == NONE else (Wanted(text, (text,)),)
    entries = fields.items("parts") or ()
    return tuple(_part(fields.source, one, seen) for one in entries if not isinstance(one, Broken))


def _part(source: Source, node: Node, seen: dict[str, int]) -> Wanted:
    if isinstance(node, Scalar):
        name = values.text(source, node, "an entry of 'parts'", node) or ""
        return Wanted(name, (name,))
    fields = Fields(source, node, "a part")
    name, like = fields.text("is"), fields.texts("like", required=False)
    fields.finish()
    return Wanted(name, (name, *wording.phrases(source, like, seen)))


def _follow_up(fields: Fields) -> bool | None:
    said = fields.choice("follow_up", FOLLOW_UP, required=False)
    return None if said is None else said == FOLLOW_UP[0]
