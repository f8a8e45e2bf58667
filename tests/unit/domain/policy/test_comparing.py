"""What would change from one pack to another, and what would be looser."""

from dataclasses import replace

import pytest

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.people import Role
from smadmin.domain.policy.comparing import changes_of, looser_than
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import CopiesOpen, Duty, Pack, RosterMode
from smadmin.domain.policy.values import Contact, Removal, Told
from smadmin.domain.retention import YEARS, Kind, Retention
from tests.policies import packs

BASE = packs()["baltimore-city-md"]
WEAKER = replace(BASE.rules["political"], severity=Severity.HINT)
POLITICAL = BASE.rules["political"]
BOTH = (Role.PRINCIPAL, Role.COMMUNICATIONS)
LOOSER = {
    "releases": replace(BASE, releases=ReleaseBy.STANDING),
    "release_days": replace(BASE, release_days=8),
    "second_look": replace(BASE, second_look=Duty.ADVISED),
    "roster_age": replace(BASE, roster_age_days=31),
    "unpicked": replace(BASE, unpicked_photo_days=31),
    "keeps": replace(BASE, retention=Retention({**YEARS, Kind.POSTS: 6})),
    "cadence": replace(BASE, cadence=replace(BASE.cadence, due_days=21, warn_day=10)),
    "rounds": replace(BASE, comments=replace(BASE.comments, round_days=3)),
    "answers": replace(BASE, comments=replace(BASE.comments, answer_days=3)),
    "calm": replace(BASE, comments=replace(BASE.comments, calm_hours=1)),
    "replies": replace(BASE, comments=replace(BASE.comments, replies=BASE.comments.replies[1:])),
    "domains": replace(BASE, mail_domains=(*BASE.mail_domains, "gmail.com")),
    "question": replace(BASE, questions=BASE.questions[1:]),
    "match": replace(BASE, match_hundredths=50),
    "approvals": replace(BASE, opening=replace(BASE.opening, approvals=((Role.PRINCIPAL,),))),
    "approvals wider": replace(BASE, opening=replace(BASE.opening, approvals=(BOTH, (Role.COMMUNICATIONS,)))),
    "adoption": replace(BASE, opening=replace(BASE.opening, adoption_days=90)),
    "kinds": replace(BASE, opening=replace(BASE.opening, refused={})),
    "contacts": replace(BASE, contacts=(*BASE.contacts, Contact("Office", phones=("(410) 555-0199",)))),
    "ground": replace(BASE, removals=(*BASE.removals, Removal("rude", Told({"en": "Rude"}), ()))),
    "rule weaker": replace(BASE, rules={**BASE.rules, "political": WEAKER}),
    "rule off": replace(BASE, rules={one: BASE.rules[one] for one in BASE.rules if one != "political"}),
    "clause": replace(BASE, clauses={one: BASE.clauses[one] for one in BASE.clauses if one != "BAL-I"}),
}
STRICTER = {
    "second person": replace(BASE, removals=(replace(BASE.removals[0], second=True), *BASE.removals[1:])),
    "releases": replace(BASE, releases=ReleaseBy.EACH),
    "release_days": replace(BASE, release_days=3),
    "phone": replace(BASE, yes_by_phone=False),
    "copies": replace(BASE, locked_copies=CopiesOpen.EMERGENCY),
    "passwords": replace(BASE, password_months=12),
    "mode": replace(BASE, roster_mode=RosterMode.OPT_IN),
    "video": replace(BASE, video_seen_by=2),
    "alt": replace(BASE, alt_text=Duty.REQUIRED),
    "cadence": replace(BASE, cadence=replace(BASE.cadence, due_days=7, warn_day=5)),
    "platforms": replace(BASE, platforms=BASE.platforms[:2]),
    "rule": replace(BASE, rules={**BASE.rules, "political": replace(POLITICAL, severity=Severity.BLOCK)}),
}


@pytest.mark.parametrize("pack", LOOSER.values(), ids=LOOSER.keys())
def test_whatever_lets_more_out_is_looser(pack: Pack) -> None:
    assert len(looser_than(BASE, pack, "en")) == 1
    assert looser_than(pack, BASE, "en") == ()
    assert changes_of(BASE, pack, "en")


@pytest.mark.parametrize("pack", STRICTER.values(), ids=STRICTER.keys())
def test_whatever_lets_less_out_is_a_change_and_not_looser(pack: Pack) -> None:
    assert looser_than(BASE, pack, "en") == ()
    assert len(changes_of(BASE, pack, "en")) == 1


@pytest.mark.parametrize("months", [13, None])
def test_a_password_that_may_grow_older_is_looser(months: int | None) -> None:
    yearly = replace(BASE, password_months=12)

    (told,) = looser_than(yearly, replace(yearly, password_months=months), "en")

    assert told.id == ("policies.passwords-any" if months is None else "policies.passwords")
    assert looser_than(yearly, replace(yearly, password_months=6), "en") == ()


def test_a_mandated_notice_can_not_go() -> None:
    yelm = packs()["yelm-wa"]

    assert looser_than(yelm, replace(yelm, statements=()), "en")


def test_the_same_pack_changes_nothing() -> None:
    assert changes_of(BASE, BASE, "en") == ()


def test_care_with_a_ground_is_never_dropped() -> None:
    ground = replace(BASE.removals[0], second=True, caution=True)
    careful = replace(BASE, removals=(ground,))
    other = replace(ground, told=Told({"en": "Criticism"}))
    for less in (replace(ground, second=False), replace(ground, caution=False), other):
        assert looser_than(careful, replace(careful, removals=(less,)), "en")
    assert not looser_than(careful, replace(careful, removals=()), "en")
