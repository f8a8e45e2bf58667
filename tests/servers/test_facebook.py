"""The adapter of Facebook Pages, on a strict stand-in for the Graph; no server of it can be had."""

import itertools
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import Picture, PublisherFailed, Trouble, differences
from smadmin.domain.reading_back import read_back
from smadmin.importing.platforms import read_platforms
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.facebook import Facebook
from smadmin.publishing.web import Web
from smadmin.services.correcting import Correcting
from smadmin.storage.clock import SystemClock
from tests.loopback import answer
from tests.servers import graph as facebook
from tests.servers.content import jpeg
from tests.servers.contract import TEXT, Place, PublisherContract, a_post, kind_of
from tests.servers.graph import Graph

_PLACES = itertools.count(1)


def adapter(bounds: Bounds | None = None) -> Facebook:
    return Facebook(
        Web(bounds or Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True), version
    )


def version() -> str:
    return facebook.VERSION


def place_of(graph: Graph) -> Place:
    """Give the place; its text is its own, as Facebook takes no words twice."""
    return Place(
        publisher=adapter(),
        access=graph.access(),
        other=graph.access("wrens"),
        wrong=graph.access("no"),
        ended=graph.access("ended"),
        handle="larkhill",
        how_many=graph.how_many,
        bytes_of=graph.bytes_of,
        text=f"{TEXT}\n{next(_PLACES)}",
    )


@pytest.fixture
def place(graph: Graph) -> Place:
    return place_of(graph)


class TestFacebook(PublisherContract):
    def test_two_keys_with_the_same_words_are_two_posts(self, place: Place) -> None:
        """Facebook takes no words twice: the second is refused, never taken for the first."""
        one = a_post(place)
        place.publisher.publish(place.access, one)
        other = replace(a_post(place), since=SystemClock().now() + timedelta(minutes=5))

        assert kind_of(lambda: place.publisher.publish(place.access, other)) is Trouble.INVALID
        assert place.how_many is not None
        assert place.how_many(one) == 1


@pytest.mark.parametrize("work", ["who_am_i", "publish", "find"])
def test_a_persons_own_log_in_is_refused_whatever_is_asked(place: Place, graph: Graph, work: str) -> None:
    access, outgoing = graph.access("person"), a_post(place)
    given = (access,) if work == "who_am_i" else (access, outgoing)

    assert kind_of(lambda: getattr(place.publisher, work)(*given)) is Trouble.REFUSED
    assert graph.how_many(outgoing) == 0


def test_a_token_that_may_only_read_posts_nothing(place: Place, graph: Graph) -> None:
    outgoing = a_post(place, pictures=1)

    assert kind_of(lambda: place.publisher.publish(graph.access("reader"), outgoing)) is Trouble.REFUSED
    assert graph.how_many(outgoing) == 0


def test_a_post_of_an_app_in_development_mode_is_seen_to_be_hidden(place: Place, graph: Graph) -> None:
    outgoing = a_post(place, pictures=1)
    access = graph.access("trying")

    posted = place.publisher.publish(access, outgoing)

    assert not read_back(place.publisher, access, posted).public


def test_what_only_waits_at_facebook_is_not_taken_for_the_post(place: Place, graph: Graph) -> None:
    outgoing = a_post(place)
    waits = place.publisher.schedule(place.access, outgoing, SystemClock().now() + timedelta(hours=3))

    assert place.publisher.find(place.access, outgoing) is None
    assert kind_of(lambda: place.publisher.publish(place.access, outgoing)) is Trouble.INVALID
    assert not read_back(place.publisher, place.access, waits).public


@pytest.mark.parametrize("ahead", [timedelta(minutes=9), timedelta(days=31)])
def test_a_time_that_facebook_does_not_take_posts_nothing(
    place: Place, graph: Graph, ahead: timedelta
) -> None:
    outgoing, before = a_post(place, pictures=1), set(graph.photos)

    assert (
        kind_of(lambda: place.publisher.schedule(place.access, outgoing, SystemClock().now() + ahead))
        is Trouble.INVALID
    )
    assert graph.how_many(outgoing) == 0
    assert set(graph.photos) == before


