"""What people write into the small fields of a ticket - times, lengths of time, a date or none - read the way a
colleague would read it."""

from __future__ import annotations

import re

NOON = 12 * 60
DAY = 24 * 60
MOST_BARE_HOURS = 10
"""A number without a unit is hours below this, else minutes: nobody talks for thirty hours."""

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TENS = re.compile(r"\b(twenty|thirty|forty|fifty)[- ](one|two|three|four|five|six|seven|eight|nine)\b")
_WORD = re.compile(rf"\b({'|'.join(_NUMBERS)})\b")

_DATES = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})?(?!\d)")
_HALF_DAY = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
_CLOCK = re.compile(rf"(?<![\d:.])(?P<hours>\d{{1,2}})\s?[:.h]\s?(?P<minutes>\d{{2}})(?!\d){_HALF_DAY}?")
_WHOLE = re.compile(rf"(?<![\d:.])(?P<hours>\d{{1,2}})(?:{_HALF_DAY}|\s*o'?clock\b)")
_DIGITS = re.compile(rf"(?<![\d:.])(?P<hours>\d{{1,2}})(?P<minutes>\d{{2}})(?![\d:]){_HALF_DAY}?")
_SPOKEN = re.compile(
    rf"\b(?P<minutes>half|a quarter|quarter|\d{{1,2}})(?: minutes?)? (?P<way>past|to) (?P<hours>\d{{1,2}})\b{_HALF_DAY}?"
)
_PAIR = re.compile(r"^(\d{1,2}) (\d{2})(?= ?[ap]\.?m\b|$)")
_NAMED = re.compile(r"\b(?:noon|midday|midnight)\b")
_AFTERNOON = re.compile(r"\b(?:afternoon|evening)\b")
_MORNING = re.compile(r"\bmorning\b")

_ABOUT = re.compile(r"^(?:about|around|approx\.?|approximately|circa|ca\.?|nearly|almost|just|only|some|~)\s*")
_AMOUNT = r"(\d+(?:\.\d+)?|\.\d+)"
_LENGTH = re.compile(
    rf"(?:{_AMOUNT} ?(?:h|hr|hrs|hour|hours))?(?: ?(?:and|,)? ?{_AMOUNT} ?(?:m|min|mins|minute|minutes)?\.?)?"
)
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?::00)?(?: ?(?:h|hrs?|hours?))?")
_BARE = re.compile(_AMOUNT)
_FRACTIONS = (
    (re.compile(r"\bthree[- ]quarters? of an hour\b|\b3/4 (?:of an )?h(?:our)?\b"), "45 min"),
    (re.compile(r"\b(?:an|1) hour and a half\b|\b1 and a half hours?\b|\b1 1/2 ?h(?:ours?)?\b"), "90 min"),
    (re.compile(r"\b(\d+) and a half hours?\b"), r"\1.5 h"),
    (re.compile(r"\bhalf (?:an |a |1 )?hour\b|\b1/2 ?(?:an )?h(?:our)?\b"), "30 min"),
    (re.compile(r"\b(?:a )?quarter (?:of )?an hour\b|\b1/4 ?h(?:our)?\b"), "15 min"),
    (re.compile(r"\ban? hour\b"), "1 h"),
    (re.compile(r"\ba minute\b"), "1 min"),
)

_NONE = re.compile(
    r"none\b.*|(?:no|nothing|nil|n/?a|not? (?:any|parts?|date|follow[- ]?ups?|one)|not (?:needed|necessary|required|applicable|planned)|"
    r"0|zero|-+|–|—|/)(?: (?:parts?|needed|necessary|required|at all|replaced|used|planned|agreed|follow[- ]?ups?|were|was|is|so far))*"
)
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_WHEN = re.compile(
    r"\b\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])\b"
    r"|\b(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])(?:[./](?:\d{4}|\d{2})?)?(?!\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?(?:{_MONTHS})\b|\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|\b(?:today|tonight|tomorrow|tmrw|tmr)\b|\b(?:next|following|coming|this) (?:day|week|month|morning|afternoon|evening)\b"
    r"|\bday after\b|\b(?:in|within|after) (?:a|an|one|\d+|the next) (?:few |couple of )?(?:\d+ )?(?:hours?|days?|weeks?|months?|working days?)\b"
    r"|\b(?:later )?this (?:morning|afternoon|evening|week)\b|\ba (?:day|week|month) (?:later|from now)\b|\bend of (?:the )?(?:day|week|month)\b"
)

