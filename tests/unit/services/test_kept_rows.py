"""Who really gets in by a locked copy: the file that lies here, as it was signed, for a key of theirs."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.credentials.identity import Identity, seal, times_sealed
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.keys import KeyKind, TrustAct
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.kept_here import FILE_PART
from smadmin.services.kept_rows import kept_rows, newest_kept, readers_of
from smadmin.services.keys import public_key
from smadmin.services.listed import Listed
from smadmin.services.log_in_standing import LogInStandings
from smadmin.services.proof import Proof
from smadmin.services.roles import today_of
from tests.openings import School
from tests.school import TinySchool, make_school
from tests.unit.services.test_vault import SECRET, kept, vault_of


def readers(school: TinySchool, account: AccountId) -> frozenset[PersonId]:
    with school.desk.look(school.by("pat")) as unit:
        proven = Proof(school.desk).now(unit)
        return readers_of(proven, newest_kept(proven, account), account, today_of(unit, school.desk))


def everybody(school: TinySchool) -> frozenset[PersonId]:
    return frozenset(school.people[one] for one in ("ana", "pat", "cem"))


def key_renewed(school: TinySchool, name: str) -> None:
    """Give somebody another key in the place of theirs, as after a forgotten passphrase."""
    person = school.people[name]
    new = public_key(Identity.new(), KeyKind.PERSON, person, school.seat.id)
    with school.desk.deed(school.by("pat")) as deed:
        old = next(key for key in deed.trust.keys.values() if key.person == person)
        told = deed.trust.people[person].to_plain()
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, new.id, {"key": new.to_plain(), "person": told})
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, old.id, {"key": old.id})


def in_the_store(school: TinySchool, account: AccountId, **changed: object) -> None:
    """Change a log-in's row in the table, as whoever writes the store can."""
    with school.store.deed(school.id) as unit:
        row = unit.credentials.get(account)
        unit.credentials.change(replace(row, **changed))  # type: ignore[arg-type]  # fields by name


FORM = AccountForm(Platform.X, "Larks", "larks", "https://x.com/larks", "larks@lincoln.example")


def register_of(school: TinySchool) -> tuple[Listed, ...]:
    return Accounts(school.desk).register(school.by("pat"))


@pytest.mark.demand("BAL-B1b5")
def test_a_new_key_opens_nothing_until_the_copy_is_locked_anew(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault = vault_of(school)
    account = kept(school, vault)
    before = readers(school, account)
    key_renewed(school, "cem")

    with_a_new_key = readers(school, account)
    told = LogInStandings(school.desk, Proof(school.desk)).of(school.by("pat"), account)
    vault.reseal(school.by("pat"), vault.fetch(account))

    assert before == everybody(school)
    assert with_a_new_key == everybody(school) - {school.people["cem"]}
    assert told is not None
    assert told.openers == with_a_new_key
    assert readers(school, account) == everybody(school)


def test_nobody_gets_in_by_a_file_that_isnt_what_was_signed(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))
    with school.desk.look() as unit:
        sealed = bytes.fromhex(unit.credentials.get(account).sealed)

    for spoiled in (sealed[:-1], b"", seal(SECRET.to_bytes(), [Identity.new().recipient])):
        in_the_store(school, account, sealed=spoiled.hex())
        assert readers(school, account) == frozenset()
    in_the_store(school, account, sealed=sealed.hex())
    assert readers(school, account) == everybody(school)


def test_names_that_somebody_wrote_into_the_table_open_nothing(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))
    bo = school.by("bo").signer.key

    in_the_store(school, account, recipients=(bo,), sha256="0" * 64)

    assert readers(school, account) == everybody(school)


def test_a_new_key_that_somebody_wrote_into_the_table_gets_its_log_ins_all_the_same(tmp_path: Path) -> None:
    """Else whoever writes the store keeps somebody out whose key was just renewed."""
    school = make_school(tmp_path)
    vault, account = vault_of(school), kept(school, vault_of(school))
    key_renewed(school, "cem")
    with school.desk.look() as unit:
        keys = unit.trust.read().keys.values()
    new = tuple(one.id for one in keys if one.person == school.people["cem"] and not one.retired)
    in_the_store(school, account, recipients=new)

    vault.hand_on(school.by("pat"), school.people["cem"])

    assert readers(school, account) == everybody(school)


