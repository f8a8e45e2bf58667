"""Yes by phone: preparing the e-mail, signing who said yes, countersigning it (`domain.spoken`).

`prepare` and `sign` are deeds, `write` the errand between them. The release is a row `approve` like every
other, with the manifest that was prepared and the part `yes`; the last gate asks `spoken_mandate` anew.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from smadmin.domain.accounts import Account
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.manifests import MANIFEST_VERSION, Manifest
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person
from smadmin.domain.posts import Picture, PostStage
from smadmin.domain.spoken import (
    ASKED_PART,
    YES_PART,
    OwedYes,
    SpokenYes,
    code_of,
    countersign_blockers,
    yes_blockers,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.mail import Mail, write_mail
from smadmin.services.desk import Desk
from smadmin.services.media import Media
from smadmin.services.phrases import ordered_words
from smadmin.services.picture_files import smallest_files
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts
from smadmin.services.yes_weighing import YesWeighing
from smadmin.services.yeses import open_yeses, prepared_for
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Asked:
    """What the e-mail says.

    Args:
        to: whom it asks.
        accounts: where the post goes, each with its words.
        pictures: with what they show, in order.
        code: four words.
        closes: until when the yes holds, UTC.
        doubts: what the policy says of it, each with the author's reason for letting it stand, or "".
    """

    post: PostId
    to: Person
    author: str
    accounts: tuple[tuple[Account, str], ...]
    pictures: tuple[Picture, ...]
    code: str
    closes: datetime
    doubts: tuple[tuple[Message, str], ...] = ()


@dataclass(frozen=True)
class YesSheet:
    """How a post that waits stands to a yes by phone.

    Args:
        people: who could be asked: principal and deputies, by name.
        to: whom the e-mail asks that was prepared last, or None.
        prepared_at: UTC.
        prepare_reasons: why nobody can be asked.
        sign_reasons: why this person can't sign.
    """

    people: tuple[Person, ...]
    to: Person | None
    prepared_at: datetime | None
    prepare_reasons: tuple[Reason, ...]
    sign_reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class OwedLine:
    """A yes that waits for its countersignature, with names."""

    owed: OwedYes
    said_by: str
    signed_by: str


class SpokenYeses:
    """The yeses by phone of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, media: Media) -> None:
        """Stand on the desk, the policy, the proven record and the sealed files."""
        self._desk = desk
        self._proof = proof
        self._media = media
        self._facts = Facts(desk, reader)
        self._platforms = reader.policy.platforms
        self._weighing = YesWeighing(reader, self._facts)

    def sheet(self, by: Actor, post: PostId) -> YesSheet:
        """Say how a post stands to a yes by phone."""
        with self._desk.look(by) as unit:
            proven, draft = self._proof.now(unit), unit.posts.get(post)
            people = self._weighing.askable(unit, proven, draft)
            prepared = prepared_for(proven, post)
            known = prepared is not None and prepared.manifest is not None
            to = proven.trust.people.get(prepared.to) if prepared is not None and known else None
            first = people[0].id if people else PersonId("")
            return YesSheet(
                people,
                to,
                None if prepared is None or to is None else prepared.at,
                self._weighing.prepare_reasons(unit, proven, draft, first),
                () if to is None else self._weighing.sign_reasons(unit, proven, draft, to.id, by.person),
            )

    def prepare(self, by: Actor, post: PostId, to: PersonId) -> Done[Asked]:
        """Make the manifest that somebody is asked to say yes to (a deed).

        Raises:
            NotAllowed: the policy forbids it, three wait already, the principal couldn't release it either.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            unit, proven = deed.unit, self._proof.now(deed.unit)
            draft = unit.posts.get(post)
            if reasons := self._weighing.prepare_reasons(unit, proven, draft, to):
                raise NotAllowed(reasons)
            if not self._facts.roles(unit, deed.trust, by.person, draft.content.accounts):
                raise NotAllowed((Reason(say("approvals.no-role")),))
            window = (deed.now, deed.now + timedelta(days=self._facts.release_days(unit)))
            manifest = self._weighing.manifest(unit, proven, draft, to=to, window=window)
            if manifest is None:
                raise NotAllowed((Reason(say("approvals.not-waiting")),))
            parts = {**manifest.parts(), ASKED_PART: {"to": to}}
            deed.record(Act.PREPARE_YES, Noun.SPOKEN_YESES, post, parts=parts)
            asked = self._asked(unit, proven, manifest, to)
        return Done(asked, _changes(post))

    def write(self, by: Actor, asked: Asked, folder: Path, *, subject: str, text: str) -> Path:
        """Write the prepared e-mail with the covered pictures into a new folder (an errand); gives it.

        Args:
            by: who prepared it.
            asked: as `prepare` gave it.
            folder: where the new folder is made.
            subject: worded already.
            text: worded already.

        Raises:
            OutsideFailed: no space, no permission.
        """
        with self._desk.look(by) as unit:
            files = smallest_files(unit, unit.posts.get(asked.post).content, self._platforms)
        pictures = tuple(self._media.open(by, one) for one in files if one is not None)
        if len(pictures) < len(asked.pictures):
            raise KnownError(say("spoken.picture-gone"))
        return write_mail(folder, f"yes-{asked.post[:8]}", Mail(asked.to.email, subject, text, pictures))

    def sign(self, by: Actor, post: PostId, yes: SpokenYes) -> Done[int]:
        """Release a post by a yes that somebody said (a deed); the principal countersigns it.

        Args:
            by: who heard it: never the author, never who took a first look.
            post: which.
            yes: who said it, how, when, and the four words.

        Raises:
            NotAllowed: with everything that speaks against it, or if the passphrase was given too long ago.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            unit, proven = deed.unit, self._proof.now(deed.unit)
            draft, prepared = unit.posts.get(post), prepared_for(proven, post)
            reasons = list(self._weighing.sign_reasons(unit, proven, draft, yes.said_by, by.person))
            meant = None if prepared is None else prepared.manifest
            window = (deed.now, deed.now) if meant is None else (meant.opens, meant.closes)
            v = MANIFEST_VERSION if meant is None else meant.v
            manifest = self._weighing.manifest(unit, proven, draft, to=yes.said_by, window=window, v=v)
            code = "" if meant is None else code_of(meant, ordered_words())
            reasons += yes_blockers(yes, prepared, manifest, code=code, now=deed.now)
            if not by.fresh(deed.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            if reasons or manifest is None or prepared is None:
                raise NotAllowed(tuple(reasons))
            parts = {**manifest.parts(), YES_PART: yes.to_plain(prepared.seq)}
            seq = deed.record(Act.APPROVE, Noun.POSTS, post, parts=parts)
            unit.posts.change(replace(draft, stage=PostStage.RELEASED))
        return Done(seq, _changes(post))

    def owed(self, by: Actor) -> tuple[OwedLine, ...]:
        """Give the yeses that this person should countersign, oldest first."""
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            roles = self._facts.roles(unit, proven.trust, by.person, ())
            return tuple(
                OwedLine(
                    one,
                    _name(proven, None if one.yes is None else one.yes.said_by),
                    _name(proven, one.signed_by),
                )
                for one in open_yeses(proven)
                if not countersign_blockers(one, by.person, roles)
            )

    def countersign(self, by: Actor, post: PostId) -> Changes:
        """Countersign a yes (a deed).

        Raises:
            NotAllowed: for anybody but principal and deputy, for who signed it or wrote the post.
        """
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            owed = next((one for one in open_yeses(self._proof.now(deed.unit)) if one.post == post), None)
            roles = self._facts.roles(deed.unit, deed.trust, by.person, ())
            reasons = list(countersign_blockers(owed, by.person, roles))
            if not by.fresh(deed.now):
                reasons.append(Reason(say("approvals.passphrase-again")))
            if reasons or owed is None:
                raise NotAllowed(tuple(reasons))
            deed.record(Act.COUNTERSIGN, Noun.SPOKEN_YESES, post, parts={YES_PART: {"release": owed.seq}})
        return _changes(post)

    def _asked(self, unit: Unit, proven: Proven, manifest: Manifest, to: PersonId) -> Asked:
        content = unit.posts.get(manifest.post).content
        return Asked(
            post=manifest.post,
            to=proven.trust.people[to],
            author=_name(proven, manifest.author),
            accounts=tuple((unit.accounts.get(one), text) for one, text in manifest.texts.items()),
            pictures=content.pictures,
            code=code_of(manifest, ordered_words()),
            closes=manifest.closes,
            doubts=self._weighing.doubts(unit, content),
        )


def _name(proven: Proven, person: PersonId | None) -> str:
    found = None if person is None else proven.trust.people.get(person)
    return "" if found is None else found.name


def _changes(post: PostId) -> Changes:
    return Changes.of("posts", [post]) | Changes.of("approvals", [post])
