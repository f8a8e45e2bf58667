"""How far a search is, and about how long it still takes. Pure, no Qt."""

from smadmin.domain.messages import Message, say

_ENOUGH = 3
"""After so many photos their pace says something; the first one waits for the engine to start."""
_MINUTE_S = 60


def progress_words(done: int, total: int, *, seconds: float) -> Message:
    """Say how many photos are read, of how many, and how long the others take.

    Args:
        done: photos that are read since it began.
        total: photos that there were to read then.
        seconds: since it began.
    """
    if done < _ENOUGH or done >= total:
        return say("photoui.progress", done=done, total=total)
    left_s = seconds / done * (total - done)
    minutes = round(left_s / _MINUTE_S)
    left = say("photoui.minutes-left", n=minutes) if minutes else say("photoui.moment-left")
    return say("photoui.progress-left", done=done, total=total, left=left)
