"""Posts that go out with nobody signed in: judged again by the computer login, once, and only as queued."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import seal
from smadmin.domain.accounts import AccountStage
from smadmin.domain.corrections import CORRECTS_PART
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import StudentId
from smadmin.domain.keys import TrustAct
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Trouble, Who
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.students import Student, StudentEntry
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.ready import OtherIdentity, Standing
from smadmin.services.students.roster import Students
from tests.direct import Killed
from tests.fake_platform import Fault
from tests.queued import Queued, make_queued

AN_HOUR = {"hours": 1, "seconds": 1}


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


def on_to_the_end(queued: Queued, publication: Publication) -> Standing:
    """Go on as a worker does that is started anew each time."""
    clock = queued.direct.road.school.clock
    for _ in range(40):
        standing = queued.seat().go(publication)
        if standing.decision.next is not Next.WAIT:
            return standing
        assert standing.decision.at is not None
        clock.forward(seconds=max(0.0, (standing.decision.at - clock.now()).total_seconds()))
    raise AssertionError("it never ends")


def test_a_queued_post_goes_out_with_nobody_signed_in(queued: Queued) -> None:
    direct, school = queued.direct, queued.direct.road.school
    publication = queued.queue(direct.released(photo=True))
    school.session.lock()
    before = queued.seat().go(publication)
    assert (before.decision.next, direct.platform.kept) == (Next.WAIT, [])

    school.clock.forward(**AN_HOUR)
    after = queued.seat().go(publication)

    assert (after.decision.next, after.sending.stage) == (Next.DONE, SendStage.SEEN)
    assert [one.sent.key for one in direct.platform.kept] == [publication.id]
    assert direct.platform.kept[0].sent.pictures
    assert direct.acts(publication) == [Act.INTEND, Act.QUEUE, Act.SEND, Act.PUBLISH, Act.READ_BACK]
    with school.desk.look() as unit:
        assert unit.publications.get(publication.id).step is PublicationStep.CONFIRMED
        assert unit.outbox.ids() == ()
    verdict = school.records.verify(by=direct.road.by("pat"), root=school.root.key, noted=None)
    assert not verdict.faults


def test_the_file_is_sealed_and_leaves_nothing_behind_once_it_is_out(queued: Queued) -> None:
    direct, school = queued.direct, queued.direct.road.school
    text = "canary-a sentence that nobody reads before its time"
    publication = queued.queue(direct.released(text=text))
    lying = (school.folder / "store.db").read_bytes()
    assert direct.secret(direct.blogs[0]).encode() not in lying
    assert text.encode() not in lying
    with school.desk.look() as unit:
        sealed = unit.outbox.sealed(publication.id)
    assert sealed is not None
    assert sealed in lying or sealed[:64] in lying

    school.clock.forward(**AN_HOUR)
    queued.seat().go(publication)
    school.rest()

    assert sealed[:64] not in (school.folder / "store.db").read_bytes()


def test_a_kill_between_any_two_parts_leads_to_one_post(queued: Queued) -> None:
    direct = queued.direct
    for killed_after in range(10):
        publication = queued.queue(direct.released())
        direct.road.school.clock.forward(**AN_HOUR)

        with suppress(Killed):
            queued.seat().go(publication, killed_after=killed_after)
        standing = on_to_the_end(queued, publication)

        assert (standing.decision.next, standing.sending.stage) == (Next.DONE, SendStage.SEEN)
        assert [one.sent.key for one in direct.platform.kept].count(publication.id) == 1


@pytest.mark.parametrize("late", [timedelta(), timedelta(seconds=170)])
def test_a_lost_answer_is_looked_for_by_the_computer_login(queued: Queued, late: timedelta) -> None:
    direct, lost = queued.direct, [Fault(Trouble.LOST, after=True, late=late)]
    publication = queued.queue(direct.released())
    direct.platform.faults = lambda method: lost.pop() if method == "publish" and lost else None
    direct.road.school.clock.forward(**AN_HOUR)

    standing = on_to_the_end(queued, publication)

    assert standing.decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def test_what_missed_its_time_is_asked_about_and_never_sent_late(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    direct.road.school.clock.forward(hours=2, seconds=1)

    standing = queued.seat().go(publication)

    assert standing.decision.next is Next.ASK
    assert direct.platform.calls == ["who_am_i"]  # when it was connected
    with direct.road.school.desk.look(direct.road.by("ana")) as unit:
        proven = direct.road.proof.now(unit)
        shown = direct.sendings.stands(proven, unit.publications.get(publication.id))
    assert shown.decision.next is Next.ASK


def test_whoever_sits_there_leaves_it_to_the_computer_login(queued: Queued) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    direct.road.school.clock.forward(**AN_HOUR)

    assert direct.go(publication).decision.next is Next.WAIT
    assert direct.platform.kept == []


def changes_account(queued: Queued) -> None:
    desk, blog = queued.direct.road.school.desk, queued.direct.blogs[0]
    with desk.deed(queued.direct.road.by("pat")) as deed:
        held = replace(deed.unit.accounts.get(blog), stage=AccountStage.ON_HOLD)
        deed.unit.accounts.change(held)
        deed.record(Act.HOLD, Noun.ACCOUNTS, blog)


def holds_without_a_row(queued: Queued) -> None:
    """Hold the account and let it go on: whatever was decided then, a person looks."""
    changes_account(queued)
    desk, blog = queued.direct.road.school.desk, queued.direct.blogs[0]
    with desk.deed(queued.direct.road.by("pat")) as deed:
        deed.unit.accounts.change(replace(deed.unit.accounts.get(blog), stage=AccountStage.LIVE))
        deed.record(Act.GO_ON, Noun.ACCOUNTS, blog)


def opts_out(queued: Queued) -> None:
    desk, by = queued.direct.road.school.desk, queued.direct.road.by("pat")
    Students(desk, queued.direct.road.media, roster_age_days=30).add(by, StudentEntry("Lia", "Moreno"))


def opts_out_behind_the_record(queued: Queued) -> None:
    desk, cells = queued.direct.road.school.desk, queued.direct.road.by("pat").cells
    with desk.store.deed(desk.school, cells) as unit:
        unit.students.add(Student(StudentId("another"), desk.school, "Lia", "Moreno"))


def voids(queued: Queued) -> None:
    desk = queued.direct.road.school.desk
    with desk.deed(queued.direct.road.by("pat")) as deed:
        (post,) = (one for one in deed.unit.posts.all())
        deed.record(Act.VOID, Noun.POSTS, post.id)


def ends_releaser(queued: Queued) -> None:
    ends_key(queued, "pat", by="cem")


def ends_sender(queued: Queued) -> None:
    ends_key(queued, "ana", by="pat")


def ends_key(queued: Queued, name: str, *, by: str) -> None:
    school = queued.direct.road.school
    with school.desk.deed(school.by(by)) as deed:
        keys = [one for one in deed.trust.keys.values() if one.person == school.people[name]]
        for key in keys:
            deed.record_trust(TrustAct.RETIRE, Noun.KEYS, key.id, {"key": key.id})


def stops_everything(queued: Queued) -> None:
    road = queued.direct.road
    Crises(road.school.desk, road.proof).hold(road.by("pat"))


def seals_anew(queued: Queued) -> None:
    """Seal the very same packet once more: whoever can is nobody who signed for it."""
    desk, seat = queued.direct.road.school.desk, queued.direct.road.school.seat.identity
    assert seat is not None
    with desk.store.deed(desk.school, None) as unit:
        (one,) = unit.outbox.ids()
        unit.outbox.put(one, seal(seat.open(unit.outbox.sealed(one) or b""), [seat.recipient]))


def sets_clock_back(queued: Queued) -> None:
    """Sign something later than the post's time, and have the clock say that time afterwards."""
    school = queued.direct.road.school
    school.clock.forward(hours=1, minutes=10)
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.READ_STAFF_PAGE, Noun.PEOPLE, school.people["ana"])
    school.clock.forward(hours=-1, minutes=-10)


