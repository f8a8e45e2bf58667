"""The sweep of one school's posts and pictures for a child who is no longer shown (BAL-B1i1, BAL-B1j2).

A deed for each thing that is decided; what was found and decided lies in the record, so that whoever sits
down next goes on where the last one stopped.
"""

from collections.abc import Collection, Iterable, Sequence

from smadmin.domain.actors import Actor
from smadmin.domain.canonical import Plain
from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.ids import PhotoId, StudentId
from smadmin.domain.messages import say
from smadmin.domain.students import OptOut, Student
from smadmin.domain.sweeps import (
    BEGUN_PART,
    DECIDED_PART,
    ENDED_PART,
    FOUND_PART,
    LEFT_PART,
    PASSED_PART,
    Decided,
    Narrowed,
    Sweep,
    SweepId,
    SweepItem,
    SweepStep,
    SweepWhy,
    decide_blockers,
    leave_blockers,
)
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.borne_out import require_whole
from smadmin.services.desk import Deed
from smadmin.services.ended_searches import end_searches
from smadmin.services.proof import Proven
from smadmin.services.roles import refuse
from smadmin.services.sweep_covering import cover_on
from smadmin.services.sweep_finding import find_at_once
from smadmin.services.sweep_pictures import Told
from smadmin.services.sweep_proposals import whys_for
from smadmin.services.sweep_reading import SweepReading
from smadmin.services.sweep_rows import begun_part, found_part, left_part, open_for
from smadmin.services.sweep_shown import is_out, known_photos, photos_of

_NO_PICTURES = frozenset({OptOut.NAMES, OptOut.CREATIVE_WORK})
"""Who said no to nothing else may be seen."""


