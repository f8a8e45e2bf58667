"""What visitors wrote, as it stands on a round: newest first, one press to enter, nothing of it is run."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publishers import Posted, PublisherFailed, Trouble
from smadmin.domain.shown_comments import shown
from smadmin.services.comments_shown import OurPost, ShownComments, ShownLine
from smadmin.ui.buttons import Button
from smadmin.ui.comments.shown_part import ShownPart
from smadmin.ui.labels import PlainLabel
from smadmin.ui.wording import Wording

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
UNDER = OurPost(PostId("p"), Posted("7", "https://hill.example/choir"), "The choir sings.")


def line(number: int, *, new: bool = True, entered: bool = False, text: str = "Lovely!") -> ShownLine:
    link = f"https://hill.example/choir#{number}"
    comment = shown(author=f"Visitor {number}", text=text, link=link, at=NOW - timedelta(hours=number))
    return ShownLine(comment, UNDER, new, entered)


def found(*lines: ShownLine, by_hand: int = 0) -> ShownComments:
    return ShownComments(AccountId("a"), lines, 3, by_hand)


@pytest.fixture
def part(words: Wording, window: QWidget, qtbot: QtBot) -> ShownPart:
    made = ShownPart(words)
    qtbot.addWidget(made)
    made.setParent(window)
    return made


def said(part: ShownPart) -> str:
    labels = (one for one in part.findChildren(PlainLabel) if one.isVisibleTo(part))
    return "\n".join(one.whole_text for one in labels)


def named(part: ShownPart, words: str) -> list[Button]:
    return [one for one in part.findChildren(Button) if words in one.text() and one.isVisibleTo(part)]


def test_a_platform_that_is_not_asked_shows_nothing(part: ShownPart) -> None:
    part.show_comments(None)

    assert part.isHidden()


def test_comments_are_counted_and_one_press_enters_one(part: ShownPart, qtbot: QtBot) -> None:
    part.show_comments(found(line(1), line(2, new=False), by_hand=2))

    assert "2 comments under the newest posts, 1 since the last round." in said(part)
    assert "2 newer posts were posted by hand" in said(part)
    with qtbot.waitSignal(part.entered) as entered:
        named(part, "Enter this one")[0].click()
    assert entered.args == [line(1)]


def test_what_was_entered_is_said_and_offered_no_more(part: ShownPart) -> None:
    part.show_comments(found(line(1), line(2)))

    part.note_entered(line(1))

    assert len(named(part, "Enter this one")) == 1
    assert "Entered" in said(part)


def test_many_come_ten_at_a_time(part: ShownPart) -> None:
    part.show_comments(found(*(line(one) for one in range(25))))
    assert part.lines.count() == 10
    assert "Show older ones (15)" in part.more.text()

    part.more.click()
    part.more.click()

    assert part.lines.count() == 25
    assert part.more.isHidden()


def test_a_strangers_markup_is_letters(part: ShownPart) -> None:
    part.show_comments(found(line(1, text="<img src=x onerror=alert(1)><b>Hi</b>")))

    assert "<b>Hi</b>" in said(part)


def test_what_went_wrong_is_said_and_can_be_tried_again(part: ShownPart, qtbot: QtBot) -> None:
    part.show_asking()
    part.show_error(PublisherFailed(Trouble.UNREACHABLE, "hill.example"))

    assert "hill.example" in said(part)
    with qtbot.waitSignal(part.asked):
        part.again.click()
