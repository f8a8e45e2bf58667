"""Handles that look like the school's own, among which the one that is really seen must be found.

Nobody reads a handle that only needs a nod; who has to find it among its look-alikes does. Pure, no Qt.
"""

import hashlib
from collections.abc import Iterator, Sequence

from smadmin.domain.accounts import same_handle

MADE_UP = 2
_SWAPS = (
    ("l", "1"), ("o", "0"), ("i", "l"), ("rn", "m"), ("m", "rn"), ("s", "5"), ("e", "3"), ("_", ""),
    (".", "_"), ("-", "_"), ("u", "v"), ("a", "e"),
)  # fmt: skip
"""What imitators swap, the hardest to see first."""


def handles_to_choose(handle: str, others: Sequence[str] = (), *, mixed_by: str) -> tuple[str, ...]:
    """Give handles to choose from, with @, in an order from which nobody can learn the right one's place.

    Args:
        handle: the account's own, without @.
        others: the school's other handles on the same platform; the first is among the choices.
        mixed_by: the order follows from it (a post's id), so that it stays while one looks.
    """
    own = same_handle(handle)
    real = [one for one in others if same_handle(one) != own][:1]
    chosen = {own: handle} | {same_handle(one): one for one in real}
    for made in _imitations(handle):
        if len(chosen) >= 1 + len(real) + MADE_UP:
            break
        chosen.setdefault(same_handle(made), made)
    mixed = sorted(chosen, key=lambda key: hashlib.sha256(f"{mixed_by}\0{key}".encode()).digest())
    return tuple(f"@{chosen[key]}" for key in mixed)


def _imitations(handle: str) -> Iterator[str]:
    """Give imitations of the name; a server behind a second @ stays as it is."""
    name, at, server = handle.partition("@")
    lower = name.casefold()
    for old, new in _SWAPS:
        at_place = lower.rfind(old, 1)
        if at_place > 0:
            yield f"{name[:at_place]}{new}{name[at_place + len(old) :]}{at}{server}"
    yield f"{name}_{at}{server}"
    yield f"{name}1{at}{server}"
