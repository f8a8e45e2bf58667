"""`smadmin worker`: what is queued goes out, what can't is said, and the status tells which."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.secrets import NoKeyring
from smadmin.domain import sweep_tasks as pieces
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.imaging.workers import PhotoWorkers
from smadmin.services import seat_room
from tests.queued import Queued, make_queued
from tests.seeing import Eyes
from tests.sweeping import Sweeping, make_sweeping
from tests.unit.cli.desktops import Desktop


@pytest.fixture
def queued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Queued:
    made = make_queued(tmp_path)
    platform = made.direct.platform
    monkeypatch.setattr(seat_room, "platforms_of", lambda *_: {platform.platform: platform})
    return made


def run(queued: Queued, *arguments: str) -> int:
    queued.direct.road.school.note()
    return Desktop(queued.direct.road.school).run("worker", "--once", *arguments)


def test_it_waits_then_sends_then_has_nothing(queued: Queued, capsys: pytest.CaptureFixture[str]) -> None:
    queued.queue(queued.direct.released())

    waits = run(queued)
    queued.direct.road.school.clock.forward(hours=1, seconds=1)
    sends = run(queued)
    nothing = run(queued)

    told = capsys.readouterr()
    assert (waits, sends, nothing) == (0, 0, 0)
    lines = told.out.splitlines()
    assert "waits until" in lines[0]
    assert lines[1].endswith("it is out.")
    assert lines[2] == "Nothing is queued at this computer."
    assert len(queued.direct.platform.kept) == 1
    assert queued.direct.secret(queued.direct.blogs[0]) not in told.out + told.err


def test_a_missed_time_ends_with_status_1(queued: Queued, capsys: pytest.CaptureFixture[str]) -> None:
    queued.queue(queued.direct.released())
    queued.direct.road.school.clock.forward(hours=3)

    status = run(queued, "--json")

    (told,) = json.loads(capsys.readouterr().out)["posts"]
    assert (status, told["next"], told["held"]) == (1, "ask", False)
    assert queued.direct.platform.kept == []


def test_what_changed_since_is_said_with_its_reason(
    queued: Queued, capsys: pytest.CaptureFixture[str]
) -> None:
    publication = queued.queue(queued.direct.released())
    desk = queued.direct.road.school.desk
    with desk.store.deed(desk.school, None) as unit:
        unit.outbox.put(publication.id, b"something else")
    queued.direct.road.school.clock.forward(hours=1, seconds=1)

    status = run(queued)

    assert status == 1
    assert "isn't what was signed" in capsys.readouterr().out
    assert queued.direct.platform.kept == []


def test_without_a_keyring_it_says_so_and_status_4(
    queued: Queued, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    queued.queue(queued.direct.released())
    monkeypatch.setattr(type(queued.direct.road.school.secrets), "get", _silent)

    assert Desktop(queued.direct.road.school).run("worker", "--once") == 4
    assert capsys.readouterr().err


def _silent(*_: object) -> str | None:
    raise NoKeyring(say("keys.no-keyring"))


def test_it_goes_on_until_somebody_ends_it(
    queued: Queued, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    queued.queue(queued.direct.released())
    school, pauses = queued.direct.road.school, list[float]()

    def passes(seconds: float) -> None:
        pauses.append(seconds)
        school.clock.forward(minutes=40)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", passes)
    school.note()

    assert Desktop(school).run("worker") == 0
    told = capsys.readouterr().out.splitlines()
    assert ["waits until" in one for one in told] == [False, True, False, False]
    assert told[2].endswith("it is out.")
    assert max(pauses) <= 20


def test_a_bug_in_a_round_ends_it_for_nobody(
    queued: Queued, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    queued.queue(queued.direct.released())
    school, pauses, has_news = queued.direct.road.school, list[float](), seat_room.SeatRoom.has_news
    school.clock.forward(hours=1, seconds=1)

    def passes(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 4:
            raise KeyboardInterrupt

    def spoilt(room: seat_room.SeatRoom) -> bool:
        if len(pauses) < 2:
            raise RuntimeError
        return has_news(room)

    monkeypatch.setattr("time.sleep", passes)
    monkeypatch.setattr(seat_room.SeatRoom, "has_news", spoilt)
    school.note()

    assert Desktop(school).run("worker") == 0
    told = capsys.readouterr()
    assert told.out.count("it is out.") == 1
    assert told.err.count("that shouldn't") == 1


@pytest.fixture
def sweeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sweeping:
    monkeypatch.setattr(pieces, "CHUNK", 2)
    monkeypatch.setattr(PhotoWorkers, "open", lambda **_: Closing())
    made = make_sweeping(tmp_path)
    made.tasks.seal(made.ana, made.sweep)
    made.room.school.note()
    return made


class Closing(Eyes):
    """Eyes that can be closed, as processes are."""

    def close(self) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Nothing runs."""


def test_it_searches_what_was_sealed_here_and_names_nobody(
    sweeping: Sweeping, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Desktop(sweeping.room.school).run("worker", "--once")
    told = capsys.readouterr()
    nothing = Desktop(sweeping.room.school).run("worker", "--once", "--json")
    document = json.loads(capsys.readouterr().out)

    assert (first, nothing) == (0, 0)
    assert [line.rpartition(": ")[2] for line in told.out.splitlines()] == ["2 of 5.", "4 of 5.", "5 of 5."]
    assert not any(name in told.out + told.err for name in ("Annabel", "Quillfeather", sweeping.ann))
    assert document == {"posts": [], "searched": []}
    assert sweeping.tasks.take_in(sweeping.ana, sweeping.sweep).value.pictures == 5


def test_between_two_turns_of_a_search_it_never_rests_and_says_once_why_one_waits(
    sweeping: Sweeping, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses, school = list[float](), sweeping.room.school

    def passes(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 1:  # everything was searched by now: somebody spoils what is sealed next
            sweeping.tasks.take_in(sweeping.ana, sweeping.sweep)
            with school.desk.deed(sweeping.ana) as deed:
                photo = deed.unit.photos.get(sweeping.photos[0])
                deed.unit.photos.add(replace(photo, id=PhotoId("another")))
            sweeping.tasks.seal(sweeping.ana, sweeping.sweep)
            with school.store.deed(school.id) as unit:
                unit._connection.exec_driver_sql("UPDATE sweep_task SET sealed = x'00'")
        school.clock.forward(minutes=4)
        if len(pauses) == 6:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", passes)

    assert Desktop(school).run("worker") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(": ")[2] for line in lines[1:4]] == ["2 of 5.", "4 of 5.", "5 of 5."]
    assert [line for line in lines if line.startswith("A search")] == [lines[4]]
    assert "isn't what was signed" in lines[4]
