"""What this login noted, or somebody else planted there, and the envelope in hand: which of them counts."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from smadmin.credentials.identity import Ed25519Verifier, Identity
from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.errors import BadInput, OutsideFailed, Tampered
from smadmin.domain.ids import PersonId, SchoolId
from smadmin.domain.keys import KeyKind, fingerprint
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.schools import School
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.founding import found_school, new_person
from smadmin.services.joining import Applicant, let_in_by_envelope
from smadmin.services.keys import Keys, Newcomer, public_key
from smadmin.services.mending import is_grave
from smadmin.services.office import open_grounds
from smadmin.services.phrases import make_phrase
from smadmin.services.places import Place
from smadmin.services.restoring import restore_from
from smadmin.services.seats import Seat
from smadmin.storage.disk import FILE_NAME
from smadmin.storage.store import Store
from tests.logins import PAT, Login, found_shared, sit_down
from tests.newcomers import NEW, WHY, enveloped, newcomer
from tests.school import CHEAP


def test_a_spoiled_seat_hides_no_note_of_the_end(tmp_path: Path) -> None:
    """Who spoiled it sends people to the envelope; what this login noted holds after it, too."""
    first, root = found_shared(tmp_path)
    store = first.store / FILE_NAME
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        older = store.read_bytes()
        with office.desk.deed(office.session.actor) as deed:
            deed.record(Act.CONFIRM, Noun.ACCOUNTS, None)
        office.settle()
    first.secrets.set("seat", "spoiled")
    store.write_bytes(older)

    with first.office() as office:
        pat = Applicant(newcomer(office, "Pat Winters"), frozenset(), make_phrase())
        let_in_by_envelope(office, pat, typed=root.secret, reason=WHY, costs=CHEAP, floor=CHEAP)
        sit_down(office, "Pat Winters", pat.passphrase)
        alarm = office.alarms.look(office.session.actor)

    assert alarm is not None
    assert alarm.noted is not None


def test_the_envelope_outranks_a_note_of_another_root_and_the_record_says_so(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    planted = Identity.new().key
    first.secrets.set("root", planted)

    with first.office() as office:
        enveloped(office, newcomer(office, "Pat Winters"), root)
        sit_down(office, "Pat Winters", NEW)
        with office.desk.look(office.session.actor) as unit:
            proven = office.proof.now(unit)
            said = proven.part(proven.acts(Act.USE_ENVELOPE)[-1], "use")

        assert office.alarms.look(office.session.actor) is None
    assert first.secrets.get("root") == root.key
    assert said is not None
    assert said["replaced-note"] == fingerprint(planted)


def test_the_envelope_outranks_no_note_where_the_record_isnt_whole(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    planted = Identity.new().key
    first.secrets.set("root", planted)

    with first.office() as office:
        with office.desk.store.deed(office.desk.school) as unit:
            unit._connection.exec_driver_sql("UPDATE record_row SET noun = 'nothing' WHERE seq = 3")
        with pytest.raises(Tampered):
            enveloped(office, newcomer(office, "Pat Winters"), root)

    assert first.secrets.get("root") == planted


def test_an_envelope_that_a_later_row_names_but_that_didnt_begin_the_record_opens_nothing(
    tmp_path: Path,
) -> None:
    """Else a record with another first root takes the true envelope, by one row that names it."""
    first, _ = found_shared(tmp_path)
    theirs = Identity.new()

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        with office.desk.store.deed(office.desk.school) as unit:
            trust = unit.trust.read()
            key = public_key(theirs, KeyKind.ROOT, None, None)
            unit.trust.write(trust, replace(trust, root=key.id, keys={**trust.keys, key.id: key}))
        with pytest.raises(BadInput):
            enveloped(office, newcomer(office, "Pat Winters"), theirs)


def test_a_store_under_another_id_is_no_new_computer(tmp_path: Path) -> None:
    """Under another id no note is found in the keyring, and an older copy would begin them anew."""
    first, root = found_shared(tmp_path)
    with closing(sqlite3.connect(first.store / FILE_NAME)) as store, store:
        store.execute("UPDATE meta SET value = 'feedfacefeedface' WHERE name = 'store'")
    emptied = Login(first.home, MemorySecrets(), first.store)

    with emptied.office() as office:
        with pytest.raises(Tampered) as refused:
            enveloped(office, newcomer(office, "Pat Winters"), root)
        with pytest.raises(Tampered):
            office.mend_tables()

    assert is_grave(refused.value), "the window offers the last backup"
    assert emptied.secrets._items == {}


def test_another_stores_locks_in_the_same_folder_are_no_alarm(tmp_path: Path) -> None:
    """A school of one's own, and then the one for all logins of this computer."""
    first, _ = found_shared(tmp_path)
    with first.office() as office:
        own = replace(
            next(iter(office.grounds.identities.locks().values())), fields={"store": "another", "key": "ab"}
        )
        office.keys.keep_lock(PersonId("somebody of another school"), own)

        assert not office.mend_tables()


class NoRing(MemorySecrets):
    """A computer without a keyring."""

    @override
    def get(self, item: str) -> str | None:
        raise NoKeyring(say("keys.no-keyring"))


def test_without_a_keyring_the_lock_says_which_record_is_the_schools(tmp_path: Path) -> None:
    """Somebody puts a record of his own in place, which knows the principal's public key."""
    place, phrase = Place(tmp_path / "store", tmp_path / "seat"), make_phrase()
    grounds = open_grounds(place, lambda _store: NoRing())
    school = School(SchoolId(grounds.ids.new()), "Lincoln", "America/Denver", "baltimore-city-md", ())
    pat = new_person(grounds, "Pat Winters", email="", statement="employed")
    office, _ = found_school(
        grounds, school, pat, role=Role.PRINCIPAL, passphrase=phrase, costs=CHEAP, floor=CHEAP
    )
    with office.desk.look() as unit:
        key = next(one for one in unit.trust.read().keys.values() if one.person == pat.id)
    sit_down(office, "Pat Winters", phrase)
    fine, verified = office.alarms.look(office.session.actor), office.verify().whole
    store_id = grounds.store.id
    office.close()
    theirs = Store.open(tmp_path / "theirs")
    desk = Desk(theirs, school.id, grounds.clock, grounds.ids, Ed25519Verifier())
    newcomer_there = Newcomer(pat, frozenset({Role.PRINCIPAL}), key)
    Keys(desk, grounds.identities).found(school, newcomer_there, seat=Seat(None), root=Identity.new())
    theirs.close()
    with closing(sqlite3.connect(tmp_path / "theirs" / FILE_NAME)) as store, store:
        store.execute("UPDATE meta SET value = ? WHERE name = 'store'", (store_id,))
    (place.store / FILE_NAME).write_bytes((tmp_path / "theirs" / FILE_NAME).read_bytes())

    there = open_grounds(place, lambda _store: NoRing()).office()
    sit_down(there, "Pat Winters", phrase)
    alarm = there.alarms.look(there.session.actor)

    assert (fine, verified) == (None, True)
    assert alarm is not None
    assert alarm.other_root
    assert not there.verify().whole
    with pytest.raises(Tampered), there.desk.deed(there.session.actor):
        pass
    there.close()


def test_the_envelope_puts_back_a_backup_past_a_planted_note_of_root(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        made = office.backups.make()
    first.secrets.set("root", Identity.new().key)
    place = Place(first.store, first.home)

    restored = restore_from(place, made.file, typed=root.secret, secrets=lambda _store: first.secrets)

    assert restored.head.seq > 0
    with pytest.raises(OutsideFailed):
        restore_from(place, made.file, secrets=lambda _store: first.secrets)
