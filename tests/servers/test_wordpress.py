"""The adapter of WordPress, on a real WordPress."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from smadmin.domain.publishers import Outgoing, Posted, PublisherFailed, Trouble, differences
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.calls import get
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from smadmin.storage.clock import SystemClock
from tests.servers.blog import Blog
from tests.servers.contract import Place, PublisherContract, a_post, kind_of

_FILE = re.compile(rb'<img[^>]* src="([^"]+-\d\.jpg)"')


def web() -> Web:
    return Web(Bounds(connect_s=10, silent_s=50, total_s=60), plain_to_loopback=True)


def place_of(blog: Blog) -> Place:
    def how_many(outgoing: Outgoing) -> int:
        """Count the posts; pictures that lie there twice, or of no post, fail."""
        found = WordPress(web()).find(blog.access("wrens"), outgoing)
        assert found is not None
        there = blog.kinds_named_like(int(found.id))
        assert there.count("attachment") == len(outgoing.pictures)
        return there.count("post")

    def bytes_of(posted: Posted) -> list[bytes]:
        page = web().ask(get(posted.link)).body
        return [web().ask(get(file.decode())).body for file in _FILE.findall(page)]

    return Place(
        publisher=WordPress(web()),
        access=blog.access(),
        other=blog.access("wrens"),
        wrong=blog.access(secret="abcd efgh ijkl mnop qrst uvwx"),
        ended=blog.access(secret=blog.secrets["larks-ended"]),
        handle="larks",
        how_many=how_many,
        bytes_of=bytes_of,
    )


class TestWordPress(PublisherContract):
    @pytest.fixture
    def place(self, blog: Blog) -> Place:
        return place_of(blog)


def test_a_time_that_is_nearly_over_is_refused_and_nothing_is_public(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place)
    with pytest.raises(PublisherFailed) as raised:
        place.publisher.schedule(place.access, outgoing, SystemClock().now())

    assert raised.value.kind is Trouble.INVALID
    assert place.publisher.find(place.access, outgoing) is None


def test_the_librarys_own_entry_of_a_picture_says_what_it_shows(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place, pictures=2)

    posted = place.publisher.publish(place.access, outgoing)

    alt = "get_post_meta($one->ID, '_wp_attachment_image_alt', true)"
    said = blog.php(f"foreach (get_attached_media('image', {posted.id}) as $one) echo {alt}, \"\\n\";")
    assert sorted(said.splitlines()) == [picture.alt for picture in outgoing.pictures]


def test_a_post_that_waited_is_shown_as_it_was_released_once_its_time_has_come(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place, pictures=1)
    posted = place.publisher.schedule(place.access, outgoing, SystemClock().now() + timedelta(days=2))

    blog.php(f"wp_publish_post({posted.id});")

    found = place.publisher.find(place.access, outgoing)
    assert found is not None
    assert differences(outgoing, place.publisher.read_back(place.access.server, found)) == ()


def test_the_blogs_own_cron_posts_what_waits_and_what_it_missed_waits_still(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place)
    posted = place.publisher.schedule(place.access, outgoing, SystemClock().now() + timedelta(days=2))
    past = "gmdate('Y-m-d H:i:s', time() - 60)"
    blog.php(
        f"global $wpdb; $wpdb->update($wpdb->posts, ['post_date' => {past}, 'post_date_gmt' => {past}], "
        f"['ID' => {posted.id}]); clean_post_cache({posted.id}); "
        f"wp_clear_scheduled_hook('publish_future_post', [{posted.id}]);"
    )
    missed = place.publisher.waiting(place.access, outgoing)
    assert missed is not None
    assert not place.publisher.read_back(place.access.server, missed).public

    blog.php(f"wp_schedule_single_event(time() - 5, 'publish_future_post', [{posted.id}]);")
    web().ask(get(f"{place.access.server}/wp-cron.php?doing_wp_cron"))

    assert place.publisher.waiting(place.access, outgoing) is None
    found = place.publisher.find(place.access, outgoing)
    assert found is not None
    assert (found.id, found.waits) == (posted.id, False)
    assert place.publisher.read_back(place.access.server, found).public


def test_a_page_is_called_by_the_first_sentence_also_after_a_correction(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = replace(a_post(place), text="The choir & the band play. All welcome.", link=None)
    posted = place.publisher.publish(place.access, outgoing)
    assert b"<title>The choir &amp; the band play." in web().ask(get(posted.link)).body

    place.publisher.correct(place.access, posted, "Only the choir sings. All welcome.")

    assert b"<title>Only the choir sings." in web().ask(get(posted.link)).body


def test_what_somebody_wrote_anew_in_the_blog_is_not_corrected_over(blog: Blog) -> None:
    place = place_of(blog)
    posted = place.publisher.publish(place.access, a_post(place))
    blog.php(f"wp_update_post(['ID' => {posted.id}, 'post_content' => '<p>By hand.</p>']);")

    assert kind_of(lambda: place.publisher.correct(place.access, posted, "New.")) is Trouble.INVALID
    assert b"By hand." in web().ask(get(posted.link)).body


def test_a_picture_that_the_school_put_there_itself_stays_when_the_post_is_taken_down(blog: Blog) -> None:
    place = place_of(blog)
    outgoing = a_post(place, pictures=1)
    posted = place.publisher.publish(place.access, outgoing)
    [file] = _FILE.findall(web().ask(get(posted.link)).body)
    fields = (
        "'post_title' => 'own', 'post_mime_type' => 'image/jpeg', 'post_author' => username_exists('larks')"
    )
    own = blog.php(f"echo wp_insert_attachment([{fields}], false, {posted.id});")

    place.publisher.remove(place.access, posted)

    assert blog.php(f"echo get_post_type({own});") == "attachment"
    assert web().ask(get(file.decode()), also={404}).body != outgoing.pictures[0].content
    assert blog.php(f"echo get_post_status({posted.id});") == "trash"


def test_whoever_may_not_publish_is_refused_and_nothing_is_public(blog: Blog) -> None:
    place = place_of(blog)
    blog.php("(new WP_User(username_exists('larks')))->set_role('contributor');")
    try:
        outgoing = a_post(place)
        assert kind_of(lambda: place.publisher.publish(place.access, outgoing)) is Trouble.REFUSED
    finally:
        blog.php("(new WP_User(username_exists('larks')))->set_role('author');")
    assert place.publisher.find(place.access, outgoing) is None


def test_what_was_taken_down_or_waits_is_not_brought_out_by_posting_it_again(blog: Blog) -> None:
    place = place_of(blog)
    binned, waiting = a_post(place), a_post(place)
    posted = place.publisher.publish(place.access, binned)
    place.publisher.remove(place.access, posted)
    waits = place.publisher.schedule(place.access, waiting, SystemClock().now() + timedelta(days=2))

    assert place.publisher.publish(place.access, binned).id == posted.id
    assert place.publisher.publish(place.access, waiting).id == waits.id

    for one in (posted, waits):
        assert not place.publisher.read_back(place.access.server, one).public


def test_a_page_behind_a_password_is_not_seen_by_visitors(blog: Blog) -> None:
    place = place_of(blog)
    posted = place.publisher.publish(place.access, a_post(place))
    blog.php(f"wp_update_post(['ID' => {posted.id}, 'post_password' => 'for the few']);")

    seen = place.publisher.read_back(place.access.server, posted)

    assert not seen.public
    assert seen.captured
