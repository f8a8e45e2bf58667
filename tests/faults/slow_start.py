"""A trade whose worker takes very long to get ready."""

import time
from collections.abc import Mapping

from smadmin.jail.trade import Job


def prepare() -> Mapping[int, Job]:
    """Sleep, as an engine would whose models lie on a slow disk."""
    time.sleep(60)
    return {}
