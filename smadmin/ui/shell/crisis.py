"""Everything is stopped by one press, and a banner above every screen says so while it lasts.

The press asks nothing: the reason is asked for once everything stands still. Pressed again it asks whether
everything may go on. With nobody signed in it asks for that first, and stops everything in the same moment.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from smadmin.domain.changes import Changes
from smadmin.domain.crisis import MAY_STOP, Crisis, CrisisSheet
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.frame import Frame
from smadmin.ui.plaintext import for_tooltip
from smadmin.ui.shell.crisis_dialogs import EndDialog, SheetDialog
from smadmin.ui.sidebar import SideItem
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

DEED = "stop-everything"
_KEY, _FIRST = "crisis", "crisis-sign-in"
_WAITS = timedelta(minutes=5)
"""So long a press waits for somebody to sign in; whoever comes later meant something else."""
_ALONE = BannerModel(State.STOP, say("crisis.banner"), key=_KEY, lasting=True)
"""What a locked window says."""


class CrisisHold(QObject):
    """Stands in the window, beyond screens and locks."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Offer the deed, whether or not somebody sits here."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._crisis: Crisis | None = None
        self._pressed_at: datetime | None = None
        keys = frame.menus.action(DEED).shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.item = SideItem("circle-alert", around.words.say("crisis.stop"), deed=True)
        self.item.setToolTip(for_tooltip(keys))
        self.item.clicked.connect(self.press)
        frame.sidebar.put_below(self.item)
        self._show_item()
        frame.menus.offer(DEED, self.press)
        frame.bannerActed.connect(self._acted)

    def press(self) -> None:
        """Stop everything; where that is done already, ask whether it may go on."""
        acting = self._around.acting
        if acting is None:
            self._pressed_at = self._around.now
            first = say("crisis.signs-in-first")
            self._frame.show_banner(BannerModel(State.DOUBT, first, key=_FIRST))
        elif self._crisis is not None:
            self._read(self._ask)
        elif acting.roles & MAY_STOP:
            self._hold()
        else:
            refused = BannerModel(
                State.STOP, say("crisis.pressed-by"), action=say("crisis.own-accounts"), key=_FIRST
            )
            self._frame.show_banner(refused)

    def sat_down(self) -> None:
        """Show whoever has just sat down how it stands, and do what was pressed before they did."""
        pressed, self._pressed_at = self._pressed_at, None
        if self._crisis is not None:
            self._say(self._crisis)
        elif pressed is not None and self._around.now - pressed <= _WAITS:
            self.press()
        self._show_item()
        self.look()

    def lock(self) -> None:
        """Say no more than that it lasts, while nobody sits here: the reason is for those who work here."""
        self._show_item()
        if self._crisis is not None:
            self._frame.show_banner(_ALONE)

    def _show_item(self) -> None:
        """Offer the press beside every screen to who may stop everything, while it isn't."""
        acting = self._around.acting
        may = acting is not None and bool(acting.roles & MAY_STOP)
        self.item.setVisible(may and self._crisis is None)

    def look(self) -> None:
        """Look whether everything is stopped: another program may have pressed it, or ended it."""
        acting = self._around.acting
        if acting is None:
            return
        crises, by = self._around.office.crises, acting.actor
        self._around.performer.perform(
            lambda: crises.now(by),
            done=self._looked,
            failed=lambda _error: None,  # the screen in sight reads the same record, and says it
            origin=self,
        )

    def heard(self, changes: Changes) -> None:
        """Look again after a deed of this window."""
        if changes.touches("crises"):
            self.look()

    def end(self) -> None:
        """Take the banner away: the window shows another school from here on."""
        self._frame.banners.dismiss(_KEY)
        self._frame.menus.withdraw(DEED)
        self._frame.sidebar.take_from_below(self.item)

    def _hold(self) -> None:
        office, by = self._around.office, self._around.by
        office.stop_all_but_notices()  # whatever the store is at this moment
        self._frame.show_banner(BannerModel(State.STOP, say("crisis.stopping"), lasting=True, key=_KEY))
        self._around.performer.perform(
            lambda: office.stop_everything(by), done=lambda _: self._held(), failed=self._refused, origin=self
        )

    def _held(self) -> None:
        self.look()
        self._read(self._show)

    def _refused(self, error: KnownError) -> None:
        self._frame.banners.dismiss(_KEY)
        self._frame.show_error(error)
        self.look()

    def _looked(self, crisis: Crisis | None) -> None:
        if crisis == self._crisis:
            return
        begun, self._crisis = self._crisis is None, crisis
        self._show_item()
        if crisis is None:
            self._frame.banners.dismiss(_KEY)
            self._retell()
            return
        if begun:  # perhaps another program's press: what leaves this one stops too
            self._around.office.stop_all_but_notices()
        self._say(crisis)
        self._retell()

    def _say(self, crisis: Crisis) -> None:
        """Show the banner; by name and with the reason only to somebody who sits here."""
        self._frame.show_banner(_ALONE if self._around.acting is None else banner_for(crisis))

    def _retell(self) -> None:
        """Let whoever shows posts, or sends them, know: another program's deed was heard by nobody here."""
        school = [self._around.office.school.id]
        changes = Changes.of("crises", school) | Changes.of("publications", school)
        self._around.performer.changed.emit(changes, self)

    def _acted(self, model: BannerModel) -> None:
        if model.key == _KEY and self._around.acting is not None:
            self._read(self._show)
        elif model.key == _FIRST and self._around.acting is not None:
            self._around.doors.open("accounts")

    # ---- dialogs

    def _read(self, then: Callable[[CrisisSheet | None], None]) -> None:
        acting = self._around.acting
        if acting is None:
            return
        crises, by = self._around.office.crises, acting.actor
        self._around.performer.perform(lambda: crises.sheet(by), done=then, origin=self)

    def _show(self, sheet: CrisisSheet | None) -> None:
        if sheet is None or self._around.acting is None:
            self.look()
            return
        dialog = SheetDialog(sheet, self._around.words, self._frame)
        dialog.whyGiven.connect(self._say_why)
        dialog.postAsked.connect(lambda post: self._around.doors.open("publish", post))
        dialog.endAsked.connect(lambda: self._ask(sheet))
        dialog.open()

    def _ask(self, sheet: CrisisSheet | None) -> None:
        if sheet is None or sheet.may_end:
            self._show(sheet)
            return
        if self._frame.findChildren(EndDialog):  # it is asked already
            return
        dialog = EndDialog(sheet, self._around.words, self._frame)
        what = say("crisis.end-do")
        dialog.ended.connect(lambda why: self._around.doors.with_passphrase(lambda: self._go_on(why), what))
        dialog.open()

    def _say_why(self, why: str) -> None:
        crises, by = self._around.office.crises, self._around.by
        self._around.performer.perform(
            lambda: crises.say_why(by, why), done=lambda _: self.look(), failed=self._failed, origin=self
        )

    def _go_on(self, why: str) -> None:
        crises, by = self._around.office.crises, self._around.by
        self._around.performer.perform(
            lambda: crises.go_on(by, why), done=lambda _: self._went_on(), failed=self._failed, origin=self
        )

    def _went_on(self) -> None:
        self._looked(None)
        self._frame.show_banner(BannerModel(State.FINE, say("crisis.went-on"), key=_FIRST))

    def _failed(self, error: KnownError) -> None:
        self._frame.show_banner(banner_of(error))
        self.look()


def banner_for(crisis: Crisis) -> BannerModel:
    """Word a crisis hold that lasts, for everybody."""
    which = "crisis.banner-by-why" if crisis.why else "crisis.banner-by"
    by = say(which, name=crisis.by, at=crisis.at, sentence=crisis.why)
    return BannerModel(
        State.STOP, say("crisis.banner"), (by,), action=say("crisis.see"), key=_KEY, lasting=True
    )
