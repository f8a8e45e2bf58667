"""A keyring's copy that is newer than the store: what of it counts, and what was planted."""

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.canonical import canonical, parse
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, KeyId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.messages import say
from smadmin.domain.records import Body, Part, Signer, make_row
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.copies import Copy
from smadmin.services.kept_here import FILE_PART, KeptHere, Signatures, lost_by_restore, proof_of
from smadmin.services.vault import Vault
from smadmin.storage.disk import FILE_NAME
from tests.school import TinySchool, make_school
from tests.unit.services.test_backups import backups_of
from tests.unit.services.test_restoring import restored
from tests.unit.services.test_vault import SECRET, account_of, kept, vault_of


@pytest.mark.parametrize("proof", [b"", b"{}"])
def test_an_item_is_read_as_it_was_written(proof: bytes) -> None:
    here = KeptHere(3, b"sealed bytes", proof)

    assert KeptHere.from_item(here.to_item()) == here


@pytest.mark.parametrize("item", [None, "", "2:not base 64 !!", "two:c2VhbGVk", "2:c2VhbGVk:!!"])
def test_a_spoiled_item_counts_as_emptied(item: str | None) -> None:
    assert KeptHere.from_item(item) is None


def test_an_item_without_a_row_beside_it_is_read_too() -> None:
    assert KeptHere.from_item("2:c2VhbGVk") == KeptHere(2, b"sealed")


def older_store(folder: Path) -> tuple[TinySchool, Vault, AccountId]:
    """Keep a log-in twice, and put back a backup from between."""
    school = make_school(folder)
    vault = vault_of(school)
    account = kept(school, vault)
    made = backups_of(school).make().file
    school.clock.forward(minutes=1)
    vault.shelve(vault.keep(school.by("ana"), account, replace(SECRET, password="second")).value)
    school.note()
    restored(school, made)
    return school, vault, account


def older_store_signed(folder: Path) -> tuple[TinySchool, Vault, AccountId]:
    """Have the principal sign such a restore."""
    school, vault, account = older_store(folder)
    school.restoring.sign(school.by("pat"))
    return school, vault, account


def attackers_own(school: TinySchool) -> bytes:
    """Seal another log-in to everybody, as anybody can."""
    with school.desk.look() as unit:
        recipients = [key.recipient for key in unit.trust.read().keys.values()]
    return seal(LogIn("social", "attacker's own").to_bytes(), recipients)


def test_a_newer_copy_of_this_computer_outlives_a_restored_store_and_says_so(tmp_path: Path) -> None:
    school, vault, account = older_store(tmp_path)
    with pytest.raises(Tampered) as early:
        vault.reveal(school.by("ana"), vault.fetch(account))
    school.restoring.sign(school.by("pat"))

    found = vault.fetch(account)

    assert early.value.happened.id == "vault.planted-here"
    assert found.notice == say("vault.newer-than-store")
    assert vault.reveal(school.by("ana"), found).value.password == "second"
    again = vault.keep(school.by("ana"), account, SECRET).value
    vault.shelve(again)
    assert vault.reveal(school.by("ana"), vault.fetch(account)).value.password == SECRET.password


@pytest.mark.parametrize("proof", ["none", "of the real one", "of another account"])
def test_a_higher_version_that_nobody_signed_is_refused_even_after_a_restore(
    tmp_path: Path, proof: str
) -> None:
    school, vault, account = older_store_signed(tmp_path)
    sealed = attackers_own(school)
    real = vault.fetch(account)
    if proof == "of another account":
        other = replace(SECRET, password="yet another one")
        elsewhere = account_of(school, "another")
        another = vault.keep(school.by("ana"), elsewhere, other).value
        planted = replace(another, account=account, version=99)
    else:
        signed = real.proof if proof == "of the real one" else b""
        planted = replace(real, sealed=sealed, version=99, proof=signed)
    vault.shelve(planted)

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), vault.fetch(account))

    assert refused.value.happened.id == "vault.planted-here"
    with pytest.raises(Tampered):
        vault.reseal(school.by("ana"), vault.fetch(account))


def signed_by(signer: Signer, copy: Copy, sealed: bytes, **told_otherwise: Any) -> Copy:
    """Give another log-in with a row that says all that the real one says, signed by another key."""
    told = parse(copy.proof)
    named = {**parse(str(told["content"]).encode()), "sha256": hashlib.sha256(sealed).hexdigest()}
    part = Part(bytes.fromhex(str(told["salt"])), canonical(named))
    body = Body.from_bytes(str(told["body"]).encode())
    body = replace(body, parts={**body.parts, FILE_PART: part.digest}, **told_otherwise)
    row = make_row(body, bytes.fromhex(str(told["previous"])), signer)
    return replace(copy, sealed=sealed, proof=proof_of(row, part))


