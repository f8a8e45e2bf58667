"""A store rolled back while the notes outside are tampered with: lost, spoiled, or no longer answered.

Each way in which the keyring can fail to say where the record ended; none may make the old copy look whole.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.secrets import MemorySecrets, NoKeyring
from smadmin.domain.errors import NotAllowed
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import say
from smadmin.services.alarm import Alarm
from smadmin.services.approvals import Approvals
from smadmin.services.heads import NoNote, Noted
from smadmin.services.office import Office
from smadmin.services.proof import Proof
from smadmin.services.publications import Publications
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.seats import take_seat
from smadmin.services.session import Unlocked
from smadmin.storage.disk import FILE_NAME
from tests.road import make_road
from tests.sample import grounds_in, sample_office, sit


class Failing(MemorySecrets):
    """A keyring that gives the seat, and then answers nothing more."""

    silent = False

    def get(self, item: str) -> str | None:
        if self.silent and item != "seat":
            raise NoKeyring(say("keys.keyring-silent"))
        return super().get(item)

    def set(self, item: str, secret: str) -> None:
        if self.silent:
            raise NoKeyring(say("keys.keyring-silent"))
        super().set(item, secret)


def act(office: Office) -> None:
    """Do something that leaves a row."""
    sunday = office.school.local(office.desk.now).date()
    office.plan.add(office.session.actor, office.accounts.all()[0].id, sunday, "Something new")


def head_of(office: Office) -> str:
    return f"head/{office.desk.school}"


def rolled_back(folder: Path, tamper: Callable[[Failing, str], None] = lambda _ring, _head: None) -> Office:
    """Give an office on a store that lost a row which this computer noted, its keyring tampered with."""
    first = sample_office(folder)
    sit(first, "ellen-whitcomb")
    shutil.copy(folder / FILE_NAME, folder / "older")
    act(first)
    first.settle()
    kept = first.grounds.secrets
    ring = Failing()
    for item in ("seat", "root", head_of(first)):
        ring.set(item, kept.get(item) or "")
    head = head_of(first)
    first.close()
    shutil.copy(folder / "older", folder / FILE_NAME)
    tamper(ring, head)
    return grounds_in(folder, ring).office()


def silent(ring: Failing, _head: str) -> None:
    ring.silent = True


def head_lost(ring: Failing, head: str) -> None:
    ring.delete(head)


def head_spoiled(ring: Failing, head: str) -> None:
    ring.set(head, "spoiled")


def head_emptied(ring: Failing, head: str) -> None:
    ring.set(head, "")


def root_lost(ring: Failing, _head: str) -> None:
    ring.delete("root")


def both_lost(ring: Failing, head: str) -> None:
    ring.delete("root")
    ring.delete(head)


def rung(office: Office) -> tuple[Unlocked, Alarm]:
    """Let the principal sit down and see the alarm."""
    principal = sit(office, "ellen-whitcomb")
    alarm = office.alarms.look(principal.actor)
    assert alarm is not None
    return principal, alarm


def taken(office: Office, principal: Unlocked, alarm: Alarm) -> None:
    """Have the principal take the record; then all is well, and root is noted."""
    office.take_record(principal.actor)

    assert office.alarms.look(principal.actor) is None
    assert office.noted.root == alarm.begun_by
    office.close()


TAMPERS = (silent, head_lost, head_spoiled, head_emptied, root_lost, both_lost)


def believed(office: Office) -> bool:
    with office.desk.look(office.session.actor) as unit:
        return office.proof.now(unit).head_right


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda one: one.__name__)
def test_no_tampering_with_the_notes_makes_an_old_copy_look_whole(
    tmp_path: Path, tamper: Callable[[Failing, str], None]
) -> None:
    office = rolled_back(tmp_path, tamper)
    sit(office, "ellen-whitcomb")

    assert not believed(office)
    assert office.alarms.look(office.session.actor) is not None
    office.close()


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda one: one.__name__)
def test_an_act_on_the_old_copy_doesnt_make_it_the_noted_one(
    tmp_path: Path, tamper: Callable[[Failing, str], None]
) -> None:
    office = rolled_back(tmp_path, tamper)
    ring = office.grounds.secrets
    sit(office, "ellen-whitcomb")
    before = dict(ring._items)  # type: ignore[attr-defined]  # it is a Failing

    for _ in range(3):
        act(office)
        office.settle()
    office.begin_work(office.session.actor)

    assert ring._items == before  # type: ignore[attr-defined]  # as above
    assert not believed(office)
    office.close()


@pytest.mark.parametrize("tamper", [head_lost, head_spoiled, root_lost], ids=lambda one: one.__name__)
def test_notes_that_were_tampered_with_alone_are_noticed(
    tmp_path: Path, tamper: Callable[[Failing, str], None]
) -> None:
    office = rolled_back(tmp_path, tamper)

    assert not office.verify().whole
    office.close()


def test_a_keyring_that_answers_again_proves_the_record_again(tmp_path: Path) -> None:
    first = sample_office(tmp_path)
    ring = Failing()
    for item in ("seat", "root", head_of(first)):
        ring.set(item, first.grounds.secrets.get(item) or "")
    first.close()
    ring.silent = True
    office = grounds_in(tmp_path, ring).office()
    sit(office, "ellen-whitcomb")
    alarm = office.alarms.look(office.session.actor)
    act(office)
    noted_while_silent = office.settle()

    ring.silent = False
    office.note_outside()

    assert alarm is not None
    assert alarm.only_unanswered
    assert not noted_while_silent
    assert office.settle()
    assert office.heads.kept() == office.desk.newest
    assert office.alarms.look(office.session.actor) is None
    office.close()


@pytest.mark.parametrize("tamper", [head_lost, head_spoiled, root_lost], ids=lambda one: one.__name__)
def test_the_principal_takes_the_record_and_the_notes_are_made_anew(
    tmp_path: Path, tamper: Callable[[Failing, str], None]
) -> None:
    office = rolled_back(tmp_path, tamper)
    principal, alarm = rung(office)
    letters = "" if not alarm.ask_root or alarm.begun_by is None else fingerprint(alarm.begun_by)

    office.take_record(principal.actor, root=letters)

    assert office.heads.kept() == office.desk.newest
    assert office.alarms.look(principal.actor) is None
    assert believed(office)
    assert office.verify().whole
    office.close()


def test_with_both_notes_lost_the_lock_vouches_for_root(tmp_path: Path) -> None:
    office = rolled_back(tmp_path, both_lost)
    principal, alarm = rung(office)
    assert alarm.root_gone
    assert not alarm.ask_root

    taken(office, principal, alarm)


def test_a_note_of_another_root_is_as_good_as_none_to_whose_lock_vouches(tmp_path: Path) -> None:
    office = rolled_back(tmp_path, lambda ring, _head: ring.set("root", "ab" * 16))
    principal, alarm = rung(office)
    assert alarm.root_gone
    assert not alarm.other_root

    taken(office, principal, alarm)


def test_with_both_notes_lost_and_no_word_of_the_lock_the_letter_decides(tmp_path: Path) -> None:
    office = rolled_back(tmp_path, both_lost)
    principal = sit(office, "ellen-whitcomb")
    office.session._first = replace(principal, root=None)
    office.note_outside()
    alarm = office.alarms.look(principal.actor)
    assert alarm is not None
    assert alarm.begun_by is not None

    for wrong in ("", "0000-0000-0000-0000"):
        with pytest.raises(NotAllowed) as refused:
            office.take_record(principal.actor, root=wrong)
        assert [one.place for one in refused.value.reasons] == ["root"]
    office.take_record(
        principal.actor, root=fingerprint(alarm.begun_by).lower().replace("0", "o").replace("1", "l")
    )

    assert office.alarms.look(principal.actor) is None
    office.close()


def test_no_notes_are_begun_by_signing_in_whatever_the_record_says_of_the_seat(tmp_path: Path) -> None:
    """A store with another root that knows the person's key, and not this seat's: its notes are gone."""
    office = sample_office(tmp_path)
    by = office.session.sign_in(office.session.sitters()[0].person, PASSPHRASE).actor
    ring = MemorySecrets()
    take_seat(ring, found=True)
    there = grounds_in(tmp_path, ring).office()
    before = dict(ring._items)

    there.begin_work(by)

    alarm = there.alarms.look(by)
    assert alarm is not None
    assert alarm.head_gone
    assert alarm.ask_root
    assert not there.verify().whole
    assert ring._items == before
    there.close()
    office.close()


def test_nothing_is_released_or_handed_out_while_the_keyring_is_silent(tmp_path: Path) -> None:
    """And it is said as what it is: the keyring's silence, not a record that was tampered with."""
    road = make_road(tmp_path)
    submitted, released = road.submitted(), road.released()
    school = road.school
    proof = Proof(school.desk, lambda: Noted(NoNote.SILENT, NoNote.SILENT, school.seat.id))

    held = Approvals(school.desk, road.reader, proof).blockers(road.by("bo"), submitted)
    gate = Publications(school.desk, road.reader, proof, road.media).blockers(
        road.by("ana"), released, road.x
    )

    assert "approvals.not-answered" in {one.message.id for one in held}
    assert "approvals.record-short" not in {one.message.id for one in held}
    assert "publications.not-answered" in {one.message.id for one in gate}
    assert "publications.record-short" not in {one.message.id for one in gate}
