"""Who put an account on hold, when and why, in a sentence. Pure, no Qt; Today and Accounts say the same."""

from smadmin.domain.messages import Message, say
from smadmin.services.stops import Stop


def stop_said(stop: Stop) -> Message:
    """Say what stopped an account."""
    which = "powers.stopped-district" if stop.district else "powers.stopped-school"
    if not stop.why:
        return say(f"{which}-unsaid", name=stop.by, day=stop.on)
    return say(which, name=stop.by, day=stop.on, sentence=stop.why)
