"""Restoring: what is put back, what is refused, and what the principal decides."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal_stream
from smadmin.domain.errors import BadInput, NotAllowed, OutsideFailed
from smadmin.domain.keys import KeyKind
from smadmin.domain.people import Role
from smadmin.domain.records import Head
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.backups import Backups
from smadmin.services.desk import Desk
from smadmin.services.heads import NoNote, Noted, contains
from smadmin.services.keys import public_key
from smadmin.services.looked_through import unpacked
from smadmin.services.openers import store_ids_of
from smadmin.services.places import Place
from smadmin.services.proof import Proof
from smadmin.services.records import Records
from smadmin.services.restoring import Restoring, restore
from smadmin.storage.backup import put_back
from smadmin.storage.clock import SystemClock
from smadmin.storage.store import Store
from tests.school import TinySchool, found_school, make_school
from tests.unit.services.test_backups import backups_of, with_a_child


def an_act(school: TinySchool) -> None:
    with school.desk.deed(school.by("ana")) as deed:
        deed.record(Act.CONFIRM, Noun.ACCOUNTS, None, parts={"what": "something"})
    school.note()


def reopened(school: TinySchool) -> None:
    """Open the restored store on the same desk, as the window does."""
    school.store = Store.open(school.folder)
    school.desk.store = school.store


def restored(school: TinySchool, made: Path) -> None:
    school.rest()
    restore(Place(school.folder, school.folder), made, school.root, root=school.root.key)
    reopened(school)


def test_an_equal_store_comes_back_with_its_record_whole(tmp_path: Path) -> None:
    school = make_school(tmp_path / "here")
    an_act(school)
    before = school.records.newest()
    made = backups_of(school).make().file

    there = Place(tmp_path / "there", tmp_path / "there")
    done = restore(there, made, school.root, root=school.root.key)

    store = Store.open(there.store)
    desk = Desk(store, school.id, school.clock, school.desk.ids, school.desk.verifier)
    assert Records(desk).newest() == before
    assert Records(desk).verify(noted=school.noted).whole
    assert (done.here, done.older, done.aside) == (None, False, None)
    assert store_ids_of(there) == (store.id,) == (school.store.id,)
    store.close()


def test_an_older_store_raises_the_alarm_until_the_principal_signs(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with_a_child(school)
    an_act(school)
    made = backups_of(school).make().file
    an_act(school)
    an_act(school)
    longer = school.heads.kept()

    restored(school, made)

    restoring = school.restoring
    pending = restoring.pending()
    alarm = school.records.verify(noted=school.noted)
    assert pending is not None
    assert (pending.older, pending.here) == (True, longer)
    assert {fault.message.id for fault in alarm.faults} == {
        "records.roster-differs",
        "records.shorter-than-head",
    }
    with pytest.raises(NotAllowed) as refused:
        restoring.sign(school.by("ana"))
    assert refused.value.happened.id == "store.restore-principal"

    restoring.sign(school.by("pat"))
    assert school.desk.newest is not None
    school.heads.move_back(school.desk.newest)

    assert restoring.pending() is None
    assert school.records.verify(by=school.by("ana"), noted=school.noted).whole
    assert (school.folder / (pending.aside or "")).exists()


def test_a_kill_between_signing_and_noting_leaves_the_alarm_and_the_principal_signs_again(
    tmp_path: Path,
) -> None:
    school = make_school(tmp_path)
    made = backups_of(school).make().file
    an_act(school)
    restored(school, made)
    school.restoring.sign(school.by("pat"))

    with school.desk.look() as unit:
        noted = school.noted.head
        alarm = isinstance(noted, Head) and not contains(unit.record, noted)
    again = school.restoring.blockers(school.by("pat"))

    assert alarm
    assert again == ()


def test_a_backup_by_a_stranger_is_refused_and_nothing_is_replaced(tmp_path: Path) -> None:
    school = make_school(tmp_path / "here", staff=("ana",))
    forged = found_school(tmp_path / "forged", staff=("ana",))
    made = Backups(forged.desk, Place(forged.folder, forged.folder)).make().file
    resealed = tmp_path / "resealed"
    plain = tmp_path / "plain"
    with made.open("rb") as sealed, plain.open("wb") as content:
        forged.root.open_stream(sealed, content)
    with plain.open("rb") as content, resealed.open("wb") as sealed:
        seal_stream(content, sealed, [school.root.recipient])
    before = (school.folder / "store.db").read_bytes()
    school.rest()

    with pytest.raises(OutsideFailed) as refused:
        restore(Place(school.folder, school.folder), resealed, school.root, root=school.root.key)

    assert refused.value.happened.id == "store.backup-damaged"
    assert (school.folder / "store.db").read_bytes() == before


def test_a_damaged_store_is_replaced_and_kept(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    made = backups_of(school).make().file
    school.rest()
    (tmp_path / "store.db").write_bytes(b"not a database" * 1000)

    done = restore(Place(tmp_path, tmp_path), made, school.root)

    assert done.here is None
    assert (tmp_path / (done.aside or "")).read_bytes().startswith(b"not a database")
    reopened(school)
    assert school.records.verify(root=school.root.key).whole


def test_a_store_that_is_open_elsewhere_is_not_replaced(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    made = backups_of(school).make().file

    with pytest.raises(OutsideFailed) as refused:
        restore(Place(tmp_path, tmp_path), made, school.root)

    assert refused.value.happened.id == "store.open-elsewhere"


def test_a_deleted_child_stays_deleted(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    with_a_child(school)
    made = backups_of(school).make().file
    backups_of(school).note_erased("student", ["child"])

    restored(school, made)

    with school.desk.look(school.by("ana")) as unit:
        assert unit.students.all() == ()


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        restore(Place(tmp_path, tmp_path), tmp_path / "nothing", Identity.new())

    assert refused.value.happened.id == "store.backup-missing"


def test_a_file_sealed_to_us_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    opener, letter = Identity.new(), tmp_path / "letter"
    assert public_key(opener, KeyKind.ROOT, None, None).recipient == opener.recipient
    (tmp_path / "plain").write_text("dear principal")
    with (tmp_path / "plain").open("rb") as content, letter.open("wb") as sealed:
        seal_stream(content, sealed, [opener.recipient])

    with pytest.raises(OutsideFailed) as refused:
        restore(Place(tmp_path, tmp_path), letter, opener)

    assert refused.value.happened.id == "store.backup-damaged"


def sql(school: TinySchool, statement: str) -> None:
    with school.store.deed(school.id) as unit:
        unit._connection.exec_driver_sql(statement)


def reasons(school: TinySchool, who: str) -> list[str]:
    with pytest.raises(NotAllowed) as refused:
        school.restoring.sign(school.by(who))
    return [one.message.id for one in refused.value.reasons]


def test_a_changed_row_is_nobodys_to_take(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    an_act(school)
    sql(school, "UPDATE record_row SET noun = 'nothing' WHERE seq = 3")
    noted = school.heads.kept()

    assert reasons(school, "pat") == ["store.restore-changed"]

    assert school.heads.kept() == noted
    assert school.desk.newest == noted, "nothing was signed"


def test_another_root_is_nobodys_to_take(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.secrets.set("root", "00" * 16)

    assert reasons(school, "pat") == ["store.restore-other-root"]


def test_while_the_keyring_is_silent_nobody_takes_anything(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    proof = Proof(school.desk, lambda: Noted(NoNote.SILENT, NoNote.SILENT, school.seat.id))

    missing = Restoring(school.desk, proof).blockers(school.by("pat"))

    assert [one.message.id for one in missing] == ["store.restore-not-answered"]


def test_who_is_principal_says_the_record_and_not_the_table_of_roles(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    school.secrets.delete(f"head/{school.id}")
    with school.store.deed(school.id) as unit:
        trust, ana = unit.trust.read(), school.people["ana"]
        forged = {
            k: replace(v, role=Role.PRINCIPAL) if v.person == ana else v for k, v in trust.grants.items()
        }
        unit.trust.write(trust, replace(trust, grants=forged))

    missing = [one.message.id for one in school.restoring.blockers(school.by("ana"))]

    assert missing == ["store.restore-principal"]


def test_deciding_asks_the_passphrase_again_after_five_minutes(tmp_path: Path) -> None:
    school = make_school(tmp_path)
    made = backups_of(school).make().file
    an_act(school)
    restored(school, made)
    restoring, pat = school.restoring, school.by("pat")
    school.clock.forward(minutes=5, seconds=1)

    with pytest.raises(NotAllowed) as refused:
        restoring.sign(pat)
    before = restoring.pending()
    restoring.sign(school.by("pat"))

    assert [reason.message.id for reason in refused.value.reasons] == ["keys.passphrase-again"]
    assert before is not None


def test_a_planted_link_leads_the_old_store_into_nobodys_file(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    made = backups_of(school).make().file
    precious = tmp_path / "precious.txt"
    precious.write_text("PRECIOUS")
    now = SystemClock().now()
    for later in range(60):
        stamp = f"{now + timedelta(seconds=later):%Y%m%dT%H%M%SZ}"
        (school.folder / f"store-before-restore-{stamp}.db").symlink_to(precious)

    restored(school, made)

    assert precious.read_text() == "PRECIOUS"


def test_nothing_is_put_aside_where_something_lies_already(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    made = backups_of(school).make().file
    precious = tmp_path / "precious.txt"
    precious.write_text("PRECIOUS")
    (school.folder / "aside.db").symlink_to(precious)
    folder = tmp_path / "unpacked"
    folder.mkdir()
    unpacked(made, school.root, folder)
    school.rest()

    with pytest.raises(OutsideFailed):
        put_back(folder / "unpacked", school.folder, school.folder, aside="aside.db")

    assert precious.read_text() == "PRECIOUS"
