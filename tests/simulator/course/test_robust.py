"""Whatever stands in a file: a course is loaded, or everything that is wrong with it is told with its place. Nothing
else happens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.check import check
from simulator.course.errors import CourseError
from simulator.course.load import load_course
from simulator.course.source import UNSEEN

PACKS = [Path(__file__).parents[2] / "data" / "packs" / name for name in ("small", "office")]
FILES = {
    path.relative_to(pack).as_posix(): path.read_bytes() for pack in PACKS for path in sorted(pack.rglob("*.yaml"))
}
FILES["course.yaml"] = b"""\
title: First weeks
about: What you practise.
paths:
  - level: 1
    title: First calls
    scenarios: [lost_file]
"""
KEYS = sorted(
    {line.strip(" -").split(":")[0] for text in FILES.values() for line in text.decode().splitlines() if ":" in line}
    | {"needs", "passed", "of_level"}
)
SIGNS = [
    *"\"'[]{}:,-?|>%@`*&!#\n\t ax<=\\.~0\r\0\u2028\ufeff\x85é漢",
    *("- ", ": ", "\n  ", "---\n", "&a ", "*a", "<<: ", "!!x ", "{a: *a}"),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("packs") / "both"
    for pack in PACKS:
        shutil.copytree(pack, root, dirs_exist_ok=True)
    return root


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with a few slips in it."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name].decode()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 1, 2, 5, 40, 400]))
        text = (
            text[:start]
            + draw(st.one_of(st.just(""), st.sampled_from(SIGNS), st.sampled_from(KEYS)))
            + text[start + length :]
        )
    return name, text.encode("utf-8")


@st.composite
def structured(draw: st.DrawFn) -> tuple[str, bytes]:
    """Good YAML that says anything, with the keys that a course uses."""
    text = st.one_of(
        st.sampled_from(KEYS),
        st.text(max_size=8),
        st.sampled_from(["2 turns", "10", "15m", "below 20", "16:40", "yes", "stay", "said", "any", "deadline"]),
    )
    tree = st.recursive(
        text, lambda below: st.lists(below, max_size=4) | st.dictionaries(text, below, max_size=6), max_leaves=30
    )
    data = yaml.safe_dump(
        draw(tree), allow_unicode=draw(st.booleans()), default_flow_style=draw(st.sampled_from([None, True, False]))
    )
    return draw(st.sampled_from(sorted(FILES))), data.encode("utf-8", "surrogatepass")


def check_all(root: Path, name: str, content: bytes) -> None:
    for file, good in FILES.items():
        (root / file).write_bytes(content if file == name else good)
    found = check(root).diagnostics
    for one in found:
        lines = one.path.read_text(encoding="utf-8-sig", errors="replace").split("\n") if one.path.is_file() else [""]
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1
        assert not UNSEEN.search(one.render())
    try:
        load_course(root)
    except CourseError as error:
        assert error.diagnostics
        assert set(error.diagnostics) <= set(found)
    else:
        assert not [one for one in found if one.severity == "error" and one.path.name != "walkthroughs.yaml"]


@settings(deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_any_bytes(root: Path, name: str, content: bytes) -> None:
    check_all(root, name, content)


@settings(deadline=None)
@given(st.sampled_from(sorted(FILES)), st.text(max_size=200))
def test_any_text(root: Path, name: str, content: str) -> None:
    check_all(root, name, content.encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=200)
@given(mutated())
def test_good_files_with_slips(root: Path, spoilt: tuple[str, bytes]) -> None:
    check_all(root, *spoilt)


@settings(deadline=None)
@given(structured())
def test_good_yaml_that_means_nothing(root: Path, spoilt: tuple[str, bytes]) -> None:
    check_all(root, *spoilt)


@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z")), min_size=1).filter(
        lambda one: one.strip()
    )
)
def test_text_comes_out_as_it_went_in(root: Path, title: str) -> None:
    for file, good in FILES.items():
        (root / file).write_bytes(good)
    title = " ".join(title.split()) or "x"
    scenario = root / "scenarios" / "lost_file" / "scenario.yaml"
    quoted = yaml.safe_dump(title, allow_unicode=True, default_style="'", width=10**6).strip()
    text = scenario.read_text(encoding="utf-8").replace("title: The list that went missing", f"title: {quoted}")
    scenario.write_text(text, encoding="utf-8")
    assert title == load_course(root).scenarios["lost_file"].title
