"""What comes round with the years, as a closed window may say it: kinds, numbers and days. Pure.

It is counted from plain data, without anybody's key. So it names no person and is no proof: Today asks the
proven record once somebody has signed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId
from smadmin.domain.yearly import Stage


class YearlyKind(StrEnum):
    """What comes round."""

    LOG_IN = "log-in"  # that it still works (BAL-B1b4)
    AGED = "aged"  # a password, where the policy lets none grow older than some months
    HOLDERS = "holders"  # whose own log-ins hold a page
    REVIEWERS = "reviewers"  # the signed list ends
    STAFF_PAGE = "staff-page"  # the page for staff, read once a year (BAL-F1)
    COMPUTER = "computer"  # that it is protected against viruses (WIC-S3)


@dataclass(frozen=True)
class YearlyTask:
    """One kind of what is due, or soon will be.

    Args:
        n: how many accounts or people it is about.
        due: the day by which the first of them is to be done, in the school's zone.
        stage: how far that one has come; never `FINE`.
        account: whose log-in it is, where it is about a single one.
        label: what that account is called.
    """

    kind: YearlyKind
    n: int
    due: date
    stage: Stage
    account: AccountId | None = None
    label: str = ""

    @property
    def subject(self) -> str:
        """Where it leads: to its own screen, or to Today where there are several. Never a name."""
        if self.account is not None:
            return f"log-in:{self.account}"
        per_account = {YearlyKind.LOG_IN, YearlyKind.AGED, YearlyKind.HOLDERS}
        return "" if self.kind in per_account else self.kind.value

    def to_plain(self) -> dict[str, Plain]:
        """Give all of it as JSON holds it."""
        return {
            "kind": self.kind.value,
            "n": self.n,
            "due": self.due.isoformat(),
            "stage": int(self.stage),
            "account": self.account,
            "label": self.label,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> Self:
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: it is anything else.
        """
        account = value["account"]
        return cls(
            kind=YearlyKind(value["kind"]),
            n=int(value["n"]),
            due=date.fromisoformat(value["due"]),
            stage=Stage(value["stage"]),
            account=None if account is None else AccountId(str(account)),
            label=str(value["label"]),
        )


@dataclass(frozen=True)
class AccountDue:
    """When something of one account is to be done."""

    account: AccountId
    label: str
    due: date
    stage: Stage


def told_together(kind: YearlyKind, found: Iterable[AccountDue]) -> tuple[YearlyTask, ...]:
    """Make one task of several accounts': the first one's day, and its name where it is alone."""
    due = sorted((one for one in found if one.stage is not Stage.FINE), key=lambda one: one.due)
    if not due:
        return ()
    first, *further = due
    alone = not further
    return (
        YearlyTask(
            kind,
            len(due),
            first.due,
            max(one.stage for one in due),
            first.account if alone else None,
            first.label if alone else "",
        ),
    )


def log_in_tasks(
    passwords: Mapping[AccountId, AccountDue], log_ins: Mapping[AccountId, AccountDue]
) -> tuple[YearlyTask, ...]:
    """Say one thing of each log-in: what is more urgent, else its password, whose change confirms it, too."""
    owed = {id_ for id_, one in passwords.items() if one.stage is not Stage.FINE}
    later = {id_ for id_ in owed & log_ins.keys() if log_ins[id_].stage > passwords[id_].stage}
    return (
        *told_together(YearlyKind.AGED, (passwords[one] for one in owed - later)),
        *told_together(
            YearlyKind.LOG_IN, (one for id_, one in log_ins.items() if id_ not in owed or id_ in later)
        ),
    )
