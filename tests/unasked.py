"""Rows of a changed program that asks nobody whether it may: the desk itself refuses them."""

import os
from collections.abc import Mapping

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.records import SALT_BYTES, Part, versioned
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed


def record_unasked(
    deed: Deed, act: Act, noun: Noun, noun_id: str | None, *, parts: Mapping[str, Plain] | None = None
) -> int:
    """Append a row as `Deed.record` does, whether or not its person has a right to it."""
    made = {
        name: Part(os.urandom(SALT_BYTES), canonical(versioned(content)))
        for name, content in (parts or {}).items()
    }
    return deed._append(deed._body(act, noun, noun_id, made), made)
