"""The wordings that a policy has ready."""

from smadmin.domain.policy.commenting import CommentRules, Reply, ReplyKind
from smadmin.domain.policy.values import Told

MEET = Reply(ReplyKind.MEETING, Told({"en": "Let us meet."}))


def test_a_wording_is_found_by_its_kind_and_its_lack_is_noticed() -> None:
    some, none = CommentRules(replies=(MEET,)), CommentRules()

    assert (some.reply(ReplyKind.MEETING), none.reply(ReplyKind.MEETING)) == (MEET, None)
    assert set(none.lacks(some)) == {ReplyKind.MEETING}
    assert not some.lacks(none)
