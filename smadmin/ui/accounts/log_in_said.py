"""What the log-in's page says where nothing is kept, by how one gets into the account. Pure, no Qt."""

from collections.abc import Iterable

from smadmin.domain.errors import Reason
from smadmin.domain.messages import Message, say
from smadmin.domain.platforms import HeldBy

_NOT_KEPT = "accounts.no-log-in-kept"


def unkept_said(held_by: HeldBy, missing: Iterable[Reason]) -> Message:
    """Say what is kept here, or could be.

    Args:
        held_by: how one gets into the account.
        missing: what the register misses of it; not the log-in where somebody named who holds it.
    """
    if held_by is HeldBy.ROLES:
        return say("loginui.no-password")
    if held_by is HeldBy.PASSWORD:
        return say("accountui.log-in-none")
    named = all(one.message.id != _NOT_KEPT for one in missing)
    return say("loginui.either-held" if named else "loginui.either-none")


def knew_said(held_by: HeldBy, people: tuple[Message, ...]) -> Message:
    """Say who may still know what is kept: a page held by roles has tokens of programs, and no password."""
    return say("loginui.knew-tokens" if held_by is HeldBy.ROLES else "loginui.knew", people=people)
