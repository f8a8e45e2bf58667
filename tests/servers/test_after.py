"""A post on a real WordPress is put right in its place and taken down, as the program does both."""

from pathlib import Path

from smadmin.domain.publications import Publication
from smadmin.domain.removals import RemovalStage
from smadmin.domain.sending import Next
from smadmin.services.ready import Standing
from tests.afterwards import SAID, released_correction, rows, take_down
from tests.direct import Direct
from tests.road import TEXT
from tests.servers.blog import Blog
from tests.servers.test_sending import connected


def settled(direct: Direct, publication: Publication) -> Standing:
    """Go on with it for as long as only time is waited for: a blog on a busy computer answers late."""
    standing = direct.go(publication)
    while standing.decision.next is Next.WAIT:
        direct.road.school.clock.forward(minutes=4)
        standing = direct.go(publication)
    return standing


def test_the_right_words_stand_in_the_same_post_which_is_then_gone(tmp_path: Path, blog: Blog) -> None:
    direct = connected(tmp_path, blog)
    first = settled(direct, direct.intended(direct.released(photo=True, text=TEXT))).publication

    standing = settled(direct, direct.intended(released_correction(direct, first)))

    assert standing.decision.next is Next.DONE
    assert standing.publication.differs == ()
    assert (standing.publication.posted_id, standing.publication.link) == (first.posted_id, first.link)
    assert SAID in standing.publication.text

    removal = take_down(direct, first)

    assert (removal.stage, removal.captured) == (RemovalStage.GONE, True)
    assert rows(direct, first) == ["take-down", "taken-down"]
