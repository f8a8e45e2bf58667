"""A notice to countersign says who released it and whether anybody can read it yet."""

from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, PersonId, PostId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.notices import SentNotice
from smadmin.services.notices import NoticeSheet
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.notices.model import how_far, lacking

X = Account(AccountId("x"), SchoolId("s"), Platform.X, "Lincoln", "lincoln", "")
FACEBOOK = replace(X, id=AccountId("f"), platform=Platform.FACEBOOK)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
SENT = SentNotice(PostId("p"), "School is closed.", PersonId("ana"), AT, ("E-mail",), frozenset())


def test_what_is_out_nowhere_is_never_told_as_out() -> None:
    assert how_far(OwedNotice(SENT, "Ana Brooks", (), (X, FACEBOOK))) == (
        say("noticeui.sent-by", name="Ana Brooks"),
        say("noticeui.sent-waits", accounts="X, Facebook"),
        say("noticeui.sent-where", places="E-mail"),
    )


def test_what_is_out_is_told_with_where() -> None:
    told = how_far(OwedNotice(replace(SENT, elsewhere=()), "", (X,), (FACEBOOK,)))

    assert told == (
        say("noticeui.sent-waits", accounts="Facebook"),
        say("noticeui.sent-out", accounts="X"),
    )


def test_who_can_not_send_one_is_told_what_comes_first() -> None:
    today = date(2026, 11, 22)

    assert lacking(NoticeSheet((), may_sign=False, people=(), accounts=(), today=today)) == say(
        "noticeui.lacks-text"
    )
    assert lacking(NoticeSheet((), may_sign=True, people=(), accounts=(), today=today)) is None
