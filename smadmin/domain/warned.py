"""What there is to warn of at one moment, as plain values that one process tells another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from smadmin.domain.addresses import AddressDue
from smadmin.domain.cadence import CadenceStage
from smadmin.domain.canonical import Plain
from smadmin.domain.ids import AccountId, PostId, PublicationId
from smadmin.domain.school_days import DaysKind, SchoolDays
from smadmin.domain.warnings import YEARLY, WarningTimes
from smadmin.domain.yearly_tasks import YearlyTask


@dataclass(frozen=True)
class QuietAccount:
    """An account that needs a post.

    Args:
        label: what it is called.
        stage: *due soon* or worse.
        quiet_days: whole days since its last post.
        due_on: the last day on which a post is on time.
        closed: whether the school rests from now on until then.
    """

    id: AccountId
    label: str
    stage: CadenceStage
    quiet_days: int
    due_on: date
    closed: bool = False

    @property
    def late(self) -> bool:
        """Tell whether the policy's days are over."""
        return self.stage is not CadenceStage.DUE_SOON


@dataclass(frozen=True)
class WrongAccount:
    """An account that stands still: another one was logged in where its post was about to go out.

    Args:
        label: what it is called.
        report: which report it is, so that each calls once.
    """

    id: AccountId
    label: str
    report: int


@dataclass(frozen=True)
class LateRound:
    """An account whose comments nobody has looked through for too long.

    Args:
        label: what it is called.
        due_on: the school's day on which a round was due.
    """

    id: AccountId
    label: str
    due_on: date


@dataclass(frozen=True)
class AwaitedAddress:
    """An account to which a post was carried whose address is still to be confirmed.

    Args:
        label: what the account is called.
        publication: which handing out, so that each calls once.
        post: where it leads.
        due: how urgent it is.
        since: the school's day on which it was handed out.
    """

    label: str
    publication: PublicationId
    post: PostId
    due: AddressDue
    since: date


@dataclass(frozen=True)
class WarningView:
    """What there is to warn of.

    Args:
        school: its name.
        now: by the school's wall clock, in its zone.
        days: the school's calendar from today on.
        accounts: those that need a post, the longest quiet first.
        yearly: what comes round with the years and is due or soon will be, by its day.
        wrong: accounts for which somebody is called at once.
        addresses: those that are still to be confirmed.
        rounds: late rounds through the comments, the latest first.
    """

    school: str
    now: datetime
    days: SchoolDays
    accounts: tuple[QuietAccount, ...]
    yearly: tuple[YearlyTask, ...] = ()
    wrong: tuple[WrongAccount, ...] = ()
    addresses: tuple[AwaitedAddress, ...] = ()
    rounds: tuple[LateRound, ...] = ()

    @property
    def today(self) -> date:
        """The school's own day."""
        return self.now.date()

    def spoken_of(self, times: WarningTimes) -> tuple[QuietAccount, ...]:
        """Give the accounts that nobody snoozed."""
        return tuple(one for one in self.accounts if times.speaks_of(one.id, self.today))

    def yearly_of(self, times: WarningTimes) -> tuple[YearlyTask, ...]:
        """Give what comes round, unless that was snoozed."""
        return self.yearly if times.speaks_of(YEARLY, self.today) else ()

    def rounds_of(self, times: WarningTimes) -> tuple[LateRound, ...]:
        """Give the late rounds of accounts whose rounds nobody snoozed."""
        return tuple(one for one in self.rounds if times.speaks_of(f"comments:{one.id}", self.today))

    def to_plain(self) -> dict[str, Plain]:
        """Give all of it as JSON holds it."""
        named = self.days.named.items()
        return {
            "school": self.school,
            "zone": str(self.now.tzinfo),
            "now": self.now.isoformat(),
            "days": {day.isoformat(): kind.value for day, (kind, _) in named if day >= self.today},
            "accounts": [_plain(one) for one in self.accounts],
            "yearly": [one.to_plain() for one in self.yearly],
            "wrong": [{"id": one.id, "label": one.label, "report": one.report} for one in self.wrong],
            "addresses": [_address_plain(one) for one in self.addresses],
            "rounds": [
                {"id": one.id, "label": one.label, "due_on": one.due_on.isoformat()} for one in self.rounds
            ],
        }

    @classmethod
    def from_plain(cls, value: dict[str, Any]) -> "WarningView":
        """Read what `to_plain` gave.

        Raises:
            KeyError, LookupError, TypeError, ValueError: it is anything else.
        """
        days = {date.fromisoformat(day): (DaysKind(kind), "") for day, kind in value["days"].items()}
        now = datetime.fromisoformat(value["now"]).astimezone(ZoneInfo(value["zone"]))
        accounts = tuple(_account(one) for one in value["accounts"])
        yearly = tuple(YearlyTask.from_plain(one) for one in value["yearly"])
        wrong = tuple(
            WrongAccount(AccountId(str(one["id"])), str(one["label"]), int(one["report"]))
            for one in value["wrong"]
        )
        addresses = tuple(_address(one) for one in value["addresses"])
        rounds = tuple(
            LateRound(AccountId(str(one["id"])), str(one["label"]), date.fromisoformat(one["due_on"]))
            for one in value["rounds"]
        )
        return cls(
            str(value["school"]), now, SchoolDays((), days), accounts, yearly, wrong, addresses, rounds
        )


def _address_plain(one: AwaitedAddress) -> dict[str, Plain]:
    return {
        "label": one.label,
        "publication": one.publication,
        "post": one.post,
        "due": one.due.value,
        "since": one.since.isoformat(),
    }


def _address(value: dict[str, Any]) -> AwaitedAddress:
    return AwaitedAddress(
        str(value["label"]),
        PublicationId(str(value["publication"])),
        PostId(str(value["post"])),
        AddressDue(value["due"]),
        date.fromisoformat(value["since"]),
    )


def _plain(one: QuietAccount) -> dict[str, Plain]:
    due, stage = one.due_on.isoformat(), one.stage.value
    return {
        "id": one.id,
        "label": one.label,
        "stage": stage,
        "quiet_days": one.quiet_days,
        "due_on": due,
        "closed": one.closed,
    }


def _account(value: dict[str, Any]) -> QuietAccount:
    return QuietAccount(
        AccountId(str(value["id"])),
        str(value["label"]),
        CadenceStage(value["stage"]),
        int(value["quiet_days"]),
        date.fromisoformat(value["due_on"]),
        bool(value["closed"]),
    )
