"""What a policy asks of comments: numbers, and wordings that lie ready in both languages."""

import pytest

from smadmin import resources
from smadmin.domain.blanks import blanks_in
from smadmin.domain.errors import BadInput
from smadmin.domain.policy.commenting import CommentRules, ReplyKind
from smadmin.domain.policy.packs import Pack
from smadmin.importing.packs import parse_pack
from tests.policies import packs

SOCORRO = resources.find("policies/socorro-tx.toml").read_text("utf-8")


@pytest.mark.parametrize("pack", packs().values(), ids=packs().keys())
def test_every_shipped_policy_has_numbers_and_a_wording_of_each_kind_in_both_languages(pack: Pack) -> None:
    rules = pack.comments

    assert (rules.round_days, rules.answer_days, rules.calm_hours) == (2, 2, 4)
    assert {one.kind for one in rules.replies} == set(ReplyKind)
    for reply in rules.replies:
        assert set(reply.told.words) == {"en", "es"}
        blanks = {len(blanks_in(words)) for words in reply.told.words.values()}
        assert blanks == {0 if reply.kind is ReplyKind.STUDENT else 1}


def test_a_policy_that_says_nothing_has_the_programs_own_numbers_and_no_wordings() -> None:
    begin, end = SOCORRO.index("[comments]"), SOCORRO.index("[rules]")

    assert parse_pack("own", (SOCORRO[:begin] + SOCORRO[end:]).encode()).comments == CommentRules()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("round_days = 2", "round_days = 0", "range"),
        ("answer_days = 2", "answer_days = 90", "range"),
        ("calm_hours = 4", 'calm_hours = 4\nsource = "SOC-X"', "no-clause"),
        ("calm_hours = 4", "calmness = 4", "unknown-key"),
        ('kind = "write"', 'kind = "meeting"', "twice"),
        ('kind = "write"', 'kind = "shout"', "choice"),
        ("Thank you for writing.", "Thank you, \u2039name\u203a.", "blank"),
        ("\u2039phone number\u203a", "[phone number]", "blank"),
    ],
)
def test_what_no_policy_asks_of_comments_is_refused_with_its_line(old: str, new: str, reason: str) -> None:
    at = SOCORRO.index(old)

    with pytest.raises(BadInput) as refused:
        parse_pack("own", SOCORRO.replace(old, new, 1).encode())

    told = refused.value.happened.values
    assert getattr(told["reason"], "id", "").partition(".")[2] == f"reason-{reason}"
    assert abs(int(str(told["line"])) - SOCORRO.count("\n", 0, at) - 1) <= 1
