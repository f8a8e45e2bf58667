"""How a released post stands that goes out by itself at a time, as the plan names it. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Goes(StrEnum):
    """How it stands."""

    BY_ITSELF = "by-itself"
    HELD = "held"  # by a hold alone, after which it goes on within its time
    KEPT = "kept"  # until a person has looked
    MISSED = "missed"
    NOW = "now"  # its bytes leave, or may have


@dataclass(frozen=True)
class Schedule:
    """For when it is scheduled, UTC, and how that stands."""

    at: datetime
    goes: Goes
