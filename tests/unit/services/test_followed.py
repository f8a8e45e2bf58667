"""Whom an account follows: the district's by the listed kinds, a school's by its own reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.following import FollowForm, Whose, answer_of
from smadmin.domain.ids import AccountId
from smadmin.services.followed import FollowGuard
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road

MUSEUM = FollowForm("@science_center", Whose.ORGANISATION, "Our schools go there.", "partner")


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    with made.school.desk.deed(made.by("cem")) as deed:
        account = replace(deed.unit.accounts.get(made.x), kind=AccountKind.DISTRICT)
        deed.unit.accounts.change(account)
    return made


@pytest.fixture
def guard(road: Road) -> FollowGuard:
    return FollowGuard(road.school.desk, road.reader, road.proof)


def refused(road: Road, guard: FollowGuard, form: FollowForm, account: AccountId | None = None) -> list[str]:
    with pytest.raises(NotAllowed) as error:
        guard.follow(road.by("cem"), account or road.x, form)
    return [reason.message.id for reason in error.value.reasons]


@pytest.mark.demand("BAL-C1c")
def test_the_districts_account_follows_the_eleven_kinds_and_says_why(road: Road, guard: FollowGuard) -> None:
    judged = guard.guard(road.x, "en")
    for number, kind in enumerate(judged.kinds):
        guard.follow(road.by("cem"), road.x, replace(MUSEUM, name=f"Partner {number}", kind=kind.kind))

    entered = guard.all(road.by("cem"), road.x)
    assert len(judged.kinds) == 11
    assert len(entered) == 11
    assert (entered[0].followed.form.why, entered[0].by) == ("Our schools go there.", "Cem Aydin")
    answer = answer_of(MUSEUM, judged, "en")
    assert (answer.id, answer.values["number"]) == ("following.allowed", "II.C.1.c")


@pytest.mark.demand("BAL-C1c")
def test_a_private_person_is_refused_with_the_clause_unless_in_a_public_office(
    road: Road, guard: FollowGuard
) -> None:
    somebody = FollowForm("Pat Doe", Whose.PRIVATE, "Nice photos.", "organisation")
    with pytest.raises(NotAllowed) as error:
        guard.follow(road.by("cem"), road.x, somebody)
    (reason,) = error.value.reasons
    mayor = replace(somebody, whose=Whose.OFFICE)

    assert (reason.message.id, reason.citation, reason.message.values["number"]) == (
        "following.private",
        "BAL-C1c",
        "II.C.1.c",
    )
    assert refused(road, guard, mayor) == ["following.office-missing"]
    guard.follow(road.by("cem"), road.x, replace(mayor, office="Mayor"))


@pytest.mark.demand("BAL-C1c")
def test_nobody_of_no_kind_or_without_a_reason_is_followed_nor_twice(road: Road, guard: FollowGuard) -> None:
    assert refused(road, guard, replace(MUSEUM, kind="")) == ["following.no-kind"]
    assert refused(road, guard, replace(MUSEUM, why=" ")) == ["following.why-missing"]
    guard.follow(road.by("cem"), road.x, MUSEUM)
    assert refused(road, guard, replace(MUSEUM, name="Science_Center ")) == ["following.already"]


@pytest.mark.demand("BAL-D5")
def test_a_schools_account_gets_advice_and_keeps_its_reasons(road: Road, guard: FollowGuard) -> None:
    judged = guard.guard(road.facebook, "en")
    author = FollowForm("A children's author", Whose.PRIVATE, "Read with class 4b.", weighed=True)

    with pytest.raises(NotAllowed):
        guard.follow(road.by("ana"), road.facebook, replace(author, weighed=False))
    guard.follow(road.by("ana"), road.facebook, author)

    assert not judged.strict
    assert answer_of(author, judged, "en").id == "following.advice"
    assert [one.followed.form for one in guard.all(road.by("ana"), road.facebook)] == [author]


def test_who_is_followed_no_longer_leaves_the_list(road: Road, guard: FollowGuard) -> None:
    guard.follow(road.by("cem"), road.x, MUSEUM)
    (entered,) = guard.all(road.by("cem"), road.x)

    guard.unfollow(road.by("cem"), entered.followed)

    assert guard.all(road.by("cem"), road.x) == ()
    with pytest.raises(KnownError):
        guard.unfollow(road.by("cem"), entered.followed)


def test_only_who_works_with_the_account_says_whom_it_follows(road: Road, guard: FollowGuard) -> None:
    with pytest.raises(NotAllowed):
        guard.follow(road.by("bo"), road.x, MUSEUM)
    sign_row(road, road.by("bo"), "follow", "followed", road.x, followed=MUSEUM.to_plain())

    with pytest.raises(Tampered):
        guard.all(road.by("cem"), road.x)
