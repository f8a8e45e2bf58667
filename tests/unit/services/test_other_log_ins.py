"""Nobody makes a computer login that sends by itself post as somebody else: a hundred tries."""

import random
from pathlib import Path

import pytest

from smadmin.domain.errors import KnownError
from smadmin.domain.publishers import Who
from smadmin.domain.sending import Next
from smadmin.domain.vocabulary import Act
from tests.direct import Killed
from tests.queued import make_queued

BLOGS, EACH = 5, 20
SEED = 20261123


@pytest.mark.demand("BAL-B1g1")
def test_100_tries_to_send_with_another_log_in_post_nothing_unattended(tmp_path: Path) -> None:
    queued, chance = make_queued(tmp_path, blogs=BLOGS), random.Random(SEED)  # noqa: S311  the same tries again
    direct = queued.direct
    post = direct.released(*direct.blogs)
    posts = {blog: queued.queue(post, blog) for blog in direct.blogs}
    direct.road.school.clock.forward(hours=1, seconds=1)
    stopped = 0
    for blog, publication in posts.items():
        secret, seat = direct.secret(blog), queued.seat()
        true = direct.platform.tokens[secret]
        others = [
            Who("id-else", "somebody", "Somebody", "https://elsewhere.example"),
            Who("id-else", true.handle, true.name, true.page),  # the same name, and not the account
            Who("", "", "", ""),
            Who(true.id.upper(), true.handle, true.name, true.page),
        ]
        for _ in range(EACH):
            direct.platform.tokens[secret] = chance.choice(others)
            try:  # killed as soon as the other log-in answered, so that the next try begins anew
                standing = seat.go(publication, killed_after=chance.choice([None, 2, 3, 3, 3]))
            except Killed:
                continue
            except KnownError as error:
                stopped += error.happened.id == "sending.wrong-identity"
            else:
                assert standing.decision.next in {Next.ASK, Next.HOLD}

    assert direct.platform.kept == []
    assert "publish" not in direct.platform.calls
    assert direct.platform.calls.count("who_am_i") > BLOGS * 2
    assert stopped > BLOGS // 2
    assert all(Act.SEND not in direct.acts(one) for one in posts.values())
