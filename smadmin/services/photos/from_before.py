"""Photos and portraits that lie on somebody's own computer from before it was described as one (BAL-B1g2).

Nothing new of a child is taken in there; what lies there already goes when somebody says so, since no other
computer may have it. Photos in work or in posts stay until they are done.
"""

from dataclasses import dataclass

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import Reason
from smadmin.domain.messages import say
from smadmin.domain.students import ROSTER_ROLES
from smadmin.services.computers import Computers
from smadmin.services.desk import Desk
from smadmin.services.photos.unpicked import Unpicked
from smadmin.services.roles import any_roles, refuse, today_of
from smadmin.services.students.portraits import Portraits


@dataclass(frozen=True)
class Lying:
    """What lies on somebody's own computer from before; nothing of it at the school's.

    Args:
        photos: those that nobody picked.
        in_work: photos that are picked, looked at, or in a post.
        portraits: of children, with what was learned from them.
        blockers: why this person can't remove them.
    """

    photos: int = 0
    in_work: int = 0
    portraits: int = 0
    blockers: tuple[Reason, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything lies there."""
        return bool(self.photos or self.in_work or self.portraits)


class FromBefore:
    """What a computer has from before it was said to be somebody's own."""

    def __init__(self, desk: Desk, computers: Computers, unpicked: Unpicked, portraits: Portraits) -> None:
        """Stand on what tells whose a computer is, and on what removes."""
        self._desk, self._computers = desk, computers
        self._unpicked, self._portraits = unpicked, portraits

    def lying(self, by: Actor) -> Lying:
        """Tell what lies here, to somebody who opens it."""
        if by.cells is None or self._computers.keeps_log_ins(by):
            return Lying()
        loose, in_work = self._unpicked.counted(by)
        with self._desk.look(by) as unit:
            portraits = sum(len(child.portraits) for child in unit.students.all())
        return Lying(loose, in_work, portraits, self._blockers(by))

    def remove(self, by: Actor) -> Changes:
        """Remove every portrait, and the photos that nobody picked (a chain; once more where it was stopped).

        Raises:
            NotAllowed: for whom may not, with a passphrase given too long ago, or at a school's computer.
        """
        stale = () if by.fresh(self._desk.now) else (Reason(say("keys.passphrase-again")),)
        here = self._computers.keeps_log_ins(by)
        school = (Reason(say("computers.before-school"), "BAL-B1g2", "computer"),) if here else ()
        refuse((*self._blockers(by), *school, *stale))
        changes = self._unpicked.remove_now(by)
        with self._desk.look(by) as unit:
            kept = [(child.id, one) for child in unit.students.all() for one in child.portraits]
        for child, portrait in kept:
            changes |= self._portraits.remove(by, child, portrait)
        return changes

    def _blockers(self, by: Actor) -> tuple[Reason, ...]:
        with self._desk.look() as unit:
            roles = any_roles(unit.trust.read(), by.person, today_of(unit, self._desk))
        return () if roles & ROSTER_ROLES else (Reason(say("computers.before-not-yours")),)
