"""Working apart from personal log-ins: whose folder a page opens in, and whose folders go."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.publishing.browsers import Profiles, System
from smadmin.services.browsing import Browsing
from smadmin.services.policy import Policy

ANA, KIM = PersonId("ana"), PersonId("kim")


def account(platform: Platform, name: str) -> Account:
    return Account(AccountId(name), SchoolId("school"), platform, "Lincoln", name, "https://example.org")


@pytest.fixture
def there(tmp_path: Path) -> tuple[Profiles, Browsing]:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    profiles = Profiles(tmp_path, System("linux", {"PATH": str(tmp_path)}, lambda path: Path(path).is_file()))
    return profiles, Browsing(profiles, lambda: Policy.shipped().platforms)


@pytest.mark.demand("BAL-D4")
def test_people_share_an_accounts_folder_only_where_it_has_a_password_of_its_own(
    there: tuple[Profiles, Browsing],
) -> None:
    profiles, browsing = there

    for person in (ANA, KIM):
        browsing.open(account(Platform.X, "x"), "https://x.com/lincoln", person)
        browsing.open(account(Platform.FACEBOOK, "page"), "https://www.facebook.com/lincoln", person)

    assert set(profiles.kept()) == {("x", None), ("page", ANA), ("page", KIM)}
    _wait(profiles)


def test_who_leaves_takes_their_folders_along_and_nobody_elses(there: tuple[Profiles, Browsing]) -> None:
    profiles, browsing = there
    for person in (ANA, KIM):
        browsing.open(account(Platform.FACEBOOK, "page"), "https://www.facebook.com/lincoln", person)
    _wait(profiles)

    removed = browsing.remove_person(ANA)

    assert removed == 1
    assert profiles.kept() == (("page", KIM),)
    browsing.remove_account(AccountId("page"))
    assert profiles.kept() == ()


@pytest.mark.demand("BAL-B1g2")
def test_all_folders_go_that_no_browser_has_open(there: tuple[Profiles, Browsing]) -> None:
    profiles, browsing = there
    browsing.open(account(Platform.X, "x"), "https://x.com/lincoln", ANA)
    browsing.open(account(Platform.FACEBOOK, "page"), "https://www.facebook.com/lincoln", KIM)
    _wait(profiles)
    (profiles.folder_of(AccountId("page"), KIM) / "SingletonLock").symlink_to("without-a-number-")

    browsing.forget()

    assert profiles.kept() == (("page", KIM),)


def test_an_open_browser_keeps_its_folder_and_that_is_said(there: tuple[Profiles, Browsing]) -> None:
    profiles, browsing = there
    for name in ("page", "other"):
        profiles.folder_of(AccountId(name), ANA).mkdir(parents=True)
    (profiles.folder_of(AccountId("page"), ANA) / "SingletonLock").symlink_to("without-a-number-")

    with pytest.raises(OutsideFailed):
        browsing.remove_person(ANA)

    assert profiles.kept() == (("page", ANA),)


def test_folders_that_cant_be_listed_keep_nobody_from_locking_and_count_in_a_departure(
    tmp_path: Path,
) -> None:
    (tmp_path / "browsers").write_text("a file, where the folders should lie", "utf-8")
    nowhere = Profiles(tmp_path, System("linux", {}, lambda _path: False))
    browsing = Browsing(nowhere, lambda: Policy.shipped().platforms)

    browsing.forget()

    assert browsing.counted(ANA) == 1
    assert browsing.counted(None) == 0


def _wait(profiles: Profiles) -> None:
    for one, person in profiles.kept():
        while profiles.is_open(one, person):
            pass
