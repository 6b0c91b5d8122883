"""What a trainee says of a conversation once it is over - the ticket and the mirror - written into a file of YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.course import values
from simulator.course.errors import DesksideError
from simulator.course.fields import Fields
from simulator.course.nodes import List, Node, Scalar
from simulator.course.source import Source

if TYPE_CHECKING:
    from simulator.course.diagnostic import Diagnostic

TICKET_FIELDS = ("problem", "work_started", "solution", "work_ended", "hours", "parts", "follow_up")
MIRROR_QUESTIONS = (
    "in_their_shoes",
    "own_problem",
    "willing_to_help",
    "positive_outlook",
    "courteous",
    "treat_everyone_so",
    "confident",
)


@dataclass(frozen=True, slots=True)
class After:
    """`ticket`: field -> what was written, fields left out being empty; `mirror`: question -> yes or no, all seven. None:
    not given, and so not scored."""

    ticket: Mapping[str, str] | None = None
    mirror: Mapping[str, bool] | None = None


class AfterError(DesksideError):
    """A file that can not be used as it stands, with everything that is wrong with it."""

    whose = "the file given with --after"

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n\n".join(one.render() for one in self.diagnostics))


def load_after(path: Path) -> tuple[After, tuple[Diagnostic, ...]]:
    """The file's ticket and mirror, and its warnings. Raises AfterError with everything that is wrong with it."""
    from simulator.course.load import in_order, read_file

    source, node = read_file(path)
    after = After() if node is None else read_after(source, node)
    if source.errors:
        raise AfterError(in_order([source]))
    return after, tuple(in_order([source]))


def read_after(source: Source, node: Node) -> After:
    """Read the file's tree; whatever is not as it should be is complained of."""
    fields = Fields(source, node, "what comes after a conversation")
    ticket, mirror = fields.get("ticket", required=False), fields.get("mirror", required=False)
    fields.finish()
    return After(
        None if ticket is None else _ticket(Fields(source, ticket, "the ticket", fields.place("ticket"))),
        None if mirror is None else _mirror(fields, mirror),
    )


def _ticket(fields: Fields) -> dict[str, str]:
    from simulator.course import readings

    read = {name: _parts(fields) if name == "parts" else _text(fields, name) for name in TICKET_FIELDS}
    fields.finish()
    for name in ("work_started", "work_ended"):
        if read[name] and not readings.times(read[name]):
            _complain(fields, name, "DS212", read[name])
    if read["hours"] and readings.minutes(read["hours"]) is None:
        _complain(fields, "hours", "DS901", read["hours"])
    if read["follow_up"] and readings.follow_up(read["follow_up"]) is None:
        _complain(fields, "follow_up", "DS902", read["follow_up"])
    return read


def _text(fields: Fields, name: str) -> str:
    """A field's text; quotes with nothing in them leave it empty."""
    node = fields.get(name, required=False)
    if isinstance(node, Scalar) and node.style and not node.text.strip():
        return ""
    return fields.text(name, required=False)


def _parts(fields: Fields) -> str:
    if isinstance(fields.get("parts", required=False), List):
        return ", ".join(one.text.strip() for one in fields.texts("parts"))
    return _text(fields, "parts")


def _complain(fields: Fields, name: str, code: str, text: str) -> None:
    node = fields.get(name)
    assert node is not None
    fields.source.complain(code, node, label=f"'{name}'", text=" ".join(text.split())[:60])


def _mirror(fields: Fields, node: Node) -> dict[str, bool]:
    source = fields.source
    if not isinstance(node, List):
        mirror = Fields(source, node, "the mirror", fields.place("mirror"))
        answers = {name: bool(mirror.yes_no(name)) for name in MIRROR_QUESTIONS}
        missing = [name for name in MIRROR_QUESTIONS if not mirror.has(name)]
        if missing and mirror.whole:
            source.complain(
                "DS903",
                fields.place("mirror"),
                count=len(MIRROR_QUESTIONS) - len(missing),
                which=f"add {', '.join(missing)}",
            )
        mirror.finish()
        return answers
    if len(node.items) != len(MIRROR_QUESTIONS):
        which = f"in this order: {', '.join(MIRROR_QUESTIONS)}"
        source.complain("DS903", fields.place("mirror"), count=len(node.items), which=which)
    given = (values.yes_no(source, item, "an answer of 'mirror'", item) for item in node.items)
    return {name: bool(answer) for name, answer in zip(MIRROR_QUESTIONS, given, strict=False)}
