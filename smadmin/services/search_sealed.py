"""An index in memory of what lies sealed: own drafts, wished posts, visitors' comments, the list of children.

Built after sign-in beside the work, brought up to date when something changed, dropped at lock. Nothing of it
is ever written. Who may not see a thing has nothing of it in here.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from smadmin.domain.actors import Actor
from smadmin.domain.comments import Comment, CommentKind
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.posts import Draft, PostStage, opening, shortened
from smadmin.domain.rounds import Spot
from smadmin.domain.searching import Hit, HitKind, fits_in, searchable
from smadmin.domain.students import Student
from smadmin.domain.vocabulary import Noun
from smadmin.services.borne_out import require_whole
from smadmin.services.comment_desk import TOLD_CLOSED
from smadmin.services.comment_rows import comments_of
from smadmin.services.desk import Desk
from smadmin.services.post_requests import PostRequests
from smadmin.services.proof import Proof
from smadmin.storage.unit import Unit

_EVER = datetime.min.replace(tzinfo=UTC)
_STAGES = (PostStage.DRAFT, PostStage.SENT_BACK, PostStage.SUBMITTED, PostStage.RELEASED)

_TOLD_BY = {HitKind.COMMENT: Noun.COMMENTS, HitKind.WISH: Noun.POST_REQUESTS}
"""What stands in the record alone: while it says no more of it, nothing of it is opened again."""


@dataclass(frozen=True)
class Kept:
    """One thing: how it is shown, and its words made ready."""

    hit: Hit
    text: str


class SealedWords:
    """What one signed-in person may find of it."""

    def __init__(
        self,
        desk: Desk,
        proof: Proof,
        *,
        roster_reasons: Callable[[Actor], tuple[Reason, ...]],
        wishes: Callable[[], PostRequests],
    ) -> None:
        """Stand on the desk, the proven record, who keeps the list, and the wished posts."""
        self._desk, self._proof = desk, proof
        self._roster_reasons, self._wishes = roster_reasons, wishes
        self._kept: Mapping[HitKind, tuple[Kept, ...]] = {}
        self._students: dict[str, Student] = {}
        self._drafts: dict[str, Draft] = {}
        self._rows: Mapping[HitKind, int] = {}
        self._of: Actor | None = None
        self._round = 0
        self._turn, self._building = Lock(), Lock()

    @property
    def times_forgotten(self) -> int:
        """How often it was dropped: what goes on beside the work ends with that."""
        return self._round

    def forget(self) -> None:
        """Drop all of it; what is being read meanwhile is dropped too."""
        with self._turn:
            self._round += 1
            self._kept, self._students, self._drafts, self._rows, self._of = {}, {}, {}, {}, None

    def refresh(self, by: Actor) -> None:
        """Read what changed (an errand): only rows of another version, and what the record says more of."""
        with self._building:
            with self._turn:
                begun = self._round
                same = self._of is not None and self._of.person == by.person
                students, drafts = (dict(self._students), dict(self._drafts)) if same else ({}, {})
                told, known = (self._rows, self._kept) if same else ({}, {})
            if by.cells is None or by.person is None:
                return
            # Asked before: whoever reads while they read waits for ever for who is about to write.
            keeps_list = not self._roster_reasons(by)
            with self._desk.look(by) as unit:
                students = self._read_students(unit, students) if keeps_list else {}
                drafts = self._read_drafts(unit, by, drafts)
                rows = self._rows_about(unit)
                comments = HitKind.COMMENT
                same_comments = comments in known and told.get(comments) == rows.get(comments)
                kept_comments = known[comments] if same_comments else self._comments(unit)
            same_wishes = HitKind.WISH in known and told.get(HitKind.WISH) == rows.get(HitKind.WISH)
            kept = {
                HitKind.STUDENT: tuple(_of_student(one) for one in students.values()),
                HitKind.DRAFT: tuple(_of_draft(one) for one in drafts.values()),
                HitKind.COMMENT: kept_comments,
                HitKind.WISH: known[HitKind.WISH] if same_wishes else self._wished(by),
            }
            with self._turn:
                if self._round == begun:  # nobody locked meanwhile
                    self._kept, self._rows, self._of = kept, rows, by
                    self._students, self._drafts = students, drafts

    def find(self, by: Actor, kind: HitKind, asked: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Give what fits, the newest first; nothing for anybody else than whom it was read for."""
        with self._turn:
            mine = self._of is not None and self._of.person == by.person
            kept = self._kept.get(kind, ()) if mine else ()
        found = (one.hit for one in kept if fits_in(asked, one.text))
        return tuple(hit for hit, _ in zip(found, range(limit), strict=False))

    def _read_students(self, unit: Unit, known: dict[str, Student]) -> dict[str, Student]:
        with suppress(KnownError):  # a spoilt row is the alarm's; the others are found by who looks there
            found = unit.students.find_again(known)
            return {one.id: one for one in sorted(found, key=lambda one: (one.last_name, one.first_name))}
        return {}

    def _read_drafts(self, unit: Unit, by: Actor, known: dict[str, Draft]) -> dict[str, Draft]:
        found: list[Draft] = []
        for stage in _STAGES:
            with suppress(KnownError):
                found += unit.posts.find_again(known, stage=stage.value, author=by.person)
        return {one.id: one for one in sorted(found, key=lambda one: one.edited_at, reverse=True)}

    def _rows_about(self, unit: Unit) -> Mapping[HitKind, int]:
        with suppress(KnownError):
            proven = require_whole(self._proof.now(unit))
            gone = len(proven.about(Noun.DESTRUCTIONS))  # what was erased is opened no more: all is read anew
            return {kind: gone + len(proven.about(noun)) for kind, noun in _TOLD_BY.items()}
        return {}

    def _comments(self, unit: Unit) -> tuple[Kept, ...]:
        with suppress(KnownError):
            proven = require_whole(self._proof.now(unit))
            names = {one.id: one.label for one in unit.accounts.all()}
            shown = comments_of(proven, closed_since=self._desk.now - TOLD_CLOSED).keys()
            found = [one for one in comments_of(proven, closed_since=_EVER).values() if _public(one)]
            rows = {
                one.id: proven.about(Noun.COMMENTS, one.id)[0].seq for one in found if one.id not in shown
            }
            return tuple(
                _of_comment(one, names.get(one.form.account, ""), rows.get(one.id, 0))
                for one in reversed(found)
            )
        return ()

    def _wished(self, by: Actor) -> tuple[Kept, ...]:
        with suppress(KnownError):
            return tuple(
                Kept(
                    Hit(HitKind.WISH, one.id, shortened(one.wish.text), one.wish.asker, one.at),
                    searchable(f"{one.wish.text} {one.wish.asker}"),
                )
                for one in (sheet.request for sheet in self._wishes().all(by))
            )
        return ()


def _public(one: Comment) -> bool:
    """Leave out private messages, and what a student wrote (SOC-R1)."""
    return one.form.spot is not Spot.MESSAGES and one.form.kind is not CommentKind.STUDENT


def _of_student(one: Student) -> Kept:
    name = f"{one.first_name} {one.last_name}".strip()
    said = f"{name} {one.number} {' '.join(one.groups)}"
    return Kept(Hit(HitKind.STUDENT, one.id, name, ", ".join(one.groups)), searchable(said))


def _of_draft(one: Draft) -> Kept:
    said = " ".join((one.content.text, *one.content.wordings.values()))
    return Kept(Hit(HitKind.DRAFT, one.id, opening(one.content), at=one.edited_at), searchable(said))


def _of_comment(one: Comment, account: str, row: int) -> Kept:
    said = f"{one.form.text} {one.form.author} {'' if one.reply is None else one.reply.text}"
    hit = Hit(HitKind.COMMENT, one.id, shortened(one.form.text), account, one.at, row=row)
    return Kept(hit, searchable(said))
