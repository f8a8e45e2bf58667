"""What every adapter keeps to, on its real server (or the strictest stand-in there is).

A platform's tests inherit `PublisherContract` and give it a `Place`. Each test posts under a key of its own,
so that they share one server.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from smadmin.domain.publishers import (
    Access,
    Outgoing,
    Picture,
    Posted,
    Publisher,
    PublisherFailed,
    Trouble,
    differences,
)
from smadmin.domain.reading_back import read_back
from smadmin.storage.clock import SystemClock
from tests.servers.content import jpeg

_KEYS = itertools.count(1)
TEXT = (
    'The choir sings on Friday... Don\'t miss "Larks & Wrens" at 10:30 :)\n'
    "Come along - all [of you] <3\n\n"
    "¡Niños y niñas, bienvenidos! 🎵 https://larks.example/choir?a=1&b=2"
)
LINK = "https://larks.example/choir?a=1&b=2"
SOURCE = "https://beecher.example/library"
QUOTED = (
    '"A library is not a luxury" (Henry Ward Beecher)\n'
    f"Source: {SOURCE}\n"
    "Photo: Kim Lee, CC BY-NC-SA 4.0, https://creativecommons.org/licenses/by-nc-sa/4.0/"
)


@dataclass(frozen=True)
class Place:
    """Where a platform's adapter is tried.

    Args:
        publisher: of it.
        access: a log-in that holds.
        other: another account's log-in on the same server.
        wrong: a log-in with a wrong secret.
        ended: one with a secret that held once.
        handle: of `access`.
        how_many: counts the posts of a key on the server, in whatever state; None where nobody can tell.
        bytes_of: gives the files of a post's pictures as a visitor gets them; None where the platform makes
            its own of them.
        text: what is posted; platforms differ in how long it may be.
    """

    publisher: Publisher
    access: Access
    other: Access
    wrong: Access
    ended: Access
    handle: str
    how_many: Callable[[Outgoing], int] | None = None
    bytes_of: Callable[[Posted], list[bytes]] | None = None
    text: str = TEXT


def a_post(place: Place, *, pictures: int = 0) -> Outgoing:
    """Give a post with a key that none had before."""
    key = f"01-contract-{next(_KEYS):04}"
    shown = tuple(
        Picture(jpeg(number), "image/jpeg", f'{number} children\'s "choir" & a [stage]')
        for number in range(1, pictures + 1)
    )
    return Outgoing(key, place.text, shown, LINK)


def kind_of(work: Callable[[], object]) -> Trouble:
    """Have something fail; give what went wrong."""
    with pytest.raises(PublisherFailed) as raised:
        work()
    return raised.value.kind


class PublisherContract:
    """The tests; a platform's own class has a fixture `place`."""

    def test_it_says_whose_log_in_it_is(self, place: Place) -> None:
        who, other = place.publisher.who_am_i(place.access), place.publisher.who_am_i(place.other)

        assert who.handle == place.handle
        assert who.id
        assert who.id != other.id
        assert who == place.publisher.who_am_i(place.access)
        assert who.server_time is not None  # by it a clock that is wrong here is found out
        assert abs(who.server_time - SystemClock().now()) < timedelta(minutes=5)

    def test_a_post_is_seen_by_visitors_as_it_was_released(self, place: Place) -> None:
        outgoing = a_post(place, pictures=2)

        posted = place.publisher.publish(place.access, outgoing)

        seen = read_back(place.publisher, place.access, posted)
        assert differences(outgoing, seen) == ()
        assert (seen.id, seen.link) == (posted.id, posted.link)
        assert seen.captured

    @pytest.mark.demand("BLO-A9")
    def test_a_quotes_link_and_a_licences_line_travel_with_the_post(self, place: Place) -> None:
        outgoing = a_post(place, pictures=1)
        outgoing = replace(outgoing, text=f"{QUOTED}\n{outgoing.key}", link=SOURCE)

        posted = place.publisher.publish(place.access, outgoing)

        seen = read_back(place.publisher, place.access, posted)
        assert differences(outgoing, seen) == ()
        assert all(line in seen.text for line in QUOTED.splitlines())
        assert SOURCE in {seen.link_target, *seen.further_targets}

    def test_words_alone_are_a_post(self, place: Place) -> None:
        outgoing = replace(a_post(place), text="All is well.", link=None)

        posted = place.publisher.publish(place.access, outgoing)

        assert differences(outgoing, read_back(place.publisher, place.access, posted)) == ()

    def test_pictures_go_out_byte_for_byte(self, place: Place) -> None:
        if place.bytes_of is None:
            return
        outgoing = a_post(place, pictures=2)

        posted = place.publisher.publish(place.access, outgoing)

        assert place.bytes_of(posted) == [picture.content for picture in outgoing.pictures]

    def test_the_same_key_is_posted_once(self, place: Place) -> None:
        outgoing = a_post(place, pictures=1)

        first = place.publisher.publish(place.access, outgoing)
        second = place.publisher.publish(place.access, outgoing)

        assert first.id == second.id
        assert place.how_many is None or place.how_many(outgoing) == 1

    def test_two_keys_with_the_same_words_are_two_posts(self, place: Place) -> None:
        one, other = a_post(place), a_post(place)

        ids = {place.publisher.publish(place.access, outgoing).id for outgoing in (one, other)}

        assert len(ids) == 2

    def test_what_was_taken_is_found_and_what_was_not_is_not(self, place: Place) -> None:
        outgoing = a_post(place)
        assert place.publisher.find(place.access, outgoing) is None

        posted = place.publisher.publish(place.access, outgoing)

        found = place.publisher.find(place.access, outgoing)
        assert found is not None
        assert found.id == posted.id

    def test_a_correction_changes_the_words_and_keeps_the_pictures(self, place: Place) -> None:
        if not place.publisher.can_correct:
            return
        outgoing = a_post(place, pictures=1)
        posted = place.publisher.publish(place.access, outgoing)

        place.publisher.correct(place.access, posted, "It is on Saturday.")

        seen = read_back(place.publisher, place.access, posted)
        assert differences(replace(outgoing, text="It is on Saturday.", link=None), seen) == ()

    def test_a_scheduled_post_waits_and_is_found(self, place: Place) -> None:
        outgoing = a_post(place)
        at = SystemClock().now() + timedelta(hours=3)
        if not place.publisher.can_schedule:
            assert kind_of(lambda: place.publisher.schedule(place.access, outgoing, at)) is Trouble.INVALID
            assert place.publisher.find(place.access, outgoing) is None
            return

        posted = place.publisher.schedule(place.access, outgoing, at)

        assert not place.publisher.read_back(place.access.server, posted).public
        found = place.publisher.find(place.access, outgoing)
        assert found is None or found.id == posted.id, "it isn't out, unless by its own name"
        assert place.publisher.schedule(place.access, outgoing, at).id == posted.id
        assert place.how_many is None or place.how_many(outgoing) == 1

    def test_what_waits_is_found_there_and_taken_back_leaves_nothing(self, place: Place) -> None:
        outgoing, at = a_post(place), SystemClock().now() + timedelta(hours=3)
        assert place.publisher.waiting(place.access, outgoing) is None
        if not place.publisher.can_schedule:
            return
        posted = place.publisher.schedule(place.access, outgoing, at)
        assert posted.waits

        assert place.publisher.waiting(place.access, outgoing, at=at, id=posted.id) is not None
        there = place.publisher.waiting(place.access, outgoing, at=at)
        assert there is not None
        assert (there.id, there.waits) == (posted.id, True)
        place.publisher.remove(place.access, there)

        assert place.publisher.waiting(place.access, outgoing) is None
        assert place.publisher.find(place.access, outgoing) is None
        assert place.publisher.publish(place.access, outgoing).waits is False, "it can still be sent"

    def test_a_removed_post_is_gone_for_visitors_and_removing_it_again_is_no_error(
        self, place: Place
    ) -> None:
        outgoing = a_post(place, pictures=1)
        posted = place.publisher.publish(place.access, outgoing)

        place.publisher.remove(place.access, posted)
        place.publisher.remove(place.access, posted)

        assert not place.publisher.read_back(place.access.server, posted).public

    @pytest.mark.parametrize("which", ["wrong", "ended"])
    def test_a_log_in_that_does_not_hold_is_refused_and_posts_nothing(self, place: Place, which: str) -> None:
        outgoing, access = a_post(place, pictures=1), getattr(place, which)

        assert kind_of(lambda: place.publisher.who_am_i(access)) is Trouble.REFUSED
        assert kind_of(lambda: place.publisher.publish(access, outgoing)) is Trouble.REFUSED
        assert place.publisher.find(place.access, outgoing) is None
