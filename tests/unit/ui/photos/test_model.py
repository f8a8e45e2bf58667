"""What the contact sheet says."""

from dataclasses import replace
from datetime import date

import pytest

from smadmin.domain.ids import MediaId, PersonId
from smadmin.domain.messages import say
from smadmin.domain.photos.faces import FaceState
from smadmin.domain.photos.review import Decision, Photo
from smadmin.domain.schools import LawRecord
from smadmin.ui.photos.model import (
    Step,
    folder_line,
    main_step,
    main_words,
    matching_reasons,
    matching_words,
    picked_of,
    second_looks,
    standing,
    step_of,
    then_words,
    tiles_of,
)
from smadmin.ui.theme import State
from tests.unit.ui.photos.album import ANN, AT, BEN, FOLDER, JO, MAYA, decided, face, photo, seen_twice, sheet


def test_each_photo_says_how_it_stands() -> None:
    nothing = photo("a")
    one = photo("b", face("f", 10))
    child = photo("c", face("f", 10, FaceState.POSSIBLE, ANN))
    unread = replace(photo("d"), looked_for=False)
    broken = replace(photo("e"), error="imaging.broken")

    said = [standing(each, twice=True) for each in (nothing, one, child, unread, broken)]

    assert said == [
        (State.NOTE, say("photoui.nothing-to-decide-no-face")),
        (State.WAITS, say("photoui.to-decide", n=1)),
        (State.STOP, say("photoui.opted-out-child")),
        (State.NOTE, say("photoui.finding")),
        (State.STOP, say("photoui.unreadable")),
    ]


def test_a_looked_at_photo_waits_for_somebody_only_where_a_face_shows() -> None:
    with_face = photo("a", decided(face("f", 10), Decision.CLEARED), looked_by=MAYA)
    without = photo("b", looked_by=MAYA)

    assert standing(with_face, twice=True) == (State.WAITS, say("photoui.second-waits"))
    assert standing(with_face, twice=False) == (State.FINE, say("photoui.looked"))
    assert standing(without, twice=True) == (State.FINE, say("photoui.looked"))
    assert standing(seen_twice(with_face), twice=True) == (State.FINE, say("photoui.seen-twice"))


def test_tiles_stand_in_the_order_of_the_camera_and_alike_ones_side_by_side() -> None:
    photos = [
        replace(photo(name), likeness=mark)
        for name, mark in (("IMG_10", "0" * 16), ("IMG_2", "f" * 16), ("IMG_9", "0" * 15 + "1"))
    ]

    tiles = tiles_of(sheet(*photos).view, twice=True)

    assert [tile.name for tile in tiles] == ["IMG_2.jpg", "IMG_9.jpg", "IMG_10.jpg"]
    assert [tile.alike for tile in tiles] == [1, 2, 2]


def test_an_unreadable_photo_says_why_and_is_never_among_the_picked() -> None:
    broken = replace(photo("a"), error="imaging.broken")

    assert tiles_of(sheet(broken).view, twice=True)[0].why == say("imaging.broken")
    assert picked_of([broken]) == ()


FACE = decided(face("f", 10), Decision.CLEARED)
EXPORTED = replace(seen_twice(photo("a", FACE, looked_by=MAYA)), exported=MediaId("out"))


@pytest.mark.parametrize(
    ("photos", "me", "step"),
    [
        ([photo("a", picked=False)], MAYA, Step.PICK),
        ([photo("a", FACE)], MAYA, Step.DECIDE),
        ([photo("a", FACE, looked_by=MAYA)], MAYA, Step.HAND_OVER),
        ([photo("a", FACE, looked_by=MAYA)], JO, Step.SECOND_LOOK),
        ([photo("a", FACE, looked_by=MAYA), photo("b")], JO, Step.SECOND_LOOK),
        ([seen_twice(photo("a", FACE, looked_by=MAYA))], MAYA, Step.EXPORT),
        ([photo("a", looked_by=MAYA)], JO, Step.EXPORT),
        ([EXPORTED], MAYA, Step.USE),
    ],
)
def test_a_folder_wants_one_thing_next(photos: list[Photo], me: PersonId, step: Step) -> None:
    assert step_of(photos, me, twice=True) is step


