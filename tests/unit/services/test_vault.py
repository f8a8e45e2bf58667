"""The vault: who opens a log-in, where its copies lie, and what a planted copy comes to."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.secrets import KeyringSecrets, MemorySecrets, NoKeyring, SecretStore
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.services.accounts import Accounts
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.proof import Proof
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


def account_of(school: TinySchool, handle: str = "lincoln_vault") -> AccountId:
    form = AccountForm(Platform.X, "Lincoln", handle, f"https://x.com/{handle}", "a@lincoln.example")
    account = Accounts(school.desk).adopt(school.by("pat"), form).value
    school.designate("ana", account)
    return account


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


def test_an_emptied_keyring_is_filled_again_from_the_store(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    school.secrets.delete(f"account/{account}")

    copy = vault.fetch(account)

    assert copy.notice is None
    assert (school.secrets.get(f"account/{account}") or "").startswith("1:")


@pytest.mark.demand("BAL-B1b5")
def test_the_same_bytes_lie_in_the_keyring_and_in_the_store(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    for newer in (None, replace(SECRET, password="second-Falcon-43")):
        if newer is not None:
            vault.shelve(vault.keep(school.by("ana"), account, newer).value)

        item, stored = school.secrets.get(f"account/{account}"), vault.kept(account)

        assert item is not None
        assert stored is not None
        version, sealed, _proof = item.split(":")
        assert int(version) == stored.version
        assert base64.b64decode(sealed) == bytes.fromhex(stored.sealed)


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


def test_a_designated_administrator_opens_it_after_it_was_sealed_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    Accounts(school.desk).designate(school.by("pat"), account, school.people["bo"])
    standings = LogInStandings(school.desk, Proof(school.desk))
    before = standings.here(school.by("bo"))[account]

    fresh = vault.reseal(school.by("pat"), vault.fetch(account)).value

    assert (before.mine, before.needs_reseal) == (False, True)
    assert before.openers == frozenset({school.people["ana"], school.people["pat"], school.people["cem"]})
    after = standings.here(school.by("bo"))[account]
    assert (after.mine, after.needs_reseal) == (True, False)
    assert vault.reveal(school.by("bo"), fresh).value.password == SECRET.password


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
