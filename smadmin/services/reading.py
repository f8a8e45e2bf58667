"""Reading a post by the school's policy, with the names of its children at hand.

The children's names are indexed once per sign-in and kept in memory only; whoever locks the session calls
`forget`. Deeds that decide something ask with `now`, which reads the list anew where it changed.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from smadmin.domain.errors import Reason, Tampered
from smadmin.domain.ids import AccountId, PersonId
from smadmin.domain.losses import alt_blockers, video_blockers
from smadmin.domain.messages import say
from smadmin.domain.platforms import count
from smadmin.domain.policy.approved import platform_blockers
from smadmin.domain.policy.context import Context, PostText
from smadmin.domain.policy.findings import Finding, Severity
from smadmin.domain.policy.learnt import LEARNT, Learnt, hushed
from smadmin.domain.policy.packs import Pack
from smadmin.domain.policy.roster import NOBODY, People, PersonName, Tokens, tokens_of
from smadmin.domain.posts import Content, overridden
from smadmin.domain.records import state_digest
from smadmin.domain.students import Student, age_blockers, oldest_check, unreadable_blockers
from smadmin.domain.videos.captions import spoken
from smadmin.domain.videos.releasing import hand_in_reasons
from smadmin.services.desk import Desk
from smadmin.services.photos.consented import recorded_in
from smadmin.services.pictures_read import as_rules_see
from smadmin.services.policy import Policy
from smadmin.services.roles import today_of
from smadmin.services.students.checking import list_checked_on
from smadmin.services.videos.looked import stored_looks
from smadmin.storage.unit import Unit

if TYPE_CHECKING:
    from smadmin.domain.policy.proofreading import Proofreader

Findings = Mapping[AccountId, tuple[Finding, ...]]
"""Per account, because each may have its own wording."""


class Reader:
    """Reads contents.

    Args:
        desk: whose school it is.
        policy: packs and platforms.
        agreed_on: whether communications said yes to an account on a platform that the policy doesn't name.
    """

    def __init__(
        self,
        desk: Desk,
        policy: Policy,
        agreed_on: Callable[[Unit, AccountId], bool] = lambda _unit, _account: False,
    ) -> None:
        self._desk, self._agreed_on = desk, agreed_on
        self.policy = policy
        self._people: People = NOBODY
        self._groups: frozenset[str] = frozenset()
        self._people_of: str | None = None
        self._spoilt, self._children = 0, 0
        self._checked_on: date | None = None
        self._agreed: tuple[tuple[int, int], frozenset[Tokens]] | None = None
        self._quiet: tuple[Pack, frozenset[str], Pack] | None = None

    @cached_property
    def _proofreader(self) -> "Proofreader":
        from smadmin.domain.policy.proofreading import Proofreader  # noqa: PLC0415 - its patterns take 0.3 s

        return Proofreader()

    def forget(self) -> None:
        """Drop the children's names: at lock, and when the list or the staff changed."""
        self._people, self._people_of, self._agreed = NOBODY, None, None
        self._groups = frozenset()
        self.__dict__.pop("_proofreader", None)
        self.policy.speller.forget()

    def pack(self, unit: Unit) -> Pack:
        """Give the pack in force.

        Raises:
            Tampered, BadInput: if the school names one that isn't here, or not as it was.
        """
        return self.policy.in_force(unit.schools.get(self._desk.school).policy, unit)

    def account_reasons(self, unit: Unit, accounts: tuple[AccountId, ...]) -> tuple[Reason, ...]:
        """List why accounts may not be posted from, by their own state and by the pack."""
        pack, found = self.pack(unit), tuple(unit.accounts.get(one) for one in accounts)
        reasons = [why for account in found for why in account.blockers()]
        for one in found:
            reasons += platform_blockers(pack, one, partial(self._agreed_on, unit, one.id))
        return tuple(reasons)

    def today(self, unit: Unit) -> date:
        """Give the school's own day."""
        return today_of(unit, self._desk)

    def typed(self, unit: Unit, content: Content) -> Findings:
        """Read what is being typed; the children's names are those known since sign-in."""
        if self._people_of is None:
            self._load(unit)
        return self._read(unit, content)

    def now(self, unit: Unit, content: Content) -> Findings:
        """Read what is being decided; the children's names are those of this moment."""
        if self._people_of != _people_of(unit):
            self._load(unit)
        return self._read(unit, content)

    def captions_reasons(self, unit: Unit, content: Content) -> tuple[Reason, ...]:
        """List what the policy forbids of the words in a video's captions: they are read like the post."""
        video = None if content.video is None else unit.videos.maybe(content.video)
        if video is None or video.said.captions is None:
            return ()
        words = Content(text=spoken(video.said.captions), accounts=content.accounts)
        return tuple(
            Reason(say("videos.captions-say", what=finding.message), finding.citation, video.place)
            for finding in distinct(self.now(unit, words), Severity.BLOCK)
        )

    def unread(self, unit: Unit) -> tuple[Reason, ...]:
        """List why nothing may go out while an entry of the children's list can't be read."""
        if self._people_of != _people_of(unit):
            self._load(unit)
        return unreadable_blockers(self._spoilt)

    def unchecked(self, unit: Unit) -> tuple[Reason, ...]:
        """List why no photo of students may be handed in: nobody looked at the list for too long (SOC-M3)."""
        if self._people_of != _people_of(unit):
            self._load(unit)
        age_days = self.pack(unit).roster_age_days
        # With nobody on the list no row changes by *Still right*, so it is asked anew.
        checked = self._checked_on if self._children else list_checked_on(unit, self._desk)
        return age_blockers(checked, today=self.today(unit), age_days=age_days)

    def _load(self, unit: Unit) -> None:
        students, spoilt = unit.students.readable()
        names = [_as_rules_see(student) for student in students]
        staff = [person.name for person in unit.trust.read().people.values()]
        self._people, self._people_of = People.of(names, staff=staff), _people_of(unit)
        self._spoilt = len(spoilt)
        self._children, self._checked_on = len(students), oldest_check(students, None)
        self._groups = frozenset(group.casefold() for student in students for group in student.groups)

    def _read(self, unit: Unit, content: Content) -> Findings:
        learnt = learnt_of(unit)
        pack = self._hushed(self.pack(unit), learnt.quiet)
        context = self._context(unit, pack, learnt)
        pictures = tuple(
            as_rules_see(unit, picture, unit.photos.maybe(picture.photo)) for picture in content.pictures
        )
        read: dict[str, tuple[Finding, ...]] = {}
        for account in content.accounts:
            words = content.text_for(account)
            if words not in read:
                read[words] = self._proofreader.check(PostText(words, pictures), pack=pack, context=context)
        return {account: read[content.text_for(account)] for account in content.accounts}

    def context(self, unit: Unit) -> Context:
        """Give what the checks know of the school and its people at this moment."""
        if self._people_of != _people_of(unit):
            self._load(unit)
        return self._context(unit, self.pack(unit), learnt_of(unit))

    def _hushed(self, pack: Pack, quiet: frozenset[str]) -> Pack:
        """Give the pack in which quiet checks only hint, the same one for the same checks."""
        if self._quiet is None or self._quiet[:2] != (pack, quiet):
            self._quiet = (pack, quiet, hushed(pack, quiet))
        return self._quiet[2]

    def _who_agreed(self, unit: Unit) -> frozenset[Tokens]:
        """Give the adults whose consent stands in the record, read again once it has grown."""
        as_of = (unit.record.head().seq, len(self._desk.mute))
        if self._agreed is None or self._agreed[0] != as_of:
            names = (tokens_of(one.name) for one in recorded_in(unit, self._desk).values())
            self._agreed = (as_of, frozenset(name for name in names if name))
        return self._agreed[1]

    def _context(self, unit: Unit, pack: Pack, learnt: Learnt) -> Context:
        school = unit.schools.get(self._desk.school)
        accounts = unit.accounts.all()
        return Context(
            people=self._people,
            school_name=school.name,
            account_names=tuple(name for one in accounts for name in (one.name, one.handle)),
            phones=(*school.phones, *(phone for contact in pack.contacts for phone in contact.phones)),
            domains=(*school.domains, *pack.mail_domains),
            handles=(*(one.handle for one in accounts), *learnt.handles),
            groups=self._groups,
            lexicon=self.policy.lexicon,
            speller=self.policy.speller,
            own_words=learnt.folded,
            consented=self._who_agreed(unit),
        )


