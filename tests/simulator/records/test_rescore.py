"""A kept session is replayed over the present course; what was kept when it ended is never lost from sight."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from scoring.detection import Detection, Detections, Move
from simulator.course.errors import DesksideError
from simulator.course.load import load_course
from simulator.course.models import Course
from simulator.engine.conversation import Conversation
from simulator.engine.events import FormOpened, MirrorDone, TicketDone, TicketFilled
from simulator.engine.report import UNFINISHED as ENGINES_UNFINISHED
from simulator.engine.report import report
from simulator.records.interface import UNFINISHED
from simulator.records.kept import report_from_json
from simulator.records.rescore import Rescored, rescore
from simulator.records.store import Store

PACK = Path(__file__).parents[2] / "data" / "packs" / "desk"
WORDS = {"hello": "greet", "sorry": "apologize", "your fault": "blame", "restart": "restart_it"}
WELL = ("Hello, IT service desk.", "I am sorry.", "Please restart it.")


class ByWords:
    """A recognizer that knows four words."""

    version = "four-words"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        found = [
            Detection(behaviour, 1.0, at, at + len(word), reply[at : at + len(word)], word, "words")
            for word, behaviour in WORDS.items()
            if (at := reply.lower().find(word)) >= 0
        ]
        return Detections(tuple(sorted(found, key=lambda one: one.start)))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return shutil.copytree(PACK, tmp_path / "pack")


def play(store: Store, course: Course, *replies: str, finish: bool = True) -> str:
    """A conversation as `deskside play` keeps it; `finish=False` stops short of its report, as a power cut would."""
    talk = Conversation(course, course.scenarios["frozen"], ByWords(), 7)
    session = store.begin("frozen", f"{course.version}+four-words", 7, "practice")
    store.append(session, talk.open())
    for text in replies:
        store.append(session, talk.reply(text))
    if finish and talk.over:
        store.finish(session, report(talk).as_json())
    return session


def looked_at(store: Store, session: str, course: Course) -> Rescored:
    return rescore(store, store.session(session), course, ByWords())


def change(pack: Path, old: str, new: str) -> Course:
    """The course after a trainer's edit."""
    path = pack / "scenarios" / "frozen" / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load_course(pack)


def test_the_two_words_for_unfinished_are_one() -> None:
    assert ENGINES_UNFINISHED == UNFINISHED


def test_over_the_same_course_the_report_is_the_same(store: Store, pack: Path) -> None:
    course = load_course(pack)
    told = looked_at(store, play(store, course, *WELL), course)
    assert told.present == told.then == told.shown
    assert not told.changed
    assert "handled_well" == told.shown.outcome


def test_a_report_comes_back_from_json_as_it_was(pack: Path) -> None:
    course = load_course(pack)
    talk = Conversation(course, course.scenarios["frozen"], ByWords(), 7)
    talk.open()
    for text in ("Hello", "It is your fault, sorry"):
        talk.reply(text)
    whole = report(talk)
    assert whole == report_from_json(json.loads(json.dumps(whole.as_json())))


def test_a_report_of_another_format_is_refused() -> None:
    with pytest.raises(DesksideError, match="kept by another version of Deskside .its format is 99"):
        report_from_json({"format": 99})


def test_over_a_changed_course_it_is_scored_anew_and_the_kept_one_stays(store: Store, pack: Path) -> None:
    session = play(store, load_course(pack), *WELL)
    kept = store.report(session)
    told = looked_at(store, session, change(pack, "restart_it: {worth: 30", "ask_open: {worth: 30"))
    assert told.changed
    assert told.present is not None and told.then is not None
    assert told.shown.score < told.then.score
    assert kept == store.report(session)
    assert told.then.score == store.session(session).score


def test_a_course_in_which_the_replies_lead_elsewhere(store: Store, pack: Path) -> None:
    session = play(store, load_course(pack), *WELL)
    told = looked_at(store, session, change(pack, "- {when: restart_it, go: solved}", "- {when: thank, go: solved}"))
    assert UNFINISHED == told.shown.outcome
    assert "handled_well" == store.session(session).outcome


