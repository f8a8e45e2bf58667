"""What was erased of a child, for whoever asked for it; by numbers and days, without a name."""

from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.messages import Message, say


@dataclass(frozen=True)
class Receipt:
    """An erasing that is done.

    Args:
        row: its place in the record, by which anybody can look it up.
        at: when, UTC.
        patterns: how many face patterns are gone.
        portraits: how many portraits are gone.
        copies_end: the day on which the last backup that holds any of it ends; None where none does.
    """

    row: int
    at: datetime
    patterns: int
    portraits: int = 0
    copies_end: date | None = None


def receipt_lines(receipt: Receipt) -> tuple[Message, ...]:
    """Say what was erased, what became of copies, and where it is written down."""
    lines = [say("students.receipt-patterns", n=receipt.patterns)]
    lines += [say("students.receipt-portraits", n=receipt.portraits)] if receipt.portraits else []
    if receipt.copies_end is None:
        lines.append(say("students.receipt-no-copies"))
    else:
        lines.append(say("students.receipt-copies", day=receipt.copies_end))
    return (*lines, say("students.receipt-row", row=receipt.row, at=receipt.at))
