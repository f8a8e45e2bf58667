"""From the sample school nothing goes out by itself; a real one's posts do, where a platform takes them."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import PublicationId
from smadmin.domain.publishers import PublisherFailed, Trouble
from smadmin.publishing.calls import get
from tests.sample import sample_office, sit


def test_the_sample_school_posts_nowhere_by_itself(tmp_path: Path) -> None:
    office = sample_office(tmp_path)

    assert office.school.sample
    assert office.publishers == {}
    assert office.connections.publishers == {}


def test_a_real_school_s_blog_is_posted_to(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    office._described = replace(office.school, sample=False)

    assert Platform.WORDPRESS in office.publishers


def test_who_closes_the_program_waits_for_no_server(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    office.stop_sending()  # nothing was ever asked
    with office.web.errand():
        office.stop_sending()

        with pytest.raises(PublisherFailed) as stopped:
            office.web.ask(get("https://blog.example/"))

    assert stopped.value.kind is Trouble.STOPPED


def test_who_stops_everything_stops_what_is_on_its_way_too(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    ellen = sit(office, "ellen-whitcomb").actor
    office.stop_all_but_notices()  # nothing was ever sent
    assert not office.sendings.spared
    assert office.sendings.holds.stop == office.stop_all_but_notices  # pressed in another program

    with office.web.errand():
        office.stop_everything(ellen)
        with pytest.raises(PublisherFailed) as stopped:
            office.web.ask(get("https://blog.example/"))

    assert stopped.value.kind is Trouble.STOPPED
    assert office.crises.now(ellen) is not None


def test_who_stops_everything_lets_a_post_be_taken_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, stopped = sample_office(tmp_path), list[frozenset[int]]()
    assert not office.sendings.spared
    monkeypatch.setattr(office, "stop_sending", lambda but: stopped.append(frozenset(but)))

    with office.removals._under_way.during(PublicationId("01-publication"), spared=True):
        office.stop_all_but_notices()
    office.stop_all_but_notices()

    assert stopped == [frozenset({threading.get_ident()}), frozenset()]
