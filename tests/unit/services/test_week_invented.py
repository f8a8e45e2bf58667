"""Weeks signed elsewhere, where somebody made up the file, copied the answer, or is on the way out."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import Ed25519Verifier
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.week_pictures import ToldPicture
from smadmin.services.photos.away import keys_of
from smadmin.services.photos.lookfiles import packed
from smadmin.services.plan import plans_in_force
from smadmin.services.proof import proven_now
from smadmin.services.week_away import WeekAway, WeekReply, WeekVisit
from tests.road import WEEK, Road, make_road
from tests.unit.services.test_leavers_word import leaving
from tests.unit.services.test_week_away import answered, forged, ids, planted, sent


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def away(road: Road) -> WeekAway:
    return WeekAway(road.school.desk, road.proof)


def invented(
    road: Road, away: WeekAway, folder: Path, *, contents: tuple[bytes, ...] = (), **changes: object
) -> WeekVisit:
    """Let Pat open a question of Ana's, whose program says of it what it likes."""
    pat = road.school.people["pat"]
    asked = replace(sent(road, away, folder).asked, **changes)  # type: ignore[arg-type]  # what a test changes
    recipients = [one.recipient for one in keys_of(proven_now(road.proof, road.school.desk, None).trust, pat)]
    file = folder / "invented.smweek"
    file.write_bytes(packed(road.by("ana"), asked.to_bytes(), recipients=recipients, pictures=contents))
    visit = away.open(road.by("pat"), file)
    assert isinstance(visit, WeekVisit)
    return visit


def answer_to(road: Road, away: WeekAway, folder: Path, visit: WeekVisit) -> WeekReply:
    back = folder / "back.smweek"
    back.write_bytes(away.sign(road.by("pat"), visit))
    reply = away.open(road.by("ana"), back)
    assert isinstance(reply, WeekReply)
    return reply


def rows(road: Road, number: int) -> None:
    for _ in range(number):
        with road.school.desk.deed(road.by("ana")) as deed:
            deed.record(Act.SAY_PROTECTED, Noun.COMPUTERS, road.school.seat.id, parts={})


def test_nothing_is_asked_ahead_of_the_record(road: Road, away: WeekAway, tmp_path: Path) -> None:
    asked = sent(road, away, tmp_path).asked
    reply = answer_to(road, away, tmp_path, invented(road, away, tmp_path, seq=asked.seq + 20))
    road.plan.sign_week(road.by("pat"), WEEK)
    road.plan.withdraw_week(road.by("pat"), WEEK)
    rows(road, 20)

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), reply)
    planted(road, reply)

    assert ids(refused) == ["weeksign.other-copy"]
    assert road.plan_in_force(road.by("ana"), WEEK) is None


def test_nor_longer_than_seven_days_from_when_it_was_signed(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    visit = invented(road, away, tmp_path, ends=road.school.clock.now() + timedelta(days=7, hours=20))
    reply = answer_to(road, away, tmp_path, visit)
    road.school.clock.forward(days=7, minutes=1)

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), reply)
    planted(road, reply)

    assert ids(refused) == ["weeksign.too-late"]
    assert road.plan_in_force(road.by("ana"), WEEK) is None


@pytest.mark.parametrize("places", [((0, 0), (0, 0)), ((0, 1),), ((-1, 0),), ((10**15, 0),), ((0, 0),) * 101])
def test_pictures_lie_below_lines_of_the_page_one_each(
    road: Road, away: WeekAway, tmp_path: Path, places: tuple[tuple[int, int], ...]
) -> None:
    told = tuple(ToldPicture(*place, 1, hashlib.sha256(b"x").hexdigest()) for place in places)

    with pytest.raises(BadInput, match=r"weeksign\.not-a-week"):
        invented(road, away, tmp_path, contents=(b"x",) * len(places), pictures=told)


def test_copies_of_an_answer_are_verified_once(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = forged(road, "pat")
    for _ in range(20):
        planted(road, reply)
    verified, verifies = list[bytes](), Ed25519Verifier.verifies

    def counted(self: Ed25519Verifier, *, public: bytes, message: bytes, signature: bytes) -> bool:
        verified.append(message)
        return verifies(self, public=public, message=message, signature=signature)

    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        monkeypatch.setattr(Ed25519Verifier, "verifies", counted)
        assert [one.signed_by for one in plans_in_force(proven, WEEK)] == [road.school.people["pat"]]

    assert len(verified) == 1


def test_the_answer_of_who_leaves_makes_the_deputys_not_late(
    road: Road, away: WeekAway, tmp_path: Path
) -> None:
    road.school.admit("vic", "Vic Alvarez", {Role.DEPUTY}, by="pat")
    visit = sent(road, away, tmp_path, to="vic")
    back = tmp_path / "vic.smweek"
    back.write_bytes(away.sign(road.by("vic"), visit))
    vics, pats = away.open(road.by("ana"), back), answered(road, away, tmp_path)
    assert isinstance(vics, WeekReply)
    leaving(road)
    assert [one.name for one in away.signers(road.by("ana"))] == ["Vic Alvarez"]

    with pytest.raises(NotAllowed) as refused:
        away.take_in(road.by("ana"), pats)
    planted(road, pats)
    away.take_in(road.by("ana"), vics)

    assert ids(refused) == ["departures.leaves-oneself"]
    plan = road.plan_in_force(road.by("ana"), WEEK)
    assert plan is not None
    assert plan.signed_by == road.school.people["vic"]


def test_a_struck_post_stays_out_under_another_approved_topic(road: Road) -> None:
    ana = road.by("ana")
    road.plan.add(ana, road.x, date(2026, 11, 20), "Chess club")
    road.plan.sign_week(road.by("pat"), WEEK, struck=frozenset({road.slot}))
    slot = next(one for one in road.plan.week(ana, WEEK).slots if one.id == road.slot)

    renamed = road.plan.change(ana, slot, day=slot.day, topic="Chess club").value

    refused = [one.message.id for one in road.approvals.blockers(road.by("bo"), road.submitted())]
    assert refused == ["approvals.not-in-plan"]
    assert not road.plan.week(ana, WEEK).signs(renamed)
