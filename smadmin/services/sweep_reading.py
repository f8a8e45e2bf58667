"""Sweeps as they are read: who should be searched for, how far each is, what is left, what is reported."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from smadmin.domain.actors import Actor
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import MediaId, PhotoId, PhotoSetId, PostId, StudentId, VideoId
from smadmin.domain.messages import Message, say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import ROSTER_ROLES, unreadable_blockers
from smadmin.domain.sweeps import Narrowed, Sweep, SweepId, SweepItem, SweepStep, end_blockers
from smadmin.domain.vocabulary import Act, Noun
from smadmin.language.catalogue import Catalogue
from smadmin.services.borne_out import require_whole
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.roles import any_roles, leaving_reasons, refuse, today_of
from smadmin.services.sweep_pictures import KeptPicture, PicturesKept
from smadmin.services.sweep_proposals import entered_in, proposed_in, still_no
from smadmin.services.sweep_report import Reported, names_of_others, report_page
from smadmin.services.sweep_rows import sweep_of, sweeps_of
from smadmin.services.sweep_shown import (
    Posts,
    being_searched,
    left_out_lines,
    lines_of,
    looking_of,
    matched_now,
)
from smadmin.services.sweep_views import Looking, ProposedSweep, SweepView
from smadmin.storage.unit import Unit

_NONE = frozenset[PostId]()


class SweepReading:
    """The sweeps of one school.

    Args:
        mode: the policy's: whether families opt out of being shown, or in.
    """

    def __init__(self, desk: Desk, proof: Proof, *, mode: RosterMode) -> None:
        """Stand on the desk and the proven record."""
        self._desk, self._proof, self._mode = desk, proof, mode
        self._pictures = PicturesKept(desk, proof)
        self._ended: dict[SweepId, Sweep] = {}

    def forget(self) -> None:
        """Drop what is kept in memory: at lock."""
        self._pictures.forget()
        self._ended = {}

    def learn(self, by: Actor) -> None:
        """Open what is kept and read what is out, while a search is open (looks, seconds at first).

        Asked beside the saves before a search is read, so that no save waits for it.
        """
        if any(one.step is SweepStep.OPEN for one in self.all(by)):
            self._pictures.all(by)
            self._pictures.photos_out(by)

    def proposed(self, by: Actor) -> tuple[ProposedSweep, ...]:
        """Give the children for whom nobody began, those who said no first at the top."""
        with self._desk.look(by) as unit:
            return proposed_in(unit, require_whole(self._proof.now(unit)), self._ended)

    def entered(self, by: Actor) -> tuple[ProposedSweep, ...]:
        """Give the children who came on the list with a no since something was out, and nobody searched."""
        with self._desk.look(by) as unit:
            return entered_in(unit, require_whole(self._proof.now(unit)), self._ended)

    def all(self, by: Actor) -> tuple[Sweep, ...]:
        """Give every sweep, the newest first."""
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            return tuple(reversed(sweeps_of(proven, self._ended).values()))

    def view(self, by: Actor, sweep: SweepId) -> SweepView:
        """Give a sweep as its screen shows it, as `views` does."""
        return self.views(by, (sweep,))[0]

    def views(self, by: Actor, sweeps: Sequence[SweepId]) -> tuple[SweepView, ...]:
        """Give sweeps as their screen shows them (a chain of looks): what they share is read once.

        Raises:
            KnownError: there is no such sweep.
            Tampered: if the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            items = {one: self._known(proven, one).items for one in sweeps}
        kept = self._pictures.all(by)
        posts = {one: self._posts(by, some) for one, some in items.items()}
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            readable = frozenset(one.photo for one in kept.values() if one.readable)
            shared = _Shared(
                unit,
                proven,
                kept,
                readable,
                len(kept) - len(readable) + self._pictures.spoilt,
                matched_now(unit, self._desk, today_of(unit, self._desk)),
                self._act_blockers(unit, proven, by),
                self._desk.now,
            )
            return tuple(_view(shared, self._known(proven, one), posts[one]) for one in sweeps)

    def looking(
        self,
        by: Actor,
        sweep: SweepId,
        *,
        since: date | None = None,
        until: date | None = None,
        event: PhotoSetId | None = None,
        most: int = 100,
    ) -> Looking:
        """Give the next pictures that a person looks through; days are the school's, both included."""
        kept = self._pictures.all(by)
        with self._desk.look(by) as unit:
            return looking_of(unit, self._sweep(unit, sweep), kept, Narrowed(since, until, event), most)

    def kept_files(self, by: Actor) -> tuple[tuple[PhotoId, MediaId], ...]:
        """Give each photo that can be read with its file that is searched (a chain of looks)."""
        return tuple((one.photo, one.file) for one in self._pictures.all(by).values() if one.readable)

    def report(self, by: Actor, sweep: SweepId, language: str) -> bytes:
        """Give the report for the parent's file as a page (HTML, UTF-8) that names no other child.

        Args:
            by: of those who keep the list.
            sweep: which one; one that is open gives a report so far.
            language: of its words (ISO 639-1).
        """
        view = self.view(by, sweep)
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            refuse(self._role_blockers(unit, by))
            school = unit.schools.get(unit.school)
            words = Catalogue.load(language, zone=school.zone)
            names = names_of_others(unit, view.sweep.student)
            told = Reported(proven, view, school, names, self._desk.now)
            return report_page(told, words.word, words.language).encode()

    def _posts(self, by: Actor, items: Iterable[SweepItem]) -> Posts:
        photos, videos = self._pictures.photos_out(by), self._pictures.videos_out(by)

        def with_it(one: SweepItem) -> Collection[PostId]:
            if one.photo is not None:
                return photos.get(one.photo, ())
            return (one.post,) if one.post is not None else videos.get(one.video or VideoId(""), ())

        return {one.key: frozenset(with_it(one)) for one in items}

    def _sweep(self, unit: Unit, sweep: SweepId) -> Sweep:
        return self._known(require_whole(self._proof.now(unit)), sweep)

    def _known(self, proven: Proven, sweep: SweepId) -> Sweep:
        found = sweep_of(proven, sweep)
        if found is None:
            raise KnownError(say("store.gone"), remedy=say("store.reload"))
        return found

    def _act_blockers(self, unit: Unit, proven: Proven, by: Actor) -> tuple[Reason, ...]:
        reasons = self._role_blockers(unit, by)
        spoilt = unreadable_blockers(len(unit.students.readable()[1]))
        return (*reasons, *leaving_reasons(self._desk, unit, by, Act.BEGIN_SWEEP, Noun.SWEEPS), *spoilt)

    def _role_blockers(self, unit: Unit, by: Actor) -> tuple[Reason, ...]:
        roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
        return () if roles & ROSTER_ROLES else (Reason(say("sweeping.not-your-role")),)


