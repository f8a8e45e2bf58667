"""A post that the platform's own scheduler keeps: handed over once, watched, taken back, read at its time."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from tests.direct import Killed
from tests.entrusted import acts, add_child, entrusting, handed, kept_of, make_entrusted
from tests.fake_platform import Fault
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def test_it_is_handed_over_at_once_waits_there_and_is_read_at_its_time(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform

    standing = queued.seat().go(publication)

    assert (standing.sending.stage, standing.decision.next) == (SendStage.ENTRUSTED, Next.WAIT)
    assert [one.shows for one in platform.kept] == [queued.in_an_hour]
    assert "publish" not in platform.calls
    queued.direct.road.school.clock.forward(hours=1, minutes=1, seconds=1)
    queued.seat().go(publication)
    assert acts(queued, publication) == [
        *(Act.INTEND, Act.QUEUE, Act.SEND, Act.ENTRUST, Act.PUBLISH, Act.READ_BACK)
    ]
    kept = kept_of(queued, publication)
    assert (kept.step, kept.differs) == (PublicationStep.CONFIRMED, ())
    assert len(platform.kept) == 1


def test_a_lost_answer_is_looked_for_there_and_nothing_is_handed_over_twice(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    faults = [Fault(Trouble.LOST, after=True)]
    platform.faults = lambda method: faults.pop() if method == "schedule" and faults else None

    standing = queued.seat().go(publication)

    assert standing.sending.stage is SendStage.ENTRUSTED
    assert (len(platform.kept), platform.calls.count("schedule")) == (1, 1)


@pytest.mark.parametrize("part", range(9))
def test_killed_anywhere_it_is_there_once(queued: Queued, part: int) -> None:
    publication, platform = handed(queued), queued.direct.platform

    with suppress(Killed):
        queued.seat().go(publication, killed_after=part)
    queued.direct.road.school.clock.forward(minutes=1)
    standing = queued.seat().go(publication)
    for _ in range(20):
        if standing.sending.stage is SendStage.ENTRUSTED:
            break
        queued.direct.road.school.clock.forward(minutes=1)
        standing = queued.seat().go(publication)

    assert standing.sending.stage is SendStage.ENTRUSTED
    assert len(platform.kept) == 1


@pytest.mark.demand("BAL-B1j2")
def test_a_change_of_the_list_of_children_takes_it_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    add_child(queued, "Zoe")

    standing = queued.seat().go_or_refused(publication)

    assert platform.kept == []
    assert acts(queued, publication)[-1] == Act.NOT_OUT
    assert kept_of(queued, publication).step is PublicationStep.INTENDED
    assert standing is None, "it isn't handed over anew"


def test_off_line_it_is_tried_until_it_is_taken_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    entrusting(queued).ask_back(queued.direct.road.by("ana"), publication)
    platform.faults = lambda method: Fault(Trouble.UNREACHABLE) if method == "who_am_i" else None
    for _ in range(12):
        assert queued.seat().go(publication).decision.next is Next.WAIT
        queued.direct.road.school.clock.forward(minutes=1)
    assert len(platform.kept) == 1
    platform.faults = lambda _: None

    queued.seat().go_or_refused(publication)

    assert platform.kept == []


def test_what_could_not_be_taken_back_in_time_is_told_as_out(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    entrusting(queued).ask_back(queued.direct.road.by("ana"), publication)
    queued.direct.road.school.clock.forward(hours=1, minutes=2)

    queued.seat().go(publication)

    assert len(platform.kept) == 1
    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


def test_what_the_platform_missed_is_asked_about_and_never_sent_from_here(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    platform.misses = True
    clock = queued.direct.road.school.clock
    clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.seat().go(publication)
        clock.forward(hours=1)

    assert standing.decision.next is Next.ASK
    assert (len(platform.kept), platform.calls.count("publish")) == (1, 0)


def test_what_was_not_handed_over_in_time_goes_out_from_here_at_its_time(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    clock = queued.direct.road.school.clock
    clock.forward(minutes=50)  # the computer was off
    assert queued.seat().go(publication).decision.next is Next.WAIT
    clock.forward(minutes=11)

    queued.seat().go(publication)

    assert (platform.calls.count("schedule"), platform.calls.count("publish")) == (0, 1)


def test_a_stop_to_everything_takes_it_back(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    road = queued.direct.road
    crises, pat = Crises(road.school.desk, road.proof), road.by("pat")
    crises.hold(pat)
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert [(one.link, one.post) for one in sheet.there] == [(platform.kept[0].posted.link, publication.post)]
    assert sheet.leaving == ()

    standing = queued.seat().go(publication)

    assert platform.kept == []
    sheet = crises.sheet(pat)
    assert sheet is not None
    assert (sheet.there, sheet.stopped) == ((), 1)
    assert standing.decision.next is Next.HOLD


def test_what_somebody_deleted_there_is_asked_about_and_never_sent_from_here(queued: Queued) -> None:
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    platform.kept.clear()
    clock = queued.direct.road.school.clock
    clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.seat().go(publication)
        clock.forward(hours=1)

    assert standing.decision.next is Next.ASK
    assert platform.kept == []


def test_a_hold_of_its_account_takes_it_back(queued: Queued) -> None:
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)
    with road.school.desk.deed(road.by("pat")) as deed:
        account = deed.unit.accounts.get(publication.account)
        deed.unit.accounts.change(replace(account, stage=AccountStage.ON_HOLD))
        deed.record(Act.HOLD, Noun.ACCOUNTS, account.id)

    queued.seat().go_or_refused(publication)

    assert queued.direct.platform.kept == []
