"""The whole post says exactly what is out, what may be, and what isn't."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import PostStage
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.services.outgoing import Lane
from smadmin.ui.publish.model import PublishModel, begun_rows, publish_model
from smadmin.ui.theme import State
from tests.unit.ui.publish.cases import NOW, begun, going, lane, shown

CONFIRMED, HANDED_OUT = PublicationStep.CONFIRMED, PublicationStep.HANDED_OUT


def model(*lanes: Lane, wanted: str | None = None) -> PublishModel:
    return publish_model(going(*lanes), [shown(one) for one in lanes], wanted=wanted)


def test_halfway_says_what_is_out_what_may_be_and_what_isnt() -> None:
    half = model(
        lane(CONFIRMED),
        lane(HANDED_OUT, platform=Platform.FACEBOOK),
        lane(platform=Platform.MASTODON),
    )

    assert [(state, said.id) for state, said in half.progress] == [
        (State.FINE, "publishui.out-on"),
        (State.DOUBT, "publishui.unknown-on"),
        (State.WAITS, "publishui.not-out-on"),
    ]
    assert not half.done


def test_what_was_taken_down_on_one_account_is_said_beside_what_is_out() -> None:
    lanes = lane(CONFIRMED), lane(CONFIRMED, platform=Platform.FACEBOOK)

    half = publish_model(
        going(*lanes), [shown(one) for one in lanes], wanted=None, gone={lanes[1].account.id}
    )

    assert [(state, said.id) for state, said in half.progress] == [
        (State.FINE, "publishui.out-on"),
        (State.NOTE, "afterui.gone-from"),
    ]


def test_what_visitors_can_t_see_is_never_called_out() -> None:
    hidden = lane(CONFIRMED, due_on=date(2026, 11, 27))
    assert hidden.publication is not None
    hidden = replace(hidden, publication=replace(hidden.publication, differs=(Difference.HIDDEN,)))

    alone = model(hidden)

    assert [(state, said.id) for state, said in alone.progress] == [(State.STOP, "publishui.hidden-on")]
    assert alone.cadence == ()


def test_what_was_only_intended_is_certainly_not_out() -> None:
    ((state, said),) = model(lane(PublicationStep.INTENDED)).progress

    assert (state, said.id) == (State.WAITS, "publishui.not-out-on")


def test_when_all_is_out_the_cadence_is_told() -> None:
    done = model(lane(CONFIRMED, due_on=date(2026, 11, 27)))

    assert done.done
    assert done.current is None
    assert [one.id for one in done.cadence] == ["publishui.on-time-until"]
    assert done.cadence[0].values["until"] == date(2026, 11, 27)
    assert done.progress[0][1].values["n"] == 1


def test_what_was_handed_out_comes_first_then_what_can_begin() -> None:
    fresh, handed = lane(), lane(HANDED_OUT, platform=Platform.FACEBOOK)

    assert model(fresh, handed).current == 1
    assert model(lane(CONFIRMED), lane(platform=Platform.FACEBOOK)).current == 1
    assert model(fresh, handed, wanted="x").current == 0


def test_an_account_of_somebody_elses_is_passed_over() -> None:
    theirs = lane(HANDED_OUT, mine=False, may_end=False)

    assert model(theirs, lane(platform=Platform.FACEBOOK)).current == 1


def test_what_an_earlier_start_left_open_is_asked_about_once_a_post() -> None:
    rows = begun_rows([begun(), begun(), begun("other", mine=False, handed_out=False)], but=None, now=NOW)

    assert [row.said.id for row in rows] == ["publishui.you-began", "publishui.somebody-began"]
    assert [row.note.id for row in rows] == ["publishui.is-it-out", "publishui.not-handed-out"]
    assert len(str(rows[0].said.values["words"])) <= 61


def test_the_post_that_is_open_isnt_listed_again() -> None:
    assert begun_rows([begun("open")], but=PostId("open"), now=NOW) == ()


@pytest.mark.demand("BAL-B1i1")
def test_a_held_post_is_not_said_to_go_out_until_a_day() -> None:
    late = Reason(say("photos.list-changed", n=1), "BAL-B1i1", "photo:p1")
    one = lane(HANDED_OUT)

    held = publish_model(replace(going(one), held=(late,)), [shown(one)], wanted=None)

    assert held.progress[0] == (State.STOP, say("publishui.held"))
    assert (held.released, held.held_photo) == (None, "p1")


def test_a_post_that_was_given_up_is_not_said_to_go_out_until_a_day() -> None:
    post = going(lane())
    given_up = replace(post, draft=replace(post.draft, stage=PostStage.DROPPED))

    assert publish_model(post, [shown(post.lanes[0])], wanted=None).released is not None
    assert publish_model(given_up, [shown(post.lanes[0])], wanted=None).released is None
