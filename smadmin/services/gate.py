"""The last gate: everything that must hold in the moment before a post's bytes leave (`keys.md`, Approval).

Nothing is taken over from the release but what its row signed: the record is proven, the files are opened and
hashed, the policy reads the words again, and the same question about the releaser is asked once more.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.accounts import Account, same_handle
from smadmin.domain.actors import Actor
from smadmin.domain.approvals import Mandate, release_blockers
from smadmin.domain.errors import BadInput, NotAllowed, Reason
from smadmin.domain.ids import AccountId, MediaId, PersonId, PostId
from smadmin.domain.manifests import Manifest
from smadmin.domain.messages import say
from smadmin.domain.posts import Revision
from smadmin.domain.publications import (
    Gate,
    Publication,
    PublicationStep,
    before_bytes_leave,
    publication_id,
)
from smadmin.domain.spoken import is_spoken
from smadmin.domain.verification import End
from smadmin.domain.videos.captions import Captions
from smadmin.domain.vocabulary import Act
from smadmin.services.correcting import correction_reasons
from smadmin.services.crisis_rows import crisis_reasons
from smadmin.services.departed import left_then
from smadmin.services.desk import Desk
from smadmin.services.mandates import mandate_alive, mandate_for
from smadmin.services.media import Media
from smadmin.services.picture_files import PictureFile, files_as_signed
from smadmin.services.proof import Proof, Proven
from smadmin.services.publication_rows import publication_rows
from smadmin.services.reading import Reader
from smadmin.services.releases import Facts, Release, newest_release, newest_revision, proven_author
from smadmin.services.yeses import spoken_mandate
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class Passed:
    """What may leave: exactly these words and bytes, for this account; a video with its file's ending."""

    account: Account
    text: str
    pictures: tuple[tuple[bytes, str], ...]
    video: tuple[str, bytes] | None = None
    captions: Captions | None = None


