"""Tasks: work for later, as rows of the store (`architecture.md`, Services).

A *job* is long work on this screen, a *task* is queued work; whoever takes one holds a lease.
"""

from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.ids import SchoolId


@dataclass(frozen=True)
class Task:
    """Queued work: what, on which rows, from when on, and who holds it until when (UTC)."""

    id: str
    school: SchoolId
    kind: str
    subjects: tuple[str, ...]
    not_before: datetime
    lease_until: datetime | None = None
    attempts: int = 0
    version: int = 1
