"""What lies sealed is found in memory by whose it is, and never lies in the file."""

from pathlib import Path

import pytest

from smadmin.domain.actors import Actor
from smadmin.domain.post_requests import PostWish
from smadmin.domain.searching import HitKind
from smadmin.domain.students import StudentEntry
from smadmin.services.office import Office
from smadmin.storage.disk import FILE_NAME
from tests.sample import sit
from tests.unit.services.looking import by_of, draft, found, looking, titles


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return looking(tmp_path)


def test_what_is_sealed_is_found_by_whose_it_is_and_never_lies_in_the_file(office: Office) -> None:
    made = draft(office, "Canarysong beim Frühlingsfest señorita")
    wish = PostWish("Room 12", "Canarywish for the garden day")
    office.post_requests.hand_in(by_of(office), wish)
    office.students.add(by_of(office), StudentEntry("Canarychild", "Frühlingsfest"))
    office.search.refresh(by_of(office))
    office.search.catch_up()

    assert [one.id for one in found(office, "canarys senor").hits] == [made]
    assert titles(found(office, "canaryw"), HitKind.WISH) == ["Canarywish for the garden day"]
    assert titles(found(office, "canarychild fruh"), HitKind.STUDENT) == ["Canarychild Frühlingsfest"]
    file = (office.desk.store.folder / FILE_NAME).read_bytes().lower()
    assert b"canary" not in file
    for word in ("señorita", "senorita", "hlingsfest"):
        assert word.encode() not in file
    office.lock()
    sit(office, "daniel-reyes")
    office.search.refresh(by_of(office))
    assert found(office, "canarys").hits == ()


def test_locked_nothing_is_kept_and_what_was_being_read_is_dropped(office: Office) -> None:
    draft(office, "Canarysong")
    by = by_of(office)
    assert office.search.find(by, "canary", None).hits

    office.search.forget()
    assert office.search.find(by, "canary", None).hits == ()


def test_a_lock_while_it_is_read_leaves_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    draft(office, "Canarysong")
    by, sealed = by_of(office), office.search._sealed
    reads = sealed._wished

    def locked_meanwhile(who: Actor) -> object:
        office.search.forget()
        return reads(who)

    monkeypatch.setattr(sealed, "_wished", locked_meanwhile)

    office.search.refresh(by)

    assert office.search.find(by, "canary", None).hits == ()
    assert sealed._kept == {}
