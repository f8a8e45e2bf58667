"""The question above the photo: is anybody without a frame?"""

from dataclasses import replace

from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.boxes import Box
from smadmin.domain.photos.clarity import Unclear
from smadmin.domain.photos.review import Decision, Face
from smadmin.ui.photos.asking import shown_marks
from smadmin.ui.photos.counting import Closer, CloserState, first_count, nobody_words, second_count
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

    asked = second_count(seen, answering=False)

    assert asked is not None
    assert (asked.sentence, asked.state) == (say("photoui.shown-none"), State.WAITS)


def test_nobody_asks_who_has_no_frame_while_only_the_asked_face_has_one() -> None:
    asked = second_count(view(photo("a", tall("f"), tall("g"))), answering=True)

    assert asked is not None
    assert (asked.sentence, asked.state) == (say("photoui.framed-first"), State.NOTE)


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


def test_looking_closer_is_said_while_it_runs_and_what_came_of_it_after() -> None:
    under_way = first_count(
        view(photo("a", tall("f"))), Closer(CloserState.UNDER_WAY, say("photoui.closer-progress", percent=25))
    )
    after = first_count(
        view(photo("a", tall("f"))), Closer(CloserState.OFFERED, say("photoui.closer-found", n=3))
    )

    assert under_way is not None
    assert after is not None
    assert under_way.sentence == say("photoui.closer-progress", percent=25)
    assert (after.sentence, after.notes[0]) == (say("photoui.framed", n=1), say("photoui.closer-found", n=3))


def test_the_button_cancels_while_it_runs_and_says_why_it_has_to_wait() -> None:
    assert Closer(CloserState.OFFERED).button == say("photoui.look-closer")
    assert Closer(CloserState.UNDER_WAY).button == say("photoui.cancel")
    assert Closer(CloserState.OFFERED).blocked is None
    assert Closer(CloserState.ELSEWHERE).blocked == say("photoui.closer-elsewhere")


def test_faces_that_are_blurred_dark_or_turned_are_said_apart_from_small_ones() -> None:
    blurred = replace(tall("f"), unclear=(Unclear.BLURRED,))

    shown = first_count(view(photo("a", blurred, face("g", 10))))

    assert shown is not None
    assert shown.notes == (say("photoui.small-here", n=1), say("photoui.unclear-here", n=1))


def test_once_looked_at_closer_the_note_about_small_faces_offers_it_no_more() -> None:
    shown = first_count(view(replace(photo("a", face("f", 10)), looked_closer=True)))

    assert shown is not None
    assert shown.notes == (say("photoui.small-closer", n=1),)


def test_a_photo_that_was_reviewed_in_an_earlier_folder_says_so_until_it_is_looked_at() -> None:
    again = replace(photo("a", tall("f")), again=PhotoId("earlier"))

    fresh = first_count(view(again))
    looked = first_count(view(replace(photo("a", tall("f"), looked_by=MAYA), again=PhotoId("earlier"))))

    assert fresh is not None
    assert looked is not None
    assert say("reviewed.before") in fresh.notes
    assert say("reviewed.before") not in looked.notes
