"""The sample school's made-up addresses: each is taken for a post of its account; other schools get none."""

from dataclasses import replace

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.ids import PostId
from smadmin.domain.post_links import LinkAnswer
from smadmin.services.policy import Policy
from smadmin.ui.publish.sample_link import sample_link
from tests.today_views import SCHOOL
from tests.unit.ui.publish.cases import account

SAMPLE = replace(SCHOOL, sample=True)


@pytest.mark.parametrize(
    ("platform", "page"),
    [
        (Platform.X, "https://x.com/lincoln_larks"),
        (Platform.FACEBOOK, "https://www.facebook.com/lincoln_larks"),
        (Platform.INSTAGRAM, "https://www.instagram.com/lincoln_larks"),
    ],
)
def test_a_sample_address_is_a_post_of_its_account(platform: Platform, page: str) -> None:
    whose = replace(account(platform), page=page)

    link = sample_link(SAMPLE, whose, PostId("some-post"))

    verdict = Policy.shipped().judge_link(link, platform, handle=whose.handle, page=page)
    assert verdict.answer in {LinkAnswer.YES, LinkAnswer.CANT_TELL}
    assert link != sample_link(SAMPLE, whose, PostId("another-post"))


def test_a_real_school_gets_none() -> None:
    assert sample_link(replace(SCHOOL, sample=False), account(), PostId("some-post")) == ""
