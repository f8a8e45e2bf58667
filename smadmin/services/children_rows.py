"""The children's rows as they are stored, and the digest of them that each signed row carries (`keys.md`)."""

from smadmin.domain.records import state_digest
from smadmin.storage.unit import Unit


def roster_digest(unit: Unit) -> str:
    """Digest the children's and template rows as they are stored (`keys.md`, `trust`, `roster`)."""
    return state_digest(roster_rows(unit))


def roster_rows(unit: Unit) -> dict[str, bytes]:
    """Give the children's and template rows as they are stored, by kind and id."""
    children = {f"student/{k}": v for k, v in unit.students.stored().items()}
    return children | {f"template/{k}": v for k, v in unit.templates.stored().items()}
