"""What is taken back from a platform's scheduler near its time, and beside others of the same words."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.keys import TrustAct
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crises import Crises
from smadmin.services.how_far import how_far
from smadmin.services.queue_states import Lines, QueueState
from smadmin.services.ready import OtherIdentity
from smadmin.storage.outbox import OutboxShelf
from tests.entrusted import acts, add_child, entrusting, handed, kept_of, make_entrusted
from tests.fake_platform import Fault
from tests.queued import Queued


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_entrusted(tmp_path)


def crises(queued: Queued) -> Crises:
    road = queued.direct.road
    return Crises(road.school.desk, road.proof)


def test_what_the_scheduler_posted_as_it_was_deleted_is_told_as_out_and_never_sent_again(
    queued: Queued,
) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    crises(queued).hold(road.by("pat"))
    road.school.clock.forward(minutes=58, seconds=55)

    def slow(method: str) -> Fault | None:
        if method == "remove":
            road.school.clock.forward(seconds=70)  # it goes out meanwhile, and by its old name it is gone
        return None

    platform.faults = slow
    queued.seat().go_or_refused(publication)
    platform.faults = lambda _: None
    crises(queued).go_on(road.by("pat"), "It is over.")
    road.school.clock.forward(minutes=3)
    queued.seat().go_or_refused(publication)

    assert len(platform.kept) == 1
    assert Act.NOT_OUT not in acts(queued, publication)
    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


@pytest.mark.parametrize("into", [timedelta(seconds=2), timedelta(seconds=-30)])
def test_what_neither_waits_nor_is_out_at_its_time_may_be_out(queued: Queued, into: timedelta) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    platform.in_flight = timedelta(seconds=40)
    queued.seat().go(publication)
    road.school.clock.forward(seconds=3600 + into.total_seconds())
    crises(queued).hold(road.by("pat"))

    def slow(method: str) -> Fault | None:
        if method == "waiting" and into < timedelta():
            road.school.clock.forward(seconds=35)
        return None

    platform.faults = slow
    standing = queued.seat().go(publication)
    platform.faults = lambda _: None

    assert (standing.sending.stage, standing.sending.trouble) == (SendStage.ENTRUSTED, Trouble.LOST)
    crises(queued).go_on(road.by("pat"), "It is over.")
    road.school.clock.forward(minutes=3)
    queued.seat().go(publication)
    assert (len(platform.kept), platform.calls.count("publish")) == (1, 0)
    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


def test_what_is_nowhere_after_its_time_is_asked_about_though_everything_is_held(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    crises(queued).hold(road.by("pat"))
    platform.kept.clear()
    road.school.clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.seat().go(publication)
        road.school.clock.forward(hours=1)

    assert standing.decision.next is Next.ASK
    assert platform.calls.count("publish") == 0


def test_what_the_platform_missed_can_be_asked_back_and_ends_here(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    platform.misses = True
    road.school.clock.forward(hours=1, minutes=2)
    for _ in range(12):
        standing = queued.seat().go(publication)
        road.school.clock.forward(hours=1)
    assert standing.decision.next is Next.ASK

    entrusting(queued).ask_back(road.by("ana"), publication)
    queued.seat().go_or_refused(publication)

    assert platform.kept == []
    assert acts(queued, publication)[-1] == Act.NOT_OUT
    queued.queueing.take_out(road.by("ana"), publication)


def test_a_platform_whose_clock_is_ahead_is_believed(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    platform.kept.clear()
    own, road_clock = platform.now, road.school.clock
    platform.now = lambda: own() + timedelta(minutes=4)
    crises(queued).hold(road.by("pat"))
    road_clock.forward(minutes=57)

    queued.seat().go(publication)

    assert Act.NOT_OUT not in acts(queued, publication)


def later_one(queued: Queued, at: datetime) -> str:
    """Lay another post of the same words there, which goes out at its own time; gives its id."""
    platform = queued.direct.platform
    mine = platform.kept[0] if platform.kept else None
    ana = queued.direct.road.by("ana")
    post = queued.direct.released()
    packed = entrusting(queued).pack(ana, post, queued.direct.blogs[0], at)
    queued.direct.intended(post, queued.direct.blogs[0])
    queued.seat().go(queued.queueing.enter(ana, packed).value)
    return next(one.posted.id for one in platform.kept if one is not mine)


def test_beside_another_post_of_its_words_it_alone_is_taken_back(queued: Queued) -> None:
    queued.direct.platform.by_words = True
    other = later_one(queued, queued.in_an_hour + timedelta(hours=5))
    publication, platform = handed(queued), queued.direct.platform
    queued.seat().go(publication)
    assert len(platform.kept) == 2
    entrusting(queued).ask_back(queued.direct.road.by("ana"), publication)

    queued.seat().go_or_refused(publication)

    assert [one.posted.id for one in platform.kept] == [other]


def test_after_a_lost_answer_another_post_of_its_words_isnt_taken_for_it(queued: Queued) -> None:
    queued.direct.platform.by_words = True
    later_one(queued, queued.in_an_hour + timedelta(hours=5))
    publication, platform = handed(queued), queued.direct.platform
    faults = [Fault(Trouble.LOST, after=False)]
    platform.faults = lambda method: faults.pop() if method == "schedule" and faults else None

    standing = queued.seat().go(publication)

    assert standing.sending.stage is SendStage.LOOKING
    assert len(platform.kept) == 1


@pytest.mark.demand("BAL-B1f4")
def test_in_a_crisis_hold_every_screen_says_that_it_is_taken_back(queued: Queued) -> None:
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)
    crises(queued).hold(road.by("pat"))

    (listed,) = Lines(road.school.desk, road.proof).brief(road.by("pat")).lines
    with road.school.desk.look(road.by("ana")) as unit:
        proven, kept = road.proof.now(unit), unit.publications.get(publication.id)
        shown = queued.direct.sendings.stands(proven, kept)
        far = how_far(unit, proven, unit.posts.get(kept.post or PostId("")), road.school.clock.now())

    told = (listed.line.why, shown.kept_here, far.why)
    assert [[one.message.id for one in why] for why in told] == [["crisis.stopped"]] * 3
    assert listed.line.comes_back
    assert (far.kept_here, far.goes_at, far.waits_on) == (True, None, "")


def test_another_log_in_there_is_told_once_and_not_asked_at_every_look(queued: Queued) -> None:
    publication, direct = handed(queued), queued.direct
    queued.seat().go(publication)
    other = queued.queue(direct.released(text="Another one."), at=queued.in_an_hour)
    entrusting(queued).ask_back(direct.road.by("ana"), publication)
    owners = direct.platform.tokens
    direct.platform.tokens = {one: replace(who, id="foreign") for one, who in owners.items()}
    asked, refused = direct.platform.calls.count("who_am_i"), 0
    for _ in range(6):
        try:
            queued.seat().go(publication)
        except OtherIdentity:
            refused += 1
        direct.road.school.clock.forward(seconds=5)

    assert acts(queued, other).count(Act.NOT_OUT) == 1
    assert direct.platform.calls.count("who_am_i") - asked == refused < 6
    assert kept_of(queued, publication).sending is not None
    direct.platform.tokens = owners
    direct.road.school.clock.forward(minutes=5)
    queued.seat().go_or_refused(publication)
    assert direct.platform.kept == []


def test_whether_a_post_can_leave_is_said_without_reading_what_lies_sealed(
    queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication, road = handed(queued), queued.direct.road
    monkeypatch.delattr(OutboxShelf, "sealed")

    (listed,) = Lines(road.school.desk, road.proof).brief(road.by("pat")).lines

    assert (listed.line.publication.id, listed.line.state) == (publication.id, QueueState.BY_ITSELF)


def test_a_try_by_a_clock_that_was_wrong_keeps_no_later_one_off(queued: Queued) -> None:
    publication, platform, road = handed(queued), queued.direct.platform, queued.direct.road
    queued.seat().go(publication)
    clock = road.school.clock
    right, clock.at = clock.at, clock.at + timedelta(days=400)
    platform.faults = lambda _: Fault(Trouble.CERTIFICATE)
    queued.seat().go(publication)
    clock.at, platform.faults = right + timedelta(minutes=1), lambda _: None
    add_child(queued, "Zoe")

    queued.seat().go_or_refused(publication)

    assert platform.kept == []


def test_who_has_no_right_to_it_has_nothing_taken_back(queued: Queued) -> None:
    publication, road = handed(queued), queued.direct.road
    queued.seat().go(publication)
    with road.school.desk.deed(road.by("dee")) as deed:
        deed.record(Act.RECALL, Noun.PUBLICATIONS, publication.id)

    queued.seat().go_or_refused(publication)

    assert len(queued.direct.platform.kept) == 1


def test_whose_role_ends_before_its_time_has_it_kept_here(queued: Queued) -> None:
    direct, road = queued.direct, queued.direct.road
    ana, now = road.by("ana"), road.school.clock.now()
    with road.school.desk.deed(road.by("pat")) as deed:
        grants = [one for one in deed.trust.grants.values() if one.person == ana.person]
        for one in grants:
            ends = replace(one, id=road.school.desk.ids.new(), ends=now.date())
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, one.person, {"grant": one.id})
            deed.record_trust(TrustAct.GRANT, Noun.PEOPLE, one.person, {"grant": ends.to_plain()})
    post = direct.released()
    packed = entrusting(queued).pack(ana, post, direct.blogs[0], now + timedelta(days=2))
    direct.intended(post, direct.blogs[0])

    queued.seat().go_or_refused(queued.queueing.enter(ana, packed).value)

    assert direct.platform.kept == []
