"""Letting a post go out by itself: what is asked before it is packed, and taking it out again."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Trouble, Who
from smadmin.domain.sending import Next
from smadmin.domain.students import StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.ready import OtherIdentity
from smadmin.services.students.roster import Students
from smadmin.storage.backup import leave_out_patterns, snapshot
from tests.direct import Killed
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued

AN_HOUR = {"hours": 1, "seconds": 1}


@pytest.fixture
def queued(tmp_path_factory: pytest.TempPathFactory) -> Queued:
    return make_queued(tmp_path_factory.mktemp("queued"))


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(minutes=-5), timedelta(days=400)])
def test_a_time_that_is_over_or_after_the_release_is_refused(queued: Queued, ahead: timedelta) -> None:
    at = queued.direct.road.school.clock.now() + ahead

    with pytest.raises(NotAllowed) as refused:
        queued.queue(queued.direct.released(), at=at)

    assert {one.place for one in refused.value.reasons} == {"at"}
    with queued.direct.road.school.desk.look() as unit:
        assert unit.outbox.ids() == ()


def test_the_time_is_the_schools_own_across_daylight_saving(queued: Queued) -> None:
    with queued.direct.road.school.desk.look() as unit:
        school = unit.schools.get(queued.direct.road.school.id)

    before, after = date(2026, 10, 30), date(2026, 11, 2)  # clocks go back on November 1
    assert school.zone == "America/Denver"
    assert school.moment(before, time(14)) == datetime(2026, 10, 30, 20, tzinfo=UTC)
    assert school.moment(after, time(14)) == datetime(2026, 11, 2, 21, tzinfo=UTC)
    twice, never = (
        school.moment(date(2026, 11, 1), time(1, 30)),
        school.moment(date(2027, 3, 14), time(2, 30)),
    )
    assert twice == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)
    assert never == datetime(2027, 3, 14, 9, 30, tzinfo=UTC)


def test_taken_out_it_is_shredded_goes_nowhere_and_can_be_queued_again(queued: Queued) -> None:
    direct = queued.direct
    post = direct.released()
    publication = queued.queue(post)
    queued.queueing.take_out(direct.road.by("ana"), publication)
    direct.road.school.clock.forward(**AN_HOUR)

    assert queued.seat().go(publication).decision.next is Next.DONE

    assert direct.platform.kept == []
    with direct.road.school.desk.look() as unit:
        assert unit.outbox.ids() == ()
        assert unit.publications.get(publication.id).step is PublicationStep.GIVEN_UP
    again = queued.queue(post)
    direct.road.school.clock.forward(**AN_HOUR)
    assert queued.seat().go(again).decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def adds_child(queued: Queued) -> None:
    desk, by = queued.direct.road.school.desk, queued.direct.road.by("pat")
    Students(desk, queued.direct.road.media, roster_age_days=30).add(by, StudentEntry("Lia", "Moreno"))


def corrects_account(queued: Queued) -> None:
    with queued.direct.road.school.desk.deed(queued.direct.road.by("pat")) as deed:
        deed.record(Act.CHANGE, Noun.ACCOUNTS, queued.direct.blogs[0])


def connects_anew(queued: Queued) -> None:
    queued.direct.connect(queued.direct.blogs[0])


def stops_everything(queued: Queued) -> None:
    Crises(queued.direct.road.school.desk, queued.direct.road.proof).hold(queued.direct.road.by("pat"))


CHANGES = (adds_child, corrects_account, connects_anew, stops_everything)


@pytest.mark.demand("BAL-B1g1")
def test_what_changed_between_packing_and_signing_keeps_it_out_of_the_queue(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    for change in CHANGES:
        post = direct.released()
        packed = queued.queueing.pack(ana, post, direct.blogs[0], queued.in_an_hour)
        publication = direct.intended(post)
        change(queued)

        with pytest.raises(NotAllowed):
            queued.queueing.enter(ana, packed)

        assert direct.acts(publication) == [Act.INTEND], change.__name__


def test_nobody_else_takes_it_out_but_the_office_does(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released())

    with pytest.raises(NotAllowed):
        queued.queueing.take_out(queued.direct.road.by("dee"), publication)
    queued.queueing.take_out(queued.direct.road.by("pat"), publication)

    assert queued.direct.acts(publication)[-1] == Act.UNQUEUE


def test_after_it_left_it_cannot_be_taken_out(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    direct.platform.faults = lambda method: Fault(Trouble.LOST) if method == "publish" else None
    direct.road.school.clock.forward(**AN_HOUR)
    queued.seat().go(publication)

    with pytest.raises(NotAllowed):
        queued.queueing.take_out(direct.road.by("ana"), publication)


def test_nothing_goes_out_from_somebodys_own_computer(queued: Queued) -> None:
    queued.queueing._keeps_here = lambda _by: False

    with pytest.raises(NotAllowed):
        queued.queue(queued.direct.released())


def test_while_it_is_queued_nobody_posts_it_by_hand_or_sends_it_beside(queued: Queued) -> None:
    direct, ana = queued.direct, queued.direct.road.by("ana")
    publication = queued.queue(direct.released())

    with pytest.raises(NotAllowed):
        direct.road.publications.note_handed_out(ana, publication)
    ready = direct.sendings.look_ready(ana, publication)
    asked = direct.sendings.ask(ready)
    with pytest.raises(NotAllowed):
        direct.sendings.begin(ana, ready, asked)

    assert Act.SEND not in direct.acts(publication)


def test_whoever_signs_in_next_counts_the_post_as_published(queued: Queued) -> None:
    direct = queued.direct
    post = direct.released()
    publication = queued.queue(post)
    direct.road.school.clock.forward(**AN_HOUR)
    queued.seat().go(publication)

    queued.queueing.close_posts(direct.road.by("dee"))

    with direct.road.school.desk.look(direct.road.by("dee")) as unit:
        assert unit.posts.get(post).stage is PostStage.PUBLISHED
    assert not queued.queueing.close_posts(direct.road.by("dee"))


def test_another_accounts_log_in_is_told_to_whoever_signs_in_next(queued: Queued) -> None:
    direct, blog = queued.direct, queued.direct.blogs[0]
    publication = queued.queue(direct.released())
    direct.platform.tokens[direct.secret(blog)] = Who("id-other", "other", "Other", "https://other.example")
    direct.road.school.clock.forward(**AN_HOUR)
    with pytest.raises(OtherIdentity):
        queued.seat().go(publication)

    assert queued.queueing.wrong_log_ins(direct.road.by("ana")) == ((blog, "other"),)


def test_while_another_program_may_be_sending_it_nobody_looks_for_it(queued: Queued) -> None:
    direct, clock = queued.direct, queued.direct.road.school.clock
    publication = queued.queue(direct.released())
    clock.forward(**AN_HOUR)
    with pytest.raises(Killed):
        queued.seat().go(publication, killed_after=4)  # after it wrote that its bytes leave
    assert direct.acts(publication)[-1] == Act.SEND

    soon = direct.go(publication)
    clock.forward(minutes=10)
    late = direct.go(publication)

    assert soon.decision.next is Next.WAIT
    assert "find" in direct.platform.calls
    assert late.decision.next is Next.WAIT


def test_a_backup_holds_nothing_that_could_go_out_again(queued: Queued, tmp_path: Path) -> None:
    queued.queue(queued.direct.released())
    copy = tmp_path / "copy.db"
    snapshot(queued.direct.road.school.folder / "store.db", copy)

    leave_out_patterns(copy)

    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
