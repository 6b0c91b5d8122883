"""Single values out of a file's tree: text as it was written, and numbers, times and yes/no where those are meant.

Each reader takes the source, the node, what to call it and where its key stands, and returns None after a complaint."""

from __future__ import annotations

import re
from collections.abc import Collection

from simulator.course.nodes import Broken, List, Map, Node, Place, Scalar
from simulator.course.source import Source

WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
DURATION = re.compile(r"([0-9]{1,5}) ?(m|min|minutes?|h|hours?)")
TURNS = re.compile(r"([0-9]{1,5})(?: turns?)?")
BOUND = re.compile(r"(at least|below) ([+-]?[0-9]{1,5})")
BAND = re.compile(r"([0-9]{1,5})(?: to | ?[-\u2013] ?)([0-9]{1,5})")
HIDDEN = re.compile(r"\s+#\S")
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,59}")

YES, NO = ("yes", "true"), ("no", "false")
DAY = 24 * 60


def text(source: Source, node: Node, label: str, at: Place) -> str | None:
    """Text, without the blanks around it."""
    given = scalar(source, node, label, at)
    if given is None:
        return None
    _say_cut(source, given)
    return given.text.strip()


def texts(source: Source, node: Node, label: str, at: Place) -> list[Scalar]:
    """The entries of a list of texts, those that can be read; one text alone counts as a list of one."""
    found = _texts(source, node, label, at)
    for one in found:
        _say_cut(source, one)
    return found


def names(source: Source, node: Node, label: str, at: Place) -> list[Scalar]:
    """Names: one, several with commas between them, or a list. Each knows its own place."""
    return [name for one in _texts(source, node, label, at) for name in _split(one)]


def pairs(source: Source, node: Node, label: str, at: Place) -> list[tuple[Scalar, Node]] | None:
    """Keys and values of a map that has some."""
    if isinstance(node, Map) and node.pairs:
        return node.pairs
    if isinstance(node, Map):
        source.complain("DS207", node, label=label)
    elif isinstance(node, Scalar) and not node.text and not node.style:
        source.complain("DS207", at, label=label)
    elif not isinstance(node, Broken):
        source.complain("DS203", node, label=label, found=_describe(node))
    return None


def items(source: Source, node: Node, label: str, at: Place) -> list[Node] | None:
    """The entries of a list that has some."""
    if isinstance(node, List) and node.items:
        return node.items
    if isinstance(node, List):
        source.complain("DS207", node, label=label)
    elif isinstance(node, Scalar) and not node.text and not node.style:
        source.complain("DS207", at, label=label)
    elif not isinstance(node, Broken):
        source.complain("DS204", node, label=label, found=_describe(node))
    return None


def number(source: Source, node: Node, label: str, low: int, high: int, at: Place) -> int | None:
    """A whole number from `low` to `high`."""
    given = scalar(source, node, label, at)
    if given is None:
        return None
    if not WHOLE.fullmatch(given.text.strip()):
        source.complain("DS208", given, label=label, text=_short(given), low=low, high=high)
        return None
    return within(source, given, label, int(given.text), low, high)


def within(source: Source, at: Place, label: str, value: int, low: int, high: int) -> int | None:
    """`value` when it is from `low` to `high`."""
    if low <= value <= high:
        return value
    source.complain("DS209", at, label=label, value=value, low=low, high=high)
    return None


def yes_no(source: Source, node: Node, label: str, at: Place) -> bool | None:
    given = scalar(source, node, label, at)
    if given is None:
        return None
    word = given.text.strip().lower()
    if word in YES or word in NO:
        return word in YES
    source.complain("DS210", given, label=label, text=_short(given))
    return None


def choice(source: Source, node: Node, label: str, options: Collection[str], at: Place) -> str | None:
    """One of `options`."""
    given = scalar(source, node, label, at)
    if given is None:
        return None
    if given.text.strip() in options:
        return given.text.strip()
    from simulator.course.suggest import hint

    source.complain("DS211", given, label=label, text=_short(given), hint=hint(given.text, options))
    return None


def time(source: Source, node: Node, label: str, at: Place) -> int | None:
    """A time of day ("16:40") in minutes since midnight."""
    found = _match(source, node, label, at, TIME, "DS212")
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2])
    if hours < 24 and minutes < 60:
        return hours * 60 + minutes
    source.complain("DS212", node, label=label, text=found.string)
    return None


