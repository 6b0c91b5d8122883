"""A scenario as a Mermaid state diagram, drawn by the diagram support of `transitions` with conditions in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from transitions import State
from transitions.extensions import GraphMachine

from simulator.course.models import OUTCOMES, Bound, Rule, Scenario, Shift, Shown
from simulator.course.models import State as CourseState

PLAIN = frozenset(" ,.'()/+-")
"""What may stand in a label as it is, besides letters and digits; all else becomes a character code."""

MOST_NAMED = 4
"""Of a longer list of behaviours, so many are named; the file has the rest."""

UNSTYLED = re.compile(r"\s*Class \w+ s_default")
COLOURS = {
    "handled_well": ("#d7f5dd", "#116329"),
    "muddled_through": ("#fff3c4", "#7a5b00"),
    "failed": ("#ffdcd9", "#a40e1a"),
}
STYLES = {
    outcome: {"fill": fill, "stroke": ink, "color": ink, "stroke-width": "2px"}
    for outcome, (fill, ink) in COLOURS.items()
}
ENDING_WORDS = {"handled_well": "handled well", "muddled_through": "muddled through", "failed": "failed"}


class _Labelled(State):
    """A state that is drawn with other words than its name."""

    def __init__(self, name: str, label: str, **options: Any) -> None:
        super().__init__(name, **options)
        self.label = label


class _Diagram(GraphMachine):
    """A machine that is only drawn."""

    state_cls = _Labelled


def mermaid(scenario: Scenario, names: Mapping[str, str]) -> str:
    """The diagram as Mermaid source that ends in a newline. `names`: behaviour id -> how people read it; what is not in
    it is read from its id. A rule is labelled with its place in `then`, since the first that holds is taken; a bare
    `otherwise: stay` is not drawn. Events are notes."""
    nodes = {state: f"s{number}_{_ascii(state)}" for number, state in enumerate(scenario.states, start=1)}
    machine = _Diagram(
        model=None,
        states=[{"name": nodes[state.id], "label": _state_label(state)} for state in scenario.states.values()],
        initial=nodes[scenario.start],
        title=f"title: {json.dumps(scenario.title)}",
        auto_transitions=False,
        graph_engine="mermaid",
    )
    machine.machine_attributes = {"rankdir": "TB"}
    machine.style_attributes = {"node": {**STYLES}}
    for state in scenario.states.values():
        for number, rule in enumerate(state.then, start=1):
            if rule != Rule(state.id):
                label = _label(f"{number}. {rule_in_words(rule, scenario, names)}")
                machine.add_transition("reply", nodes[state.id], nodes[rule.go], label=label)
    return _drawn(machine, scenario, nodes, _notes(scenario, nodes, names))


def rule_in_words(rule: Rule, scenario: Scenario, names: Mapping[str, str], *, here: bool = True) -> str:
    """A rule's conditions as a phrase, "otherwise" when it has none, what it does to the mood and how long it takes.
    `here`: its replies are those given in its state, not in the whole conversation."""
    parts = [_shown(rule.when, names)]
    so_far = _shown(rule.so_far, names)
    parts.append(so_far and f"so far {so_far}")
    replies = f"after {rule.after} {'reply' if rule.after == 1 else 'replies'}{' here' if here else ' in all'}"
    parts.append(replies if rule.after else "")
    parts.extend(_bound(bound) for bound in rule.mood)
    parts.append("" if rule.clock is None else f"from {_time(scenario.clock.starts + rule.clock)}")
    parts.append(f"told {' and '.join(_words(fact) for fact in rule.told)}" if rule.told else "")
    for asked, phrase in (
        (rule.happened, "{} happened"),
        (rule.not_happened, "{} did not happen"),
        (rule.promised, "{} promised"),
        (rule.kept, "promise {} kept"),
        (rule.broken, "promise {} broken"),
    ):
        parts.append(phrase.format(" and ".join(map(_words, asked))) if asked else "")
    told = ", ".join(part for part in parts if part) or ("otherwise" if here else "at once")
    effects = [_shift(rule.shift)] if rule.shift != Shift() else []
    effects += [f"takes {rule.takes} minutes"] if rule.takes else []
    return f"{told} ({', '.join(effects)})" if effects else told


def _notes(scenario: Scenario, nodes: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """The events as notes beside the states in which they may happen; those of every state stand at the start."""
    beside: dict[str, list[str]] = {}
    for happening in scenario.happenings.values():
        told = rule_in_words(happening.rule, scenario, names, here=False)
        where = "" if happening.states else " in any state"
        for state in happening.states or (scenario.start,):
            beside.setdefault(state, []).append(_label(f"event {_words(happening.id)}{where}, {told}"))
    for state, lines in beside.items():
        yield f"  note right of {nodes[state]}"
        yield from (f"    {line}" for line in lines)
        yield "  end note"


def _drawn(machine: Any, scenario: Scenario, nodes: Mapping[str, str], notes: Iterator[str]) -> str:
    graph = machine.graph_cls(machine)
    endings = [state for state in scenario.states.values() if state.ending]
    for state in endings:
        graph.set_node_style(nodes[state.id], state.ending)
    lines = [line for line in graph.get_graph().source.splitlines() if not UNSTYLED.fullmatch(line)]
    lines.extend(f"  {nodes[state.id]} --> [*]" for state in endings)
    lines.extend(notes)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _state_label(state: CourseState) -> str:
    words = _words(state.id)
    return _label(f"{words} ({ENDING_WORDS[state.ending]})" if state.ending in OUTCOMES else words)


def _shown(shown: Shown, names: Mapping[str, str]) -> str:
    def named(ids: tuple[str, ...], joint: str) -> str:
        kept = ids if len(ids) <= MOST_NAMED + 1 else ids[:MOST_NAMED]
        told = [names.get(one, _words(one)) for one in kept]
        if len(kept) < len(ids):
            told.append(f"{len(ids) - len(kept)} others")
        return joint.join(told)

    parts = (
        named(shown.all, " and "),
        named(shown.any, " or "),
        f"without {named(shown.none, ' or ')}" if shown.none else "",
    )
    return ", ".join(part for part in parts if part)


def _bound(bound: Bound) -> str:
    parts = []
    if bound.at_least is not None:
        parts.append(f"at least {bound.at_least}")
    if bound.below is not None:
        parts.append(f"below {bound.below}")
    return f"{bound.axis} {' and '.join(parts)}"


def _shift(shift: Shift) -> str:
    axes = (("calm", shift.calm), ("trust", shift.trust), ("patience", shift.patience))
    return ", ".join(f"{axis} {points:+d}" for axis, points in axes if points)


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _ascii(name: str) -> str:
    return "".join(one if one.isascii() and one.isalnum() else "_" for one in name)


def _label(text: str) -> str:
    line = " ".join(text.split())
    return "".join(one if one.isalnum() or one in PLAIN else f"#{ord(one)};" for one in line)
