"""Taking photos in: from files to sealed originals with a row each. Nothing is decoded here.

An errand reads and seals file after file; a deed keeps a lot of them with a row of the record (`taking` says
how many make one). Rows of further lots name the one that began the set.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import Conflict, KnownError, Reason
from smadmin.domain.ids import PhotoId, PhotoSetId
from smadmin.domain.media import MediaFile, RightOfUse, Use
from smadmin.domain.messages import say
from smadmin.domain.photos.adults import (
    NOTHING_SAID,
    AdultConsent,
    Adults,
    AdultsSaid,
    adults_blockers,
    adults_of,
    key_of,
)
from smadmin.domain.photos.covers import CoverStyle
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.students import ROSTER_ROLES
from smadmin.domain.typed import tidy, tidy_all
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Deed, Desk
from smadmin.services.media import Media
from smadmin.services.photos.consented import record_new, recorded_in
from smadmin.services.photos.reviewed import reviewed_digests
from smadmin.services.photos.sources import Load, Piece, Source
from smadmin.services.photos.taken import Incoming, Known, LeftOut, Lot, Read, SetAside, TakenIn
from smadmin.services.roles import refuse, roles_in, today_of

_KIND = "application/octet-stream"
"""What it is shows only when a jailed process opens it."""

FACTS_PART = "facts"


@dataclass(frozen=True)
class SetFacts:
    """What is asked once for a folder of photos (`product.md`, Photos).

    Args:
        right: where the pictures come from; `unknown` blocks later (BAL-B1h).
        purpose: in words, where they are to appear.
        groups: who could be in these; none named means the whole school.
        use: what for; anything but the school's own purposes is refused, so nothing else is ever kept.
        adults: who of them agreed, or that it was a public event.
    """

    event: str
    taken_by: str
    right: RightOfUse = RightOfUse.UNKNOWN
    purpose: str = ""
    groups: tuple[str, ...] = ()
    use: Use = Use.SCHOOL
    adults: AdultsSaid = NOTHING_SAID


def facts_blockers(facts: SetFacts) -> tuple[Reason, ...]:
    """List what is still to be said about a folder."""
    reasons = []
    if not facts.event.strip():
        reasons.append(Reason(say("photos.event-missing"), None, "event"))
    if not facts.taken_by.strip():
        reasons.append(Reason(say("photos.taken-by-missing"), "BAL-B1h", "taken_by"))
    if facts.use is not Use.SCHOOL:
        reasons.append(Reason(say("photos.school-purposes"), "SOC-M6", "purpose"))
    return (*reasons, *adults_blockers(facts.adults))


class Intake:
    """Takes photos in."""

    def __init__(self, desk: Desk, media: Media) -> None:
        """Stand on the desk and the sealed files."""
        self._desk = desk
        self._media = media

    def take_in(self, by: Actor, facts: SetFacts, sources: Iterable[Source]) -> Done[TakenIn]:
        """Take what was brought in as one set (a chain of `read` and `keep`)."""
        refuse(facts_blockers(facts))
        kept, taken = self.take_lot(by, facts, list(self.read(Load(sources))))
        return Done(taken, kept.changes)

    def take_lot(
        self, by: Actor, facts: SetFacts, read: Sequence[Read], before: Lot | None = None
    ) -> tuple[Done[Lot], TakenIn]:
        """Keep what was read, as a set or in the one that the lot before began, and say what came of it."""
        incoming = [one for one in read if isinstance(one, Incoming)]
        try:
            kept = self.keep(by, facts, incoming) if before is None else self.add(by, before, incoming)
        except KnownError:
            self._media.shred(one.file for one in incoming)
            raise
        lot = kept.value
        self._media.shred(one.file for one in incoming if one.file.id not in lot.originals)
        left_out = tuple(one for one in read if isinstance(one, LeftOut))
        films = sum(isinstance(one, SetAside) for one in read)
        return kept, TakenIn(lot.set, lot.photos, left_out, len(incoming) - len(lot.photos), films)

    def read(self, load: Load) -> Iterator[Read]:
        """Read and seal file after file (an errand); what can't be read is named, the others go on.

        Raises:
            BadInput: if a place doesn't exist.
            OutsideFailed: if the disk has no space for the sealed file.
        """
        for piece in load.pieces():
            read = self._sealed(piece)
            load.took()
            yield read

    def _sealed(self, piece: Piece) -> Read:
        if piece.film:
            return SetAside(piece.name)
        if piece.wrong is not None:
            return LeftOut(piece.name, piece.wrong)
        return Incoming(piece.name, self._media.seal(piece.content, _KIND))

    def keep(self, by: Actor, facts: SetFacts, incoming: Sequence[Incoming]) -> Done[Lot]:
        """Make a set of sealed files (a deed); files that are the same to the byte become one photo.

        Raises:
            NotAllowed: no right to it, or something about the set isn't said.
        """
        with self._desk.deed(by) as deed:
            _may(deed, facts_blockers(facts))
            photo_set = PhotoSet(
                id=PhotoSetId(self._desk.ids.new()),
                school=deed.unit.school,
                event=tidy(facts.event),
                taken_by=tidy(facts.taken_by),
                right=facts.right,
                purpose=tidy(facts.purpose),
                groups=tidy_all(facts.groups),
                created_at=deed.now,
                adults=self._adults(deed, facts.adults),
            )
            deed.unit.photo_sets.add(photo_set)
            known = Known(style=_last_style(deed), reviewed=reviewed_digests(deed.unit))
            lot = self._add(deed, photo_set.id, incoming, known)
        return Done(lot, Changes.of("photos", [lot.set, *lot.photos]))

    def add(self, by: Actor, before: Lot, incoming: Sequence[Incoming]) -> Done[Lot]:
        """Put a further lot into the set that the one before is in (a deed), as `keep` does.

        Had somebody chosen another look of the covers meanwhile, it is that of the rest too.

        Raises:
            NotAllowed: no right to it.
        """
        with self._desk.deed(by) as deed:
            _may(deed)
            lot = self._add(
                deed, before.set, incoming, replace(before.known, style=_style_after(deed, before))
            )
        return Done(lot, Changes.of("photos", [lot.set, *lot.photos]))

    def change_facts(self, by: Actor, set_id: PhotoSetId, facts: SetFacts, *, version: int) -> Changes:
        """Correct what was said about a set (a deed).

        Raises:
            Conflict: if somebody changed it since.
        """
        with self._desk.deed(by) as deed:
            _may(deed, facts_blockers(facts))
            seen = deed.unit.photo_sets.get(set_id)
            if seen.version != version:
                raise Conflict(say("store.conflict"), kept=say("store.conflict-kept"))
            changed = replace(
                seen,
                event=tidy(facts.event),
                taken_by=tidy(facts.taken_by),
                right=facts.right,
                purpose=tidy(facts.purpose),
                groups=tidy_all(facts.groups),
                adults=self._adults(deed, facts.adults, kept=seen.adults.named),
            )
            deed.unit.photo_sets.change(changed)
            deed.record(Act.CHANGE, Noun.PHOTO_SETS, set_id, parts={FACTS_PART: facts_part(changed)})
        return Changes.of("photos", [set_id])

    def remove(self, by: Actor, photos: Iterable[PhotoId]) -> Changes:
        """Remove photos: their rows, without which nobody can read the files, then the files (a chain)."""
        wanted = tuple(photos)
        self._media.shred(self._remove_rows(by, wanted))
        return Changes.of("photos", wanted)

    def _adults(self, deed: Deed, said: AdultsSaid, *, kept: Sequence[AdultConsent] = ()) -> Adults:
        """Say what a folder rests on, and record the consents that are new.

        What it rested on before stays, also where it was withdrawn since; it isn't recorded anew by that.
        """
        refuse(adults_blockers(said, today=today_of(deed.unit, self._desk)))
        there = {key_of(one.name): one for one in kept} | recorded_in(deed.unit, self._desk)
        adults = adults_of(said, there)
        record_new(deed, [one for one in adults.named if key_of(one.name) not in there], self._desk.ids.new)
        return adults

    def _remove_rows(self, by: Actor, photos: tuple[PhotoId, ...]) -> list[MediaFile]:
        files: list[MediaFile] = []
        with self._desk.deed(by) as deed:
            _may(deed)
            for photo_id in photos:
                photo = deed.unit.photos.get(photo_id)
                kept = (photo.original, *photo.files)
                files.extend(deed.unit.media.get(one) for one in kept)
                for one in kept:
                    deed.unit.media.remove(one)
                deed.unit.photos.remove(photo_id)
                deed.record(Act.REMOVE, Noun.PHOTOS, photo_id, parts={"photo": {"sha256": photo.sha256}})
        return files

    def _add(self, deed: Deed, set_id: PhotoSetId, incoming: Sequence[Incoming], before: Known) -> Lot:
        photos = list[Photo]()
        there = set(before.digests)
        for one in incoming:
            if one.file.sha256 in there:
                continue
            there.add(one.file.sha256)
            deed.unit.media.add(one.file)
            photo = Photo(
                id=PhotoId(self._desk.ids.new()),
                school=deed.unit.school,
                set=set_id,
                name=one.name,
                original=one.file.id,
                sha256=one.file.sha256,
                style=before.style,
                again=before.reviewed.get(one.file.sha256),
            )
            photos.append(deed.unit.photos.add(photo))
        row = self._record(deed, set_id, photos, before.row)
        ids, originals = tuple(one.id for one in photos), frozenset(one.original for one in photos)
        return Lot(set_id, ids, originals, replace(before, digests=frozenset(there), row=row))

    def _record(self, deed: Deed, set_id: PhotoSetId, photos: Sequence[Photo], begun: int | None) -> int:
        """Say what was taken in; the row of a further lot names the one that began it, and that is given."""
        listed: list[Plain] = [{"photo": one.id, "name": one.name, "sha256": one.sha256} for one in photos]
        part: dict[str, Plain] = {"photos": listed} | ({} if begun is None else {"begun": begun})
        facts = facts_part(deed.unit.photo_sets.get(set_id))
        row = deed.record(Act.TAKE_IN, Noun.PHOTO_SETS, set_id, parts={FACTS_PART: facts, "photos": part})
        return row if begun is None else begun


def _may(deed: Deed, more: tuple[Reason, ...] = ()) -> None:
    allowed = roles_in(deed) & ROSTER_ROLES
    refuse(more if allowed else (Reason(say("photos.not-your-role")), *more))


def _last_style(deed: Deed) -> CoverStyle:
    """Give the look of the covers in the newest folder that has photos, so that it is chosen once."""
    for photo_set in reversed(deed.unit.photo_sets.all()):
        for photo in deed.unit.photos.find(set_id=photo_set.id)[:1]:
            return photo.style
    return CoverStyle.SOLID


def _style_after(deed: Deed, before: Lot) -> CoverStyle:
    found = (deed.unit.photos.maybe(one) for one in before.photos)
    return next((photo.style for photo in found if photo is not None), before.known.style)


def facts_part(photo_set: PhotoSet) -> dict[str, Plain]:
    """Give what is said about a set, as the rows about it hold it in their part `facts`."""
    return {
        "event": photo_set.event,
        "taken_by": photo_set.taken_by,
        "right": photo_set.right.value,
        "purpose": photo_set.purpose,
        "groups": list(photo_set.groups),
        **photo_set.adults.part,
    }
