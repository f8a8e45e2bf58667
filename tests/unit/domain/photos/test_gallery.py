"""A face is compared with everybody known, however many they are, and rounding decides nothing."""

import numpy as np
import pytest

from smadmin.domain.photos.faces import Descriptor
from smadmin.domain.photos.gallery import Gallery, Portrait


def at(distance: float) -> Descriptor:
    """Give a pattern at a distance from the origin."""
    return (distance, *([0.0] * 127))


def crowd(
    people: int, *, each: int
) -> tuple[list[Portrait[str]], np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    """Give patterns as long as real ones are."""
    numbers = np.random.default_rng(7).normal(0, 0.12, (people * each, 128))
    portraits = [Portrait(f"{place // each:04}", tuple(row)) for place, row in enumerate(numbers.tolist())]
    return portraits, numbers


def test_the_nearest_portrait_of_each_person_counts() -> None:
    known = Gallery((Portrait("Ada", at(0)), Portrait("Ada", at(-1)), Portrait("Ben", at(3))))

    nearest = known.nearest(at(-0.9), most=3)

    assert [one.who for one in nearest] == ["Ada", "Ben"]
    assert nearest[0].distance == pytest.approx(0.1)


def test_among_thousands_the_same_are_nearest_as_one_by_one() -> None:
    portraits, numbers = crowd(1500, each=2)
    known = Gallery(portraits)
    for face in np.random.default_rng(8).normal(0, 0.12, (20, 128)):
        distances = np.linalg.norm(numbers - face, axis=1).reshape(-1, 2).min(axis=1)
        order = np.argsort(distances)[:3]

        nearest = known.nearest(tuple(face.tolist()), most=3)

        assert [one.who for one in nearest] == [f"{place:04}" for place in order]
        assert [one.distance for one in nearest] == pytest.approx(distances[order].tolist(), abs=1e-12)


def test_somebody_with_very_many_portraits_hides_nobody() -> None:
    many = [Portrait("Ada", at(0.001 * place)) for place in range(300)]
    known = Gallery([*many, Portrait("Ben", at(2.0)), Portrait("Cem", at(3.0))])

    assert [one.who for one in known.nearest(at(0.0), most=3)] == ["Ada", "Ben", "Cem"]


def test_where_nobody_is_known_nobody_is_near() -> None:
    nobody: Gallery[str] = Gallery(())

    assert not nobody
    assert nobody.nearest(at(0), most=3) == ()


def test_whoever_may_be_it_is_given_however_many_they_are() -> None:
    """A child who is left out would be cleared by an answer that never named it."""
    known = Gallery([Portrait(f"{place:03}", at(0.5 + 0.001 * place)) for place in range(300)])

    found = known.nearest(at(0.0), most=3, within=0.66)

    assert [one.who for one in found] == [f"{place:03}" for place in range(161)]
    assert len(known.nearest(at(0.0), most=3, within=0.2)) == 3
