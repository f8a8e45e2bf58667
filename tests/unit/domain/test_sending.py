"""No walk through the states posts twice, none loses a post, and every wait has its bounds."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.publishers import NOTHING_WENT_OUT, Trouble
from smadmin.domain.sending import (
    FIRST_WAIT,
    LEAVES_WITHIN,
    LONGEST_WAIT,
    MOST_LOOKS,
    MOST_TRIES,
    SETTLES,
    Around,
    Decision,
    Next,
    Sending,
    SendStage,
    absent,
    backoff,
    begun,
    decide,
    failed,
    given_up,
    gone_on,
    hindered,
    read,
    taken,
    unseen,
)

NOW = datetime(2026, 11, 16, 15, tzinfo=UTC)
OPEN = Around(NOW, NOW - timedelta(days=1), NOW + timedelta(days=6))
SENT = begun(Sending(), NOW)
AFTER_IT_MAY_BE_OUT = [one for one in Trouble if one not in NOTHING_WENT_OUT]


@dataclass
class Platform:
    """A server, and what really happened there, which no answer need tell."""

    taken_at: list[datetime] = field(default_factory=list)

    def shows(self, now: datetime) -> int:
        return sum(at <= now for at in self.taken_at)


def walked(data: st.DataObject, platform: Platform) -> tuple[Sending, datetime]:
    """Walk until it rests or the steps are over; kills, waits, lies and people's choices are drawn."""
    sending, now = Sending(), NOW
    for _ in range(60):
        now += data.draw(st.sampled_from([timedelta(0), FIRST_WAIT, SETTLES, LONGEST_WAIT]))
        held = data.draw(st.booleans())
        decision = decide(sending, replace(OPEN, now=now, held=held))
        if decision.next is Next.SEND:
            assert not platform.taken_at, "it was sent again though it is out"
            begins = begun(sending, now)
            now += data.draw(st.sampled_from([timedelta(0), LEAVES_WITHIN]))  # its bytes leave meanwhile
            sending = sent(data, platform, begins, now)
        elif decision.next is Next.LOOK:
            sending = looked(data, platform, sending, now)
        elif decision.next is Next.READ:
            sending = data.draw(st.sampled_from([read(sending), unseen(sending, Trouble.BUSY, now), sending]))
        elif decision.next is Next.ASK and data.draw(st.booleans()):
            sending = gone_on(sending)
        elif decision.next is Next.DONE:
            break
    return sending, now


def sent(data: st.DataObject, platform: Platform, sending: Sending, now: datetime) -> Sending:
    """Let the bytes leave: taken or not, at once or while nobody listens any more, and told or not."""
    trouble = data.draw(st.sampled_from([None, *Trouble]))
    if trouble in NOTHING_WENT_OUT:
        return failed(sending, trouble, now)
    if trouble is None or data.draw(st.booleans()):
        platform.taken_at.append(now + data.draw(st.sampled_from([timedelta(0), SETTLES])))
    if data.draw(st.booleans()):
        return sending  # killed before anything could be written down
    return taken(sending) if trouble is None else failed(sending, trouble, now, timedelta(minutes=7))


def looked(data: st.DataObject, platform: Platform, sending: Sending, now: datetime) -> Sending:
    if data.draw(st.booleans()):
        return data.draw(st.sampled_from([sending, unseen(sending, Trouble.UNREACHABLE, now)]))
    return taken(sending) if platform.shows(now) else absent(sending, now)


@given(st.data())
def test_no_walk_posts_twice_and_none_loses_a_post(data: st.DataObject) -> None:
    platform = Platform()

    sending, _ = walked(data, platform)

    assert len(platform.taken_at) <= 1
    if sending.stage in {SendStage.POSTED, SendStage.SEEN}:
        assert len(platform.taken_at) == 1
    if sending.stage is SendStage.INTENDED:
        assert not platform.taken_at
        assert given_up(sending).stage is SendStage.GIVEN_UP


@given(st.integers(0, 10_000), st.none() | st.timedeltas())
def test_every_wait_has_its_bounds(tries: int, wish: timedelta | None) -> None:
    assert FIRST_WAIT <= backoff(tries, wish) <= LONGEST_WAIT


def test_a_servers_own_wish_counts_where_it_is_the_longer_one() -> None:
    assert backoff(1) == FIRST_WAIT
    assert backoff(2) == FIRST_WAIT * 2
    assert backoff(1, timedelta(minutes=10)) == timedelta(minutes=10)
    assert backoff(1, timedelta(days=30)) == LONGEST_WAIT
    assert backoff(4, timedelta(0)) == FIRST_WAIT * 8


@pytest.mark.parametrize("trouble", AFTER_IT_MAY_BE_OUT)
def test_after_a_lost_answer_it_is_looked_for_and_not_sent(trouble: Trouble) -> None:
    lost = failed(SENT, trouble, NOW)

    later = replace(OPEN, now=NOW + LONGEST_WAIT)
    assert lost.stage is SendStage.LOOKING
    assert decide(lost, later).next is Next.LOOK


def test_what_a_kill_left_behind_is_looked_for_though_everything_is_held_and_the_time_is_over() -> None:
    late = replace(OPEN, now=OPEN.closes + timedelta(days=1), held=True)

    assert decide(SENT, late) == Decision(Next.LOOK)
    assert decide(taken(SENT), late) == Decision(Next.READ)


