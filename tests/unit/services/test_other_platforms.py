"""A platform that the policy doesn't name: asked for like any other, and never without communications."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.people import Role
from smadmin.services.reading import Reader
from tests.openings import School
from tests.road import shipped


@pytest.mark.demand("BLO-III-B")
def test_a_platform_that_the_policy_doesn_t_name_goes_on_by_communications_yes(tmp_path: Path) -> None:
    school = School(tmp_path, "bloomington-mn")
    desk = school.desk
    reader = Reader(desk, shipped(), school.lives.platform_agreed)
    elsewhere = school.form(platform=Platform.BLUESKY, page="https://bsky.app/profile/lincoln_chess")

    account = school.opening.ask(school.by("ana"), elsewhere, school.request()).value

    def reasons() -> set[str]:
        with desk.look(school.by("ana")) as unit:
            return {one.message.id for one in reader.account_reasons(unit, (account,))}

    school.opening.approve(school.by("pat"), account)
    assert "accounts.platform-unapproved" in reasons()
    assert school.sheet(account).life.next_step == {Role.COMMUNICATIONS}
    school.opening.approve(school.by("cem"), account)
    assert "accounts.platform-unapproved" not in reasons()


@pytest.mark.demand("BLO-III-B")
def test_communications_yes_to_one_account_is_none_to_another_on_the_same_platform(tmp_path: Path) -> None:
    school = School(tmp_path, "bloomington-mn")
    reader = Reader(school.desk, shipped(), school.lives.platform_agreed)
    theirs = school.form(platform=Platform.BLUESKY, page="https://bsky.app/profile/lincoln_chess")
    account = school.accounts.adopt(school.by("ana"), theirs).value
    school.opening.answer(school.by("ana"), account, school.request())
    for who in ("pat", "cem"):
        school.opening.approve(school.by(who), account)

    def agreed() -> bool:
        with school.desk.look(school.by("ana")) as unit:
            reasons = {one.message.id for one in reader.account_reasons(unit, (account,))}
        return "accounts.platform-unapproved" not in reasons

    assert agreed()
    other = replace(theirs, handle="@somebody", page="https://bsky.app/profile/somebody")
    school.accounts.change(school.by("ana"), school.accounts.get(account), other)
    assert not agreed()
    school.accounts.change(school.by("ana"), school.accounts.get(account), theirs)
    assert agreed()
