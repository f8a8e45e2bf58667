"""The topics of an account's strategy are offered where a post is planned, and never have to be taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smadmin.domain.ids import AccountId
from smadmin.domain.plan import monday_of
from smadmin.domain.strategies import Strategy, Topic, TopicUse
from smadmin.ui.labels import PlainLabel
from smadmin.ui.plan.screen import PlanScreen
from tests.gui.plan.conftest import editor, monday, press, slots
from tests.gui.seated import CountingPerformer, Seat
from tests.gui.sitting import Sitting

WORDS = ("Bring a book.", "Take a book.", "Thank you all.", "Doors open at eight.")


def written(sitting: Sitting, *topics: Topic) -> None:
    """Write every account's strategy, as its administrator."""
    by = sitting.actor
    assert by.person is not None
    strategy = Strategy("Families know", "Families", topics, by.person, 30)
    for one in sitting.office.accounts.all():
        sitting.office.strategies.write(by, one.id, strategy)


@pytest.mark.demand("BAL-D3")
@pytest.mark.demand("BLO-IV-B2")
def test_a_post_is_planned_under_a_topic_of_the_strategy(plan: PlanScreen, sitting: Sitting) -> None:
    written(sitting, Topic("Sports", 50), Topic("Music", 30))

    press(plan, f"add:{monday(plan).isoformat()}")
    sitting.settle()
    form = editor(plan)
    assert form.hints.names.stringList() == ["Sports", "Music"]
    QTest.keyClicks(form.topic, "mus")
    completer, listed = form.topic.completer(), form.topic.completer().popup()
    assert (completer.completionCount(), listed is None) == (1, False)
    completer.activated.emit(completer.currentCompletion())
    if listed is not None:
        listed.hide()
    QTest.keyClick(form.topic, Qt.Key.Key_Return)
    sitting.settle()

    assert "Music" in [one.topic for one in slots(plan, sitting)]


@pytest.mark.demand("BAL-D3")
def test_neglected_topics_stand_first_and_are_said_while_their_account_is_chosen(
    plan: PlanScreen, sitting: Sitting
) -> None:
    press(plan, f"add:{monday(plan).isoformat()}")
    sitting.settle()
    form = editor(plan)
    chosen = form.account.currentData()
    uses = (TopicUse(Topic("Sports", 50), 9, 90, False), TopicUse(Topic("Music", 30), 1, 10, True))

    form.hints.offer({chosen: uses})

    assert form.hints.names.stringList() == ["Music", "Sports"]
    assert "Neglected lately: Music" in said(form.findChildren(PlainLabel))
    assert form.topic.accessibleDescription() == "Neglected lately: Music"
    form.account.setCurrentIndex(1)
    assert form.hints.names.stringList() == []
    assert "Neglected lately: Music" not in said(form.findChildren(PlainLabel))


def posted(sitting: Sitting, folder: Path) -> AccountId:
    """Let four posts go out on an account, each planned as news; gives the account."""
    office, seat = (
        sitting.office,
        Seat(sitting.office, CountingPerformer(), sitting.around.words, sitting.qtbot),
    )
    maya, account = seat.by("maya-ortega"), seat.accounts()["x"]
    slots = [office.plan.add(maya, account.id, seat.today, "News").value.id for _ in WORDS]
    office.plan.sign_week(seat.by("ellen-whitcomb"), monday_of(seat.today))
    for number, (slot, text) in enumerate(zip(slots, WORDS, strict=True)):
        maya = seat.by("maya-ortega")
        post = office.posts.create(maya, (account.id,), slot=slot, text=text).value.id
        office.posts.submit(maya, post)
        office.approvals.release(seat.by("daniel-reyes"), post)
        maya = seat.by("maya-ortega")
        begun = office.publications.intend(maya, post, account.id).value
        office.publications.hand_out(maya, begun, folder=folder / str(number), handle=account.handle)
        out = office.publications.note_handed_out(maya, begun).value
        link = f"https://x.com/{account.handle}/status/195000000000000000{number}"
        office.publications.confirm(maya, out, link)
    seat.performer.close()
    sitting.take_the_seat("maya-ortega")
    return account.id


@pytest.mark.demand("BAL-D3")
def test_what_went_out_of_late_says_which_topic_the_plan_shows_as_neglected(
    sitting: Sitting, tmp_path: Path
) -> None:
    written(sitting, Topic("News", 50), Topic("Music", 50))
    account = posted(sitting, tmp_path / "out")
    plan = PlanScreen(sitting.around)
    sitting.show(plan)
    plan.tabs.setCurrentIndex(1)
    sitting.settle()

    press(plan, f"add:{monday(plan).isoformat()}")
    sitting.settle()
    form = editor(plan)
    form.account.setCurrentIndex(form.account.findData(account))

    assert form.hints.names.stringList() == ["Music", "News"]
    assert "Neglected lately: Music" in said(form.findChildren(PlainLabel))


def said(labels: list[PlainLabel]) -> list[str]:
    return [one.whole_text for one in labels]
