"""Who leaves has no say any more: by the rows before a place, and whatever their own rows claim."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import KeyId, PersonId
from smadmin.domain.keys import Trust, TrustAct
from smadmin.domain.leavers import Leaver, leaver, may_say, own_affair, roles_with_a_say, staying_leaders
from smadmin.domain.people import Person, Role
from smadmin.domain.trusted import Left
from smadmin.domain.vocabulary import Act
from tests.unit.domain.test_keys import DAY, WITH_PRINCIPAL, admit, founded, grant, key_of, refused, row

LEAVES: dict[str, Plain] = {"person": "pat", "departure": "d"}


def school() -> Trust:
    """Give Ana (administrator), Pat (principal), Cem (communications) and Kim (another administrator)."""
    return founded(
        *WITH_PRINCIPAL,
        ("pat", TrustAct.ADMIT, admit("cem")),
        ("pat", TrustAct.GRANT, grant("cem", Role.COMMUNICATIONS)),
        ("pat", TrustAct.ADMIT, admit("kim")),
        ("pat", TrustAct.GRANT, grant("kim", Role.ADMINISTRATOR, "x")),
        ("pat", TrustAct.ADMIT, admit("zoe")),
    )


def going(who: str, by: str, trust: Trust | None = None) -> Trust:
    entry: dict[str, Plain] = {"person": who, "departure": "d"}
    return (trust or school()).after(row(TrustAct.LEAVING, key_of(by)), entry)


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    ("who", "by", "how_far"),
    [
        ("ana", "kim", Leaver.SILENCED),
        ("ana", "pat", Leaver.SILENCED),
        ("pat", "cem", Leaver.SILENCED),
        ("pat", "kim", Leaver.RELEASES_NOTHING),
    ],
)
def test_how_far_somebody_is_stopped_says_who_began_it(who: str, by: str, how_far: Leaver) -> None:
    trust = going(who, by)
    person = key_of(who).person

    assert leaver(trust, person, DAY) is how_far
    assert bool(roles_with_a_say(trust, person, DAY)) is (how_far is not Leaver.SILENCED)
    assert leaver(trust, key_of("cem" if who == "ana" else "ana").person, DAY) is Leaver.STAYS
    assert leaver(trust, None, DAY) is Leaver.STAYS


def test_below_the_office_nobody_silences_whoever_leads_alone() -> None:
    alone = school().after(row(TrustAct.REVOKE, key_of("pat")), {"grant": "cem-communications-None"})
    trust = going("pat", "ana", alone)

    assert leaver(trust, key_of("pat").person, DAY) is Leaver.STAYS
    assert not staying_leaders(trust, key_of("pat").person, DAY)
    both = going("cem", "pat", going("pat", "ana"))
    assert leaver(both, key_of("pat").person, DAY) is Leaver.STAYS, "the other one goes too"


def test_who_sets_somebody_on_the_way_out_works_here_and_is_another() -> None:
    trust = school()
    for by in ("zoe", "pat"):
        refused(trust, key_of(by), TrustAct.LEAVING, LEAVES)
    refused(trust, key_of("cem"), TrustAct.LEAVING, {"person": "nobody", "departure": "d"})
    refused(going("cem", "pat"), key_of("cem"), TrustAct.LEAVING, LEAVES)

    borrowed = replace(row(TrustAct.LEAVING, key_of("cem")), person=key_of("kim").person)
    assert trust.after(row(TrustAct.LEAVING, key_of("cem")), LEAVES).leaving == {
        "pat": Left("d", PersonId("cem"), by_office=True)
    }
    with pytest.raises(Exception, match="no-right"):
        trust.after(borrowed, LEAVES)


@pytest.mark.demand("BAL-B1b3")
def test_the_office_sets_somebody_on_the_way_out_whoever_did_so_before() -> None:
    office = Left("d", PersonId("cem"), by_office=True)

    assert going("pat", "cem", going("pat", "kim")).leaving == {"pat": office}
    assert going("pat", "cem", going("pat", "cem")).leaving == {"pat": office}
    refused(going("pat", "cem"), key_of("kim"), TrustAct.LEAVING, LEAVES)


@pytest.mark.demand("BAL-B1b3")
def test_an_administrator_stops_one_at_a_time_until_the_office_takes_it_over() -> None:
    one = going("pat", "kim")

    refused(one, key_of("kim"), TrustAct.LEAVING, {**LEAVES, "person": "cem"})
    assert going("pat", "ana", one).leaving[PersonId("pat")].by == "ana", (
        "what lies there may have been planted"
    )
    assert set(going("cem", "kim", going("pat", "cem", one)).leaving) == {"pat", "cem"}


def test_only_the_office_says_that_they_stay_and_never_they_themselves() -> None:
    trust = going("pat", "cem")
    for by in ("ana", "pat"):
        refused(trust, key_of(by), TrustAct.NOT_LEAVING, LEAVES)
    refused(trust, key_of("cem"), TrustAct.NOT_LEAVING, {**LEAVES, "departure": "another"})
    refused(school(), key_of("cem"), TrustAct.NOT_LEAVING, LEAVES)

    after = trust.after(row(TrustAct.NOT_LEAVING, key_of("cem")), LEAVES)

    assert after.digest() == school().digest(), "nothing of it is left"


def test_the_way_out_stands_under_the_digest_and_survives_another_phone() -> None:
    trust = going("pat", "cem")
    told = replace(trust.people[key_of("pat").person], phone="555 0100")  # type: ignore[index]  # Pat is one
    described = trust.after(row(TrustAct.DESCRIBE_PERSON, key_of("pat")), {"person": told.to_plain()})

    assert trust.digest() != school().digest()
    assert described.leaving == trust.leaving
    assert described.people[told.id] == told


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize(
    ("act", "entry"),
    [
        (TrustAct.ADMIT, admit("mal")),
        (TrustAct.GRANT, grant("zoe", Role.COMMUNICATIONS)),
        (TrustAct.GRANT, grant("pat", Role.COMMUNICATIONS)),
        (TrustAct.REVOKE, {"grant": "cem-communications-None"}),
        (TrustAct.RETIRE, {"key": key_of("cem").id}),
        (TrustAct.PIN, {"account": "x", "platform_id": "9"}),
        (TrustAct.DESCRIBE_PERSON, {"person": Person(key_of("cem").person or "", "Mal").to_plain()}),  # type: ignore[arg-type]  # Cem is one
    ],
)
def test_who_leaves_signs_no_row_of_trust(act: TrustAct, entry: dict[str, Plain]) -> None:
    school().after(row(act, key_of("pat")), entry)

    refused(going("pat", "cem"), key_of("pat"), act, entry)
    going("pat", "kim").after(row(act, key_of("pat")), entry)


def test_what_is_of_themselves_they_go_on_saying() -> None:
    trust, pat = going("pat", "cem"), key_of("pat")
    assert pat.person is not None

    for act, entry in (
        (TrustAct.RETIRE, {"key": pat.id}),
        (TrustAct.REVOKE, {"grant": "pat-principal-None"}),
    ):
        assert own_affair(trust, act, entry, pat.person)
        trust.after(row(act, pat), entry)
    assert not may_say(trust, Act.RETIRE, {"key": KeyId("unknown")}, pat.person, DAY)


def test_a_time_that_lies_before_changes_nothing() -> None:
    early = replace(row(TrustAct.ADMIT, key_of("pat")), utc=datetime(2026, 1, 1, tzinfo=UTC))
    entry = admit("mal")

    with pytest.raises(Exception, match="no-right"):
        going("pat", "cem").after(early, entry)
