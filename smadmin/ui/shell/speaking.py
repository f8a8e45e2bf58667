"""Keeps the account bar: for which accounts somebody speaks, as the register has them now, and who sits here.

An account that is put on hold while its draft stands open must not be called official any longer, on whatever
screen somebody is. How its identity was proven grows old by the minute, and is read anew with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

from smadmin.domain.accounts import Account, Identity
from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.people import WRITERS, Role
from smadmin.domain.schools import School
from smadmin.services.office import Office
from smadmin.ui.bar.model import BarModel, plate_of
from smadmin.ui.frame import Frame
from smadmin.ui.shell.model import role_of
from smadmin.ui.surroundings import Surroundings

_NOUNS = frozenset({"accounts", "people", "publications"})
READS_EVERY_MS = 60_000


@dataclass(frozen=True)
class _Known:
    """What was read beside the draft: everybody's name, the accounts, and whether this person may write."""

    names: dict[str, str]
    accounts: tuple[Account, ...]
    proofs: Mapping[AccountId, Identity]
    writes: bool


class Speaking(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, school: School) -> None:
        """Show nothing yet."""
        super().__init__(frame)
        self._frame, self._around, self._school = frame, around, school
        self._accounts: tuple[Account, ...] = ()
        self._names: dict[str, str] = {}
        self._proofs: Mapping[AccountId, Identity] = {}
        self._ageing = QTimer(self, interval=READS_EVERY_MS)
        self._ageing.timeout.connect(self._read)
        self._writes = True
        self._turn = 0

    def begin(self) -> None:
        """Show who has just sat down, and read what the bar says of them."""
        self._writes = True
        self.show()
        self._read()
        self._ageing.start()

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Show the accounts of what is open."""
        self._accounts = accounts
        self.show()

    def let_go(self) -> None:
        """Show the school alone: nobody sits here."""
        self._accounts, self._proofs, self._turn = (), {}, self._turn + 1
        self._ageing.stop()
        self._frame.show_bar(BarModel(school=self._school.name))

    def heard(self, changes: Changes) -> None:
        """Read again what a deed elsewhere may have changed."""
        if changes.touches_any(_NOUNS) and self._around.acting is not None:
            self._read()

    def show(self) -> None:
        """Show what is known."""
        acting, session = self._around.acting, self._around.office.session_if_any
        if acting is None or session is None:
            self._frame.show_bar(BarModel(school=self._school.name))
            return
        now, names = self._school.local(self._around.now), self._names
        told = (replace(one, identity=self._proofs.get(one.id, one.identity)) for one in self._accounts)
        plates = tuple(
            plate_of(one, now=now, confirmed_by=names.get(str(one.identity.by), "")) for one in told
        )
        confined = self._around.office.session.confined
        role = role_of(acting.roles)
        if confined:
            role = say("session.in-the-chair-of", first=session.person.name)
        can = not confined and bool(acting.roles & WRITERS)
        self._frame.show_bar(
            BarModel(
                plates,
                acting.person.name,
                role,
                in_the_chair=confined,
                chooses=can and self._writes,
                unnamed=can and not self._writes and Role.COMMUNICATIONS not in acting.roles,
            )
        )

    def _read(self) -> None:
        acting, office = self._around.acting, self._around.office
        if acting is None:
            return
        self._turn += 1
        by, turn = acting.actor, self._turn
        self._around.performer.perform(
            lambda: _known(office, by),
            done=lambda known: self._know(known) if turn == self._turn else None,
            failed=lambda _error: None,  # the screen in sight reads the same store, and says it
            origin=self,
        )

    def _know(self, known: _Known) -> None:
        current = {one.id: one for one in known.accounts}
        self._accounts = tuple(current.get(one.id, one) for one in self._accounts)
        self._names, self._proofs, self._writes = known.names, known.proofs, known.writes
        self.show()


def _known(office: Office, by: Actor) -> _Known:
    names, accounts = office.session.names(), office.accounts.all()
    return _Known(names, accounts, office.proven_as.all(by), bool(office.posts.may_post(by)))
