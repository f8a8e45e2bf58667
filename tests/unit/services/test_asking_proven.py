"""What who lets somebody in reads, signs and gives: from the proven record and this login's notes alone."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.canonical import canonical
from smadmin.domain.errors import KnownError, Tampered
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import KeyKind, fingerprint
from smadmin.domain.log_ins import LogIn
from smadmin.domain.people import Person, Role
from smadmin.domain.records import grouped
from smadmin.services.asking import Pending, accept, ask, let_in, pending, root_letters, withdraw
from smadmin.services.heads import NoNote, Noted
from smadmin.services.joining import Applicant
from smadmin.services.keys import public_key
from smadmin.services.requested import waiting_for
from smadmin.services.seats import pinned_root
from smadmin.storage.disk import FILE_NAME
from tests.logins import PAT, Login, found_shared, login, sit_down
from tests.newcomers import LARKS, NEW, REVIEWER, asked, newcomer, signed
from tests.school import CHEAP


def in_store(folder: Path, *statements: str) -> None:
    """Write to the store as somebody else's program does."""
    with closing(sqlite3.connect(folder / "shared" / FILE_NAME)) as store, store:
        for statement in statements:
            store.execute(statement)


def renamed(before: str, after: str) -> str:
    return f"UPDATE person SET body = CAST(REPLACE(CAST(body AS TEXT), '{before}', '{after}') AS BLOB)"


def as_pat(second: Login) -> Pending:
    with second.office() as office:
        applicant = Applicant(newcomer(office, "Pat Winters"), frozenset(), NEW)
        return ask(office, applicant, costs=CHEAP, floor=CHEAP)


def test_who_asks_is_read_from_the_record_whatever_the_tables_say_meanwhile(tmp_path: Path) -> None:
    """Else Ana asks as Pat, and the tables call that Ana just while the request is read."""
    first, _ = found_shared(tmp_path)
    as_pat(login(tmp_path, "second"))

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        in_store(tmp_path, renamed("Pat Winters", "Ana Brooks"))
        waiting = waiting_for(office)[0]

    assert (waiting.name, waiting.known, waiting.roles) == ("Pat Winters", True, frozenset({Role.PRINCIPAL}))


@pytest.mark.parametrize(
    "shown",
    [
        {"person": Person(PersonId("x"), "Ana Brooks", statement="employed")},
        {"known": False},
        {"roles": frozenset({Role.REVIEWER})},
    ],
    ids=["another name", "as somebody new", "other roles"],
)
def test_what_was_read_must_be_what_is_signed(tmp_path: Path, shown: dict[str, Any]) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    request = as_pat(second)

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        true = waiting_for(office)[0]
        if "person" in shown:
            shown = {"person": replace(shown["person"], id=true.person.id)}
        with pytest.raises(Tampered):
            let_in(office, replace(true, **shown), typed=request.letters, roles=REVIEWER)

    with second.office() as office:
        there = pending(office)
        assert there is not None
        assert not there.let_in


def slip_in_root(folder: Path) -> KeyId:
    """Have the tables name another root than the record."""
    other = public_key(Identity.new(), KeyKind.ROOT, None, None)
    body = canonical({**other.to_plain(), "root": True}).hex()
    in_store(
        folder,
        """UPDATE key SET body = CAST(REPLACE(CAST(body AS TEXT), '"root":true', '"root":false') AS BLOB)""",
        f"""INSERT INTO key (id, school_id, version, body)
        SELECT '{other.id}', school_id, 1, x'{body}' FROM key LIMIT 1""",
    )
    return other.id


def test_roots_letters_are_those_that_this_computer_noted(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        slip_in_root(tmp_path)

        assert root_letters(office) == grouped(fingerprint(root.key))


def test_a_root_that_only_the_tables_name_is_never_pinned(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    signed(first, asked(second).letters)
    other = slip_in_root(tmp_path)

    with second.office() as office, pytest.raises(Tampered):
        accept(office, fingerprint(other))

    assert pinned_root(second.secrets) is NoNote.NEVER


def test_where_nothing_vouches_for_root_nobody_is_let_in(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    request = asked(login(tmp_path, "second"))

    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        office.noted = Noted(NoNote.NEVER, NoNote.NEVER, office.seat.id)
        assert office.session._first is not None
        office.session._first = replace(office.session._first, root=None)
        head = office.records.head()
        with pytest.raises(KnownError, match="root-unproven"):
            let_in(office, waiting_for(office)[0], typed=request.letters, roles=frozenset())

        assert office.records.head() == head


def test_the_accounts_log_ins_are_sealed_to_the_new_key_by_who_lets_in(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    second = login(tmp_path, "second")
    with first.office() as office:
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        office.keys.prove_envelope(by, root.key, letters_right=True)
        account = office.accounts.adopt(by, LARKS).value
        office.vault.keep(by, account, LogIn("lincoln", "a password of nobody"))
    with second.office() as office:
        pat = Applicant(newcomer(office, "Pat Winters"), frozenset(), NEW, lost=True)
        request = ask(office, pat, costs=CHEAP, floor=CHEAP)

    letters = signed(first, request.letters)

    with second.office() as office:
        accept(office, letters)
        sit_down(office, "Pat Winters", NEW)
        shown = office.vault.reveal(office.session.actor, office.vault.fetch(account)).value
        assert shown.password == "a password of nobody"


def test_somebody_elses_request_takes_no_lock_that_was_signed_for(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    letters = signed(first, asked(second, lost=True).letters)

    bo = asked(second, "Bo Lindqvist")

    with second.office() as office:
        assert pending(office) == bo, "who asked last reads their letters"
        withdraw(office)
        accept(office, letters)
        sit_down(office, "Ana Brooks", NEW)
        assert office.alarms.look(office.session.actor) is None


def test_asking_anew_ends_the_key_that_was_signed_and_never_taken_up(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    second = login(tmp_path, "second")
    signed(first, asked(second).letters)

    letters = signed(first, asked(second).letters)

    with second.office() as office:
        accept(office, letters)
        ana = newcomer(office).id
        with office.desk.look() as unit:
            keys = unit.trust.read().keys.values()
        assert sum(key.person == ana and not key.retired for key in keys) == 2, "at both logins"


@pytest.mark.parametrize("half", ["public", "recipient", "checksum"])
def test_a_request_with_somebody_elses_half_of_a_key_or_a_broken_one_is_left_out(
    tmp_path: Path, half: str
) -> None:
    """What can't be sealed to would end every backup from then on; what is taken is somebody else's."""
    first, _ = found_shared(tmp_path)
    asked(login(tmp_path, "second"))
    file = next((tmp_path / "shared" / "requests").iterdir())
    whole = json.loads(file.read_text("utf-8"))
    with first.office() as office:
        with office.desk.look() as unit:
            theirs = next(key for key in unit.trust.read().keys.values() if key.person is not None)
        halves = {"public": theirs.public.hex(), "recipient": theirs.recipient}
        whole["key"] |= {"recipient": "age1" + "q" * 58} if half == "checksum" else {half: halves[half]}
        file.write_text(json.dumps(whole))

        assert waiting_for(office) == ()
