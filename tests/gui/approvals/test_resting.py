"""Approvals rests until what is seen is what is stored: nothing is released over an old choice."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.ui.approvals.screen import ApprovalsScreen
from tests.gui.seated import Seat


@pytest.fixture
def screen(seat: Seat) -> ApprovalsScreen:
    return ApprovalsScreen(seat.around)


def test_nothing_is_released_while_it_is_read_again(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    post = seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    assert screen.main.isEnabled()

    screen.load()

    assert not screen.main.isEnabled()
    seat.settle()
    assert screen.main.isEnabled()
    screen.open_subject(post)
    assert not screen.main.isEnabled()
    seat.settle()


def test_who_comes_to_the_chair_sees_no_old_choice(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)

    screen.outdated()

    assert not screen.queue.currentIndex().isValid()
    assert not screen.detail.isVisible()
    assert not screen.empty.isVisible()
    assert not screen.main.isVisible()
    screen.load()
    seat.settle()
    assert screen.queue.currentIndex().isValid()
    assert screen.main.isEnabled()


def test_a_post_that_isnt_in_the_list_takes_the_old_one_away(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    seat.post()
    seat.by("daniel-reyes")
    seat.show(screen, window)
    other = seat.post(text="The library closes on Friday at noon.")
    seat.by("daniel-reyes")

    screen.open_subject(other)

    assert not screen.queue.currentIndex().isValid()
    assert not screen.detail.isVisible()
    seat.settle()


def test_who_comes_to_the_chair_begins_with_what_waits_and_not_with_what_was_open(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    first = seat.post()
    later = seat.post(text="The library closes on Friday at noon.")
    seat.by("daniel-reyes")
    seat.show(screen, window)
    screen.open_subject(later)
    seat.settle()
    before = screen.detail.post

    screen.outdated()
    screen.load()
    seat.settle()

    assert (before, screen.detail.post) == (later, first)
