"""`smadmin check` and `smadmin count` keep their contract: JSON, sentences, exit status."""

import json
import os
import sys
import threading
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from smadmin.cli.asking import Doors
from smadmin.cli.main import run
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Grounds

CHECK = ("check", "--policy", "baltimore-city-md", "--platform", "facebook")


def smadmin(*arguments: str, language: str = "en") -> int:
    def no_store(_folder: Path | None) -> Grounds:
        raise BadInput(say("store.no-school"))

    doors = Doors(open_grounds=no_store, catalogue=Catalogue.load(language), ask_secret=lambda prompt: prompt)
    return run(doors, arguments)


@pytest.fixture
def roster(tmp_path: Path) -> str:
    path = tmp_path / "roster.csv"
    path.write_text("first_name,last_name,opted_out\nMaria,Garcia,\nAna,López,yes\n", "utf-8")
    return str(path)


def text_file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "post.txt"
    path.write_bytes(text.encode())
    return str(path)


def test_check_gives_the_contracts_json(
    tmp_path: Path, roster: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "👩‍👧 Bravo,\r\nMaria García!"

    status = smadmin(*CHECK, "--roster", roster, "--json", text_file(tmp_path, text))

    told = json.loads(capsys.readouterr().out)
    start = text.index("Maria")
    assert status == 1
    assert told == {
        "policy": "baltimore-city-md",
        "platform": "facebook",
        "length": {"count": 27, "limit": 63206, "unit": "characters"},
        "findings": [
            {
                "rule": "first-names-only",
                "citation": "BAL-B1j2",
                "clause": "II.B.1.j",
                "severity": "block",
                "start": start,
                "end": start + 12,
                "text": "Maria García",
                "message": "This is a student's full name. Readers only need “Maria”.",
                "remedy": "Keep only “Maria”",
            }
        ],
    }


def test_check_tells_people_in_their_language(
    tmp_path: Path, roster: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = smadmin(*CHECK, "--roster", roster, text_file(tmp_path, "Ana López"), language="es")

    told = capsys.readouterr().out
    assert status == 1
    assert "La familia de este niño no quiere que se publique su nombre." in told
    assert "1 hallazgo." in told


def test_nothing_found_is_status_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smadmin(*CHECK, "--school", "Lincoln", "--account-name", "L", text_file(tmp_path, "Hi!")) == 0
    assert "Nothing found." in capsys.readouterr().out


def test_count_gives_the_contracts_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("niños".encode())))

    status = smadmin("count", "--platform", "bluesky", "--json", "-")

    assert status == 0
    assert json.loads(capsys.readouterr().out) == {
        "platform": "bluesky",
        "count": 5,
        "limit": 300,
        "unit": "graphemes",
        "over": 0,
        "also": [{"count": 6, "limit": 3000, "unit": "bytes", "over": 0}],
    }


def test_what_is_live_on_bluesky_is_told_by_its_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = text_file(tmp_path, "¡Niños! lincoln.org @office.lincoln.org #Larks")

    assert smadmin("count", "--platform", "bluesky", path) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "Bytes 10 to 21 are a link to https://lincoln.org",
        "Bytes 22 to 41 mention @office.lincoln.org",
        "Bytes 42 to 48 are the tag #Larks",
    ]
    smadmin("count", "--platform", "bluesky", "--json", path)
    assert json.loads(capsys.readouterr().out)["facets"][2] == {
        "kind": "tag",
        "start": 42,
        "end": 48,
        "value": "Larks",
    }
    assert smadmin("count", "--platform", "x", path) == 0
    assert "Bytes" not in capsys.readouterr().out


def test_a_text_that_is_too_long_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smadmin("count", "--platform", "x", text_file(tmp_path, "a" * 283)) == 1
    assert capsys.readouterr().out == "283 of 280 weighted characters: 3 too many\n"


def test_a_blog_has_no_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smadmin("count", "--platform", "wordpress", text_file(tmp_path, "abc")) == 0
    assert capsys.readouterr().out == "3 characters, no limit\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("count", "--platform", "friendster", "-"),
        ("count", "--platform", "x", "/nowhere/post.txt"),
        ("count", "-"),
        ("check", "--policy", "atlantis", "--platform", "x", "-"),
        (*CHECK, "--roster", "/nowhere/roster.csv", "-"),
    ],
)
def test_bad_input_is_status_2_and_one_line(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert smadmin(*arguments) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_isnt_there_is_named_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    smadmin("count", "--platform", "x", "/nowhere/post.txt")

    assert capsys.readouterr().err.startswith("/nowhere/post.txt can't be read.")


def test_a_file_that_isnt_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff")

    assert smadmin("count", "--platform", "x", str(path)) == 2
    assert "photo.jpg" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("arguments", [("count", "--platform", "x"), (*CHECK, "-", "--roster")])
def test_a_pipe_under_a_name_is_not_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.open("wb").close())
    writer.start()

    answer = smadmin(*arguments, str(pipe))
    while writer.is_alive():  # it may come to the pipe only now
        os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))  # lets the writer go
        writer.join(0.05)

    assert answer == 2
    assert "pipe can't be read" in capsys.readouterr().err
