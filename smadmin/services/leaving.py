"""What goes with somebody who leaves, or with a lost computer: found in the store, so nobody has to remember.

Whoever could open an account's log-in once is taken to know it: a role, a key it was sealed to, a row that
says they kept, looked at or copied it, or their name on the list of who holds the page, whatever they are.
"""

from collections.abc import Mapping
from datetime import date, datetime

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.credentials import Credential, recipients
from smadmin.domain.departures import Leaving
from smadmin.domain.ids import AccountId, PersonId, SeatId
from smadmin.domain.keys import KeyKind, Trust
from smadmin.domain.leaving import Known
from smadmin.domain.people import Role
from smadmin.domain.platforms import HeldBy, PlatformFacts
from smadmin.domain.posts import Draft, PostStage
from smadmin.domain.vocabulary import Noun
from smadmin.services.departed import is_inside, keys_of
from smadmin.services.duties import Duties, holders_named
from smadmin.services.kept_here import FILE_PART
from smadmin.services.kept_rows import newest_kept, newest_of_all
from smadmin.services.let_in import codes_to_end
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit

_UNFINISHED = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)


class Gone:
    """Everything of one leaving, in one transaction."""

    def __init__(
        self,
        unit: Unit,
        proven: Proven,
        leaving: Leaving,
        *,
        today: date,
        now: datetime,
        platforms: Mapping[Platform, PlatformFacts],
        ender: PersonId | None,
    ) -> None:
        """Take a transaction, who or what goes, the school's day, the moment (UTC), and who ends rights."""
        self._unit, self._proven, self._trust, self._today = unit, proven, proven.trust, today
        self.duties = Duties(unit, proven, leaving, today=today, now=now, ender=ender)
        self._leaving, self._platforms = leaving, platforms
        self._people = people_of(proven.trust, leaving)
        self._seen = {
            AccountId(fact.body.id or "")
            for fact in proven.about(Noun.CREDENTIALS)
            if fact.body.person in self._people
        }
        self._named = frozenset(one for one, who in holders_named(proven).items() if who & self._people)
        theirs = keys_of(proven.trust, leaving)
        self._opened = frozenset(
            account for account, kept in newest_of_all(proven).items() if theirs & set(kept.keys)
        )

    def codes(self, since: int | None = None) -> frozenset[str]:
        """Give the places of lists that end with them (`let_in.codes_to_end`)."""
        return codes_to_end(self._proven, self._leaving.person, since)

    def known(self, *, here: SeatId | None, profiles: int) -> Known:
        """Give what the lines are made of.

        Args:
            here: the computer login at which it begins.
            profiles: how many browser folders of theirs were counted there.
        """
        kept = {one.id: one for one in self._unit.credentials.all()}
        accounts = [one for one in self._unit.accounts.all() if self._theirs(one)]
        facts = {one.id: self._platforms[one.platform] for one in accounts}
        return Known(
            accounts=tuple(one.id for one in accounts),
            tied=frozenset(one.id for one in accounts if self._tied(one)),
            by_roles=frozenset(
                one
                for one, fact in facts.items()
                if fact.held_by is not HeldBy.PASSWORD and "roles" in fact.leaving.places and one not in kept
            ),
            named=frozenset(one for one in facts if one in self._named),
            tokens=frozenset(one for one in facts if one in kept and self._has_tokens(kept[one])),
            sessions_end=frozenset(one for one, fact in facts.items() if fact.leaving.password_ends_sessions),
            inside=is_inside(self._trust, self._leaving, self._today),
            queue=len(self.queue()),
            profiles=self._folders(here, profiles) if accounts or profiles else (),
            copies=len(self._opened & kept.keys()),
            drafts=len(self.drafts()),
            watched=len(self.duties.sites()) + len(self.duties.reported()),
            handed=len(self.duties.accounts()),
            nobody=len(self.duties.nobody()),
        )

    def queue(self) -> tuple[Draft, ...]:
        """Give the released posts that are held: theirs, and those to accounts that only they administer."""
        released = self._unit.posts.find(stage=PostStage.RELEASED.value)
        return tuple(one for one in released if one.author == self._leaving.person or self._only_theirs(one))

    def drafts(self) -> tuple[Draft, ...]:
        """Give the posts that they began and that aren't out."""
        if self._leaving.person is None:
            return ()
        found = (one for stage in _UNFINISHED for one in self._unit.posts.find(stage=stage.value))
        return tuple(one for one in found if one.author == self._leaving.person)

    def orphans(self) -> tuple[Account, ...]:
        """Give the accounts that nobody but them administers."""
        return tuple(
            one
            for one in self._unit.accounts.all()
            if one.stage is not AccountStage.CLOSED and self._administers_alone(one.id)
        )

    def _folders(self, here: SeatId | None, counted: int) -> tuple[tuple[SeatId | None, int], ...]:
        """Give the logins at which folders of theirs lie, or may: they worked there.

        Nobody here sees into another login's folder. One whose own key is retired was lost before, with a
        departure of its own.
        """
        if self._leaving.seat is not None:
            return ((self._leaving.seat, 0),)
        keys = self._trust.keys.values()
        lost = {one.seat for one in keys if one.kind is KeyKind.SEAT and one.retired}
        theirs = {one.seat for one in keys if one.kind is KeyKind.PERSON and one.person in self._people}
        others = sorted(one for one in theirs - lost - {here} if one is not None)
        return (*([(here, counted)] if counted else []), *((one, 0) for one in others))

    def _theirs(self, account: Account) -> bool:
        if account.stage is AccountStage.CLOSED:
            return False
        could = {key.person for key in recipients(self._trust, account.id, self._today)}
        return (
            account.id in self._seen | self._named | self._opened
            or bool(self._people & could)
            or bool(self._people & self._administrators(account.id))
        )

    def _tied(self, account: Account) -> bool:
        """Tell whether the log-in hangs on their mailbox, or its codes may go to their phone."""
        mails = {self._trust.people[one].email.strip().casefold() for one in self._people}
        own = bool(account.login) and account.login.strip().casefold() in mails
        return own or bool(self._people & self._administrators(account.id))

    def _has_tokens(self, kept: Credential) -> bool:
        """Tell whether programs sign in with it; a token without a last day is in nobody's calendar."""
        row = newest_kept(self._proven, kept.id)
        part = None if row is None else self._proven.part(row.fact, FILE_PART)
        return kept.tokens_end is not None or bool((part or {}).get("tokens"))

    def _only_theirs(self, draft: Draft) -> bool:
        return any(self._administers_alone(one) for one in draft.content.accounts)

    def _administers_alone(self, account: AccountId) -> bool:
        return self._administrators(account) == frozenset({self._leaving.person})

    def _administrators(self, account: AccountId) -> frozenset[PersonId]:
        return frozenset(self._trust.holders(Role.ADMINISTRATOR, self._today, account))


def people_of(trust: Trust, leaving: Leaving) -> frozenset[PersonId]:
    """Give who leaves; of a computer, whoever had a key on it."""
    if leaving.person is not None:
        return frozenset({leaving.person})
    found = (key.person for key in trust.keys.values() if key.seat == leaving.seat and not key.retired)
    return frozenset(one for one in found if one is not None)
