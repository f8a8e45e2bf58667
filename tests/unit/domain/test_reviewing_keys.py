"""What a key that a code let in may sign, and what its person may say: judged from the rows alone."""

from datetime import datetime, timedelta

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Tampered
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import KeyKind, Trust, TrustAct
from smadmin.domain.people import Grant, Person, Role
from smadmin.domain.rights import RIGHTS, counts, entitled
from smadmin.domain.seating import details_due
from smadmin.domain.vocabulary import Act, Noun
from tests.listed import DAY, NOON, CodeVerifier, a_list, key_of, row, seated, with_list

BO = key_of("bo/pin", KeyKind.REVIEWER)


def refused(trust: Trust, act: TrustAct, entry: dict[str, Plain], utc: datetime = NOON) -> None:
    with pytest.raises(Tampered):
        trust.after(row(act, BO, utc=utc), entry, CodeVerifier())


ALLOWED = {
    (Noun.PHOTOS, Act.DECIDE_FACES),
    (Noun.PHOTOS, Act.UNDO),
    (Noun.PHOTOS, Act.SECOND_LOOK),
    (Noun.PHOTOS, Act.EXPORT),
    (Noun.VIDEOS, Act.ANSWER_VIDEO_FACES),
    (Noun.VIDEOS, Act.SEEN_TO_END),
    (Noun.POSTS, Act.APPROVE),
    (Noun.POSTS, Act.SEND_BACK),
    (Noun.PEOPLE, Act.READ_STAFF_PAGE),
    (Noun.COMPUTERS, Act.SAY_WHY_HERE),
}


def test_a_reviewers_key_signs_reviews_and_releases_and_nothing_else() -> None:
    trust = seated(with_list("bo"), "bo")

    signs = {
        (noun, act)
        for noun, acts in RIGHTS.items()
        for act in acts
        if entitled(trust, row(act.value, BO, noun=noun.value))
    }

    assert signs == ALLOWED
    assert counts(trust, row("approve", BO, noun="posts"))


@pytest.mark.parametrize(
    "act", [one for one in TrustAct if one not in {TrustAct.DESCRIBE_PERSON, TrustAct.RETIRE, TrustAct.ADMIT}]
)
def test_a_reviewers_key_changes_nobodys_rights(act: TrustAct) -> None:
    trust = seated(with_list("bo"), "bo")
    entries: dict[str, Plain] = {
        "key": key_of("mallory").to_plain() if act is TrustAct.ROOT else key_of("pat").id,
        "grant": "pat-principal"
        if act is TrustAct.REVOKE
        else Grant("g", PersonId("bo"), Role.PRINCIPAL, DAY).to_plain(),
        "account": "x",
        "platform_id": "1",
        "number": 2,
        "sha256": "00",
        "list": a_list("mallory", list_id="l2").to_plain() if act is TrustAct.LIST_REVIEWERS else "list",
        "place": "place-bo",
        "person": "pat",
        "departure": "d",
    }

    refused(trust, act, entries)


def described(name: str = "Bo", **told: str) -> dict[str, Plain]:
    return {"person": {**Person(PersonId("bo"), name).to_plain(), **told}}


def test_who_sat_down_says_later_where_they_are_reached_and_that_they_are_employed() -> None:
    trust = seated(with_list("bo"), "bo")

    after = trust.after(
        row(TrustAct.DESCRIBE_PERSON, BO), described(email="bo@x.org", phone="1", statement="employed")
    )

    assert details_due(trust, BO.id) == DAY + timedelta(days=7)
    assert details_due(after, BO.id) is None
    refused(after, TrustAct.DESCRIBE_PERSON, described(email="bo@x.org", phone="1", statement="other"))
    refused(trust, TrustAct.DESCRIBE_PERSON, described(name="Pat"))


def test_after_a_week_without_details_a_reviewers_key_signs_nothing_but_them() -> None:
    trust, later = seated(with_list("bo"), "bo"), NOON + timedelta(days=8)

    assert not entitled(trust, row("approve", BO, noun="posts", utc=later))
    after = trust.after(
        row(TrustAct.DESCRIBE_PERSON, BO, utc=later), described(email="b", phone="1", statement="employed")
    )
    assert entitled(after, row("approve", BO, noun="posts", utc=later))


def test_a_reviewer_ends_their_own_key_and_no_other() -> None:
    trust = seated(seated(with_list("bo", "dee"), "bo"), "dee")

    assert trust.after(row("retire", BO), {"key": BO.id}).key_alive(BO.id) is None
    refused(trust, TrustAct.RETIRE, {"key": key_of("dee/pin", KeyKind.REVIEWER).id})
