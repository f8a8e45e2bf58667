"""The queue says in a few words whether one can release a post, and why not."""

from dataclasses import replace

import pytest

from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import PostStage
from smadmin.services.how_far import HowFar
from smadmin.ui.approvals.queue import queue_model
from smadmin.ui.theme import State
from tests.unit.ui.approvals.cases import FACEBOOK, NOW, X, line


def test_a_row_tells_author_platforms_topic_and_age() -> None:
    (row,) = queue_model([line()], NOW).rows

    assert row.words == "The book fair opens."
    assert row.who.id == "approvalui.row-topic"
    assert row.who.values == {"author": "Maya Ortega", "accounts": "X, Facebook", "topic": "events"}
    assert (row.since.id, row.since.values["n"]) == ("shell.hours-ago", 2)


@pytest.mark.parametrize(
    ("why", "state", "chip"),
    [
        ((), State.FINE, "approvalui.chip-you-can"),
        (("approvals.own-post",), State.WAITS, "approvalui.chip-own"),
        (("approvals.needs-principal",), State.WAITS, "approvalui.chip-principal"),
        (("approvals.second-looker-releases",), State.WAITS, "approvalui.chip-somebody"),
        (("approvals.second-look-missing", "approvals.own-post"), State.WAITS, "approvalui.chip-look"),
        (("policy.full-name", "approvals.own-post"), State.STOP, "approvalui.chip-stopped"),
        (("approvals.record-short",), State.STOP, "approvalui.chip-stopped"),
    ],
)
def test_a_chip_says_whether_i_can_release_it(why: tuple[str, ...], state: State, chip: str) -> None:
    (row,) = queue_model([line(*why)], NOW).rows

    assert (row.state, row.chip.id) == (state, chip)


def test_a_released_post_is_no_longer_counted_as_waiting() -> None:
    model = queue_model([line(), line(stage=PostStage.RELEASED)], NOW)

    assert model.rows[1].chip.id == "approvalui.chip-released"
    assert model.note is not None
    assert model.note.values["n"] == 1


def test_an_empty_queue_counts_nothing() -> None:
    assert queue_model([], NOW).note is None


def test_without_a_topic_none_is_named() -> None:
    (row,) = queue_model([line(topic="")], NOW).rows

    assert row.who.id == "approvalui.row"


def test_the_reason_stands_in_full_for_who_asks() -> None:
    (row,) = queue_model([line("approvals.own-post")], NOW).rows

    assert row.why is not None
    assert row.why.id == "approvals.own-post"
    assert row.post == PostId("post")


def test_a_post_that_is_out_on_one_account_says_on_which_one_it_is_missing() -> None:
    half = replace(line(stage=PostStage.RELEASED), far=HowFar((FACEBOOK,), (X,), "Maya Ortega", going=True))

    model = queue_model([half], NOW)

    assert model.rows[0].chip == say("approvalui.chip-half", out="Facebook", missing="X")
    assert model.note == say("approvalui.released-half", n=1)
    assert queue_model([half, line(stage=PostStage.RELEASED)], NOW).note == say(
        "approvalui.released-not-all", n=2
    )


@pytest.mark.demand("BAL-B1i1")
def test_a_released_post_that_is_held_says_so_in_its_row() -> None:
    (row,) = queue_model([line("photos.list-changed", stage=PostStage.RELEASED)], NOW).rows

    assert (row.state, row.chip.id) == (State.STOP, "approvalui.chip-stopped")


def test_a_post_that_goes_out_by_itself_says_when_in_its_row() -> None:
    far = HowFar(missing=(X,), going=True, under_way=True, goes_at=NOW, goes_until=NOW)

    (row,) = queue_model([replace(line(stage=PostStage.RELEASED), far=far)], NOW).rows

    assert row.chip == say("approvalui.chip-by-itself", at=NOW)
