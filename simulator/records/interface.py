"""What the rest of Deskside may ask of a place that keeps sessions, whichever database stands behind it.

`simulator.records.store.Store` is the one for a laptop (SQLite).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from simulator.engine.events import Event
from simulator.records.origins import WhatIf, read_what_if

UNFINISHED = "unfinished"
"""The outcome of a session, or of a report on one, whose conversation has not come to an end."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One kept session, as listings and exports see it.

    `started` and `ended` are ISO 8601 in UTC ("2026-11-22T14:05:06.120Z"); `ended` is "" and `score`, `passed` and
    `pass_mark` are None until it is finished, and `outcome` is then "unfinished". `turns` counts the trainee's replies
    that stand (those taken back do not); `minutes` is the time spent at it, breaks between sittings left out.
    `ticket_score` is 0..100; `mirror_yes` and `mirror_measured` are the yeses of the trainee's answers and of the
    measurement (0..7), `mirror_accuracy` is the share (0..1) of the measured questions on which the two agree; None where
    it is not scored.
    """

    id: str
    scenario: str
    course: str
    seed: int
    mode: str
    trainee: str
    cohort: str
    origin: str
    started: str
    ended: str
    outcome: str
    score: int | None
    passed: bool | None
    turns: int
    minutes: float = 0.0
    pass_mark: int | None = None
    ticket_score: int | None = None
    mirror_yes: int | None = None
    mirror_measured: int | None = None
    mirror_accuracy: float | None = None

    @property
    def what_if(self) -> WhatIf | None:
        """The session and the turn that it is a what-if of; None for any other session."""
        return read_what_if(self.origin)

    @property
    def attempt(self) -> bool:
        """Whether it counts among somebody's attempts and their best: it is finished, and no what-if."""
        return bool(self.ended) and self.what_if is None


class Records(Protocol):
    """A place that keeps sessions. Every method raises DesksideError (where, why, what to do) when it can not."""

    def begin(
        self,
        scenario: str,
        course: str,
        seed: int,
        mode: str,
        trainee: str = "",
        cohort: str = "",
        origin: str = "",
    ) -> str:
        """Keep a new session and return its id: short, sortable by time of beginning, easy to type."""

    def append(self, session: str, events: Iterable[Event]) -> None:
        """Commit `events` at once, all or none, after those that this object last wrote or read of the session.

        Refused when somebody else has continued the session meanwhile, and when it is finished.
        """

    def events(self, session: str) -> tuple[Event, ...]:
        """All events of the session with exactly this id, in order; `append` continues after the last of them."""

    def session(self, id_or_prefix: str) -> SessionRow:
        """The one session with this id, or whose id begins so."""

    def sessions(
        self,
        *,
        trainee: str | None = None,
        cohort: str | None = None,
        scenario: str | None = None,
    ) -> tuple[SessionRow, ...]:
        """The sessions in which anything happened, newest first; None does not narrow them."""

    def unfinished(
        self,
        *,
        trainee: str | None = None,
        cohort: str | None = None,
        scenario: str | None = None,
    ) -> tuple[SessionRow, ...]:
        """Those of `sessions` that can be resumed."""

    def finish(self, session: str, report_json: Mapping[str, Any]) -> None:
        """Keep the report on a session (`Report.as_json()`). One whose outcome is "unfinished" leaves it open."""

    def report(self, session: str) -> dict[str, Any] | None:
        """The report that counts: the latest on the finished session, else the latest at all, else None."""

    def close(self) -> None:
        """Let go of the database. Nothing is pending: whatever was appended is committed."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