NONE, DATE = "none", "date"


def times(text: str) -> tuple[int, ...]:
    """The time of day that a text names, in minutes since midnight; () when it names none. "4:40" may be before noon or
    after it: then both, the earlier first."""
    plain = _PAIR.sub(r"\1:\2", _DATES.sub(" ", _digits(text)))
    if named := _NAMED.search(plain):
        return (0 if named[0] == "midnight" else NOON,)
    for pattern in (_SPOKEN, _CLOCK, _WHOLE, _DIGITS):
        for match in pattern.finditer(plain):
            minutes = _minutes(match)
            if minutes is not None:
                return _halves(match, minutes, plain)
    return ()


def minutes(text: str) -> int | None:
    """A length of time in minutes ("0.5", "30 min", "half an hour", "0:30", "1 h 15"), rounded; None when it is none."""
    plain = _digits(text, fractions=True).replace("½", ".5").replace("¼", ".25").replace("¾", ".75")
    plain = re.sub(r"(\d) (\.\d)", r"\1\2", re.sub(r"(?<=\d),(?=\d)", ".", plain))
    while (shorter := _ABOUT.sub("", plain)) != plain:
        plain = shorter
    plain = plain.rstrip(" .")
    if match := _COLON.fullmatch(plain):
        return int(match[1]) * 60 + int(match[2])
    if _BARE.fullmatch(plain):
        amount = float(plain)
        return round(amount * 60 if amount < MOST_BARE_HOURS else amount)
    if (match := _LENGTH.fullmatch(plain)) and plain:
        return round(float(match[1] or 0) * 60 + float(match[2] or 0))
    return None


def is_none(text: str) -> bool:
    """Whether a text says that there is none ("none", "n/a", "-", "no parts needed")."""
    return _NONE.fullmatch(" ".join(text.lower().strip(" .!").split())) is not None


def follow_up(text: str) -> str | None:
    """NONE, DATE (a day, or a time from which one can tell it), or None when the text says neither."""
    if is_none(text):
        return NONE
    plain = " ".join(text.lower().split())
    return DATE if _WHEN.search(plain) or _WHEN.search(_digits(text)) or times(text) else None


def _digits(text: str, fractions: bool = False) -> str:
    """Lower case, single blanks, numbers in digits."""
    plain = " ".join(text.lower().replace("’", "'").split())
    if fractions:
        plain = _fractions(plain)
    plain = _TENS.sub(lambda match: str(_NUMBERS[match[1]] + _NUMBERS[match[2]]), plain)
    plain = _WORD.sub(lambda match: str(_NUMBERS[match[1]]), plain)
    return _fractions(plain) if fractions else plain


def _fractions(plain: str) -> str:
    for pattern, meant in _FRACTIONS:
        plain = pattern.sub(meant, plain)
    return plain


def _minutes(match: re.Match[str]) -> int | None:
    """What a match says in minutes, as if before noon where it does not say; None when no clock shows it."""
    given = match.groupdict()
    hours, minutes = int(given["hours"]), given.get("minutes") or "0"
    part = 30 if minutes == "half" else 15 if minutes.endswith("quarter") else int(minutes)
    if hours > 23 or part > 59 or (given.get("half") and not 1 <= hours <= 12):
        return None
    if given.get("way") == "to":
        return (hours * 60 - part) % DAY
    return hours * 60 + part


def _halves(match: re.Match[str], minutes: int, plain: str) -> tuple[int, ...]:
    """Before noon, after it, or - where the text leaves it open - both."""
    half = match.groupdict().get("half")
    if half is None and minutes < 13 * 60:
        half = "p" if _AFTERNOON.search(plain) else "a" if _MORNING.search(plain) else None
    if half == "a":
        return (minutes % NOON if minutes < 13 * 60 else minutes,)
    if half == "p":
        return (minutes % NOON + NOON if minutes < 13 * 60 else minutes,)
    open_ = minutes < 13 * 60 and not match["hours"].startswith("0")
    return (minutes % NOON, minutes % NOON + NOON) if open_ else (minutes,)
