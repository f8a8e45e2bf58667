"""On one account the next act follows from what is stored and what the person did."""

from dataclasses import replace

import pytest

from smadmin.domain.messages import say
from smadmin.domain.publications import PublicationStep
from smadmin.ui.publish.lane import ANOTHER, Act, Hand, Opened, Step
from smadmin.ui.theme import State
from tests.unit.ui.publish.cases import HANDED, lane, picked, shown

OUT = lane(PublicationStep.HANDED_OUT)
GOOD = "https://x.com/lincoln_larks/status/1"


def why(hand: Hand) -> list[str]:
    return [one.message.id for one in shown(OUT, hand).missing]


def test_where_no_browser_opens_it_is_said() -> None:
    assert shown(lane(), Hand()).opened_said is None
    assert shown(lane(), Hand(opened=Opened.NO_BROWSER)).opened_said == (
        State.DOUBT,
        say("publishui.no-browser"),
    )


def test_first_the_page_is_opened_then_the_handle_is_picked() -> None:
    assert shown(lane()).act is Act.OPEN
    opened = shown(lane(), Hand(opened=Opened.BROWSER))
    assert opened.act is Act.HAND_OUT
    assert [one.message.id for one in opened.missing] == ["publishui.pick-first"]
    assert shown(lane(), picked()).missing == ()


def test_no_handle_is_picked_beforehand() -> None:
    assert shown(lane()).hand.picked == ""


@pytest.mark.parametrize("handle", ["@lincoln_1arks", ANOTHER])
def test_a_wrong_handle_stops_before_anything_is_handed_out(handle: str) -> None:
    model = shown(lane(), picked(handle))

    assert model.wrong is not None
    assert model.act is Act.HAND_OUT
    assert [one.message.id for one in model.missing] == ["publishui.wrong-handle"]


def test_what_the_gate_says_stands_on_the_card_and_at_the_button() -> None:
    model = shown(lane(), picked(), stopped=("publications.outside-window",))

    assert (model.state, model.chip.id) == (State.STOP, "publishui.chip-stopped")
    assert [one.id for one in model.stopped] == ["publications.outside-window"]
    assert [one.message.id for one in model.missing] == ["publications.outside-window"]


def test_it_says_what_lies_on_the_clipboard_and_what_to_do_with_it() -> None:
    said = [shown(OUT, Hand(copied=copied), pictures=True).copied_said for copied in range(3)]

    assert said == [
        None,
        say("publishui.text-copied-pictures", platform="X"),
        say("publishui.alt-copied", number=1, platform="X"),
    ]
    assert shown(OUT, Hand(copied=1)).copied_said == say("publishui.text-copied", platform="X")


def test_words_then_each_description_are_copied_in_turn() -> None:
    acts = []
    for copied in range(4):
        model = shown(OUT, Hand(copied=copied), pictures=True)
        acts.append((model.act, model.act_said.id if model.act_said else ""))

    assert model.turns == ("The book fair opens.", "A tower of books", "A queue")
    assert acts == [
        (Act.COPY, "publishui.act-copy-text"),
        (Act.COPY, "publishui.act-copy-alt"),
        (Act.COPY, "publishui.act-copy-alt"),
        (Act.CONFIRM, "publishui.act-confirm"),
    ]


def test_who_has_the_address_early_confirms_at_once() -> None:
    model = shown(OUT, Hand(copied=1, link=GOOD), pictures=True)

    assert (model.act, model.missing) == (Act.CONFIRM, ())


def test_an_address_is_judged_as_it_is_pasted() -> None:
    copied = Hand(copied=1)

    assert why(copied) == ["publishui.paste-first"]
    assert why(replace(copied, link="https://x.com/other/status/1")) == ["platforms.link-other-account"]
    assert why(replace(copied, link="hello")) == ["platforms.link-not-a-post"]
    assert why(replace(copied, link=GOOD)) == []


def test_what_is_wrong_with_an_address_stands_beside_it() -> None:
    wrong, right = shown(OUT, Hand(link="hello")).link_said, shown(OUT, Hand(link=GOOD)).link_said

    assert wrong is not None
    assert right is not None
    assert (wrong[0], wrong[1].id) == (State.STOP, "platforms.link-not-a-post")
    assert right[0] is State.FINE
    assert shown(OUT).link_said is None


def test_an_address_without_account_asks_which_handle_stands_beside_the_post() -> None:
    short = Hand(link="https://t.co/short")

    assert shown(OUT, short).ask_seen
    assert why(short) == ["publishui.seen-first"]
    assert why(replace(short, seen="@lincoln_1arks")) == ["publishui.posted-elsewhere"]
    assert why(replace(short, seen="@lincoln_larks")) == []


def test_the_cards_chip_says_what_is_missing_now() -> None:
    short = Hand(link="https://t.co/short")

    assert shown(OUT).chip.id == "publishui.chip-handed-out"
    assert shown(OUT, Hand(link="hello")).chip.id == "publishui.chip-handed-out"
    assert shown(OUT, short).chip.id == "publishui.chip-which-handle"
    assert shown(OUT, replace(short, seen="@lincoln_larks")).chip.id == "publishui.chip-to-confirm"
    assert shown(OUT, Hand(link=GOOD)).chip.id == "publishui.chip-to-confirm"


def test_what_somebody_else_began_waits_for_them() -> None:
    model = shown(lane(PublicationStep.HANDED_OUT, mine=False, may_end=False))

    assert (model.step, model.act) == (Step.OTHERS, None)
    assert model.chip.values["name"] == "Maya Ortega"
    assert not model.may_give_up


def test_the_office_ends_what_somebody_else_handed_out() -> None:
    model = shown(lane(PublicationStep.HANDED_OUT, mine=False))

    assert model.step is Step.CARRY
    assert model.may_give_up


def test_what_was_only_intended_goes_on_from_the_handle() -> None:
    model = shown(lane(PublicationStep.INTENDED), picked(handed=HANDED))

    assert (model.step, model.act) == (Step.IDENTIFY, Act.HAND_OUT)
    assert model.may_give_up


def test_what_is_out_needs_nothing_more() -> None:
    model = shown(lane(PublicationStep.CONFIRMED))

    assert (model.step, model.state, model.act) == (Step.OUT, State.FINE, None)
    assert not model.may_give_up


@pytest.mark.demand("BAL-B1i1")
def test_what_lies_ready_is_not_to_be_posted_after_a_family_s_no() -> None:
    held = shown(OUT, stopped=("photos.list-changed",))

    assert [one.id for one in held.stopped] == ["publishui.held-handed", "photos.list-changed"]
    assert (held.state, held.chip.id) == (State.STOP, "publishui.chip-stopped")
    assert held.act is Act.CONFIRM  # nothing is copied any more; what is out already is said
    assert [one.message.id for one in held.missing] == ["photos.list-changed"]  # not "post it"
    assert shown(OUT, Hand(link=GOOD), stopped=("photos.list-changed",)).missing == ()
    assert held.may_give_up
