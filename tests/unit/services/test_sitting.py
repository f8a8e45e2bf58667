"""Sitting down with a code: under a minute, and nothing that such a key may not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.locks import WrongPassphrase
from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Tampered
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import KeyKind
from smadmin.domain.people import Role
from smadmin.domain.plan import monday_of
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.office import Office
from smadmin.services.reviewer_lines import Standing, newly_seated
from smadmin.services.seats import Seat, identities_in
from smadmin.services.sitting import Arrival, Expected, expected, pin_blockers, sit_down
from tests.sample import CHEAP, sample_office, sit
from tests.school import MovableClock
from tests.unasked import record_unasked

PIN = "402871"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = sample_office(tmp_path)
    yield made
    made.close()


def listed(office: Office, *names: str) -> dict[str, str]:
    """Sign a list as the principal; gives the codes by name."""
    ellen = sit(office, "ellen-whitcomb").actor
    today = office.school.local(office.desk.now).date()
    prepared = office.reviewers.prepare(ellen, names, today + timedelta(days=200), costs=CHEAP)
    office.reviewers.sign(ellen, prepared)
    return {one.name: one.code for one in prepared.codes}


def arrive(office: Office, who: Expected, code: str, pin: str = PIN) -> Arrival:
    return sit_down(office, who, code, pin, costs=CHEAP, floor=CHEAP)


def in_the_chair(office: Office) -> Arrival:
    """Maya hands over; Robin sits down with a code."""
    code = listed(office, "Robin Vega")["Robin Vega"]
    sit(office, "maya-ortega")
    arrival = arrive(office, expected(office)[0], code)
    taken = office.session.hand_over_new(arrival.person, arrival.identity)
    office.begin_work(taken.actor)
    return arrival


def test_from_the_chair_a_code_leads_to_the_review(office: Office) -> None:
    arrival = in_the_chair(office)

    acting = office.session.now_acting
    assert acting is not None
    assert (acting.person.name, acting.actor.lent, acting.school_keys) == ("Robin Vega", True, {})
    assert office.session.confined
    office.today.gather(acting.actor)
    assert expected(office) == ()
    assert [one.name for one in newly_seated(office.proven())] == ["Robin Vega"]
    assert office.proven().trust.keys[arrival.identity.key].kind is KeyKind.REVIEWER
    assert office.verify().faults == ()


def test_their_pin_takes_the_chair_from_then_on_and_opens_nothing_alone(office: Office) -> None:
    arrival = in_the_chair(office)
    office.lock()

    with pytest.raises(KnownError) as refusal:
        office.session.sign_in(arrival.person, PIN)
    assert refusal.value.happened.id == "session.beside-only"

    sit(office, "maya-ortega")
    taken = office.session.hand_over(arrival.person, PIN)
    office.session.give_passphrase_again(PIN)
    assert taken.actor.cells is not None
    assert office.session.actor.cells is taken.actor.cells
    office.session.take_new_key()
    assert office.session.actor.lent


def test_the_key_is_no_recipient_of_anything(office: Office) -> None:
    arrival = in_the_chair(office)

    with office.desk.look() as unit:
        assert unit.wraps.of(arrival.identity.key) == {}


def test_at_the_gate_a_code_lets_in_whom_the_list_names_and_shows_nothing(office: Office) -> None:
    code = listed(office, "Robin Vega")["Robin Vega"]
    office.lock()

    arrival = arrive(office, expected(office)[0], f" {code[:5].lower()} - {code[5:].lower()} ")

    assert office.session.now_acting is None
    with pytest.raises(KnownError):
        office.session.hand_over_new(arrival.person, arrival.identity)
    assert [one.beside for one in office.session.sitters() if one.person == arrival.person] == [True]


def test_a_wrong_code_is_counted_and_a_used_one_is_over(office: Office) -> None:
    code = listed(office, "Robin Vega")["Robin Vega"]
    who = expected(office)[0]

    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            arrive(office, who, "0000000000")
    assert identities_in(office.grounds.place.seat).tries(PersonId(who.place)).wrong == 3  # after a restart
    with pytest.raises(KnownError) as waits:
        arrive(office, who, code)
    assert waits.value.happened.id == "session.wait"

    office.desk.clock = MovableClock(office.desk.now + timedelta(minutes=1))
    arrive(office, who, code)
    with pytest.raises(NotAllowed):
        arrive(office, who, code)


def test_a_code_too_short_is_no_guess(office: Office) -> None:
    listed(office, "Robin Vega")

    for _ in range(5):
        with pytest.raises(WrongPassphrase) as refusal:
            arrive(office, expected(office)[0], "0000")
        assert refusal.value.happened.id == "reviewers.code-length"


@pytest.mark.parametrize("pin", ["12345", "123456", "198407", "abcdef"])
def test_an_obvious_pin_lets_nobody_in(office: Office, pin: str) -> None:
    code = listed(office, "Robin Vega")["Robin Vega"]

    assert pin_blockers(pin)
    with pytest.raises(NotAllowed):
        arrive(office, expected(office)[0], code, pin)
    assert len(expected(office)) == 1


def test_without_a_keyring_pins_are_off(office: Office) -> None:
    code = listed(office, "Robin Vega")["Robin Vega"]
    office.seat = Seat(None)

    with pytest.raises(OutsideFailed) as refusal:
        arrive(office, expected(office)[0], code)
    assert refusal.value.happened.id == "reviewers.no-keyring"


def test_a_struck_reviewer_sits_down_no_more(office: Office) -> None:
    arrival = in_the_chair(office)
    ellen = sit(office, "ellen-whitcomb").actor
    office.reviewers.strike(ellen, office.reviewers.view(ellen).lists[0].lines[0])
    sit(office, "maya-ortega")

    with pytest.raises(KnownError) as refusal:
        office.session.hand_over(arrival.person, PIN)
    assert refusal.value.happened.id == "session.key-retired"


def test_a_pin_that_was_ended_by_hand_says_so_and_another_code_begins_anew(office: Office) -> None:
    arrival = in_the_chair(office)
    office.keys.end_own(office.session.actor)
    ellen = sit(office, "ellen-whitcomb").actor
    line = office.reviewers.view(ellen).lists[0].lines[0]

    assert line.standing is Standing.ENDED
    robin = next(one for one in office.people.register(ellen).files if one.person.id == arrival.person)
    assert [(held.grant.role, held.by, held.ended) for held in robin.held] == [
        (Role.REVIEWER, "Ellen Whitcomb", None)
    ]
    office.reviewers.sign_code(ellen, office.reviewers.prepare_code(line))
    assert office.reviewers.view(ellen).lists[0].lines[0].standing is Standing.WAITS
    robin = next(one for one in office.people.register(ellen).files if one.person.id == arrival.person)
    assert [held.ended is None for held in robin.held] == [False]


def test_another_code_for_a_forgotten_pin_makes_a_new_key_for_the_same_person(office: Office) -> None:
    first = in_the_chair(office)
    ellen = sit(office, "ellen-whitcomb").actor
    renewed = office.reviewers.prepare_code(office.reviewers.view(ellen).lists[0].lines[0])
    office.reviewers.sign_code(ellen, renewed)

    second = arrive(office, expected(office)[0], renewed.handed.code, "518260")

    trust = office.proven().trust
    assert second.person == first.person
    assert trust.key_alive(first.identity.key) is None
    assert trust.key_alive(second.identity.key) is not None
    assert office.reviewers.view(ellen).lists[0].lines[0].standing is Standing.LACKS


def test_what_else_such_a_key_signs_is_refused_at_the_desk_and_named_by_the_proof(office: Office) -> None:
    in_the_chair(office)
    by, phone = office.session.actor, {"manifest": {"mandate": "phone"}}
    forbidden = (
        (Act.SUBMIT, Noun.POSTS, None),
        (Act.HAND_OUT, Noun.PUBLICATIONS, None),
        (Act.FIRST_LOOK, Noun.PHOTOS, None),
        (Act.REVEAL, Noun.CREDENTIALS, None),
        (Act.SIGN_WEEK, Noun.WEEKS, None),
        (Act.OPT_OUT, Noun.STUDENTS, None),
        (Act.APPROVE, Noun.POSTS, phone),
    )

    for act, noun, parts in forbidden:
        with pytest.raises(NotAllowed), office.desk.deed(by) as deed:
            deed.record(act, noun, "x", parts=parts)
        with office.desk.deed(by) as deed:
            record_unasked(deed, act, noun, "x", parts=parts)

    faults = [one.message.id for one in office.verify().faults]
    assert faults == ["records.only-reviews"] * len(forbidden)


def test_details_are_owed_for_a_week_and_asked_whole(office: Office) -> None:
    in_the_chair(office)
    by, today = office.session.actor, office.school.local(office.desk.now).date()

    assert office.reviewers.owes(by) == today + timedelta(days=7)
    with pytest.raises(NotAllowed) as refusal:
        office.reviewers.give_details(by, email="robin", phone="", statement="volunteer")
    assert {one.place for one in refusal.value.reasons} == {"email", "phone", "employed"}

    office.reviewers.give_details(
        by, email="robin@lincoln.example", phone="+1 303 555 0144", statement="employed"
    )
    assert office.reviewers.owes(by) is None
    assert office.verify().faults == ()


def test_the_weekly_page_names_who_is_new_until_a_week_is_signed_and_nothing_is_owed(office: Office) -> None:
    in_the_chair(office)
    robin = office.session.actor
    maya = sit(office, "maya-ortega").actor
    day = office.school.local(office.desk.now).date()
    office.plan.add(maya, office.posts.may_post(maya)[0].id, day, "events")
    ellen = sit(office, "ellen-whitcomb").actor

    assert [(one.name, one.lacks) for one in office.weeks.week(ellen).seated] == [("Robin Vega", True)]
    office.plan.sign_week(ellen, monday_of(day))
    assert [one.lacks for one in office.weeks.week(ellen).seated] == [True]
    office.reviewers.give_details(
        robin, email="robin@lincoln.example", phone="+1 303 555 0144", statement="employed"
    )
    assert office.weeks.week(ellen).seated == ()


def test_under_a_signed_week_a_reviewer_releases_a_post_and_the_record_holds(office: Office) -> None:
    arrival = in_the_chair(office)
    maya = sit(office, "maya-ortega").actor
    day, account = office.school.local(office.desk.now).date(), office.posts.may_post(maya)[0].id
    slot = office.plan.add(maya, account, day, "events").value
    office.plan.sign_week(sit(office, "ellen-whitcomb").actor, monday_of(day))
    maya = sit(office, "maya-ortega").actor
    text = "The book fair opens on Thursday at 8 in the library."
    post = office.posts.create(maya, (account,), slot=slot.id, text=text).value.id
    office.posts.submit(maya, post)
    robin = office.session.hand_over(arrival.person, PIN).actor
    office.begin_work(robin)

    office.approvals.release(robin, post)

    assert office.verify().faults == ()
    maya = sit(office, "maya-ortega").actor
    assert office.publications.blockers(maya, post, account) == ()


def test_a_key_that_nobody_let_in_writes_nothing(office: Office) -> None:
    arrival = in_the_chair(office)
    by = replace(office.session.actor, signer=type(arrival.identity).new())

    with pytest.raises(NotAllowed), office.desk.first_deed(by) as deed:
        deed.record(Act.SECOND_LOOK, Noun.PHOTOS, "x")
    with pytest.raises(Tampered), office.desk.deed(by):
        pass
