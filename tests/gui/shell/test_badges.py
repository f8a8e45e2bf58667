"""The side bar's numbers follow who acts and what changed."""

from collections.abc import Mapping
from threading import current_thread

import pytest
from PySide6.QtCore import QObject

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.changes import Changes
from smadmin.domain.comments import CommentForm, CommentKind
from smadmin.domain.messages import say
from smadmin.domain.rounds import Spot
from smadmin.services.office import Office
from smadmin.services.requested import Waiting
from smadmin.ui.shell.badges import QUIET_MS, Badges, waiting_for
from smadmin.ui.theme import State
from smadmin.ui.today.counted import Counted
from smadmin.ui.today.need import Need, Urgency
from smadmin.ui.today.screen import TodayScreen
from tests.gui.sitting import Sitting
from tests.sample import sit


def test_numbers_are_counted_for_who_acts_and_gone_once_locked(sitting: Sitting) -> None:
    shown: list[Mapping[str, int]] = []
    parent = QObject()
    badges = Badges(sitting.around, shown.append, parent)

    badges.count()
    sitting.settle()
    sitting.office.lock()
    badges.count()

    told = {"today", "compose", "photos", "approvals", "plan", "students", "accounts", "comments"}
    assert set(shown[0]) == told
    assert shown[1:] == [{}]


def test_a_comment_that_waits_for_an_answer_is_counted(sitting: Sitting) -> None:
    office = sitting.office
    maya = sit(office, "maya-ortega").actor
    now, account = office.comment_views.look(maya).now, office.posts.may_post(maya)[0].id
    assert waiting_for(office, maya)["comments"] == 0

    office.comments.enter(
        maya, CommentForm(account, CommentKind.QUESTION, Spot.COMMENTS, "When?", "A parent", "", now)
    )

    assert waiting_for(office, maya)["comments"] == 1


def test_a_question_to_the_principal_is_counted_with_what_waits_for_a_release(sitting: Sitting) -> None:
    office = sitting.office
    maya = office.session.actor
    account = office.posts.may_post(maya)[0]
    before = waiting_for(office, sit(office, "ellen-whitcomb").actor)["approvals"]
    draft = office.posts.create(sit(office, "maya-ortega").actor, (account.id,), text="The fair opens.").value
    office.questions.ask(office.session.actor, draft.id, "May we say where?")

    assert waiting_for(office, sit(office, "ellen-whitcomb").actor)["approvals"] == before + 1


def test_an_account_that_waits_for_a_yes_is_counted_for_who_says_it(sitting: Sitting) -> None:
    office = sitting.office
    ellen = sit(office, "ellen-whitcomb").actor
    before = waiting_for(office, ellen)["accounts"]
    facts = office.opening.facts(sit(office, "maya-ortega").actor)
    maya = office.session.actor
    form = AccountForm(
        Platform.X, "Lincoln Chess Club", "", "", "chess@lincoln.example", ellen.person, kind=AccountKind.CLUB
    )
    answers = tuple("Families ask for it" for _ in facts.pack.opening.questions)
    request = AccountRequest(answers, "Families", 45, comments=False, monitor=None, administrator=maya.person)
    office.opening.ask(maya, form, request)

    assert waiting_for(office, maya)["accounts"] == 0
    assert waiting_for(office, sit(office, "ellen-whitcomb").actor)["accounts"] == before + 1


def test_many_changes_are_counted_once_when_it_is_quiet(sitting: Sitting) -> None:
    shown: list[Mapping[str, int]] = []
    parent = QObject()
    badges = Badges(sitting.around, shown.append, parent)

    for _ in range(5):
        badges.heard(Changes.of("posts", ["one"]))
    at_once = len(shown)
    sitting.qtbot.waitUntil(lambda: bool(shown), timeout=QUIET_MS + 5_000)

    assert (at_once, len(shown)) == (0, 1)


def test_what_waits_for_nobody_is_not_counted(sitting: Sitting) -> None:
    parent = QObject()
    badges = Badges(sitting.around, lambda _: None, parent)

    badges.heard(Changes.of("videos", ["one"]))

    assert not badges._later.isActive()


@pytest.mark.parametrize(
    "noun", ["calendar", "keys", "records", "schools", "meetings", "credentials", "departures", "sites"]
)
def test_what_changes_todays_cards_changes_their_number(sitting: Sitting, noun: str) -> None:
    parent = QObject()
    badges = Badges(sitting.around, lambda _: None, parent)

    badges.heard(Changes.of(noun, ["one"]))

    assert badges._later.isActive()
    assert noun in TodayScreen.NOUNS


@pytest.mark.parametrize("who", ["maya-ortega", "ellen-whitcomb"])
def test_todays_number_is_that_of_its_cards(sitting: Sitting, who: str) -> None:
    sitting.take_the_seat(who)
    shown: list[Mapping[str, int]] = []
    parent = QObject()
    badges = Badges(sitting.around, shown.append, parent)
    today = TodayScreen(sitting.around)
    sitting.show(today)

    badges.count()
    sitting.qtbot.waitUntil(lambda: len(shown) == 2, timeout=20_000)
    sitting.settle()
    if today.more is not None:
        today.more.click()

    assert shown[-1]["today"] == len(today.rows) > 1
    sitting.office.lock()
    badges.count()
    assert shown[-1] == {}


def test_todays_number_follows_a_card_that_comes_without_any_change_in_the_store(sitting: Sitting) -> None:
    shown: list[Mapping[str, int]] = []
    parent = QObject()
    badges = Badges(sitting.around, shown.append, parent)
    today = TodayScreen(sitting.around)
    badges.follow(today)
    badges.follow(today)
    sitting.show(today)
    badges.count()
    sitting.qtbot.waitUntil(lambda: bool(shown) and shown[-1]["today"] > 0, timeout=20_000)
    sitting.settle()
    before = shown[-1]["today"]

    more = Need(Urgency.ACCOUNTS, "one", State.NOTE, say("today.nothing"))
    today._learn(today._beside.told("unnamed", (more,)))

    assert shown[-1]["today"] == before + 1


def test_nobody_sees_the_numbers_of_who_sat_there_before(sitting: Sitting) -> None:
    shown: list[Mapping[str, int]] = []
    parent = QObject()
    badges = Badges(sitting.around, shown.append, parent)
    badges.begin()
    sitting.qtbot.waitUntil(lambda: bool(shown) and shown[-1].get("today", 0) > 0, timeout=20_000)
    badges.count()  # under way for the first person

    sitting.take_the_seat("ellen-whitcomb")
    shown.clear()
    badges.begin()
    sitting.qtbot.waitUntil(lambda: len(shown) == 3, timeout=20_000)

    assert shown[0] == {}
    assert shown[1] == {**waiting_for(sitting.office, sitting.actor), "today": 0}


def test_requests_in_files_are_read_beside_the_store(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def noted(_office: Office) -> tuple[Waiting, ...]:
        threads.append(current_thread().name)
        return ()

    monkeypatch.setattr("smadmin.ui.today.sources.who_waits", noted)
    parent = QObject()
    counted: list[int] = []
    Counted(sitting.around, parent).count(counted.append)
    sitting.show(TodayScreen(sitting.around))

    sitting.qtbot.waitUntil(lambda: bool(counted) and len(threads) >= 2, timeout=20_000)
    assert all(name.startswith("smadmin-errand") for name in threads)
