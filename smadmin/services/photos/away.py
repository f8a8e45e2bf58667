"""Sending photos for a second look, and taking in what comes back (decision 8).

What was asked stands in a signed row, and so does what is taken in: a statement that the other person signed,
which `stated` proves anew before a release. Who sends can't change what was asked about, nor who answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import BadInput, Conflict, NotAllowed, Reason
from smadmin.domain.ids import PersonId, PhotoId, PhotoSetId
from smadmin.domain.keys import Key, KeyKind, Trust
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.photos.away import MOST_PHOTOS, WAITS, Asked, asked_photo, state_of_faces
from smadmin.domain.photos.deciding import covered_faces, decided, look_reasons
from smadmin.domain.photos.review import Look, Photo
from smadmin.domain.photos.statement import Statement, faces_covered
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.departed import leaves_now
from smadmin.services.desk import Deed, Desk
from smadmin.services.media import Media
from smadmin.services.photos.decisions import face_part, write_decision
from smadmin.services.photos.lookfiles import packed
from smadmin.services.photos.stated import (
    ASKED_PART,
    LOOK_PART,
    STATEMENT_PART,
    answered,
    asking_row,
    believed,
)
from smadmin.services.photos.views import later_of
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, person_of, refuse, roles_in, today_of
from smadmin.storage.unit import Unit


@dataclass(frozen=True)
class TakenIn:
    """What became of an answer: how many photos it counts for, and why not for others."""

    photos: tuple[PhotoId, ...]
    refused: tuple[Reason, ...]


class Away:
    """Second looks that are taken elsewhere.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(self, desk: Desk, media: Media, proof: Proof, *, mode: RosterMode) -> None:
        """Stand on the desk, the sealed files and the proven record."""
        self._desk = desk
        self._media = media
        self._proof = proof
        self._mode = mode

    def reviewers(self, by: Actor, photos: Iterable[PhotoId]) -> tuple[Person, ...]:
        """Give who may be asked about these photos, by name: not who sends, nor who took a first look."""
        with self._desk.look(by) as unit:
            trust, today = self._proof.now(unit).trust, today_of(unit, self._desk)
            looks = [unit.photos.get(photo).first for photo in photos]
        barred = {by.person} | {look.by for look in looks if look is not None}
        found = [
            person
            for person in trust.people.values()
            if person.id not in barred and any_roles(trust, person.id, today) and keys_of(trust, person.id)
        ]
        return tuple(sorted(found, key=lambda person: person.name))

    def ask(
        self, by: Actor, set_id: PhotoSetId, photos: Iterable[PhotoId], reviewer: PersonId
    ) -> Done[bytes]:
        """Give the sealed file that asks somebody for the second look (a chain: files, then the deed).

        Raises:
            NotAllowed: a photo isn't ready, the other person may not look at it, too many photos.
            Conflict: somebody decided otherwise meanwhile.
        """
        wanted = tuple(photos)
        with self._desk.look(by) as unit:
            folder = unit.photo_sets.get(set_id)
            seen = [unit.photos.get(photo) for photo in wanted]
            refuse(self._ask_reasons(unit, seen, reviewer))
        files = [self._media.open(by, one.exported) for one in seen if one.exported is not None]
        listed = tuple(
            asked_photo(
                one,
                hidden={face.id for face in covered_faces(one, self._mode)},
                state=_state_of(one),
                file=file,
            )
            for one, file in zip(seen, files, strict=True)
        )
        asked = Asked(
            id=self._desk.ids.new(),
            school=self._desk.school,
            set=set_id,
            event=folder.event,
            sender=person_of(by),
            key=by.signer.key,
            reviewer=reviewer,
            ends=self._desk.now + WAITS,
            photos=listed,
        )
        trust = self._note(by, asked, seen)
        recipients = [key.recipient for key in keys_of(trust, reviewer)]
        sealed = packed(by, asked.to_bytes(), recipients=recipients, pictures=files)
        return Done(sealed, Changes.of("photos", wanted))

    def take_in(self, by: Actor, said: Iterable[tuple[bytes, bytes]]) -> Done[TakenIn]:
        """Take in statements about photos, each with its signature (a deed).

        A photo that was decided otherwise since is left as it is; the others count.

        Raises:
            BadInput: if a statement wasn't signed by who was asked.
            NotAllowed: if it counts for no photo.
            Tampered: the children's rows aren't what the last signed row says.
        """
        person_of(by)
        taken, refused = list[PhotoId](), list[Reason]()
        with self._desk.deed(by) as deed:
            deed.require_roster()
            refuse(() if roles_in(deed) else (Reason(say("photos.not-your-role")),))
            proven = self._proof.now(deed.unit)
            for body, signature in said:
                statement = believed(proven.trust, body, signature)
                if statement is None:
                    raise BadInput(say("away.not-signed"), remedy=say("away.ask-again"))
                photo = deed.unit.photos.maybe(statement.photo)
                row = None if photo is None else asking_row(proven, photo, statement)
                reasons = self._take_reasons(deed, proven, statement, photo, row)
                if photo is None or row is None or reasons:
                    refused += reasons[:1]
                    continue
                self._count(deed, photo, statement, row=row, said_as=(body, signature))
                taken.append(photo.id)
            if not taken:
                raise NotAllowed(tuple(refused))
        return Done(TakenIn(tuple(taken), tuple(refused)), Changes.of("photos", taken))

    def _ask_reasons(self, unit: Unit, photos: list[Photo], reviewer: PersonId) -> tuple[Reason, ...]:
        proven, today = self._proof.now(unit), today_of(unit, self._desk)
        reasons = [] if photos else [Reason(say("away.nothing-waits"))]
        if len(photos) > MOST_PHOTOS:
            reasons.append(Reason(say("away.too-many", n=MOST_PHOTOS)))
        if not _may_look(proven, reviewer, today) or not keys_of(proven.trust, reviewer):
            reasons.append(Reason(say("away.cannot-look"), "SOC-M4"))
        for photo in photos:
            again = [face.id for face in photo.faces]
            later = later_of(unit, photo, self._mode)
            reasons += photo.second_look_blockers(reviewer)
            reasons += look_reasons(photo, by=reviewer, again=again, later=later)
            if photo.exported is None:
                reasons.append(Reason(say("photos.not-exported"), None, f"photo:{photo.id}"))
        return tuple(dict.fromkeys(reasons))

    def _note(self, by: Actor, asked: Asked, seen: list[Photo]) -> Trust:
        """Write the row that says what was asked (a deed); gives whose keys there are."""
        with self._desk.deed(by) as deed:
            deed.require_roster()
            refuse(() if roles_in(deed) else (Reason(say("photos.not-your-role")),))
            now = [deed.unit.photos.get(one.id) for one in seen]
            refuse(self._ask_reasons(deed.unit, now, asked.reviewer))
            if now != seen:
                raise Conflict(say("photos.decided-meanwhile"), remedy=say("away.send-again"))
            details: dict[str, Plain] = {
                "question": asked.id,
                "asked": asked.digest,
                "reviewer": asked.reviewer,
                "ends": asked.ends.isoformat(),
                "photos": [[one.id, one.state, one.file] for one in asked.photos],
            }
            deed.record(Act.SEND_LOOK, Noun.PHOTO_SETS, asked.set, parts={ASKED_PART: details})
            return deed.trust

    def _take_reasons(
        self, deed: Deed, proven: Proven, said: Statement, photo: Photo | None, row: int | None
    ) -> tuple[Reason, ...]:
        """List why a statement doesn't count, in the order in which it is to be said."""
        place = f"photo:{said.photo}"
        if photo is None or row is None:
            return (Reason(say("away.not-asked"), None, place),)
        if said.question in answered(proven, photo):
            return (Reason(say("away.taken-already"), None, place),)
        if deed.now > said.ends:
            return (Reason(say("away.too-late"), None, place),)
        if _state_of(photo) != said.state or photo.exported_sha256 != said.file or not said.fits(photo):
            return (Reason(say("away.changed-since"), "BAL-B1i1", place),)
        if not _may_look(proven, said.reviewer, today_of(deed.unit, self._desk)):
            return (Reason(say("away.cannot-look"), "SOC-M4", place),)
        later = later_of(deed.unit, photo, self._mode)
        return look_reasons(photo, by=said.reviewer, again=said.again, later=later)

    def _count(
        self, deed: Deed, before: Photo, said: Statement, *, row: int, said_as: tuple[bytes, bytes]
    ) -> None:
        """Cover what the other person wants covered, and write their look."""
        after = decided(before, faces_covered(before, said))
        write_decision(deed, before, after)
        now = deed.unit.photos.get(before.id)
        body, signature = said_as
        look: dict[str, Plain] = {
            "photo": now.sha256,
            "asked": [face_part(face) for face in before.faces],
            "faces": [face_part(face) for face in now.faces],
            "again": sorted(said.again),
            "other_things_fine": True,
        }
        statement: dict[str, Plain] = {"body": body.decode(), "signature": signature.hex(), "row": row}
        parts: dict[str, Plain] = {LOOK_PART: look, STATEMENT_PART: statement}
        seq = deed.record(Act.TAKE_LOOK, Noun.PHOTOS, now.id, parts=parts)
        looked = Look(said.reviewer, seq, deed.now, other_things_fine=True)
        deed.unit.photos.change(replace(now, second=looked))


def _may_look(proven: Proven, reviewer: PersonId, today: date) -> bool:
    return bool(any_roles(proven.trust, reviewer, today)) and not leaves_now(proven, reviewer, today)


def keys_of(trust: Trust, person: PersonId) -> tuple[Key, ...]:
    """Give the keys with which somebody can open a file today."""
    alive = (key for key in trust.keys.values() if key.person == person and not key.retired)
    return tuple(key for key in alive if key.kind is KeyKind.PERSON)


def _state_of(photo: Photo) -> str:
    return state_of_faces(photo.sha256, [face_part(face) for face in photo.faces])
