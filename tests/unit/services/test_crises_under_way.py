"""A crisis hold meets posts on their way: they are stopped and looked for; notices aren't even stopped."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.policy.values import NoticeKind
from smadmin.domain.publications import Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.services.notices import Notices
from smadmin.services.ready import Standing
from tests.direct import Direct
from tests.fake_platform import Fault
from tests.queued import make_queued
from tests.unit.services.test_crises import WHY, crises_of, founded


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    return founded(tmp_path)


def pressed_while_it_leaves(direct: Direct, *, taken: bool) -> Callable[[str], Fault | None]:
    """Press while the first post's bytes leave; perhaps the platform took them."""
    pressed: list[bool] = []

    def fault(method: str) -> Fault | None:
        if method != "publish" or pressed:
            return None
        pressed.append(crises_of(direct.road).hold(direct.road.by("pat")) is not None)
        return Fault(Trouble.STOPPED, after=taken)

    return fault


def settled(direct: Direct, publication: Publication) -> Standing:
    """Go on with it until nothing but a person or the hold's end is waited for."""
    for _ in range(40):
        standing = direct.go(publication)
        if standing.decision.next is not Next.WAIT:
            return standing
        direct.road.school.clock.forward(seconds=60)
    raise AssertionError("it never settles")


def test_what_was_stopped_on_its_way_is_looked_for_and_stays_until_everything_goes_on(direct: Direct) -> None:
    direct.platform.faults = pressed_while_it_leaves(direct, taken=False)
    leaving, crises = direct.intended(direct.released()), crises_of(direct.road)

    assert direct.go(leaving).sending.stage is SendStage.LOOKING
    sheet = crises.sheet(direct.road.by("pat"))
    assert sheet is not None
    assert [one.account for one in sheet.leaving] == [leaving.account]
    assert settled(direct, leaving).decision.next is Next.HOLD
    assert direct.platform.kept == []
    crises.go_on(direct.road.by("pat"), WHY)

    assert settled(direct, leaving).decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def test_what_was_out_in_that_moment_is_found_and_said(direct: Direct) -> None:
    direct.platform.faults = pressed_while_it_leaves(direct, taken=True)
    leaving = direct.intended(direct.released())

    assert settled(direct, leaving).decision.next is Next.DONE
    assert direct.platform.calls.count("publish") == 1


def test_a_notices_thread_is_spared_and_no_other(direct: Direct) -> None:
    road, spared = direct.road, []
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    today = road.school.clock.now().date()
    notices.sign(
        road.by("pat"),
        "School is closed today.",
        kind=NoticeKind.CLOSURE,
        people=(road.school.people["ana"],),
        accounts=direct.blogs[:1],
        days=(today, today + timedelta(days=30)),
    )
    text = notices.sheet(road.by("ana")).lines[0].text

    def note(method: str) -> None:
        if method == "publish":
            spared.append(threading.get_ident() in direct.sendings.spared)

    direct.platform.faults = note
    direct.go(direct.intended(direct.released()))
    direct.go(direct.intended(notices.send(road.by("ana"), text, {}).value))

    assert spared == [False, True]
    assert not direct.sendings.spared


def test_what_is_queued_stays_at_its_time_and_is_asked_about_once_that_is_long_over(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    road, clock = queued.direct.road, queued.direct.road.school.clock
    kept, crises = queued.queue(queued.direct.released()), crises_of(queued.direct.road)
    crises.hold(road.by("pat"))
    crises.say_why(road.by("pat"), WHY)  # sealed to people: a computer login can't open it, and needn't

    clock.forward(hours=1, seconds=1)
    assert queued.seat().go(kept).decision.next is Next.HOLD
    clock.forward(hours=2)
    crises.go_on(road.by("pat"), WHY)

    assert queued.seat().go(kept).decision.next is Next.ASK
    assert queued.direct.platform.kept == []
