"""Whose yes an account takes, one after the other: by the policy, and by the platform. Pure."""

from collections.abc import Iterable

from smadmin.domain.people import OFFICE, Role

Steps = tuple[frozenset[Role], ...]
"""Whose yes is needed, one after the other; each by anybody of these roles."""


_DISTRICT = frozenset({Role.COMMUNICATIONS})


def steps_of(named: Iterable[Iterable[Role]]) -> Steps:
    """Give the steps of a policy: a deputy says yes in the principal's place."""
    return tuple(frozenset(step) | (OFFICE if Role.PRINCIPAL in step else frozenset()) for step in named)


def steps_elsewhere(steps: Steps) -> Steps:
    """Give the steps for a platform that the policy doesn't name: communications is one (BLO-III-B)."""
    narrowed = tuple(_DISTRICT if Role.COMMUNICATIONS in step else step for step in steps)
    return narrowed if _DISTRICT in narrowed else (*narrowed, _DISTRICT)
