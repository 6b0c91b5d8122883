"""Promises, events, leaps of time and mails, as every rendering tells of them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from rich.console import Console

from scoring.detection import Detection, Detections, Move
from simulator.course.load import load_course
from simulator.engine.conversation import Conversation
from simulator.engine.report import Report, report
from simulator.records.kept import report_from_json
from simulator.terminal import report_html, report_markdown, report_plain, report_rich
from simulator.terminal.sitting import dumped

OFFICE = load_course(Path(__file__).parents[3] / "data" / "packs" / "office")
WORDS = {"promise": "promise_update", "news": "gives_news", "later": "defer_interruption", "sorry": "apologize"}
WORDS |= {"why": "ask_open"}
PROMISED, KEPT = "I promise to ring you in ten minutes", "Here is the news <b>of</b> your *part*"


class ByWords:
    """A recognizer that knows five words; a reply shows each with all that it says."""

    version = "five-words"

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        found = [name for word, name in WORDS.items() if word in reply.lower()]
        return Detections(tuple(Detection(name, 1.0, 0, len(reply), reply, "", "words") for name in found))


def played(*replies: str, scenario: str = "late_part") -> Report:
    conversation = Conversation(OFFICE, OFFICE.scenarios[scenario], ByWords(), 1)
    conversation.open()
    for reply in replies:
        conversation.reply(reply)
    return report(conversation)


def rich(told: Report) -> str:
    screen = Console(file=io.StringIO(), width=200)
    report_rich.render(told, screen)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def html(told: Report) -> str:
    page = report_html.render(told)
    text = re.sub(r"<[^>]+>", "", page[page.index("<main>") :])
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"')


def markdown(told: Report) -> str:
    return report_markdown.render(told).replace("\\", "")


RENDERINGS = [report_plain.render, rich, markdown, html]


def squeezed(text: str) -> str:
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize("render", RENDERINGS)
def test_a_kept_promise_is_told_with_both_words(render: Callable[[Report], str]) -> None:
    text = squeezed(render(played("Hm.", f"later. {PROMISED}", KEPT)))
    assert "To ring her with news of the part" in text
    assert f"“later. {PROMISED}”" in text
    assert "Turn 2, you promised" in text
    assert "Turn 3, you kept it" in text
    assert f"“{squeezed(KEPT)}”" in text
    assert "kept" in text


@pytest.mark.parametrize("render", RENDERINGS)
def test_a_broken_promise_is_told_once_with_what_it_cost(render: Callable[[Report], str]) -> None:
    told = played(PROMISED, "Well.")
    text = squeezed(render(told))
    assert ["break a promise: to ring her with news of the part"] == [
        told.names[item.behaviour] for item in told.items if item.status == "charged"
    ]
    assert 1 == text.count("To ring her with news of the part")
    assert "break a promise" not in text.replace("not to break a promise", "")
    assert "Its time was over with turn 2" in text
    assert "-12" in text


@pytest.mark.parametrize("render", RENDERINGS)
def test_a_promise_that_was_not_due_is_told(render: Callable[[Report], str]) -> None:
    assert "not put to the test" in squeezed(render(played(PROMISED)))


@pytest.mark.parametrize("render", RENDERINGS)
def test_what_happened_and_the_time_that_passed_stand_where_they_came(render: Callable[[Report], str]) -> None:
    text = squeezed(render(played("sorry", f"later. {PROMISED}")))
    told = text[text.rindex("The conversation " if "The conversation " in text else "Transcript") :]
    order = [
        told.index("sorry"),
        told.index("(Your own phone begins to ring on your belt.)"),
        told.index(PROMISED),
        told.index("(8 minutes later)"),
        told.index("Kim"),
    ]
    assert sorted(order) == order


@pytest.mark.parametrize("render", RENDERINGS)
@pytest.mark.parametrize(
    ("replies", "told"),
    [
        ((PROMISED,), "ue after “phone rings”, which did not happen"),
        (("sorry", "Hm."), "ue after “phone rings”, from turn 2"),
    ],
)
def test_what_is_due_at_an_event_says_so(render: Callable[[Report], str], replies: tuple[str, ...], told: str) -> None:
    assert told in squeezed(render(played(*replies)))


def test_the_worst_that_was_done_may_be_a_broken_promise() -> None:
    told = played("sorry", f"later. {PROMISED}", "news", "close")
    assert told.practise_next is None
    broken = played(f"sorry. {PROMISED}", "Well.")
    assert broken.practise_next is not None
    assert "gives_news" == broken.practise_next.behaviour


def test_mails_keep_their_lines() -> None:
    told = played("Dear Ms Castell,\n\nwhy?\nRobin", scenario="one_line")
    plain = report_plain.render(told)
    assert "You, turn 1: Dear Ms Castell,\n  why?\n  Robin\n" in plain
    assert "Dear Ms Castell,\\\nwhy?\\\nRobin\n" in report_markdown.render(told)
    assert "Dear Ms Castell,\n\nwhy?\nRobin" in html(told)


def test_json_has_it_all_and_is_read_back() -> None:
    told = played("sorry", f"later. {PROMISED}", KEPT)
    kept = json.loads(dumped(told))
    assert ["14:01", "14:10", "14:11"] == [turn["time"] for turn in kept["turns"]]
    assert [0, 8, 0] == [turn["later"] for turn in kept["turns"]]
    assert ("update", "kept", 2, 3) == tuple(
        kept["promises"][0][name] for name in ("promise", "status", "turn", "settled")
    )
    assert [("phone_rings", 1), ("kim_asks", 2), ("bell", None)] == [
        (one["event"], one["turn"]) for one in kept["events"]
    ]
    assert told == report_from_json(json.loads(json.dumps(told.as_json())))


def test_a_report_kept_before_there_were_any_is_read() -> None:
    told = played("sorry")
    kept = json.loads(json.dumps(told.as_json()))
    for name in ("promises", "events"):
        del kept[name]
    for turn in kept["turns"]:
        for name in ("later", "person_at_once", "happened"):
            del turn[name]
    again = report_from_json(kept)
    assert ((), ()) == (again.promises, again.events)
    assert (0, "", "") == (again.turns[0].later, again.turns[0].person_at_once, again.turns[0].happened)
