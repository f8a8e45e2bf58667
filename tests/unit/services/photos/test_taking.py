"""A folder is taken in lot by lot, told as one intake, and gone on with where it was interrupted."""

from contextlib import closing
from itertools import zip_longest
from pathlib import Path

import pytest

from smadmin.domain.canonical import parse
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.vocabulary import Act
from smadmin.services.photos.sources import Given
from smadmin.services.photos.taking import FIRST_LOTS, LOT, Taking, Takings
from tests.darkroom import FACTS, Darkroom, make_darkroom

FIRST = FIRST_LOTS[0]


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path / "data")


def files(room: Darkroom, count: int) -> list[Path]:
    return [room.file(f"{number:03}.jpg", f"photo {number:03}".encode()) for number in range(count)]


def names(room: Darkroom, taking: Taking) -> list[str]:
    assert taking.taken is not None
    return sorted(photo.name for photo in room.review.set(room.by("ana"), taking.taken.set).photos)


def take(takings: Takings, room: Darkroom, taking: Taking, *, steps: int) -> None:
    """Take so many lots in, then stop."""
    with closing(takings.lots(room.by("ana"), taking)) as lots:
        for _ in range(steps):
            next(lots)


def until_the_disk_is_full(
    takings: Takings, room: Darkroom, taking: Taking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Take the first lot in; nothing of the second can be kept."""
    lots = takings.lots(room.by("ana"), taking)
    next(lots)

    def full(_content: bytes, _kind: str) -> None:
        raise OutsideFailed(say("store.disk-full"))

    with monkeypatch.context() as patched:
        patched.setattr(room.media, "seal", full)
        with pytest.raises(OutsideFailed):
            next(lots)


def test_the_first_photos_are_there_while_hundreds_are_still_read(room: Darkroom) -> None:
    taking = Taking(FACTS, files(room, 50))

    steps = [len(taken.photos) for taken, _ in Takings(room.intake).lots(room.by("ana"), taking)]

    assert steps == [FIRST, sum(FIRST_LOTS), sum(FIRST_LOTS) + LOT, 50]
    assert taking.left == 0


def test_each_step_tells_only_what_it_changed(room: Darkroom) -> None:
    steps = list(Takings(room.intake).lots(room.by("ana"), Taking(FACTS, files(room, FIRST + 1))))

    (first, changed_first), (both, changed_then) = steps
    assert changed_first.ids("photos") == {first.set, *first.photos}
    assert changed_then.ids("photos") == {first.set, *both.photos[FIRST:]}


def test_rows_of_further_lots_name_the_one_that_began_the_folder(room: Darkroom) -> None:
    ana, taking = room.by("ana"), Taking(FACTS, files(room, sum(FIRST_LOTS) + 1))

    list(Takings(room.intake).lots(ana, taking))

    with room.school.desk.look(ana) as unit:
        rows = list(unit.record.rows(acts=(Act.TAKE_IN,)))
        parts = [unit.record.part(row.seq, "photos") for row in rows]
    begun = [None if part is None else parse(part.content).get("begun") for part in parts]
    assert begun == [None, rows[0].seq, rows[0].seq]
    assert len({row.noun_id for row in rows}) == 1


def test_a_look_of_the_covers_chosen_midway_is_that_of_the_rest_too(room: Darkroom) -> None:
    ana, taking = room.by("ana"), Taking(FACTS, files(room, sum(FIRST_LOTS) + 1))

    with closing(Takings(room.intake).lots(ana, taking)) as lots:
        begun, _ = next(lots)
        room.review.restyle(ana, begun.set, CoverStyle.BLUR)
        list(lots)

    assert {photo.style for photo in room.review.set(ana, begun.set).photos} == {CoverStyle.BLUR}


def test_a_copy_in_a_later_lot_is_the_same_photo(room: Darkroom) -> None:
    taking = Taking(FACTS, [*files(room, FIRST), room.file("copy.jpg", b"photo 000")])

    *_, (taken, _) = Takings(room.intake).lots(room.by("ana"), taking)

    assert (len(taken.photos), taken.same) == (FIRST, 1)
    assert len(list((room.folder / "media").iterdir())) == FIRST


def test_what_was_interrupted_goes_on_where_it_stopped_and_reads_nothing_twice(room: Darkroom) -> None:
    takings, brought = Takings(room.intake), files(room, 50)
    taking = Taking(FACTS, brought)

    take(takings, room, taking, steps=2)

    there = sum(FIRST_LOTS)
    assert takings.interrupted(room.by("ana")) == (taking,)
    assert taking.left == 50 - there
    for path in brought[:there]:
        path.unlink()
    *_, (taken, _) = takings.lots(room.by("ana"), taking)
    assert (len(taken.photos), taken.same, taken.left_out) == (50, 0, ())
    assert names(room, taking) == [path.name for path in brought]
    assert takings.interrupted(room.by("ana")) == ()


def test_nobody_else_goes_on_with_it(room: Darkroom) -> None:
    takings = Takings(room.intake)

    take(takings, room, Taking(FACTS, files(room, 9)), steps=1)

    assert takings.interrupted(room.by("bo")) == ()


def test_it_is_stopped_after_the_file_that_is_read_now(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    takings, taking, sealed = Takings(room.intake), Taking(FACTS, files(room, 50)), list[bytes]()
    seal = room.media.seal

    def seal_and_lock(content: bytes, kind: str) -> MediaFile:
        sealed.append(content)
        if len(sealed) == 20:
            takings.stop()
        return seal(content, kind)

    monkeypatch.setattr(room.media, "seal", seal_and_lock)

    list(takings.lots(room.by("ana"), taking))

    assert (len(names(room, taking)), taking.left) == (20, 30)
    assert takings.interrupted(room.by("ana")) == (taking,)
    list(takings.lots(room.by("ana"), taking))
    assert (len(names(room, taking)), len(sealed)) == (50, 50)


def test_a_full_disk_midway_keeps_what_is_there_and_the_list_of_the_rest(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    takings, taking = Takings(room.intake), Taking(FACTS, files(room, 9))
    until_the_disk_is_full(takings, room, taking, monkeypatch)

    assert (taking.left, takings.interrupted(room.by("ana"))) == (9 - FIRST, (taking,))
    list(takings.lots(room.by("ana"), taking))
    assert len(names(room, taking)) == 9


def test_nothing_is_remembered_of_what_was_refused_at_once(room: Darkroom, tmp_path: Path) -> None:
    takings = Takings(room.intake)

    with pytest.raises(Exception, match="no-such-place"):
        list(takings.lots(room.by("ana"), Taking(FACTS, [tmp_path / "nowhere"])))

    assert takings.interrupted(room.by("ana")) == ()


def test_pictures_in_memory_come_first_and_are_let_go_of_when_it_is_interrupted(room: Darkroom) -> None:
    takings = Takings(room.intake)
    dragged = [Given(f"dragged{number}.png", b"%d" % number) for number in range(FIRST + 1)]
    taking = Taking(FACTS, [*files(room, 3), *dragged])

    take(takings, room, taking, steps=1)

    assert names(room, taking) == ["dragged0.png", "dragged1.png"]
    assert (taking.gone, taking.left) == (1, 4)
    list(takings.lots(room.by("ana"), taking))
    assert names(room, taking) == ["000.jpg", "001.jpg", "002.jpg", "dragged0.png", "dragged1.png"]


def test_no_picture_waits_in_memory_while_the_window_is_locked(
    room: Darkroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    takings = Takings(room.intake)
    taking = Taking(FACTS, [Given(f"dragged{number}.png", b"%d" % number) for number in range(FIRST + 1)])
    until_the_disk_is_full(takings, room, taking, monkeypatch)
    assert taking.gone == 0  # whoever sits there may try again

    takings.stop()

    assert (taking.gone, taking.left) == (1, 1)
    assert list(taking.load.pieces()) == []


def test_of_the_first_few_files_the_smallest_are_taken_in_first(room: Darkroom) -> None:
    large = room.file("000-large.jpg", bytes(5_000))
    taking = Taking(FACTS, [large, *files(room, 3)])

    taken, _ = next(Takings(room.intake).lots(room.by("ana"), taking))

    assert "000-large.jpg" not in names(room, taking)
    assert len(taken.photos) == FIRST


def test_a_file_that_vanishes_midway_is_named_and_the_others_go_on(room: Darkroom) -> None:
    brought = files(room, 9)
    lots = Takings(room.intake).lots(room.by("ana"), Taking(FACTS, brought))
    next(lots)
    brought[5].unlink()

    *_, (taken, _) = lots

    assert [one.name for one in taken.left_out] == ["005.jpg"]
    assert len(taken.photos) == 8


def test_a_share_that_is_gone_midway_is_said_once_and_gone_on_with_when_it_is_back(room: Darkroom) -> None:
    brought, takings = files(room, 50), Takings(room.intake)
    share = brought[0].parent
    taking, away = Taking(FACTS, [share]), share.with_name("away")
    lots = takings.lots(room.by("ana"), taking)
    next(lots)
    share.rename(away)

    with pytest.raises(OutsideFailed) as gone:
        list(lots)

    assert gone.value.happened == say("photos.place-gone", place=share.name)
    assert (taking.left, takings.interrupted(room.by("ana"))) == (50 - FIRST, (taking,))
    away.rename(share)
    *_, (taken, _) = takings.lots(room.by("ana"), taking)
    assert (len(taken.photos), taken.left_out) == (50, ())


def test_what_was_read_before_an_error_is_kept(room: Darkroom, monkeypatch: pytest.MonkeyPatch) -> None:
    takings, taking, seal = Takings(room.intake), Taking(FACTS, files(room, 9)), room.media.seal
    sealed: list[bytes] = []

    def full_after_five(content: bytes, kind: str) -> MediaFile:
        sealed.append(content)
        if len(sealed) == 6:
            raise OutsideFailed(say("store.disk-full"))
        return seal(content, kind)

    monkeypatch.setattr(room.media, "seal", full_after_five)

    with pytest.raises(OutsideFailed):
        list(takings.lots(room.by("ana"), taking))

    assert (len(names(room, taking)), taking.left) == (5, 4)
    list(takings.lots(room.by("ana"), taking))
    assert len(names(room, taking)) == 9


def test_the_same_folder_dropped_twice_at_once_becomes_two_whole_folders(room: Darkroom) -> None:
    takings, brought = Takings(room.intake), files(room, 9)
    both = [Taking(FACTS, brought), Taking(FACTS, brought)]

    list(zip_longest(*(takings.lots(room.by("ana"), taking) for taking in both)))  # a lot of each in turn

    assert [names(room, taking) for taking in both] == [[path.name for path in brought]] * 2
    assert takings.interrupted(room.by("ana")) == ()
