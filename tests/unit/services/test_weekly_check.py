"""Once a week all signatures are checked beside the work; what forgers do meanwhile is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.records import Head
from smadmin.services.backroom import BackRoom
from smadmin.services.checked import WEEK, Checked
from smadmin.services.proof import proven_now
from smadmin.services.weekly_check import SLICE, check_weekly, signatures_hold
from tests.school import make_school
from tests.unit.services.test_aside import FORGED, Left, left
from tests.unit.services.test_backroom import back_room
from tests.unit.services.test_checked import Counting, forge_row, make_rows, rows_of, spoil_signature

__all__ = ["left"]


class Week:
    """Somebody who signed in last week, and signs in today."""

    def __init__(self, folder: Path) -> None:
        self.school = make_school(folder, staff=("ana", "pat"))
        make_rows(self.school, SLICE + 5)
        self.sign_in()
        make_rows(self.school, 3)
        self.school.clock.forward(days=7, hours=1)

    def sign_in(self) -> tuple[BackRoom, Actor, int]:
        """Give the room, who sits there, and how many signatures that took."""
        self.school.desk.verifier = verifier = Counting()
        room = back_room(self.school)
        by = room.session.sign_in(self.school.people["ana"], "correct horse ana staple").actor
        room.note_outside()
        room.prove(by)
        return room, by, verifier.checked

    def whole(self, room: BackRoom, by: Actor) -> bool:
        return proven_now(room.proof, self.school.desk, by).whole

    def note(self, room: BackRoom, by: Actor) -> Checked:
        note = room.checked.of(by, self.school.clock.now())
        assert note is not None
        return note


@pytest.fixture
def week(tmp_path: Path) -> Week:
    return Week(tmp_path)


def test_signing_in_waits_for_no_old_signature_and_the_check_beside_it_is_noted(week: Week) -> None:
    room, by, checked = week.sign_in()
    assert checked == 3, "those that were signed since"
    assert week.note(room, by).due(week.school.clock.now())

    check_weekly(room)

    assert week.note(room, by).at == week.school.clock.now()
    room.prove(by)
    assert not week.note(room, by).due(week.school.clock.now()), "who locks and comes back keeps it"
    week.school.desk.verifier = verifier = Counting()
    check_weekly(room)
    assert verifier.checked == 0, "once a week"


def test_a_signature_that_doesnt_hold_is_an_alarm_once_it_was_checked(week: Week) -> None:
    spoil_signature(week.school, 4)
    room, by, _ = week.sign_in()
    assert week.whole(room, by), "its bytes are the same: only the signature tells"

    check_weekly(room)

    assert not week.whole(room, by)
    assert room.checked.of(by, week.school.clock.now()) is None
    assert not week.whole(*week.sign_in()[:2]), "and at the next start"


def test_what_was_put_there_between_start_and_check_vouches_for_nothing(week: Week) -> None:
    room, by, _ = week.sign_in()
    forge_row(week.school, rows_of(week.school) - 5)

    check_weekly(room)

    assert room.checked.of(by, week.school.clock.now()) is None


def test_who_locks_or_quits_meanwhile_ends_it_and_nothing_is_noted(week: Week) -> None:
    room, by, _ = week.sign_in()
    before = week.note(room, by)
    asked: list[int] = []

    def until_the_second_slice() -> bool:
        asked.append(1)
        return len(asked) < 2

    keys = room.proven().trust.keys
    assert signatures_hold(room.desk, keys, before.head, go_on=until_the_second_slice) is None
    room.desk.store.turns.hurry(5)
    check_weekly(room)

    assert week.note(room, by) == before


def test_who_sits_down_meanwhile_isnt_taken_for_who_began_it(week: Week) -> None:
    room, by, _ = week.sign_in()
    before = week.note(room, by)

    class Relieved(Counting):
        def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
            if self.checked == 3:
                room.session.lock()
                room.session.sign_in(week.school.people["pat"], "correct horse pat staple")
            return super().verifies(public=public, message=message, signature=signature)

    week.school.desk.verifier = Relieved()
    check_weekly(room)

    assert week.note(room, by) == before, "her key signs nothing once she is gone"


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("forge", FORGED)
def test_rows_that_the_office_set_aside_are_no_alarm(left: Left, forge: Callable[[Left], None]) -> None:
    forge(left)
    left.aside().set_aside(left.road.by("pat"))
    desk = left.road.school.desk
    proven = proven_now(left.restarted(), desk, left.road.by("pat"))
    assert proven.whole

    assert signatures_hold(desk, proven.trust.keys, proven.head, aside=proven.aside)


def test_the_end_has_to_be_the_one_that_was_leaned_on(week: Week) -> None:
    room, by, _ = week.sign_in()
    head, keys = week.note(room, by).head, room.proven().trust.keys

    assert signatures_hold(room.desk, keys, head)
    assert not signatures_hold(room.desk, keys, Head(head.seq, bytes(32)))
    assert not signatures_hold(room.desk, keys, Head(head.seq + 100, head.row_hash)), "shorter"
    assert not signatures_hold(room.desk, {}, head), "by nobody's key"


def test_with_nobody_signed_in_nothing_is_checked(week: Week) -> None:
    week.school.desk.verifier = verifier = Counting()

    check_weekly(back_room(week.school))

    assert verifier.checked == 0
    assert WEEK.days == 7
