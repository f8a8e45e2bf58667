"""Who put an account on hold, when and why, in a sentence. Pure, no Qt; Today and Accounts say the same."""

from smadmin.domain.messages import Message, say
from smadmin.domain.publishers import shown_words
from smadmin.services.stops import Stop


def stop_said(stop: Stop) -> Message:
    """Say what stopped an account."""
    if stop.wrong:
        seen = "powers.wrong-seen" if stop.seen else "powers.wrong-unread"
        return say(seen, name=stop.by, day=stop.on, seen=shown_words(stop.seen))
    which = "powers.stopped-district" if stop.district else "powers.stopped-school"
    if not stop.why:
        return say(f"{which}-unsaid", name=stop.by, day=stop.on)
    return say(which, name=stop.by, day=stop.on, sentence=stop.why)
