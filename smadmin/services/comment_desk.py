"""The comment desk as somebody sees it: what waits, for whom, since when (BAL-B1e2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.answering import ADVISERS, advises
from smadmin.domain.comments import Comment
from smadmin.domain.ids import PersonId
from smadmin.domain.keys import Trust
from smadmin.domain.naming import writes_for
from smadmin.domain.people import LEADING, Role
from smadmin.domain.policy.commenting import CommentRules
from smadmin.domain.policy.findings import Finding
from smadmin.domain.posts import Content
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.cards_read import ReadCards
from smadmin.services.comment_rows import comments_of
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import local_now, today_of
from smadmin.services.rounds import ASKED_OF, Rounds
from smadmin.storage.unit import Unit

TOLD_CLOSED = timedelta(days=30)
"""So long a comment that is closed still stands on the screen."""


@dataclass(frozen=True)
class CommentSheet:
    """A comment as somebody sees it.

    Args:
        account: None where it is gone.
        names: of everybody who did something about it.
        due_on: the school's day by which it has an answer.
        late_days: by how many days that count it is late.
        writes: whether this person may speak for the account.
        advises: whether they were asked for advice.
        calm_from: until when criticism waits (UTC), or None.
    """

    comment: Comment
    account: Account | None
    names: Mapping[PersonId, str]
    due_on: date
    late_days: int
    writes: bool
    advises: bool
    calm_from: datetime | None

    def name(self, person: PersonId | None) -> str:
        """Give somebody's name, empty where nobody is known by this id."""
        return self.names.get(person, "") if person is not None else ""


@dataclass(frozen=True)
class CommentDesk:
    """What the screen shows: comments, open ones first, and what its forms need.

    Args:
        accounts: on which visitors can write.
        now: the school's own time without a zone, to the minute.
        advisers: whom this person can ask.
        cards_due: whether they are to read the cards before a round.
    """

    comments: tuple[CommentSheet, ...]
    accounts: tuple[Account, ...]
    rules: CommentRules
    now: datetime
    advisers: tuple[Role, ...]
    cards_due: bool


class CommentViews:
    """What the comment desk of one school shows."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, rounds: Rounds, cards: ReadCards) -> None:
        """Stand on the desk, the policy, the proven record, the rounds, and who read the cards."""
        self._desk, self._reader, self._proof = desk, reader, proof
        self._rounds, self._cards = rounds, cards

    def look(self, by: Actor) -> CommentDesk:
        """Give the comments that wait and those closed lately.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            since = self._desk.now - TOLD_CLOSED
            sheets = self._sheets(unit, proven, by, comments_of(proven, closed_since=since).values())
            return CommentDesk(
                tuple(sorted(sheets, key=_order)),
                tuple(one for one in unit.accounts.all() if one.stage in ASKED_OF),
                self._rules(unit),
                local_now(self._desk, unit),
                advisers(proven.trust, by.person, today_of(unit, self._desk)),
                self._cards.due_in(unit, proven, by.person),
            )

    def due(self, by: Actor) -> tuple[CommentSheet, ...]:
        """Give the comments that wait for this person: for their answer, or for their advice."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole or by.person is None:
                return ()
            found = comments_of(proven, closed_since=None).values()
            sheets = self._sheets(unit, proven, by, found)
        return tuple(one for one in sheets if one.comment.open and (one.advises or _answers(one, by.person)))

    def read(self, by: Actor, comment: Comment, text: str) -> tuple[Finding, ...]:
        """Read an answer as Compose reads a post."""
        account = comment.form.account
        with self._desk.look(by) as unit:
            if not text.strip() or unit.accounts.maybe(account) is None:
                return ()
            return self._reader.typed(unit, Content(text=text, accounts=(account,)))[account]

    def _sheets(
        self, unit: Unit, proven: Proven, by: Actor, comments: Iterable[Comment]
    ) -> list[CommentSheet]:
        rules, today, days = self._rules(unit), today_of(unit, self._desk), self._rounds.days(unit)
        accounts = {one.id: one for one in unit.accounts.all()}
        roles = proven.trust.any_roles(by.person, today)
        found = []
        for one in comments:
            account, due = accounts.get(one.form.account), one.due_on(rules, days)
            asked = one.advice is not None and one.advice.waits and one.advice.by != by.person
            found.append(
                CommentSheet(
                    one,
                    account,
                    {person: name_in(proven, person) for person in _people(one)},
                    due,
                    days.counted(due, today) if one.open else 0,
                    account is not None and speaks_for(proven.trust, by.person, account, today),
                    asked and one.advice is not None and advises(one.advice.of, roles),
                    _still(one.calm_from(rules), self._desk.now),
                )
            )
        return found

    def _rules(self, unit: Unit) -> CommentRules:
        return self._reader.pack(unit).comments


def advisers(trust: Trust, person: PersonId | None, today: date) -> tuple[Role, ...]:
    """Give whom somebody can ask: roles that somebody else holds here today."""
    others = [role for role in Role for one in trust.holders(role, today) if one != person]
    return tuple(of for of in ADVISERS if advises(of, others))


def speaks_for(trust: Trust, person: PersonId | None, account: Account, today: date) -> bool:
    """Tell whether somebody may speak for an account in an answer: who writes for it, or leads."""
    if person is None:
        return False
    return writes_for(trust, person, account, today) or bool(trust.roles(person, today) & LEADING)


def _answers(sheet: CommentSheet, person: PersonId) -> bool:
    """Tell whether an answer is this person's matter: who entered it, or who speaks for the account."""
    return sheet.comment.by == person or sheet.writes


def _people(comment: Comment) -> Iterable[PersonId]:
    advice = comment.advice
    found = (
        comment.by,
        None if advice is None else advice.by,
        None if advice is None else advice.said_by,
        None if comment.reply is None else comment.reply.by,
        None if comment.closed is None else comment.closed.by,
    )
    return (one for one in found if one is not None)


def _still(until: datetime | None, now: datetime) -> datetime | None:
    return until if until is not None and until > now else None


def _order(sheet: CommentSheet) -> tuple[bool, float]:
    """Open ones by the day of their answer, then the others, newest first."""
    comment = sheet.comment
    if comment.open:
        return False, sheet.due_on.toordinal() + comment.at.timestamp() / 1e12
    return True, -comment.at.timestamp()