def test_without_its_scenario_the_kept_report_is_shown(store: Store, pack: Path) -> None:
    session = play(store, load_course(pack), *WELL)
    (pack / "scenarios" / "frozen").rename(pack / "scenarios" / "thawed")
    told = looked_at(store, session, load_course(pack))
    assert told.present is None
    assert told.changed
    assert store.report(session) == json.loads(json.dumps(told.shown.as_json()))


def test_without_scenario_and_report_there_is_nothing_to_show(store: Store, pack: Path) -> None:
    session = play(store, load_course(pack), *WELL[:1])
    (pack / "scenarios" / "frozen").rename(pack / "scenarios" / "thawed")
    with pytest.raises(DesksideError) as caught:
        looked_at(store, session, load_course(pack))
    assert (
        f'session {session} is of scenario "frozen", which the course in {pack} does not have, and it was not finished:'
        " name the course that it was played in with --course PATH"
    ) == str(caught.value)


def test_an_unfinished_session_is_reported_as_it_stands(store: Store, pack: Path) -> None:
    course = load_course(pack)
    session = play(store, course, *WELL[:2])
    told = looked_at(store, session, course)
    assert (None, UNFINISHED, 2, False) == (told.then, told.shown.outcome, len(told.shown.turns), told.changed)
    assert "" == store.session(session).ended


def test_a_report_that_a_power_cut_swallowed_is_kept_when_next_looked_at(store: Store, pack: Path) -> None:
    course = load_course(pack)
    session = play(store, course, *WELL, finish=False)
    told = looked_at(store, session, course)
    assert told.then == told.present
    row = store.session(session)
    assert ("handled_well", told.shown.score) == (row.outcome, row.score)


def test_but_not_while_the_trainee_is_asked_for_the_ticket(store: Store, pack: Path) -> None:
    course = load_course(pack)
    session = play(store, course, *WELL, finish=False)
    store.append(session, (FormOpened(3), TicketFilled(3, "parts", "none")))
    told = looked_at(store, session, course)
    assert (True, None, "handled_well") == (told.waiting, told.then, told.shown.outcome)
    assert [session] == [row.id for row in store.unfinished()]
    store.append(session, (TicketDone(3), MirrorDone(3, skipped=True)))
    told = looked_at(store, session, course)
    assert not told.waiting
    assert told.then is not None and told.then.ticket is not None
    row = store.session(session)
    assert (5, None, None, None) == (row.ticket_score, row.mirror_yes, row.mirror_measured, row.mirror_accuracy)


def test_but_not_over_a_course_that_has_changed_meanwhile(store: Store, pack: Path) -> None:
    session = play(store, load_course(pack), *WELL, finish=False)
    told = looked_at(store, session, change(pack, "title: The save", "title: That save"))
    assert told.changed
    assert "handled_well" == told.shown.outcome
    assert store.session(session).score is None


def test_a_session_in_which_nothing_happened(store: Store, pack: Path) -> None:
    session = store.begin("frozen", "c0ffee", 7, "practice")
    with pytest.raises(DesksideError, match=f"session {session} has no report: nothing was said in it"):
        looked_at(store, session, load_course(pack))


def test_a_report_kept_before_hints_were_counted_can_still_be_read(store: Store, pack: Path) -> None:
    course = load_course(pack)
    session = play(store, course, *WELL)
    kept = store.report(session)
    assert kept is not None
    now = report_from_json(kept)
    for name in ("reasons", "hints", "said_again"):
        del kept[name]
    then = report_from_json(kept)
    assert ((), 0, {}) == (then.hints, then.said_again, then.reasons)
    assert now.items == then.items


def test_hints_come_back_as_they_were(store: Store, pack: Path) -> None:
    course = load_course(pack)
    talk = Conversation(course, course.scenarios["frozen"], ByWords(), 7)
    talk.open()
    talk.hint()
    assert report(talk) == report_from_json(json.loads(json.dumps(report(talk).as_json())))
