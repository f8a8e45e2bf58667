"""A post as a record of Bluesky."""

import contextlib
import json
import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.publishers import Outgoing, Picture, PublisherFailed, Trouble
from smadmin.publishing.answers import Told
from smadmin.publishing.bluesky_post import read, record, record_key
from tests.unit.publishing.at_web import failed

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LETTERS = "234567abcdefghijklmnopqrstuvwxyz"


@given(st.text(min_size=1, max_size=60))
def test_a_name_comes_from_the_key_alone_and_is_a_moment_that_is_over(key: str) -> None:
    name = record_key(key)

    assert name == record_key(key)
    assert re.fullmatch(r"[2-7a-j][2-7a-z]{12}", name)
    number = sum(LETTERS.index(letter) << 5 * at for at, letter in enumerate(reversed(name)))
    assert datetime(2024, 1, 1, tzinfo=UTC) <= datetime.fromtimestamp((number >> 10) / 1e6, UTC) < NOON


def test_ten_thousand_keys_have_ten_thousand_names() -> None:
    assert len({record_key(f"01-key-{number}") for number in range(10_000)}) == 10_000


def test_a_mention_whose_id_nobody_knows_stays_words() -> None:
    written = record(Outgoing("k", "With @larks.test today"), [], {}, NOON)

    assert "facets" not in written
    assert written["text"] == "With @larks.test today"


def test_the_posts_own_link_can_be_pressed_whatever_stands_around_it() -> None:
    link = "https://larks.example/choir_(spring)"
    written = record(Outgoing("k", f"¡Sí! «{link}»", link=link), [], {}, NOON)

    [facet] = json.loads(json.dumps(written))["facets"]
    place = facet["index"]
    assert f"¡Sí! «{link}»".encode()[place["byteStart"] : place["byteEnd"]].decode() == link
    assert facet["features"][0]["uri"] == link


def test_without_pictures_the_link_has_a_card_that_says_nothing_but_its_host() -> None:
    written = record(Outgoing("k", "See https://larks.example/choir?a=1 and larks.com"), [], {}, NOON)

    card = {"uri": "https://larks.example/choir?a=1", "title": "larks.example", "description": ""}
    assert written["embed"] == {"$type": "app.bsky.embed.external", "external": card}
    assert "embed" not in record(Outgoing("k", "No link."), [], {}, NOON)


def test_pictures_take_the_cards_place() -> None:
    picture = Picture(b"", "image/jpeg", "A stage")
    written = record(Outgoing("k", "https://larks.example", (picture,)), [{"blob": 1}], {}, NOON)

    embed = {"$type": "app.bsky.embed.images", "images": [{"alt": "A stage", "image": {"blob": 1}}]}
    assert written["embed"] == embed


def test_pictures_beside_a_quoted_post_are_read_too() -> None:
    images = {"$type": "app.bsky.embed.images#view", "images": [{"alt": "A stage"}]}
    told = {"text": "x", "embed": {"$type": "app.bsky.embed.recordWithMedia#view", "media": images}}

    assert read(Told("h", told)).alts == ("A stage",)


NAMES = st.sampled_from(["text", "facets", "features", "embed", "$type", "images", "alt", "uri"])
SAID = st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(NAMES, some, max_size=4),
)


@given(SAID)
def test_whatever_a_server_says_is_read_or_is_not_the_platform(told: object) -> None:
    with contextlib.suppress(PublisherFailed):
        read(Told("h", told))


def test_words_that_are_none_are_not_the_platform() -> None:
    assert failed(lambda: read(Told("h", {"text": 7}))).kind is Trouble.NOT_THE_PLATFORM
