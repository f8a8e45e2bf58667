"""Something is wrong on a watched site: whom the cards name, and who was told (BLO-IV-C6)."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.escalations import Telling, Trouble, Whom, unreported
from smadmin.domain.people import Role
from smadmin.domain.rights import who_may
from smadmin.domain.sites import SiteForm, SiteKind
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.escalations import Escalations
from smadmin.services.sites import Sites
from tests.faults.forgeries import sign_row
from tests.road import Road, make_road


def made(folder: Path, policy: str) -> tuple[Road, Sites, Escalations, str]:
    road = make_road(folder, policy=policy)
    sites = Sites(road.school.desk, road.proof)
    form = SiteForm("Chess Club", "https://chess.example/", SiteKind.CLUB, road.school.people["bo"], 7)
    site = sites.add(road.by("ana"), form).value
    return road, sites, Escalations(road.school.desk, road.reader, road.proof), site


@pytest.mark.demand("BLO-IV-C6")
def test_any_of_the_staff_notes_who_was_told_and_it_stands_at_the_site(tmp_path: Path) -> None:
    road, sites, escalations, site = made(tmp_path, "bloomington-mn")
    now = escalations.help(road.by("bo")).now
    by_phone = Telling(Trouble.THREAT, Whom.PRINCIPAL, now - timedelta(days=1))
    wrote = Telling(Trouble.THREAT, Whom.OFFICE, now, "Community Relations Office")

    escalations.note(road.by("bo"), site, by_phone)
    escalations.note(road.by("ana"), site, wrote)

    (sheet,) = sites.all(road.by("pat"))
    assert [one.telling for one in sheet.site.told] == [by_phone, wrote]
    assert sheet.told_by == ("Bo Lindqvist", "Ana Brooks")
    assert all(one.noted_on == now.date() for one in sheet.site.told)
    assert who_may(Noun.SITES, Act.ESCALATE) == frozenset(Role)


@pytest.mark.demand("BLO-IV-C6")
def test_suspected_abuse_counts_as_reported_only_where_somebody_acts_on_it(tmp_path: Path) -> None:
    road, sites, escalations, site = made(tmp_path, "bloomington-mn")
    bo, now = road.by("bo"), escalations.help(road.by("bo")).now

    escalations.note(bo, site, Telling(Trouble.ABUSE, Whom.PRINCIPAL, now))
    assert unreported(sites.all(bo)[0].site.told)
    escalations.note(bo, site, Telling(Trouble.ABUSE, Whom.CHILD_PROTECTION, now))

    assert not unreported(sites.all(bo)[0].site.told)


def test_the_cards_name_the_principal_and_whom_the_policy_names_for_it(tmp_path: Path) -> None:
    road, _, escalations, _ = made(tmp_path, "wichita-ks")

    found = escalations.help(road.by("ana"))

    assert [one.id for one in found.principals] == [road.school.people["pat"]]
    threat = [one.office for one in found.contacts[Trouble.THREAT]]
    assert threat == ["Strategic Communications", "Safety services", "SpeakUp, the anonymous tip line"]
    assert found.contacts[Trouble.ABUSE] == ()  # communications needn't know
    assert [one.demand for one in found.clauses[Trouble.ABUSE]] == ["WIC-G5"]


def test_nothing_to_come_and_no_office_that_the_policy_lacks_is_noted(tmp_path: Path) -> None:
    road, sites, escalations, site = made(tmp_path, "bloomington-mn")
    bo, now = road.by("bo"), escalations.help(road.by("bo")).now
    ahead = Telling(Trouble.BULLYING, Whom.PRINCIPAL, now + timedelta(minutes=1))
    wrong = {
        "time": ahead,
        "day": replace(ahead, at=now + timedelta(days=1)),
        "whom": Telling(Trouble.BULLYING, Whom.OFFICE, now, "Nobody's"),
    }

    for place, telling in wrong.items():
        with pytest.raises(NotAllowed) as refused:
            escalations.note(bo, site, telling)
        assert [one.place for one in refused.value.reasons] == [place]
    with pytest.raises(KnownError):
        escalations.note(bo, "gone", replace(ahead, at=now))
    assert sites.all(bo)[0].site.told == ()


def test_a_row_that_tells_nothing_is_passed_over(tmp_path: Path) -> None:
    road, sites, _, site = made(tmp_path, "bloomington-mn")
    whole = Telling(Trouble.ABUSE, Whom.POLICE, datetime(2026, 11, 16, 9, 5)).to_plain()  # noqa: DTZ001  local

    sign_row(road, road.by("bo"), "escalate", "sites", site, told={**whole, "card": "weather"})

    assert sites.all(road.by("ana"))[0].site.told == ()
