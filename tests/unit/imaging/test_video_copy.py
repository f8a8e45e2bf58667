"""A large copy is made while other threads go on."""

import threading
import time

from smadmin.imaging.video_copy import blank, copied


def test_a_copy_is_the_same_and_its_bytes_can_be_blanked() -> None:
    content = bytes(range(256)) * 9_000  # more than two pieces

    copy = copied(content)
    same = copy.getvalue() == content
    with copy.getbuffer() as view:
        blank(view, 10, 1_500_000)

    assert same
    assert copy.getvalue() == content[:10] + bytes(1_500_000) + content[1_500_010:]


def test_others_have_many_turns_while_a_large_file_is_copied() -> None:
    content = bytes(60_000_000)
    turns, done = [0], threading.Event()

    def go_on() -> None:
        while not done.is_set():
            turns[0] += 1
            time.sleep(0)

    beside = threading.Thread(target=go_on)
    beside.start()
    before = turns[0]
    with copied(content).getbuffer() as view:
        blank(view, 0, len(view))
    had = turns[0] - before
    done.set()
    beside.join()

    assert had >= 100  # copied in one piece it is about ten
