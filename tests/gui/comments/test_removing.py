"""*Hide or remove…* on the screen: refused for a view, kept with a picture, by two where it has to be."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QScrollArea, QWidget

from smadmin.domain.comments import CommentKind
from smadmin.domain.moderating import Measure, Way
from smadmin.domain.moderating import Wish as Asked
from smadmin.ui.buttons import Button
from smadmin.ui.comments.removing import BlockPart, MeasurePart
from smadmin.ui.comments.screen import CommentsScreen
from tests.gui.comments.test_comments_screen import MAYA, enter, said
from tests.gui.registers import seat_of
from tests.gui.seated import Seat

ELLEN = "ellen-whitcomb"


seat = seat_of(MAYA)


@pytest.fixture
def screen(seat: Seat, window: QWidget) -> CommentsScreen:
    made = CommentsScreen(seat.around)
    seat.show(made, window)
    enter(made, seat, CommentKind.OTHER, "Buy cheap watches at watches.example!")
    return made


def part_of(screen: CommentsScreen, kind: type[MeasurePart] = MeasurePart) -> MeasurePart:
    return next(one for one in screen.beside.comment.parts if type(one) is kind)


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def press(part: MeasurePart, text: str, seat: Seat) -> None:
    next(one for one in part.findChildren(Button) if one.text() == text and one.isVisibleTo(part)).click()
    seat.settle()


@pytest.mark.demand("YEL-U2")
@pytest.mark.demand("SOC-M7")
@pytest.mark.demand("WIC-S4")
def test_a_comment_is_refused_for_its_view_then_kept_with_a_pasted_picture_and_seen_hidden(
    screen: CommentsScreen, seat: Seat
) -> None:
    part = part_of(screen)
    part.button.click()
    form = part.form
    assert not form.do_button.isVisibleTo(part)
    choose(form.view, "yes")
    assert "is no reason to remove a comment" in said(form, screen)
    assert not form.do_button.isVisibleTo(part)

    choose(form.view, "no")
    assert "Copies may stay" in said(form, screen)
    assert not form.do_button.isEnabled()
    form.kind.setCurrentIndex(0)
    assert not form.second.isVisibleTo(part)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF8800)
    QGuiApplication.clipboard().setImage(picture)
    form.paste_button.click()
    assert form.do_button.isEnabled()
    form.do_button.click()
    seat.settle()

    assert "Kept: text, author, link, time and a picture." in said(part, screen)
    area = screen.beside.currentWidget()
    assert isinstance(area, QScrollArea)
    below = part.steps.mapTo(area.viewport(), part.steps.rect().bottomLeft()).y()
    assert 0 < below <= area.viewport().height(), "what is to be done now is out of sight"
    assert not form.isVisibleTo(part)
    assert part.picture.isHidden()
    press(part, "Look at the kept picture", seat)
    assert part.picture.pixmap().toImage().pixelColor(20, 10).red() > 200
    press(part, "I see that it is hidden", seat)
    shown = said(part, screen)
    assert "by Maya Ortega" in shown
    assert "asks that this comment goes" not in shown, "she did it alone: it is said once"
    assert "Removed on" not in said(screen.beside.comment, screen)
    assert "From found to removed:" in shown
    assert "Copies may stay" in shown
    assert screen.list.rows[-1].chip == "Removed"
    assert not part.button.isVisibleTo(part)


def test_a_file_that_is_no_picture_is_refused_and_nothing_is_kept(
    screen: CommentsScreen, seat: Seat, tmp_path: Path
) -> None:
    part = part_of(screen)
    part.button.click()
    choose(part.form.view, "no")
    part.form.kind.setCurrentIndex(0)
    wrong = tmp_path / "shot.png"
    wrong.write_bytes(b"no picture")
    part.form.shot.take(wrong)
    part.form.do_button.click()
    seat.settle()

    assert part.form.shot.error
    assert seat.office.moderation.look(seat.around.by).sheets == ()


def test_a_visitor_is_blocked_by_two(screen: CommentsScreen, seat: Seat, window: QWidget) -> None:
    part = part_of(screen, BlockPart)
    part.button.click()
    form = part.form
    choose(form.view, "no")
    form.kind.setCurrentIndex(0)
    form.line.setText("The tenth time this week.")
    form.unpictured.setChecked(True)
    assert "Lindke v. Freed" in said(form, screen)
    form.do_button.click()
    seat.settle()
    agree = next(one for one in part.findChildren(Button) if one.text().startswith("I agree"))
    assert not agree.isEnabled()

    comment = seat.office.moderation.look(seat.around.by).sheets[0].one.comment
    seat.by(ELLEN)
    other = CommentsScreen(seat.around)
    seat.show(other, window)
    other.open_subject(comment)
    seat.settle()
    theirs = part_of(other, BlockPart)
    press(theirs, "I agree: it breaks the policy", seat)
    press(theirs, "I blocked this visitor", seat)
    assert "Blocked until" in said(theirs, other)
    press(theirs, "I lifted the block there", seat)
    assert "The block was lifted on" in said(theirs, other)


def test_what_was_removed_is_listed_and_given_out_without_anybody_in_person(
    screen: CommentsScreen, seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.removed_button.click()
    log = screen.beside.removed
    assert "Nothing was removed" in said(log, screen)
    assert not log.table_button.isVisibleTo(screen)
    comment, by = seat.office.comment_views.look(seat.around.by).comments[0].comment.id, seat.around.by
    kind = seat.office.moderation.look(by).grounds[0].kind
    wish = Asked(Measure.REMOVAL, kind, viewpoint=False, way=Way.HIDE, unpictured=True)
    seat.office.moderating.ask(by, comment, wish)
    seat.office.moderating.done(by, comment, Measure.REMOVAL, Way.HIDE)
    screen.load()
    seat.settle()

    assert "1 removed" in said(log, screen)
    assert "nobody's name" in said(log, screen)
    for button, ending in ((log.table_button, "csv"), (log.json_button, "json")):
        file = tmp_path / f"log.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, file=file: (str(file), ""))
        button.click()
        seat.settle()
        text = file.read_text("utf-8")
        assert "hide" in text
        assert "watches" not in text
        assert "Maya" not in text
