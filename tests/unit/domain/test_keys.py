"""Trust: who may let whom in, judged at the row's own place."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import AccountId, KeyId, PersonId, SchoolId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct, fingerprint
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import Body
from smadmin.domain.schools import School

DAY = date(2026, 11, 16)


def key_of(name: str, kind: KeyKind = KeyKind.PERSON, person: str | None = None) -> Key:
    owner = None if kind is not KeyKind.PERSON else PersonId(person or name)
    return Key(public=name.encode().ljust(32, b"."), recipient=f"age1{name}", kind=kind, person=owner)


ROOT = key_of("root", KeyKind.ROOT)


def row(act: TrustAct, by: Key) -> Body:
    return Body(
        chain=SchoolId("s"),
        seq=1,
        utc=datetime(2026, 11, 16, 12, tzinfo=UTC),
        person=by.person,
        key=by.id,
        seat=None,
        act=act.value,
        noun="key",
        id=None,
    )


def admit(name: str) -> dict[str, Plain]:
    return {"key": key_of(name).to_plain(), "person": Person(PersonId(name), name.title()).to_plain()}


def grant(name: str, role: Role, account: str | None = None) -> dict[str, Plain]:
    where = None if account is None else AccountId(account)
    return {"grant": Grant(f"{name}-{role}-{account}", PersonId(name), role, DAY, where).to_plain()}


def founded(*steps: tuple[str, TrustAct, dict[str, Plain]]) -> Trust:
    trust = Trust().after(row(TrustAct.ROOT, ROOT), {"key": ROOT.to_plain()})
    for by, act, entry in (
        ("root", TrustAct.ADMIT, admit("ana")),
        ("root", TrustAct.GRANT, grant("ana", Role.ADMINISTRATOR)),
        *steps,
    ):
        trust = trust.after(row(act, ROOT if by == "root" else key_of(by)), entry)
    return trust


WITH_PRINCIPAL = (
    ("ana", TrustAct.ADMIT, admit("pat")),
    ("ana", TrustAct.GRANT, grant("pat", Role.PRINCIPAL)),
)


def refused(trust: Trust, by: Key, act: TrustAct, entry: dict[str, Plain]) -> None:
    with pytest.raises(Tampered):
        trust.after(row(act, by), entry)


def test_the_founder_lets_in_one_principal_and_then_nobody() -> None:
    trust = founded(*WITH_PRINCIPAL)

    assert trust.holders(Role.PRINCIPAL, DAY) == ("pat",)
    refused(trust, key_of("ana"), TrustAct.ADMIT, admit("mallory"))
    refused(trust, key_of("ana"), TrustAct.GRANT, grant("ana", Role.PRINCIPAL))


def test_the_founder_makes_nobody_principal_but_the_one_let_in() -> None:
    before = founded()

    with pytest.raises(Tampered):
        before.after(row(TrustAct.GRANT, key_of("ana")), grant("ana", Role.PRINCIPAL))


def test_the_founder_may_not_make_another_role_before_a_principal() -> None:
    trust = founded(WITH_PRINCIPAL[0])

    refused(trust, key_of("ana"), TrustAct.GRANT, grant("pat", Role.REVIEWER))
    refused(trust, key_of("ana"), TrustAct.ADMIT, admit("mallory"))


def test_a_principal_admits_and_grants_but_a_reviewer_doesnt() -> None:
    trust = founded(
        *WITH_PRINCIPAL,
        ("pat", TrustAct.ADMIT, admit("bo")),
        ("pat", TrustAct.GRANT, grant("bo", Role.REVIEWER)),
    )

    assert trust.roles(PersonId("bo"), DAY) == {Role.REVIEWER}
    refused(trust, key_of("bo"), TrustAct.ADMIT, admit("mallory"))
    refused(trust, key_of("bo"), TrustAct.SCHOOL_KEY, {"number": 2, "sha256": "00"})
    refused(trust, key_of("bo"), TrustAct.ROOT, {"key": key_of("x", KeyKind.ROOT).to_plain()})


def test_a_retired_key_signs_nothing_and_cant_be_let_in_again() -> None:
    trust = founded(*WITH_PRINCIPAL, ("pat", TrustAct.RETIRE, {"key": key_of("ana").id}))

    assert trust.key_alive(key_of("ana").id) is None
    refused(trust, key_of("ana"), TrustAct.RETIRE, {"key": key_of("ana").id})
    refused(trust, key_of("pat"), TrustAct.ADMIT, admit("ana"))


def test_everybody_may_retire_their_own_key_only() -> None:
    trust = founded(*WITH_PRINCIPAL)

    retired = trust.after(row(TrustAct.RETIRE, key_of("ana")), {"key": key_of("ana").id})

    assert retired.key_alive(key_of("ana").id) is None
    refused(trust, key_of("ana"), TrustAct.RETIRE, {"key": key_of("pat").id})
    refused(trust, key_of("pat"), TrustAct.RETIRE, {"key": ROOT.id})


def test_a_key_cant_speak_for_another_person() -> None:
    trust = founded(*WITH_PRINCIPAL)

    stolen = replace(row(TrustAct.ADMIT, key_of("ana")), person=PersonId("pat"))

    with pytest.raises(Tampered):
        trust.after(stolen, admit("mallory"))


def test_a_second_root_needs_the_first() -> None:
    trust, other = founded(*WITH_PRINCIPAL), key_of("other", KeyKind.ROOT)

    refused(trust, other, TrustAct.ROOT, {"key": other.to_plain()})
    renewed = trust.after(row(TrustAct.ROOT, ROOT), {"key": other.to_plain()})

    assert renewed.root == other.id
    assert renewed.key_alive(ROOT.id) is None


def test_a_principal_has_one_deputy_at_a_time() -> None:
    trust = founded(
        *WITH_PRINCIPAL,
        ("pat", TrustAct.ADMIT, admit("bo")),
        ("pat", TrustAct.GRANT, grant("bo", Role.DEPUTY)),
    )

    refused(trust, key_of("pat"), TrustAct.GRANT, grant("ana", Role.DEPUTY))
    revoked = trust.after(row(TrustAct.REVOKE, key_of("pat")), {"grant": f"bo-{Role.DEPUTY}-None"})

    assert revoked.holders(Role.DEPUTY, DAY) == ()


def dated(name: str, starts: date, ends: date | None) -> dict[str, Plain]:
    return {"grant": Grant(f"{name}-{starts}", PersonId(name), Role.DEPUTY, starts, ends=ends).to_plain()}


def test_deputies_follow_one_another_by_their_dates() -> None:
    winter = dated("bo", DAY, date(2026, 12, 18))
    trust = founded(*WITH_PRINCIPAL, ("pat", TrustAct.ADMIT, admit("bo")), ("pat", TrustAct.GRANT, winter))

    refused(trust, key_of("pat"), TrustAct.GRANT, dated("ana", date(2026, 12, 18), None))
    after = trust.after(
        row(TrustAct.GRANT, key_of("pat")), dated("ana", date(2026, 12, 19), date(2027, 1, 9))
    )

    assert after.holders(Role.DEPUTY, date(2026, 12, 18)) == ("bo",)
    assert after.holders(Role.DEPUTY, date(2027, 1, 4)) == ("ana",)
    refused(after, key_of("pat"), TrustAct.GRANT, dated("bo", date(2027, 1, 9), None))


@pytest.mark.demand("BAL-A2")
def test_a_designation_holds_for_its_account_only() -> None:
    trust = founded(
        *WITH_PRINCIPAL,
        ("pat", TrustAct.ADMIT, admit("bo")),
        ("pat", TrustAct.GRANT, grant("bo", Role.ADMINISTRATOR, "x")),
    )

    assert trust.roles(PersonId("bo"), DAY, AccountId("x")) == {Role.ADMINISTRATOR}
    assert trust.roles(PersonId("bo"), DAY, AccountId("blog")) == frozenset()
    assert trust.roles(PersonId("bo"), date(2026, 11, 15), AccountId("x")) == frozenset()


def test_an_administrator_pins_once_and_only_the_office_pins_anew() -> None:
    pin: dict[str, Plain] = {"account": "x", "platform_id": "42"}
    named = ("pat", TrustAct.GRANT, grant("ana", Role.ADMINISTRATOR, "x"))
    refused(founded(*WITH_PRINCIPAL), key_of("ana"), TrustAct.PIN, pin)  # of the school, not of this account
    trust = founded(*WITH_PRINCIPAL, named, ("ana", TrustAct.PIN, pin))

    refused(trust, key_of("ana"), TrustAct.PIN, {"account": "x", "platform_id": "666"})
    anew = trust.after(row(TrustAct.PIN, key_of("pat")), {"account": "x", "platform_id": "43"})

    assert anew.pins[AccountId("x")] == "43"


def test_the_first_row_brings_the_key_it_names() -> None:
    with pytest.raises(Tampered):
        Trust().after(row(TrustAct.ROOT, key_of("other", KeyKind.ROOT)), {"key": ROOT.to_plain()})


def test_the_digest_follows_every_entry() -> None:
    trust = founded(*WITH_PRINCIPAL)

    assert trust.digest() != founded().digest()
    assert replace(trust, pins={AccountId("x"): "1"}).digest() != trust.digest()


def test_a_states_digest_is_worked_out_once() -> None:
    trust = founded()

    assert trust.digest() is trust.digest()


def test_a_fingerprint_is_the_first_eighty_bits_in_sixteen_letters() -> None:
    assert len(fingerprint(KeyId(ROOT.id))) == 16
    assert fingerprint(KeyId(bytes(range(16)).hex())) == "000G40R40M30E209"


@pytest.mark.parametrize("broken", [{"grant": []}, {"key": "text"}])
def test_an_entry_of_another_shape_is_refused(broken: dict[str, Plain]) -> None:
    act = TrustAct.GRANT if "grant" in broken else TrustAct.ADMIT
    with pytest.raises(ValueError, match="object"):
        founded().after(row(act, ROOT), broken)


GUAM = School(SchoolId("s"), "Harmon Elementary", "Pacific/Guam", "a-policy")


def described(school: School) -> dict[str, Plain]:
    return {"school": school.to_plain()}


def test_a_right_begins_with_the_day_at_the_school() -> None:
    """At six in the morning in Guam it is still yesterday in UTC."""
    morning = datetime(2026, 11, 16, 20, 0, tzinfo=UTC)
    local = GUAM.local(morning).date()
    principal: dict[str, Plain] = {
        "grant": Grant("g", PersonId("ana"), Role.PRINCIPAL, starts=local).to_plain()
    }
    trust = founded(("root", TrustAct.DESCRIBE_SCHOOL, described(GUAM)), ("root", TrustAct.GRANT, principal))

    after = trust.after(replace(row(TrustAct.ADMIT, key_of("ana")), utc=morning), admit("pat"))

    assert trust.day_of(morning) == local
    assert "pat" in after.people
    with pytest.raises(Tampered):
        trust.after(
            replace(row(TrustAct.ADMIT, key_of("ana")), utc=morning - timedelta(days=1)), admit("pat")
        )


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)])
def test_the_first_and_last_day_of_all_time_are_days_too(moment: datetime) -> None:
    trust = founded(("root", TrustAct.DESCRIBE_SCHOOL, described(GUAM)))

    assert trust.day_of(moment) in {date.min, date.max}


def test_what_the_school_is_is_said_by_root_and_later_by_an_office() -> None:
    trust = founded(("root", TrustAct.DESCRIBE_SCHOOL, described(GUAM)), *WITH_PRINCIPAL)
    renamed = replace(GUAM, name="Harmon Loop Elementary", policy="another")

    changed = trust.after(row(TrustAct.DESCRIBE_SCHOOL, key_of("pat")), described(renamed))

    assert (trust.school, changed.school) == (GUAM, renamed)
    assert changed.digest() != trust.digest()
    refused(trust, key_of("ana"), TrustAct.DESCRIBE_SCHOOL, described(renamed))


@pytest.mark.parametrize("other", [replace(GUAM, sample=True), replace(GUAM, id=SchoolId("t"))])
def test_a_school_never_becomes_the_sample_or_another(other: School) -> None:
    trust = founded(("root", TrustAct.DESCRIBE_SCHOOL, described(GUAM)), *WITH_PRINCIPAL)

    refused(trust, key_of("pat"), TrustAct.DESCRIBE_SCHOOL, described(other))


@pytest.mark.parametrize(
    "field", [{"sample": "yes"}, {"more": 1}, {"domains": "x"}, {"zone": "Nowhere/At_All"}]
)
def test_facts_that_could_be_read_in_two_ways_are_none(field: dict[str, Plain]) -> None:
    with pytest.raises(ValueError, match=r"facts|time zone"):
        School.from_plain({**GUAM.to_plain(), **field})


@pytest.mark.parametrize(
    ("by", "act", "entry"),
    [("ana", TrustAct.DESCRIBE_PERSON, admit("ana")), ("pat", TrustAct.ADMIT, admit("bo"))],
)
def test_a_row_about_a_person_changes_nothing_of_the_school(
    by: str, act: TrustAct, entry: dict[str, Plain]
) -> None:
    trust = founded(("root", TrustAct.DESCRIBE_SCHOOL, described(GUAM)), *WITH_PRINCIPAL)

    after = trust.after(row(act, key_of(by)), entry | described(replace(GUAM, name="Planted", sample=True)))

    assert after.school == GUAM
