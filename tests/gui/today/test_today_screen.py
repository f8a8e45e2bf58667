"""Today on the sample school: filled from the store, one button a row, the weeks as picture and table."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.services.sample.making import PASSPHRASE
from smadmin.ui.buttons import ButtonKind
from smadmin.ui.theme import State
from smadmin.ui.today.need import Beside, Deed, Need, Step, Urgency
from smadmin.ui.today.screen import FIRST_SHOWN, TodayScreen
from smadmin.ui.today.strip import WeekStrip
from tests.gui.sitting import Sitting
from tests.today_views import post, view


def titles(screen: TodayScreen) -> list[str]:
    return [row.title.whole_text for row in screen.rows]


def test_the_latest_accounts_stand_on_top_and_only_the_first_button_is_the_main_one(
    today: TodayScreen,
) -> None:
    assert today.rows[0].title.whole_text.startswith(
        "Mastodon @larks_music@social.lincoln.example has been silent"
    )
    assert today.rows[1].title.whole_text.startswith("Instagram @lincoln.larks is overdue")
    kinds = [row.button.property("kind") for row in today.rows if row.button is not None]
    assert kinds[0] == ButtonKind.MAIN.value
    assert set(kinds[1:]) <= {ButtonKind.PLAIN.value}


def test_write_one_begins_a_draft_in_the_planned_slot(today: TodayScreen, sitting: Sitting) -> None:
    button = today.rows[0].button
    assert button is not None

    button.click()
    sitting.settle()

    drafts = sitting.office.posts.mine(sitting.actor)
    assert sitting.doors.opened == [("compose", drafts[0].id)]
    assert drafts[0].content.slot is not None
    assert len(drafts[0].content.accounts) == 1


def test_a_draft_that_was_begun_is_offered_instead_of_another(today: TodayScreen, sitting: Sitting) -> None:
    button = today.rows[0].button
    assert button is not None
    button.click()
    sitting.settle()

    again = today.rows[0].button
    assert again is not None
    again.click()

    assert again.text() == "Go on writing"
    assert sitting.doors.opened[0] == sitting.doors.opened[1]
    assert len(sitting.office.posts.mine(sitting.actor)) == 1


def test_the_principal_is_led_to_plan_and_silent_accounts_and_writes_nothing(
    today: TodayScreen, sitting: Sitting
) -> None:
    sitting.take_the_seat("ellen-whitcomb")
    today.load()
    sitting.settle()

    for row in today.rows:
        if row.button is not None:
            row.button.click()

    assert {screen for screen, _ in sitting.doors.opened} == {"accounts", "plan"}


def test_every_account_has_a_strip_that_says_what_it_shows(today: TodayScreen) -> None:
    strips = today.history.findChildren(WeekStrip)

    assert len(strips) == 5
    assert all("posts in" in strip.accessibleName() for strip in strips)


def test_a_cell_says_its_week(today: TodayScreen, qtbot: QtBot) -> None:
    strip = today.history.findChildren(WeekStrip)[0]
    place = strip.cell(23).center().toPoint()

    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))

    qtbot.waitUntil(lambda: "Week of" in QToolTip.text())
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, QPoint(0, 500), QPoint(0, 500)))


def test_the_cells_fill_the_strip_and_none_is_cut(today: TodayScreen) -> None:
    strip = today.history.findChildren(WeekStrip)[0]

    for width in (150, 240, 500, 900):
        strip.resize(width, strip.height())
        assert strip.cell(23).right() <= width
        assert strip.cell(0).right() < strip.cell(1).left()


def test_the_table_says_the_same_as_the_strips(today: TodayScreen) -> None:
    today.history.switch.click()
    table = today.history.table

    assert today.history.as_table
    assert (table.rowCount(), table.columnCount()) == (24, 5)
    head, newest = table.horizontalHeaderItem(0), table.item(0, 0)
    assert head is not None
    assert newest is not None
    assert head.text() == "Mastodon"
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Mastodon @larks_music@social.lincoln.example"
    assert newest.text() == "0, late"

    today.history.switch.click()
    assert not today.history.as_table


def test_more_needs_than_a_few_are_folded(today: TodayScreen) -> None:
    many = tuple(post(f"back-{number}", PostStage.SENT_BACK, sentence="Why?") for number in range(9))
    today._view, today._beside = view(Role.ADMINISTRATOR, posts=many), Beside()
    today._show()

    assert len(today.rows) == FIRST_SHOWN
    assert today.more is not None
    assert today.more.text() == "Show 4 more"
    today.more.click()
    assert len(today.rows) == 9
    assert today.more is None


def test_a_calm_day_says_so(today: TodayScreen) -> None:
    today._view = view(Role.REVIEWER)
    today._beside = Beside()
    today._show()

    assert titles(today) == ["Nothing waits for you"]
    assert today.rows[0].button is None


def test_a_new_school_is_led_step_by_step(today: TodayScreen, sitting: Sitting) -> None:
    today._view = view(
        Role.ADMINISTRATOR, accounts=(), envelope_open=True, principal_in=False, second_in=False
    )
    today._beside = Beside()
    today._show()
    shown = {key: button.property("kind") for key, button in today.start.buttons.items()}
    today.start.buttons["letter"].click()
    today._view = replace(today._view, envelope_open=False)
    today._show()
    today.start.buttons["principal"].click()

    assert titles(today) == []
    assert list(shown.values()) == [ButtonKind.MAIN.value] + [ButtonKind.PLAIN.value] * 2
    assert sitting.doors.opened == [("envelope", None), ("newcomer", None)]
    assert list(today.start.buttons) == ["principal", "account"]


def test_the_first_steps_vanish_once_all_are_done(today: TodayScreen) -> None:
    assert today.start.isHidden()


def test_a_backup_is_made_from_its_row(today: TodayScreen, sitting: Sitting) -> None:
    assert today._view is not None
    today._view = replace(today._view, school=replace(today._view.school, sample=False), accounts=())
    today._show()
    row = next(row for row in today.rows if row.title.whole_text == "No backup has ever been made.")
    said: list[object] = []
    today.bannerAsked.connect(said.append)
    assert row.button is not None

    row.button.click()
    sitting.qtbot.waitUntil(lambda: bool(said), timeout=10_000)

    assert sitting.office.backups.state().last is not None


def test_the_cards_stand_below_each_other_where_it_is_narrow(today: TodayScreen) -> None:
    def beside() -> bool:
        return today.history.geometry().top() == today.week.geometry().top()

    today.resize(1080, 700)
    QApplication.sendPostedEvents()
    wide = beside()
    for width in range(1080, 700, -20):  # as somebody drags it: the title row gives way first
        today.resize(width, 700)
        QApplication.sendPostedEvents()
    today._below.activate()

    assert wide
    assert not beside()


def test_the_plan_is_one_press_away(today: TodayScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(today.screenAsked) as asked:
        today.week.open_plan.click()

    assert asked.args == ["plan"]


def test_a_pressed_warning_takes_its_accounts_own_step(today: TodayScreen, sitting: Sitting) -> None:
    row = next(row for row in today.rows if row.objectName().startswith("account:"))

    today.open_subject(row.objectName())
    sitting.settle()

    drafts = sitting.office.posts.mine(sitting.actor)
    assert sitting.doors.opened == [("compose", drafts[0].id)]
    today.load()
    sitting.settle()
    assert len(sitting.doors.opened) == 1, "it is taken once"


def test_a_warning_whose_account_needs_nothing_any_more_shows_today(
    today: TodayScreen, sitting: Sitting
) -> None:
    today.open_subject("account:gone")
    sitting.settle()

    assert sitting.doors.opened == []
    assert today.rows


def test_where_nothing_is_planned_a_ready_made_text_is_offered_beside_an_empty_post(
    today: TodayScreen, sitting: Sitting
) -> None:
    account = sitting.office.posts.may_post(sitting.actor)[0].id
    step = Step(say("today.write-one"), Deed.WRITE, "compose", account=account)

    today.beginning.begin(step)
    sitting.settle()
    menu = today.findChildren(QMenu)[0]
    named = [one.text() for one in menu.actions() if one.text()]
    assert named[:3] == ["An empty post", "Ready-made text", "Game day"]
    assert menu.activeAction().text() == "An empty post", "Return writes as before"
    next(one for one in menu.actions() if one.text() == "Game day").trigger()
    menu.close()
    sitting.settle()

    (draft,) = sitting.office.posts.mine(sitting.actor)
    assert draft.content.accounts == (account,)
    assert draft.content.text.startswith("Game day!")
    assert sitting.doors.opened == [("compose", draft.id)]


def test_the_principal_in_the_chair_sees_what_is_theirs_and_nothing_of_whose_chair_it_is(
    today: TodayScreen, sitting: Sitting
) -> None:
    session = sitting.office.session
    ellen = next(one.person for one in session.sitters() if one.name == "Ellen Whitcomb")
    session.hand_over(ellen, PASSPHRASE)

    today.outdated()
    assert today.rows == []
    assert not today.history.isVisible()
    today.load()
    sitting.settle()

    steps = [row.button for row in today.rows if row.button is not None]
    for button in steps:
        button.click()
    assert {screen for screen, _ in sitting.doors.opened} <= {"approvals", "accounts", "plan", "notices"}
    assert sitting.doors.handed_over == []
    assert not today.own.isVisible()
    assert not today.elsewhere.isVisible()
    leaving = Need(
        Urgency.SIGN,
        "leaving",
        State.WAITS,
        say("today.nothing"),
        step=Step(say("today.nothing"), screen="departures"),
    )
    today._learn(today._beside.told("made-up", (leaving,)))
    assert today.elsewhere.whole_text == "One more thing waits for you: sign in yourself to see it."
