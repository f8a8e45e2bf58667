"""The words for visitors, account by account: made from the policy, posted, seen there, again each year.

That they stand there is a row of the record about the account. Ticking both on the set-up list counts as
well, for whoever ticks them has just posted them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from smadmin import resources
from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import NotAllowed, OutsideFailed, Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import Pack
from smadmin.domain.publishers import PublisherFailed
from smadmin.domain.rights import who_may
from smadmin.domain.set_up import SetUpItem
from smadmin.domain.visitor_rules import (
    POSTED_PART,
    Posted,
    RulesFrame,
    RulesStage,
    SeenBy,
    VisitorRules,
    post_blockers,
    posted_of,
    posted_plain,
    rules_for,
    rules_stage,
    stands_in,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import Stage, due_on
from smadmin.importing.visitor_rules import read_rules_frame
from smadmin.publishing.calls import get
from smadmin.publishing.page_text import page_text
from smadmin.publishing.web import Web
from smadmin.services.borne_out import name_in, require_whole
from smadmin.services.desk import Desk
from smadmin.services.life_rows import life_in
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import refuse, roles_preparing, today_of
from smadmin.services.rounds import ASKED_OF
from smadmin.services.yearly import hears_from
from smadmin.storage.unit import Unit

_HEARD_AT = {RulesStage.SOON: Stage.SOON, RulesStage.LATE: Stage.LATE}
"""From when on others than the account's own people hear of it; what isn't here is due."""
_UNREADABLE = (KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class RulesSheet:
    """An account's words for visitors as somebody sees them.

    Args:
        posted: when they were seen there last, or None.
        due: the day by which somebody is to look again; None where nobody is asked to.
        blockers: why this person can't say that they stand there.
        readable: whether the account has a page that the program can look at.
    """

    account: Account
    rules: VisitorRules
    stage: RulesStage
    posted: Posted | None
    due: date | None
    blockers: tuple[Reason, ...]

    @property
    def readable(self) -> bool:
        """Whether the program can be sent to look at the account's page."""
        return self.account.page.startswith(("https://", "http://")) and bool(self.rules.texts)


class VisitorPages:
    """The words for visitors of one school's accounts."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, web: Web | None) -> None:
        """Stand on the desk, the policy, the proven record and the way to the platforms, if there is any."""
        self._desk, self._reader, self._proof, self._web = desk, reader, proof, web

    def sheet(self, by: Actor, account: AccountId) -> RulesSheet:
        """Give an account's words and whether they stand there.

        Raises:
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            pack, today = self._reader.pack(unit), today_of(unit, self._desk)
            return _sheet_of(pack, today, proven, by, unit.accounts.get(account))

    def due(self, by: Actor) -> tuple[RulesSheet, ...]:
        """Give the accounts at which this person is to look: their own first, the office's once it is due."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            if not proven.whole:
                return ()  # an alarm of its own
            return tuple(self._due(unit, proven, by))

    def look(self, by: Actor, account: AccountId) -> bool:
        """Look whether a visitor is shown the words on the account's page (an errand).

        Raises:
            OutsideFailed: the page can't be read without signing in, or not at all.
        """
        sheet = self.sheet(by, account)
        unread = OutsideFailed(say("visitors.not-readable"), remedy=say("visitors.look-yourself"))
        if self._web is None or not sheet.readable:
            raise unread
        try:
            answer = self._web.ask(get(sheet.account.page))
        except PublisherFailed:
            raise unread from None
        return stands_in(sheet.rules, page_text(answer.body))

    def posted(self, by: Actor, account: AccountId, seen_by: SeenBy) -> Changes:
        """Sign that the words stand there (a deed).

        Raises:
            NotAllowed: for whoever doesn't work with the account.
        """
        with self._desk.deed(by) as deed:
            found, today = deed.unit.accounts.get(account), today_of(deed.unit, self._desk)
            rules = self._rules(deed.unit, found)
            works = _works(self._proof.now(deed.unit), by, account, today)
            refuse(post_blockers(rules, works=works))
            part = {POSTED_PART: posted_plain(rules, seen_by, found.page)}
            deed.record(Act.POST_RULES, Noun.VISITOR_RULES, account, parts=part)
        return Changes.of("accounts", [account])

    def find(self, by: Actor, account: AccountId) -> tuple[bool, Changes]:
        """Look at the public page, and sign it if the words are there (a chain: an errand, a deed).

        Raises:
            OutsideFailed, NotAllowed: as for the two.
        """
        if reasons := self.sheet(by, account).blockers:
            raise NotAllowed(reasons)
        if not self.look(by, account):
            return False, Changes()
        return True, self.posted(by, account, SeenBy.PROGRAM)

    def _due(self, unit: Unit, proven: Proven, by: Actor) -> Iterator[RulesSheet]:
        today, pack = today_of(unit, self._desk), self._reader.pack(unit)  # the same for two hundred accounts
        for account in unit.accounts.all():
            if account.stage not in ASKED_OF:
                continue
            sheet = _sheet_of(pack, today, proven, by, account)
            if not sheet.rules.asked or sheet.stage is RulesStage.FINE:
                continue
            if _HEARD_AT.get(sheet.stage, Stage.DUE) >= hears_from(proven, by, account, today):
                yield sheet

    def _rules(self, unit: Unit, account: Account) -> VisitorRules:
        return rules_for(self._reader.pack(unit), _frame(), account.name)


def _sheet_of(pack: Pack, today: date, proven: Proven, by: Actor, account: Account) -> RulesSheet:
    rules = rules_for(pack, _frame(), account.name)
    posted = _posted(proven, account.id, pack, today)
    return RulesSheet(
        account=account,
        rules=rules,
        stage=rules_stage(rules, posted, today),
        posted=posted,
        due=None if posted is None or not rules.asked else due_on(posted.on),
        blockers=post_blockers(rules, works=_works(proven, by, account.id, today)),
    )


@cache
def _frame() -> RulesFrame:
    """Read the program's own sentences once somebody looks, not at the start."""
    return read_rules_frame(resources.find("visitor-rules.toml"))


def _works(proven: Proven, by: Actor, account: AccountId, today: date) -> bool:
    roles = roles_preparing(proven.trust, by.person, today, account)
    return bool(roles & who_may(Noun.VISITOR_RULES, Act.POST_RULES))


def _posted(proven: Proven, account: AccountId, pack: Pack, today: date) -> Posted | None:
    """Give when the words were seen there last."""
    found = _ticked(proven, account, pack, today)
    for fact in reversed(proven.about(Noun.VISITOR_RULES, account)):
        try:
            digest, seen_by = posted_of(proven.part(fact, POSTED_PART) or {})
        except _UNREADABLE:  # signed, and yet nothing of the kind
            continue
        on = proven.trust.day_of(fact.moment)
        if found is None or on >= found.on:
            return Posted(on, name_in(proven, fact.body.person), seen_by, digest)
        break
    return found


def _ticked(proven: Proven, account: AccountId, pack: Pack, today: date) -> Posted | None:
    """Give when the set-up list was ticked: the notice where one is mandated, and the rules."""
    ticks = life_in(proven, account, pack, today).ticks
    items = [SetUpItem.RULES]
    if any(one.verbatim for one in pack.statements):
        items.append(SetUpItem.NOTICE)
    said = [ticks.get(one.value) for one in items]
    told = [one for one in said if one is not None]
    if len(told) < len(items):
        return None
    last = max(told, key=lambda one: one.at)
    return Posted(proven.trust.day_of(min(one.at for one in told)), name_in(proven, last.person))
