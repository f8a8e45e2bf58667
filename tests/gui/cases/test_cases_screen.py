"""When something goes wrong: a child's picture gone at one press, cards closed once people know."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smadmin.domain.accounts import Platform
from smadmin.domain.blanks import blanks_in
from smadmin.domain.cases import Opening
from smadmin.domain.escalations import Trouble, Whom
from smadmin.domain.ids import PostId
from smadmin.domain.publishers import Trouble as Failed
from smadmin.domain.removals import RemovalStage
from smadmin.ui.buttons import Button
from smadmin.ui.cases.calls import dial
from smadmin.ui.cases.paper import laid_out
from smadmin.ui.cases.screen import CHILD_OUT, COMMENT, CasesScreen
from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.publish.screen import PublishScreen
from smadmin.ui.today.cases import case_needs
from smadmin.ui.today.screen import TodayScreen
from smadmin.ui.wording import Wording
from tests.fake_platform import FakePlatform, Fault
from tests.gui.publish.at_publish import X_LINK, AtPublish, NotedOutside, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import Seat


def shown(seat: Seat, window: QWidget, outside: NotedOutside) -> CasesScreen:
    seat.by("maya-ortega")
    screen = CasesScreen(seat.around, outside)
    seat.show(screen, window)
    return screen


@pytest.fixture
def outside(tmp_path: Path) -> NotedOutside:
    return NotedOutside(tmp_path / "out")


def sent(seat: Seat, window: QWidget, outside: NotedOutside) -> tuple[FakePlatform, PostId, AtPublish]:
    """Have a post out on the blog, sent by the program."""
    platform = with_blog(seat)
    connected(seat, platform)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at = AtPublish(seat, PublishScreen(seat.around, outside), outside)
    at.open(post, window)
    at.press()
    assert platform.kept
    return platform, post, at


def tell(screen: CasesScreen, seat: Seat, whom: Whom) -> None:
    form = screen.case.form
    form.whom.setCurrentIndex(form.whom.findData(whom.value))
    form.button.click()
    seat.settle()


@pytest.mark.demand("BLO-IV-D2")
@pytest.mark.demand("WIC-S4")
def test_at_one_press_it_is_gone_and_the_card_says_so(
    seat: Seat, window: QWidget, words: Wording, outside: NotedOutside
) -> None:
    platform, post, at = sent(seat, window, outside)
    at.card("wordpress").after.child_out.click()
    assert seat.doors.opened[-1] == ("cases", f"{CHILD_OUT}:{post}")
    assert at.screen.subject == post
    screen = shown(seat, window, outside)

    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()

    assert platform.kept == []
    said = texts(screen.case)
    assert words.say("cases.kept") in said
    assert "search.google.com" in said
    assert words.say("cases.others-none") in said
    assert "Le escribimos" in said
    assert "We are writing from Lincoln" in said
    letter = screen.case.parents.texts["text", "en"].whole_text
    blog = next(one for one in seat.office.accounts.all() if one.platform is Platform.WORDPRESS)
    assert blog.label in letter
    assert blog.label in screen.case.parents.texts["call", "es"].whole_text
    assert blanks_in(letter) == ("a photo of / information about",)
    screen.case.parents.buttons["en"].click()
    assert outside.copied() == letter
    assert not screen.case.close_button.isEnabled()
    tell(screen, seat, Whom.PRINCIPAL)
    screen.case.close_button.click()
    seat.settle()
    assert seat.office.cases.waiting(seat.by("maya-ortega")) == ()
    assert screen.case.close_button.isHidden()


def test_which_post_is_asked_where_none_is_named(
    seat: Seat, window: QWidget, words: Wording, outside: NotedOutside
) -> None:
    platform, post, _ = sent(seat, window, outside)
    screen = shown(seat, window, outside)
    screen.open_subject(CHILD_OUT)
    button = screen.which.buttons[post]
    assert button.hasFocus()

    button.click()
    seat.settle()

    assert platform.kept == []
    assert screen.which.buttons == {}
    assert screen.which.means.whole_text == words.say("cases.which-none")


def test_what_doesn_t_go_is_tried_again_and_the_card_stays_open(
    seat: Seat, window: QWidget, outside: NotedOutside
) -> None:
    platform, post, _ = sent(seat, window, outside)
    platform.faults = lambda method: Fault(Failed.BUSY) if method == "remove" else None
    screen = shown(seat, window, outside)

    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()

    assert platform.kept
    tell(screen, seat, Whom.PRINCIPAL)
    assert not screen.case.close_button.isEnabled()
    platform.faults = lambda _: None
    blog = next(one for one in seat.office.accounts.all() if one.platform is Platform.WORDPRESS)
    screen.case.clearing.buttons[f"try-again:{blog.id}"].click()
    seat.settle()
    assert platform.kept == []
    assert screen.case.close_button.isEnabled()


@pytest.mark.demand("BLO-IV-D2")
def test_where_a_person_takes_it_down_its_page_is_opened(
    seat: Seat, window: QWidget, outside: NotedOutside
) -> None:
    post, x, by = seat.released("x"), seat.accounts()["x"], seat.by("maya-ortega")
    at = AtPublish(seat, PublishScreen(seat.around, outside), outside)
    at.open(post, window)
    at.press()
    at.hand_out("x")
    at.paste("x", X_LINK)
    at.press()
    screen = shown(seat, window, outside)

    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()

    assert outside.pages[-1] == X_LINK
    outside.has_browser = False
    screen.case.clearing.buttons[f"open-page:{x.id}"].click()
    assert screen.banners.models[0].happened.id == "publishui.no-browser"
    assert outside.copied() == X_LINK
    screen.case.clearing.buttons[f"is-gone:{x.id}"].click()
    seat.settle()
    (line,) = seat.office.clearing.sheet(by, post).lines
    assert line.view.removal is not None
    assert line.view.removal.stage is RemovalStage.GONE


@pytest.mark.demand("BAL-E1")
@pytest.mark.demand("BAL-E2")
@pytest.mark.demand("BAL-E3")
@pytest.mark.demand("BAL-F2")
@pytest.mark.demand("BAL-D7")
@pytest.mark.demand("BLO-A2")
@pytest.mark.parametrize("trouble", [one for one in Trouble if one is not Trouble.CHILD_OUT])
def test_each_card_says_what_to_do_and_whom_to_ask_and_is_closed_once_people_know(
    trouble: Trouble, seat: Seat, window: QWidget, words: Wording, outside: NotedOutside
) -> None:
    screen = shown(seat, window, outside)
    screen.main.click()
    screen.picker.buttons[trouble].click()
    seat.settle()
    (case,) = seat.office.cases.waiting(seat.by("maya-ortega"))
    (need,) = case_needs([case], case.at)
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("cases", case.id)

    said = texts(screen.case)
    assert screen.case.steps.whole_text.startswith("1. ")
    assert words.say("sites.call") in said
    contact = seat.office.pack.contacts[0]
    assert contact.office in screen.case.policy.whole_text
    screen.case.policies.click()
    assert seat.doors.opened[-1] == ("school", None)
    assert not screen.case.close_button.isEnabled()
    first = Whom(str(screen.case.form.whom.itemData(0)).partition(":")[0])
    tell(screen, seat, first)
    screen.case.close_button.click()
    seat.settle()

    assert seat.office.cases.waiting(seat.by("maya-ortega")) == ()


@pytest.mark.demand("WIC-G5")
def test_a_number_is_copied_or_called_and_the_card_goes_on_paper(
    seat: Seat, window: QWidget, words: Wording, outside: NotedOutside
) -> None:
    screen = shown(seat, window, outside)
    called: list[str] = []

    def no_phone(number: str) -> bool:
        called.append(number)
        return False

    screen.dial = no_phone
    screen.open_subject(COMMENT)
    screen.picker.buttons[Trouble.ABUSE].click()
    seat.settle()

    screen.case.calls.copies["911"].click()
    assert outside.clipboard == ["911"]
    screen.case.calls.calls["911"].click()
    assert (called, outside.clipboard) == (["911"], ["911", "911"])
    assert not dial("no number")
    seen = screen._seen
    assert seen is not None
    paper = laid_out(seen.sheets[0], seen, "Lincoln", words).toPlainText()
    assert words.say("sites.do-report") in paper
    assert "911" in paper


def test_the_plan_leads_there_with_one_press(seat: Seat, window: QWidget, outside: NotedOutside) -> None:
    _, post, _ = sent(seat, window, outside)
    seat.by("maya-ortega")
    plan = PlanScreen(seat.around)
    seat.show(plan, window)

    (press,) = [one for one in plan.findChildren(Button) if one.objectName().startswith("child-out:")]
    press.click()

    assert seat.doors.opened[-1] == ("cases", f"{CHILD_OUT}:{post}")


def test_where_it_waits_to_go_out_it_is_stopped(seat: Seat, window: QWidget, outside: NotedOutside) -> None:
    platform = with_blog(seat)
    blog = connected(seat, platform)
    post, by = seat.released("wordpress"), seat.by("maya-ortega")
    packed = seat.office.queueing.pack(by, post, blog.id, seat.office.desk.now + timedelta(hours=1))
    seat.office.publications.intend(by, post, blog.id)
    seat.office.queueing.enter(by, packed)
    assert seat.office.clearing.sheet(by, post).waits == (blog.label,)
    screen = shown(seat, window, outside)

    screen.open_subject(f"{CHILD_OUT}:{post}")
    seat.settle()

    assert seat.office.clearing.sheet(by, post).waits == ()


def test_today_leads_to_the_cards(seat: Seat, window: QWidget) -> None:
    seat.by("maya-ortega")
    today = TodayScreen(seat.around)
    seat.show(today, window)

    today.wrong.click()

    assert seat.doors.opened[-1] == ("cases", COMMENT)


def test_where_one_part_is_seen_at_a_time_a_press_on_a_card_opens_it(
    seat: Seat, window: QWidget, outside: NotedOutside
) -> None:
    by = seat.by("maya-ortega")
    seat.office.cases.open(by, Opening(Trouble.THREAT))
    window.resize(600, 720)
    screen = shown(seat, window, outside)
    assert not screen.case.isVisible()
    rows = screen.list

    place = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert screen.case.isVisible()
