"""A principal who isn't there: asked first, the e-mail, the yes that is signed, the countersignature."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.posts import PostStage
from smadmin.domain.spoken import SpokenYes, Way
from smadmin.publishing.mail import MAIL_FILE
from smadmin.services.spoken import YesSheet
from smadmin.ui.approvals.screen import ApprovalsScreen
from smadmin.ui.approvals.yes_form import YesForm
from smadmin.ui.labels import PlainLabel
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Outside
from smadmin.ui.wording import Wording
from tests.gui.seated import TEXT, Seat


@dataclass
class Around(Outside):
    """A computer that only notes."""

    folder: Path
    opened: list[Path] = field(default_factory=list)

    @override
    def copy(self, text: str) -> None: ...

    @override
    def copied(self) -> str:
        return ""

    @override
    def copy_files(self, files: Sequence[Path]) -> None: ...

    @override
    def open_page(self, address: str) -> Opened:
        return Opened.NO_BROWSER

    @override
    def open_folder(self, folder: Path) -> bool:
        self.opened.append(folder)
        return True

    @override
    def choose_folder(self, start: Path, title: str, parent: QWidget) -> Path | None:
        return None

    @override
    def first_folder(self) -> Path:
        return self.folder

    @override
    def open_apart(self, account: Account, address: str, person: PersonId | None) -> Opened:
        return Opened.NO_BROWSER


@pytest.fixture
def outside(tmp_path: Path) -> Around:
    return Around(tmp_path / "out")


@pytest.fixture
def screen(seat: Seat, outside: Around) -> ApprovalsScreen:
    return ApprovalsScreen(seat.around, outside)


def seen_whole(widget: QWidget) -> bool:
    """Tell whether a widget is in sight, whatever scrolls around it."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def texts(widget: QWidget) -> str:
    shown = [one.whole_text for one in widget.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(shown).replace("\u200b", "")


def test_a_yes_by_phone_goes_from_the_e_mail_to_the_countersignature(
    seat: Seat, screen: ApprovalsScreen, window: QWidget, outside: Around
) -> None:
    maya = seat.by("maya-ortega")
    x = seat.accounts()["x"]
    draft = seat.office.posts.create(maya, (x.id,), text=TEXT).value  # for no planned post
    seat.office.posts.submit(maya, draft.id)
    seat.by("daniel-reyes")
    seat.show(screen, window)
    form = screen.detail.yes
    form.unfold_button.click()

    form.prepare.click()
    seat.settle()

    (folder,) = outside.opened
    mail = (folder / "post.txt").read_text("utf-8")
    code = next(line.strip() for line in mail.splitlines() if line.startswith("    "))
    assert (folder / MAIL_FILE).exists()
    form.open.click()
    assert outside.opened == [folder, folder]
    seat.qtbot.waitUntil(lambda: seen_whole(form.sign))
    assert TEXT in mail
    assert "Ellen Whitcomb" in mail
    assert not form.sign.isEnabled()
    form.code.setText("four wrong words here")
    form.code.textEdited.emit(form.code.text())
    form.sign.click()
    seat.settle()
    assert "four words" in texts(form)
    form.code.setText(code)
    QTest.keyClick(form.code, Qt.Key.Key_Return)
    seat.settle()
    assert seat.office.posts.get(maya, draft.id).stage is PostStage.RELEASED
    assert "By the yes that Ellen Whitcomb gave" in texts(screen)

    seat.by("ellen-whitcomb")
    screen.outdated()
    screen.load()
    seat.settle()
    (button,) = screen._aside.owed.buttons
    button.click()
    seat.settle()
    assert seat.office.spoken.owed(seat.by("ellen-whitcomb")) == ()


def test_whoever_can_release_it_is_offered_no_yes_by_phone(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    maya = seat.by("maya-ortega")
    draft = seat.office.posts.create(maya, (seat.accounts()["x"].id,), text=TEXT).value
    seat.office.posts.submit(maya, draft.id)
    seat.by("ellen-whitcomb")
    seat.show(screen, window)

    for part in screen.parts():
        part()
    seat.qtbot.wait(20)  # a layout shows what it was given a turn later

    assert "You can release it." in texts(screen)
    assert screen.detail.yes.isHidden()


@pytest.mark.demand("BLO-A4")
def test_the_principal_reads_and_answers_what_was_asked_first(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    maya = seat.by("maya-ortega")
    draft = seat.office.posts.create(maya, (seat.accounts()["x"].id,), text=TEXT).value
    seat.office.questions.ask(maya, draft.id, "May we say which day it is?")
    ellen = seat.by("ellen-whitcomb")
    seat.show(screen, window)

    assert "May we say which day it is?" in texts(screen)
    assert TEXT in texts(screen)
    assert not screen.main.isVisible()
    screen.asked.form.unfold()
    screen.asked.form.line.setText("Yes, it is public.")
    QTest.keyClick(screen.asked.form.line, Qt.Key.Key_Return)
    seat.settle()

    assert seat.office.questions.waiting(ellen) == ()
    (told,) = seat.office.questions.brief(seat.by("maya-ortega")).answered
    assert told.question.answer is not None
    assert told.question.answer.sentence == "Yes, it is public."


def test_why_nobody_can_be_asked_stands_at_the_button(words: Wording, window: QWidget) -> None:
    form = YesForm(words, window)
    closed = Reason(say("spoken.closed", n=3))

    form.show_sheet(YesSheet((), None, None, (closed,), ()), datetime(2026, 11, 22, 9, 0))  # noqa: DTZ001  school's wall time
    form.unfold()

    assert not form.prepare.isEnabled()
    assert "3 yeses by phone wait" in form.why_not.whole_text


def test_the_principal_takes_back_what_somebody_else_said_was_her_yes(
    seat: Seat, screen: ApprovalsScreen, window: QWidget
) -> None:
    maya = seat.by("maya-ortega")
    draft = seat.office.posts.create(maya, (seat.accounts()["x"].id,), text=TEXT).value
    seat.office.posts.submit(maya, draft.id)
    ellen, spoken = seat.by("ellen-whitcomb"), seat.office.spoken
    principal = PersonId(ellen.person or "")
    asked = spoken.prepare(maya, draft.id, principal).value
    yes = SpokenYes(principal, Way.PHONE, seat.office.desk.now, asked.code)
    spoken.sign(seat.by("daniel-reyes"), draft.id, yes)
    seat.by("ellen-whitcomb")
    seat.show(screen, window)

    screen._aside.owed.disowned.emit(str(draft.id))
    seat.settle()

    assert seat.office.posts.get(maya, draft.id).stage is not PostStage.RELEASED
    assert seat.office.approvals.released(maya, draft.id) is None
