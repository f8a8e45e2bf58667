"""A backup that somebody chose on a computer without a school: what it takes, and what is said."""

from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.services.joining import Applicant, let_in_by_envelope, people_to_join
from smadmin.services.mending import Mending
from smadmin.services.office import open_grounds
from smadmin.services.places import Place
from smadmin.services.restoring import restore_from
from tests.school import make_school
from tests.unit.services.test_backups import backups_of


def test_what_is_no_backup_is_said_before_the_envelope_is_asked_for(tmp_path: Path) -> None:
    here, letter = Place(tmp_path / "here", tmp_path / "here"), tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 dear principal")

    with pytest.raises(BadInput) as refused:
        restore_from(here, letter, secrets=lambda _: MemorySecrets())

    assert refused.value.happened.id == "store.not-a-backup"
    assert refused.value.remedy == say("store.not-a-backup-remedy")
    assert not here.store.exists()


def test_a_file_that_is_only_named_like_a_backup_isnt_sent_to_look_for_that_name(tmp_path: Path) -> None:
    here, named = Place(tmp_path / "here", tmp_path / "here"), tmp_path / "old.smadmin-backup"
    named.write_bytes(b"%PDF-1.7 dear principal")

    with pytest.raises(BadInput) as refused:
        restore_from(here, named, secrets=lambda _: MemorySecrets())

    assert refused.value.remedy == say("store.backup-spoilt")


def test_another_schools_letters_open_no_backup_of_ours_and_ours_do_through_a_link(tmp_path: Path) -> None:
    school = make_school(tmp_path / "school")
    made, link = backups_of(school).make().file, tmp_path / "on the desk"
    link.symlink_to(made)
    there = Place(tmp_path / "there", tmp_path / "there")

    with pytest.raises(BadInput) as refused:
        restore_from(there, link, typed=Identity.new().secret, secrets=lambda _: MemorySecrets())
    done = restore_from(there, link, typed=school.root.secret.lower(), secrets=lambda _: MemorySecrets())

    assert refused.value.happened.id == "store.other-envelope"
    assert done.head == school.desk.newest


def test_on_an_empty_computer_a_backup_and_the_envelope_give_the_school_back(tmp_path: Path) -> None:
    """As the first window does it: the folder was opened already, and holds no school yet."""
    school = make_school(tmp_path / "broke")
    made = backups_of(school).make().file
    school.rest()
    place, rings = Place(tmp_path / "new", tmp_path / "new"), dict[str, MemorySecrets]()

    def ring(store: str) -> MemorySecrets:
        return rings.setdefault(store, MemorySecrets())

    empty = open_grounds(place, ring)
    assert not empty.founded
    empty.close()

    Mending(place, ring).put_back_store(made, typed=school.root.secret)

    office = open_grounds(place, ring).office()
    pat = next(one for one in people_to_join(office) if one.name == "Pat Winters")
    applicant = Applicant(pat, frozenset(), "seven quiet herons wade home", lost=True, clock_right=True)
    let_in_by_envelope(office, applicant, typed=school.root.secret, reason="the old computer broke")
    by = office.session.sign_in(pat.id, applicant.passphrase).actor
    office.begin_work(by)
    alarm = office.alarms.look(by)
    assert alarm is not None
    assert alarm.restored is not None, "the principal looks at every restore"
    assert alarm.blockers == ()
    office.take_record(by)
    assert office.alarms.look(by) is None
    office.close()
