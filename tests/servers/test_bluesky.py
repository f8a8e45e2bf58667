"""The adapter of Bluesky, on Bluesky's own server."""

import itertools
from dataclasses import replace

import pytest

from smadmin.domain.publishers import Outgoing, Picture, Posted, Trouble, differences
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.bluesky_post import record_key
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from tests.servers.bluesky_pds import Pds
from tests.servers.content import jpeg
from tests.servers.contract import TEXT, Place, PublisherContract, a_post, kind_of

_PLACES = itertools.count(1)
_FACET = "app.bsky.richtext.facet"


def web() -> Web:
    return Web(Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True)


def place_of(pds: Pds) -> Place:
    """Give the place; its text is its own, by which posts are counted."""
    text = f"{TEXT}\n{next(_PLACES)}"

    def bytes_of(posted: Posted) -> list[bytes]:
        embed = pds.value(posted.id.rpartition("/")[2])["embed"]
        return [pds.file(one["image"]["ref"]["$link"]) for one in embed["images"]]

    return Place(
        publisher=Bluesky(web()),
        access=pds.access(),
        other=pds.access("wrens"),
        wrong=pds.access(secret="abcd-efgh-ijkl-mnop"),
        ended=pds.access(secret=pds.secrets["larks-ended"]),
        handle="larks.test",
        how_many=lambda outgoing: pds.texts().count(outgoing.text),
        bytes_of=bytes_of,
        text=text,
    )


@pytest.fixture
def place(pds: Pds) -> Place:
    return place_of(pds)


class TestBluesky(PublisherContract):
    pass


def test_what_is_live_in_a_post_is_written_by_its_bytes(place: Place, pds: Pds) -> None:
    text = "¡Niños 🎵! @wrens.test @nobody.test sing, see larks.example/choir #LarksSing"
    outgoing = replace(a_post(place), text=text, link=None, language="es")

    posted = place.publisher.publish(place.access, outgoing)

    value = pds.value(posted.id.rpartition("/")[2])
    live = [
        (text.encode()[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode(), one["features"][0])
        for one in value["facets"]
    ]
    assert live == [
        ("@wrens.test", {"$type": f"{_FACET}#mention", "did": pds.ids["wrens"]}),
        ("#LarksSing", {"$type": f"{_FACET}#tag", "tag": "LarksSing"}),
    ]
    assert value["langs"] == ["es"]


def test_pictures_say_how_wide_they_are_so_that_none_is_cropped(place: Place, pds: Pds) -> None:
    picture = Picture(jpeg(3, 320, 200), "image/jpeg", "A stage")

    posted = place.publisher.publish(place.access, replace(a_post(place), pictures=(picture,)))

    images = pds.value(posted.id.rpartition("/")[2])["embed"]["images"]
    assert [one["aspectRatio"] for one in images] == [{"width": 320, "height": 200}]


def test_a_link_without_pictures_has_its_card(place: Place, pds: Pds) -> None:
    outgoing = a_post(place)

    posted = place.publisher.publish(place.access, outgoing)

    assert pds.value(posted.id.rpartition("/")[2])["embed"]["external"]["uri"] == outgoing.link
    assert differences(outgoing, place.publisher.read_back(place.access.server, posted)) == ()


@pytest.mark.parametrize("many", [301, 3001])
def test_a_text_that_is_too_long_is_refused_and_nothing_is_out(place: Place, many: int) -> None:
    outgoing = replace(a_post(place), text="x" * many, link=None)

    assert kind_of(lambda: place.publisher.publish(place.access, outgoing)) is Trouble.INVALID
    assert place.publisher.find(place.access, outgoing) is None


def test_a_picture_that_is_too_large_is_refused_and_nothing_is_out(place: Place) -> None:
    large = Picture(jpeg(1) + b"\0" * 1_000_000, "image/jpeg", "A stage")
    outgoing = replace(a_post(place), pictures=(large,))

    assert kind_of(lambda: place.publisher.publish(place.access, outgoing)) is Trouble.INVALID
    assert place.publisher.find(place.access, outgoing) is None


def test_what_another_one_wrote_under_the_same_name_meanwhile_is_left_as_it_is(
    place: Place, pds: Pds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two computers send at once: both looked, and neither saw it."""
    outgoing = a_post(place)
    first = place.publisher.publish(place.access, outgoing)
    monkeypatch.setattr(Bluesky, "_record", lambda *_: None)

    second = place.publisher.publish(place.access, replace(outgoing, text=f"Other words. {outgoing.text}"))

    assert second == first
    assert pds.value(record_key(outgoing.key))["text"] == outgoing.text


def test_a_post_that_was_deleted_can_go_out_anew(place: Place) -> None:
    outgoing = a_post(place)
    place.publisher.remove(place.access, place.publisher.publish(place.access, outgoing))
    assert place.publisher.find(place.access, outgoing) is None

    posted = place.publisher.publish(place.access, outgoing)

    assert differences(outgoing, place.publisher.read_back(place.access.server, posted)) == ()


def test_nobody_takes_down_another_accounts_post(place: Place) -> None:
    outgoing = a_post(place)
    posted = place.publisher.publish(place.access, outgoing)

    assert kind_of(lambda: place.publisher.remove(place.other, posted)) is Trouble.REFUSED
    assert place.publisher.read_back(place.access.server, posted).public


def test_a_post_is_never_changed(place: Place) -> None:
    outgoing: Outgoing = a_post(place)
    posted = place.publisher.publish(place.access, outgoing)

    assert kind_of(lambda: place.publisher.correct(place.access, posted, "New.")) is Trouble.INVALID
    assert differences(outgoing, place.publisher.read_back(place.access.server, posted)) == ()
