"""A post that goes out by itself, as words, and the time that is offered for one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.outbox import LATE, Queued
from smadmin.domain.publications import PublicationStep
from smadmin.domain.sending import Decision, Next, Sending, SendStage
from smadmin.services.ready import Standing
from smadmin.ui.publish.direct_said import DirectModel, no_time
from smadmin.ui.publish.entrust_said import chip_of, entrusted_said, may_ask_back
from smadmin.ui.publish.model import begun_rows, publish_model
from smadmin.ui.publish.queue_said import QueueModel, offered_time, queue_model, queue_said, waits_in_queue
from smadmin.ui.theme import State
from tests.unit.ui.publish.cases import NOW, begun, going, lane, shown

DENVER = ZoneInfo("America/Denver")
AT = NOW + timedelta(hours=2)
QUEUED = Queued("ab" * 32, AT, AT + LATE, ReleaseBy.EACH)


MINE = lane(PublicationStep.INTENDED)


def standing(comes: Next, at: datetime | None = None, stage: SendStage = SendStage.INTENDED) -> Standing:
    assert MINE.publication is not None
    return Standing(MINE.publication, Sending(stage), Decision(comes, at), QUEUED)


def local(moment: datetime) -> datetime:
    return moment.astimezone(DENVER)


@pytest.mark.parametrize(
    ("one", "first"),
    [
        (standing(Next.WAIT, AT), (State.WAITS, say("queue.said", at=AT))),
        (standing(Next.WAIT, AT + timedelta(minutes=3)), (State.WAITS, say("queue.said-due"))),
        (standing(Next.ASK), (State.DOUBT, say("queue.said-missed", at=AT))),
        (standing(Next.HOLD), (State.STOP, say("queue.said-held"))),
    ],
)
def test_each_state_has_its_sentence(one: Standing, first: tuple[State, object]) -> None:
    assert queue_said(one)[0] == first


def test_with_a_log_in_that_is_known_not_to_work_no_time_is_offered_and_the_card_says_why() -> None:
    why = Reason(say("queue.refused-now", platform="WordPress", account="The blog"))
    dead = replace(lane(), no_token=(why,))

    assert offered_time(lane(), now=NOW, closes=NOW + timedelta(days=9), local=local) is not None
    assert offered_time(dead, now=NOW, closes=NOW + timedelta(days=9), local=local) is None
    assert no_time(dead, None) == ((State.STOP, why.message),)
    assert no_time(lane(), None) == ()


def test_what_keeps_it_here_is_said_and_another_time_offered() -> None:
    why = Reason(say("queue.children-changed"))
    for comes, first in ((Next.HOLD, "queue.said-changed"), (Next.ASK, "queue.said-missed")):
        kept = replace(standing(comes), kept_here=(why,))

        assert queue_said(kept) == (
            (State.STOP if comes is Next.HOLD else State.DOUBT, say(first, at=AT)),
            (State.STOP, why.message),
        )
        assert queue_model(MINE, kept, NOW) == QueueModel(NOW, may_take_out=True)


def test_once_its_bytes_left_it_is_no_longer_in_the_queue() -> None:
    assert waits_in_queue(standing(Next.WAIT, AT))
    assert not waits_in_queue(standing(Next.LOOK, stage=SendStage.LOOKING))
    assert not waits_in_queue(None)


def test_the_next_full_hour_is_offered_on_the_schools_clock() -> None:
    now = datetime(2026, 11, 20, 20, 40, tzinfo=UTC)
    closes = now + timedelta(days=3)

    offered = offered_time(lane(), now=now, closes=closes, local=local)
    late = offered_time(lane(), now=now, closes=now + timedelta(minutes=40), local=local)
    planned = offered_time(
        replace(lane(), planned=now + timedelta(days=1)), now=now, closes=closes, local=local
    )

    assert offered == datetime(2026, 11, 20, 15, tzinfo=DENVER)
    assert planned == local(now + timedelta(days=1))
    assert late is None


def test_a_queued_post_is_taken_out_and_a_missed_one_queued_again() -> None:
    waits = queue_model(MINE, standing(Next.WAIT, AT), AT)
    missed = queue_model(MINE, standing(Next.ASK), AT)
    others = queue_model(replace(MINE, may_end=False), standing(Next.ASK), AT)

    assert waits == QueueModel(None, may_take_out=True)
    assert missed == QueueModel(AT, may_take_out=True)
    assert others is None


def test_what_is_scheduled_asks_nobody_above_other_posts() -> None:
    assert begun_rows([replace(begun(), queued_at=AT)], but=None, now=NOW) == ()


def test_what_waits_at_the_platform_is_said_to_wait_and_never_to_be_looked_for() -> None:
    there = standing(Next.WAIT, AT, SendStage.ENTRUSTED)
    publication = replace(there.publication, step=PublicationStep.SENDING)
    one = replace(MINE, publication=publication, standing=there)
    model = publish_model(going(one), [replace(shown(one), direct=DirectModel(()))], wanted=None)

    assert [(state, said.id) for state, said in model.progress] == [(State.WAITS, "entrust.waits-on")]


def test_what_was_begun_and_stays_here_is_not_said_to_go_out() -> None:
    (row,) = begun_rows([replace(begun(), queued_at=AT, stays=True)], but=None, now=NOW)

    assert row.note == say("queue.begun-kept", at=AT)


def test_what_nobody_here_can_take_back_is_said_with_its_address_and_no_promise() -> None:
    there = standing(Next.WAIT, AT, SendStage.ENTRUSTED)
    gone = replace(there, kept_here=(Reason(say("queue.seat-gone")),), alone_at="https://blog.example/7")

    said = [one.id for _, one in entrusted_said(MINE, gone)]

    assert said == ["entrust.said-alone", "entrust.alone-at"]
    assert chip_of(MINE, gone) == (State.STOP, say("entrust.chip-alone"))
    assert not may_ask_back(replace(MINE, standing=gone))
    missed = replace(gone, decision=Decision(Next.ASK))
    assert [one.id for _, one in entrusted_said(MINE, missed)] == ["entrust.said-missed"]
