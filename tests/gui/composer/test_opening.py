"""Which post is open: the one asked for, whatever was seen before."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from smadmin.ui.composer.heads import Step
from tests.gui.composer.conftest import Sitting


def until_handed_in(sitting: Sitting) -> None:
    sitting.qtbot.waitUntil(lambda: sitting.screen.step is Step.HANDED_IN, timeout=5_000)


def published_post(sitting: Sitting) -> PostId:
    """Store a post that is out: nothing leads on from it."""
    office, by = sitting.office, sitting.office.session.actor
    draft = office.posts.create(by, (office.posts.may_post(by)[0].id,)).value
    with office.desk.deed(by) as deed:
        deed.unit.posts.change(replace(draft, stage=PostStage.PUBLISHED))
    return draft.id


def test_what_is_asked_for_comes_although_an_old_post_was_seen_before(at_compose: Sitting) -> None:
    at_compose.screen.open_subject(published_post(at_compose))
    until_handed_in(at_compose)
    by, account = at_compose.office.session.actor, at_compose.screen.writing.toggles.toggles[0].account
    asked = at_compose.office.posts.create(by, (account.id,)).value
    at_compose.screen.outdated()  # somebody else has sat in the chair

    at_compose.screen.shown()
    at_compose.screen.open_subject(asked.id)
    for _ in range(4):
        at_compose.settle()

    assert at_compose.screen.step is Step.WRITE
    assert at_compose.screen.write.keeper.draft == asked
    assert not at_compose.screen.writing.held


def test_a_space_at_a_post_that_is_out_leads_nowhere(at_compose: Sitting) -> None:
    at_compose.screen.open_subject(published_post(at_compose))
    until_handed_in(at_compose)
    assert at_compose.screen.heads.onward.isHidden()

    focused = at_compose.screen.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    at_compose.screen.heads.onwardAsked.emit()

    assert not isinstance(focused, QPushButton)
    assert at_compose.doors.handed_over == []
