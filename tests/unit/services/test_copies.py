"""What of a log-in is copied, what platforms and policy ask of it, and how passwords are made."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import canonical
from smadmin.domain.errors import BadInput, KnownError, NotAllowed
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.one_time import Seed
from smadmin.domain.passwords import PasswordRule, Style
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.domain.policy.packs import CopiesOpen
from smadmin.services.copies import CLIPBOARD_S, Field, Rules, Way
from smadmin.services.vault import Vault
from tests.school import make_school
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of


def test_what_is_copied_ends_after_twenty_seconds(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    copy = vault.fetch(kept(school, vault))

    got = {
        field: vault.copy(school.by("ana"), copy, field).value
        for field in (Field.USER, Field.PASSWORD, Field.RECOVERY)
    }

    assert got[Field.USER].text == SECRET.user
    assert got[Field.PASSWORD].text == SECRET.password
    assert got[Field.RECOVERY].text == "code-one\ncode-two"
    assert {one.seconds for one in got.values()} == {CLIPBOARD_S} == {20}


WITH_CODES = replace(
    SECRET,
    email="social@lincoln.example",
    seed="GEZDGNBVGY3TQOJQ",
    tokens=(ApiToken("poster", "canary-token", date(2027, 6, 30)),),
)


def test_codes_and_tokens_are_copied_as_they_count_now(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, account = vault_of(school), account_of(school)
    copy = vault.keep(school.by("ana"), account, WITH_CODES).value
    by = school.by("ana")

    code = vault.copy(by, copy, Field.CODE).value.text
    school.clock.forward(minutes=1)

    assert code == Seed.read(WITH_CODES.seed).code(school.desk.now - timedelta(minutes=1))
    assert vault.copy(by, copy, Field.CODE).value.text != code
    assert vault.copy(by, copy, Field.TOKEN).value.text == "canary-token"
    assert vault.copy(by, copy, Field.EMAIL).value.text == WITH_CODES.email
    with pytest.raises(KnownError):
        vault.copy(by, copy, Field.TOKEN, which=1)
    told = vault.kept(account)
    assert told is not None
    assert told.tokens_end == date(2027, 6, 30)


def test_a_seed_that_is_none_keeps_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, account = vault_of(school), account_of(school)

    with pytest.raises(BadInput):
        vault.keep(school.by("ana"), account, replace(SECRET, seed="not a seed"))

    assert vault.kept(account) is None


def test_a_page_whose_platform_knows_no_password_keeps_none(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    facts = PlatformFacts(Platform.X, "X", (), held_by=HeldBy.ROLES)
    vault = Vault(school.desk, school.secrets, Rules(facts=lambda _platform: facts))
    account, by = account_of(school), school.by("ana")

    with pytest.raises(NotAllowed) as refused:
        vault.keep(by, account, SECRET)
    with pytest.raises(NotAllowed):
        vault.keep(by, account, LogIn("", ""))
    vault.keep(by, account, LogIn("", "", tokens=WITH_CODES.tokens))

    assert refused.value.happened.id == "vault.no-password-there"


def test_a_password_is_made_as_the_platform_takes_it(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    rule = PasswordRule(most=24, signs="_")
    facts = PlatformFacts(Platform.X, "X", (), password=rule)
    vault = Vault(school.desk, school.secrets, Rules(facts=lambda _platform: facts))
    account = account_of(school)

    made = [vault.propose(account, style) for style in Style for _ in range(5)]

    assert all(rule.fits(one) for one in made)
    assert len(set(made)) == len(made)


@pytest.mark.demand("WIC-P6")
def test_where_copies_are_for_emergencies_the_office_gives_a_reason_that_is_recorded(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = Vault(school.desk, school.secrets, Rules(copies=lambda _unit: CopiesOpen.EMERGENCY))
    account = kept(school, vault)
    copy = vault.fetch(account)

    for name in ("pat", "cem"):
        assert [one.place for one in vault.open_blockers(school.by(name), account)] == ["why"]
        for ask in (
            vault.reveal,
            partial(vault.copy, field=Field.PASSWORD),
            partial(vault.hand_out, way=Way.PAPER),
        ):
            with pytest.raises(NotAllowed) as refused:
                ask(school.by(name), copy)
            assert refused.value.reasons[0].citation == "WIC-P6"
    assert vault.reveal(school.by("ana"), copy).value.user == SECRET.user
    with pytest.raises(NotAllowed):
        vault.reveal(school.by("cem"), copy, why=" .\u200b")
    vault.reveal(school.by("cem"), copy, why="The page was taken over on Sunday.")

    newest = school.records.newest(1)[0]
    with school.desk.look(school.by("cem")) as unit:
        part = unit.record.part(newest.seq, "why")
    assert part is not None
    assert part.content == canonical("The page was taken over on Sunday.")