def test_a_log_in_that_somebody_wrote_into_the_table_counts_as_none(tmp_path: Path) -> None:
    """Nor does its row say for whom it is to be locked anew."""
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))
    other = Accounts(school.desk).adopt(school.by("pat"), FORM).value
    with school.store.deed(school.id) as unit:
        unit.credentials.add(replace(unit.credentials.get(account), id=other))
    in_the_store(school, account, recipients=())

    listed = {one.account.id: [why.message.id for why in one.missing] for one in register_of(school)}
    here = LogInStandings(school.desk, Proof(school.desk)).here(school.by("pat"))

    assert "accounts.no-log-in-kept" in listed[other]
    assert "accounts.no-log-in-kept" not in listed[account]
    assert set(here) == {account}
    assert (here[account].openers, here[account].mine) == (everybody(school), True)
    assert not here[account].needs_reseal


def test_a_file_for_fewer_than_its_row_says_is_for_nobody_whom_it_names(tmp_path: Path) -> None:
    """Age says for how many a file is, if not for whom."""
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))
    sealed = seal(SECRET.to_bytes(), [school.by("ana").signer.recipient])  # type: ignore[attr-defined]  # an identity

    assert (times_sealed(sealed), times_sealed(b"age-encryption.org/v1\n-> X25519 a")) == (1, 0)
    with school.desk.look() as unit:
        assert times_sealed(bytes.fromhex(unit.credentials.get(account).sealed)) == 4


@pytest.mark.demand("YEL-A2")
def test_a_log_in_kept_before_communications_came_lets_them_in_once_it_is_locked_for_them(
    tmp_path: Path,
) -> None:
    school = School(tmp_path)
    tiny, lives = school.road.school, school.lives
    vault = vault_of(tiny)
    account = school.accounts.adopt(school.by("ana"), school.form()).value
    tiny.designate("ana", account)
    vault.shelve(vault.keep(tiny.by("ana"), account, SECRET).value)
    told = lives.sheet(school.by("ana"), account).life.rights
    key_renewed(tiny, "cem")

    with_a_new_key = lives.sheet(school.by("ana"), account).life.rights
    vault.reseal(tiny.by("pat"), vault.fetch(account))
    locked_anew = lives.sheet(school.by("ana"), account).life.rights
    in_the_store(tiny, account, sealed="00")

    assert told is not None
    assert with_a_new_key is None
    assert locked_anew is not None
    assert lives.sheet(school.by("ana"), account).life.rights is None


@pytest.mark.demand("BAL-B1b3")
def test_who_left_still_knows_a_password_that_was_only_kept_once_more(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    vault, accounts = vault_of(school), Accounts(school.desk)
    account = kept(school, vault)
    bo = school.people["bo"]
    accounts.designate(school.by("pat"), account, bo)
    vault.reseal(school.by("pat"), vault.fetch(account))
    accounts.dismiss(school.by("pat"), account, bo)
    standings = LogInStandings(school.desk, Proof(school.desk))

    vault.keep(school.by("ana"), account, replace(SECRET, email="office@lincoln.example"))
    same_password = standings.of(school.by("pat"), account)
    vault.keep(school.by("ana"), account, replace(SECRET, password="another, longer one"))
    another = standings.of(school.by("pat"), account)

    assert same_password is not None
    assert another is not None
    assert (same_password.knew, another.knew) == (frozenset({bo}), frozenset())


def test_many_rows_of_one_log_in_are_read_by_as_many_questions_as_one(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    account = kept(school, vault_of(school))
    asked, pat = list[str](), school.by("pat")
    sa.event.listen(school.store._engine, "before_cursor_execute", lambda *given: asked.append(str(given[2])))

    def questions(rows: int) -> int:
        with school.desk.deed(pat) as deed:
            for _ in range(rows):
                deed.record(Act.KEEP_LOG_IN, Noun.CREDENTIALS, account, parts={FILE_PART: {"sha256": "00"}})
        with school.desk.look(pat) as unit:
            proven = Proof(school.desk).now(unit)
            asked.clear()
            assert len(kept_rows(proven, proven.about(Noun.CREDENTIALS, account))) > rows
        return len(asked)

    assert questions(20) == questions(1) == 1