def restores(queued: Queued) -> None:
    desk = queued.direct.road.school.desk
    with desk.deed(queued.direct.road.by("pat")) as deed:
        deed.record(Act.RESTORE, Noun.RECORDS, None)


def puts_rules_in_force(queued: Queued) -> None:
    desk = queued.direct.road.school.desk
    with desk.deed(queued.direct.road.by("pat")) as deed:
        deed.record(Act.PUT_IN_FORCE, Noun.POLICIES, "another")


def corrects(queued: Queued) -> None:
    """Have it correct a post that is out: its words belong into that one, and a person puts them there."""
    road = queued.direct.road
    with road.school.desk.deed(road.by("ana")) as deed:
        (post,) = deed.unit.posts.all()
        deed.record(Act.CORRECT, Noun.CORRECTIONS, post.id, parts={CORRECTS_PART: {"post": "another"}})


HINDERS: tuple[Callable[[Queued], None], ...] = (
    changes_account,
    holds_without_a_row,
    opts_out,
    opts_out_behind_the_record,
    voids,
    ends_releaser,
    ends_sender,
    stops_everything,
    seals_anew,
    sets_clock_back,
    puts_rules_in_force,
    restores,
    corrects,
)


@pytest.mark.demand("BAL-B1g1")
@pytest.mark.parametrize("hinder", HINDERS, ids=lambda one: one.__name__)
def test_whatever_changed_since_keeps_it_here(queued: Queued, hinder: Callable[[Queued], None]) -> None:
    direct = queued.direct
    publication = queued.queue(direct.released())
    hinder(queued)
    direct.road.school.clock.forward(**AN_HOUR)

    try:
        standing = queued.seat().go(publication)
    except KnownError:
        pass
    else:
        assert standing.decision.next in {Next.HOLD, Next.WAIT, Next.ASK}
    assert direct.platform.kept == []
    assert Act.SEND not in direct.acts(publication)


def test_another_accounts_log_in_sends_nothing_and_is_noted(queued: Queued) -> None:
    direct, secret = queued.direct, queued.direct.secret(queued.direct.blogs[0])
    publication = queued.queue(direct.released())
    direct.platform.tokens[secret] = Who("id-other", "other", "Other", "https://other.example")
    direct.road.school.clock.forward(**AN_HOUR)

    with pytest.raises(OtherIdentity):
        queued.seat().go(publication)

    assert direct.platform.kept == []
    assert direct.acts(publication) == [Act.INTEND, Act.QUEUE, Act.NOT_OUT]
    assert queued.seat().go(publication).decision.next is Next.ASK
