"""A person's own details are put right by a signed row: a name by the office, a number by everybody."""

from dataclasses import replace

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Person
from tests.unit.domain.test_keys import WITH_PRINCIPAL, founded, key_of, refused, row


def told(person: Person) -> dict[str, Plain]:
    return {"person": person.to_plain()}


def test_everybody_says_where_they_are_reached_and_the_office_puts_names_right() -> None:
    trust = founded(*WITH_PRINCIPAL)
    reached = Person(PersonId("ana"), "Ana", "ana@lincoln.example", "505-555-0142")

    mended = trust.after(row(TrustAct.DESCRIBE_PERSON, key_of("ana")), told(reached))
    assert mended.people[PersonId("ana")] == reached

    renamed = replace(reached, name="Ana Brooks")
    refused(mended, key_of("ana"), TrustAct.DESCRIBE_PERSON, told(renamed))
    refused(mended, key_of("ana"), TrustAct.DESCRIBE_PERSON, told(Person(PersonId("pat"), "Pat", "x")))
    by_office = mended.after(row(TrustAct.DESCRIBE_PERSON, key_of("pat")), told(renamed))
    assert by_office.people[PersonId("ana")].name == "Ana Brooks"


def test_nobody_is_described_into_the_school() -> None:
    stranger = Person(PersonId("mallory"), "Mallory")

    refused(founded(*WITH_PRINCIPAL), key_of("pat"), TrustAct.DESCRIBE_PERSON, told(stranger))
