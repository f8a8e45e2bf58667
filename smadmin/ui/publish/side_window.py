"""The small window that stays on top beside the browser: who one must be, what to copy next, where it is.

It holds no truth: each press goes to the open account's card or to the main button of *Publish*.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from smadmin.domain.messages import Message
from smadmin.ui.accountline import AccountLine
from smadmin.ui.appearance import scale_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.publish.carrying import FileBundle
from smadmin.ui.publish.choice import HandleChoice
from smadmin.ui.publish.elsewhere import ReportElsewhere
from smadmin.ui.publish.keys import press_on_return
from smadmin.ui.publish.lane import LaneModel, Step
from smadmin.ui.publish.side_model import SideModel, on_top_said
from smadmin.ui.scrolled import bring_into_view, scrolled
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

WIDTH_PX, _HEIGHT_PX = 340, 520
_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowCloseButtonHint
)


class SideWindow(QWidget):
    """The window.

    Signals:
        nextAsked: the main button of *Publish*.
        picked, seenPicked: a handle that the page, or the post, shows.
        linkTyped: the post's address so far.
        filesAsked, folderAsked: pictures to the clipboard, show the folder.
        wrongReported: another account's handle: that one was logged in.
        backAsked: the big window.
    """

    nextAsked = Signal()
    picked = Signal(str)
    seenPicked = Signal(str)
    linkTyped = Signal(str)
    filesAsked = Signal()
    folderAsked = Signal()
    wrongReported = Signal(str)
    backAsked = Signal()

    def __init__(self, words: Wording, parent: QWidget) -> None:
        """Build it hidden; it belongs to a screen, and stands by itself on the desktop."""
        super().__init__(parent, _FLAGS)
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the browser keeps the keyboard
        self._words = words
        self._account: tuple[object, ...] | None = None
        self._told: tuple[tuple[State, Message], ...] = ()
        self.next = Button("", kind=ButtonKind.MAIN, hint=words.say("publishui.act-hint"))
        self.next.clicked.connect(self.nextAsked)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SPACE_PX + 2)
        self._top = QVBoxLayout()
        self._lines = QVBoxLayout()
        self._body.addLayout(self._top)
        self._body.addLayout(self._lines)
        self._identify = QVBoxLayout()
        self._body.addLayout(self._identify)
        self._add_carry()
        self._add_where()
        self._body.addStretch(1)
        self.missing = PlainLabel("", kind=TextKind.NOTE)
        back = Button(words.say("publishui.side-back"), kind=ButtonKind.SMALL)
        back.clicked.connect(self.backAsked)
        whole = QVBoxLayout(self)
        whole.setSpacing(SPACE_PX)
        self._area = scrolled(body, "beside")
        whole.addWidget(self._area, 1)
        whole.addWidget(self.missing)
        whole.addWidget(self.next)
        whole.addWidget(back)
        press_on_return(self, self.next)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.hide)

    def _add_carry(self) -> None:
        self.copied = PlainLabel("", kind=TextKind.STRONG)
        self.coming = PlainLabel("", kind=TextKind.MUTED)
        self.files = FileBundle(self._words, direction=QBoxLayout.Direction.TopToBottom)
        self.files.copyAsked.connect(self.filesAsked)
        self.files.folderAsked.connect(self.folderAsked)
        for part in (self.copied, self.coming, self.files):
            self._body.addWidget(part)

    def _add_where(self) -> None:
        self.link = QLineEdit()
        self.link.setPlaceholderText(self._words.say("publishui.link-hint"))
        self.link.textEdited.connect(self.linkTyped)
        self.link.returnPressed.connect(self._entered)
        self.link_field = Field(self._words.say("publishui.link"), self.link)
        self._fine = QVBoxLayout()
        self._seen = QVBoxLayout()
        self._body.addWidget(self.link_field)
        self._body.addLayout(self._fine)
        self._body.addLayout(self._seen)

    def _entered(self) -> None:
        if self.link.text().strip():  # an address leaves one thing to do; who typed it presses on purpose
            self.next.click()

    def show_lane(self, lane: LaneModel, model: SideModel) -> None:
        """Show how far an account is."""
        words = self._words
        if self._account != (lane.account, lane.handles):
            self._account = (lane.account, lane.handles)
            self._begin(lane)
        if model.lines != self._told:  # a stop that lies out of sight stops nobody
            self._told = model.lines
            self._area.verticalScrollBar().setValue(0)
        empty_layout(self._lines)
        for state, said in self._said(model):
            self._lines.addWidget(StateLine(state, words(said)))
        self.choice.setVisible(model.identify)
        self.choice.show_picked(lane.hand.picked)
        self.report_there.show_model(lane, here=Step.IDENTIFY)
        self.report_post.show_model(lane, here=Step.CARRY)
        self.copied.setVisible(model.copied is not None)
        self.copied.show_text(words.optional(model.copied))
        self.coming.setVisible(bool(model.coming) and model.carry)
        self.coming.show_text(words.say("publishui.side-coming", words=breakable(model.coming)))
        handed = lane.hand.handed
        lying = [path for path, _ in handed.files] if handed is not None else []
        self.files.setVisible(model.carry and bool(lane.pictures or lying))
        self.files.show_files(lying)
        self._show_where(lane, model)
        self.next.setVisible(model.next_said is not None)
        self.next.show_words(words.optional(model.next_said))
        reasons = words.reasons(model.missing)
        self.next.block(reasons) if reasons else self.next.allow()
        self.missing.show_text("\n".join(reasons))
        self.missing.setVisible(bool(reasons))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Without this it would go down with the big window, which belongs behind the browser.
        if (handle := self.windowHandle()) is not None:
            handle.setTransientParent(None)  # type: ignore[arg-type]  # the stub forgets that Qt takes none
        super().showEvent(event)

    def come(self) -> None:
        """Come up at the right edge of the screen; where the desktop places windows itself, it does."""
        if not self.isVisible():
            scale = min(scale_of(self.font()), 1.8)
            room = self.screen().availableGeometry()
            wide, high = (
                min(round(WIDTH_PX * scale), room.width()),
                min(round(_HEIGHT_PX * scale), room.height()),
            )
            self.resize(wide, high)
            self.move(room.right() - wide - SPACE_PX, room.top() + (room.height() - high) // 2)
        self.show()
        self.raise_()
        first = next(iter(self.choice.buttons.values()))
        (first if first.isVisible() else self.next).setFocus()

    def _said(self, model: SideModel) -> list[tuple[State, Message]]:
        top = on_top_said(QGuiApplication.platformName())
        return [*model.lines, *([] if top is None else [(State.NOTE, top)])]

    def _begin(self, lane: LaneModel) -> None:
        """Begin another account: its line, and the handles to find its own among."""
        words, another = self._words, self._words.say("publishui.another-handle")
        title = words.say("publishui.side-title", account=lane.account.label)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        for layout in (self._top, self._identify, self._seen):
            empty_layout(layout)
        self._top.addWidget(AccountLine(lane.account))
        self.choice = HandleChoice(words.say("publishui.which-handle"), lane.handles, another=another)
        self.choice.picked.connect(self.picked)
        self.report_there = ReportElsewhere(words)
        self.report_there.reported.connect(self.wrongReported)
        self._identify.addWidget(self.choice)
        self._identify.addWidget(self.report_there)
        self.seen = HandleChoice(words.say("publishui.which-beside"), lane.handles, another=another)
        self.seen.picked.connect(self.seenPicked)
        self.report_post = ReportElsewhere(words)
        self.report_post.reported.connect(self.wrongReported)
        self._seen.addWidget(self.seen)
        self._seen.addWidget(self.report_post)

    def _show_where(self, lane: LaneModel, model: SideModel) -> None:
        self.link_field.setVisible(model.where)
        if self.link.text() != lane.hand.link:
            self.link.setText(lane.hand.link)
        asks = model.where and lane.ask_seen
        if asks and self.seen.isHidden():
            bring_into_view(self.seen)
        self.seen.setVisible(asks)
        self.seen.show_picked(lane.hand.seen)
        empty_layout(self._fine)
        self.link_field.clear_error()
        if lane.link_said is None or not model.where:
            return
        state, said = lane.link_said
        if state is State.STOP:
            self.link_field.show_error(self._words(said))
        else:
            self._fine.addWidget(StateLine(state, self._words(said)))
