"""Writing a correction: Compose says what it corrects, and asks neither where it goes nor what it is for."""

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.posts import opening
from smadmin.ui.composer.screen import ComposeScreen
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.test_after import sent
from tests.gui.seated import Seat


@pytest.mark.demand("SOC-O2")
def test_a_correction_says_so_and_goes_where_its_original_is_out(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    _, first = sent(seat, at, window)
    maya = seat.by("maya-ortega")
    draft = seat.office.corrections.begin(maya, first, "Corrected on November 23, 2026.").value
    screen = ComposeScreen(seat.around)
    seat.show(screen, window)
    card = screen.writing.corrects

    screen.open_subject(draft.id)
    seat.settle()
    seat.settle()

    begins = opening(seat.office.posts.get(maya, first).content)
    assert card.isVisibleTo(screen)
    assert begins in texts(card)
    assert not screen.writing.toggles.isVisibleTo(screen)
    assert not screen.writing.offer.isVisibleTo(screen)
    assert not screen.writing.topic.isVisibleTo(screen)
    assert not screen.writing.tiles.add.isVisibleTo(screen), "pictures stay as they are out"
    card.see.click()
    assert seat.doors.opened[-1] == ("publish", first)

    screen.opening.new_draft()
    seat.settle()

    assert not card.isVisibleTo(screen)
    assert screen.writing.tiles.add.isVisibleTo(screen)
    assert screen.writing.toggles.isVisibleTo(screen)