def learnt_of(unit: Unit) -> Learnt:
    """Give what the school taught the checks; where somebody spoilt it, that is nothing."""
    with suppress(Tampered):
        kept = unit.learnt.maybe(LEARNT)
        if kept is not None:
            return kept
    return Learnt(LEARNT, unit.school)


def _as_rules_see(student: Student) -> PersonName:
    return PersonName(
        student.first_name,
        student.last_name,
        opted_out=student.no_name,
        no_work=student.no_work,
        number=student.number,
        guarded=bool(student.opt_outs),
    )


def distinct(findings: Findings, severity: Severity) -> tuple[Finding, ...]:
    """Give the findings of one severity over all accounts, each once."""
    return tuple(dict.fromkeys(f for found in findings.values() for f in found if f.severity is severity))


def open_blocks(findings: Findings, content: Content) -> tuple[Reason, ...]:
    """Give the block findings that nobody let stand, as reasons."""
    return tuple(
        Reason(finding.message, finding.citation, finding.place)
        for finding in distinct(findings, Severity.BLOCK)
        if not overridden(finding, content.overrides)
    )


def length_reasons(unit: Unit, policy: Policy, content: Content) -> tuple[Reason, ...]:
    """List the accounts on whose platform the words are too long, counted the platform's own way."""
    reasons = []
    for one in content.accounts:
        account = unit.accounts.get(one)
        counted = count(content.text_for(one), policy.platforms[account.platform])
        if not counted.fits:
            over = max(counted.over, *(further.over for further in counted.also), 0)
            reasons.append(
                Reason(say("posts.too-long", n=over, account=account.label), None, f"account:{one}")
            )
    return tuple(reasons)


