"""A real WordPress keeps a post until its time, by its own cron: handed over once, read back, taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.entrusting import ENTRUSTED_PART
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.sending import Next, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.calls import get
from smadmin.storage.clock import SystemClock
from tests.direct import undated
from tests.entrusted import acts, entrusting, handed, kept_of
from tests.queued import Queued, Seat, queueing_at, seat_at
from tests.servers import test_sending as wordpress
from tests.servers.blog import Blog
from tests.servers.proxy import between
from tests.servers.test_wordpress import web
from tests.servers.test_worker import losing


def at_the_blog(folder: Path, blog: Blog) -> tuple[Queued, Publication]:
    """Have a real blog keep a post for an hour."""
    direct = wordpress.connected(folder, blog)
    direct.road.school.clock.at = SystemClock().now()
    queued = queueing_at(direct)
    return queued, handed(queued)


def seat_of(queued: Queued, blog: Blog) -> Seat:
    school = queued.direct.road.school
    school.note()
    platform = undated(wordpress.NamedBlog(blog))
    return seat_at(school.folder, school.id, school.secrets, school.clock, platform)


@pytest.mark.parametrize("answer", ["comes", "is lost"])
def test_it_is_handed_over_once_goes_out_by_its_cron_and_is_read_back(
    tmp_path: Path, blog: Blog, answer: str
) -> None:
    plan = losing("POST", "/posts", 2) if answer == "is lost" else lambda _: None
    with between(blog.address, plan) as line:
        there = replace(blog, address=line.address)
        queued, publication = at_the_blog(tmp_path, there)

        standing = seat_of(queued, there).go(publication)

        assert any(fault for _, fault in line.seen) == (answer == "is lost")
        assert (standing.sending.stage, standing.decision.next) == (SendStage.ENTRUSTED, Next.WAIT)
        waits = address_at(queued, publication)
        past = "gmdate('Y-m-d H:i:s', time() - 60)"
        blog.php(
            f"global $wpdb; $wpdb->update($wpdb->posts, ['post_date' => {past}, 'post_date_gmt' => {past}], "
            f"['ID' => {waits}]); clean_post_cache({waits}); "
            f"wp_clear_scheduled_hook('publish_future_post', [{waits}]); "
            f"wp_schedule_single_event(time() - 5, 'publish_future_post', [{waits}]);"
        )
        web().ask(get(f"{blog.address}/wp-cron.php?doing_wp_cron"))
        queued.direct.road.school.clock.forward(hours=1, minutes=2)
        seat_of(queued, there).go(publication)

    kept = kept_of(queued, publication)
    assert (kept.step, kept.differs) == (PublicationStep.CONFIRMED, ())
    assert acts(queued, publication) == [
        *(Act.INTEND, Act.QUEUE, Act.SEND, Act.ENTRUST, Act.PUBLISH, Act.READ_BACK)
    ]
    assert blog.kinds_named_like(int(kept.posted_id)).count("post") == 1


def test_it_is_taken_back_from_a_real_blog_and_can_be_sent_anew(tmp_path: Path, blog: Blog) -> None:
    queued, publication = at_the_blog(tmp_path, blog)
    seat_of(queued, blog).go(publication)
    ana = queued.direct.road.by("ana")

    entrusting(queued).ask_back(ana, publication)
    seat_of(queued, blog).go_or_refused(publication)

    assert acts(queued, publication)[-1] == Act.NOT_OUT
    queued.queueing.take_out(ana, publication)
    post = publication.post
    assert post is not None
    queued.direct.go(queued.direct.intended(post))
    assert kept_of(queued, publication).step is PublicationStep.CONFIRMED


def address_at(queued: Queued, publication: Publication) -> str:
    """Give the blog's number of what waits there."""
    road = queued.direct.road
    with road.school.desk.look(road.by("ana")) as unit:
        proven = road.proof.now(unit)
        (row,) = [
            one for one in proven.about(Noun.PUBLICATIONS, publication.id) if one.body.act == Act.ENTRUST
        ]
        return str((proven.part(row, ENTRUSTED_PART) or {})["id"])
