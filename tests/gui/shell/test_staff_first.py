"""The page for staff comes by itself: first to who signs in, after the work to who takes the chair."""

from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from smadmin.domain.actors import Actor
from smadmin.domain.ids import PostId
from smadmin.domain.policy.enforcement import Card
from smadmin.services.staff_pages import StaffPages
from smadmin.ui.banners import BannerModel
from smadmin.ui.shell.staff_first import PAGE
from smadmin.ui.staff.screen import StaffScreen
from tests.gui.shell.test_arriving import card_of, listed, name_button, type_in
from tests.gui.shell.test_places import lock, sit
from tests.gui.shell.tiny import Opened

LONG_MS = 20_000


@pytest.fixture
def asking(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A school that is sample in everything but this: its staff is asked."""
    monkeypatch.setattr(StaffPages, "_made_up", lambda _pages, _unit: False)
    opened.shell._screens = {**opened.shell._screens, PAGE: StaffScreen}
    return opened


def page(opened: Opened, qtbot: QtBot) -> StaffScreen:
    """Give the page, once it is seen and read."""
    qtbot.waitUntil(lambda: opened.frame.current == PAGE, timeout=LONG_MS)
    seen = opened.frame.seen
    assert isinstance(seen, StaffScreen)
    qtbot.waitUntil(lambda: bool(seen.cards) and seen.main.isVisible(), timeout=LONG_MS)
    return seen


def acting(opened: Opened) -> Actor:
    return opened.office.session.actor


def arrive(opened: Opened, qtbot: QtBot, screen: str) -> None:
    qtbot.waitUntil(lambda: opened.frame.current == screen, timeout=LONG_MS)


def quiet(opened: Opened, qtbot: QtBot) -> None:
    """Wait until what was asked of the store has come back."""
    for queue in (opened.performer.errand, opened.performer.perform, opened.performer.perform):
        came: list[None] = []
        queue(lambda: None, done=came.append)
        qtbot.waitUntil(partial(bool, came), timeout=LONG_MS)


@pytest.mark.demand("BAL-F1")
@pytest.mark.demand("WIC-G7")
def test_it_is_the_first_screen_until_it_was_read_and_then_it_is_gone_for_a_year(
    asking: Opened, qtbot: QtBot
) -> None:
    sit(asking, qtbot, "Maya Ortega")
    assert asking.frame.current == PAGE
    page(asking, qtbot).later.click()
    arrive(asking, qtbot, "today")
    asking.shell.open("plan", "2026-11-16")
    lock(asking, qtbot)

    sit(asking, qtbot, "Maya Ortega")
    page(asking, qtbot).main.click()
    arrive(asking, qtbot, "plan")
    assert asking.frame.seen is not None
    assert asking.frame.seen.subject == "2026-11-16", "where she was"
    assert any(
        isinstance(one, BannerModel) and one.happened.id == "staffpage.signed" for one in banners(asking)
    )
    lock(asking, qtbot)

    sit(asking, qtbot, "Maya Ortega")
    quiet(asking, qtbot)
    assert asking.frame.current == "plan"
    assert asking.office.staff_pages.page(acting(asking)).reading is not None


def banners(opened: Opened) -> tuple[BannerModel, ...]:
    return opened.frame.banners.models


def test_the_sample_school_asks_nobody(opened: Opened, qtbot: QtBot) -> None:
    opened.shell._screens = {**opened.shell._screens, PAGE: StaffScreen}

    sit(opened, qtbot, "Maya Ortega")
    quiet(opened, qtbot)

    assert opened.frame.current == "today"


def by_code(opened: Opened, qtbot: QtBot, to: str, subject: str | None) -> None:
    """Let Robin take Maya's chair by a code, led to something or to nothing."""
    code = listed(opened, "Robin Vega")["Robin Vega"]
    sit(opened, qtbot, "Maya Ortega")
    page(opened, qtbot).later.click()
    opened.shell.hand_over(to, subject)
    card = card_of(opened, qtbot)
    name_button(card, "Robin Vega")
    with qtbot.waitSignal(opened.shell.opened, timeout=30_000):
        type_in(card, code)


def handed_in(opened: Opened) -> PostId:
    office, first = opened.office, opened.office.session.signed_in
    assert first is not None
    account = next(one for one in office.posts.may_post(first.actor) if one.platform.value == "x")
    draft = office.posts.create(first.actor, (account.id,), text="The book fair opens on Thursday.").value
    office.posts.submit(first.actor, draft.id)
    return draft.id


@pytest.mark.demand("BAL-F1")
def test_who_came_for_a_second_look_gets_it_after_the_work_and_signs_it_with_their_own_key(
    asking: Opened, qtbot: QtBot
) -> None:
    by_code(asking, qtbot, "approvals", "a-post")
    robin, post = acting(asking), handed_in(asking)
    quiet(asking, qtbot)
    assert asking.frame.current == "approvals", "somebody waits for the look"

    asking.performer.perform(lambda: asking.office.approvals.send_back(robin, post, "Say until when"))
    read = page(asking, qtbot)
    assert robin.lent
    assert {one.topic.of for one in read.cards} >= {Card.FRIEND_REQUESTS, Card.WHAT_IS_RECORDED}
    read.main.click()

    arrive(asking, qtbot, "approvals")
    quiet(asking, qtbot)
    assert not asking.office.staff_pages.owed(robin)
    assert asking.office.verify().whole
    assert "Robin Vega" not in asking.office.staff_pages.brief(acting(asking)).late


@pytest.mark.demand("BAL-F1")
def test_who_has_nothing_to_look_at_gets_it_at_once_and_may_put_it_off(
    asking: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing: Callable[..., dict[str, int]] = lambda _office, _by: {}  # noqa: E731  a sample with nothing to do
    monkeypatch.setattr("smadmin.ui.shell.staff_first.waiting_for", nothing)

    by_code(asking, qtbot, "", None)
    page(asking, qtbot).later.click()

    arrive(asking, qtbot, "approvals")
    quiet(asking, qtbot)
    assert asking.frame.current == "approvals", "once at each turn"
    assert asking.office.staff_pages.owed(acting(asking))
