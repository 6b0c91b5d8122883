"""Written conversations played through the real engine, and what came out otherwise than their author expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scoring.detection import Recognizer
from simulator.course.diagnostic import printable
from simulator.course.models import Course, Scenario
from simulator.course.pack import WALKTHROUGHS
from simulator.course.walkthrough import Walkthrough, WalkTurn
from simulator.engine.conversation import Conversation
from simulator.engine.events import Event, EventHappened, PromiseBroken, PromiseKept, PromiseMade
from simulator.engine.report import Report, report


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as written. `line`: that of the turn or walkthrough in the file; `turn` 0: the whole."""

    line: int
    turn: int
    message: str


@dataclass(frozen=True, slots=True)
class Walked:
    """One walkthrough, played: `score` and `outcome` ("unfinished" when it did not end) are what came out."""

    scenario: str
    name: str
    path: Path
    line: int
    score: int
    outcome: str
    differences: tuple[Difference, ...]

    @property
    def held(self) -> bool:
        """Whether everything was as written."""
        return not self.differences

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "path": printable(self.path), "held": self.held}


def walk(course: Course, scenario: Scenario, walkthrough: Walkthrough, recognizer: Recognizer) -> Walked:
    """Play one written conversation to its end, whatever differs on the way."""
    conversation = Conversation(course, scenario, recognizer, walkthrough.seed)
    conversation.open()
    path = scenario.folder / WALKTHROUGHS
    lines = turn_lines(path).get(walkthrough.line) or (walkthrough.line,) * len(walkthrough.turns)
    differences: list[Difference] = []
    for number, (turn, line) in enumerate(zip(walkthrough.turns, lines, strict=True), start=1):
        if conversation.over:
            over = (
                f"the conversation ended at {conversation.state.id} in turn {number - 1}; from here on nothing was said"
            )
            differences.append(Difference(line, number, over))
            break
        events = conversation.reply(turn.say)
        messages = (*_turn(conversation, turn), *_happened(events, turn))
        differences.extend(Difference(line, number, message) for message in messages)
    result = report(conversation)
    differences.extend(Difference(walkthrough.line, 0, message) for message in _whole(result, walkthrough))
    return Walked(
        scenario.id, walkthrough.name, path, walkthrough.line, result.score, result.outcome, tuple(differences)
    )


def turn_lines(path: Path) -> Mapping[int, tuple[int, ...]]:
    """The line of each turn, by the line on which its walkthrough's name stands. Empty for a file that can not be read:
    what is wrong with it has been said when it was loaded."""
    import yaml

    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
    found = {}
    for entry in getattr(root, "value", ()):
        if isinstance(entry, yaml.MappingNode):
            fields = {key.value: value for key, value in entry.value if isinstance(key, yaml.ScalarNode)}
            if "name" in fields and isinstance(fields.get("turns"), yaml.SequenceNode):
                lines = tuple(turn.start_mark.line + 1 for turn in fields["turns"].value)
                found[fields["name"].start_mark.line + 1] = lines
    return found


def _turn(conversation: Conversation, turn: WalkTurn) -> Iterator[str]:
    last = conversation.turns[-1]
    shown = {name: quote for name, quote, *_ in reversed(last.shown)}
    if turn.state is not None and turn.state != conversation.state.id:
        yield f"the state is {conversation.state.id}, not {turn.state}"
    for name in turn.shows:
        if name not in shown:
            yield f"does not show {name}; it shows {', '.join(sorted(shown)) or 'nothing'}"
    for name in turn.not_:
        if name in shown:
            yield f"shows {name} with “{shown[name]}”"


def _happened(events: Sequence[Event], turn: WalkTurn) -> Iterator[str]:
    """What was to happen in this turn, or to come of a promise, and did not."""
    came = [event.event for event in events if isinstance(event, EventHappened)]
    for name in turn.happens:
        if name not in came:
            yield f"{name} does not happen; {came[0] if came else 'nothing'} does"
    for kind, names, verb in (
        (PromiseMade, turn.makes, "make"),
        (PromiseKept, turn.keeps, "keep"),
        (PromiseBroken, turn.breaks, "break"),
    ):
        found = {event.promise for event in events if isinstance(event, kind)}
        for name in names:
            if name not in found:
                yield f"does not {verb} the promise {name}"


def _whole(result: Report, walkthrough: Walkthrough) -> Iterator[str]:
    expected = walkthrough.expect
    low, high = expected.score
    if expected.outcome is not None and expected.outcome != result.outcome:
        yield f"the outcome is {result.outcome}, not {expected.outcome}"
    if not low <= result.score <= high:
        yield f"the score is {result.score}, not {low} to {high}{_lost(result)}"
    if expected.passed is not None and expected.passed != result.passed:
        yield f"it {'passed' if result.passed else 'did not pass'} (the pass mark is {result.pass_mark})"


def _lost(result: Report) -> str:
    """What the points went on, so that an author need not search."""
    lost = [
        f"{item.behaviour} {item.status}"
        for item in result.items
        if item.status in ("late", "stuffed", "missed", "charged", "fatal")
    ]
    return f" ({', '.join(lost)})" if lost else ""
