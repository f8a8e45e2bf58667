"""What is set up on each platform."""

from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.domain.errors import BadInput
from smadmin.domain.set_up import SetUpItem
from smadmin.importing.set_up import read_set_up

SHIPPED = read_set_up(resources.find("set-up"))


@pytest.mark.demand("BLO-IV-B5")
@pytest.mark.parametrize("platform", Platform)
def test_every_platform_says_who_the_school_is_and_what_visitors_may_do(platform: Platform) -> None:
    items = SHIPPED[platform]

    assert {SetUpItem.TITLE, SetUpItem.AFFILIATION, SetUpItem.PICTURE, SetUpItem.RULES} <= set(items)
    assert {SetUpItem.NOTICE, SetUpItem.PRIVACY} <= set(items)
    assert all(set(where) in (set(), {"en", "es"}) for where in items.values())


@pytest.mark.demand("WIC-P2")
@pytest.mark.demand("WIC-G12")
def test_facebook_is_a_page_whose_visitors_don_t_post_and_whose_words_are_filtered() -> None:
    items = list(SHIPPED[Platform.FACEBOOK])

    assert items[0] is SetUpItem.PAGE
    assert {SetUpItem.VISITOR_POSTS, SetUpItem.WORD_FILTER, SetUpItem.MESSAGES} <= set(items)
    assert SetUpItem.ANONYMOUS in SHIPPED[Platform.WORDPRESS]


def test_an_unknown_item_is_refused_with_its_line(tmp_path: Path) -> None:
    for platform in Platform:
        (tmp_path / f"{platform.value}.toml").write_text('[[items]]\nitem = "dance"\n', "utf-8")

    with pytest.raises(BadInput) as refused:
        read_set_up(tmp_path)

    assert refused.value.happened.values["line"] == 2
