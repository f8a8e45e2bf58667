"""What a sweep holds: one thing once, however often it is found, and what keeps it open."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.ids import PhotoId, PostId, StudentId, VideoId
from smadmin.domain.sweeps import (
    Decided,
    Found,
    LeftOut,
    Narrowed,
    Sweep,
    SweepId,
    SweepStep,
    SweepWhy,
    decide_blockers,
    end_blockers,
    item_of,
    key_of,
    with_found,
)

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
POST, PHOTO, VIDEO = PostId("p"), PhotoId("f"), VideoId("v")


def sweep(**changes: object) -> Sweep:
    made = Sweep(SweepId("s"), StudentId("m"), SweepWhy.OPTED_OUT, NOON, None, NOON)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of the sweep


def test_a_thing_has_one_key_and_something_must_be_found() -> None:
    assert {key_of(post=POST), key_of(photo=PHOTO), key_of(video=VIDEO)} == {"post:p", "photo:f", "video:v"}
    with pytest.raises(ValueError, match="nothing"):
        key_of()


def test_what_is_found_twice_stays_one_thing_with_its_answer_and_is_surer() -> None:
    seen = replace(item_of(Found.FACE, photo=PHOTO, sure=False), decided=Decided.COVER)

    (one, other) = with_found([seen], [item_of(Found.TOLD, photo=PHOTO), item_of(Found.NAME, post=POST)])

    assert (one.found, one.sure, one.decided) == (Found.FACE, True, Decided.COVER)
    assert other.decided is None


def test_not_this_child_is_asked_anew_once_people_said_on_the_photo_that_it_is() -> None:
    told, denied = item_of(Found.TOLD, photo=PHOTO), Decided.NOT_THIS_CHILD
    seen = replace(item_of(Found.SEEN, photo=PHOTO), decided=denied)

    assert with_found([seen], [told]) == (told,)
    (still,) = with_found([replace(told, decided=denied)], [told])
    assert still.decided is denied
    (other,) = with_found([seen], [item_of(Found.FACE, photo=PHOTO)])
    assert other.decided is denied


def test_what_is_settled_needs_nobody_s_look() -> None:
    found = item_of(Found.SEEN, photo=PHOTO)
    one = sweep(items=(found,), passed=frozenset({PhotoId("a")}), searched=frozenset({PhotoId("b")}))

    assert one.looked_at == {"a", "b", PHOTO}
    assert (one.undecided, one.item(found.key), one.item("post:x")) == ((found,), found, None)
    assert (one.step, sweep(ended_at=NOON).step) == (SweepStep.OPEN, SweepStep.ENDED)


@pytest.mark.parametrize(
    ("decided", "reason", "refused"),
    [
        (Decided.TAKE_DOWN, "", None),
        (Decided.KEEP, "", "sweeping.reason-missing"),
        (Decided.KEEP, "x" * 1001, "sweeping.reason-long"),
        (Decided.COVER, "", "sweeping.nothing-to-cover"),
        (Decided.NOT_THIS_CHILD, "", None),
    ],
)
def test_what_can_be_said_of_words(decided: Decided, reason: str, refused: str | None) -> None:
    reasons = decide_blockers(item_of(Found.NAME, post=POST), decided, reason)

    assert [one.message.id for one in reasons] == ([refused] if refused else [])
    assert not decide_blockers(item_of(Found.TOLD, photo=PHOTO), Decided.COVER, "")


def test_each_thing_that_is_left_keeps_it_open() -> None:
    items = (item_of(Found.NAME, post=POST),)

    def against(one: Sweep, *, moot: bool = False, searched: bool = False) -> list[str]:
        found = end_blockers(one, still_out={"x"}, left_to_look=3, being_searched=searched, moot=moot)
        return [why.message.id.partition(".")[2] for why in found]

    assert against(sweep(items=items)) == ["undecided", "still-out", "left"]
    assert against(sweep(items=items), searched=True) == ["undecided", "still-out", "being-searched"]
    assert against(sweep(items=items), moot=True) == ["still-out"]
    assert against(sweep(items=items, ended_at=NOON), moot=True) == ["ended-already", "still-out"]
    assert not end_blockers(sweep(), still_out=(), left_to_look=0, being_searched=False)


def test_what_was_left_out_is_settled_and_counts_only_as_long_as_nobody_looked_after_all() -> None:
    photos = frozenset(map(PhotoId, "abcd"))
    left = LeftOut("k", photos, "came in August", Narrowed(), None, NOON)
    items = (item_of(Found.TOLD, photo=PhotoId("c")),)
    one = sweep(left_out=(left,), passed=frozenset("a"), searched=frozenset("b"), items=items)

    assert one.looked_at == photos
    assert one.unseen_of(left) == {"d"}
