"""The account bar's widget: plates at the left, the signed-in person at the right.

Its height is 64 px and grows with the text; it stands above everything and never scrolls.
"""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.ui.appearance import scale_of
from smadmin.ui.bar.listing import AccountListing
from smadmin.ui.bar.model import BarModel, Fit, Plate, Room, fit
from smadmin.ui.bar.plate import PlateButton
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.icons import IconMark
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.states import ShapeMark
from smadmin.ui.theme import BAR_HEIGHT_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

_CAPTION_PX = 94
_NARROW_PX, _NARROW_ALONE_PX = 760, 600
"""Below this times the text scale the button stands under the name; less will do where no account stands."""
_PERSON_PX = 230
_WIDER_AT_MOST = 1.4  # times that, where the text is larger
PROGRAM = "smadmin"
_HEIGHT_AT_MOST = 1.75  # times 64 px; enough for two lines at 200 %


class AccountBar(QWidget):
    """For whom one speaks and who sits here. `handOverAsked` tells that the chair is to be handed over."""

    handOverAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without account and without person."""
        super().__init__(parent)
        self._words = words
        self._strip = _PlateStrip(words)
        self._person = _PersonSide(words)
        self._person.handOverAsked.connect(self.handOverAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._strip, 1)
        row.addWidget(self._person)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_model(BarModel())

    def show_model(self, model: BarModel) -> None:
        """Show the draft's accounts and the person."""
        self._strip.show_plates(model.plates)
        self._strip.show_door(model.school, open_to=model.person, way=self._words(model.way))
        role = "" if model.role is None else self._words(model.role)
        self._person.setVisible(bool(model.person))
        self._person.show_person(model.person, role)
        deed = "session.give-back" if model.in_the_chair else "shell.hand-over"
        self._person.button.show_words(self._words.say(deed))
        self._arrange()

    @property
    def plates(self) -> tuple[PlateButton, ...]:
        """The plates in sight, in the draft's order."""
        return self._strip.in_sight

    @override
    def sizeHint(self) -> QSize:
        height = round(BAR_HEIGHT_PX * min(max(scale_of(self.font()), 1.0), _HEIGHT_AT_MOST))
        return QSize(2 * _PERSON_PX, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()
            self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least_px = _NARROW_PX if self._strip.has_plates else _NARROW_ALONE_PX
        if self.width() < least_px * scale_of(self.font()):
            self._person.stand_narrow()
        else:
            self._person.stand_wide()


class _PlateStrip(QFrame):
    """Shares the width among the plates; where they don't fit, a button opens the list of all."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setProperty("kind", "person")
        self._words = words
        self._plates: tuple[Plate, ...] = ()
        self._buttons: list[PlateButton] = []
        self._caption = _Caption(words)
        self._caption.setParent(self)
        self._none = _NoAccount(words)
        self._none.setParent(self)
        self._door = PlainLabel("", kind=TextKind.HEADING, fold=Fold.SHORTEN, parent=self)
        self._door.setContentsMargins(22, 0, 2 * SPACE_PX, 0)
        self._all = Button("", kind=ButtonKind.PLAIN, icon="chevron-down", parent=self)
        self._all.clicked.connect(self._open_listing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_plates(self) -> bool:
        return bool(self._plates)

    @property
    def in_sight(self) -> tuple[PlateButton, ...]:
        return tuple(button for button in self._buttons if not button.isHidden())

    def show_plates(self, plates: tuple[Plate, ...]) -> None:
        if plates == self._plates and len(self._buttons) == len(plates):
            return
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._plates = plates
        self._buttons = [PlateButton(plate, self._words, self) for plate in plates]
        for button in self._buttons:
            button.clicked.connect(self._open_listing)
        # New plates join the end of the window's tab order; this brings them to the bar's place in it.
        for before, after in pairwise((self._all, *self._buttons)):
            QWidget.setTabOrder(before, after)
        self._caption.show_count(len(plates), official=all(one.official for one in plates))
        self._all.show_words(self._words.say("shell.all-accounts", n=len(plates)))
        self._arrange()

    def show_door(self, school: str, *, open_to: str, way: str) -> None:
        """Show the school's name instead of missing accounts, while nobody could choose any."""
        self._none.way.show_text(way)
        self._none.setVisible(not self._plates and bool(open_to))
        self._door.show_text(school or PROGRAM)  # an empty band would look broken
        self._door.setVisible(not self._plates and not open_to)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = scale_of(self.font())
        self._none.setGeometry(self.rect())
        self._door.setGeometry(self.rect())
        shared = self._share(scale)
        caption_px = 0 if shared.room is Room.FULL or not self._plates else round(_CAPTION_PX * scale)
        self._caption.setVisible(caption_px > 0)
        self._caption.setGeometry(0, 0, caption_px, self.height())
        listed = shared.room is Room.MINI and bool(self._plates)
        list_px = self._all.sizeHint().width() + 2 * SPACE_PX if listed else 0
        self._all.setVisible(listed)
        height = self._all.sizeHint().height()
        self._all.setGeometry(
            self.width() - list_px + SPACE_PX, (self.height() - height) // 2, list_px - 2 * SPACE_PX, height
        )
        room = QRectF(caption_px, 0, self.width() - caption_px - list_px, self.height())
        for index, button in enumerate(self._buttons):
            left = round(room.left() + room.width() * index / max(shared.shown, 1))
            right = round(room.left() + room.width() * (index + 1) / max(shared.shown, 1))
            button.setVisible(index < shared.shown)
            button.show_room(shared.room)
            button.setGeometry(left, 0, right - left, self.height())

    def _share(self, scale: float) -> Fit:
        """Find how the plates fit; caption and list button take room only where they are needed."""
        count = len(self._plates)
        shared = fit(count, self.width(), scale)
        if shared.room is Room.FULL:
            return shared
        left_over = self.width() - _CAPTION_PX * scale
        shared = fit(count, left_over, scale)
        if shared.room is not Room.MINI:
            return Fit(Room.COMPACT, count, 0)
        return fit(count, left_over - self._all.sizeHint().width() - 2 * SPACE_PX, scale)

    def _open_listing(self) -> None:
        sender = self.sender()
        AccountListing(self._plates, self._words, self).open_below(
            sender if isinstance(sender, QWidget) else self
        )


class _Caption(QWidget):
    """The words *Official accounts*, where the plates have no room for it; *accounts* where not all are."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._label = PlainLabel("", kind=TextKind.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 6, 0)
        row.addWidget(self._label)

    def show_count(self, count: int, *, official: bool) -> None:
        said = "shell.official-accounts" if official else "shell.accounts"
        self._label.show_text(self._words.say(said, n=count))


class _NoAccount(QWidget):
    """Says that no account is chosen and that nothing can be sent."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 2 * SPACE_PX, 0)
        row.setSpacing(12)
        row.addWidget(ShapeMark(State.WAITS), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(PlainLabel(words.say("shell.no-account"), kind=TextKind.STRONG, fold=Fold.SHORTEN))
        self.way = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        lines.addWidget(self.way)
        lines.addStretch(1)
        row.addLayout(lines, 1)


class _PersonSide(QFrame):
    """The signed-in person's real name and role, and the button to hand over the chair."""

    handOverAsked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setProperty("kind", "person")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * SPACE_PX, 0, 14, 0)
        self._row.setSpacing(SPACE_PX + 2)
        self._mark = IconMark("user-round")
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        self.name = PlainLabel("", kind=TextKind.STRONG, fold=Fold.SHORTEN)
        self.role = PlainLabel("", kind=TextKind.NOTE, fold=Fold.SHORTEN)
        self._said_role = ""
        self._narrow = False
        lines.addWidget(self.name)
        lines.addWidget(self.role)
        lines.addStretch(1)
        self._row.addLayout(lines)
        self.button = Button(words.say("shell.hand-over"), icon="arrow-left-right", hint="Ctrl+Shift+H")
        self.button.clicked.connect(self.handOverAsked)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_person(self, person: str, role: str) -> None:
        self.name.show_text(person)
        self._said_role = role
        self.role.show_text(role)
        self.role.setVisible(bool(role) and not self._narrow)

    def stand_narrow(self) -> None:
        """Put the button under the name; the role gives way."""
        self._stand(QBoxLayout.Direction.TopToBottom)

    def stand_wide(self) -> None:
        """Put the button beside the name."""
        self._stand(QBoxLayout.Direction.LeftToRight)

    def _stand(self, direction: QBoxLayout.Direction) -> None:
        self._narrow = direction is QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(0 if self._narrow else SPACE_PX + 2)
        self._mark.setVisible(not self._narrow)
        self.name.setMaximumWidth(round(_PERSON_PX * min(max(scale_of(self.font()), 1.0), _WIDER_AT_MOST)))
        self.role.setVisible(bool(self._said_role) and not self._narrow)
