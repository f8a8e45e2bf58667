"""What lies on somebody's own computer from before it was said to be theirs goes when somebody says so."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.computers import Owner
from smadmin.domain.errors import NotAllowed
from smadmin.domain.vocabulary import Act
from smadmin.services.computers import Computers
from smadmin.services.photos.from_before import FromBefore, Lying
from smadmin.services.photos.unpicked import Unpicked
from smadmin.services.proof import Proof
from tests.darkroom import Darkroom, make_darkroom
from tests.seeing import ANN, CAM, picture


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    """Three photos, of which the first is picked, and two portraits with patterns."""
    made = make_darkroom(tmp_path / "data")
    ana = made.by("ana")
    children = made.children(by=ana)
    made.allow_matching([(name, children[name]) for name in ("ann", "ben")])
    photos = made.taken(ana, picture((ANN, 20)), picture((CAM, 90)), picture((CAM, 20)))
    made.review.pick(ana, [made.review.set(ana, photos).photos[0].id])
    return made


def from_before(room: Darkroom) -> FromBefore:
    unpicked = Unpicked(room.school.desk, room.media, days=30)
    return FromBefore(room.school.desk, computers(room), unpicked, room.portraits)


def computers(room: Darkroom) -> Computers:
    desk = room.school.desk
    made = Computers(desk, Proof(desk, lambda: room.school.noted))
    desk.computer = made.at
    return made


def files(room: Darkroom) -> int:
    return len([one for one in (room.folder / "media").rglob("*") if one.is_file()])


@pytest.mark.demand("BAL-B1g2")
def test_portraits_their_patterns_and_photos_that_nobody_picked_go_from_a_personal_one(
    room: Darkroom,
) -> None:
    service, before = from_before(room), files(room)
    assert not service.lying(room.by("ana"))
    computers(room).describe(room.by("ana"), Owner.PERSONAL, "Ana's laptop")
    lying = service.lying(room.by("ana"))

    service.remove(room.by("ana"))

    assert (lying.photos, lying.in_work, lying.portraits, lying.blockers) == (2, 1, 2, ())
    assert files(room) == before - 4
    assert service.lying(room.by("ana")) == Lying(in_work=1)
    with room.school.desk.look(room.by("ana")) as unit:
        assert unit.templates.all() == ()
        acts = [row.act for row in unit.record.rows(acts=(Act.REMOVE, Act.REMOVE_PORTRAIT))]
    assert sorted(acts) == sorted([Act.REMOVE, Act.REMOVE_PORTRAIT, Act.REMOVE_PORTRAIT])


@pytest.mark.demand("BAL-B1g2")
def test_nothing_goes_from_the_schools_own_computer(room: Darkroom) -> None:
    before = files(room)
    computers(room).describe(room.by("ana"), Owner.SCHOOL, "Office PC")

    with pytest.raises(NotAllowed) as refused:
        from_before(room).remove(room.by("ana"))

    assert [one.message.id for one in refused.value.reasons] == ["computers.before-school"]
    assert files(room) == before


@pytest.mark.parametrize(
    ("who", "said"), [("bo", "computers.before-not-yours"), ("ana", "keys.passphrase-again")]
)
def test_it_takes_whoever_keeps_the_list_and_a_fresh_passphrase(room: Darkroom, who: str, said: str) -> None:
    computers(room).describe(room.by("ana"), Owner.PERSONAL, "Ana's laptop")
    by = room.by(who)
    if who == "ana":
        room.school.clock.at += timedelta(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        from_before(room).remove(by)

    assert [one.message.id for one in refused.value.reasons] == [said]
    assert [one.noun for one in room.school.records.newest(5) if one.act == Act.REMOVE] == []