@dataclass(frozen=True)
class _Shared:
    """What the views of several sweeps have in common: of the pictures, which ones can be looked at."""

    unit: Unit
    proven: Proven
    kept: Mapping[str, KeptPicture]
    readable: frozenset[PhotoId]
    unreadable: int
    matched: frozenset[StudentId]
    act_blockers: tuple[Reason, ...]
    now: datetime


def _view(shared: _Shared, told: Sweep, posts: Posts) -> SweepView:
    unit, proven = shared.unit, shared.proven
    child = unit.students.maybe(told.student)
    known = {one.key: posts.get(one.key, _NONE) for one in told.items}
    lines = lines_of(unit, proven, told, known, shared.kept)
    matches = told.pictures and told.student in shared.matched
    left = len(shared.readable - told.looked_at) if told.pictures else 0
    again = child is not None and not still_no(child, told.why)
    not_done = {one.item.key for one in lines if one.item.decided and not one.done}
    return SweepView(
        told,
        "" if child is None else child.name,
        child is not None,
        again,
        lines,
        left,
        len(shared.readable) if told.pictures else 0,
        matches,
        None if matches or not told.pictures else say("sweeping.not-matched"),
        elsewhere_of(told, shared.unreadable),
        shared.act_blockers,
        end_blockers(
            told,
            still_out=not_done,
            left_to_look=left,
            being_searched=being_searched(proven, told, shared.now),
            moot=child is None or again,
        ),
        left_out_lines(unit, proven, told),
    )


def elsewhere_of(sweep: Sweep, unreadable: int) -> tuple[Message, ...]:
    """Say what can't be searched here, and where to look; `unreadable` counts kept pictures."""
    past = sweep.counts.get("past", 0)
    return (
        *((say("sweeping.past-posts", n=past),) if past else ()),
        *((say("sweeping.unreadable", n=unreadable),) if unreadable and sweep.pictures else ()),
        say("sweeping.shares"),
        say("sweeping.caches"),
        *((say("sweeping.videos-watched"),) if sweep.counts.get("videos", 0) else ()),
    )
