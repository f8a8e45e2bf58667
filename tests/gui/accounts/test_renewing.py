"""Connected anew, an account's new log-in reaches what is queued there without another press."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from smadmin.domain.errors import KnownError, OutsideFailed
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.queue_renewal import PackedAnew
from smadmin.services.queue_states import QueueState
from smadmin.ui.accounts.renewing import renew_queued
from tests.gui.accounts.test_connection import card_of
from tests.gui.publish.direct_blog import connected, keep_token, with_blog
from tests.gui.seated import Seat


def states(seat: Seat) -> list[QueueState]:
    return [one.line.state for one in seat.office.lines.brief(seat.around.by).lines]


def test_a_yes_to_the_renewed_log_in_packs_what_is_queued_anew(seat: Seat, window: QWidget) -> None:
    platform = with_blog(seat)
    blog, office = connected(seat, platform), seat.office
    post, by = seat.released("wordpress"), seat.by("maya-ortega")
    packed = office.queueing.pack(by, post, blog.id, office.desk.now + timedelta(hours=1))
    office.publications.intend(by, post, blog.id)
    office.queueing.enter(by, packed)
    platform.tokens.clear()
    keep_token(seat, platform)
    by = seat.by("maya-ortega")
    assert states(seat) == [QueueState.BY_ITSELF]  # the very same token
    card = card_of(seat, window, blog)

    for button in (card.begin_button, card.ask_button, card.yes_button):
        button.click()
        seat.settle()

    assert states(seat) == [QueueState.BY_ITSELF]
    with office.desk.look() as unit:
        rows = [row.act for row in unit.record.about(Noun.PUBLICATIONS, packed.publication.id)]
    assert rows == [Act.INTEND, Act.QUEUE, Act.QUEUE]


def test_whoever_renews_is_told_what_stayed(
    seat: Seat, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[KnownError]()
    seat.around.performer.failedUnheard.disconnect()  # else the seat takes it for a fault of the test
    seat.around.performer.failedUnheard.connect(told.append)
    renewal, account = seat.office.queue_renewal, AccountId("any")
    monkeypatch.setattr(renewal, "pack", lambda by, account: PackedAnew((), 2))

    renew_queued(seat.around, account, window)
    seat.settle()

    assert [(one.happened.id, one.happened.values) for one in told] == [("queue.not-renewed", {"n": 2})]

    def locked(by: object, account: object) -> PackedAnew:
        raise OutsideFailed(say("keptpage.none"))

    monkeypatch.setattr(renewal, "pack", locked)
    renew_queued(seat.around, account, window)
    seat.settle()

    assert told[-1].happened.id == "keptpage.none"
