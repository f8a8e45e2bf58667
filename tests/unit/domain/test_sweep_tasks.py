"""Task files of a search: bytes both ways, pieces, and nothing of anybody in what is written about them."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import PhotoId, SeatId
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS
from smadmin.domain.photos.matching import Thresholds
from smadmin.domain.sweep_tasks import (
    CHUNK,
    Pattern,
    Sealed,
    TaskFile,
    Wanted,
    chunks_of,
    moment_of,
    told,
    written,
)

AT = datetime(2026, 5, 4, 20, 15, tzinfo=UTC)

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
moments = st.integers(0, 10**12).map(lambda ms: AT + timedelta(milliseconds=ms))
numbers = st.lists(
    st.floats(-2, 2, allow_nan=False), min_size=DESCRIPTOR_NUMBERS, max_size=DESCRIPTOR_NUMBERS
).map(tuple)
pictures = st.lists(
    st.builds(Wanted, words.map(PhotoId), words, words, words),
    max_size=3 * CHUNK,
    unique_by=lambda w: w.photo,
).map(tuple)
tasks = st.builds(
    lambda pictures, **said: (TaskFile(**said, count=len(pictures), lines=written(pictures)), pictures),
    pictures,
    id=words,
    sweep=words,
    ends_at=moments,
    engine=words,
    thresholds=st.sampled_from([Thresholds(), Thresholds.around(0.55), Thresholds.around(0.62)]),
    patterns=st.lists(st.builds(Pattern, words, numbers), max_size=3).map(tuple),
)


@given(tasks)
def test_a_task_file_reads_back_as_it_was(made: tuple[TaskFile, tuple[Wanted, ...]]) -> None:
    task, _ = made

    assert TaskFile.from_bytes(task.to_bytes()) == task


@given(tasks)
def test_the_pieces_are_all_pictures_once_and_in_order(made: tuple[TaskFile, tuple[Wanted, ...]]) -> None:
    task, pictures = made
    pieces = [task.chunk(number) for number in range(task.chunks)]

    assert tuple(one for piece in pieces for one in piece) == pictures
    assert all(0 < len(piece) <= CHUNK for piece in pieces)
    with pytest.raises(ValueError, match="piece"):
        task.chunk(task.chunks)


@given(words, st.lists(words.map(SeatId), max_size=4).map(tuple), moments, st.integers(0, 20_000))
def test_what_the_row_says_reads_back(
    word: str, seats: tuple[SeatId, ...], ends: datetime, count: int
) -> None:
    sealed = Sealed(word, word, seats, ends, count)

    assert Sealed.from_plain(parse(canonical(sealed.to_plain()))) == sealed


def _one() -> TaskFile:
    pattern, picture = Pattern("p1", (0.5,) * DESCRIPTOR_NUMBERS), Wanted(PhotoId("i1"), "name", "KEY", "sha")
    return TaskFile("t1", "s1", AT, "dlib", Thresholds(), (pattern,), 1, written([picture]))


@pytest.mark.parametrize("name", ["id", "ends", "engine", "match", "patterns", "count"])
def test_what_somebody_else_wrote_is_no_task_file(name: str) -> None:
    head, *lines = _one().to_bytes().split(b"\n")
    said = parse(head)
    others: tuple[object, ...] = ("x", [["x"]], 7.5, None, {}, [["a", "b"]], [["p1", "AAAA"]], 51, -1)
    for other in others:
        if (name in {"id", "engine"} and other == "x") or (name == "match" and isinstance(other, int)):
            continue
        with pytest.raises(ValueError, match=r"."):
            TaskFile.from_bytes(b"\n".join((json.dumps({**said, name: other}).encode(), *lines)))
    without = canonical({key: value for key, value in said.items() if key != name})
    with pytest.raises(ValueError, match="not a task file"):
        TaskFile.from_bytes(b"\n".join((without, *lines)))


def test_a_file_of_another_version_or_with_other_pieces_is_none_of_ours() -> None:
    head, line = _one().to_bytes().split(b"\n")
    with pytest.raises(ValueError, match="shape"):
        TaskFile.from_bytes(canonical({**parse(head), "v": 2}) + b"\n" + line)
    for lines in ((), (line, line)):
        with pytest.raises(ValueError, match="task file"):
            TaskFile.from_bytes(b"\n".join((head, *lines)))
    for other in (b"", b"{}", b"[]", b'[["i1","name","KEY"]]', b'[["i1","name","KEY",7]]', b"[" * 9999):
        with pytest.raises(ValueError, match=r"."):
            TaskFile.from_bytes(head + b"\n" + other).chunk(0)


def test_nothing_that_opens_a_picture_or_is_a_face_stands_in_what_is_shown_of_a_task() -> None:
    task = _one()

    assert "KEY" not in f"{task!r}{task.chunk(0)[0]!r}"
    assert "0.5" not in f"{task!r}{task.patterns[0]!r}"


def test_a_moment_without_a_zone_is_none() -> None:
    assert moment_of(told(AT)) == AT
    with pytest.raises(ValueError, match="zone"):
        moment_of("2026-05-04T20:15:00")
    assert (chunks_of(0), chunks_of(1), chunks_of(CHUNK), chunks_of(CHUNK + 1)) == (0, 1, 1, 2)
