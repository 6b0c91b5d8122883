"""The Markdown report: whatever was typed shows as the words it is, and as nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from simulator.engine.report import Report
from simulator.terminal.report_markdown import escape, escape_lines, render

MARKUP = [
    *"ab1 \n\\`*_{}[]()#+-.!|<>&~$=:/@^\"'?;",
    "http://",
    "www.",
    "a@b.co",
    "    ",
    "---",
    "===",
    "```",
    "1. ",
    "&amp;",
    "<br>",
    "![a](b)",
    "[x]: y",
    "| a |\n|---|",
]
typed = st.lists(st.sampled_from(MARKUP), max_size=14).map("".join)


def tags(markdown: str) -> set[str]:
    """The HTML elements that a renderer makes of it: CommonMark with tables and strikethrough."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return set(re.findall(r"</?(\w+)", html))


def test_the_report_reads_as_markdown(handled_well: Report) -> None:
    text = render(handled_well)
    assert "## 61 of 100: not passed\n\n- Pass mark: 70\n- Outcome: handled well\n" in text
    assert (
        "- ◐ **apologize**: half: late (7.5 of 15)\n"
        "  - turn 4: “I'm sorry”\n"
        "  - shown more than 1 turn after it was due\n"
        "  - You could say: *“I'm sorry you're having trouble.”*\n"
    ) in text
    assert "## Practise next\n\n**ask an open question**\n\n> What happened just before it stopped?\n" in text
    assert {"h1", "h2", "p", "ul", "li", "table", "blockquote", "hr"} <= tags(text)


def test_why_a_score_is_capped(gone_wrong: Report) -> None:
    assert "- Why the score is capped: you asked for a password\n" in render(gone_wrong)


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("# not a heading", "\\#\u2060 not a heading"),
        ("- not a list", "\\- not a list"),
        ("1. not a list", "1\\. not a list"),
        ("a | b", "a \\| b"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b>", "\\<b\\>"),
        ("https://site.org", "https\\://site\\.org"),
        ("www.", "www\\."),
        ("me@site", "me\\@\u2060site"),
        ("I'm sorry. Well, half-hour (or so)!", "I'm sorry. Well, half-hour (or so)!"),
    ],
)
def test_what_could_be_markup_or_a_link_is_escaped_and_plain_words_are_not(typed: str, escaped: str) -> None:
    assert escaped == escape(typed)


@given(typed)
@example("a\n===")
@example("\\")
def test_no_reply_becomes_markup_wherever_it_stands(reply: str) -> None:
    text = escape(reply)
    assert {"p"} == tags(text)
    assert {"h2"} == tags(f"## {text}")
    assert {"blockquote", "p"} == tags(f"> {text}")
    assert {"ul", "li", "strong", "em"} == tags(f"- **{text}**\n  - *“{text}”*")
    assert {"table", "thead", "tbody", "tr", "th", "td"} == tags(f"| a |\n| --- |\n| {text} |")


@given(typed)
def test_the_words_come_out_as_they_were_typed(reply: str) -> None:
    lines = "\\\n".join(escape_lines(reply))
    inline = MarkdownIt("commonmark").parse(f"You: {lines}")[1].children or []
    shown = "".join(token.content for token in inline).replace("\u2060", "")
    assert ("".join(reply.split()) or "(saysnothing)") == "".join(shown.split())[len("You:") :]


@given(typed)
def test_a_whole_report_has_no_more_markup_for_what_was_typed(played: Callable[..., Report], reply: str) -> None:
    allowed = tags(render(played("Hm.\nHm."))) | {"br"}
    assert (
        tags(render(played(reply.replace("!!", "!"), title=reply or "x", persona=reply or "x", line=reply or "x")))
        <= allowed
    )


def test_the_help_that_was_taken(helped: Report, handled_well: Report) -> None:
    text = render(helped)
    assert "Hints: 3: bring forward (which, how it sounds, a reply)" in text.replace(chr(92), "")
    assert "Said once more: 2 replies" in text
    assert "Said once more" not in render(handled_well)


def test_why_a_missed_item_matters(handled_well: Report) -> None:
    assert "Their story tells what went wrong." in render(handled_well).replace(chr(92), "")
