"""A list of reviewers for tests of the domain: made-up codes, and a verifier that knows them."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import KeyId, PersonId, SchoolId, SeatId
from smadmin.domain.keys import Key, KeyKind, Trust, TrustAct
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.records import Body
from smadmin.domain.reviewers import Place, ReviewerList, sitting_down_text

DAY = date(2026, 11, 16)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
SCHOOL, SEAT = SchoolId("s"), SeatId("desk")


def key_of(name: str, kind: KeyKind = KeyKind.PERSON) -> Key:
    owner = PersonId(name.partition("/")[0]) if kind in {KeyKind.PERSON, KeyKind.REVIEWER} else None
    seat = None if kind is KeyKind.ROOT else SEAT
    return Key(name.encode().ljust(32, b"."), f"age1{name}", kind, owner, seat)


ROOT, DESK = key_of("root", KeyKind.ROOT), key_of("desk", KeyKind.SEAT)


def row(act: str, by: Key, *, utc: datetime = NOON, noun: str = "keys") -> Body:
    return Body(SCHOOL, 1, utc, by.person, by.id, by.seat, act, noun, None)


def public_of(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


class CodeVerifier:
    """Takes what `signed` gives."""

    def verifies(self, *, public: bytes, message: bytes, signature: bytes) -> bool:
        return signature == hashlib.sha256(public + message).digest()


def place(name: str, code: str = "") -> Place:
    return Place(f"place-{name}", PersonId(name), name.title(), bytes(16), public_of(code or f"code-{name}"))


def a_list(*names: str, list_id: str = "list", **changes: object) -> ReviewerList:
    made = ReviewerList(list_id, DAY, date(2027, 6, 30), (8192, 1, 1), tuple(place(one) for one in names))
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of the list


def founded() -> Trust:
    """A school with Ana (administrator), Pat (principal), Cem (communications) at one computer."""
    trust = Trust().after(row("root", ROOT), {"key": ROOT.to_plain()})
    trust = trust.after(row("admit", ROOT), {"key": DESK.to_plain()})
    for name, role in (
        ("ana", Role.ADMINISTRATOR),
        ("pat", Role.PRINCIPAL),
        ("cem", Role.COMMUNICATIONS),
    ):
        person: dict[str, Plain] = Person(PersonId(name), name.title(), statement="employed").to_plain()
        trust = trust.after(row("admit", ROOT), {"key": key_of(name).to_plain(), "person": person})
        grant = Grant(f"{name}-{role}", PersonId(name), role, DAY)
        trust = trust.after(row("grant", ROOT), {"grant": grant.to_plain()})
    return trust


def with_list(*names: str, starts: date = DAY) -> Trust:
    made = a_list(*names, starts=starts)
    return founded().after(row(TrustAct.LIST_REVIEWERS, key_of("pat")), {"list": made.to_plain()})


def sits_down(
    name: str, *, code: str = "", list_id: str = "list", at: str = "", key: Key | None = None
) -> dict[str, Plain]:
    """Give the entry by which somebody lets themselves in; `at` is another's place."""
    new = key or key_of(f"{name}/pin", KeyKind.REVIEWER)
    where = f"place-{at or name}"
    return {
        "key": new.to_plain(),
        "person": Person(PersonId(name), name.title()).to_plain(),
        "list": list_id,
        "place": where,
        "proof": signed(code or f"code-{name}", list_id, where, new.id),
    }


def signed(code: str, list_id: str, where: str, key: KeyId) -> str:
    text = sitting_down_text(SCHOOL, list_id, where, key)
    return hashlib.sha256(public_of(code) + text).hexdigest()


def seated(trust: Trust, name: str) -> Trust:
    """Let somebody sit down by their code."""
    key = key_of(f"{name}/pin", KeyKind.REVIEWER)
    return trust.after(row(TrustAct.ADMIT, key), sits_down(name), CodeVerifier())
