"""How an account's identity was proven last: by the platform's answer, by a person's look, and no more."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, Identity, Proof
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.services.accounts import Accounts
from smadmin.services.proven_as import ProvenAs
from tests.direct import Direct, make_direct
from tests.queued import make_queued
from tests.road import Road, make_road


def proof_of(road: Road, account: AccountId) -> Identity:
    return ProvenAs(road.school.desk, road.proof).all(road.by("ana"))[account]


def seen_at(direct: Direct) -> Identity:
    return Identity(Proof.SEEN, direct.road.school.desk.now, seen="blog0")


def test_who_connects_an_account_has_seen_whose_it_is(tmp_path: Path) -> None:
    direct = make_direct(tmp_path, connected=False)
    blog = direct.blogs[0]
    assert proof_of(direct.road, blog) == Identity()

    direct.connect(blog)

    assert proof_of(direct.road, blog) == seen_at(direct)


def test_each_post_that_leaves_proves_it_anew(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    direct.road.school.clock.forward(hours=3)

    direct.go(direct.intended(direct.released()))

    assert proof_of(direct.road, direct.blogs[0]) == seen_at(direct)


def test_so_does_one_that_goes_out_by_itself(tmp_path: Path) -> None:
    queued = make_queued(tmp_path)
    kept = queued.queue(queued.direct.released())
    queued.direct.road.school.clock.forward(hours=1, seconds=1)

    queued.seat().go(kept)

    assert proof_of(queued.direct.road, queued.direct.blogs[0]) == seen_at(queued.direct)


def test_another_account_s_answer_proves_nothing(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    before = proof_of(direct.road, direct.blogs[0])
    direct.road.school.clock.forward(hours=3)
    who = direct.platform.tokens[direct.secret(direct.blogs[0])]
    direct.platform.tokens[direct.secret(direct.blogs[0])] = replace(who, id="666")
    leaving = direct.intended(direct.released())
    with pytest.raises(NotAllowed):
        direct.go(leaving)

    assert proof_of(direct.road, direct.blogs[0]) == before


def test_what_was_seen_of_another_page_proves_nothing_of_this_one(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    road, blog = direct.road, direct.blogs[0]
    assert proof_of(road, blog).proof is Proof.SEEN
    with road.school.desk.look() as unit:
        found = unit.accounts.get(blog)
    form = AccountForm(
        found.platform, found.name, found.handle, "https://elsewhere.example", "", found.principal
    )

    Accounts(road.school.desk, proof=road.proof).change(road.by("pat"), found, form)

    assert proof_of(road, blog) == Identity()


def test_who_hands_a_post_out_has_confirmed_the_handle(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    road.school.clock.forward(minutes=30)
    post = road.released()

    road.handed_out(post, tmp_path)

    told = Identity(Proof.CONFIRMED, road.school.desk.now, road.school.people["ana"])
    assert proof_of(road, road.x) == told
    assert proof_of(road, road.facebook) == Identity()
    road.school.clock.forward(hours=24 * 61)
    assert proof_of(road, road.x) == Identity()
