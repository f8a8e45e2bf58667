"""A large answer is received without holding up the other threads."""

import time

from smadmin.jail.pipes import room_for

LARGE = 200_000_000
MOST_MS = 10.0


def test_room_for_a_large_picture_is_there_at_once_and_can_be_written_to() -> None:
    begun = time.thread_time()

    room = room_for(LARGE)

    assert (time.thread_time() - begun) * 1000 < MOST_MS
    room[-1] = 7
    assert (len(room), room[0], room[-1]) == (LARGE, 0, 7)


def test_no_room_is_asked_for_where_nothing_comes() -> None:
    assert len(room_for(0)) == 0