def picture_reasons(unit: Unit, policy: Policy, content: Content) -> tuple[Reason, ...]:
    """List the accounts whose platform wants more pictures than there are, or shorter descriptions."""
    reasons: list[Reason] = []
    video = None if content.video is None else unit.videos.maybe(content.video)
    for account in (unit.accounts.get(one) for one in content.accounts):
        facts, place = policy.platforms[account.platform], f"account:{account.id}"
        shown = len(content.pictures) + (content.video is not None and facts.videos > 0)
        if facts.least_pictures > shown:
            needed = say("posts.picture-needed", account=account.label, n=facts.least_pictures)
            reasons.append(Reason(needed, None, place))
        alts = tuple(picture.alt for picture in content.pictures[: facts.pictures])
        reasons += alt_blockers(alts, facts, account=account.label, place=place)
        if video is not None:
            reasons += video_blockers(video.facts.length_ms, facts, account=account.label, place=place)
    return tuple(reasons)


def _people_of(unit: Unit) -> str:
    return state_digest({**unit.students.stored(), "trust": unit.trust.read().digest().encode()})


def video_hand_in_reasons(
    unit: Unit, content: Content, reader: Reader, author: PersonId
) -> tuple[Reason, ...]:
    """List what keeps a post's video from being handed in."""
    if content.video is None:
        return ()
    video = unit.videos.maybe(content.video)
    students = video is not None and bool(video.faces)
    looks = stored_looks(unit, content.video, reader.pack(unit))
    unchecked = reader.unchecked(unit) if students else ()
    return (*unchecked, *reader.captions_reasons(unit, content), *hand_in_reasons(looks, author))


def photo_reasons(unit: Unit, content: Content, reader: Reader) -> tuple[Reason, ...]:
    """List what keeps a post's photos from being handed in."""
    photos = [(picture, unit.photos.maybe(picture.photo)) for picture in content.pictures]
    students = any(photo is not None and photo.faces for _, photo in photos)
    reasons = [*(reader.unchecked(unit) if students else ())]
    for picture, photo in photos:
        if photo is None:
            reasons.append(Reason(say("posts.photo-gone"), None, f"photo:{picture.photo}"))
        else:
            reasons += photo.hand_in_blockers()
    return tuple(reasons)
