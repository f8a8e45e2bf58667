"""A post taken down, and words put in another one's place, end no silence."""

from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.ids import AccountId
from smadmin.services.cadence import newest_days
from tests.afterwards import out, released_correction, take_down
from tests.direct import Direct, make_direct

TODAY, LATER = date(2026, 11, 16), date(2026, 11, 18)


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    return make_direct(tmp_path)


def newest(direct: Direct, blog: AccountId, number: int = 2) -> tuple[date, ...]:
    with direct.road.school.desk.look(direct.road.by("pat")) as unit:
        return newest_days(unit, unit.schools.get(unit.school), LATER, number).get(blog, ())


def corrected(direct: Direct, *, in_place: bool) -> AccountId:
    direct.platform.can_correct = in_place
    first = out(direct)
    post = released_correction(direct, first)
    direct.road.school.clock.forward(hours=30)
    direct.go(direct.intended(post))
    return first.account


def test_words_in_another_post_s_place_are_no_post_more(direct: Direct) -> None:
    blog = corrected(direct, in_place=True)

    assert newest(direct, blog) == (TODAY,)
    assert newest(direct, blog, 1) == (TODAY,)


def test_a_correction_on_a_card_of_its_own_is_a_post(direct: Direct) -> None:
    blog = corrected(direct, in_place=False)

    assert newest(direct, blog) == (date(2026, 11, 17), TODAY)


@pytest.mark.parametrize("number", [1, 2])
def test_what_was_taken_down_ends_no_silence(direct: Direct, number: int) -> None:
    kept = out(direct)
    assert newest(direct, kept.account, number) == (TODAY,)

    take_down(direct, kept)

    assert newest(direct, kept.account, number) == ()


def test_with_words_put_right_the_post_in_whose_place_they_stood_is_gone(direct: Direct) -> None:
    direct.platform.can_correct = True
    first = out(direct)
    post = released_correction(direct, first)
    direct.road.school.clock.forward(minutes=12)
    newer = direct.go(direct.intended(post)).publication

    take_down(direct, newer)

    assert newest(direct, first.account, 1) == ()
