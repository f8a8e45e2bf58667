"""The board: a page of pairs is answered in one deed, with the very rows that single answers leave.

Nothing is decided by reading. What doesn't stand as it was shown refuses the whole page, so that nobody
confirms what they didn't see.
"""

from collections.abc import Iterable, Sequence

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import PhotoId
from smadmin.domain.messages import say
from smadmin.domain.photos.pairing import Answer, doubts_only, pair_blockers
from smadmin.domain.policy.packs import RosterMode
from smadmin.services.desk import Desk
from smadmin.services.photos.decisions import last_decision
from smadmin.services.photos.saying import face_of, nothing_to_undo, say_together, seen_photo, take_back
from smadmin.services.roles import person_of, refuse


class Board:
    """Pairs of a face and the child it may be.

    Args:
        mode: the policy's; where families opt in, *not this child* doesn't clear anybody.
        match_hundredths: the district's own threshold of a match, if it chose one.
    """

    def __init__(self, desk: Desk, *, mode: RosterMode, match_hundredths: int | None) -> None:
        """Stand on the desk."""
        self._desk = desk
        self._mode = mode
        self.offered = mode is RosterMode.OPT_OUT and doubts_only(match_hundredths)

    def answer(self, by: Actor, page: Sequence[Answer]) -> Done[tuple[int, ...]]:
        """Answer every pair of a page (a deed); gives the places of its rows, for `take_back`.

        Raises:
            NotAllowed: no board here, or a face isn't what it was when the page was shown.
        """
        person, rows, photos = person_of(by), list[int](), list[PhotoId]()
        refuse(() if self.offered else (Reason(say("pairs.one-by-one")),))
        with self._desk.deed(by) as deed:
            for answer in page:
                for photo_id, face in answer.pair.faces:
                    photo = seen_photo(deed, photo_id)
                    refuse(pair_blockers(photo, face_of(photo, face), answer))
                said = say_together(deed, person, answer.pair.faces, answer.choice, mode=self._mode)
                rows += said.rows
                photos += said.photos
        return Done(tuple(rows), Changes.of("photos", list(dict.fromkeys(photos))))

    def take_back(self, by: Actor, rows: Iterable[int]) -> Changes:
        """Take back what one's own page said (a deed): all of it, or nothing.

        Raises:
            NotAllowed: a look was finished since, or something else was said about one of the faces' photos.
        """
        photos = list[PhotoId]()
        with self._desk.deed(by) as deed:
            for seq in sorted(rows, reverse=True):
                written = deed.unit.record.at(seq)
                if written is None or written.noun_id is None:
                    raise NotAllowed((Reason(say("photos.nothing-to-undo")),))
                photo = PhotoId(written.noun_id)
                row = last_decision(deed.unit, photo)
                if row is None or row.seq != seq or row.person != by.person:
                    raise nothing_to_undo(photo)
                take_back(deed, photo, row)
                photos.append(photo)
        return Changes.of("photos", list(dict.fromkeys(photos)))
