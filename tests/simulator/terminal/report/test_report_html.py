"""The HTML report: one file, complete in itself, that shows what was typed as text only."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.report import Report
from simulator.records.interface import SessionRow
from simulator.terminal.report_html import render

VOID = frozenset(("meta", "br", "link", "img", "hr", "input"))
ALLOWED_TAGS = frozenset(
    (
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "footer",
        "section",
        "h1",
        "h2",
        "h3",
        "p",
        "div",
        "span",
        "ul",
        "ol",
        "li",
        "blockquote",
        "q",
        "strong",
        "em",
        "small",
        "mark",
        "bdi",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "desc",
        "g",
        "line",
        "polyline",
        "circle",
        "rect",
        "path",
        "text",
    )
)
EARLIER = SessionRow(
    "a1",
    "frozen_save",
    "c",
    1,
    "practice",
    "",
    "",
    "",
    "2026-11-20T09:30:00Z",
    "2026-11-20T09:40:00Z",
    "failed",
    31,
    False,
    6,
)


class Page(HTMLParser):
    """Reads a page strictly: every element is closed where it must be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[str] = []
        self.marks: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append("")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data
        if "mark" in self.open:
            self.marks[-1] += f"[{data}]" if self.open[-1] == "small" else data


def test_score_verdict_and_outcome_in_words(handled_well: Report) -> None:
    text = " ".join(Page(render(handled_well)).text.split())
    assert "61 of 100 ✗ Not passed The pass mark is 70. The conversation: handled well." in text


def test_why_a_score_is_capped(gone_wrong: Report) -> None:
    assert "Why the score is capped: you asked for a password" in Page(render(gone_wrong)).text


def test_an_item_with_its_evidence_and_a_model_reply(handled_well: Report) -> None:
    text = " ".join(Page(render(handled_well)).text.split())
    assert (
        "apologize half: late, 7.5 of 15 “I'm sorry” turn 4 shown more than 1 turn after it was due You could say:"
        in text
    )
    assert (
        "missed, 0 of 20 due from turn 2, in “complaint” Their story tells what went wrong. You could say: What happened just before"
        in text
    )


def test_the_quoted_words_are_marked_with_their_behaviour(handled_well: Report, gone_wrong: Report) -> None:
    assert ["Good morning[greet]", "I'm sorry[apologize]", "click on the document[bring forward]"] == Page(
        render(handled_well)
    ).marks
    assert '<mark class="costly">your own fault<small>blame</small></mark>' in render(gone_wrong)


def test_earlier_attempts_strengths_and_the_lesson(handled_well: Report) -> None:
    text = " ".join(Page(render(handled_well, history=[EARLIER])).text.split())
    assert "Earlier attempts 2026-11-20 09:30 UTC: 31 of 100, not passed, failed (practice)" in text
    assert "Strengths bring forward greet" in text
    assert "Practise next ask an open question “What happened just before it stopped?”" in text


def test_what_was_avoided_is_one_entry(handled_well: Report) -> None:
    assert "Rightly avoided: blame, demand a password" in Page(render(handled_well)).text


def test_the_curve_is_there_in_words_too(handled_well: Report) -> None:
    page = Page(render(handled_well))
    assert "svg" in page.tags
    assert "calm: from 35 (angry) to 59 (upset)" in page.text


def test_nothing_is_loaded_and_nothing_runs(handled_well: Report, gone_wrong: Report) -> None:
    for report in (handled_well, gone_wrong):
        html = render(report, history=[EARLIER])
        page = Page(html)
        assert page.tags <= ALLOWED_TAGS
        names = {name for name, _ in page.attributes}
        assert not names & {"src", "href", "srcset", "data", "action", "xlink:href"}
        assert not any(name.startswith("on") for name in names)
        assert "url(" not in html
        assert "@import" not in html
        assert "//" not in html


def test_ids_are_unique_and_what_is_labelled_by_one_finds_it(handled_well: Report) -> None:
    attributes = Page(render(handled_well, history=[EARLIER])).attributes
    ids = [value for name, value in attributes if name == "id"]
    assert len(ids) == len(set(ids))
    labels = {one for name, value in attributes if name == "aria-labelledby" for one in (value or "").split()}
    assert labels <= set(ids)


def test_headings_go_down_step_by_step(handled_well: Report) -> None:
    headings = [int(tag[1]) for tag in Page(render(handled_well)).headings]
    assert 1 == headings[0]
    assert 1 == headings.count(1)
    assert all(after <= before + 1 for before, after in pairwise(headings))


def test_light_dark_print_and_phone_are_provided_for(handled_well: Report) -> None:
    html = render(handled_well)
    for wanted in (
        "prefers-color-scheme: dark",
        "@media print",
        "width=device-width",
        "overflow-wrap: anywhere",
        'lang="en"',
    ):
        assert wanted in html


def test_scripts_quotes_and_direction_marks_stay_text(played: Callable[..., Report]) -> None:
    attack = "I'm sorry</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202e\x00\ud800\ufffe"
    page = Page(render(played(attack, title=attack, persona=attack, line=attack)))
    assert page.tags <= ALLOWED_TAGS
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7*7 }}" in page.text
    assert not set("\u202e\x00\ud800\ufffe") & set(page.text)


def test_a_silence_and_a_reply_that_showed_nothing_are_told(handled_well: Report) -> None:
    text = Page(render(handled_well)).text
    assert "(says nothing)" in text
    assert "Showed nothing that counts." in text


@given(st.text(max_size=60))
def test_any_text_gives_a_page_of_the_same_elements(played: Callable[..., Report], typed: str) -> None:
    html = render(played(typed + "I'm sorry" + typed, title=typed, persona=typed, line=typed))
    html.encode("utf-8")
    assert Page(html).tags <= ALLOWED_TAGS
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", html)


def test_the_same_report_gives_the_same_bytes(handled_well: Report) -> None:
    assert render(handled_well) == render(handled_well)


def test_the_help_that_was_taken(helped: Report, handled_well: Report) -> None:
    text = render(helped)
    assert "Hints: 3: bring forward (which, how it sounds, a reply)" in text
    assert "Said once more: 2 replies" in text
    assert "Said once more" not in render(handled_well)


def test_why_a_missed_item_matters(handled_well: Report) -> None:
    assert "Their story tells what went wrong." in render(handled_well)
