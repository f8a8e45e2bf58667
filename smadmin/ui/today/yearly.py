"""What Today says of log-ins to be confirmed for another year, and of passwords by their age. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.messages import Message, say
from smadmin.domain.password_age import worth_saying
from smadmin.domain.yearly import Stage
from smadmin.services.password_ages import Aged
from smadmin.services.yearly import Confirmed
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency

_STATES = {Stage.SOON: State.NOTE, Stage.DUE: State.DOUBT, Stage.LATE: State.STOP}


def yearly_needs(found: Iterable[Confirmed]) -> Iterator[Need]:
    """Say of each account's log-in when it was last confirmed, and lead there; also of an old password."""
    for one in found:
        title = say(f"yearly.today-{one.stage.name.lower()}", account=one.account.label, due=one.due)
        note = say("yearly.today-note", day=one.on, name=one.by)
        if one.unset:
            title = say("yearly.today-unset", account=one.account.label)
            note = say("yearly.today-unset-note", day=one.on, name=one.by)
        elif one.password is not None and worth_saying(one.password, one.due):
            note = say("yearly.today-note-old", day=one.on, name=one.by, since=one.password)
        yield _need(f"yearly:{one.account.id}", one, title, note, say("yearly.look"))


def password_needs(found: Iterable[Aged]) -> Iterator[Need]:
    """Say of each password by when the policy wants another, and lead to its change."""
    for one in found:
        if one.due is None:
            continue
        title = say(f"yearly.password-{one.stage.name.lower()}", account=one.account.label, due=one.due)
        note = say("yearly.password-note", since=one.since)
        yield _need(f"password:{one.account.id}", one, title, note, say("yearly.password-change"))


def dated_needs(aged: Iterable[Aged], confirmed: Iterable[Confirmed]) -> Iterator[Need]:
    """Say one thing of each log-in: what is more urgent, else its password, whose change confirms it, too."""
    ages = {one.account.id: one for one in aged if one.due is not None}
    dates = {one.account.id: one for one in confirmed}
    later = {one for one in ages.keys() & dates.keys() if dates[one].stage > ages[one].stage}
    yield from password_needs(one for account, one in ages.items() if account not in later)
    yield from yearly_needs(one for account, one in dates.items() if account not in ages or account in later)


def _need(key: str, one: Confirmed | Aged, title: Message, note: Message, words: Message) -> Need:
    step = Step(words, screen="accounts", subject=f"log-in:{one.account.id}")
    urgency = Urgency.STAFF if one.stage is Stage.SOON else Urgency.ACCOUNTS
    return Need(urgency, key, _STATES[one.stage], title, note, step)