class LastGate:
    """Asks everything anew before bytes leave."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof, media: Media) -> None:
        """Stand on the desk, the policy, the proven record and the sealed files."""
        self._desk = desk
        self._proof = proof
        self._media = media
        self._facts = Facts(desk, reader)
        self._reader, self._platforms = reader, reader.policy.platforms

    def blockers(self, by: Actor, post: PostId, account: AccountId) -> tuple[Reason, ...]:
        """List why nothing may leave for this account now (opens the covered files; an errand).

        Also those of its other accounts: any change voids the whole release.
        """
        files = self.files(by, post)
        with self._desk.look(by) as unit:
            return self.reasons(unit, self._proof.now(unit), post, account, files)

    def pass_through(self, by: Actor, publication: Publication, handle: str) -> Passed:
        """Give the bytes that may leave for a publication (an errand).

        Args:
            by: who intended it.
            publication: as it was intended.
            handle: the @name that the person sees on the platform's page right now.

        Raises:
            NotAllowed: with everything that speaks against it.
            BadInput: if the page shows another handle.
        """
        post = publication.post or PostId("")
        files = self.files(by, post)
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            kept = unit.publications.get(publication.id)
            reasons = self.reasons(unit, proven, post, kept.account, files)
            if kept.step is not PublicationStep.INTENDED or not _intended_by(proven, kept, by):
                reasons = (Reason(say("publications.not-yours")), *reasons)
            if reasons:
                raise NotAllowed(reasons)
            passed = self.going(unit, proven, kept, files)
        account = passed.account
        if same_handle(handle) != account.pin:
            raise BadInput(
                say("publications.other-handle", seen=handle, expected=account.at_handle),
                kept=say("publications.release-kept"),
                remedy=say("publications.switch-account"),
            )
        return passed

    def going(
        self, unit: Unit, proven: Proven, publication: Publication, files: Mapping[MediaId, bytes]
    ) -> Passed:
        """Give what goes out for a publication; whether it may, `reasons` says.

        Args:
            unit: the transaction.
            proven: the record in it.
            publication: whose.
            files: as `files` opened them.
        """
        post = publication.post or PostId("")
        account, content = unit.accounts.get(publication.account), unit.posts.get(post).content
        facts = self._platforms[account.platform]
        listed = self._pictures(unit, proven, post)[account.id][: facts.pictures]
        pictures = tuple((files[one.file], one.alt) for one in listed if one.file is not None)
        passed = Passed(account, content.text_for(account.id), pictures)
        if content.video is None or not facts.videos:
            return passed
        video = unit.videos.get(content.video)
        return replace(passed, video=(video.ending, files[video.media]), captions=video.said.captions)

    def files(self, by: Actor, post: PostId) -> dict[MediaId, bytes]:
        """Open the covered pictures and the video of a post, each file once (an errand)."""
        with self._desk.look(by) as unit:
            content = unit.posts.get(post).content
            going = self._pictures(unit, self._proof.now(unit), post).values()
            video = None if content.video is None else unit.videos.maybe(content.video)
        kept = {one.file for listed in going for one in listed if one.file is not None}
        kept |= set() if video is None else {video.media}
        return {media: self._media.open(by, media) for media in kept}

    def _pictures(
        self, unit: Unit, proven: Proven, post: PostId
    ) -> Mapping[AccountId, tuple[PictureFile, ...]]:
        """Give per account the pictures that go out there, in the shape of what was released."""
        release = newest_release(proven, post)
        signed = None if release is None else release.manifest
        return files_as_signed(unit, unit.posts.get(post).content, self._platforms, signed)

    def reasons(
        self, unit: Unit, proven: Proven, post: PostId, account: AccountId, files: Mapping[MediaId, bytes]
    ) -> tuple[Reason, ...]:
        """List why these very bytes may not leave; asked in the transaction that writes that they do."""
        gate = self._gate(unit, proven, post, account, files)
        if gate is None or gate.manifest is None:
            return (Reason(say("publications.no-release")),)
        told = self._reader.pack(unit).corrected
        corrects = correction_reasons(proven, post, account, signed=gate.manifest, told=told)
        return (*before_bytes_leave(gate), *corrects)

    def mandate_holds(self, unit: Unit, proven: Proven, post: PostId, on: date) -> bool:
        """Tell whether what let somebody release a post still does on a day to come."""
        revision, release = newest_revision(unit, unit.posts.get(post)), newest_release(proven, post)
        author = None if revision is None else proven_author(unit, proven, revision)
        if revision is None or author is None or release is None or release.person is None:
            return False
        now = self._mandate(unit, proven, release, release.person, revision=revision, author=author, on=on)
        return release.manifest is not None and mandate_alive(proven, release.manifest, now)

    def _gate(
        self, unit: Unit, proven: Proven, post: PostId, account: AccountId, files: Mapping[MediaId, bytes]
    ) -> Gate | None:
        """Find every fact anew; None where there is nothing that could have been released to this account."""
        revision, release = newest_revision(unit, unit.posts.get(post)), newest_release(proven, post)
        if revision is None or release is None or release.manifest is None or release.person is None:
            return None
        signed, person, author = release.manifest, release.person, proven_author(unit, proven, revision)
        if account not in signed.accounts or author is None:
            return None
        content = revision.content
        now = self._mandate(unit, proven, release, person, revision=revision, author=author)
        case = self._facts.case(unit, proven, person, post=post, author=author, content=content, mandate=now)
        asked_anew = replace(
            case, account_reasons=(), answered=True, head_right=True, roster_right=True, clock_right=True
        )
        return Gate(
            manifest=signed,
            rebuilt=self._rebuilt(unit, proven, revision, signed, files),
            row_proven=proven.whole and proven.stands(release.fact),
            releaser_alive=proven.alive(release.fact) is not None
            and bool(case.roles)
            and not left_then(proven, release.fact),
            mandate_alive=mandate_alive(proven, signed, now),
            edited_later=release.edited_later,
            roster_right=proven.roster_right,
            head_right=proven.head_right,
            answered=proven.end is not End.UNANSWERED,
            account_reasons=self._facts.account_reasons(unit, proven, (account,)),
            already=_is_out(proven, post, account),
            now=self._desk.now,
            person_reasons=release_blockers(asked_anew),
            clock_right=self._facts.clock_right(proven),
            stopped=crisis_reasons(proven, signed),
        )

    def _mandate(
        self,
        unit: Unit,
        proven: Proven,
        release: Release,
        person: PersonId,
        *,
        revision: Revision,
        author: PersonId,
        on: date | None = None,
    ) -> Mandate | None:
        """Give by what this release would be given today, or on another day."""
        today = on or self._facts.today(unit)
        if is_spoken(release.manifest):
            return spoken_mandate(proven, release, today)
        return mandate_for(
            proven,
            person,
            post=revision.post,
            author=author,
            content=revision.content,
            today=today,
            offices=self._facts.offices(unit, revision.content),
        )

    def _rebuilt(
        self,
        unit: Unit,
        proven: Proven,
        revision: Revision,
        signed: Manifest,
        files: Mapping[MediaId, bytes],
    ) -> Manifest:
        digests = {media: hashlib.sha256(content).hexdigest() for media, content in files.items()}
        video = None if revision.content.video is None else unit.videos.maybe(revision.content.video)
        return self._facts.manifest(
            unit,
            proven,
            revision,
            opened=digests,
            video_file="" if video is None else digests.get(video.media, ""),
            v=signed.v,
            # Whether the mandate is alive is asked by itself; a week signed anew must not look like an edit.
            mandate=Mandate(signed.mandate, signed.mandate_seq),
            window=(signed.opens, signed.closes),
        )


def _is_out(proven: Proven, post: PostId, account: AccountId) -> bool:
    """Tell whether the record has this post published on this account, or on its way out and not ended."""
    rows = publication_rows(proven, publication_id(post, account), account)
    acts = [fact.body.act for fact in rows]
    return Act.PUBLISH in acts or (bool(acts) and acts[-1] in {Act.HAND_OUT, Act.SEND})


def _intended_by(proven: Proven, publication: Publication, by: Actor) -> bool:
    rows = publication_rows(proven, publication.id, publication.account)
    begun = bool(rows) and rows[-1].body.act in {Act.INTEND, Act.NOT_OUT}
    return begun and rows[-1].body.person == by.person