class Sweeps(SweepReading):
    """The sweeps of one school."""

    def begin(self, by: Actor, student: StudentId, told: Told = lambda _done, _of: None) -> Done[SweepId]:
        """Begin for one child, as `begin_all` does."""
        done = self.begin_all(by, (student,), told)
        return Done(done.value[0], done.changes)

    def begin_all(
        self, by: Actor, students: Sequence[StudentId], told: Told = lambda _done, _of: None
    ) -> Done[tuple[SweepId, ...]]:
        """Begin, or search anew where one is open: what takes no engine is found at once (a chain).

        Nothing is written before all is searched: after a kill it is proposed as before.

        Args:
            by: of those who keep the list.
            students: for whom; the words of all posts are read once for all of them.
            told: is told how many texts of how many were read.

        Raises:
            NotAllowed: for who doesn't keep the list.
            KnownError: a child isn't on the list any more.
            Tampered: the list or the record isn't as it was signed.
        """
        with self._desk.look(by) as unit:
            proven = require_whole(self._proof.now(unit))
            refuse(self._act_blockers(unit, proven, by))
            children = [unit.students.get(one) for one in dict.fromkeys(students)]
            whys = whys_for(proven, children)
        pictures = {one.id for one in children if self._wants_pictures(one, whys[one.id])}
        found = find_at_once(
            self._desk, self._proof, self._pictures, by, children, with_pictures=pictures, told=told
        )
        still_out = {one.id: self._worth_telling(by, found[one.id].items) for one in children}
        self._proof.catch_up(by)
        sweeps = []
        with self._desk.deed(by) as deed:
            proven = self._ready(deed)
            for child in children:
                _require_same(deed, child)
                before = open_for(proven, child.id)
                items = [one for one in found[child.id].items if one.key in still_out[child.id]]
                sweep = SweepId(self._desk.ids.new()) if before is None else before.id
                parts: dict[str, Plain] = {
                    BEGUN_PART: begun_part(child.id, whys[child.id], pictures=child.id in pictures),
                    FOUND_PART: found_part(items, found[child.id].searched),
                }
                deed.record(Act.BEGIN_SWEEP, Noun.SWEEPS, sweep, parts=parts)
                sweeps.append(sweep)
        return Done(tuple(sweeps), Changes.of("sweeps", sweeps))

    def look_through(
        self, by: Actor, sweep: SweepId, passed: Collection[PhotoId], seen: Collection[PhotoId]
    ) -> Changes:
        """Keep that a page was looked through, and on which of its pictures the child is (a deed).

        Pictures that are settled already are left out, so that saying it twice writes nothing twice.
        """
        kept = self._pictures.all(by)
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            told = self._open(deed, sweep)
            new = known_photos(told, kept, (*passed, *seen))
            page, with_child = sorted(new - set(seen)), sorted(new & set(seen))
            if not new:
                return Changes()
            part: dict[str, Plain] = {"passed": list(page), "seen": list(with_child)}
            deed.record(Act.LOOK_SWEEP, Noun.SWEEPS, sweep, parts={PASSED_PART: part})
        return Changes.of("sweeps", [sweep])

    def leave_out(self, by: Actor, sweep: SweepId, reason: str, narrowed: Narrowed) -> Changes:
        """Settle the pictures that are left, as narrowed, without looking at them (a deed).

        Args:
            by: of those who keep the list.
            sweep: which one.
            reason: why the child can't be on them; it stands in the report.
            narrowed: of which days and folder; by default all that is left.

        Raises:
            NotAllowed: no right to it, or a reason that says nothing.
        """
        reason = " ".join(reason.split())
        kept = self._pictures.all(by)
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            told = self._open(deed, sweep)
            refuse(leave_blockers(reason))
            photos = photos_of(deed.unit, told, kept, narrowed)
            if not photos:
                return Changes()
            part = left_part(self._desk.ids.new(), photos, reason, narrowed)
            deed.record(Act.LEAVE_OUT, Noun.SWEEPS, sweep, parts={LEFT_PART: part})
        return Changes.of("sweeps", [sweep])

    def look_after_all(self, by: Actor, sweep: SweepId, key: str) -> Changes:
        """Take back that pictures are left out: they are to be looked through again (a deed)."""
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            told = self._open(deed, sweep)
            if key not in {one.key for one in told.left_out}:
                raise KnownError(say("store.gone"), remedy=say("store.reload"))
            deed.record(Act.LEAVE_OUT, Noun.SWEEPS, sweep, parts={LEFT_PART: {"key": key}})
        return Changes.of("sweeps", [sweep])

    def decide(self, by: Actor, sweep: SweepId, key: str, decided: Decided, reason: str = "") -> Changes:
        """Say what becomes of something that was found (a deed); it can be said anew until the end.

        To cover, the child's face on the photo is covered for good and its files are unmade; where nobody
        said yet which face it is, all that show are to be decided again before it goes out.

        Raises:
            NotAllowed: with everything that speaks against it.
            KnownError: there is no such thing.
        """
        self._proof.catch_up(by)
        changes = Changes.of("sweeps", [sweep])
        with self._desk.deed(by) as deed:
            told = self._open(deed, sweep)
            item = told.item(key)
            if item is None:
                raise KnownError(say("store.gone"), remedy=say("store.reload"))
            refuse(decide_blockers(item, decided, reason))
            part: dict[str, Plain] = {"key": key, "decided": decided.value, "reason": reason.strip()}
            deed.record(Act.DECIDE_SWEEP, Noun.SWEEPS, sweep, parts={DECIDED_PART: part})
            if decided is Decided.COVER and item.photo is not None:
                cover_on(deed, item.photo, told.student)
                changes |= Changes.of("photos", [item.photo])
        return changes

    def end(self, by: Actor, sweep: SweepId) -> Changes:
        """End a sweep (a deed): everything is decided, done and looked through.

        Raises:
            NotAllowed: with everything that speaks against it.
        """
        view = self.view(by, sweep)
        self._proof.catch_up(by)
        with self._desk.deed(by) as deed:
            told = self._open(deed, sweep)
            refuse(view.end_blockers)
            if told != view.sweep:
                raise KnownError(say("store.conflict"), remedy=say("store.reload"))
            counts: dict[str, Plain] = {
                "found": len(told.items),
                "left": view.left_to_look,
                "left_out": sum(one.n for one in view.left_out),
                **{one.value: sum(item.decided is one for item in told.items) for one in Decided},
            }
            end_searches(deed.unit, sweep)
            deed.record(Act.END_SWEEP, Noun.SWEEPS, sweep, parts={ENDED_PART: counts})
        return Changes.of("sweeps", [sweep])

    def _wants_pictures(self, child: Student, why: SweepWhy) -> bool:
        said = why is not SweepWhy.OPTED_OUT or bool(child.opt_outs - _NO_PICTURES)
        return said or child.not_shown(self._mode)

    def _worth_telling(self, by: Actor, items: Iterable[SweepItem]) -> set[str]:
        """Give the keys of what is out still, and of each kept photo: what is gone everywhere is no find."""
        posts = self._posts(by, items)
        with self._desk.look(by) as unit:
            proven = self._proof.now(unit)
            return {
                one.key
                for one in items
                if one.photo is not None or any(is_out(unit, proven, post) for post in posts[one.key])
            }

    def _ready(self, deed: Deed) -> Proven:
        proven = require_whole(self._proof.now(deed.unit))
        refuse(self._act_blockers(deed.unit, proven, deed.by))
        deed.require_roster()
        return proven

    def _open(self, deed: Deed, sweep: SweepId) -> Sweep:
        told = self._known(self._ready(deed), sweep)
        if told.step is SweepStep.ENDED:
            raise NotAllowed((Reason(say("sweeping.ended-already")),))
        return told


def _require_same(deed: Deed, child: Student) -> None:
    """Refuse what was searched for a child as they stood before somebody changed them."""
    if deed.unit.students.get(child.id).version != child.version:
        raise KnownError(say("store.conflict"), remedy=say("store.reload"))
