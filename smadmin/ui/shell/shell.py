"""The window's life: opening the store, first run, signing in, the screens, locking.

It is the `Doors` that screens are handed. All work goes through the performer; what is heavy (store, keyring,
screens) is loaded after the first frame stands.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from smadmin.domain.accounts import Account
from smadmin.domain.changes import Changes
from smadmin.domain.messages import Message
from smadmin.domain.schools import School
from smadmin.services.office import Office
from smadmin.services.session import Unlocked
from smadmin.ui.frame import Frame
from smadmin.ui.navigation import confined_to
from smadmin.ui.perform import Performer
from smadmin.ui.pocket import Pocket
from smadmin.ui.promptness import be_prompt
from smadmin.ui.screen import Screen
from smadmin.ui.shell.badges import Badges
from smadmin.ui.shell.bell import Bell
from smadmin.ui.shell.crisis import CrisisHold
from smadmin.ui.shell.details import Details
from smadmin.ui.shell.dropping import FileDrops
from smadmin.ui.shell.finding import Finding
from smadmin.ui.shell.idle import Idle, close_dialogs
from smadmin.ui.shell.model import Errand, landing_of
from smadmin.ui.shell.noting import Noting
from smadmin.ui.shell.offering import offer_screens
from smadmin.ui.shell.passphrase import ask_again
from smadmin.ui.shell.patience import Patience
from smadmin.ui.shell.places import Places
from smadmin.ui.shell.rescue import Rescue
from smadmin.ui.shell.returning import Returning
from smadmin.ui.shell.seating import GATE, Seating
from smadmin.ui.shell.speaking import Speaking
from smadmin.ui.shell.staff_first import StaffFirst
from smadmin.ui.shell.stops_first import StopsFirst
from smadmin.ui.shell.untaken import Untaken
from smadmin.ui.shell.why_here import WhyHere
from smadmin.ui.shell.wrong import SomethingWrong
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wording import Wording

NOTE_HEAD_EVERY_MS = 2_000
"""`keys.md`, Head: written after commit, at most every 2 s."""
TRUST_NOUNS = frozenset({"people", "keys", "accounts"})
"""What somebody may do follows from these."""

Screens = Mapping[str, Callable[[Surroundings], Screen]]


class Shell(QObject):
    """Runs one office in one frame.

    Signals:
        opened: somebody has sat down and the first screen is shown.
        broken: a `KnownError` of the data folder itself: it must be mended before anybody goes on.
        besideAsked: somebody wants to go to the school beside.
        putBackAsked: a backup is to be put into this folder, which must be closed for that.
    """

    opened = Signal()
    broken = Signal(object)
    besideAsked = Signal()
    putBackAsked = Signal()

    def __init__(
        self,
        frame: Frame,
        performer: Performer,
        words: Wording,
        *,
        office: Office,
        school: School,
        screens: Screens,
        pocket: Pocket,
    ) -> None:
        """Take a frame that stands already, an open office, its school as read, and the window's pocket."""
        super().__init__(frame)
        self._frame = frame
        self._words = words = words.in_zone(school.zone)
        frame.banners.tell_in(words)
        self._screens = screens
        self._office = office
        self._school = school
        self._led_to: Errand | None = None
        self.around = Surroundings(office, performer, words, self, pocket)
        self._speaking = Speaking(frame, self.around, school)
        self._seating = Seating(frame, performer, words, office=office, school=school)
        self._seating.broken.connect(self.broken)
        self._seating.putBackAsked.connect(self.putBackAsked)
        self._seating.satDown.connect(self._sat_down)
        self._seating.chairKept.connect(lambda: self._sat_down(office.session.signed_in))
        self._seating.newcomerAsked.connect(lambda: self.open("newcomer", GATE))
        frame.handOverAsked.connect(partial(self.hand_over, ""))
        frame.menus.offer("lock", self.lock)
        offer_screens(frame.menus, self._open_at)
        FileDrops(frame, self._open_at, self)
        performer.changed.connect(self._changed)
        self._noting = QTimer(self, interval=NOTE_HEAD_EVERY_MS)
        self._noting.timeout.connect(self._note_head)
        self._noting.start()
        self._idle = Idle(frame.application, self)
        self._idle.left.connect(self.lock)
        self._bell = Bell(frame, self.around, self)
        self._badges = Badges(self.around, frame.show_waiting, self)
        frame.screenOpened.connect(self._count_seen)
        self._crisis = CrisisHold(frame, self.around, self)
        self._wrong = SomethingWrong(frame, self.around, self)
        self._idle.stopAsked.connect(self._crisis.press)
        self._head_note = Noting(office, performer, self)
        self._returning = Returning(frame, self.around, self)
        self._places = Places(frame, self.around)
        self._untaken = Untaken(frame, self.around, self)
        self._staff_first = StaffFirst(frame, self.around, self)
        self._stops_first = StopsFirst(frame, self.around, self)
        self._finding = Finding(frame, self.around, self.opened, self)
        self._why_here = WhyHere(frame, self.around, self.opened, self)
        self.details = Details(frame, self.around, self.opened, self)
        self._patience = Patience(frame, office, Rescue(frame, self.around, self), self)

    def start(self) -> None:
        """Ask who sits down; who has just founded the school sits already."""
        be_prompt()
        self._speaking.show()
        signed_in = self._office.session_if_any
        if signed_in is None:
            self._seating.ask()
        else:
            self._sat_down(signed_in)
            self.open("envelope")  # at once, so that nobody passes it over

    def end(self) -> None:
        """Save what is unsaved and stop what runs beside; the window is going."""
        self._settle_screens()
        self._noting.stop()
        self._patience.end()
        self._crisis.end()
        self._idle.end()
        self._badges.end()
        self._finding.end()

    # ---- doors for screens

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """Show the accounts of the open draft in the account bar."""
        self._speaking.show_accounts(accounts)

    def open(self, screen: str, subject: str | None = None) -> None:
        """Open a screen, at one of its things where an id is named; from the chair only what it sees."""
        confined = self._confined_to()
        if confined is not None and screen not in confined:
            return
        shown = self._frame.open_screen(screen)
        shown.subject = subject or ""
        open_subject = getattr(shown, "open_subject", None)
        if subject is not None and open_subject is not None:
            open_subject(subject)

    def with_passphrase(self, then: Callable[[], None], what: Message | None = None) -> None:
        """Go on, after the passphrase where it was given too long ago."""
        acting = self.around.acting
        if acting is None:
            return
        if acting.actor.fresh(self.around.now):
            then()
            return
        ask_again(self.around, acting.person.name, then, what=what, above=self._frame)

    def hand_over(self, screen: str, subject: str | None = None) -> None:
        """Let a second person sit down and lead them to a screen."""
        acting = self._office.session_if_any
        if acting is None:
            self._seating.ask()
            return
        if self._office.session.confined or self._office.session.chair_over:
            self.give_back()
            return
        self._places.leave()
        self._returning.pass_on()
        self._settle_screens()
        self._led_to = Errand(screen, subject)
        self._seating.ask_second(acting)

    def go_beside(self) -> None:
        """Go to the school beside this one."""
        self.besideAsked.emit()

    # ---- signing in and locking

    def lock(self) -> None:
        """Save what is unsaved, drop everything that was opened, ask who sits down."""
        if self._office.session_if_any is None:
            return
        self._idle.end()
        with ExitStack() as leaving:  # the last first; whatever goes wrong in one, it locks
            leaving.callback(self._let_go)
            leaving.callback(self._settle_screens)
            leaving.callback(close_dialogs)
            leaving.callback(self._returning.put_away)
            leaving.callback(self._places.leave)

    def _let_go(self) -> None:
        self._frame.drop_screens()
        self._frame.banners.clear()
        self._seating.renew()
        self.around.performer.perform(self._office.lock, done=lambda _: self._seating.ask(), origin=self)
        self._led_to = None
        self._badges.end()
        self._frame.show_waiting({})
        self._frame.show_roles(frozenset())
        self._crisis.lock()
        self._speaking.let_go()

    def give_back(self) -> None:
        """End the second person's turn; after their time the gate asks who sits here."""
        if self._office.session.chair_over:
            self.lock()
            return
        self._settle_screens()
        self._office.session.give_back()
        self._sat_down(self._office.session.signed_in)

    def _open_at(self, screen: str, subject: str | None = None) -> None:
        if self.around.acting is not None and self._frame.has_screen(screen):
            self.open(screen, subject)

    def _sat_down(self, unlocked: Unlocked | None) -> None:
        if unlocked is None:
            self._seating.ask()
            return
        led_to, self._led_to = self._led_to, None
        confined = self._confined_to()
        for name, factory in self._screens.items():
            if not self._frame.has_screen(name):
                self._frame.add_screen(name, partial(factory, self.around))
        self._frame.change_hands(confined)
        self._frame.show_roles(unlocked.roles, confined_to=confined)
        self._speaking.begin()
        self._badges.begin()
        self._idle.begin()
        self._frame.banners.clear()  # they were said to somebody else
        if confined is not None and led_to is not None:
            led = led_to if led_to.screen in confined else Errand(landing_of(confined), None)
            there = partial(self.open, led.screen, led.subject)
        else:
            there = partial(self._places.come_back, unlocked.person.id)
        first = partial(self._stops_first.lead, there)
        self._staff_first.begin(owed=self._seating.take_owed(), led_to=led_to, then=first)
        self._frame.make_ahead()
        self._bell.look()
        self._crisis.sat_down()
        self._returning.offer(unlocked.actor)
        self._untaken.offer()
        for care in (self._office.tend, self._office.check_signatures, self._office.index):
            self.around.performer.errand(care, done=lambda _: self._bell.look(), origin=self)
        self.opened.emit()

    def _confined_to(self) -> frozenset[str] | None:
        acting = self.around.acting
        return None if acting is None or not self._office.session.confined else confined_to(acting.roles)

    # ---- what goes on beside

    def _count_seen(self, _name: str) -> None:
        self._badges.follow(self._frame.seen)

    def _settle_screens(self) -> None:
        for screen in self._frame.screens():
            screen.settle()

    def _changed(self, changes: Changes, origin: QObject | None) -> None:
        self._frame.changed(changes, origin)
        self._badges.heard(changes)
        self._crisis.heard(changes)
        self._speaking.heard(changes)
        if changes.touches_any(TRUST_NOUNS) and self.around.acting is not None:
            refreshed, frame = self._office.session.refreshed, self._frame
            self.around.performer.perform(refreshed, done=lambda _: self._roles_changed(), origin=frame)

    def _roles_changed(self) -> None:
        acting = self.around.acting
        if acting is not None:
            self._frame.show_roles(acting.roles, confined_to=self._confined_to())
            self._speaking.show()

    def _note_head(self) -> None:
        if self._office.session_if_any is not None and self._office.session.chair_over:
            # Whose chair it was isn't there to look; the second person must not go on as the first.
            self.lock()
            return
        self._head_note.look()
        self._crisis.look()
