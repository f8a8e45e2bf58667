"""The vault: who opens a log-in, where its copies lie, and what a planted copy comes to."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring, SecretStore
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.canonical import canonical
from smadmin.domain.credentials import Doubt
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, Tampered
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import ApiToken, LogIn, SecondStep
from smadmin.domain.messages import say
from smadmin.domain.one_time import Seed
from smadmin.domain.passwords import PasswordRule, Style
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.domain.policy.packs import CopiesOpen
from smadmin.services.accounts import Accounts
from smadmin.services.copies import CLIPBOARD_S, Field, Rules, Way
from smadmin.services.vault import Vault
from tests.school import TinySchool, make_school

SECRET = LogIn("social@lincoln.example", "canary-Falcon-42", ("code-one", "code-two"))


class AbsentKeyring:
    """A computer without a keyring."""

    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))

    def set(self, item: str, secret: str) -> None:
        raise NoKeyring(say("keys.no-keyring"))

    def delete(self, item: str) -> None:
        raise NoKeyring(say("keys.no-keyring"))


def account_of(school: TinySchool) -> AccountId:
    form = AccountForm(Platform.X, "Lincoln", "lincoln_es", "https://x.com/lincoln_es", "a@lincoln.example")
    return Accounts(school.desk).adopt(school.by("pat"), form).value


def vault_of(school: TinySchool, secrets: SecretStore | None = None) -> Vault:
    return Vault(school.desk, secrets or school.secrets)


def kept(school: TinySchool, vault: Vault, by: str = "ana") -> AccountId:
    account = account_of(school)
    vault.shelve(vault.keep(school.by(by), account, SECRET).value)
    return account


@pytest.mark.demand("BAL-B1b1")
@pytest.mark.demand("BAL-B1b5")
@pytest.mark.demand("WIC-P6")
def test_a_kept_log_in_is_revealed_to_each_holder_and_the_record_says_so(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)

    for name in ("ana", "pat", "cem"):
        shown = vault.reveal(school.by(name), vault.fetch(account)).value
        assert (shown.user, shown.password, shown.recovery) == (
            SECRET.user,
            SECRET.password,
            SECRET.recovery,
        )

    newest = school.records.newest(1)[0]
    assert (newest.act, newest.person, newest.noun_id) == ("reveal", "Cem Aydin", account)


def test_root_opens_it_too(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    copy = vault.fetch(kept(school, vault))

    assert LogIn.from_bytes(school.root.open(copy.sealed)) == SECRET


def test_a_reviewer_opens_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)

    with pytest.raises(NotAllowed) as refused:
        vault.reveal(school.by("bo"), vault.fetch(account))

    assert [reason.message.id for reason in refused.value.reasons] == ["vault.not-yours"]
    assert tuple(refused.value.reasons) == vault.blockers(school.by("bo"), account)


def test_an_old_passphrase_is_asked_again(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, ana = kept(school, vault), school.by("ana")
    school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refused:
        vault.reveal(ana, vault.fetch(account))

    assert refused.value.happened.id == "keys.passphrase-again"


def test_nothing_is_kept_before_the_envelope_is_proven_in_a_real_school(tmp_path: Path) -> None:
    school = make_school(tmp_path, sample=False)
    ana = school.by("ana")
    vault, account = vault_of(school), account_of(school)

    with pytest.raises(NotAllowed) as refused:
        vault.keep(ana, account, SECRET)
    school.keys.prove_envelope(ana, school.root.key, letters_right=True)
    vault.keep(ana, account, SECRET)

    assert refused.value.happened.id == "vault.envelope-first"


def test_it_is_plain_neither_in_the_keyring_nor_in_the_store(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)

    raw = school.secrets.get(f"account/{account}") or ""
    files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert raw.startswith("1:")
    assert SECRET.password not in raw
    assert SECRET.password.encode() not in files
    assert SECRET.password not in repr(SECRET) + repr(vault.fetch(account))


def test_an_emptied_keyring_is_filled_again_from_the_store(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    school.secrets.delete(f"account/{account}")

    copy = vault.fetch(account)

    assert copy.notice is None
    assert (school.secrets.get(f"account/{account}") or "").startswith("1:")


def test_the_higher_version_wins(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    newer = vault.keep(school.by("ana"), account, replace(SECRET, password="second")).value

    found = vault.fetch(account)

    assert (found.version, found.sealed) == (2, newer.sealed)
    assert vault.reveal(school.by("ana"), found).value.password == "second"
    assert (school.secrets.get(f"account/{account}") or "").startswith("2:")


def test_without_a_keyring_the_stores_copy_serves_and_that_is_said(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school, AbsentKeyring())
    account = kept(school, vault)

    copy = vault.fetch(account)

    assert copy.notice == say("vault.no-keyring")
    assert vault.reveal(school.by("ana"), copy).value.password == SECRET.password


@pytest.mark.parametrize("version", [1, 99])
def test_a_planted_copy_in_the_store_is_never_opened(tmp_path: Path, version: int) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    school.secrets.delete(f"account/{account}")
    with school.desk.look() as unit:
        recipients = [key.recipient for key in unit.trust.read().keys.values()]
    planted = seal(LogIn("social", "attacker's own").to_bytes(), recipients)
    with school.store.deed(school.id) as unit:
        credential = unit.credentials.get(account)
        for _ in range(version):
            credential = unit.credentials.change(replace(credential, sealed=planted.hex()))

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), vault.fetch(account))

    assert refused.value.happened.id == "vault.not-what-was-signed"


def test_a_designated_administrator_opens_it_after_it_was_sealed_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    Accounts(school.desk).designate(school.by("pat"), account, school.people["bo"])
    needed = vault.needs_reseal(account)
    others = vault.only_others(school.by("bo"), account)

    fresh = vault.reseal(school.by("pat"), vault.fetch(account)).value

    assert needed
    assert others == frozenset({school.people["ana"], school.people["pat"], school.people["cem"]})
    assert vault.only_others(school.by("bo"), account) is None
    assert not vault.needs_reseal(account)
    assert vault.reveal(school.by("bo"), fresh).value.password == SECRET.password


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


def test_an_account_without_a_log_in_says_so(tmp_path: Path) -> None:
    school = make_school(tmp_path)

    with pytest.raises(KnownError) as refused:
        vault_of(school).fetch(account_of(school))

    assert refused.value.happened.id == "vault.nothing-kept"


def test_a_spoiled_item_of_the_keyring_counts_as_emptied(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school, secrets := MemorySecrets())
    account = kept(school, vault)
    secrets.set(f"account/{account}", "2:not base 64 !!")

    copy = vault.fetch(account)

    assert copy.version == 1
    assert (secrets.get(f"account/{account}") or "").startswith("1:")


@pytest.mark.keyring
def test_the_real_keyring_holds_and_gives_it_back(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school, KeyringSecrets(school.store.id))
    account = kept(school, vault)

    copy = vault.fetch(account)

    assert copy.notice is None
    assert vault.reveal(school.by("ana"), copy).value.password == SECRET.password
    KeyringSecrets(school.store.id).delete(f"account/{account}")


def test_when_and_by_whom_a_log_in_was_kept_is_told_unopened(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)

    found = vault.kept(account)

    assert found is not None
    assert (found.changed_by, found.changed_at) == (school.people["ana"], school.desk.now)
    assert vault.kept(AccountId("another")) is None


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


@pytest.mark.demand("BAL-B1b2")
def test_a_password_of_another_account_is_refused_and_the_mark_says_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    first, second = kept(school, vault), account_of(school)

    with pytest.raises(NotAllowed) as refused:
        vault.keep(school.by("pat"), second, SECRET)
    vault.keep(school.by("pat"), first, SECRET)
    vault.keep(school.by("pat"), second, replace(SECRET, password="another one, 7 words"))

    assert [one.message.id for one in refused.value.reasons] == ["vault.same-password"]
    assert refused.value.reasons[0].citation == "BAL-B1b2"
    mark = vault.kept(first)
    assert mark is not None
    digests = (hashlib.sha256(SECRET.password.encode()).hexdigest(), SECRET.password)
    assert not any(one in mark.same for one in digests)
    assert mark.same != getattr(vault.kept(second), "same", "")


@pytest.mark.demand("BAL-B1b2")
def test_what_is_odd_about_a_log_in_is_known_unopened(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, account = vault_of(school), account_of(school)
    odd = LogIn("lincoln", "password1", email="lincoln.es@gmail.com", second=SecondStep.PHONE)

    vault.keep(school.by("ana"), account, odd)

    found = vault.kept(account)
    assert found is not None
    assert set(found.doubts) == {Doubt.ELSEWHERE, Doubt.PHONE, Doubt.WEAK}


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
    vault.reveal(school.by("cem"), copy, why="The page was taken over on Sunday.")

    newest = school.records.newest(1)[0]
    with school.desk.look(school.by("cem")) as unit:
        part = unit.record.part(newest.seq, "why")
    assert part is not None
    assert part.content == canonical("The page was taken over on Sunday.")


@pytest.mark.parametrize("spoil", ["cut", "flip", "foreign", "nothing"])
def test_a_spoiled_file_is_refused_with_a_sentence(tmp_path: Path, spoil: str) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    copy = vault.fetch(account)
    spoiled = {
        "cut": copy.sealed[:-20],
        "flip": copy.sealed[:-1] + bytes([copy.sealed[-1] ^ 1]),
        "foreign": seal(SECRET.to_bytes(), [Identity.new().recipient]),
        "nothing": b"",
    }[spoil]

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), replace(copy, sealed=spoiled))

    assert refused.value.happened.id == "vault.not-what-was-signed"
    assert refused.value.remedy is not None
