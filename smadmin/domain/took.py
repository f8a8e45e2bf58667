"""How long something took, as people say it."""

from datetime import timedelta

from smadmin.domain.messages import Message, say

_HOUR_MIN, _DAY_MIN = 60, 24 * 60


def took_said(took: timedelta) -> Message:
    """Say how long a correction took, from found to corrected: a sentence's end, as "12 minutes later"."""
    minutes = int(took.total_seconds() // 60)
    if minutes < 1:
        return say("afterui.took-moment")
    if minutes < _HOUR_MIN:
        return say("afterui.took-minutes", n=minutes)
    if minutes < 2 * _DAY_MIN:
        return say("afterui.took-hours", n=minutes // _HOUR_MIN)
    return say("afterui.took-days", n=minutes // _DAY_MIN)