def test_whoever_may_not_keep_a_log_in_plants_none_behind_a_restore(tmp_path: Path) -> None:
    school, vault, account = older_store_signed(tmp_path)
    bo = school.by("bo").signer
    real = vault.fetch(account)
    as_bo = signed_by(bo, real, attackers_own(school), person=school.people["bo"], key=bo.key)
    vault.shelve(as_bo)

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), vault.fetch(account))

    assert refused.value.happened.id == "vault.planted-here"


def test_no_word_under_another_noun_stands_for_a_restore(tmp_path: Path) -> None:
    school, vault, account = older_store(tmp_path)
    lost, bo = vault.fetch(account), school.by("bo").signer

    append_restore(school, bo, bo.key, person="bo", noun=Noun.POSTS)

    assert not counts(school, lost)


def test_a_row_that_says_all_the_right_things_counts_only_with_a_known_signature(tmp_path: Path) -> None:
    school, vault, account = older_store_signed(tmp_path)
    sealed = attackers_own(school)
    vault.shelve(signed_by(Identity.new(), vault.fetch(account), sealed))

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), vault.fetch(account))

    assert refused.value.happened.id == "vault.planted-here"


@pytest.mark.parametrize("changed", ["file", "version", "part"])
def test_a_real_row_stands_for_its_own_file_and_version_alone(tmp_path: Path, changed: str) -> None:
    school, vault, account = older_store_signed(tmp_path)
    sealed = attackers_own(school)
    real = vault.fetch(account)
    told = parse(real.proof)
    named = {**parse(str(told["content"]).encode()), "sha256": hashlib.sha256(sealed).hexdigest()}
    rewritten = canonical({**told, "content": canonical(named).decode()})
    planted = {
        "file": replace(real, sealed=sealed),
        "version": replace(real, version=99),
        "part": replace(real, sealed=sealed, proof=rewritten),
    }
    vault.shelve(planted[changed])

    with pytest.raises(Tampered) as refused:
        vault.reveal(school.by("ana"), vault.fetch(account))

    assert refused.value.happened.id == "vault.planted-here"


def counts(school: TinySchool, copy: Copy) -> bool:
    """Ask about a keyring's copy as the vault does: whose signatures count says the record."""
    kept_here = KeptHere(copy.version, copy.sealed, copy.proof)
    with school.desk.look(school.by("ana")) as unit:
        signatures = Signatures(unit.trust.read(), school.desk.verifier)
        return lost_by_restore(unit, signatures, copy.account, kept_here)


def append_restore(
    school: TinySchool, signer: Signer, key: KeyId, *, person: str = "pat", noun: Noun = Noun.RECORDS
) -> None:
    """Append a row that says a backup was put back, in the principal's name and on their key."""
    with school.store.deed(school.id) as unit:
        last = unit.record.at(unit.record.head().seq)
        assert last is not None
        told = replace(
            Body.from_bytes(last.row.body),
            seq=last.seq + 1,
            utc=school.clock.now(),
            person=school.people[person],
            key=key,
            act=Act.RESTORE,
            noun=noun,
            id=None,
            parts={},
        )
        unit.record.append(told, make_row(told, last.row.row_hash, signer))


def test_a_row_that_a_restore_took_out_counts_only_while_it_is_gone(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    pat = school.by("pat").signer
    append_restore(school, pat, pat.key)
    still_there = vault.keep(school.by("ana"), account, replace(SECRET, password="second")).value
    append_restore(school, pat, pat.key)
    there = counts(school, still_there)
    with school.store.deed(school.id) as unit:
        seq = Body.from_bytes(str(parse(still_there.proof)["body"]).encode()).seq
        unit._connection.exec_driver_sql("DELETE FROM record_row WHERE seq = ?", (seq,))

    assert (there, counts(school, still_there)) == (False, True)


@pytest.mark.parametrize("signed_by", ["pat", "nobody"])
def test_only_a_restore_signed_by_a_key_of_the_school_lets_a_lost_row_count(
    tmp_path: Path, signed_by: str
) -> None:
    school, vault, account = older_store(tmp_path)
    lost, pat = vault.fetch(account), school.by("pat").signer
    before = counts(school, lost)
    append_restore(school, pat if signed_by == "pat" else Identity.new(), pat.key)

    assert (before, counts(school, lost)) == (False, signed_by == "pat")


def test_a_restore_lets_no_row_count_that_was_signed_after_it(tmp_path: Path) -> None:
    """Else one restore would open the door for every row that is taken out by hand later."""
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, pat = kept(school, vault), school.by("pat").signer
    append_restore(school, pat, pat.key)
    school.clock.forward(minutes=1)
    shutil.copy(school.folder / FILE_NAME, tmp_path / "before.db")
    later = vault.keep(school.by("ana"), account, replace(SECRET, password="second")).value
    school.rest()
    shutil.copy(tmp_path / "before.db", school.folder / FILE_NAME)
    after_it = counts(school, later)
    append_restore(school, pat, pat.key)

    assert (after_it, counts(school, later)) == (False, True)
