"""The platforms to which the program itself posts."""

from collections.abc import Callable, Mapping

from smadmin.domain.accounts import Platform
from smadmin.domain.platforms import PlatformFacts
from smadmin.domain.publishers import Publisher
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.facebook import Facebook
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress


def direct_publishers(web: Web, facts: Callable[[Platform], PlatformFacts]) -> Mapping[Platform, Publisher]:
    """Give an adapter for each; all go one way, and `web.stop()` stops them all.

    Args:
        web: the way to the servers.
        facts: of a platform, asked for when something is posted.
    """
    page = Facebook(web, lambda: facts(Platform.FACEBOOK).api)
    adapters: tuple[Publisher, ...] = (WordPress(web), Bluesky(web), Mastodon(web), page)
    return {adapter.platform: adapter for adapter in adapters}
