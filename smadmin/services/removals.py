"""Taking down posts that are out: deeds on the store and errands on the network, never both in one method.

What visitors see is kept first, then a row says that it begins, and only then the platform is asked;
`services/removal_road.py` chains them. No release is needed: what must go, goes at once. An account that
stands still doesn't keep anybody from it either.
"""

from dataclasses import dataclass
from datetime import timedelta

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes
from smadmin.domain.connections import Connection
from smadmin.domain.credentials import HOLDERS
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.keys import KeyKind
from smadmin.domain.media import MediaFile
from smadmin.domain.messages import say
from smadmin.domain.office_requests import same_page
from smadmin.domain.people import OFFICE, PUBLISHERS
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Access, Posted, Publisher, Seen
from smadmin.domain.reading_back import read_back
from smadmin.domain.removals import (
    ENDED_PART,
    REASON_PART,
    REMOVAL_PART,
    SHOT_PART,
    Removal,
    RemovalStage,
    Wish,
    begin_blockers,
    wish_blockers,
    wish_plain,
)
from smadmin.domain.sending import FRESH
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.captures import Captured, Captures
from smadmin.services.connected import connection_of
from smadmin.services.connections import Publishers, access_of, at_home_now
from smadmin.services.connections import Wish as ConnectWish
from smadmin.services.desk import Deed, Desk
from smadmin.services.leaving_now import LeavingNow
from smadmin.services.proof import Proof, Proven
from smadmin.services.published import is_elsewhere, link_of, posted_of, published_row
from smadmin.services.ready import Asked, require_same
from smadmin.services.releases import Facts
from smadmin.services.removal_rows import removal_of
from smadmin.services.roles import refuse
from smadmin.services.sent import seen_parts
from smadmin.services.vault import Vault
from smadmin.storage.unit import Unit

STILL_THERE = "seen"
"""Why a try ended where no call failed: a visitor still sees the post."""


@dataclass(frozen=True, repr=False)
class Removing:
    """What one step on the network needs. It lives as long as that step, and shows no secret."""

    publication: Publication
    publisher: Publisher
    connection: Connection
    access: Access
    posted: Posted


@dataclass(frozen=True)
class RemovalView:
    """What a screen shows of taking a post down.

    Args:
        removal: how far it is; None where nobody began.
        blockers: why this person can't.
        directly: whether the program can take it down itself; else a person does, on its page.
    """

    removal: Removal | None
    blockers: tuple[Reason, ...]
    directly: bool