def clock_time(minutes: int) -> str:
    """Minutes since midnight as people read them."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def duration(source: Source, node: Node, label: str, at: Place) -> int | None:
    """A length of time ("1m", "2 hours") in minutes, up to a day."""
    found = _match(source, node, label, at, DURATION, "DS213")
    if found is None:
        return None
    return within(source, node, label, int(found[1]) * (60 if found[2].startswith("h") else 1), 1, DAY)


def turns(source: Source, node: Node, label: str, at: Place) -> int | None:
    """A number of replies ("2 turns")."""
    found = _match(source, node, label, at, TURNS, "DS214")
    return within(source, node, label, int(found[1]), 1, 99) if found else None


def turns_or_time(source: Source, node: Node, label: str, at: Place) -> tuple[int | None, int | None] | None:
    """A number of replies ("3 turns") or a length of time ("15m"): (turns, minutes), one of them None."""
    given = scalar(source, node, label, at)
    if given is None:
        return None
    words = " ".join(given.text.split())
    if TURNS.fullmatch(words):
        count = turns(source, node, label, at)
        return None if count is None else (count, None)
    if DURATION.fullmatch(words):
        minutes = duration(source, node, label, at)
        return None if minutes is None else (None, minutes)
    source.complain("DS218", given, label=label, text=_short(given))
    return None


def bound(source: Source, node: Node, label: str, at: Place) -> tuple[int | None, int | None] | None:
    """A bound on a mood: (at least, below), one of them None."""
    found = _match(source, node, label, at, BOUND, "DS215")
    if found is None:
        return None
    points = within(source, node, label, int(found[2]), 1, 100)
    return None if points is None else (points, None) if found[1] == "at least" else (None, points)


def band(source: Source, node: Node, label: str, at: Place) -> tuple[int, int] | None:
    """A band of scores ("85 to 100")."""
    found = _match(source, node, label, at, BAND, "DS216")
    if found is None:
        return None
    low, high = int(found[1]), int(found[2])
    if low > high:
        source.complain("DS216", node, label=label, text=found.string)
        return None
    return (low, high) if within(source, node, label, high, 0, 100) is not None else None


def identifier(source: Source, key: Scalar, what: str) -> bool:
    """Whether a key can serve as a name; complained of when not."""
    if IDENTIFIER.fullmatch(key.text) or key.line in source.muted:
        return True
    source.complain("DS007", key, name=_short(key), what=what, meant=as_identifier(key.text))
    return False


def as_identifier(name: str) -> str:
    """The nearest thing to `name` that can serve as one."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return (plain if plain[:1].isalpha() else f"a_{plain}".rstrip("_"))[:60]


def scalar(source: Source, node: Node, label: str, at: Place) -> Scalar | None:
    """Text that has something in it."""
    if isinstance(node, Scalar):
        if not node.text.strip():
            source.complain("DS207", node if node.style else at, label=label)
            return None
        return node
    if isinstance(node, Map) and not node.flow and node.pairs and not node.pairs[0][0].style:
        source.complain("DS206", node, label=label, key=node.pairs[0][0].text)
    elif not isinstance(node, Broken):
        source.complain("DS205", node, label=label, found=_describe(node))
    return None


def _texts(source: Source, node: Node, label: str, at: Place) -> list[Scalar]:
    if isinstance(node, Scalar):
        only = scalar(source, node, label, at)
        return [only] if only else []
    entries = items(source, node, label, at) or ()
    found = (scalar(source, entry, f"an entry of {label}", entry) for entry in entries)
    return [one for one in found if one]


def _say_cut(source: Source, scalar: Scalar) -> None:
    """ "My number is #12": YAML takes the sign with what follows for a remark."""
    if scalar.style or scalar.end_line > len(source.lines):
        return
    line = source.lines[scalar.end_line - 1]
    end = scalar.end_column - 1 + source.shifts.get(scalar.end_line, 0)
    found = HIDDEN.match(line, end)
    if found:
        source.complain("DS217", Place(scalar.end_line, found.end() - 1, 0), lost=line[found.end() - 2 :].strip())


def _split(scalar: Scalar) -> list[Scalar]:
    if "," not in scalar.text:
        return [_named(scalar, scalar.text, 0)]
    found, offset = [], 0
    for part in scalar.text.split(","):
        if part.strip():
            found.append(_named(scalar, part, offset))
        offset += len(part) + 1
    return found


def _named(scalar: Scalar, part: str, offset: int) -> Scalar:
    name = part.strip()
    if name == scalar.text or scalar.style in ("|", ">") or scalar.end_line != scalar.line:
        return Scalar(scalar.line, scalar.column, scalar.width, name, scalar.style)
    ahead = offset + len(part) - len(part.lstrip()) + len(scalar.style)
    return Scalar(scalar.line, scalar.column + ahead, len(name), name, scalar.style)


def _match(
    source: Source, node: Node, label: str, at: Place, pattern: re.Pattern[str], code: str
) -> re.Match[str] | None:
    given = scalar(source, node, label, at)
    if given is None:
        return None
    found = pattern.fullmatch(" ".join(given.text.split()))
    if found is None:
        source.complain(code, given, label=label, text=_short(given))
    return found


def _short(scalar: Scalar) -> str:
    """Text as a message quotes it."""
    words = " ".join(scalar.text.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _describe(node: Node) -> str:
    if isinstance(node, Map):
        return "keys and values"
    if isinstance(node, List):
        return "a list"
    return f"the text '{_short(node)}'" if isinstance(node, Scalar) else "something unreadable"
