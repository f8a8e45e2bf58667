"""What a signature says of a planned post."""

from dataclasses import replace
from datetime import date

from smadmin.domain.calendar import Entry, Signing, signing
from smadmin.domain.ids import AccountId, PostId, SchoolId, SlotId
from smadmin.domain.plan import SignedSlot, Slot, WeekPlan
from smadmin.domain.week import SlotStage

MONDAY = date(2026, 11, 16)
SLOT = Slot(SlotId("one"), SchoolId("school"), AccountId("x"), MONDAY, "Books")
SIGNED = SignedSlot(SLOT.id, SLOT.account, SLOT.day, SLOT.topic)
PLAN = WeekPlan(MONDAY, (), 7, topics=frozenset({(SLOT.account, SLOT.topic)}), signed=(SIGNED,))


def says(slot: Slot) -> Signing:
    return signing(slot, {MONDAY: PLAN}, {SIGNED.id: SIGNED})


def test_a_post_stands_as_it_was_signed_until_it_is_moved_or_says_something_else() -> None:
    assert says(SLOT) is Signing.SIGNED
    assert says(replace(SLOT, day=date(2026, 11, 17))) is Signing.MOVED
    assert says(replace(SLOT, day=date(2026, 11, 25))) is Signing.MOVED
    assert says(replace(SLOT, topic="Chess")) is Signing.MOVED


def test_a_post_that_came_later_is_covered_by_its_topic_alone() -> None:
    came_later = replace(SLOT, id=SlotId("two"))

    assert says(came_later) is Signing.TOPIC
    assert says(replace(came_later, topic="Chess")) is Signing.LATER
    assert says(replace(came_later, day=date(2026, 11, 23))) is Signing.NONE


def test_a_struck_post_is_neither_signed_nor_late() -> None:
    struck = replace(PLAN, signed=(), struck=(SIGNED,))

    assert signing(SLOT, {MONDAY: struck}, {}) is Signing.STRUCK
    assert signing(replace(SLOT, topic="Chess"), {MONDAY: struck}, {}) is Signing.LATER


def test_what_is_out_is_fixed_and_what_is_written_is_kept() -> None:
    planned = Entry(SLOT.account, MONDAY, SlotStage.PLANNED, SLOT)
    written = replace(planned, stage=SlotStage.DRAFTED, post=PostId("post"))
    out = replace(planned, stage=SlotStage.PUBLISHED)

    assert [(one.fixed, one.kept) for one in (planned, written, out)] == [
        (False, False),
        (False, True),
        (True, True),
    ]