class Removals:
    """Posts of one school that are taken down."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        *,
        facts: Facts,
        vault: Vault,
        publishers: Publishers,
        captures: Captures,
    ) -> None:
        """Stand on desk, proven record, the facts of roles, vault, platforms and kept pages."""
        self._captures = captures
        self._desk, self._proof, self._facts = desk, proof, facts
        self._vault, self._publishers = vault, publishers
        self._under_way = LeavingNow()

    # ---- reading

    def of(self, by: Actor, publication: Publication) -> Removal | None:
        """Give how far taking a post down is, or None."""
        with self._desk.look(by) as unit:
            return removal_of(self._proof.now(unit), publication.id, publication.account)

    def view(self, by: Actor, publication: Publication) -> RemovalView:
        """Give the same with whether this person may, and how."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            removal = removal_of(proven, publication.id, publication.account)
            return RemovalView(
                removal,
                self._reasons(unit, proven, by, publication, removal),
                directly=self._directly(unit, proven, by, publication),
            )

    def post_at(self, by: Actor, account: AccountId, page: str) -> PostId | None:
        """Give the post that is out at an address, where the program knows it."""
        with self._desk.look(by) as unit:
            out = unit.publications.find(account_id=account, step=PublicationStep.CONFIRMED.value)
        return next((one.post for one in reversed(out) if one.post and same_page(one.link, page)), None)

    def ready(self, by: Actor, publication: Publication) -> Removing:
        """Open the token with which it is taken down (an errand: it asks the keyring).

        Raises:
            NotAllowed: for who may not, also where another began; not connected; the program never posted
                it, or on a page to which the account isn't connected any more.
            Tampered: if the log-in isn't what was signed.
        """
        copy = self._vault.fetch(publication.account)
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            before = removal_of(proven, publication.id, publication.account)
            refuse(self._reasons(unit, proven, by, publication, before))
            connection = at_home_now(unit, proven, publication.account)
            publisher = self._publishers.get(unit.accounts.get(publication.account).platform)
            posted = posted_of(proven, publication.id, publication.account)
            if publisher is None or posted is None:
                raise NotAllowed((Reason(say("sending.not-connected")),))
            if is_elsewhere(proven, publication.id, publication.account):
                raise NotAllowed((Reason(say("removals.elsewhere")),))
            wish = ConnectWish(connection.server, connection.user, connection.token)
            access = access_of(self._desk, by, unit, proven, copy=copy, wish=wish)
        return Removing(publication, publisher, connection, access, posted)

    # ---- on the network

    @property
    def spared(self) -> frozenset[int]:
        """Give the threads on which something is taken down: a crisis hold doesn't stop them."""
        return self._under_way.spared

    def ask(self, ready: Removing) -> Asked:
        """Ask the platform whom it takes the log-in for (an errand)."""
        at = self._desk.now
        with self._under_way.during(ready.publication.id, spared=True):
            return Asked(ready.publisher.who_am_i(ready.access), at)

    def look(self, ready: Removing) -> Seen:
        """Read the post as a visitor does (an errand)."""
        with self._under_way.during(ready.publication.id, spared=True):
            return read_back(ready.publisher, ready.access, ready.posted)

    def capture(self, ready: Removing) -> Captured:
        """Read it so and keep the page (an errand)."""
        seen = self.look(ready)
        return Captured(seen, self._captures.keep(seen))

    def remove(self, ready: Removing) -> None:
        """Have the platform take it down (an errand); `begin` wrote that it does."""
        with self._under_way.during(ready.publication.id, spared=True):
            ready.publisher.remove(ready.access, ready.posted)

    # ---- deeds

    def begin(self, by: Actor, ready: Removing, asked: Asked, wish: Wish, seen: Captured | None) -> Changes:
        """Write why it is taken down and what visitors saw of it (a deed).

        Args:
            by: any publisher of the account, the office, communications.
            ready: what is taken down.
            asked: whom the platform takes the log-in for.
            wish: why.
            seen: what a visitor sees now; None where nobody could keep it, and the person said so.

        Raises:
            OtherIdentity: the log-in belongs to another account.
            NotAllowed: with everything that speaks against it.
        """
        require_same(ready, asked)
        if not timedelta() <= self._desk.now - asked.at <= FRESH:
            raise KnownError(say("sending.asked-long-ago"), remedy=say("sending.again"))
        kept = {} if seen is None else seen_parts(seen.seen, (), seen.file)
        file = None if seen is None else seen.file
        return self._begin(by, ready.publication, wish, kept, by_hand=False, file=file)

    def begin_by_hand(
        self, by: Actor, publication: Publication, wish: Wish, shot: MediaFile | None = None
    ) -> Changes:
        """Write that a person takes it down on the platform's page (a deed).

        Args:
            by: as in `begin`; `wish` too.
            publication: what is taken down.
            wish: why.
            shot: a screenshot of what visitors see, from `Scans.seal`; None where nobody could keep it.
        """
        kept: dict[str, Plain] = {} if shot is None else {SHOT_PART: {"file": shot.id, "sha256": shot.sha256}}
        return self._begin(by, publication, wish, kept, by_hand=True, file=shot)

    def gone(self, by: Actor, publication: Publication, seen: Seen | None) -> Changes:
        """Write that it is gone (a deed): visitors see it no more; None: a person saw it."""
        told: dict[str, Plain] = {"by_hand": seen is None}
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            self._require_begun(deed, publication)
            deed.record(Act.TAKEN_DOWN, Noun.REMOVALS, publication.id, parts={ENDED_PART: told})
        return _changed(publication)

    def not_gone(self, by: Actor, publication: Publication, trouble: str) -> Changes:
        """Write that a try is over and nobody saw it gone (a deed)."""
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            self._require_begun(deed, publication)
            parts: dict[str, Plain] = {ENDED_PART: {"trouble": trouble}}
            deed.record(Act.NOT_DOWN, Noun.REMOVALS, publication.id, parts=parts)
        return _changed(publication)

    # ---- helpers

    def _begin(
        self,
        by: Actor,
        publication: Publication,
        wish: Wish,
        kept: dict[str, Plain],
        *,
        by_hand: bool,
        file: MediaFile | None = None,
    ) -> Changes:
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            proven = self._proof.now(deed.unit)
            before = removal_of(proven, publication.id, publication.account)
            refuse((*wish_blockers(wish), *self._reasons(deed.unit, proven, by, publication, before)))
            if not kept and not wish.uncaptured:
                raise NotAllowed((Reason(say("removals.capture-first"), "BAL-B1f3"),))
            told = wish_plain(
                wish,
                link_of(proven, publication.id, publication.account),
                captured=bool(kept),
                by_hand=by_hand,
            )
            if file is not None:
                deed.unit.media.add(file)
            parts = {REMOVAL_PART: told, REASON_PART: wish.words.strip(), **kept}
            deed.record(Act.TAKE_DOWN, Noun.REMOVALS, publication.id, parts=parts)
        return _changed(publication)

    def _reasons(
        self, unit: Unit, proven: Proven, by: Actor, publication: Publication, before: Removal | None
    ) -> tuple[Reason, ...]:
        key = proven.trust.key_alive(by.signer.key)
        return begin_blockers(
            out=published_row(proven, publication.id, publication.account) is not None,
            roles=self._facts.roles(unit, proven.trust, by.person, (publication.account,)),
            before=before,
            by_code=key is not None and key.kind is KeyKind.REVIEWER,
        )

    def _require_begun(self, deed: Deed, publication: Publication) -> None:
        found = removal_of(self._proof.now(deed.unit), publication.id, publication.account)
        if found is None or found.stage is RemovalStage.GONE:
            raise NotAllowed((Reason(say("removals.not-begun")),))
        roles = self._facts.roles(deed.unit, deed.trust, deed.by.person, (publication.account,))
        if deed.by.person != found.by and not roles & (PUBLISHERS | OFFICE):
            raise NotAllowed((Reason(say("removals.no-role"), "BAL-A2"),))

    def _directly(self, unit: Unit, proven: Proven, by: Actor, publication: Publication) -> bool:
        account = unit.accounts.maybe(publication.account)
        if account is None or account.platform not in self._publishers or by.person is None:
            return False
        holds = proven.trust.roles(by.person, proven.trust.day_of(self._desk.now), account.id) & HOLDERS
        if not holds or connection_of(proven, account.id) is None:
            return False
        posted = posted_of(proven, publication.id, account.id)
        return posted is not None and not is_elsewhere(proven, publication.id, account.id)


def _changed(publication: Publication) -> Changes:
    return Changes.of("publications", [publication.id])
