"""The looking list page by page: nothing is passed twice, and what was marked stays marked."""

from datetime import date

import pytest

from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.services.sweep_views import LookPicture
from smadmin.ui.sweeps.paging import LookPages


def pictures(*names: str) -> tuple[LookPicture, ...]:
    day = date(2026, 9, 3)
    return tuple(LookPicture(PhotoId(name), None, PhotoSetId("set"), "Field day", day) for name in names)


def names(page: tuple[LookPicture, ...]) -> str:
    return "".join(one.photo for one in page)


@pytest.fixture
def pages() -> LookPages:
    return LookPages().with_waiting(pictures(*"abcde")).sized(2)


def test_a_page_that_was_looked_through_lies_behind_and_can_be_seen_again(pages: LookPages) -> None:
    second = pages.passed()
    assert (names(pages.page), names(pages.ahead)) == ("ab", "cd")
    assert (names(second.page), names(second.ahead)) == ("cd", "e")
    again = second.before()
    assert (names(again.page), names(again.ahead)) == ("ab", "cd")
    assert again.before() == again
    assert names(again.passed().page) == "cd"


def test_what_was_passed_here_isnt_waiting_again_when_an_older_reading_comes(pages: LookPages) -> None:
    assert names(pages.passed().with_waiting(pictures(*"abcdef")).page) == "cd"


def test_a_mark_is_turned_and_stays_over_pages(pages: LookPages) -> None:
    marked = pages.turned(PhotoId("b")).passed()
    assert marked.marked == {PhotoId("b")}
    assert marked.turned(PhotoId("b")).marked == frozenset()


def test_at_the_end_nothing_is_on_the_page(pages: LookPages) -> None:
    end = pages.passed().passed().passed()
    assert end.page == ()
    assert end.may_go_back
