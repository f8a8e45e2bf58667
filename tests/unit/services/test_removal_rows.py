"""Whose rows count when a post is taken down."""

from dataclasses import replace
from pathlib import Path

from smadmin.domain.canonical import Plain
from smadmin.domain.people import Role
from smadmin.domain.removals import RemovalStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.removal_rows import removal_of
from tests.afterwards import WISH, out, removals_of
from tests.direct import make_direct


def test_a_row_of_somebody_without_the_account_begins_and_ends_nothing(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, desk = out(direct), direct.road.school.desk
    direct.road.school.admit("eve", "Eve Stone", {Role.ADMINISTRATOR}, by="pat")
    eve = direct.road.by("eve")
    told: dict[str, Plain] = {"ground": "wrong", "link": "", "captured": False, "by_hand": True}
    with desk.deed(eve) as deed:
        deed.record(Act.TAKE_DOWN, Noun.REMOVALS, publication.id, parts={"removal": told})
    assert removals_of(direct).of(eve, publication) is None

    removals_of(direct).begin_by_hand(direct.road.by("ana"), publication, replace(WISH, uncaptured=True))
    with desk.deed(direct.road.by("eve")) as deed:
        deed.record(Act.TAKEN_DOWN, Noun.REMOVALS, publication.id)

    with desk.look(direct.road.by("ana")) as unit:
        found = removal_of(direct.road.proof.now(unit), publication.id, publication.account)
    assert found is not None
    assert found.stage is RemovalStage.UNDER_WAY


def test_the_office_says_how_it_ended_as_well(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, removals = out(direct), removals_of(direct)
    removals.begin_by_hand(direct.road.by("ana"), publication, replace(WISH, uncaptured=True))

    removals.not_gone(direct.road.by("pat"), publication, "seen")
    removals.gone(direct.road.by("pat"), publication, None)
    found = removals.of(direct.road.by("pat"), publication)

    assert found is not None
    assert (found.stage, found.trouble) == (RemovalStage.GONE, "")
