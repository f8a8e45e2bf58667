"""Which platforms the program posts to itself."""

from smadmin import resources
from smadmin.domain.accounts import Platform
from smadmin.importing.platforms import read_platforms
from smadmin.publishing.direct import direct_publishers
from tests.unit.publishing.at_web import web


def test_each_platform_has_the_adapter_of_its_own() -> None:
    publishers = direct_publishers(web(), read_platforms(resources.find("platforms")).__getitem__)

    assert {name: one.platform for name, one in publishers.items()} == {name: name for name in publishers}
    assert set(publishers) == {Platform.WORDPRESS, Platform.BLUESKY, Platform.MASTODON, Platform.FACEBOOK}
