"""What was done since a post was queued about things by which it was judged, and about others."""

from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.keys import TrustAct
from smadmin.domain.messages import say
from smadmin.domain.people import Role
from smadmin.domain.photos.review import Decision
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.photos.review import Review
from tests.queue_cases import AN_HOUR, THURSDAY, gate_refuses, goes, planned, post_for
from tests.queued import Queued, make_queued
from tests.road import WEEK


@pytest.fixture
def queued(tmp_path: Path) -> Queued:
    return make_queued(tmp_path)


@pytest.mark.demand("BAL-B1i1")
def test_a_photo_decided_otherwise_since_keeps_the_post_here(queued: Queued) -> None:
    road, post = queued.direct.road, queued.direct.released(photo=True)
    publication = queued.queue(post)
    with road.school.desk.look(road.by("ana")) as unit:
        (photo,) = unit.photos.all()
    review = Review(road.school.desk, mode=RosterMode.OPT_OUT)
    review.decide(road.by("bo"), photo.id, photo.faces[0].id, Decision.COVERED)

    assert gate_refuses(queued, post)
    assert not goes(queued, publication)


def signs(queued: Queued, noun: Noun, act: Act, id_: str) -> None:
    """Sign a row about something, as the principal."""
    road = queued.direct.road
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record(act, noun, id_)


def test_a_photos_folder_changed_since_keeps_the_post_here(queued: Queued) -> None:
    road, publication = queued.direct.road, queued.queue(queued.direct.released(photo=True))
    with road.school.desk.look(road.by("ana")) as unit:
        (photo,) = unit.photos.all()
    signs(queued, Noun.PHOTO_SETS, Act.CHANGE, photo.set)

    assert not goes(queued, publication)


def test_an_adults_consent_taken_back_since_keeps_the_post_here(queued: Queued) -> None:
    publication = queued.queue(queued.direct.released(photo=True))
    signs(queued, Noun.ADULTS, Act.WITHDRAW_CONSENT, "a consent")

    assert not goes(queued, publication)


def test_what_is_done_about_others_keeps_nothing_here(queued: Queued) -> None:
    road, slot = queued.direct.road, planned(queued)
    publications = [
        queued.queue(queued.direct.released(photo=True)),
        queued.queue(post_for(queued, slot, released_by="bo")),
    ]
    other = road.photo()  # taken in, looked at twice and covered, for another post
    signs(queued, Noun.PHOTO_SETS, Act.CHANGE, "another folder")
    road.plan.add(road.by("ana"), queued.direct.blogs[0], THURSDAY + timedelta(days=7), "Concert")
    road.plan.sign_week(road.by("pat"), WEEK + timedelta(days=7))
    signs(queued, Noun.ACCOUNTS, Act.CONFIRM, queued.direct.blogs[0])
    road.school.admit("eve", "Eve Stone", {Role.REVIEWER}, by="pat")
    signs(queued, Noun.PEOPLE, Act.READ_STAFF_PAGE, road.school.people["pat"])

    road.school.clock.forward(**AN_HOUR)
    for one in publications:
        queued.seat().go(one)

    assert {one.sent.key for one in queued.direct.platform.kept} == {one.id for one in publications}
    assert other


def test_a_slot_planned_otherwise_since_keeps_the_post_here(queued: Queued) -> None:
    road, slot = queued.direct.road, planned(queued)
    post = post_for(queued, slot, released_by="bo")
    publication = queued.queue(post)
    road.plan.change(road.by("ana"), slot, day=THURSDAY, topic="Something else")

    assert gate_refuses(queued, post)
    assert not goes(queued, publication)


def test_a_week_whose_accounts_principal_lost_the_office_lets_nothing_out(queued: Queued) -> None:
    school, post = queued.direct.road.school, post_for(queued, planned(queued), released_by="bo")
    publication = queued.queue(post)
    pat = school.people["pat"]
    with school.desk.deed(school.by("cem")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == pat]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, pat, {"grant": grant.id})

    assert gate_refuses(queued, post)
    assert not goes(queued, publication)


def test_an_author_who_is_named_no_longer_keeps_the_post_here(queued: Queued) -> None:
    """However it is with whoever queued it: that is another reason, and not asked here."""
    school, publication = queued.direct.road.school, queued.queue(queued.direct.released())
    ana = school.people["ana"]
    with school.desk.deed(school.by("pat")) as deed:
        for grant in [one for one in deed.trust.grants.values() if one.person == ana]:
            deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, ana, {"grant": grant.id})

    with queued.direct.road.school.desk.look(school.by("pat")) as unit:
        standing = queued.direct.sendings.stands(queued.direct.road.proof.now(unit), publication)
    assert say("queue.people-changed") in [one.message for one in standing.kept_here]
    assert not goes(queued, publication)
