"""The state that signed rows give: its bytes are for ever."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import state_digest
from smadmin.domain.trusted import Trusted
from tests.listed import DAY, founded, key_of, seated, with_list


def test_a_list_stands_among_the_bytes_that_every_row_vouches_for() -> None:
    before, after = founded(), with_list("bo")

    assert "reviewer_list/list" in after.stored()
    assert before.digest() != after.digest() != seated(after, "bo").digest()


def test_a_school_without_lists_has_the_same_bytes_as_before_there_were_any() -> None:
    assert {place.partition("/")[0] for place in founded().stored()} == {"key", "person", "role"}


def test_who_holds_a_role_is_given_by_id_and_a_stranger_s_key_isnt_alive() -> None:
    trust = founded()

    assert trust.holders(Role.PRINCIPAL, DAY) == ("pat",)
    assert trust.key_alive(key_of("pat").id) is not None
    assert trust.key_alive(key_of("mallory").id) is None


PEOPLE = ("ana", "bo", "pat")
GRANTS = st.builds(
    Grant,
    id=st.uuids().map(str),
    person=st.sampled_from(PEOPLE),
    role=st.sampled_from(Role),
    starts=st.sampled_from((DAY - timedelta(days=1), DAY, DAY + timedelta(days=1))),
    account=st.sampled_from((None, "first", "second")),
    ends=st.sampled_from((None, DAY, DAY + timedelta(days=9))),
)


@given(st.lists(GRANTS), st.sampled_from(PEOPLE), st.sampled_from((None, "first", "second")))
def test_what_somebody_may_is_what_going_through_every_grant_gives(
    grants: list[Grant], person: str, account: str | None
) -> None:
    known = {one: Person(PersonId(one), one) for one in PEOPLE}
    trust = Trusted(people=known, grants={one.id: one for one in grants})  # type: ignore[arg-type]  # ids are texts
    alive = [one for one in grants if one.person == person and one.alive(DAY)]
    here = None if account is None else AccountId(account)
    # An administrator of the school is one of an account only where they were named for it (BAL-A2).
    everywhere = {one.role for one in alive if one.account is None}
    there = {one.role for one in alive if one.account == account}
    wanted = everywhere if account is None else there | (everywhere - {Role.ADMINISTRATOR})

    assert trust.roles(PersonId(person), DAY, here) == wanted
    if here is not None:
        assert trust.roles_preparing(PersonId(person), DAY, here) == everywhere | there
    assert trust.grants_of(PersonId(person), DAY) == tuple(alive)
    assert trust.any_roles(PersonId(person), DAY) == {one.role for one in alive}
    assert {role for role in Role if person in trust.holders(role, DAY, here)} == wanted
    assert trust.grants_of(None, DAY) == ()


def test_a_state_that_follows_says_of_itself_what_it_would_say_alone() -> None:
    """Whatever the state before has worked out, and whichever of them is asked again."""
    before = founded()
    before.digest()
    states = [before]
    for number in range(6):
        grant = Grant(f"g{number}", PersonId("ana"), Role.ADMINISTRATOR, DAY, AccountId(f"a{number % 2}"))
        changed = [
            replace(before, grants={**before.grants, grant.id: grant}),
            replace(before, pins={**before.pins, AccountId("a0"): f"pin {number}"}),
            replace(before, grants=dict(list(before.grants.items())[1:])),
        ]
        after = changed[number % 3].following(before)
        after.roles(PersonId("ana"), DAY, AccountId("a0"))
        after.digest()
        states.append(after)
        before = after

    for state in states:
        alone = replace(state)
        assert state.digest() == alone.digest() == state_digest(alone.stored())
        for account in (None, AccountId("a0"), AccountId("a1")):
            assert state.roles(PersonId("ana"), DAY, account) == alone.roles(PersonId("ana"), DAY, account)


def test_of_two_states_that_follow_the_same_one_neither_takes_the_others_word() -> None:
    before = founded()
    before.digest()
    pins = [replace(before, pins={AccountId("a"): pin}).following(before) for pin in ("one", "two")]

    assert len({one.digest() for one in (before, *pins)}) == 3
    assert [one.digest() for one in pins] == [replace(one).digest() for one in pins]
