"""Founding and admitting, by those who may and nobody else."""

from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity, seal
from smadmin.domain.errors import BadInput, NotAllowed, Tampered
from smadmin.domain.people import Role
from smadmin.services.keys import open_school_keys, passphrase_blockers
from tests.school import STAFF, TinySchool, found_school, make_school, passphrase


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path, staff=("ana", "pat"))


def test_an_administrator_cant_let_anybody_in_once_there_is_a_principal(school: TinySchool) -> None:
    with pytest.raises(NotAllowed):
        school.admit("bo", *STAFF["bo"], by="ana")


def test_a_refused_admission_leaves_no_row(school: TinySchool) -> None:
    before = school.records.verify().rows

    with pytest.raises(NotAllowed):
        school.admit("bo", *STAFF["bo"], by="ana")

    assert school.records.verify().rows == before


def test_a_passphrase_given_long_ago_is_asked_again_before_admitting(school: TinySchool) -> None:
    granter = school.session.sign_in(school.people["pat"], passphrase("pat"))
    newcomer, _ = school.newcomer("Bo", {Role.REVIEWER}, passphrase("bo"))
    school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed) as refusal:
        school.keys.admit(granter.actor, newcomer, school_keys=granter.school_keys)

    assert refusal.value.reasons[0].message.id == "keys.passphrase-again"


def test_a_school_key_that_somebody_slipped_in_isnt_taken(school: TinySchool) -> None:
    mine = Identity.new()
    with school.desk.look() as unit:
        trust = unit.trust.read()

    with pytest.raises(Tampered):
        open_school_keys(mine, {1: seal(b"x" * 32, [mine.recipient])}, trust)


def test_root_lies_here_until_its_paper_was_read_back(school: TinySchool) -> None:
    assert school.keys.envelope_open()
    with pytest.raises(BadInput):
        school.keys.prove_envelope(school.by("ana"), school.root.key, letters_right=False)

    school.keys.prove_envelope(school.by("ana"), school.root.key, letters_right=True)

    assert not school.keys.envelope_open()


@pytest.mark.parametrize(
    ("typed", "weak"),
    [("", True), ("password1", True), ("Lincoln2026", True), ("correct horse battery staple", False)],
)
def test_an_easy_passphrase_is_refused(typed: str, weak: bool) -> None:
    assert bool(passphrase_blockers(typed, words=("Lincoln",))) is weak


def test_a_school_ahead_of_utc_is_founded_in_the_morning(tmp_path: Path) -> None:
    """One in the morning in Guam, the day before in UTC: who was let in may let in from that moment."""
    school = found_school(tmp_path, zone="Pacific/Guam")

    assert set(school.people) == {"ana", "pat", "bo", "cem"}
    assert school.records.verify(by=school.by("pat"), noted=school.noted).whole
