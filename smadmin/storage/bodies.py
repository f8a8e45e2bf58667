"""What a row's body says, as a domain value."""

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar, cast

import cattrs

from smadmin.domain.canonical import parse
from smadmin.domain.errors import Tampered
from smadmin.domain.messages import say
from smadmin.storage.converter import CONVERTER

E = TypeVar("E")
_NOT_OURS = (AttributeError, LookupError, TypeError, ValueError, cattrs.BaseValidationError)
"""What reading a body that somebody edited ends in."""
_REMEMBERED = 2048
"""So many plain bodies; of the usual 2 kB."""


def opened(kind: type[E], version: int, body: bytes) -> E:
    """Read a body that was sealed, once it is opened. Nothing of it is kept: it mustn't outlive the lock.

    Raises:
        Tampered: if it isn't one of this kind.
    """
    try:
        return CONVERTER.structure({**parse(body), "version": version}, kind)
    except _NOT_OURS as error:
        raise Tampered(say("store.row-unreadable"), remedy=say("keys.run-verify")) from error


def plain(kind: type[E], version: int, body: bytes) -> E:
    """Read a plain body, once: Today asks for the same two hundred accounts ten times over.

    What was read is known again by its very bytes, so that a row which somebody changed is read anew.

    Raises:
        Tampered: if it isn't one of this kind.
    """
    return cast("E", _remembered(cast("Hashable", kind), version, body))


@lru_cache(maxsize=_REMEMBERED)
def _remembered(kind: type[object], version: int, body: bytes) -> object:
    return opened(kind, version, body)
