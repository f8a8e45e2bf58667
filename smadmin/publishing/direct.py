"""The platforms to which the program itself posts."""

from collections.abc import Mapping

from smadmin.domain.accounts import Platform
from smadmin.domain.publishers import Publisher
from smadmin.publishing.bluesky import Bluesky
from smadmin.publishing.mastodon import Mastodon
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress


def direct_publishers(web: Web) -> Mapping[Platform, Publisher]:
    """Give an adapter for each; all go one way, and `web.stop()` stops them all."""
    adapters: tuple[Publisher, ...] = (WordPress(web), Bluesky(web), Mastodon(web))
    return {adapter.platform: adapter for adapter in adapters}
