"""What is worth a second look before a post is handed in, and stops nothing: pure, no Qt.

It went out already, it speaks of an account it doesn't go to, or an account doesn't take all of its photos.
"""

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.approved import platform_doubts
from smadmin.domain.posts import Content
from smadmin.ui.composer.readings import Grounds, Readiness


def doubts_of(content: Content, grounds: Grounds, readiness: Readiness) -> tuple[Message, ...]:
    """List the doubts about a post, most weighty first."""
    return (
        *guards_of(readiness),
        *_photos_left(content, grounds),
        *platform_doubts(grounds.pack, grounds.chosen(content)),
    )


def guards_of(readiness: Readiness) -> tuple[Message, ...]:
    """List what may be on the wrong account, or out already."""
    return (*_named(readiness), *_alike(readiness))


def _named(readiness: Readiness) -> tuple[Message, ...]:
    return tuple(say("compose.names-another", name=name) for name in readiness.named[:1])


def _alike(readiness: Readiness) -> tuple[Message, ...]:
    return tuple(
        say(
            "compose.alike-out" if one.out else "compose.alike-waits",
            account=one.account,
            day=one.at.date(),
        )
        for one in readiness.alike[:1]
    )


def _photos_left(content: Content, grounds: Grounds) -> tuple[Message, ...]:
    """Tell at once, for every account, what a platform takes fewer of than there are."""
    platforms = dict.fromkeys(account.platform for account in grounds.chosen(content))
    many = len(content.pictures)
    return tuple(
        say("platforms.loses-pictures", n=many - takes, platform=PLATFORM_NAMES[one], takes=takes)
        if takes
        else say("platforms.loses-all-pictures", platform=PLATFORM_NAMES[one])
        for one in platforms
        if (takes := grounds.platforms[one].pictures) < many
    )
