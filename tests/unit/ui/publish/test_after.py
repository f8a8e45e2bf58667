"""What a card says of a post that is out, was corrected, or is taken down."""

from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.connections import Connection
from smadmin.domain.corrections import Correction
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Difference, Who
from smadmin.domain.removals import Ground, Removal, RemovalStage
from smadmin.services.corrections import Corrected, ToldCorrection
from smadmin.services.outgoing import Lane
from smadmin.services.removals import RemovalView
from smadmin.ui.publish.after import AfterModel, AfterSeen, after_model, as_correction
from smadmin.ui.publish.direct import direct_lane
from smadmin.ui.publish.hand import Hand
from smadmin.ui.theme import State
from tests.unit.ui.publish.cases import MAYA, NOW, lane


def removal(one: Lane, stage: RemovalStage, **changed: object) -> Removal:
    assert one.publication is not None
    found = Removal(
        publication=one.publication.id,
        account=one.account.id,
        ground=Ground.PERSON,
        link="https://x.com/1",
        by=MAYA,
        at=NOW,
        captured=True,
        by_hand=False,
        stage=stage,
        ended=NOW if stage is RemovalStage.GONE else None,
    )
    return replace(found, **changed)  # type: ignore[arg-type]  # fields by their names


def shown(one: Lane, found: Removal | None, *, directly: bool = True, busy: bool = False) -> AfterModel:
    views = {one.account.id: RemovalView(found, (), directly=directly)}
    return after_model(one, AfterSeen(removals=views), busy=busy)


OUT = lane(PublicationStep.CONFIRMED)
CONNECTED = Connection(Who("1", "lincoln_larks", "Lincoln", ""), "https://x.com", "", "Posting")


def test_what_is_out_can_be_corrected_and_taken_down() -> None:
    model = shown(OUT, None)

    assert (model.correct, model.take_down, model.go_on, model.chip) == ((), (), False, None)
    assert model.said == ()


@pytest.mark.parametrize(
    ("in_place", "said", "chip"),
    [(True, "afterui.since-here", "afterui.chip-corrected"), (False, "afterui.since-beside", None)],
)
def test_what_was_corrected_says_what_visitors_read_now(
    *, in_place: bool, said: str, chip: str | None
) -> None:
    seen = AfterSeen(
        removals={OUT.account.id: RemovalView(None, (), directly=True)},
        since={OUT.account.id: Corrected("It opens on Friday.", NOW, in_place)},
    )

    model = after_model(OUT, seen, busy=False)

    assert [one.id for _, one in model.said] == [said]
    assert (None if model.chip is None else model.chip[1].id) == chip
    assert model.now == "It opens on Friday."


def test_what_is_not_out_offers_nothing() -> None:
    model = after_model(lane(), AfterSeen(), busy=False)

    assert (model.correct, model.take_down, model.said) == (None, None, ())


@pytest.mark.parametrize(
    ("stage", "changed", "said", "chip"),
    [
        (RemovalStage.UNDER_WAY, {}, "afterui.begun", "afterui.chip-not-seen"),
        (RemovalStage.UNDER_WAY, {"by_hand": True}, "afterui.begun-by-hand", "afterui.chip-not-seen"),
        (RemovalStage.NOT_SEEN, {"trouble": "busy"}, "afterui.not-seen", "afterui.chip-not-seen"),
        (RemovalStage.NOT_SEEN, {"trouble": "seen"}, "afterui.still-there", "afterui.chip-not-seen"),
        (RemovalStage.GONE, {}, "afterui.gone-seen", "afterui.chip-gone"),
        (RemovalStage.GONE, {"by_hand": True}, "afterui.gone-said", "afterui.chip-gone"),
    ],
)
def test_each_state_is_said_as_it_is(
    stage: RemovalStage, changed: dict[str, object], said: str, chip: str
) -> None:
    model = shown(OUT, removal(OUT, stage, **changed))

    assert model.said[0][1].id == said
    assert model.chip is not None
    assert model.chip[1].id == chip
    assert model.go_on is (stage is not RemovalStage.GONE)
    assert (model.correct, model.take_down) == (None, None)


def test_while_it_goes_nothing_else_is_offered() -> None:
    model = shown(OUT, removal(OUT, RemovalStage.UNDER_WAY), busy=True)

    assert [said.id for _, said in model.said] == ["afterui.taking-down"]
    assert not model.go_on


def test_what_could_not_be_kept_is_said_in_doubt() -> None:
    model = shown(OUT, removal(OUT, RemovalStage.GONE, captured=False))

    assert (State.DOUBT, "afterui.not-kept") in [(state, said.id) for state, said in model.said]


@pytest.mark.parametrize(
    ("one", "took", "said"),
    [
        (OUT, timedelta(minutes=12), "afterui.corrected-in"),
        (OUT, None, "afterui.corrected"),
        (lane(), None, "afterui.corrects-by-hand"),
    ],
)
def test_a_correction_says_what_becomes_of_the_words(one: Lane, took: timedelta | None, said: str) -> None:
    correction = Correction(PostId("b"), PostId("a"), MAYA, NOW)
    seen = AfterSeen(corrects=ToldCorrection(correction, "Our fair", "Maya", took))

    assert [message.id for _, message in after_model(one, seen, busy=False).said] == [said]


def test_a_correction_that_visitors_don_t_read_yet_corrected_nothing_yet() -> None:
    assert OUT.publication is not None
    told = ToldCorrection(Correction(PostId("b"), PostId("a"), MAYA, NOW), "Our fair", "Maya", timedelta())
    unread = replace(OUT, publication=replace(OUT.publication, differs=(Difference.TEXT,)))

    said = [after_model(one, AfterSeen(corrects=told), busy=False).said for one in (OUT, unread)]

    assert [(state, one.id) for ((state, one),) in said] == [
        (State.FINE, "afterui.corrected-in"),
        (State.STOP, "afterui.corrected-unseen"),
    ]


@pytest.mark.parametrize(("in_place", "word"), [(True, "in-place"), (False, "beside")])
def test_sending_a_correction_is_called_so_and_no_time_is_offered(*, in_place: bool, word: str) -> None:
    told = ToldCorrection(Correction(PostId("b"), PostId("a"), MAYA, NOW), "Our fair", "Maya", None)
    here = frozenset({OUT.account.id}) if in_place else frozenset[AccountId]()
    ready = direct_lane(
        replace(lane(), connection=CONNECTED), Hand(), stopped=(), mixed_by="p", busy=False, offered=NOW
    )
    assert ready.direct is not None
    assert ready.direct.queue is not None

    model = as_correction(ready, AfterSeen(corrects=told, in_place=here))

    assert model.act_said is not None
    assert model.direct is not None
    assert (model.act_said.id, model.chip.id) == (f"afterui.act-{word}", "afterui.chip-ready")
    assert model.direct.queue is None
    assert as_correction(ready, AfterSeen()) == ready
