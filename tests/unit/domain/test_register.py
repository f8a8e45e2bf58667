"""The register as a list: searched, filtered, sorted, and handed on without secrets (WIC-P5)."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.register import Entry, Lack, Order, Wanted, contact_gaps, sift

ANA = Person(PersonId("ana"), "Ana Núñez", "ana@lincoln.example", "505 555 0100")
BO = Person(PersonId("bo"), "Bo Lindqvist", "bo@lincoln.example")


def account(number: int = 1, **fields: object) -> Account:
    made = Account(
        AccountId(f"a{number}"),
        SchoolId("s"),
        Platform.X,
        name=f"School {number:04}",
        handle=f"school_{number}",
        page=f"https://x.com/school_{number}",
        stage=AccountStage.LIVE,
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields by name


def entry(number: int = 1, *, missing: tuple[str, ...] = (), **fields: object) -> Entry:
    return Entry(account(number, **fields), ANA, (ANA,), tuple(Reason(say(one)) for one in missing))


def names(found: tuple[Entry, ...]) -> list[str]:
    return [one.account.name for one in found]


def test_every_word_is_found_in_names_handles_addresses_and_people_whatever_the_accents() -> None:
    chess = entry(1, name="Chess Club", handle="chess", page="https://facebook.com/x")
    chess = replace(chess, account=replace(chess.account, platform=Platform.FACEBOOK))
    band = entry(2, name="Marching Band")
    both = (chess, band)

    for text, found in {
        "chess": [chess],
        "nunez band": [band],
        "@CHESS facebook": [chess],
        "facebook.com/x": [chess],
        "club band": [],
        "  ": [chess, band],
    }.items():
        assert list(sift(both, Wanted(text))) == found, text


def test_who_only_gets_into_an_account_is_found_by_name() -> None:
    opened, other = replace(entry(1), openers=(BO,)), entry(2)

    assert sift((opened, other), Wanted("lindqvist")) == (opened,)


def test_filters_add_up_and_the_order_is_chosen() -> None:
    one = entry(1, platform=Platform.FACEBOOK, kind=AccountKind.CLUB, missing=("accounts.no-principal",))
    two = entry(2, stage=AccountStage.ON_HOLD)
    three = entry(3, missing=("accounts.no-page", "accounts.no-log-in-kept"))
    closed = entry(4, stage=AccountStage.CLOSED, missing=("accounts.no-principal",))
    every = (three, one, closed, two)

    assert names(sift(every, Wanted())) == [one.account.name for one in (one, two, three, closed)]
    assert sift(every, Wanted(platform=Platform.FACEBOOK, kind=AccountKind.CLUB)) == (one,)
    assert sift(every, Wanted(platform=Platform.FACEBOOK, stage=AccountStage.ON_HOLD)) == ()
    assert sift(every, Wanted(lack=Lack.PRINCIPAL)) == (one,)  # a closed one lacks nothing
    assert sift(every, Wanted(lack=Lack.ADDRESS)) == (three,)
    assert set(sift(every, Wanted(lack=Lack.ANY))) == {one, three}
    assert sift(every, Wanted(order=Order.MISSING)) == (three, one, two, closed)
    assert sift(every, Wanted(order=Order.NEWEST)) == (two, closed, one, three)
    assert sift(every, Wanted(order=Order.STAGE))[-1] is closed
    assert sift(every, Wanted(order=Order.PLATFORM))[0] is one
    assert Wanted("  ").everything
    assert not Wanted(lack=Lack.OTHER).everything


@pytest.mark.demand("WIC-P5")
def test_who_cannot_be_reached_is_named_with_what_is_missing() -> None:
    nameless = Person(PersonId("x"), "", "x@lincoln.example", "1")

    gaps = contact_gaps((ANA, BO, nameless))

    told = [(gap.message.id, gap.message.values["name"], gap.citation) for gap in gaps]
    assert told == [("register.no-phone", "Bo Lindqvist", "WIC-P5"), ("register.no-name", "?", "WIC-P5")]


def test_two_thousand_accounts_are_sifted_in_under_50_ms() -> None:
    every = tuple(
        entry(number, platform=tuple(Platform)[number % 9], missing=("accounts.no-page",) * (number % 3))
        for number in range(2_000)
    )
    sift(every, Wanted("school"))  # the words are folded once, when the list came

    began = process_time()
    for text in ("s", "sch", "school 19", "nunez 7", "zzz"):
        sift(every, Wanted(text, order=Order.MISSING))
    spent_ms = (process_time() - began) / 5 * 1000

    assert spent_ms < 50, f"{spent_ms:.1f} ms"


def test_the_list_finds_those_that_lack_something_as_its_rows_say() -> None:
    asked = entry(1, stage=AccountStage.ASKED, missing=("accounts.no-principal",))
    dated = replace(entry(2), due=date(2027, 1, 21))

    assert sift((asked, dated), Wanted(lack=Lack.ANY)) == (dated,)
