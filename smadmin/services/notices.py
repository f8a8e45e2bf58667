"""Notices at once: the texts that the principal signed, sending one, and countersigning what went out.

A notice is a post like any other, written, handed in and released by one person in a moment; its mandate is
the signed text, asked anew by the last gate. So what is true of every release is true of it too (`YEL-B1`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import AccountId, PersonId, PostId
from smadmin.domain.messages import say
from smadmin.domain.naming import writes_for
from smadmin.domain.notice_days import last_day
from smadmin.domain.notices import NoticeText, SentNotice, fill_blockers, sign_blockers
from smadmin.domain.people import Person, Role
from smadmin.domain.policy.findings import Finding
from smadmin.domain.policy.values import Notice, NoticeKind
from smadmin.domain.posts import Content, PostStage
from smadmin.domain.rights import who_may
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.approvals import Approvals
from smadmin.services.desk import Deed, Desk
from smadmin.services.mandates import NOTICE_PART, notice_texts
from smadmin.services.notice_doubts import brought_in, doubt_reasons
from smadmin.services.posts import Posts
from smadmin.services.proof import Proof
from smadmin.services.reading import Reader, length_reasons, picture_reasons
from smadmin.services.releases import Facts
from smadmin.services.roles import refuse
from smadmin.services.sent_notices import (
    ELSEWHERE_PART,
    OwedNotice,
    owed_notice,
    sent_notices,
    sides_of,
    unposted,
)
from smadmin.services.strategies import channels_beside
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class NoticeLine:
    """A signed text with names.

    Args:
        mine: this person may fill and release it today.
        channels: where its accounts' strategies say that the same news goes out besides (`WIC-P4`).
    """

    text: NoticeText
    people: tuple[str, ...]
    accounts: tuple[Account, ...]
    mine: bool
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoticeSheet:
    """The signed texts that hold today or later, and what is needed to sign another.

    Args:
        may_sign: whether this person is the principal.
        people: who could be named: who writes for an account, but for this person, by name.
        accounts: where words alone can go.
        proposed: the district's own words for notices.
    """

    lines: tuple[NoticeLine, ...]
    may_sign: bool
    people: tuple[Person, ...]
    accounts: tuple[Account, ...]
    today: date
    proposed: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class NoticeBrief:
    """What somebody has to do with notices.

    Args:
        may_send, may_sign: whether they may send one today, or sign a text.
        owed: how many they should countersign.
        unposted: released ones that aren't out on each of their accounts.
    """

    may_send: bool
    may_sign: bool
    owed: int
    unposted: frozenset[PostId] = frozenset()


class Notices:
    """The notices of one school."""

    def __init__(
        self, desk: Desk, reader: Reader, proof: Proof, *, posts: Posts, approvals: Approvals
    ) -> None:
        """Stand on the desk, the policy, the proven record, and on how every post is written and released."""
        self._desk, self._proof = desk, proof
        self._posts, self._approvals = posts, approvals
        self._reader = reader
        self._facts = Facts(desk, reader)

    def sheet(self, by: Actor) -> NoticeSheet:
        """Give the signed texts with names, and who could be named in another."""
        with self._desk.look(by) as unit:
            proven, today = self._proof.now(unit), self._facts.today(unit)
            trust, accounts, facts = proven.trust, unit.accounts.all(), self._reader.policy.platforms
            writers = [
                person
                for person in trust.people.values()
                if person.id != by.person
                and any(writes_for(trust, person.id, one, today) for one in accounts)
            ]
            return NoticeSheet(
                tuple(
                    NoticeLine(
                        text,
                        tuple(trust.people[one].name for one in text.people if one in trust.people),
                        tuple(one for one in accounts if one.id in text.accounts),
                        mine=by.person in text.people and text.starts <= today,
                        channels=channels_beside(proven, text.accounts),
                    )
                    for text in notice_texts(proven)
                    if text.ends >= today
                ),
                may_sign=Role.PRINCIPAL in self._facts.roles(unit, trust, by.person, ()),
                people=tuple(sorted(writers, key=lambda one: one.name)),
                accounts=tuple(one for one in accounts if not facts[one.platform].least_pictures),
                today=today,
                proposed=self._reader.pack(unit).notices,
            )

    def brief(self, by: Actor) -> NoticeBrief:
        """Say what this person has to do with notices today."""
        sheet = self.sheet(by)
        return NoticeBrief(
            any(one.mine for one in sheet.lines), sheet.may_sign, len(self.owed(by)), self._unposted(by)
        )

    def _unposted(self, by: Actor) -> frozenset[PostId]:
        sent = self.sent(by)
        with self._desk.look(by) as unit:
            return unposted(unit, sent)

    def sign(
        self,
        by: Actor,
        text: str,
        *,
        kind: NoticeKind,
        people: tuple[PersonId, ...],
        accounts: tuple[AccountId, ...],
        days: tuple[date, date],
    ) -> Done[str]:
        """Sign a text in advance, from one day to another (a deed).

        Raises:
            NotAllowed: for anybody but the principal, for longer than a school year, where nobody or only
                they themselves are named, for a person who may not post there, passphrase too old.
        """
        with self._desk.deed(by) as deed:
            made = NoticeText(self._desk.ids.new(), kind, text.strip(), people, accounts, *days)
            reasons = [*self._role_reasons(deed, Act.SIGN_NOTICE), *sign_blockers(made)]
            reasons += self._words_alone_reasons(deed.unit, *accounts)
            reasons += length_reasons(
                deed.unit, self._reader.policy, Content(text=made.text, accounts=accounts)
            )
            if by.person in people:
                reasons.append(Reason(say("approvals.not-to-yourself"), None, "people"))
            named, today = [*map(deed.unit.accounts.get, accounts)], self._facts.today(deed.unit)
            if not all(writes_for(deed.trust, who, one, today) for who in people for one in named):
                reasons.append(Reason(say("notices.not-designated"), "BAL-A2", "people"))
            if not by.fresh(deed.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            refuse(tuple(reasons))
            deed.record(Act.SIGN_NOTICE, Noun.NOTICES, made.id, parts={NOTICE_PART: made.to_plain()})
        return Done(made.id, Changes.of("approvals", [made.id]))

    def withdraw(self, by: Actor, notice: str) -> Changes:
        """Take a signed text back (a deed); what went out by it stays."""
        with self._desk.deed(by) as deed:
            if reasons := self._role_reasons(deed, Act.WITHDRAW_NOTICE):
                raise NotAllowed(reasons)
            deed.record(Act.WITHDRAW_NOTICE, Noun.NOTICES, notice)
        return Changes.of("approvals", [notice])

    def doubts(self, by: Actor, text: NoticeText, values: Mapping[str, str]) -> tuple[Finding, ...]:
        """Give what the policy blocks or warns of in what the blanks brought in."""
        with self._desk.look(by) as unit:
            return brought_in(self._reader, unit, text, values)

    def send(
        self,
        by: Actor,
        text: NoticeText,
        values: Mapping[str, str],
        *,
        elsewhere: tuple[str, ...] = (),
        stands: Collection[Finding] = (),
    ) -> Done[PostId]:
        """Fill a signed text and release it to all its accounts (three deeds, as for every post).

        What is refused is put away again, so that another try doesn't leave the notice twice.

        Args:
            by: who is named in it.
            text: the signed text.
            values: per blank what fills it.
            elsewhere: where else it was published, in words (`WIC-P4`).
            stands: the doubts that the sender read and lets stand; nobody else sees them before it is out.

        Raises:
            NotAllowed: a blank is empty, it isn't theirs or doesn't hold today, the policy blocks the words,
                or warns of what isn't among `stands`.
        """
        reasons = fill_blockers(text, values)
        if not by.fresh(self._desk.now):  # asked before anything is begun, or each try would leave a post
            reasons = (*reasons, Reason(say("approvals.passphrase-again")))
        reasons = reasons or doubt_reasons(self.doubts(by, text, values), stands)
        if reasons:
            raise NotAllowed(reasons)
        draft = self._posts.create(by, text.accounts, text=text.filled(values)).value
        parts = {ELSEWHERE_PART: {"places": list(elsewhere)}} if elsewhere else {}
        try:
            self._posts.submit(by, draft.id)
            done = self._approvals.release(by, draft.id, beside=parts, until=self._until(by, values))
        except NotAllowed:
            self._put_away(by, draft.id)
            raise
        return Done(draft.id, done.changes)

    def _until(self, by: Actor, values: Mapping[str, str]) -> datetime | None:
        """Give the end of the last day that the blanks name, UTC: then it is no news; None without one."""
        with self._desk.look(by) as unit:
            school = unit.schools.get(self._desk.school)
            day = last_day(values.values(), school.local(self._desk.now).date())
            if day is None:
                return None
            ends = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(school.zone))
        return ends.astimezone(UTC)

    def _put_away(self, by: Actor, post: PostId) -> None:
        if self._posts.get(by, post).stage is PostStage.SUBMITTED:
            self._posts.take_back(by, post)
        self._posts.drop(by, post)

    def sent(self, by: Actor) -> tuple[SentNotice, ...]:
        """Give the notices of the last weeks, oldest first, each with whose countersignature is due."""
        with self._desk.look(by) as unit:
            return sent_notices(self._proof.now(unit), self._desk.now)

    def owed(self, by: Actor) -> tuple[SentNotice, ...]:
        """Give the notices that this person should countersign, oldest first."""
        with self._desk.look(by) as unit:
            mine = sides_of(self._facts.roles(unit, self._proof.now(unit).trust, by.person, ()))
        return tuple(one for one in self.sent(by) if one.owed & mine and one.by != by.person)

    def owed_lines(self, by: Actor) -> tuple[OwedNotice, ...]:
        """Give what this person should countersign, each with who released it and where it is out."""
        owed = self.owed(by)
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return tuple(owed_notice(unit, proven, one) for one in owed)

    def countersign(self, by: Actor, post: PostId) -> Changes:
        """Countersign a notice that went out (a deed).

        Raises:
            NotAllowed: for anybody but principal, deputy and communications; for who sent it.
        """
        with self._desk.deed(by) as deed:
            reasons = list(self._role_reasons(deed, Act.COUNTERSIGN))
            released = [
                one
                for one in self._proof.now(deed.unit).acts(Act.APPROVE)
                if one.body.id == post and one.body.person == by.person
            ]
            if released:
                reasons.append(Reason(say("notices.own")))
            refuse(tuple(reasons))
            deed.record(Act.COUNTERSIGN, Noun.NOTICES, post)
        return Changes.of("approvals", [post])

    def _words_alone_reasons(self, unit: Unit, *accounts: AccountId) -> tuple[Reason, ...]:
        """List the accounts where nothing goes without a picture, which a notice has none of."""
        return picture_reasons(unit, self._reader.policy, Content(accounts=accounts))

    def _role_reasons(self, deed: Deed, act: Act) -> tuple[Reason, ...]:
        if who_may(Noun.NOTICES, act) & self._facts.roles(deed.unit, deed.trust, deed.by.person, ()):
            return ()
        said = "approvals.principal-only" if act is Act.SIGN_NOTICE else "notices.leading-only"
        return (Reason(say(said)),)
