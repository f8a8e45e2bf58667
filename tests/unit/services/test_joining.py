"""With the school's envelope somebody gets a key on another login, a new computer, after forgetting."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.credentials.identity import Identity
from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.errors import BadInput, NotAllowed
from smadmin.domain.log_ins import LogIn
from smadmin.domain.people import Person, Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.clocks import seems_behind
from smadmin.services.founding import new_person
from smadmin.services.joining import Applicant, let_in_by_envelope, people_to_join
from smadmin.services.office import Office
from smadmin.storage import schema
from tests.logins import ANA, PAT, found_shared, login, sit_down
from tests.school import CHEAP, MovableClock
from tests.unasked import record_unasked

NEW = "four calm otters drift"
LARKS = AccountForm(Platform.X, "Larks", "larks", "https://x.com/larks", "x@lincoln.example")
WHY = "Ana has a login of her own now."


def named(office: Office, name: str) -> Person:
    return next(one for one in people_to_join(office) if one.name == name)


def let_in(office: Office, person: Person, root: Identity, **further: bool) -> None:
    applicant = Applicant(person, frozenset(), NEW, lost=further.get("lost", False))
    let_in_by_envelope(office, applicant, typed=root.secret, reason=WHY, costs=CHEAP, floor=CHEAP)


def test_the_envelope_lets_a_known_person_in_on_another_login(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    second = login(tmp_path, "second")

    with second.office() as office:
        assert office.session.sitters() == ()
        let_in(office, named(office, "Ana Brooks"), root)
        sit_down(office, "Ana Brooks", NEW)
        acting = office.session.signed_in
        assert acting is not None
        assert acting.roles == {Role.ADMINISTRATOR}
        assert set(acting.school_keys) == {1}, "the school's key was wrapped to the new key"
        assert office.verify().whole

    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        assert office.alarms.look(office.session.actor) is None, "the older key is not lost"


def test_the_second_login_notices_nothing_wrong_when_it_comes_back(tmp_path: Path) -> None:
    _, root = found_shared(tmp_path)
    second = login(tmp_path, "second")
    with second.office() as office:
        let_in(office, named(office, "Pat Winters"), root)

    with second.office() as office:
        sit_down(office, "Pat Winters", NEW)

        assert office.alarms.look(office.session.actor) is None
        assert office.noted.complete


def test_its_use_stands_in_the_record_with_name_and_reason_and_proves_it(tmp_path: Path) -> None:
    _, root = found_shared(tmp_path)

    with login(tmp_path, "second").office() as office:
        assert office.keys.envelope_open()
        let_in(office, named(office, "Ana Brooks"), root)
        sit_down(office, "Ana Brooks", NEW)
        with office.desk.look(office.session.actor) as unit:
            proven = office.proof.now(unit)
            used = proven.acts(Act.USE_ENVELOPE)
            said = proven.part(used[-1], "use")

        assert said is not None
        assert (said["name"], said["reason"]) == ("Ana Brooks", WHY)
        assert used[-1].body.person is None, "root's own hand"
        assert not office.keys.envelope_open(), "typed as a whole it is proven"


def test_an_older_key_ends_only_when_it_is_said_to_be_lost(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)

    with login(tmp_path, "second").office() as office:
        let_in(office, named(office, "Ana Brooks"), root, lost=True)

    with first.office() as office:
        with pytest.raises(Exception, match=r"session\.key-retired"):
            sit_down(office, "Ana Brooks", ANA)
        sit_down(office, "Pat Winters", PAT)


def test_a_forgotten_passphrase_is_made_anew_and_the_replaced_key_ends(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)

    with first.office() as office:
        ana = named(office, "Ana Brooks")
        old = office.grounds.identities.locks()[ana.id].fields["key"]
        let_in(office, ana, root)

        with office.desk.look() as unit:
            assert unit.trust.read().keys[old].retired  # type: ignore[index]  # a key's id
        with pytest.raises(WrongPassphrase):
            office.session.sign_in(ana.id, ANA)
        sit_down(office, "Ana Brooks", NEW)
        assert office.alarms.look(office.session.actor) is None


def test_the_envelope_doesnt_make_a_lost_note_of_the_end_anew(tmp_path: Path) -> None:
    """This login has acted, so it made a note: who lost it may have put an older copy in place."""
    first, root = found_shared(tmp_path)

    with first.office() as office:
        first.secrets.delete(f"head/{office.desk.school}")
        let_in(office, named(office, "Ana Brooks"), root)

        sit_down(office, "Ana Brooks", NEW)
        alarm = office.alarms.look(office.session.actor)

    assert alarm is not None
    assert alarm.head_gone


def test_an_emptied_keyring_gets_a_new_seat(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    first.secrets._items.clear()

    with first.office() as office:
        assert office.session.barred() is not None
        let_in(office, named(office, "Pat Winters"), root)
        sit_down(office, "Pat Winters", NEW)

        assert office.alarms.look(office.session.actor) is None
        assert office.verify().whole


def test_where_nobody_is_left_the_envelope_lets_in_somebody_new_with_a_role(tmp_path: Path) -> None:
    _, root = found_shared(tmp_path)

    with login(tmp_path, "second").office() as office:
        dee = new_person(office.grounds, "Dee Okafor", email="", statement="employed")
        applicant = Applicant(dee, frozenset({Role.PRINCIPAL}), NEW)
        let_in_by_envelope(office, applicant, typed=root.secret.lower(), reason=WHY, costs=CHEAP, floor=CHEAP)
        sit_down(office, "Dee Okafor", NEW)
        acting = office.session.signed_in
        assert acting is not None
        assert acting.roles == {Role.PRINCIPAL}


def test_letters_typed_in_groups_without_hyphens_will_do(tmp_path: Path) -> None:
    _, root = found_shared(tmp_path)
    bare = root.secret.replace("-", "")
    grouped = "  ".join(bare[i : i + 5] for i in range(0, len(bare), 5)).lower()

    with login(tmp_path, "second").office() as office:
        applicant = Applicant(named(office, "Ana Brooks"), frozenset(), NEW)
        let_in_by_envelope(office, applicant, typed=grouped, reason=WHY, costs=CHEAP, floor=CHEAP)

        assert [one.name for one in office.session.sitters()] == ["Ana Brooks"]


@pytest.mark.parametrize("typed", ["", "AGE-SECRET-KEY-1QQQQ", Identity.new().secret, "é" * 74])
def test_other_letters_let_nobody_in_and_keep_nothing(tmp_path: Path, typed: str) -> None:
    found_shared(tmp_path)
    second = login(tmp_path, "second")

    with second.office() as office:
        ana = Applicant(named(office, "Ana Brooks"), frozenset(), NEW)
        with pytest.raises(BadInput):
            let_in_by_envelope(office, ana, typed=typed, reason=WHY, costs=CHEAP, floor=CHEAP)

        assert office.grounds.identities.locks() == {}
        assert second.secrets._items == {}


@pytest.mark.parametrize(("reason", "phrase"), [("  ", NEW), (WHY, "lincoln1")])
def test_without_a_reason_or_with_a_weak_passphrase_nobody_is_let_in(
    tmp_path: Path, reason: str, phrase: str
) -> None:
    _, root = found_shared(tmp_path)

    with login(tmp_path, "second").office() as office:
        ana = Applicant(named(office, "Ana Brooks"), frozenset(), phrase)
        with pytest.raises(NotAllowed):
            let_in_by_envelope(office, ana, typed=root.secret, reason=reason, costs=CHEAP, floor=CHEAP)

        assert office.session.sitters() == ()


def test_a_refused_deed_leaves_the_old_lock_in_its_place(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)

    with first.office() as office:
        ana = named(office, "Ana Brooks")
        with office.desk.store.deed(office.desk.school) as unit:
            unit._connection.execute(sa.delete(schema.role))
        before = office.grounds.identities.locks()[ana.id]
        with pytest.raises(Exception, match="records"):
            let_in(office, ana, root)

        assert office.grounds.identities.locks()[ana.id] == before


def test_the_accounts_log_ins_are_sealed_to_the_new_key_too(tmp_path: Path) -> None:
    first, root = found_shared(tmp_path)
    with first.office() as office:
        with office.desk.look() as unit:
            key = unit.trust.read().root
        sit_down(office, "Pat Winters", PAT)
        by = office.session.actor
        assert key is not None
        office.keys.prove_envelope(by, key, letters_right=True)
        account = office.accounts.adopt(by, LARKS).value
        office.vault.keep(by, account, LogIn("lincoln", "a password of nobody"))

    with login(tmp_path, "second").office() as office:
        let_in(office, named(office, "Pat Winters"), root, lost=True)
        sit_down(office, "Pat Winters", NEW)

        assert not office.log_in_standings.here(office.session.actor)[account].needs_reseal
        shown = office.vault.reveal(office.session.actor, office.vault.fetch(account)).value
        assert shown.password == "a password of nobody"
        assert office.alarms.look(office.session.actor) is None


@pytest.mark.parametrize("said", [True, False])
def test_where_nobodys_office_lasts_until_the_records_time_the_envelope_says_what_time_it_is(
    tmp_path: Path,
    said: bool,
) -> None:
    first, root = found_shared(tmp_path)
    with first.office() as office:
        sit_down(office, "Ana Brooks", ANA)
        ana, now, real = office.session.actor, office.desk.now, office.desk.clock
        office.desk.clock = MovableClock(now + timedelta(days=3650))
        with office.desk.deed(ana) as deed:
            record_unasked(deed, Act.OVERRIDE, Noun.POSTS, "a-post")
        office.desk.clock = real

        assert seems_behind(office.desk) is not None
        applicant = Applicant(named(office, "Pat Winters"), frozenset(), NEW, clock_right=said)
        let_in_by_envelope(office, applicant, typed=root.secret, reason=WHY, costs=CHEAP, floor=CHEAP)
        sit_down(office, "Pat Winters", NEW)

        assert office.clocks.right(office.session.actor) is said
        assert office.verify().whole
        assert len(office.verify().clocks) == said


def test_a_school_founded_by_a_clock_that_was_ahead_still_offers_its_people(tmp_path: Path) -> None:
    first, _ = found_shared(tmp_path)
    with first.office() as office:
        today = people_to_join(office)
        office.desk.clock = MovableClock(office.desk.now - timedelta(days=365))

        assert people_to_join(office) == today
        assert "Pat Winters" in {one.name for one in today}
