"""A notice to countersign says who released it and whether anybody can read it yet."""

from dataclasses import replace
from datetime import UTC, datetime

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.ids import AccountId, PersonId, PostId, SchoolId
from smadmin.domain.messages import say
from smadmin.domain.notices import SentNotice
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.notices.model import how_far

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
