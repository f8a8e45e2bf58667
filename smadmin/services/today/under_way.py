"""What is under way today, at first sight: posts that were begun, posts nobody sees, whether all is on hold.

By columns and rows as they lie, unproven: it only tells somebody where to go.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.domain.actors import Actor
from smadmin.domain.addresses import AddressDue
from smadmin.domain.ids import AccountId, PostId, PublicationId, SchoolId
from smadmin.domain.outbox import Queued
from smadmin.domain.posts import Draft, first_words
from smadmin.domain.publications import PERHAPS_OUT, UNFINISHED, Publication, PublicationStep
from smadmin.domain.publishers import Difference
from smadmin.domain.sending import Sending, SendStage
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.awaited import awaited_addresses
from smadmin.services.queued import queued_at_first_sight
from smadmin.services.today.view import Halfway, HiddenPost
from smadmin.storage.unit import Unit

_HIDDEN_OF = timedelta(days=14)
"""So long a post that nobody sees is told of: longer, and its account is late anyway."""


def halfway(
    unit: Unit, drafts: Iterable[Draft], by: Actor, accounts: Mapping[AccountId, Account], now: datetime
) -> tuple[Halfway, ...]:
    """Give the publications that were begun and are neither out nor given up."""
    words = {draft.id: first_words(draft) for draft in drafts}
    begun = [one for step in UNFINISHED for one in unit.publications.find(step=step.value)]
    queued = queued_at_first_sight(unit)
    awaited = {one.publication.id: one for one in awaited_addresses(unit, now)}
    return tuple(
        Halfway(
            post=one.post,
            words=words.get(one.post, ""),
            account=_name(accounts, one),
            handed_out=one.step in PERHAPS_OUT,
            sending=one.step is PublicationStep.SENDING,
            queued_at=queued[one.id].at if one.id in queued else None,
            missed=one.id in queued and queued[one.id].until < now,
            mine=one.by == by.person,
            kept=one.step is PublicationStep.HANDED_OUT and bool(one.link),
            trouble=_trouble(one.sending),
            platform=_platform(accounts, one),
            due=awaited[one.id].due if one.id in awaited else AddressDue.LATER,
            since=awaited[one.id].since if one.id in awaited else None,
        )
        for one in begun
        if one.post is not None and not _waits_there(one, queued, now)
    )


def _waits_there(kept: Publication, queued: Mapping[PublicationId, Queued], now: datetime) -> bool:
    """Tell whether a platform's own scheduler has it until a time to come; that is told elsewhere."""
    there = kept.sending is not None and kept.sending.stage is SendStage.ENTRUSTED
    return there and kept.id in queued and now <= queued[kept.id].until


def hidden(
    unit: Unit, by: Actor, accounts: Mapping[AccountId, Account], now: datetime
) -> tuple[HiddenPost, ...]:
    """Give what went out lately, is still there, and that no visitor saw when it was read back."""
    lately = unit.publications.find_saying(
        Difference.HIDDEN.value, "published_at", now - _HIDDEN_OF, step=PublicationStep.CONFIRMED.value
    )
    return tuple(
        HiddenPost(one.post, _words(unit, one.post), _name(accounts, one), mine=one.by == by.person)
        for one in lately
        if one.post is not None and Difference.HIDDEN in one.differs and not _taken_down(unit, one)
    )


def is_stopped(unit: Unit, school: SchoolId) -> bool:
    """Tell whether a crisis hold lasts."""
    rows = [row.act for row in unit.record.about(Noun.CRISES, school) if row.act in {Act.HOLD, Act.GO_ON}]
    return bool(rows) and rows[-1] == Act.HOLD


def _taken_down(unit: Unit, one: Publication) -> bool:
    return any(row.act == Act.TAKE_DOWN for row in unit.record.about(Noun.REMOVALS, one.id))


def _words(unit: Unit, post: PostId) -> str:
    draft = unit.posts.maybe(post)
    return "" if draft is None else first_words(draft)


def _trouble(sending: Sending | None) -> str:
    return "" if sending is None or sending.trouble is None else sending.trouble.value


def _name(accounts: Mapping[AccountId, Account], one: Publication) -> str:
    account = accounts.get(one.account)
    return "" if account is None else account.name


def _platform(accounts: Mapping[AccountId, Account], one: Publication) -> str:
    account = accounts.get(one.account)
    return "" if account is None else PLATFORM_NAMES[account.platform]
