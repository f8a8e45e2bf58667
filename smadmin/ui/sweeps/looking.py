"""The looking list: where faces aren't compared, a person goes through what is kept, page by page."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smadmin.domain.ids import PhotoId
from smadmin.services.sweep_views import Looking
from smadmin.ui.fields import ChoiceField, DateField, Field
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import Fold, PlainLabel, TextKind
from smadmin.ui.photos.in_sight import Moment
from smadmin.ui.photos.keyed import KeyButton
from smadmin.ui.photos.pictures import Key
from smadmin.ui.photos.portraits import FacePicture
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.sweeps.grid import LookGrid
from smadmin.ui.sweeps.large import LargePicture
from smadmin.ui.sweeps.leaving import LeaveOut
from smadmin.ui.sweeps.paging import LookPages, LookShown, Narrowed
from smadmin.ui.sweeps.pictures_kept import BIG, KeptPictures
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_PORTRAIT_PX, _EVENT_LETTERS = 120, 18


class LookingPage(QWidget):
    """The list.

    Signals:
        narrowed: a `Narrowed`.
        passed: the ids of the pictures of a page that was looked through, and on which of them the child is.
    """

    narrowed = Signal(object)
    passed = Signal(object, object)

    def __init__(self, words: Wording, pictures: KeptPictures) -> None:
        """Begin empty."""
        super().__init__()
        self._words, self._pictures = words, pictures
        self.pages = LookPages()
        self._shown: LookShown | None = None
        self._keys: list[QShortcut] = []
        self.why = PlainLabel("", kind=TextKind.MUTED)
        self.count = PlainLabel("", kind=TextKind.STRONG)
        self.leave = LeaveOut(words)
        self.portrait = FacePicture(_PORTRAIT_PX)
        self.portrait.stand_square()
        self.name = PlainLabel("", kind=TextKind.STRONG, fold=Fold.SHORTEN)
        self.grid, self.large = LookGrid(words, pictures), LargePicture(words)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.large)
        self._moment = Moment(self)
        self._moment.timeout.connect(self._show_buttons)
        self._build()
        self.grid.turned.connect(lambda photo: self._turn(PhotoId(photo)))
        self.grid.wanted.connect(lambda _photo: self._show_large(shown=True))
        self.grid.fits.connect(self._size)
        self.grid.seen.connect(self._show_buttons)
        pictures.arrived.connect(self._came)

    def show_looking(self, shown: LookShown) -> None:
        """Show where somebody is; marks of the page that is seen stay."""
        first = self._shown is None or self._shown.child != shown.child
        self._shown = shown
        if first:
            self.pages = LookPages(size=self.pages.size)
            self._offer_days(shown.looking)
            self.leave.rest()
        self._offer_events(shown.looking)
        self.pages = self.pages.with_waiting(shown.looking.waiting)
        self.why.show_text(self._words.optional(shown.why))
        self.why.setVisible(shown.why is not None)
        self.name.show_text(shown.name)
        self._show_page()

    def show_portrait(self, portrait: QPixmap | None) -> None:
        """Show the child's portrait once it came."""
        self.portrait.show_picture(portrait)

    @property
    def wish(self) -> Narrowed:
        """How it is narrowed now."""
        if self._shown is None:
            return Narrowed()
        return Narrowed(self.since.day, self.until.day, self.events.currentData())

    def begin(self) -> None:
        """Put the keyboard on the pictures."""
        self._show_large(shown=False)
        bring_into_view(self.stack)

    @property
    def in_large(self) -> bool:
        """Whether one picture is seen large."""
        return self.stack.currentWidget() is self.large

    # ---- rendering

    def _show_page(self) -> None:
        if self._shown is None:
            return
        looking = self._shown.looking
        shown = (*self.pages.page, *self.pages.ahead)
        self._pictures.know((one.photo, one.file) for one in shown)
        self.grid.show_page(self.pages.page, self.pages.marked)
        for one in self.pages.ahead:
            self._pictures.thumb(one.photo)
        said = "sweepui.look-left" if looking.left_in_all else "sweepui.look-none-left"
        self.count.show_text(
            self._words.say(said, left=looking.left, all=looking.left_in_all, total=looking.total)
        )
        self.leave.show_left(looking.left)
        if not self.pages.page:
            self._show_large(shown=False)
        self._moment.show(tuple(one.photo for one in self.pages.page), 1)
        self._show_current()
        self._show_buttons()

    def _show_buttons(self) -> None:
        said, page = self._words.say, self.pages.page
        current = self.grid.current
        marked = current is not None and current in self.pages.marked
        self.mark_button.show_words(said("sweepui.look-unmark" if marked else "sweepui.look-mark"))
        _may(self.mark_button, "" if page else said("sweepui.look-nothing"))
        _may(self.large_button, "" if page else said("sweepui.look-nothing"))
        _may(self.back_button, "" if self.pages.may_go_back else said("sweepui.look-first-page"))
        self.large_button.show_words(said("sweepui.look-small" if self.in_large else "sweepui.look-large"))
        why = "" if page else said("sweepui.look-nothing")
        if self.in_large:
            why = said("sweepui.look-small-first")
        elif page and not self.grid.all_there:
            why = said("sweepui.look-opening")
        elif self._moment.isActive():
            why = said("sweepui.look-moment")
        _may(self.page_button, why)

    def _show_current(self) -> None:
        photo = self.grid.current
        if not self.in_large or photo is None:
            return
        self.large.show_photo(self._pictures, photo, seen=photo in self.pages.marked)

    def _came(self, key: Key) -> None:
        if key.kind == BIG:
            self._show_current()

    # ---- what is pressed

    def _size(self, fits: int) -> None:
        self.pages = self.pages.sized(fits)
        self._show_page()

    def _turn(self, photo: PhotoId | None) -> None:
        if photo is not None:
            self.pages = self.pages.turned(photo)
            self._show_page()

    def _pass(self) -> None:
        self._show_buttons()
        if not self.page_button.isEnabled():
            return
        page = tuple(one.photo for one in self.pages.page)
        seen = tuple(one for one in page if one in self.pages.marked)
        self.pages = self.pages.passed()
        self.grid.go_to(0)
        self.passed.emit(page, seen)
        self._show_page()
        self.grid.go_to(0)

    def _back(self) -> None:
        self.pages = self.pages.before()
        self._show_page()

    def _turn_large(self) -> None:
        self._show_large(shown=not self.in_large and bool(self.pages.page))

    def _show_large(self, *, shown: bool) -> None:
        seen = self.large if shown else self.grid
        self.stack.setCurrentWidget(seen)
        for key in self._keys:
            key.setEnabled(shown)
        seen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_current()
        self._show_buttons()

    def _step(self, steps: int) -> None:
        self.grid.step(steps)
        self._show_current()
        self._show_buttons()

    # ---- layout

    def _offer_days(self, looking: Looking) -> None:
        if looking.days is not None:
            with QSignalBlocker(self.since), QSignalBlocker(self.until):
                self.since.show_day(looking.days[0])
                self.until.show_day(looking.days[1])

    def _offer_events(self, looking: Looking) -> None:
        chosen = self.events.currentData()
        with QSignalBlocker(self.events):
            self.events.clear()
            self.events.addItem(self._words.say("sweepui.look-every-event"), None)
            for photo_set, event in looking.events:
                self.events.addItem(event, photo_set)
            self.events.setCurrentIndex(0 if chosen is None else max(0, self.events.findData(chosen)))

    def _build(self) -> None:
        said = self._words.say
        self.since, self.until, self.events = DateField(self._words), DateField(self._words), ChoiceField()
        self.events.setMinimumContentsLength(_EVENT_LETTERS)
        fields = FlowBox()
        for name, control in (("since", self.since), ("until", self.until), ("event", self.events)):
            fields.flow.addWidget(Field(said(f"sweepui.look-{name}"), control))
        fields.flow.addWidget(self.leave.button)
        for field in (self.since, self.until):
            field.dateChanged.connect(lambda _day: self._narrow())
        self.events.currentIndexChanged.connect(lambda _row: self._narrow())
        side = QVBoxLayout()
        side.addWidget(self.portrait)
        side.addWidget(self.name)
        side.addStretch(1)
        self.name.setMaximumWidth(self.portrait.sizeHint().width())
        across = QHBoxLayout()
        across.setSpacing(SPACE_PX + 4)
        across.addLayout(side)
        across.addWidget(self.stack, 1)
        self.page_button = self._button("look-page", "Enter", self._pass)
        self.mark_button = self._button("look-mark", "␣", lambda: self._turn(self.grid.current))
        self.large_button = self._button("look-large", "V", self._turn_large)
        self.back_button = self._button("look-back", "PgUp", self._back)
        buttons = FlowBox()
        for button in (self.page_button, self.mark_button, self.large_button, self.back_button):
            buttons.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column.addWidget(self.why)
        for part in (fields, self.leave, self.count):
            column.addWidget(part)
        column.addLayout(across, 1)
        column.addWidget(buttons)
        self._make_keys()
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())

    def _button(self, word: str, key: str, call: Callable[[], object]) -> KeyButton:
        button = KeyButton(self._words.say(f"sweepui.{word}"), key)
        button.setObjectName(word)
        button.clicked.connect(lambda _checked=False: call())
        return button

    def _narrow(self) -> None:
        self.narrowed.emit(self.wish)

    def _make_keys(self) -> None:
        """Keys of the grid and the large picture; a day or an event that is being chosen keeps its own."""
        for keys, call in (
            ("Space", self.mark_button.click),
            ("Return", self._pass),
            ("Enter", self._pass),
            ("PgDown", self._pass),
            ("PgUp", self._back),
            ("V", self._turn_large),
        ):
            self._on_key(keys, call)
        for keys, call in (
            ("Left", lambda: self._step(-1)),
            ("Right", lambda: self._step(1)),
        ):
            shortcut = self._on_key(keys, call)
            shortcut.setEnabled(False)
            self._keys.append(shortcut)

    def _on_key(self, keys: str, call: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self.stack)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(keys in {"Left", "Right"})
        shortcut.activated.connect(call)
        return shortcut


def _may(button: KeyButton, why_not: str) -> None:
    if why_not:
        button.block([why_not])
    else:
        button.allow()
