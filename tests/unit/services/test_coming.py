"""A computer without a school gets a copy that its key opens: by typed letters, from who lets people in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.departures import Leaving
from smadmin.domain.errors import BadInput, NotAllowed, Tampered
from smadmin.domain.vocabulary import Act
from smadmin.services.coming import Coming, come, copy_for, read_coming
from smadmin.services.office import Office
from smadmin.services.places import Place
from smadmin.services.restoring import restore_from
from smadmin.storage.regular import is_regular
from tests.new_computer import OFFICE, NewComputer
from tests.sample import grounds_in, sample_office, sample_root, sit

OTHER = "maya-ortega"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path / "school")
    yield made
    made.close()


@pytest.fixture
def new(tmp_path: Path) -> NewComputer:
    return NewComputer(tmp_path)


def test_the_copy_opens_there_without_the_envelope_and_nowhere_else(
    office: Office, new: NewComputer, tmp_path: Path
) -> None:
    sit(office, OFFICE)
    copy_for(office, read_coming(new.file), typed=new.coming.letters.lower(), file=new.copy)

    with pytest.raises(Tampered):
        restore_from(Place(tmp_path / "x", tmp_path / "x"), new.copy, secrets=lambda _name: MemorySecrets())
    new.put_back()

    assert is_regular(new.place.store / "store.db")


def test_no_lock_of_the_schools_computer_travels_and_the_copy_opens_as_a_store(
    office: Office, new: NewComputer
) -> None:
    sit(office, OFFICE)
    assert (office.grounds.place.seat / "identities.json").exists()
    copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)
    new.put_back()

    assert not (new.place.seat / "identities.json").exists()
    theirs = grounds_in(new.place.store, MemorySecrets()).office()
    assert theirs.desk.school == office.desk.school
    assert theirs.session.sitters() == ()
    theirs.close()


def test_where_a_school_is_already_the_key_opens_nothing(office: Office, tmp_path: Path) -> None:
    """Else a stranger's school could be put in place of the true one, whose root nobody would ask for."""
    new = NewComputer(tmp_path)
    sit(office, OFFICE)
    copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)
    place = office.grounds.place
    before = (place.store / "store.db").stat().st_ino
    office.close()

    with pytest.raises(Tampered):
        restore_from(place, new.copy, secrets=new.ring)

    assert (place.store / "store.db").stat().st_ino == before


def test_the_key_is_forgotten_where_the_envelope_brought_the_school(office: Office, new: NewComputer) -> None:
    sit(office, OFFICE)
    office.backups.write(new.copy)

    restore_from(new.place, new.copy, typed=sample_root().secret, secrets=new.ring)

    assert come(new.ring) != new.coming


def test_a_backup_that_was_made_for_another_computer_still_asks_for_the_envelope(
    office: Office, new: NewComputer
) -> None:
    sit(office, OFFICE)
    office.backups.write(new.copy)

    with pytest.raises(Tampered):
        new.put_back()
    assert come(new.ring) == new.coming


def test_only_who_lets_people_in_gives_it_out_and_only_to_the_letters_on_its_screen(
    office: Office, new: NewComputer
) -> None:
    sit(office, OFFICE)
    other = Coming(Identity.new().recipient)
    with pytest.raises(BadInput):
        copy_for(office, other, typed=new.coming.letters, file=new.copy)
    sit(office, OTHER)
    with pytest.raises(NotAllowed):
        copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)

    assert not new.copy.exists()


def test_the_record_says_that_a_copy_was_given_and_for_which_key(office: Office, new: NewComputer) -> None:
    given = sit(office, OFFICE)
    copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)

    (row,) = office.proven().acts(Act.GIVE_COPY)
    assert row.body.id == new.coming.digest.hex()
    assert row.body.person == given.person.id
    assert office.verify().whole
    with pytest.raises(BadInput):  # the file is there: nothing more is given, and nothing said
        copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)
    assert len(office.proven().acts(Act.GIVE_COPY)) == 1


@pytest.mark.demand("BAL-B1b3")
def test_who_is_on_the_way_out_gives_no_copy_to_themselves(office: Office, new: NewComputer) -> None:
    people = {one.name: one.id for one in office.proven().trust.people.values()}
    deputy = sit(office, "samuel-okoye").actor
    leaving = Leaving(person=people["Ellen Whitcomb"], successor=people["Daniel Reyes"])
    office.departures.begin(deputy, leaving)
    sit(office, OFFICE)

    with pytest.raises(NotAllowed):
        copy_for(office, new.coming, typed=new.coming.letters, file=new.copy)

    assert not new.copy.exists()
    assert office.proven().acts(Act.GIVE_COPY) == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 900, b'{"v":1,"recipient":"age1x"}', b"\xff\xfe"])
def test_what_is_no_such_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "odd.smcomputer"
    file.write_bytes(content)

    for one in (file, tmp_path / "missing"):
        with pytest.raises(BadInput):
            read_coming(one)
