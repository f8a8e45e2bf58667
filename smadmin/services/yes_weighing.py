"""Weighs yeses by phone: who could be asked, why nobody can be, and what exactly is asked for.

Deed, screen and test ask the same three questions here; the rules themselves stand in `domain.spoken`.
"""

from datetime import datetime

from smadmin.domain.approvals import Mandate, ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId
from smadmin.domain.manifests import MANIFEST_VERSION, Manifest
from smadmin.domain.messages import Message
from smadmin.domain.people import OFFICE, Person
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.posts import Content, Draft, overridden
from smadmin.domain.spoken import OPEN_AT_MOST, YesCase, prepare_blockers, sign_blockers
from smadmin.services.departed import leaves_now
from smadmin.services.looked import looks_at
from smadmin.services.mandates import office_row
from smadmin.services.proof import Proven
from smadmin.services.reading import Reader, distinct
from smadmin.services.releases import Facts, newest_revision, waiting_reasons
from smadmin.services.yeses import open_yeses
from smadmin.storage.unit import Unit


class YesWeighing:
    """Weighs yeses by phone inside somebody's transaction."""

    def __init__(self, reader: Reader, facts: Facts) -> None:
        """Stand on the policy and the facts of releases."""
        self._reader = reader
        self._facts = facts

    def askable(self, unit: Unit, proven: Proven, draft: Draft) -> tuple[Person, ...]:
        """Give who could say yes: principal and deputies, but for the author and who took a first look."""
        today = self._facts.today(unit)
        looked = {look.first for look in looks_at(unit, proven, draft.content)}
        ids = {one for role in OFFICE for one in proven.trust.holders(role, today)}
        people = [proven.trust.people[one] for one in ids - looked - {draft.author}]
        return tuple(sorted(people, key=lambda one: one.name))

    def prepare_reasons(self, unit: Unit, proven: Proven, draft: Draft, to: PersonId) -> tuple[Reason, ...]:
        """List why somebody can't be asked for a yes to a post."""
        if waits := waiting_reasons(unit, proven, draft):
            return waits
        return prepare_blockers(self._case(unit, proven, draft, sayer=to, signer=to))

    def sign_reasons(
        self, unit: Unit, proven: Proven, draft: Draft, sayer: PersonId, signer: PersonId | None
    ) -> tuple[Reason, ...]:
        """List why somebody can't sign what `sayer` said of a post, whatever that was."""
        if waits := waiting_reasons(unit, proven, draft):
            return waits
        return sign_blockers(self._case(unit, proven, draft, sayer=sayer, signer=signer))

    def doubts(self, unit: Unit, content: Content) -> tuple[tuple[Message, str], ...]:
        """Give what the policy says of a post, each with the reason for letting it stand, or ""."""
        read = self._reader.now(unit, content)
        found = (*distinct(read, Severity.BLOCK), *distinct(read, Severity.WARN))
        return tuple((one.message, _reason(one, content)) for one in found)

    def _case(
        self, unit: Unit, proven: Proven, draft: Draft, *, sayer: PersonId, signer: PersonId | None
    ) -> YesCase:
        row = office_row(proven, sayer, self._facts.today(unit))
        release = self._facts.case(
            unit,
            proven,
            signer or PersonId(""),
            post=draft.id,
            author=draft.author,
            content=draft.content,
            mandate=None if row is None else Mandate(ReleaseBy.PHONE, row),
        )
        roles = self._facts.roles(unit, proven.trust, sayer, ())
        return YesCase(
            allowed=self._reader.pack(unit).yes_by_phone,
            open=len(open_yeses(proven, most=OPEN_AT_MOST)),
            sayer=sayer,
            sayer_roles=frozenset() if leaves_now(proven, sayer, self._facts.today(unit)) else roles,
            release=release,
        )

    def manifest(
        self,
        unit: Unit,
        proven: Proven,
        draft: Draft,
        *,
        to: PersonId,
        window: tuple[datetime, datetime],
        v: int = MANIFEST_VERSION,
    ) -> Manifest | None:
        """Make the manifest of what would go out with a person's yes; None where they hold no office.

        `v` is the shape: that of the e-mail where one was prepared.
        """
        revision, row = newest_revision(unit, draft), office_row(proven, to, self._facts.today(unit))
        if revision is None or row is None:
            return None
        return self._facts.manifest(
            unit,
            proven,
            revision,
            mandate=Mandate(ReleaseBy.PHONE, row),
            window=window,
            v=v,
        )


def _reason(finding: Finding, content: Content) -> str:
    stood = (one for one in content.overrides if overridden(finding, (one,)))
    return next((one.reason for one in stood), "")
