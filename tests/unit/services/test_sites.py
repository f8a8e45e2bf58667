"""Sites of clubs and boosters: who watches them, and when they should look again (BLO-IV-C6)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, Tampered
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import TrustAct
from smadmin.domain.sites import SiteForm, SiteKind
from smadmin.domain.vocabulary import Noun
from smadmin.services.sites import Sites
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return make_road(tmp_path)


@pytest.fixture
def sites(road: Road) -> Sites:
    return Sites(road.school.desk, road.proof)


def chess(road: Road, watcher: str = "bo") -> SiteForm:
    return SiteForm("Chess Club", "https://chess.example/", SiteKind.CLUB, road.school.people[watcher], 7)


@pytest.mark.demand("BLO-IV-C6")
def test_who_watches_a_site_is_told_on_its_day_until_they_looked(road: Road, sites: Sites) -> None:
    site = sites.add(road.by("ana"), chess(road)).value
    assert sites.due(road.by("bo")) == ()
    road.school.clock.forward(days=7)

    (due,) = sites.due(road.by("bo"))
    assert sites.due(road.by("ana")) == ()
    sites.watch(road.by("bo"), site, "Fine.")

    assert (due.watcher, due.site.form.name) == ("Bo Lindqvist", "Chess Club")
    assert sites.due(road.by("bo")) == ()
    (seen,) = sites.all(road.by("pat"))
    assert (seen.site.note, seen.site.watched_on) == ("Fine.", date(2026, 11, 23))


@pytest.mark.demand("BLO-IV-C6")
def test_a_site_whose_watcher_left_is_told_to_who_can_name_another(road: Road, sites: Sites) -> None:
    site = sites.add(road.by("ana"), chess(road, "dee")).value
    with road.school.desk.deed(road.by("pat")) as deed:
        for grant in list(deed.trust.grants.values()):
            if grant.person == road.school.people["dee"]:
                deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})

    (orphan,) = sites.due(road.by("pat"))
    assert not orphan.works_here
    assert sites.due(road.by("bo")) == ()
    sites.change(road.by("pat"), site, chess(road, "bo"))

    assert sites.due(road.by("pat")) == ()


def test_a_site_needs_a_name_an_address_and_somebody_who_works_here(road: Road, sites: Sites) -> None:
    empty = SiteForm(" ", "chess", SiteKind.OTHER, PersonId("nobody"), 0)

    with pytest.raises(NotAllowed) as refused:
        sites.add(road.by("ana"), empty)

    assert [reason.place for reason in refused.value.reasons] == ["name", "page", "watcher", "days"]


def test_reviewers_look_but_put_nothing_on_the_list(road: Road, sites: Sites) -> None:
    site = sites.add(road.by("ana"), chess(road)).value
    bo = road.by("bo")

    for deed in (lambda: sites.add(bo, chess(road)), lambda: sites.remove(bo, site)):
        with pytest.raises(NotAllowed):
            deed()
    assert sites.blockers(bo) != ()
    sites.remove(road.by("ana"), site)
    with pytest.raises(KnownError):
        sites.watch(road.by("bo"), site)


def test_a_site_that_somebody_signed_without_the_right_spoils_the_list(road: Road, sites: Sites) -> None:
    sign_row(road, road.by("bo"), "add", "sites", "x", site=replace(chess(road)).to_plain())

    with pytest.raises(Tampered):
        sites.all(road.by("ana"))
    assert sites.due(road.by("bo")) == ()
