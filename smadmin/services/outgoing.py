"""What is to go out, account by account: the sheet beside which a person publishes a released post.

Only reads; the steps themselves are `Publications`. When somebody began is taken from the record.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.cadence import Cadence
from smadmin.domain.connections import Connection
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PostId, SchoolId
from smadmin.domain.people import OFFICE
from smadmin.domain.photos.review import Photo
from smadmin.domain.posts import Draft, Picture, PostStage
from smadmin.domain.publications import PERHAPS_OUT, Publication, PublicationStep, begin_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.desk import Desk
from smadmin.services.held import held_reasons
from smadmin.services.plan import Plan
from smadmin.services.proof import Proof, Proven
from smadmin.services.publications import Publications
from smadmin.services.queue_states import InLine, QueueState, in_line
from smadmin.services.reading import Reader
from smadmin.services.ready import Standing
from smadmin.services.refusals import token_reasons
from smadmin.services.registered import unproven
from smadmin.services.releases import Facts, newest_release
from smadmin.services.sending import Sendings
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Lane:
    """A post on one of its accounts.

    Args:
        text: the words that go out there.
        publication: how far it is, or None where nobody began or somebody gave up.
        by: who is at it, by name.
        mine: whether this person began it.
        may_end: whether this person may confirm it or give it up: who began it, or the office.
        began: UTC, from the record.
        others: handles of the school's other accounts on the same platform.
        cadence: how the account stands today.
        blockers: why this person can't begin here.
        distrusted: why the account's row can't be believed; its page isn't opened then.
        handle_in_address: whether the page shows its handle in its address alone.
        writing: the address where its post is written; empty where that isn't known.
        connection: whom the program posts as there by itself; None where this person posts by hand.
        standing: how far the program is with it, where it began to.
        planned: the time that its plan names, UTC.
        no_token: why no time can be chosen, as far as its log-in is known not to work then.
        entrusts: whether the platform's own scheduler might keep it until its time.
        stays_here: why that doesn't, whatever time is chosen; read beside it (`Entrusting.blockers`).
    """

    account: Account
    text: str
    publication: Publication | None
    by: str
    mine: bool
    may_end: bool
    began: datetime | None
    others: tuple[str, ...]
    cadence: Cadence | None
    blockers: tuple[Reason, ...]
    distrusted: tuple[Reason, ...] = ()
    handle_in_address: bool = False
    writing: str = ""
    connection: Connection | None = None
    standing: Standing | None = None
    planned: datetime | None = None
    no_token: tuple[Reason, ...] = ()
    entrusts: bool = False
    stays_here: tuple[Reason, ...] = ()

    @property
    def address(self) -> str:
        """What is opened to write there: where the account does, or its public page."""
        return self.writing or self.account.page


@dataclass(frozen=True)
class Going:
    """A post on its way out.

    Args:
        author, released_by: names.
        closes: the last moment at which it may go out, UTC; None where no release stands.
        pictures: in the post's order, with the photo where it is still there.
        held: what keeps the whole post from going out by now.
    """

    draft: Draft
    author: str
    released_by: str
    closes: datetime | None
    pictures: tuple[tuple[Picture, Photo | None], ...]
    lanes: tuple[Lane, ...]
    held: tuple[Reason, ...] = ()

    @property
    def lays_out(self) -> bool:
        """Tell whether files go out beside the words."""
        return bool(self.pictures) or self.draft.content.video is not None


@dataclass(frozen=True)
class Begun:
    """Something that was begun and neither confirmed nor given up."""

    post: PostId
    account: Account
    words: str
    by: str
    mine: bool
    began: datetime | None
    handed_out: bool
    sending: bool = False  # by the program itself
    queued_at: datetime | None = None  # it goes out by itself then, UTC
    stays: bool = False  # it was to, and doesn't until somebody looks


class Outgoing:
    """What goes out from one school."""

    def __init__(
        self,
        desk: Desk,
        reader: Reader,
        proof: Proof,
        *,
        publications: Publications,
        plan: Plan,
        sendings: Sendings,
    ) -> None:
        """Stand on the desk, the policy, the proven record and the services whose facts are shown."""
        self._desk = desk
        self._proof = proof
        self._publications = publications
        self._plan, self._sendings = plan, sendings
        self._facts = Facts(desk, reader)
        self._reader, self._platforms = reader, reader.policy.platforms

    def of(self, by: Actor, post: PostId) -> Going:
        """Give a post with all its accounts.

        Raises:
            KnownError: if there is no such post.
        """
        cadences = {one.account.id: one.cadence for one in self._plan.cadence()}
        with self._desk.look(by) as unit:
            proven, draft = self._proof.now(unit), unit.posts.get(post)
            release = newest_release(proven, post)
            manifest = None if release is None else release.manifest
            out = {one.account: one for one in unit.publications.find(post_id=post)}
            accounts = [unit.accounts.maybe(one) for one in draft.content.accounts]
            lanes = [
                self._lane(unit, proven, by, draft=draft, account=one, kept=out.get(one.id))
                for one in accounts
                if one is not None
            ]
            return Going(
                draft=draft,
                author=_name(proven, draft.author),
                released_by="" if release is None else _name(proven, release.person),
                closes=None if manifest is None else manifest.closes,
                pictures=tuple((one, unit.photos.maybe(one.photo)) for one in draft.content.pictures),
                lanes=tuple(replace(one, cadence=cadences.get(one.account.id)) for one in lanes),
                held=(*crisis_reasons(proven, manifest), *held_reasons(self._facts, unit, proven, draft))
                if draft.stage is PostStage.RELEASED
                else (),
            )

    def unfinished(self, by: Actor) -> tuple[Begun, ...]:
        """Give what anybody began and didn't end, oldest first: the next start asks whether it is out."""
        found = self._publications.unfinished()
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            begun = [self._begun(unit, proven, by, one) for one in found if one.post is not None]
        known = [one for one in begun if one is not None]
        return tuple(sorted(known, key=lambda one: (one.began is None, str(one.began))))

    def _lane(
        self,
        unit: Unit,
        proven: Proven,
        by: Actor,
        *,
        draft: Draft,
        account: Account,
        kept: Publication | None,
    ) -> Lane:
        going = kept if kept is not None and kept.step is not PublicationStep.GIVEN_UP else None
        mine = going is not None and going.by == by.person
        office = self._facts.roles(unit, proven.trust, by.person, (account.id,)) & OFFICE
        others = tuple(
            one.handle
            for one in unit.accounts.all()
            if one.platform is account.platform and one.id != account.id
        )
        planned = _planned(unit, self._desk.school, draft)
        return Lane(
            account=account,
            text=draft.content.text_for(account.id),
            publication=going,
            by="" if going is None else _name(proven, going.by),
            mine=mine,
            may_end=mine or (going is not None and bool(office)),
            began=None if going is None else _began(proven, going),
            others=others,
            cadence=None,
            blockers=() if going is not None else self._blockers(unit, proven, by, draft, account.id),
            distrusted=unproven(proven, account, self._reader, unit),
            handle_in_address=self._platforms[account.platform].handle_in_address,
            writing=self._platforms[account.platform].writing_address(account),
            connection=self._sendings.way(proven, by, draft.content, account),
            standing=None if going is None else self._sendings.stands(proven, going),
            planned=planned,
            no_token=token_reasons(proven, account.id, max(planned or self._desk.now, self._desk.now)),
            entrusts=not draft.content.pictures
            and self._platforms[account.platform].schedules_from is not None,
        )

    def _blockers(
        self, unit: Unit, proven: Proven, by: Actor, draft: Draft, account: AccountId
    ) -> tuple[Reason, ...]:
        # Only asked where nobody began; whether it was out before, the last gate asks.
        return begin_blockers(
            account,
            released=draft.stage is PostStage.RELEASED,
            roles=self._facts.roles(unit, proven.trust, by.person, (account,)),
            out=False,
            under_way=False,
        )

    def _begun(self, unit: Unit, proven: Proven, by: Actor, one: Publication) -> Begun | None:
        account, draft = unit.accounts.maybe(one.account), unit.posts.maybe(one.post or PostId(""))
        if account is None or draft is None:
            return None
        line = _waits_in_line(proven, one, self._desk.now)
        return Begun(
            post=draft.id,
            account=account,
            words=draft.content.text_for(account.id),
            by=_name(proven, one.by),
            mine=one.by == by.person,
            began=_began(proven, one),
            handed_out=one.step in PERHAPS_OUT,
            sending=one.step is PublicationStep.SENDING,
            queued_at=None if line is None else line.queued.at,
            stays=line is not None and line.state in {QueueState.KEPT, QueueState.MISSED},
        )


def _waits_in_line(proven: Proven, one: Publication, now: datetime) -> InLine | None:
    """Give how it stands in the queue, here or at the platform; None where its bytes may be out."""
    if one.step not in {PublicationStep.INTENDED, PublicationStep.SENDING}:
        return None
    line = in_line(proven, one, now)
    there = line is not None and line.state is QueueState.ENTRUSTED
    return line if there or one.step is PublicationStep.INTENDED else None


def _planned(unit: Unit, school: SchoolId, draft: Draft) -> datetime | None:
    slot = None if draft.content.slot is None else unit.slots.maybe(draft.content.slot)
    return None if slot is None or slot.at is None else unit.schools.get(school).moment(slot.day, slot.at)


def _began(proven: Proven, publication: Publication) -> datetime | None:
    rows = [fact for fact in proven.about(Noun.PUBLICATIONS, publication.id) if fact.body.act == Act.INTEND]
    return rows[-1].body.utc if rows else None


def _name(proven: Proven, person: PersonId | None) -> str:
    found = None if person is None else proven.trust.people.get(person)
    return "" if found is None else found.name
