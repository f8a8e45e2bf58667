"""Banners: what just happened, at the top of a screen, without stopping anybody.

An error's banner says what happened, what was kept and what to do. The same banner shown twice stays
one (`key`). What went well lies over the screen's lower edge and leaves by itself; what must be known stands
in the page until it is dismissed. Dialogs are only for what can't be undone.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import Message, say
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.screen import Screen
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.toasts import Toasts
from smadmin.ui.wording import Wording

MOST_AT_ONCE = 3
STAYS_MS, STAYS_WITH_ACTION_MS = 6_000, 10_000
"""So long a good message stays, the second where there is a way back. Others stay until dismissed."""
_NO_KEYBOARD_MS = 600
"""So long its buttons take no keyboard: a form put away after *Save* passes it on to whatever is next,
and Enter would undo what was just saved."""


@dataclass(frozen=True)
class BannerModel:
    """What a banner says.

    Args:
        state: `STOP` for an error, `FINE` for a deed done, `WAITS`, `DOUBT` or `NOTE`.
        happened: the bold sentence.
        details: further sentences (what was kept, what to do).
        action: the one button's words (*Undo*), or None.
        key: banners of one key replace one another.
        lasting: it stands on top until whoever showed it takes it away; nobody dismisses it.
    """

    state: State
    happened: Message
    details: tuple[Message, ...] = ()
    action: Message | None = None
    key: str = ""
    lasting: bool = False

    @property
    def same_as(self) -> str:
        """What makes two banners one."""
        return self.key or self.happened.id


def banner_of(error: KnownError) -> BannerModel:
    """Make the banner of an error that nobody showed nearer to the eye."""
    if isinstance(error, NotAllowed):
        return BannerModel(State.STOP, error.happened, tuple(one.message for one in error.reasons[1:]))
    details = tuple(part for part in (error.kept, error.remedy) if part is not None)
    return BannerModel(State.STOP, error.happened, details)


class Banner(QFrame):
    """One banner. Signals: `actionChosen`, `dismissed` by a person, `left` by itself."""

    actionChosen = Signal()
    left = Signal()
    dismissed = Signal()

    def __init__(self, model: BannerModel, words: Wording, parent: QWidget | None = None) -> None:
        """Take what it says."""
        super().__init__(parent)
        self.model = model
        self.setProperty("kind", "banner")
        self.setProperty("state", model.state.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, SPACE_PX, SPACE_PX, SPACE_PX)
        row.setSpacing(SPACE_PX + 4)
        row.addWidget(ShapeMark(model.state), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.happened = PlainLabel(words(model.happened), kind=TextKind.STRONG)
        column.addWidget(self.happened)
        details = "\n".join(words(one) for one in model.details)
        self.details = PlainLabel(details, kind=TextKind.SMALL)
        self.details.setVisible(bool(details))
        column.addWidget(self.details)
        row.addLayout(column, 1)
        self.action: Button | None = None
        if model.action is not None:
            self.action = Button(words(model.action))
            self.action.clicked.connect(self.actionChosen)
            row.addWidget(self.action)
        self.close_button = Button(words(say("shell.dismiss")), kind=ButtonKind.ICON, icon="x")
        self.close_button.clicked.connect(self.dismissed)
        row.addWidget(self.close_button)
        self.close_button.setVisible(not model.lasting)
        self.setAccessibleName(f"{self.happened.whole_text}\n{details}".strip())
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        waiting = QTimer(self, singleShot=True, interval=_NO_KEYBOARD_MS)
        waiting.timeout.connect(self._take_keyboard)
        waiting.start()
        self.leaving = QTimer(self)
        self.leaving.timeout.connect(self._leave)
        if model.state is State.FINE:
            self.leaving.start(STAYS_MS if model.action is None else STAYS_WITH_ACTION_MS)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.close_button,) if self.action is None else (self.action, self.close_button)

    def _take_keyboard(self) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _leave(self) -> None:
        """Go, but not from under somebody's hand."""
        if not self.underMouse() and not any(button.hasFocus() for button in self._buttons):
            self.left.emit()

    def announce(self) -> None:
        """Have a screen reader say it now; an error interrupts, the rest waits its turn."""
        # Qt's many roles and states take two milliseconds, which the first frame needn't wait for.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  see above

        event = QAccessibleAnnouncementEvent(self, self.accessibleName())
        if self.model.state is State.STOP:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


class BannerStack(QWidget):
    """The banners above a screen, newest on top, at most three. `actionChosen` carries the model.

    What went well stands over the screen's lower edge instead (`Toasts`), since it leaves by itself.
    """

    actionChosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without banners, and without height."""
        super().__init__(parent)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)
        self._banners: list[Banner] = []
        self._toasts: Toasts | None = None
        self.hide()

    def tell_in(self, words: Wording) -> None:
        """Word what comes from now on as a school's screens do: in its time zone."""
        self._words = words

    @property
    def models(self) -> tuple[BannerModel, ...]:
        """What is shown, newest first."""
        return tuple(banner.model for banner in self._banners)

    def show_banner(self, model: BannerModel) -> None:
        """Show a banner; one of the same key is replaced."""
        self.dismiss(model.same_as)
        banner = Banner(model, self._words)
        banner.left.connect(lambda: self.dismiss(model.same_as))
        banner.dismissed.connect(lambda: self.dismiss(model.same_as))
        banner.actionChosen.connect(lambda: self._act(model))
        above = 0 if model.lasting else sum(one.model.lasting for one in self._banners)
        self._banners.insert(above, banner)
        self._put(banner, above)
        for surplus in [one for one in self._banners if not one.model.lasting][MOST_AT_ONCE:]:
            self._take(surplus)
        self._show_standing()
        banner.announce()

    def clear(self) -> None:
        """Take all of them away that don't last, when the window locks."""
        for model in self.models:
            if not model.lasting:
                self.dismiss(model.same_as)

    def dismiss(self, same_as: str) -> None:
        """Take a banner away, if it is there."""
        for banner in [one for one in self._banners if one.model.same_as == same_as]:
            self._take(banner)
        self._show_standing()

    def _act(self, model: BannerModel) -> None:
        if not model.lasting:
            self.dismiss(model.same_as)
        self.actionChosen.emit(model)

    def _put(self, banner: Banner, above: int) -> None:
        host = self._host() if banner.model.state is State.FINE else None
        if host is None:
            self._column.insertWidget(above, banner)
            return
        if self._toasts is None:
            self._toasts = Toasts(host)
        self._toasts.add(banner)

    def _host(self) -> QWidget | None:
        """Give the screen that this stands on, around whatever scrolls in it."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, Screen):
            around = around.parentWidget()
        return around or self.parentWidget()

    def _take(self, banner: Banner) -> None:
        self._banners.remove(banner)
        if self._toasts is not None and banner.parentWidget() is self._toasts:
            self._toasts.take(banner)
        else:
            self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()

    def _show_standing(self) -> None:
        self.setVisible(any(banner.parentWidget() is self for banner in self._banners))
