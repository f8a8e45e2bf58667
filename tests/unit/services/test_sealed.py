"""Sealed log-ins: only what a signed row names is opened; nothing of it shows unopened but what is odd."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.credentials import Doubt
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.ids import AccountId
from smadmin.domain.log_ins import LogIn, SecondStep
from smadmin.domain.records import Body, Part, make_row
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.kept_here import FILE_PART
from smadmin.services.kept_rows import Password, kept_rows, newest_of_all
from smadmin.services.proof import Proof
from smadmin.services.renewal import begin_new_key
from tests.sample import sample_office, sit
from tests.school import TinySchool, make_school
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
    first, second = kept(school, vault), account_of(school, "another")

    with pytest.raises(NotAllowed) as refused:
        vault.keep(school.by("pat"), second, SECRET)
    vault.keep(school.by("pat"), first, SECRET)
    vault.keep(school.by("pat"), second, replace(SECRET, password="another one, 7 words"))

    assert [one.message.id for one in refused.value.reasons] == ["vault.same-password"]
    assert refused.value.reasons[0].citation == "BAL-B1b2"
    with school.desk.look(school.by("pat")) as unit:
        marks = {one: row.mark for one, row in newest_of_all(Proof(school.desk).now(unit)).items()}
    digests = (hashlib.sha256(SECRET.password.encode()).hexdigest(), SECRET.password)
    assert not any(one in (marks[first] or "") for one in digests)
    assert marks[first] != marks[second]


@pytest.mark.demand("BAL-B1b2")
def test_nobody_empties_the_mark_of_a_password_in_the_table(tmp_path: Path) -> None:
    """The mark is part of what was signed; what lies in the table says nothing of it."""
    school = make_school(tmp_path)
    vault = vault_of(school)
    first, second = kept(school, vault), account_of(school, "another")
    with school.store.deed(school.id) as unit:
        row = unit.credentials.get(first)
        assert SECRET.password not in str(row)
        assert "same" not in str(row)
        unit.credentials.remove(row.id)

    with pytest.raises(NotAllowed) as refused:
        vault.keep(school.by("pat"), second, SECRET)

    assert [one.message.id for one in refused.value.reasons] == ["vault.same-password"]


def test_the_schools_new_key_makes_no_password_another_one(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    by = sit(office, "ellen-whitcomb").actor
    account = next(one.id for one in office.accounts.all() if one.platform is Platform.X)
    office.vault.keep(by, account, SECRET)
    with office.desk.deed(by) as deed:
        begin_new_key(deed, office.desk)
    office.session.take_new_key()
    by = office.session.actor

    office.mark_log_ins_anew(by)
    office.vault.keep(by, account, replace(SECRET, user="another-user"))
    office.vault.reseal(by, office.vault.fetch(account))

    with office.desk.look(by) as unit:
        proven = office.proof.now(unit)
        rows = kept_rows(proven, proven.about(Noun.CREDENTIALS, account))
    assert [one.password for one in rows] == [Password.ANOTHER, *[Password.SAME] * (len(rows) - 1)]
    assert len(rows) == 4


def test_a_key_that_doesn_t_open_the_one_before_knows_the_same_password_by_its_mark(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    Accounts(school.desk).designate(school.by("pat"), account, school.people["bo"])

    vault.keep(school.by("bo"), account, SECRET)
    vault.keep(school.by("bo"), account, replace(SECRET, password="another one, 7 words"))

    with school.desk.look(school.by("pat")) as unit:
        proven = Proof(school.desk).now(unit)
        rows = kept_rows(proven, proven.about(Noun.CREDENTIALS, account))
    assert [one.password for one in rows] == [Password.ANOTHER, Password.SAME, Password.ANOTHER]


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


def append_kept(school: TinySchool, account: AccountId, sealed: bytes, by: str) -> None:
    """Append a row that a log-in was kept, rightly linked and signed with somebody's own key."""
    signer = school.by(by).signer
    with school.store.deed(school.id, school.by("pat").cells) as unit:
        last = unit.record.at(unit.record.head().seq)
        assert last is not None
        sha256 = hashlib.sha256(sealed).hexdigest()
        named: dict[str, Plain] = {"v": 1, "sha256": sha256, "version": 2, "changed": True, "keys": []}
        part = Part(bytes(32), canonical(named))
        told = replace(
            Body.from_bytes(last.row.body),
            seq=last.seq + 1,
            utc=school.clock.now(),
            person=school.people[by],
            key=signer.key,
            act=Act.KEEP_LOG_IN,
            noun=Noun.CREDENTIALS,
            id=account,
            parts={FILE_PART: part.digest},
        )
        unit.record.append(told, make_row(told, last.row.row_hash, signer))
        unit.record.keep_part(told.seq, FILE_PART, part)
        kept_here = unit.credentials.get(account)
        unit.credentials.change(replace(kept_here, sealed=sealed.hex(), sha256=sha256))


@pytest.mark.parametrize(("by", "opens"), [("bo", False), ("pat", True)])
def test_a_row_put_behind_the_others_by_who_may_keep_none_plants_no_log_in(
    tmp_path: Path, by: str, *, opens: bool
) -> None:
    """Bo reviews: the row is linked and signed as it should be, and only the right is missing."""
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    school.secrets.delete(f"account/{account}")
    with school.desk.look() as unit:
        recipients = [key.recipient for key in unit.trust.read().keys.values()]
    sealed = seal(LogIn("social", "attacker's own").to_bytes(), recipients)
    append_kept(school, account, sealed, by)
    fresh = vault_of(school)

    if opens:
        assert fresh.reveal(school.by("ana"), fresh.fetch(account)).value.password == "attacker's own"
        return
    with pytest.raises(Tampered) as refused:
        fresh.reveal(school.by("ana"), fresh.fetch(account))
    assert refused.value.happened.id == "vault.not-what-was-signed"


def test_a_row_of_another_account_does_not_speak_for_this_one(tmp_path: Path) -> None:
    """The columns beside a row are for finding it; whoever changes them gives it no other meaning."""
    school = make_school(tmp_path)
    vault = vault_of(school)
    account, other = kept(school, vault), account_of(school, "another")
    theirs = vault.keep(school.by("ana"), other, replace(SECRET, password="of the other account")).value
    school.secrets.delete(f"account/{account}")
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql(
            "UPDATE record_row SET noun_id = ? WHERE act = 'keep-log-in' AND noun_id = ?", (account, other)
        )
        kept_here = unit.credentials.get(account)
        unit.credentials.change(replace(kept_here, sealed=theirs.sealed.hex()))
    fresh = vault_of(school)

    with pytest.raises(Tampered):
        fresh.reveal(school.by("ana"), fresh.fetch(account))


def test_an_older_row_does_not_bring_an_older_password_back(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    old = vault.fetch(account)
    vault.keep(school.by("ana"), account, replace(SECRET, password="second"))
    school.secrets.delete(f"account/{account}")
    with school.store.deed(school.id) as unit:
        seq = max(row.seq for row in unit.record.about(Noun.CREDENTIALS, account))
        unit._connection.exec_driver_sql("UPDATE record_row SET act = 'reveal' WHERE seq = ?", (seq,))
        kept_here = unit.credentials.get(account)
        unit.credentials.change(replace(kept_here, sealed=old.sealed.hex()))

    with pytest.raises(Tampered):
        vault.reveal(school.by("ana"), vault.fetch(account))
