"""What visitors saw of a post that is out: read once more, and the page that was kept of it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.publications import Publication
from smadmin.services.ready import Standing
from smadmin.services.send_road import Road
from smadmin.ui.publish.kept_page import KeptPageDialog
from smadmin.ui.wording import Wording
from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat


def test_what_nobody_sees_is_called_so_and_looked_at_again(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    platform.spoils = lambda seen: replace(seen, public=False)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    card = at.card("wordpress")
    assert card.chip.word == words.say("afterui.chip-hidden")
    card.after.open_post.click()
    assert at.outside.pages[-1].startswith("https://blog."), "it is mended there"

    platform.spoils = lambda seen: seen
    card.after.look_again.click()
    at.seat.settle()

    assert card.chip.word == words.say("directui.chip-out")
    assert card.after.look_again.isHidden()
    assert words.say("directui.said-seen") in texts(card)


def test_the_page_that_visitors_saw_is_opened_as_words_alone(
    seat: Seat, at: AtPublish, window: QWidget
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    page = b"<script>steal()</script><p>The fair opens.</p>"
    platform.spoils = lambda seen: replace(seen, captured=page)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()

    at.card("wordpress").after.page.click()
    at.seat.settle()

    dialog = at.screen.findChild(KeptPageDialog)
    assert dialog is not None
    assert dialog.text.toPlainText() == "The fair opens."
    assert dialog.text.isReadOnly()
    dialog.reject()


def test_a_post_nobody_sees_says_what_to_do_beside_an_account_still_open(
    seat: Seat, at: AtPublish, window: QWidget, words: Wording
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    platform.spoils = lambda seen: replace(seen, public=False)
    post = seat.released("wordpress", "x")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    card = at.card("wordpress")
    assert at.screen.lanes.cards.keys() - {card._model.account.id}, "another account is still open"
    assert words.say("directui.differs-hidden") in texts(card)
    assert words.say("directui.differs-do") in texts(card)

    card.after.look_again.click()
    at.seat.settle()

    assert words.say("afterui.looked-hidden", at=seat.around.now) in texts(card)


def test_while_it_is_read_no_second_press_reads_it_again(
    seat: Seat, at: AtPublish, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    platform.spoils = lambda seen: replace(seen, public=False)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    at.press()
    card, roads = at.card("wordpress"), list[None]()
    again = seat.office.send_road.look_again

    def counted(by: Actor, publication: Publication) -> Road[Standing]:
        roads.append(None)
        return again(by, publication)

    monkeypatch.setattr(seat.office.send_road, "look_again", counted)

    card.after.look_again.click()
    at.screen.lanes.shown.emit()  # the screen is shown anew meanwhile
    card.after.lookAgainAsked.emit()
    at.seat.settle()

    assert len(roads) == 1
    card.after.look_again.click()
    at.seat.settle()
    assert len(roads) == 2
