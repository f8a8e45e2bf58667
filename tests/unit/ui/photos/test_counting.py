"""The question above the photo: is anybody without a frame?"""

from dataclasses import replace

from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.review import Decision, Face
from smadmin.ui.photos.asking import shown_marks
from smadmin.ui.photos.counting import first_count, nobody_words, second_count
from smadmin.ui.theme import State
from tests.unit.ui.photos.album import MAYA, decided, face, photo, seen_twice, view


def tall(name: str) -> Face:
    return replace(face(name, 10), box=Box(10, 10, 90, 110))


def test_how_many_faces_have_a_frame_is_asked_before_and_urgent_once_all_are_decided() -> None:
    left, right = tall("f"), tall("g")
    before = first_count(view(photo("a", left, right)))
    after = first_count(view(photo("a", *(decided(one, Decision.CLEARED) for one in (left, right)))))

    assert before is not None
    assert after is not None
    assert before.sentence == after.sentence == say("photoui.framed", n=2)
    assert (before.state, after.state) == (State.NOTE, State.WAITS)


def test_a_photo_without_a_found_face_is_asked_about_too() -> None:
    asked = first_count(view(photo("a")))

    assert asked is not None
    assert (asked.sentence, asked.state) == (say("photoui.framed-none"), State.WAITS)


def test_until_faces_were_looked_for_nothing_is_asked() -> None:
    unread = view(replace(photo("a"), looked_for=False))

    assert first_count(unread) is None
    assert second_count(unread, answering=False) is None


def test_faces_too_small_to_check_are_said_unless_they_are_covered() -> None:
    small = face("f", 10)

    shown = first_count(view(photo("a", small)))
    covered = first_count(view(photo("a", decided(small, Decision.COVERED))))

    assert shown is not None
    assert shown.notes == (say("photoui.small-here", n=1),)
    assert covered is not None
    assert covered.notes == ()


def test_weaker_eyes_are_said_above_every_photo() -> None:
    shown = first_count(view(replace(photo("a", tall("f")), weaker_eyes=True)))

    assert shown is not None
    assert say("photoui.weaker-eyes") in shown.notes


def test_the_second_person_is_asked_about_what_shows_and_sees_it_framed() -> None:
    shown, hidden = tall("f"), decided(face("g", 120), Decision.OPTED_OUT)
    seen = view(photo("a", shown, hidden, looked_by=MAYA))

    asked = second_count(seen, answering=False)

    assert asked is not None
    assert (asked.sentence, asked.state) == (say("photoui.shown", n=1), State.WAITS)
    assert asked.notes == (say("photoui.goes-out", covers=say("photoui.covered-faces", n=1)),)
    assert [mark.face for mark in shown_marks(seen)] == ["f"]


def test_where_all_is_covered_the_second_person_is_asked_whether_somebody_still_shows() -> None:
    seen = view(photo("a", decided(tall("f"), Decision.COVERED)))

    asked = second_count(seen, answering=True)

    assert asked is not None
    assert (asked.sentence, asked.state) == (say("photoui.shown-none"), State.NOTE)


def test_what_was_seen_twice_no_longer_waits() -> None:
    asked = second_count(view(seen_twice(photo("a", tall("f")))), answering=False)

    assert asked is not None
    assert asked.state is State.NOTE


def test_frames_at_the_second_look_say_nothing_of_the_first_answer() -> None:
    first = [shown_marks(view(photo("a", one))) for one in (tall("f"), decided(tall("f"), Decision.CLEARED))]

    assert first[0] == first[1]


def test_a_photo_without_a_face_says_whether_it_was_looked_through() -> None:
    seen = photo("a")

    titles = [
        nobody_words(view(one))[0].id
        for one in (seen, replace(seen, looked_for=False), replace(seen, error="imaging.broken"))
    ]

    assert titles == ["photoui.no-face", "photoui.finding", "photoui.unreadable"]
