"""Log-ins that a platform didn't accept: known from the posts it refused, until a new one stands.

What was refused is written down at the post. Whoever connects its account anew, or keeps another token, ends
that in the same deed: a post is judged by the connection that stands now.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.publications import UNFINISHED, Publication
from smadmin.domain.publishers import Trouble
from smadmin.domain.sending import SendStage, gone_on
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.facts import Fact
from smadmin.services.kept_here import FILE_PART
from smadmin.services.proof import Proven
from smadmin.storage.unit import Unit

TOKENS_PART = "tokens"
"""The part that a row `keep-log-in` has where what programs log in with is other than before. That a row has
it is plain: a computer login sees by it that what it holds is an older one."""


def token_reasons(proven: Proven, account: AccountId, at: datetime) -> tuple[Reason, ...]:
    """Say why nothing can be queued for an account at a time (UTC), as far as is known without its log-in.

    Args:
        proven: the record.
        account: where something is to go out.
        at: when.
    """
    unit = proven.unit
    found = unit.accounts.maybe(account)
    if found is not None and next(_refused(unit, account), None) is not None:
        platform = PLATFORM_NAMES[found.platform]
        return (Reason(say("queue.refused-now", platform=platform, account=found.label), None, "token"),)
    ends, day = _only_end(proven, account), unit.schools.get(unit.school).local(at).date()
    if found is not None and ends is not None and ends < day:
        return (Reason(say("queue.token-ends", account=found.label, on=ends), None, "token"),)
    return ()


def renewed_since(proven: Proven, account: AccountId, seq: int) -> bool:
    """Tell whether what programs log in with was kept anew after a row: what was packed by then is older."""
    return any(one.seq > seq and TOKENS_PART in one.body.parts for one in _kept(proven, account))


def end_refusals(unit: Unit, account: AccountId) -> Changes:
    """Let what was refused be tried anew: another log-in stands from now on (within its deed)."""
    ended = [one.id for one in _refused(unit, account)]
    for one in tuple(_refused(unit, account)):
        sending = one.sending
        if sending is not None:
            unit.publications.change(replace(one, sending=gone_on(replace(sending, trouble=None))))
    return Changes.of("publications", ended)


def _refused(unit: Unit, account: AccountId) -> Iterator[Publication]:
    for step in UNFINISHED:
        for one in unit.publications.find(account_id=account, step=step.value):
            sending = one.sending
            if sending is not None and sending.trouble is Trouble.REFUSED and sending.stage in _WAITS:
                yield one


def _only_end(proven: Proven, account: AccountId) -> date | None:
    """Give the last day of an account's token; of several nobody can tell unopened which one is used."""
    kept, rows = proven.unit.credentials.maybe(account), _kept(proven, account)
    told = proven.part(rows[-1], FILE_PART) if rows and rows[-1].seq not in proven.faulty else None
    return kept.tokens_end if kept is not None and told is not None and told.get("tokens") == 1 else None


def _kept(proven: Proven, account: AccountId) -> tuple[Fact, ...]:
    return tuple(one for one in proven.about(Noun.CREDENTIALS, account) if one.body.act == Act.KEEP_LOG_IN)


_WAITS = frozenset({SendStage.INTENDED, SendStage.LOOKING})
