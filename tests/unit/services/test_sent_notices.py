"""Notices that were released: what isn't out yet (YEL-B1)."""

from datetime import date
from pathlib import Path

from smadmin.domain.ids import PostId
from smadmin.domain.policy.values import NoticeKind
from smadmin.services.notices import Notices
from tests.road import WEEK, Road, make_road


def sent(road: Road, notices: Notices) -> PostId:
    made = notices.sign(
        road.by("pat"),
        "School is closed on \u2039day\u203a.",
        kind=NoticeKind.CLOSURE,
        people=(road.school.people["ana"],),
        accounts=(road.x, road.facebook),
        days=(WEEK, date(2027, 6, 30)),
    )
    (line,) = [one for one in notices.sheet(road.by("ana")).lines if one.text.id == made.value]
    return notices.send(road.by("ana"), line.text, {"day": "Monday"}).value


def test_a_notice_is_unposted_until_it_is_out_on_each_account(tmp_path: Path) -> None:
    road = make_road(tmp_path / "store", signed=False)
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    post, ana = sent(road, notices), road.by("ana")
    seen = [notices.brief(ana).unposted]
    (first,) = notices.owed_lines(road.by("pat"))

    links = {
        road.x: "https://x.com/lincoln_es/status/1234567890",
        road.facebook: "https://www.facebook.com/lincolnes/posts/1234567890",
    }
    for account, link in links.items():
        publication = road.handed_out(post, tmp_path / str(account), account=account)
        road.publications.confirm(ana, publication, link)
        seen.append(notices.brief(ana).unposted)

    assert seen == [{post}, {post}, frozenset()]
    (last,) = notices.owed_lines(road.by("pat"))
    assert (first.by, first.out, [one.id for one in first.waiting]) == ("Ana Brooks", (), list(links))
    assert ([one.id for one in last.out], last.waiting) == (list(links), ())


def test_another_post_is_no_notice(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    notices = Notices(road.school.desk, road.reader, road.proof, posts=road.posts, approvals=road.approvals)
    road.released()

    assert notices.brief(road.by("ana")).unposted == frozenset()
