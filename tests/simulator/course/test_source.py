from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.course.source import LIMIT, Source, read_source


def told(source: Source) -> list[str]:
    return [f"{one.code} {one.line}:{one.column}" for one in source.found]


def written(path: Path, data: bytes) -> Source:
    file = path / "x.yaml"
    file.write_bytes(data)
    return read_source(file)


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    source = written(tmp_path, "name: Zoë 漢字\n".encode())
    assert (source.text, source.readable, told(source)) == ("name: Zoë 漢字\n", True, [])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_as_one(tmp_path: Path, end: str) -> None:
    source = written(tmp_path, f"a: 1{end}b: 2{end}".encode())
    assert (source.text, source.lines) == ("a: 1\nb: 2\n", ["a: 1", "b: 2", ""])


def test_a_byte_order_mark_is_skipped_with_a_warning(tmp_path: Path) -> None:
    source = written(tmp_path, b"\xef\xbb\xbfa: 1\n")
    assert (source.text, told(source), source.errors) == ("a: 1\n", ["DS010 1:1"], 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    source = written(tmp_path, "a: 1\n".encode(encoding))
    assert (told(source), source.readable) == (["DS015 1:1"], False)
    assert encoding.upper() in next(iter(source.found)).message


def test_bytes_that_are_not_utf_8_are_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    source = written(tmp_path, "job: Caf\xe9\nname: Andr\xe9\n".encode("latin-1"))
    assert (told(source), source.readable) == (["DS009 1:9"], True)
    assert "é" in next(iter(source.found)).message
    assert source.text == "job: Caf\ufffd\nname: Andr\ufffd\n"


@pytest.mark.parametrize("number", [0x00, 0x07, 0x1B, 0x85, 0x2028, 0x202E, 0xFEFF])
def test_invisible_characters_are_told_with_their_place(tmp_path: Path, number: int) -> None:
    source = written(tmp_path, f"a: 1\nb: x{chr(number)}y\n".encode())
    assert told(source) == ["DS011 2:5"]
    assert f"U+{number:04X}" in next(iter(source.found)).message
    assert source.text == "a: 1\nb: x\ufffdy\n"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    assert told(written(tmp_path, b"#" * LIMIT)) == []
    too_large = written(tmp_path, b"#" * (LIMIT + 1))
    assert (told(too_large), too_large.readable) == (["DS008 1:1"], False)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(read_source(tmp_path / "none.yaml")) == ["DS002 1:1"]
    assert told(read_source(tmp_path / "no\0name.yaml")) == ["DS002 1:1"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert told(read_source(tmp_path)) == ["DS004 1:1"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert told(read_source(tmp_path / "pipe.yaml")) == ["DS004 1:1"]


def test_links_are_followed_unless_they_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "good.yaml").symlink_to("real.yaml")
    (tmp_path / "circle.yaml").symlink_to("circle.yaml")
    (tmp_path / "dangling.yaml").symlink_to("gone.yaml")
    assert read_source(tmp_path / "good.yaml").text == "a: 1\n"
    assert told(read_source(tmp_path / "circle.yaml")) == ["DS005 1:1"]
    assert told(read_source(tmp_path / "dangling.yaml")) == ["DS005 1:1"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that the system refuses to read")
def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("/proc/self/mem")
    source = read_source(tmp_path / "x.yaml")
    assert told(source) == ["DS003 1:1"]
    assert "Input/output error" in next(iter(source.found)).message


def test_the_same_thing_is_told_once(tmp_path: Path) -> None:
    source = written(tmp_path, b"a: 1\n")
    source.complain("DS012", name="x.yaml")
    source.complain("DS012", name="x.yaml")
    assert len(source.found) == 1
