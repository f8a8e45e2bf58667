"""A new school key: every sealed cell comes under it, step by step, and then the old one ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError
from smadmin.domain.keys import KeyKind
from smadmin.domain.verification import End
from smadmin.services import renewal
from smadmin.services.keys import ROOT_SECRET, public_key
from smadmin.services.office import Office
from smadmin.services.proof import Proof, proven_now
from smadmin.services.renewal import begin_new_key
from smadmin.storage import shapes
from smadmin.storage.rows import Shape
from tests.sample import sample_office, sit

NAME = "ellen-whitcomb"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return sample_office(tmp_path)


def new_key(office: Office) -> tuple[Actor, Actor]:
    """Give the school another key; gives the principal before it and after."""
    before = sit(office, NAME).actor
    with office.desk.deed(before) as deed:
        begin_new_key(deed, office.desk)
    office.session.take_new_key()
    return before, office.session.actor


def under(office: Office) -> dict[str, set[int]]:
    """Give the numbers of the keys that cells lie under, by table."""
    found: dict[str, set[int]] = {}
    sealed = [one for one in vars(shapes).values() if isinstance(one, Shape) and one.label is not None]
    with office.desk.look() as unit:
        for shape in sealed:
            stored = unit._shelf(shape).stored().values()
            found[shape.table.name] = {int.from_bytes(body[1:5]) for body in stored}
    return found


def test_every_cell_comes_under_the_new_key_and_the_old_one_ends(office: Office) -> None:
    _, after = new_key(office)
    children = len(office.students.roster(after).students)

    office.renewal.go_on(after)

    assert set().union(*under(office).values()) == {2}
    assert len(office.students.roster(after).students) == children
    with office.desk.look() as unit:
        assert unit.wraps.numbers() - {ROOT_SECRET} == {2}
    proven = proven_now(office.proof, office.desk, after)
    assert (proven.whole, proven.roster_right, proven.end) == (True, True, End.RIGHT)
    assert not office.renewal.owed(after)


def test_stopped_anywhere_the_next_sign_in_goes_on(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "BATCH", 7)
    _, after = new_key(office)
    office.renewal._children(after)
    office.renewal._others(after)
    assert set().union(*under(office).values()) == {1, 2}
    office.lock()

    again = sit(office, NAME).actor

    assert set().union(*under(office).values()) == {2}
    assert not office.renewal.owed(again)


def test_whoever_still_has_the_old_key_alone_writes_nothing_that_would_be_lost(office: Office) -> None:
    before, after = new_key(office)
    office.renewal.go_on(after)

    with pytest.raises(KnownError) as refused, office.desk.deed(before):
        pass

    assert refused.value.happened.id == "renewal.sit-down-again"


def test_whoever_still_has_the_old_key_alone_takes_nothing_for_spoilt(office: Office) -> None:
    before, after = new_key(office)
    office.renewal.go_on(after)
    proof = Proof(office.desk, lambda: office.noted)

    with pytest.raises(KnownError) as refused:
        proven_now(proof, office.desk, before)
    proven = proven_now(proof, office.desk, after)

    assert refused.value.happened.id == "renewal.sit-down-again"
    assert proven.whole


def test_a_planted_wrap_gets_the_new_key_for_no_computer_and_for_no_pin(office: Office) -> None:
    by, reviewer = sit(office, NAME).actor, public_key(Identity.new(), KeyKind.REVIEWER, None, None)
    with office.desk.deed(by) as deed:
        seat = next(key.id for key in deed.trust.keys.values() if key.kind is KeyKind.SEAT)
        deed.trust = replace(deed.trust, keys={**deed.trust.keys, reviewer.id: reviewer})
        for planted in (seat, reviewer.id):
            deed.unit.wraps.keep(wrap_id=office.desk.ids.new(), number=1, key=planted, sealed=b"planted")

        number = begin_new_key(deed, office.desk)

        holders = deed.unit.wraps.holders(number)
    assert by.signer.key in holders
    assert not holders & {seat, reviewer.id}
