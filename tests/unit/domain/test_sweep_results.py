"""What a computer login found: bytes both ways, and the review's own rule for whom a face is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.canonical import canonical, parse
from smadmin.domain.ids import PhotoId
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.faces import DESCRIPTOR_NUMBERS, Descriptor, FoundFace
from smadmin.domain.photos.gallery import Gallery, Portrait
from smadmin.domain.photos.matching import MATCH_AT_MOST, POSSIBLE_AT_MOST, Thresholds
from smadmin.domain.sweep_results import Hit, PartResult, Searched, Signed, Taken, judged

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
counts = st.integers(0, 400)
boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    *(st.integers(0, 4000), st.integers(0, 4000), st.integers(1, 4000), st.integers(1, 4000)),
)
hits = st.lists(st.builds(Hit, words, st.booleans(), st.integers(0, 20_000), boxes), max_size=3).map(tuple)
searched = st.builds(Searched, words.map(PhotoId), counts, counts, hits, st.none() | words)
results = st.builds(PartResult, words, counts, st.lists(searched, max_size=5).map(tuple))


@given(results)
def test_a_result_reads_back_as_it_was(result: PartResult) -> None:
    assert PartResult.from_bytes(result.to_bytes()) == result


@given(st.lists(results, max_size=3).map(tuple))
def test_what_was_taken_in_reads_back(taken: tuple[PartResult, ...]) -> None:
    assert Taken.from_plain(parse(canonical(Taken(taken).to_plain()))) == Taken(taken)


@given(words, counts, counts, counts)
def test_what_is_signed_of_it_reads_back(word: str, chunk: int, count: int, took: int) -> None:
    signed = Signed(word, chunk, word, count, took)

    assert Signed.from_plain(parse(canonical(signed.to_plain()))) == signed


@pytest.mark.parametrize("name", ["task", "chunk", "searched"])
def test_what_somebody_else_wrote_is_no_result(name: str) -> None:
    box = Box(1, 2, 3, 4)
    said = parse(PartResult("t", 0, (Searched(PhotoId("i"), 1, 0, (Hit("p", True, 5, box),)),)).to_bytes())
    wrong: tuple[object, ...] = (
        None,
        7.5,
        {},
        [["x"]],
        [["i", 1, 0, [["p", 1, 5, [1, 2, 3, 4]]], None]],
        [["i", True, 0, [], None]],
    )
    for other in wrong:
        with pytest.raises(ValueError, match=r"."):
            PartResult.from_bytes(json.dumps({**said, name: other}).encode())
    with pytest.raises(ValueError, match="not a result"):
        PartResult.from_bytes(canonical({key: value for key, value in said.items() if key != name}))
    with pytest.raises(ValueError, match="taken in"):
        Taken.from_plain({})
    with pytest.raises(ValueError, match="row"):
        Signed.from_plain({"task": "t"})


def _away(distance: float) -> Descriptor:
    return (distance, *(0.0,) * (DESCRIPTOR_NUMBERS - 1))


def _face(distance: float, *, height: int = 200) -> FoundFace:
    return FoundFace(Box(10, 20, 10 + height, 20 + height), 0.9, _away(distance), 0, None)


def test_a_match_is_sure_a_likeness_is_asked_about_and_a_stranger_is_no_hit() -> None:
    known = Gallery([Portrait("p1", _away(0.0)), Portrait("p2", _away(3.0))])
    faces = [_face(MATCH_AT_MOST - 0.1), _face(POSSIBLE_AT_MOST - 0.01), _face(POSSIBLE_AT_MOST + 0.3)]

    found = judged(PhotoId("i"), faces, known, Thresholds())

    assert (found.faces, found.unsure) == (3, 0)
    assert [(one.pattern, one.sure, one.distance) for one in found.hits] == [
        ("p1", True, 5000),
        ("p1", False, 6500),
    ]
    assert found.hits[0].box == faces[0].box


def test_a_face_too_small_to_tell_is_counted_and_one_that_is_like_the_child_is_asked_about() -> None:
    known = Gallery([Portrait("p1", _away(0.0))])

    found = judged(PhotoId("i"), [_face(0.3, height=12), _face(1.2, height=12)], known, Thresholds())

    assert (found.faces, found.unsure) == (2, 1)
    assert [one.sure for one in found.hits] == [False]
