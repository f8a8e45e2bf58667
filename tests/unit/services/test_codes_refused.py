"""Rows of a changed program that let somebody in by a code: verification names each of them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.credentials.codes import CodeKey
from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.keys import TRUST_PART, KeyKind, TrustAct
from smadmin.domain.people import Person, Role
from smadmin.domain.records import SALT_BYTES, Part, versioned
from smadmin.domain.reviewers import Place, sitting_down_text
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.keys import public_key
from smadmin.services.proof import Proof
from smadmin.services.reviewers import Prepared, Reviewers
from tests.school import CHEAP, TinySchool, make_school


@dataclass
class Attempt:
    """Somebody who wants to sit down with a code, as they say it themselves."""

    school: TinySchool
    reviewers: Reviewers
    listed: Prepared
    other: Prepared

    @property
    def place(self) -> Place:
        return self.listed.list.places[0]

    def row(self, *, code: str) -> tuple[Actor, dict[str, Plain]]:
        """Give a new key and the entry by which it lets itself in at Robin's place."""
        identity, desk = Identity.new(), self.school.desk
        key = public_key(identity, KeyKind.REVIEWER, self.place.person, self.school.seat.id)
        text = sitting_down_text(desk.school, self.listed.list.id, self.place.id, key.id)
        entry: dict[str, Plain] = {
            "key": key.to_plain(),
            "person": Person(self.place.person, self.place.name).to_plain(),
            "list": self.listed.list.id,
            "place": self.place.id,
            "proof": CodeKey.of(code, self.place.salt, CHEAP).sign(text).hex(),
        }
        return Actor(self.place.person, self.school.seat.id, identity, None, desk.now), entry

    def sit(self) -> None:
        by, entry = self.row(code=self.listed.codes[0].code)
        with self.school.desk.first_deed(by) as deed:
            deed.record_trust(TrustAct.ADMIT, Noun.KEYS, by.signer.key, entry)


@pytest.fixture
def attempt(tmp_path: Path) -> Attempt:
    school = make_school(tmp_path)
    reviewers = Reviewers(school.desk, Proof(school.desk, lambda: school.noted))
    ends = school.desk.now.date() + timedelta(days=30)
    made = []
    for name in ("Robin Vega", "Kim Osei"):
        made.append(reviewers.prepare(school.by("pat"), (name,), ends, costs=CHEAP))
        reviewers.sign(school.by("pat"), made[-1])
    return Attempt(school, reviewers, *made)


def used_before(attempt: Attempt) -> str:
    attempt.sit()
    return attempt.listed.codes[0].code


def of_another_list(attempt: Attempt) -> str:
    return attempt.other.codes[0].code


def made_up(attempt: Attempt) -> str:
    del attempt
    return "0000000000"


def struck(attempt: Attempt) -> str:
    pat = attempt.school.by("pat")
    lines = [line for one in attempt.reviewers.view(pat).lists for line in one.lines]
    attempt.reviewers.strike(pat, next(one for one in lines if one.place == attempt.place.id))
    return attempt.listed.codes[0].code


def taken_back(attempt: Attempt) -> str:
    attempt.reviewers.withdraw(attempt.school.by("pat"), attempt.listed.list.id)
    return attempt.listed.codes[0].code


def over(attempt: Attempt) -> str:
    attempt.school.clock.forward(days=31)
    return attempt.listed.codes[0].code


@pytest.mark.parametrize("why", [used_before, of_another_list, made_up, struck, taken_back, over])
def test_a_code_that_isn_t_right_is_refused_at_the_desk_and_named(
    attempt: Attempt, why: Callable[[Attempt], str]
) -> None:
    by, entry = attempt.row(code=why(attempt))
    desk = attempt.school.desk

    with pytest.raises(Tampered), desk.first_deed(by) as deed:
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, by.signer.key, entry)
    with desk.first_deed(by) as deed:  # a changed program asks nobody
        made = {TRUST_PART: Part(os.urandom(SALT_BYTES), canonical(versioned(entry)))}
        deed._append(deed._body(Act.ADMIT, Noun.KEYS, by.signer.key, made), made)

    faults = attempt.school.records.verify().faults
    assert [one.message.id for one in faults] == ["records.code-refused"]


def test_who_is_on_a_list_isn_t_let_in_as_a_second_person(attempt: Attempt) -> None:
    with pytest.raises(NotAllowed) as refusal:
        attempt.school.admit("robin", "robin vega", {Role.ADMINISTRATOR}, by="pat")
    assert [one.message.id for one in refusal.value.reasons] == ["reviewers.strike-first"]

    struck(attempt)
    attempt.school.admit("robin", "robin vega", {Role.ADMINISTRATOR}, by="pat")


def test_a_list_that_nobody_with_the_office_signed_is_named(attempt: Attempt) -> None:
    forged = replace(attempt.listed.list, id="forged", places=(replace(attempt.place, id="forged-place"),))
    entry: dict[str, Plain] = {"list": forged.to_plain()}

    with attempt.school.desk.deed(attempt.school.by("ana")) as deed:
        made = {TRUST_PART: Part(os.urandom(SALT_BYTES), canonical(versioned(entry)))}
        deed._append(deed._body(Act.LIST_REVIEWERS, Noun.REVIEWERS, "forged", made), made)

    assert [one.message.id for one in attempt.school.records.verify().faults] == ["records.no-right"]
