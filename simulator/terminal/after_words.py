"""Every word that asks for the ticket and the mirror."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simulator.course.after import MIRROR_QUESTIONS


class Asked(NamedTuple):
    """A field as it is asked for: its label, the question, and what an answer may look like."""

    label: str
    question: str
    example: str


TICKET: Mapping[str, Asked] = {
    "problem": Asked("Problem", "What was the problem?", "for a colleague who was not there"),
    "work_started": Asked("Work started", "When did the work start?", "as in 16:40 or 4.40 pm"),
    "solution": Asked("Solution", "What was done, and how did it end?", "what helped, or what is still open"),
    "work_ended": Asked("Work ended", "When did the work end?", "as in 16:40 or 4.40 pm"),
    "hours": Asked("Hours worked", "How long did the work take?", "as in 0.5, 0:30, 30 min or half an hour"),
    "parts": Asked("Parts replaced", "Which parts were replaced?", "or none"),
    "follow_up": Asked("Follow-up", "When will you follow up?", "a day, or none"),
}
TICKET_TITLE = "The ticket"
NOTES_TITLE = "Your notes"
NO_NOTES = "none taken"
MIRROR_TITLE = "The mirror"

TICKET_PLAIN = (
    "The ticket: seven questions, a line each. Enter alone leaves a field empty. Ctrl-D skips the ticket: it is then not scored. "
    "Ctrl-C leaves it for later."
)
MIRROR_PLAIN = (
    "The mirror: seven questions about this conversation, before you see your score. Answer y or n. Ctrl-D skips them: they are then "
    "not scored. Ctrl-C leaves them for later."
)
TICKET_SKIPPED = "Skipped: the ticket is not scored."
TICKET_KEPT = "The ticket is handed in."
MIRROR_SKIPPED = "Skipped: the mirror is not scored."
MIRROR_KEPT = "The mirror is answered."
Y_OR_N = "Please answer y or n."
MIRROR_INTRO = "Seven questions about this conversation, before you see your score."
MIRROR_FULL = "All seven are answered. Enter: see the report"
NOT_USED = "the conversation was not finished: ticket and mirror are not scored"
NOT_OF_A_WHAT_IF = "a what-if has neither ticket nor mirror: what --after names was not used"

KEYS_TICKET = (
    ("Enter", "next"),
    ("Shift-Tab", "back"),
    ("Ctrl-D", "skip the ticket (not scored)"),
    ("Ctrl-C", "later"),
)
KEYS_TICKET_LAST = (("Enter", "hand in"), *KEYS_TICKET[1:])
KEYS_MIRROR = (("y, n", "answer"), ("Up", "back"), ("Ctrl-D", "skip the mirror (not scored)"), ("Ctrl-C", "later"))


def numbered(question: str, text: str) -> str:
    """A question of the mirror with its place: "1 of 7. Did you …?"."""
    return f"{MIRROR_QUESTIONS.index(question) + 1} of {len(MIRROR_QUESTIONS)}. {text}"


def unreadable(field: str, text: str) -> str:
    """What to say to an answer that can not be read, "" when it can (or is empty). Given again, it stays as it is."""
    if not text:
        return ""
    from simulator.course import readings

    if field in ("work_started", "work_ended") and not readings.times(text):
        return "That can not be read as a time. Write it as in 16:40, or press Enter again to leave it so."
    if field == "hours" and readings.minutes(text) is None:
        return "That can not be read as a length of time. Write it as in 30 min, or press Enter again to leave it so."
    if field == "follow_up" and readings.follow_up(text) is None:
        return "That can not be read as a day. Write it as in tomorrow or 24 November, or none, or press Enter again to leave it so."
    return ""


def still_open(session: str) -> str:
    return f"Interrupted. Your answers are kept; to go on with them: deskside resume {session}"
