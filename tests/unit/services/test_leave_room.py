"""Ending somebody's rights: keys, the school's new key and the locked copies follow one another."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, Leaving
from smadmin.domain.errors import NotAllowed
from smadmin.domain.log_ins import LogIn
from smadmin.services.kept_rows import newest_of_all
from smadmin.services.renewal import begin_new_key
from tests.sample import sample_office, sit


def test_after_their_rights_end_no_copy_opens_to_who_leaves_and_work_goes_on(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    leaver = sit(office, "maya-ortega").actor
    account = office.accounts.all()[0].id
    office.vault.keep(leaver, account, LogIn("social@lincoln.example", "canary-Falcon-42", ("old-code",)))
    ellen = sit(office, "ellen-whitcomb").actor
    assert leaver.person is not None
    assert ellen.person is not None
    begun = office.departures.begin(ellen, Leaving(person=leaver.person, successor=ellen.person)).value

    office.end_rights(ellen, begun)

    by = office.session.actor
    seen = office.departure_views.see(by, begun)
    assert seen is not None
    assert seen.departure.receipts["copies"].how is How.CHANGED
    assert f"password:{account}" not in seen.departure.receipts
    office.keep_changed(by, office.accounts.get(account), "Another-canary-43-Falcon", ("new-code",))
    shown = office.vault.reveal(by, office.vault.fetch(account)).value
    assert (shown.user, shown.recovery) == ("social@lincoln.example", ("new-code",))
    kept = office.vault.kept(account)
    assert kept is not None
    assert leaver.signer.key not in kept.recipients
    assert leaver.person not in {one.person for one in office.session.sitters()}
    assert not office.renewal.owed(by)
    assert office.students.roster(by).students


@pytest.mark.demand("BAL-B1b3")
def test_a_password_that_was_there_before_isnt_kept_as_the_changed_one_also_under_a_new_key(
    tmp_path: Path,
) -> None:
    """Two of them: the one that was changed before their rights ended comes back under another school key."""
    office = sample_office(tmp_path)
    leaver = sit(office, "maya-ortega").actor
    account = office.accounts.all()[0]
    office.vault.keep(leaver, account.id, LogIn("social@lincoln.example", "canary-Falcon-42"))
    ellen = sit(office, "ellen-whitcomb").actor
    assert leaver.person is not None
    begun = office.departures.begin(ellen, Leaving(person=leaver.person, successor=ellen.person)).value
    office.keep_changed(ellen, account, "second-canary-43-Falcon", ())
    office.end_rights(ellen, begun)
    by = office.session.actor

    with pytest.raises(NotAllowed, match=r"departures\.former-password"):
        office.keep_changed(by, account, "canary-Falcon-42", ())
    with pytest.raises(NotAllowed, match=r"departures\.former-password"):
        office.keep_changed(by, account, "second-canary-44-Falcon", ())
    office.keep_changed(by, account, "third-canary-44-Falcon", ())
    with pytest.raises(NotAllowed, match=r"departures\.former-password"):
        office.keep_changed(by, account, "second-canary-43-Falcon", ())

    seen = office.departure_views.see(by, begun)
    assert seen is not None
    assert f"password:{account.id}" in seen.departure.receipts


@pytest.mark.demand("BAL-B1b2")
def test_a_password_used_twice_is_known_again_under_the_schools_new_key(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    by = sit(office, "ellen-whitcomb").actor
    with_password = {Platform.X, Platform.INSTAGRAM, Platform.MASTODON}
    one, other = [each.id for each in office.accounts.all() if each.platform in with_password][:2]
    office.vault.keep(by, one, LogIn("social@lincoln.example", "canary-Falcon-42"))
    with office.desk.deed(by) as deed:
        begin_new_key(deed, office.desk)
    office.lock()

    again = sit(office, "ellen-whitcomb").actor

    with pytest.raises(NotAllowed) as refused:
        office.vault.keep(again, other, LogIn("social@lincoln.example", "canary-Falcon-42"))
    assert refused.value.reasons[0].message.id == "vault.same-password"
    assert office.vault.reveal(again, office.vault.fetch(one)).value.password == "canary-Falcon-42"
    assert not office.log_in_standings.all(again)[one].knew


@pytest.mark.demand("BAL-B1b3")
def test_no_copy_that_who_leaves_opens_is_hidden_by_the_table(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    leaver = sit(office, "maya-ortega").actor
    accounts = [one.id for one in office.accounts.all() if one.platform is not Platform.FACEBOOK][:2]
    for number, account in enumerate(accounts):
        office.vault.keep(leaver, account, LogIn("social@lincoln.example", f"canary-Falcon-4{number}"))
    ellen = sit(office, "ellen-whitcomb").actor
    with office.desk.store.deed(office.desk.school) as unit:
        for row in unit.credentials.all():
            unit.credentials.change(replace(row, recipients=(ellen.signer.key,)))
    assert leaver.person is not None
    departure = office.departures.begin(ellen, Leaving(leaver.person, successor=ellen.person)).value

    office.departures.end_rights(ellen, departure)
    office.session.take_new_key()
    office.lock_copies_anew(office.session.actor, departure)

    with office.desk.look(office.session.actor) as unit:
        kept = newest_of_all(office.proof.now(unit))
    assert leaver.signer.key not in {key for account in accounts for key in kept[account].keys}
    seen = office.departure_views.see(office.session.actor, departure)
    assert seen is not None
    assert seen.departure.receipts["copies"].how is How.CHANGED
