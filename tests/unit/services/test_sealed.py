"""Sealed log-ins: only what a signed row names is opened; nothing of it shows unopened but what is odd."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.credentials import Doubt
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.log_ins import LogIn, SecondStep
from tests.school import make_school
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of


def test_root_opens_it_too(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    copy = vault.fetch(kept(school, vault))

    assert LogIn.from_bytes(school.root.open(copy.sealed)) == SECRET


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
