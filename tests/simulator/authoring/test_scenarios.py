"""What a scenario is about, for choosing one."""

from __future__ import annotations

from pathlib import Path

from simulator.authoring.new_course import new_course
from simulator.authoring.scenarios import Listed, ListedEvent, ListedPromise, listed
from simulator.course.load import load_course
from simulator.course.path import Needs

OFFICE = Path(__file__).parents[2] / "data" / "packs" / "office"


def test_a_scenario_is_told_with_what_it_practises(tmp_path: Path) -> None:
    course = load_course(new_course("frontline", tmp_path))
    assert (
        Listed(
            id="silent_printer",
            title="The printer that says nothing",
            summary="A waiting room full of patients, and no appointment slips.",
            channel="phone",
            level=1,
            step="First calls",
            needs=None,
            persona="Marta Lindgren",
            behaviours=("greet", "empathize", "apologize", "confirm_resolved", "close_warmly"),
            avoid=("blame", "dismiss", "use_jargon", "insult", "demand_password"),
            moves=("check_paper", "send_away"),
            events=(),
            promises=(),
            exercised=(
                *("greet", "empathize", "apologize", "confirm_resolved", "close_warmly"),
                *("blame", "dismiss", "use_jargon", "insult", "demand_password"),
            ),
        ),
    ) == listed(course)


def test_what_events_and_promises_measure_counts_as_exercised() -> None:
    [one] = [one for one in listed(load_course(OFFICE)) if one.id == "late_part"]
    assert one.events == (
        ListedEvent("phone_rings", ("defer_interruption", "apologize")),
        ListedEvent("kim_asks", ()),
        ListedEvent("bell", ()),
    )
    assert one.promises == (
        ListedPromise("update", "To ring her with news of the part.", ("promise_update",), ("gives_news",)),
    )
    assert one.exercised == ("apologize", "promise_update", "defer_interruption", "blame")


def test_without_a_path_the_easiest_comes_first(tmp_path: Path) -> None:
    root = new_course("frontline", tmp_path)
    (root / "course.yaml").unlink()
    easy = root / "scenarios" / "silent_printer" / "scenario.yaml"
    hard = root / "scenarios" / "a_harder_one" / "scenario.yaml"
    hard.parent.mkdir()
    hard.write_text(easy.read_text(encoding="utf-8").replace("level: 1 ", "level: 4 "), encoding="utf-8")
    assert [("silent_printer", 1, ""), ("a_harder_one", 4, "")] == [
        (one.id, one.level, one.step) for one in listed(load_course(root))
    ]


def test_the_order_is_that_of_the_path(sixteen: Path) -> None:
    scenarios = listed(load_course(sixteen))
    assert ["alder", "beech", "cedar", "dogwood", "elder"] == [one.id for one in scenarios[:5]]
    assert ("Careful hands", Needs(passed=2, of_level=1)) == (scenarios[4].step, scenarios[4].needs)