def test_a_picture_that_is_too_large_is_refused_and_nothing_is_out(place: Place, graph: Graph) -> None:
    large = Picture(jpeg(1) + b"\0" * facebook.LARGEST, "image/jpeg", "A stage")
    outgoing, before = a_post(place, pictures=1), set(graph.photos)
    outgoing = replace(outgoing, pictures=(*outgoing.pictures, large))

    assert kind_of(lambda: place.publisher.publish(place.access, outgoing)) is Trouble.INVALID
    assert set(graph.photos) == before
    assert graph.how_many(outgoing) == 0


def test_a_removed_post_leaves_no_picture_behind(place: Place, graph: Graph) -> None:
    posted = place.publisher.publish(place.access, a_post(place, pictures=3))
    photos = graph.posts[posted.id].photos.copy()

    place.publisher.remove(place.access, posted)

    assert not set(photos) & set(graph.photos)


def test_nobody_takes_down_another_pages_post(place: Place, graph: Graph) -> None:
    posted = place.publisher.publish(place.access, a_post(place))

    assert kind_of(lambda: place.publisher.remove(place.other, posted)) is Trouble.REFUSED
    assert posted.id in graph.posts


def test_an_older_post_of_the_same_words_is_not_todays(place: Place) -> None:
    outgoing = a_post(place)
    place.publisher.publish(place.access, outgoing)
    later = SystemClock().now() + timedelta(minutes=5)

    assert place.publisher.find(place.access, replace(outgoing, since=later)) is None
    assert place.publisher.find(place.access, replace(outgoing, since=later - timedelta(minutes=5)))


def test_the_same_words_with_other_pictures_are_another_post(place: Place, graph: Graph) -> None:
    one = a_post(place, pictures=1)
    other = replace(one, key="02-other", pictures=(*one.pictures, Picture(jpeg(9), "image/jpeg", "A stage")))

    ids = {place.publisher.publish(place.access, outgoing).id for outgoing in (one, other)}

    assert len(ids) == graph.how_many(one) == 2


def test_a_long_text_and_a_long_link_are_read_back_whole(place: Place) -> None:
    link = f"https://larks.example/{'long/' * 20}?a=1&b=2"
    outgoing = replace(a_post(place), text=f"{place.text}\n{'Sing & dance. ' * 80}\n{link}", link=None)

    posted = place.publisher.publish(place.access, outgoing)

    assert differences(outgoing, read_back(place.publisher, place.access, posted)) == ()


def test_pictures_alone_are_a_post(place: Place) -> None:
    outgoing = replace(a_post(place, pictures=1), text="", link=None)

    posted = place.publisher.publish(place.access, outgoing)

    assert differences(outgoing, read_back(place.publisher, place.access, posted)) == ()


def test_a_correction_is_read_back_with_the_pictures_that_stayed(place: Place) -> None:
    outgoing = a_post(place, pictures=2)
    posted = place.publisher.publish(place.access, outgoing)
    corrected = replace(outgoing, key="02", text="It is on Saturday.", link=None)
    correcting = Correcting(place.publisher, posted)

    correcting.publish(place.access, corrected)

    assert differences(corrected, read_back(correcting, place.access, posted)) == ()


def test_many_calls_are_told_with_the_time_that_facebook_names(place: Place, graph: Graph) -> None:
    usage = json.dumps({"1001": [{"type": "pages", "estimated_time_to_regain_access": 3}]})
    body = json.dumps({"error": {"message": "Too many", "code": 32}}).encode()
    graph.instead.append(answer(400, body, x_business_use_case_usage=usage))

    with pytest.raises(PublisherFailed) as raised:
        place.publisher.who_am_i(place.access)

    assert (raised.value.kind, raised.value.retry_after_s) == (Trouble.BUSY, 180)


def test_the_programs_own_numbers_are_those_of_the_stand_in() -> None:
    facts = read_platforms(resources.find("platforms"))[Platform.FACEBOOK]

    assert facts.api == facebook.VERSION
    assert (facts.picture_bytes, facts.pictures) == (facebook.LARGEST, facebook.MOST_PICTURES)
    assert facts.limits[0].at_most == facebook.MOST_CHARACTERS


def test_another_version_is_refused(graph: Graph) -> None:
    old = Facebook(Web(plain_to_loopback=True), lambda: "v2.0")

    assert kind_of(lambda: old.who_am_i(graph.access())) is Trouble.INVALID
