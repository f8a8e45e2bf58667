"""What is known of a folder's adults, in words: for the form and for who releases. Pure, no Qt."""

from collections.abc import Sequence

from smadmin.domain.messages import Message, say
from smadmin.domain.photos.adults import AdultConsent, Adults, AdultsShown


def recorded_words(consents: Sequence[AdultConsent]) -> Message | None:
    """Name recorded consents with their kind and day; None where there is none."""
    return say("adults.recorded", names=_each(consents)) if consents else None


def adults_words(adults: Adults) -> Message:
    """Say on what it rests that adults are shown."""
    if adults.shown is AdultsShown.CONSENTED:
        return say("adults.seen-consented", names=_each(adults.named))
    if adults.shown is AdultsShown.PUBLIC_EVENT and adults.on is not None:
        return say("adults.seen-public-event", on=adults.on)
    return say(f"adults.seen-{adults.shown.value}")


def _each(consents: Sequence[AdultConsent]) -> tuple[Message, ...]:
    return tuple(
        say("adults.recorded-one", name=one.name, kind=say(f"adults.kind-{one.kind.value}"), on=one.on)
        for one in consents
    )