def test_not_finding_it_proves_something_only_once_the_server_must_be_done() -> None:
    lost_at = NOW + timedelta(minutes=8)  # so long its pictures and calls took
    lost = failed(SENT, Trouble.LOST, lost_at)
    at_once = absent(lost, lost_at)
    soon = absent(at_once, lost_at + SETTLES - timedelta(seconds=1))
    settled = absent(soon, lost_at + SETTLES)

    assert (at_once.stage, soon.stage) == (SendStage.LOOKING, SendStage.LOOKING)
    assert soon.not_before == lost_at + SETTLES
    assert settled.stage is SendStage.INTENDED
    assert decide(settled, replace(OPEN, now=lost_at + SETTLES + LONGEST_WAIT)).next is Next.SEND


def test_over_many_minutes_it_is_looked_for_a_dozen_times_and_not_fifty() -> None:
    looked, now, looks = SENT, NOW, 0
    while looked.stage is not SendStage.INTENDED:
        looked, looks = absent(looked, now), looks + 1
        assert looked.not_before is not None
        assert looked.not_before > now
        now = looked.not_before

    assert 5 < looks < 20


@pytest.mark.parametrize("found", [timedelta(seconds=10), LEAVES_WITHIN - timedelta(seconds=1), LONGEST_WAIT])
@pytest.mark.parametrize("answered", [True, False])
def test_what_may_still_be_leaving_elsewhere_is_not_given_up_at_the_first_look(
    found: timedelta, *, answered: bool
) -> None:
    now = NOW + found
    looked = absent(SENT, now) if answered else unseen(SENT, Trouble.UNREACHABLE, now)
    last = max(now, NOW + LEAVES_WITHIN)

    assert looked.stage is SendStage.LOOKING
    assert absent(looked, last + SETTLES - timedelta(seconds=1)).stage is SendStage.LOOKING
    assert absent(looked, last + SETTLES).stage is SendStage.INTENDED


@pytest.mark.parametrize("trouble", sorted(NOTHING_WENT_OUT - {Trouble.UNREACHABLE}))
def test_what_the_same_bytes_would_meet_again_is_for_a_person(trouble: Trouble) -> None:
    refused = failed(SENT, trouble, NOW)

    assert decide(refused, replace(OPEN, now=NOW + LONGEST_WAIT)).next is Next.ASK
    assert decide(gone_on(refused), OPEN).next is Next.SEND


def test_who_was_not_reached_is_tried_again_as_long_as_the_released_time_lasts() -> None:
    sending, now = Sending(), NOW
    for _ in range(3 * MOST_TRIES):
        assert decide(sending, replace(OPEN, now=now)).next is Next.SEND
        sending = failed(begun(sending, now), Trouble.UNREACHABLE, now)
        assert decide(sending, replace(OPEN, now=now)).next is Next.WAIT
        now += LONGEST_WAIT

    assert decide(sending, replace(OPEN, now=OPEN.closes + LONGEST_WAIT)).next is Next.ASK


def test_a_busy_server_is_not_tried_for_ever() -> None:
    sending, now = Sending(), NOW
    for _ in range(MOST_TRIES):
        assert decide(sending, replace(OPEN, now=now)).next is Next.SEND
        sending = hindered(sending, Trouble.BUSY, now)
        now += LONGEST_WAIT

    assert decide(sending, replace(OPEN, now=now)).next is Next.ASK


def test_what_was_missed_is_asked_about_and_never_sent_late_by_itself() -> None:
    assert decide(Sending(), replace(OPEN, now=OPEN.closes + timedelta(seconds=1))).next is Next.ASK
    waits = Sending(not_before=OPEN.closes + timedelta(seconds=1))
    assert decide(waits, OPEN).next is Next.ASK


def test_before_its_time_it_waits_and_what_is_held_stays() -> None:
    early = replace(OPEN, opens=NOW + timedelta(hours=1))

    assert decide(Sending(), early) == Decision(Next.WAIT, early.opens)
    assert decide(Sending(), replace(OPEN, held=True)) == Decision(Next.HOLD)


def test_who_cant_be_asked_whether_it_is_out_is_asked_so_often_and_then_a_person_is() -> None:
    sending = SENT
    for _ in range(MOST_LOOKS):
        sending = unseen(sending, Trouble.UNREACHABLE, NOW)

    far = replace(OPEN, now=NOW + timedelta(days=1))
    assert decide(sending, far).next is Next.ASK
    assert decide(gone_on(sending), far).next is Next.LOOK


def test_a_post_that_nobody_can_read_back_counts_as_out_and_says_so() -> None:
    sending = taken(SENT)
    for _ in range(MOST_LOOKS):
        sending = unseen(sending, Trouble.BUSY, NOW)

    assert sending.stage is SendStage.SEEN
    assert sending.trouble is Trouble.BUSY
    assert decide(sending, OPEN).next is Next.DONE


@pytest.mark.parametrize("stage", [one for one in SendStage if one is not SendStage.INTENDED])
def test_only_what_surely_is_not_out_is_sent_or_given_up(stage: SendStage) -> None:
    with pytest.raises(ValueError, match=stage.value):
        begun(Sending(stage), NOW)
    with pytest.raises(ValueError, match=stage.value):
        given_up(Sending(stage))


def test_what_was_never_sent_waits_and_is_tried_again_from_the_start() -> None:
    waits = hindered(Sending(), Trouble.BUSY, NOW, timedelta(minutes=5))

    assert (waits.stage, waits.tries, waits.not_before) == (SendStage.INTENDED, 1, NOW + timedelta(minutes=5))
    with pytest.raises(ValueError, match="sending"):
        hindered(begun(Sending(), NOW), Trouble.BUSY, NOW)
