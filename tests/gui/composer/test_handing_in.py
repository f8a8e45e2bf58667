"""Reading back, handing in, releasing alone, and what happens with the post afterwards."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.plan import monday_of
from smadmin.domain.posts import PostStage
from smadmin.services.office import Office
from smadmin.ui.composer.heads import Step
from smadmin.ui.labels import PlainLabel
from smadmin.ui.publish.sample_link import sample_link
from tests.gui.composer.conftest import AUTHOR, Sitting
from tests.sample import sit


def sentences(sitting: Sitting) -> list[str]:
    """Give everything that is to be read on the seen page."""
    return [
        label.whole_text
        for label in sitting.screen.findChildren(PlainLabel)
        if label.isVisibleTo(sitting.screen)
    ]


def read_back(sitting: Sitting) -> None:
    """Press Ctrl+Enter in the text and wait for the second step."""
    editor = sitting.screen.writing.editor
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.qtbot.waitUntil(lambda: sitting.screen.step is Step.READ_BACK, timeout=5_000)


def until_handed_in(sitting: Sitting) -> None:
    sitting.qtbot.waitUntil(lambda: sitting.screen.step is Step.HANDED_IN, timeout=5_000)


def permit_alone(office: Office) -> None:
    """Have the principal let the author release planned text-only posts alone."""
    author = office.session.actor
    accounts = office.posts.may_post(author)
    today = office.school.local(office.desk.now).date()
    principal = sit(office, "ellen-whitcomb").actor
    assert author.person is not None
    office.approvals.permit(
        principal,
        author.person,
        starts=today,
        ends=today + timedelta(days=30),
        accounts=tuple(account.id for account in accounts),
    )
    office.plan.add(principal, accounts[0].id, today, "Celebrating learning")
    office.plan.sign_week(principal, monday_of(today))
    sit(office, AUTHOR)


@pytest.mark.demand("BAL-D2")
@pytest.mark.demand("WIC-S2")
def test_the_post_is_read_back_once_with_the_districts_questions(at_compose: Sitting) -> None:
    at_compose.office.learning.add_school(at_compose.office.session.actor, "Roosevelt Middle School")
    at_compose.choose(0, 1)
    at_compose.write("Doors of Roosevelt Middle open at six.")

    read_back(at_compose)

    read = sentences(at_compose)
    assert any("“Roosevelt Middle School”" in line and "right account" in line for line in read)
    assert "Would you mind reading this on the front page of the newspaper?" in read
    assert "Could this disrupt the school day?" in read
    assert any("change my mind" in line for line in read)  # it is her first post
    assert read.count("Doors of Roosevelt Middle open at six.") == 1
    assert "@lincoln_larks · X" in read
    assert at_compose.screen.window().focusWidget() is at_compose.screen.heads.send


def test_a_post_with_something_missing_is_not_read_back(at_compose: Sitting) -> None:
    child = at_compose.child(opted_out=True)
    at_compose.choose(0)
    at_compose.write(f"Thanks to {child.first_name} {child.last_name}")

    at_compose.screen.read_back()
    at_compose.until_saved()
    at_compose.settle()

    assert at_compose.screen.step is Step.WRITE
    assert at_compose.screen.heads.writing.missing == "This child's family doesn't want the name published."


def test_after_handing_in_it_says_who_releases_and_lets_them_sit_down(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    read_back(at_compose)

    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)
    at_compose.screen.heads.onward.click()

    post = at_compose.stored()[0]
    assert post.stage is PostStage.SUBMITTED
    assert any("Ellen Whitcomb" in sentence for sentence in sentences(at_compose))
    assert at_compose.doors.handed_over == [("approvals", post.id)]
    assert at_compose.doors.asked_passphrase == 0


def test_a_planned_text_goes_straight_on_under_a_standing_permission(
    office: Office, request: pytest.FixtureRequest
) -> None:
    permit_alone(office)
    at_compose: Sitting = request.getfixturevalue("at_compose")

    at_compose.choose(0)  # 1 act
    at_compose.screen.writing.offer.click()  # 2 acts
    at_compose.write("Doors open at six.")
    read_back(at_compose)  # 3 acts
    assert at_compose.screen.heads.send.text() == "Release and publish"
    QTest.keyClick(at_compose.screen.heads.send, Qt.Key.Key_Return)  # 4 acts
    at_compose.qtbot.waitUntil(lambda: bool(at_compose.doors.opened), timeout=5_000)

    post = at_compose.stored()[0]
    assert post.stage is PostStage.RELEASED
    assert at_compose.doors.opened == [("publish", post.id)]
    assert at_compose.doors.asked_passphrase == 1


def test_a_post_off_the_plan_goes_to_others_all_the_same(
    office: Office, request: pytest.FixtureRequest
) -> None:
    permit_alone(office)
    at_compose: Sitting = request.getfixturevalue("at_compose")
    at_compose.choose(0)
    at_compose.write("Something nobody planned.")

    read_back(at_compose)

    assert at_compose.screen.heads.send.text() == "Submit for release"


def test_a_handed_in_post_can_be_taken_back(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    read_back(at_compose)
    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)

    at_compose.screen.handed_in_page.takeBackAsked.emit()

    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.WRITE, timeout=5_000)
    assert at_compose.screen.writing.editor.words == "Doors open at six."
    at_compose.write(" Bring friends.")
    assert at_compose.until_saved().stage is PostStage.DRAFT


def test_a_new_draft_begins_without_accounts_and_offers_those_of_last_time(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.write("Doors open at six.")
    read_back(at_compose)
    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)
    last = at_compose.doors.accounts

    at_compose.screen.opening.new_draft()

    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.WRITE, timeout=5_000)
    assert at_compose.screen.writing.editor.words == ""
    assert at_compose.doors.accounts == ()
    assert at_compose.screen.writing.editor.placeholderText().startswith("First choose")
    again = at_compose.screen.writing.last
    assert again.accessibleName().startswith("As last time: ")
    again.click()
    assert at_compose.doors.accounts == last
    assert not again.isVisible()


def test_pressing_an_account_of_last_time_chooses_it(at_compose: Sitting) -> None:
    at_compose.choose(0, 1)
    at_compose.write("Doors open at six.")
    read_back(at_compose)
    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)
    at_compose.screen.opening.new_draft()
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.WRITE, timeout=5_000)

    at_compose.choose(0)

    assert [one.at_handle for one in at_compose.doors.accounts] == ["@lincoln_larks"]


def test_until_another_draft_has_come_no_account_takes_a_press(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    post = at_compose.until_saved().id
    at_compose.screen.opening.new_draft()
    at_compose.settle()

    at_compose.screen.open_subject(post)

    assert not at_compose.screen.writing.toggles.isEnabled()
    at_compose.settle()
    assert at_compose.screen.writing.toggles.isEnabled()
    assert at_compose.screen.writing.editor.words == "Doors open at six."


def test_ctrl_enter_is_the_main_button_of_every_step(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    read_back(at_compose)

    at_compose.qtbot.waitUntil(lambda: not at_compose.screen.heads.send.settling)
    QTest.keyClick(at_compose.screen.heads.send, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    until_handed_in(at_compose)
    assert at_compose.stored()[0].stage is PostStage.SUBMITTED


def test_a_double_click_on_read_it_back_hands_nothing_in(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    at_compose.until_saved()
    heads = at_compose.screen.heads
    QTest.mouseClick(heads.read_back, Qt.MouseButton.LeftButton)
    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.READ_BACK, timeout=5_000)

    QTest.mouseClick(heads.send, Qt.MouseButton.LeftButton)

    at_compose.settle()
    assert at_compose.screen.step is Step.READ_BACK
    assert at_compose.stored()[0].stage is PostStage.DRAFT
    at_compose.qtbot.waitUntil(lambda: not heads.send.settling)
    QTest.mouseClick(heads.send, Qt.MouseButton.LeftButton)
    until_handed_in(at_compose)


def test_a_post_that_was_sent_back_shows_the_reviewers_sentence(at_compose: Sitting) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    read_back(at_compose)
    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)
    post = at_compose.stored()[0].id
    principal = sit(at_compose.office, "ellen-whitcomb").actor
    at_compose.office.approvals.send_back(principal, post, "Which day?")
    sit(at_compose.office, AUTHOR)

    at_compose.screen.open_subject(post)

    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.WRITE, timeout=5_000)
    assert "Which day?" in sentences(at_compose)


def test_once_a_post_is_out_the_next_visit_begins_another(at_compose: Sitting, tmp_path: Path) -> None:
    at_compose.choose(0)
    at_compose.write("Doors open at six.")
    at_compose.until_saved()
    read_back(at_compose)
    at_compose.screen.heads.send.click()
    until_handed_in(at_compose)
    post = at_compose.stored()[0].id
    at_compose.screen.hide()

    publish(at_compose.office, post, tmp_path / "out")
    at_compose.screen.outdated()
    at_compose.screen.show()
    at_compose.screen.shown()

    at_compose.qtbot.waitUntil(lambda: at_compose.screen.step is Step.WRITE, timeout=5_000)
    assert at_compose.screen.writing.editor.words == ""
    assert at_compose.doors.accounts == ()


def publish(office: Office, post: PostId, folder: Path) -> None:
    """Release a post as the principal and take it out as its author."""
    office.approvals.release(sit(office, "ellen-whitcomb").actor, post)
    author = sit(office, AUTHOR).actor
    account = next(one for one in office.posts.may_post(author) if one.id in accounts_of(office, post))
    begun = office.publications.intend(author, post, account.id).value
    office.publications.hand_out(author, begun, folder=folder, handle=account.handle)
    handed = office.publications.note_handed_out(author, begun).value
    link = sample_link(office.school, account, post)
    office.publications.confirm(author, handed, link, handle_seen=account.handle)


def accounts_of(office: Office, post: PostId) -> tuple[AccountId, ...]:
    return office.posts.get(office.session.actor, post).content.accounts
