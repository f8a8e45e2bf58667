"""How far an account has come, told by its signed rows."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.account_requests import AccountRequest
from smadmin.domain.account_steps import steps_of
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PersonId
from smadmin.domain.lives import Life, LifeRow, due_on, life_of, opened_by_somebody
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act

BEGAN = datetime(2026, 11, 16, 15, tzinfo=UTC)
BOTH = steps_of(((Role.PRINCIPAL,), (Role.COMMUNICATIONS,)))
EITHER = steps_of(((Role.PRINCIPAL, Role.COMMUNICATIONS),))
ROLES = {
    "ana": frozenset({Role.ADMINISTRATOR}),
    "bo": frozenset({Role.REVIEWER}),
    "pat": frozenset({Role.PRINCIPAL}),
    "dee": frozenset({Role.DEPUTY}),
    "cem": frozenset({Role.COMMUNICATIONS}),
}
REQUEST = AccountRequest(("a",), "families", 30, comments=False, monitor=None, administrator=None)


def rows(*acts: tuple[str, Act] | tuple[str, Act, Mapping[str, Plain]]) -> list[LifeRow]:
    """Give rows in order; the first is number 1."""
    return [
        LifeRow(
            seq,
            one[1].value,
            PersonId(one[0]),
            ROLES[one[0]],
            BEGAN + timedelta(minutes=seq),
            one[2] if len(one) == 3 else None,
        )
        for seq, one in enumerate(acts, 1)
    ]


def unseen(who: str, step: str) -> tuple[str, Act, Mapping[str, Plain]]:
    """Give a yes from outside of which there is no scan."""
    return who, Act.ENTER_APPROVAL, {**outside(who, step)[2], "scan": None}


def ask(who: str = "ana", platform: str = "x") -> tuple[str, Act, Mapping[str, Plain]]:
    part: dict[str, Plain] = {"request": REQUEST.to_plain(), "account": {"platform": platform}}
    return who, Act.ASK_ACCOUNT, part


def yes(who: str, asked: int = 1) -> tuple[str, Act, Mapping[str, Plain]]:
    return who, Act.APPROVE_ACCOUNT, {"asked": asked}


def outside(who: str, step: str, asked: int = 1) -> tuple[str, Act, Mapping[str, Plain]]:
    part: dict[str, Plain] = {
        "asked": asked,
        "step": step,
        "said_by": "Dr. Reed",
        "how": "letter",
        "day": "2026-11-14",
        "scan": "m",
    }
    return who, Act.ENTER_APPROVAL, part


def life(*acts: tuple[str, Act] | tuple[str, Act, Mapping[str, Plain]]) -> Life:
    return life_of(rows(*acts), BOTH)


@pytest.mark.demand("YEL-A1")
def test_the_principal_says_yes_first_and_then_communications() -> None:
    half, whole = life(ask(), yes("pat")), life(ask(), yes("pat"), yes("cem"))

    assert (half.approved, half.next_step) == (False, frozenset({Role.COMMUNICATIONS}))
    assert whole.approved
    assert [one.person for one in whole.yeses] == ["pat", "cem"]


@pytest.mark.demand("YEL-A1")
@pytest.mark.parametrize(
    "acts",
    [
        (yes("pat"), yes("cem")),  # nothing was asked
        (ask(), yes("cem")),  # out of turn
        (ask(), yes("pat"), yes("pat")),
        (ask(), yes("ana"), yes("cem")),
        (ask(), yes("pat", asked=7), yes("cem")),  # for something else
        (ask(), yes("pat"), yes("cem"), ask()),  # asked anew since
        (ask(), outside("ana", "principal"), yes("cem")),  # by who asked
        (ask(), outside("bo", "principal", asked=3), yes("cem")),
        (ask(), unseen("bo", "principal"), yes("cem")),
        (ask(), outside("bo", "reviewer"), outside("bo", "communications")),
    ],
)
def test_a_yes_out_of_turn_or_from_the_wrong_hand_counts_for_nothing(
    acts: tuple[tuple[str, Act, Mapping[str, Plain]], ...],
) -> None:
    assert not life(*acts).approved


def test_a_deputy_says_yes_for_the_principal() -> None:
    assert life(ask(), yes("dee"), yes("cem")).approved


def test_who_would_have_to_say_yes_said_it_by_asking() -> None:
    assert [one.person for one in life(ask("pat")).yeses] == ["pat"]
    assert life(ask("pat"), yes("cem")).approved
    assert life(ask("cem"), yes("pat")).approved
    assert life_of(rows(ask("cem")), EITHER).approved


def test_what_was_given_outside_is_told_with_its_day_and_who_entered_it() -> None:
    told = life(ask(), outside("bo", "principal"), outside("bo", "communications"))

    assert told.approved
    first = told.yeses[0]
    assert (first.person, first.said_by, first.how, first.day) == (
        "bo",
        "Dr. Reed",
        "letter",
        date(2026, 11, 14),
    )


def test_another_platform_is_another_account() -> None:
    changed = ("ana", Act.CHANGE, {"platform": "facebook"})
    same = ("ana", Act.CHANGE, {"platform": "x"})

    assert life(ask(), yes("pat"), yes("cem"), same).approved
    assert not life(ask(), yes("pat"), yes("cem"), changed).approved


@pytest.mark.demand("YEL-A1")
@pytest.mark.parametrize("other", [{"name": "Lincoln Elementary"}, {"kind": "district"}])
def test_what_is_called_or_speaks_otherwise_is_approved_anew(other: dict[str, Plain]) -> None:
    club: dict[str, Plain] = {"platform": "x", "name": "Lincoln Chess Club", "kind": "club"}
    asked = ("ana", Act.ASK_ACCOUNT, {"request": REQUEST.to_plain(), "account": club})
    whole = (
        asked,
        yes("pat"),
        yes("cem"),
        ("cem", Act.CONFIRM_OFFICE),
        ("ana", Act.TICK, {"item": "picture"}),
    )
    spelled, changed = club | {"name": "lincoln  chess club", "page": "https://x.com/chess"}, club | other

    assert life(*whole, ("ana", Act.CHANGE, spelled)).approved
    told = life(*whole, ("ana", Act.CHANGE, changed))
    assert (told.approved, told.next_step) == (False, BOTH[0])
    assert told.rights is not None
    assert set(told.ticks) == {"picture"}


@pytest.mark.demand("YEL-A2")
def test_rights_are_confirmed_by_communications_or_by_the_kept_log_in() -> None:
    assert life(ask()).rights is None
    assert life(ask(), ("cem", Act.CONFIRM_OFFICE)).rights is not None
    assert life(ask(), ("ana", Act.KEEP_LOG_IN)).rights is not None
    assert life(ask(), outside("bo", "rights")).rights is not None
    assert life(ask(), outside("ana", "rights")).rights is None


def test_a_tick_says_who_and_when_and_can_be_taken_back() -> None:
    ticked = ("ana", Act.TICK, {"item": "picture"})
    taken = ("ana", Act.UNTICK, {"item": "picture"})

    assert life(ticked).ticks["picture"].person == "ana"
    assert life(ticked, taken).ticks == {}


def test_an_account_that_was_asked_for_is_never_called_an_old_one() -> None:
    adopt: tuple[str, Act, Mapping[str, Plain]] = ("ana", Act.ADOPT, {"platform": "x"})

    assert not life(ask(), adopt).adopted
    assert life(adopt, ask()).adopted
    assert not opened_by_somebody(rows(ask(), adopt))
    assert not opened_by_somebody(rows(ask()))
    assert opened_by_somebody(rows(adopt))
    assert opened_by_somebody(rows(ask(), yes("cem")))


def test_what_is_missing_has_a_day() -> None:
    assert due_on(BEGAN.date(), 60) == date(2027, 1, 15)


def test_a_no_in_its_turn_holds_until_it_is_asked_anew() -> None:
    no: tuple[str, Act, Mapping[str, Plain]] = ("pat", Act.DECLINE_ACCOUNT, {"asked": 1, "why": "Later"})
    early: tuple[str, Act, Mapping[str, Plain]] = ("cem", Act.DECLINE_ACCOUNT, {"asked": 1, "why": "No"})

    declined = life(ask(), no, yes("pat"), yes("cem"))
    assert declined.declined is not None
    assert (declined.declined.why, declined.approved, declined.next_step) == ("Later", False, frozenset())
    assert life(ask(), early, yes("pat"), yes("cem")).approved
    assert life(ask(), no, ask(), yes("pat", asked=3), yes("cem", asked=3)).approved


@pytest.mark.demand("BLO-III-B")
def test_on_a_platform_that_the_policy_doesn_t_name_communications_says_yes_whatever_its_order() -> None:
    principal_alone = steps_of(((Role.PRINCIPAL,),))

    def told(*acts: tuple[str, Act, Mapping[str, Plain]]) -> Life:
        return life_of(rows(*acts), principal_alone, ("facebook",))

    half, whole = told(ask(), yes("pat")), told(ask(), yes("pat"), yes("cem"))
    moved = told(ask(), yes("pat"), yes("cem"), ("ana", Act.CHANGE, {"platform": "mastodon"}))
    anew = told(ask(), yes("pat"), yes("cem"), ask())
    no = ("cem", Act.DECLINE_ACCOUNT, {"asked": 4})
    refused = told(ask(), yes("pat"), yes("cem"), ask(), yes("pat", 4), no)

    assert told(ask(platform="facebook"), yes("pat")).approved
    assert (half.approved, half.next_step) == (False, frozenset({Role.COMMUNICATIONS}))
    assert (half.platform_agreed, whole.platform_agreed, whole.approved) == (False, True, True)
    assert (moved.approved, moved.platform_agreed) == (False, False)
    assert (anew.approved, anew.platform_agreed) == (False, True)  # the answers are new, the platform isn't
    assert not refused.platform_agreed


@pytest.mark.demand("BLO-III-B")
def test_communications_yes_to_a_platform_goes_on_with_the_handle_that_is_chosen_later_and_no_other() -> None:
    def told(*handles: str) -> Life:
        chosen = [("ana", Act.CHANGE, {"platform": "x", "handle": one}) for one in handles]
        return life_of(rows(ask(), yes("pat"), yes("cem"), *chosen), BOTH, ("facebook",))

    assert [told("one").platform_agreed, told("one", "two").platform_agreed] == [True, False]
    assert told("one", "two", "one").platform_agreed


@pytest.mark.demand("BLO-III-B")
def test_a_policy_that_names_no_platform_leaves_it_open() -> None:
    assert life_of(rows(ask(), yes("pat")), steps_of(((Role.PRINCIPAL,),)), ()).approved