def test_nobody_takes_the_second_look_at_their_own_first() -> None:
    mine = photo("a", FACE, looked_by=MAYA)

    assert second_looks([mine], MAYA) == ()
    assert second_looks([mine], JO) == (mine,)
    assert second_looks([photo("b", looked_by=MAYA)], JO) == ()


@pytest.mark.demand("SOC-M4")
def test_a_second_look_that_is_only_advised_is_offered_and_holds_nobody_up() -> None:
    looked = [photo("a", FACE, looked_by=MAYA)]

    assert step_of(looked, MAYA, twice=False) is Step.EXPORT
    assert step_of(looked, JO, twice=False) is Step.SECOND_LOOK
    assert step_of([seen_twice(looked[0])], JO, twice=False) is Step.EXPORT


def test_the_main_button_counts_what_it_leads_to() -> None:
    photos = [photo("a", FACE), photo("b", FACE), photo("c", FACE, looked_by=MAYA)]

    assert main_words(Step.DECIDE, photos, MAYA, twice=True) == say("photoui.main-decide", n=2)
    assert then_words(Step.DECIDE) == say("photoui.next-photo")
    assert then_words(Step.HAND_OVER) == say("photoui.then-hand-over")


def test_after_the_first_look_the_post_is_written_before_somebody_else_looks() -> None:
    looked = [photo("a", FACE, looked_by=MAYA)]

    assert main_step(looked, MAYA, twice=True, awaited=False) is Step.USE
    assert main_step(looked, MAYA, twice=True, awaited=True) is Step.HAND_OVER
    assert main_step(looked, JO, twice=True, awaited=False) is Step.SECOND_LOOK


def test_a_folder_says_what_it_waits_for() -> None:
    line = folder_line(FOLDER, [photo("a", FACE, looked_by=MAYA)], JO, twice=True)
    unread = folder_line(FOLDER, [replace(photo("a"), looked_for=False)], JO, twice=True)

    assert line.state is State.WAITS
    assert line.note.values["asked"] == say("photoui.folder-second-look", n=1)
    assert unread.note == say("photoui.folder-finding", n=1)


def test_matching_counts_the_children_who_are_really_compared() -> None:
    known = replace(ANN, matching_until=date(2026, 12, 1), portraits=(MediaId("p"),))
    ended = replace(BEN, matching_until=date(2026, 11, 1), portraits=(MediaId("q"),))
    today, patterned = date(2026, 11, 20), {ANN.id, BEN.id}

    said = matching_words([known, ended], today, patterned, matching=True)

    assert said == say("photoui.matching-on", known=1, total=2)
    assert matching_words([known], today, (), matching=True) == say("photoui.matching-on", known=0, total=1)
    assert matching_words([known], today, patterned, matching=False) == say("photoui.matching-off")


def test_why_names_who_decided_and_never_calls_a_face_safe() -> None:
    law = LawRecord("law", FOLDER.school, "TX", "Pat Winters", "district policy", AT, matching=True)

    on = [one.id for one in matching_reasons(law, AT.date(), keyless=False)]
    against = [one.id for one in matching_reasons(replace(law, matching=False), AT.date(), keyless=True)]
    nobody = [one.id for one in matching_reasons(None, None, keyless=False)]
    kept = [one.id for one in matching_reasons(law, AT.date(), keyless=True)]

    assert on == ["photoui.decided", "photoui.decided-for", "photoui.never-safe"]
    assert kept == [*on[:2], "studentui.law-keyless", on[2]]
    assert against == ["photoui.decided", "photoui.decided-against", "photoui.by-eye"]
    assert nobody == ["photoui.nobody-decided", "photoui.by-eye"]
