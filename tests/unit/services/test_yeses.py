"""Yeses by phone as the record proves them: countersigned, taken back, and none at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.domain.spoken import SpokenYes
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.spoken import Asked, SpokenYeses
from tests.road import Road, make_road
from tests.spoken_road import prepared, signed, spoken_of, why, yes


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path, signed=False)


@pytest.fixture
def yeses(road: Road) -> SpokenYeses:
    return spoken_of(road)


def test_three_that_nobody_countersigned_close_this_way(road: Road, yeses: SpokenYeses) -> None:
    first = [signed(road, yeses, text=f"Day {n} of the fair.") for n in range(3)]

    with pytest.raises(NotAllowed) as fourth:
        prepared(road, yeses)
    yeses.countersign(road.by("pat"), first[0])

    assert why(fourth) == ["spoken.closed"]
    assert prepared(road, yeses).code != ""


def test_a_countersignature_past_the_program_counts_for_nothing(road: Road, yeses: SpokenYeses) -> None:
    post = signed(road, yeses)

    with pytest.raises(NotAllowed), road.school.desk.deed(road.by("bo")) as deed:
        deed.record(Act.COUNTERSIGN, Noun.SPOKEN_YESES, post)

    assert len(yeses.owed(road.by("pat"))) == 1


def test_a_yes_dies_with_the_office_of_who_said_it(road: Road, yeses: SpokenYeses) -> None:
    road.school.admit("vic", "Vic Stone", {Role.DEPUTY}, by="pat")
    post = road.submitted()
    asked = yeses.prepare(road.by("ana"), post, road.school.people["vic"]).value
    yeses.sign(road.by("bo"), post, yes(road, asked, said_by=road.school.people["vic"]))
    assert road.publications.blockers(road.by("ana"), post, road.x) == ()

    with road.school.desk.deed(road.by("pat")) as deed:
        vic = road.school.people["vic"]
        grant = next(one for one in deed.trust.grants.values() if one.person == vic)
        deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, vic, {"grant": grant.id})

    reasons = [one.message.id for one in road.publications.blockers(road.by("ana"), post, road.x)]
    assert "publications.mandate-gone" in reasons


def test_a_release_that_claims_a_yes_without_an_e_mail_lets_nothing_out(
    road: Road, yeses: SpokenYeses
) -> None:
    asked = prepared(road, yeses)
    with road.school.desk.look(road.by("bo")) as unit:
        proven = road.proof.now(unit)
        (row,) = proven.about(Noun.SPOKEN_YESES, asked.post)
        manifest = proven.part(row, "manifest")
    assert manifest is not None
    with road.school.desk.deed(road.by("bo")) as deed:
        deed.record(Act.APPROVE, Noun.POSTS, asked.post, parts={"manifest": manifest})
        kept = deed.unit.posts.get(asked.post)
        deed.unit.posts.change(replace(kept, stage=PostStage.RELEASED))

    reasons = [one.message.id for one in road.publications.blockers(road.by("ana"), asked.post, road.x)]

    assert "publications.mandate-gone" in reasons


def test_a_release_taken_back_owes_no_countersignature(road: Road, yeses: SpokenYeses) -> None:
    post = signed(road, yeses)

    road.approvals.void(road.by("bo"), post, "wrong picture")

    assert yeses.owed(road.by("pat")) == ()


def forged(road: Road, asked: Asked, *, by: str, heard: SpokenYes, other: bool = False) -> list[str]:
    """Sign a release by a yes past the program, with a key of the school; give why nothing leaves."""
    with road.school.desk.look(road.by(by)) as unit:
        proven = road.proof.now(unit)
        (row,) = proven.about(Noun.SPOKEN_YESES, asked.post)
        manifest = proven.part(row, "manifest")
    assert manifest is not None
    released = {**manifest, **({"findings": ["claim"]} if other else {})}
    with road.school.desk.deed(road.by(by)) as deed:
        parts = {"manifest": released, "yes": heard.to_plain(row.seq)}
        deed.record(Act.APPROVE, Noun.POSTS, asked.post, parts=parts)
        deed.unit.posts.change(replace(deed.unit.posts.get(asked.post), stage=PostStage.RELEASED))
    return [one.message.id for one in road.publications.blockers(road.by("ana"), asked.post, road.x)]


def test_a_yes_that_its_author_signs_past_the_program_lets_nothing_out(
    road: Road, yeses: SpokenYeses
) -> None:
    asked = prepared(road, yeses)

    assert "approvals.own-post" in forged(road, asked, by="ana", heard=yes(road, asked))


def test_a_fourth_that_is_signed_past_the_program_lets_nothing_out(road: Road, yeses: SpokenYeses) -> None:
    waits = prepared(road, yeses)
    for n in range(3):
        signed(road, yeses, text=f"Day {n} of the fair.")

    assert "publications.mandate-gone" in forged(road, waits, by="bo", heard=yes(road, waits))


def test_a_yes_of_somebody_else_than_was_asked_lets_nothing_out(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)
    heard = yes(road, asked, said_by=road.school.people["dee"])

    assert "publications.mandate-gone" in forged(road, asked, by="bo", heard=heard)


def test_a_manifest_other_than_was_asked_for_lets_nothing_out(road: Road, yeses: SpokenYeses) -> None:
    asked = prepared(road, yeses)

    found = forged(road, asked, by="bo", heard=yes(road, asked), other=True)

    assert {"publications.mandate-gone", "publications.not-what-was-released"} <= set(found)
