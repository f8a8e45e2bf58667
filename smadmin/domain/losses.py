"""What of a post a platform doesn't take or show, told as soon as it is known, never first by the platform.

Nothing here stops a post but for a description that is too long: readers who can't see would get half of it.
"""

from smadmin.domain.appearing import Several, Shown, cut_of
from smadmin.domain.errors import Reason
from smadmin.domain.links import links_in
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import PlatformFacts, graphemes

_NOTICED = 0.1
"""From this share of a picture on, what is cut off is worth a word."""

Sizes = tuple[tuple[int, int], ...]
"""Width and height of each picture of a post, in order; zeros where they aren't known yet."""


def losses(text: str, sizes: Sizes, facts: PlatformFacts) -> tuple[Message, ...]:
    """List what readers on a platform won't get of a post, most weighty first."""
    return (*_pictures(len(sizes), facts), *_cuts(sizes, facts), *_links(text, facts))


def going_out(sizes: Sizes, facts: PlatformFacts) -> Sizes:
    """Give the pictures that go out on a platform: the first ones, as many as it takes."""
    return sizes[: facts.pictures]


def alt_blockers(
    alts: tuple[str, ...], facts: PlatformFacts, *, account: str, place: str
) -> tuple[Reason, ...]:
    """List the descriptions that are too long for a platform.

    Args:
        alts: the descriptions of the pictures that go out there, in order.
        facts: the platform's.
        account: its label, for the sentence.
        place: what the reason is about.
    """
    if facts.alt_limit is None:
        return ()
    over = [graphemes(alt) - facts.alt_limit for alt in alts]
    return tuple(
        Reason(say("platforms.alt-too-long", n=much, number=number, account=account), None, place)
        for number, much in enumerate(over, 1)
        if much > 0
    )


def video_losses(facts: PlatformFacts) -> tuple[Message, ...]:
    """Say that a platform takes no video, where it doesn't."""
    return () if facts.videos else (say("platforms.loses-video", platform=facts.name),)


def video_blockers(length_ms: int, facts: PlatformFacts, *, account: str, place: str) -> tuple[Reason, ...]:
    """List why a video is too long for a platform, which would cut it or refuse it."""
    if not facts.videos or facts.video_seconds is None or length_ms <= facts.video_seconds * 1000:
        return ()
    minutes, seconds = divmod(facts.video_seconds, 60)
    told = say("platforms.video-too-long", account=account, length=f"{minutes}:{seconds:02}")
    return (Reason(told, None, place),)


def _pictures(count: int, facts: PlatformFacts) -> tuple[Message, ...]:
    if not count or count <= facts.pictures:
        return ()
    if not facts.pictures:
        return (say("platforms.loses-all-pictures", platform=facts.name),)
    return (
        say("platforms.loses-pictures", n=count - facts.pictures, platform=facts.name, takes=facts.pictures),
    )


def _cuts(sizes: Sizes, facts: PlatformFacts) -> tuple[Message, ...]:
    out = going_out(sizes, facts)
    numbers = [number for number in range(len(out)) if _much_is_cut(out, number, facts.shown)]
    if not numbers:
        return ()
    if facts.shown.several is Several.GRID and len(out) > 1:
        return (say("platforms.cuts-in-grid", platform=facts.name),)
    return tuple(say("platforms.cuts", platform=facts.name, number=number + 1) for number in numbers)


def _much_is_cut(sizes: Sizes, number: int, shown: Shown) -> bool:
    width, height = sizes[number]
    if not all(one and other for one, other in sizes):
        return False
    shapes = tuple(one / other for one, other in sizes)
    return cut_of((width, height), shown, place=number, shapes=shapes).lost > _NOTICED


def _links(text: str, facts: PlatformFacts) -> tuple[Message, ...]:
    if facts.shown.live_links or not links_in(text):
        return ()
    return (say("platforms.dead-links", platform=facts.name),)
