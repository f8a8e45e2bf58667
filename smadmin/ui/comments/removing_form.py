"""*Hide or remove…* and *Block this visitor…*: the question of the view first, then ground, way and picture.

Whoever says that the view is the reason is told so and gets no further (YEL-U2).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.moderating import (
    WORDS_MOST,
    Measure,
    Way,
    Wish,
    ground_of,
    needs_second,
    needs_words,
    wish_blockers,
)
from smadmin.domain.policy.values import Removal
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.fields import ChoiceField, DateField, Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import for_button
from smadmin.ui.scan_field import ScanField
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_FIRST_BLOCK_DAYS = 30
_VIEWS = {"no": False, "yes": True}

Chosen = Path | QImage
"""A file, or what was pasted."""


class MeasureForm(QWidget):
    """The form for one measure.

    Signals:
        given: a `Wish` and the picture, or None.
        left: somebody went away from it.
    """

    given = Signal(object, object)
    left = Signal()

    def __init__(self, words: Wording, measure: Measure) -> None:
        """Begin empty."""
        super().__init__()
        self.words, self._measure = words, measure
        self._grounds: tuple[Removal, ...] = ()
        self._ways: tuple[Way, ...] = ()
        self._today = date.min
        self.pasted: QImage | None = None
        self.view, self.kind, self.way = ChoiceField(), ChoiceField(), ChoiceField()
        self.line, self.until = QLineEdit(), DateField(words)
        self.line.setMaxLength(WORDS_MOST)
        self.line.setPlaceholderText(words.say("moderating.words-hint"))
        self.shot = ScanField(words, "moderating.shot-")
        self.paste_button = Button(words.say("moderating.shot-paste"), icon="copy")
        self.unpictured = QCheckBox(for_button(words.say("moderating.unpictured")))
        controls = {"view": self.view, "kind": self.kind, "way": self.way}
        more = {"until": self.until, "words": self.line}
        self.fields: dict[str, Field] = {
            name: Field(words.say(f"moderating.{name}-ask"), control)
            for name, control in {**controls, **more}.items()
        }
        self.fields["shot"] = self.shot
        self.refusal = StateLine(State.STOP, words.say("moderating.view"))
        self.caution = StateLine(State.DOUBT, words.say("moderating.caution"))
        self.do_button = Button("", kind=ButtonKind.DESTRUCTIVE)
        self.leave_button = Button(words.say("moderating.leave"), kind=ButtonKind.QUIET)
        self._rest = QWidget()
        self._build()
        self._connect()
        self.rest()

    def show_choices(self, grounds: Sequence[Removal], ways: Sequence[Way], today: date) -> None:
        """Offer the policy's grounds and what the platform lets a school do; what is chosen stays."""
        self._today = today
        if self._grounds != tuple(grounds):
            self._grounds = tuple(grounds)
            self.kind.clear()
            for one in grounds:
                self.kind.addItem(one.told.said(self.words.language), one.kind)
            self.kind.setCurrentIndex(-1)
        if self._ways != tuple(ways):
            self._ways = tuple(ways)
            self.way.clear()
            for way in ways:
                self.way.addItem(self.words.say(f"moderating.way-{way.value}"), way.value)
        self._judge()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.view.setFocus()
        bring_into_view(self)

    def rest(self) -> None:
        """Begin anew."""
        for box in (self.view, self.kind):
            box.setCurrentIndex(-1)
        self.way.setCurrentIndex(0 if self._ways else -1)
        self.line.clear()
        if self._today > date.min:
            self.until.show_day(self._today + timedelta(days=_FIRST_BLOCK_DAYS))
        self.pasted = None
        self.unpictured.setChecked(False)
        self.shot.take(None)
        for field in self.fields.values():
            field.clear_error()
        begin_words(self)
        self._judge()

    def wish(self) -> Wish:
        """Give what is asked for."""
        way = self.way.currentData()
        removal = self._measure is Measure.REMOVAL
        wish = Wish(
            measure=self._measure,
            kind=str(self.kind.currentData() or ""),
            viewpoint=_VIEWS.get(str(self.view.currentData())),
            way=Way(way) if removal and way else None,
            words=self.line.text(),
            until=None if removal else self.until.day,
            unpictured=self.picture is None and self.unpictured.isChecked(),
        )
        asks = needs_words(wish, ground_of(wish.kind, self._grounds), self._ways)
        return wish if asks else replace(wish, words="")  # what was typed for another ground isn't said

    @property
    def picture(self) -> Chosen | None:
        """The picture of the comment that was chosen or pasted."""
        return self.pasted or self.shot.path

    def show_error(self, error: NotAllowed) -> bool:
        """Say each refusal at its field; tells whether all of them have one."""
        for reason in error.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self.words(reason.message))
        return all(one.place in self.fields for one in error.reasons)

    # ---- what is pressed

    def _paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.shot.show_error(self.words.say("moderating.shot-nothing"))
            return
        self.shot.take(None)
        self.pasted = image
        self.shot.show_note(self.words.say("moderating.shot-pasted"))
        self._judge()

    def _chosen(self) -> None:
        self.pasted = None
        self._judge()

    def _give(self) -> None:
        self.given.emit(self.wish(), self.picture)

    def _judge(self) -> None:
        wish = self.wish()
        ground = ground_of(wish.kind, self._grounds)
        self.refusal.setVisible(wish.viewpoint is True)
        self._rest.setVisible(wish.viewpoint is False)
        self.do_button.setVisible(wish.viewpoint is False)
        self.fields["way"].setVisible(self._measure is Measure.REMOVAL)
        self.fields["until"].setVisible(self._measure is Measure.BLOCK)
        self.fields["words"].setVisible(needs_words(wish, ground, self._ways))
        self.caution.setVisible(self._measure is Measure.BLOCK or (ground is not None and ground.caution))
        second = self._measure is Measure.BLOCK
        if ground is not None:
            second = needs_second(self._measure, ground)
        self.second.setVisible(second)
        self.unpictured.setVisible(self.picture is None)
        self.do_button.setText(for_button(self.words.say(f"moderating.do{'-second' if second else ''}")))
        pictured = self.picture is not None
        reasons = wish_blockers(wish, self._grounds, self._ways, pictured=pictured, today=self._today)
        if reasons:
            self.do_button.block(self.words.reasons(reasons))
        else:
            self.do_button.allow()
        self.lacks.show_text(self.words(reasons[0].message) if reasons and wish.viewpoint is False else "")
        self.lacks.setVisible(bool(reasons) and wish.viewpoint is False)

    # ---- layout

    def _build(self) -> None:
        words = self.words
        for name in ("no", "yes"):
            self.view.addItem(words.say(f"moderating.view-{name}"), name)
        for name, box in (("view", self.view), ("kind", self.kind)):
            box.setPlaceholderText(words.say(f"moderating.{name}-choose"))
        if self._measure is Measure.BLOCK:
            self.caution.show_line(words.say("moderating.block-caution"))
        self.second = StateLine(State.NOTE, words.say("moderating.second-note"))
        self.lacks = PlainLabel("", kind=TextKind.NOTE)
        inner = QVBoxLayout(self._rest)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_PX)
        inner.addWidget(self.fields["kind"])
        inner.addWidget(self.caution)
        for name in ("way", "until", "words", "shot"):
            inner.addWidget(self.fields[name])
        inner.addLayout(_beside(self.paste_button, self.unpictured))
        inner.addWidget(StateLine(State.NOTE, words.say("moderating.kept-note")))
        if self._measure is Measure.REMOVAL:
            inner.addWidget(StateLine(State.NOTE, words.say("moderating.copies")))
        inner.addWidget(self.second)
        inner.addWidget(self.lacks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(
            PlainLabel(words.say(f"moderating.{self._measure.value}-title"), kind=TextKind.STRONG)
        )
        for part in (self.fields["view"], self.refusal, self._rest):
            column.addWidget(part)
        column.addLayout(_beside(self.do_button, self.leave_button))

    def _connect(self) -> None:
        for box in (self.view, self.kind, self.way):
            box.currentIndexChanged.connect(self._judge)
        self.line.textChanged.connect(self._judge)
        self.until.dateChanged.connect(self._judge)
        self.unpictured.toggled.connect(self._judge)
        self.shot.taken.connect(self._chosen)
        self.paste_button.clicked.connect(self._paste)
        self.do_button.clicked.connect(self._give)
        self.leave_button.clicked.connect(self.left)


def png_of(image: QImage) -> bytes:
    """Give a pasted picture as a file's bytes; not on the window's own thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes the format as text
    return bytes(buffer.data().data())


def _beside(*parts: QWidget) -> FlowLayout:
    row = FlowLayout()
    for part in parts:
        row.addWidget(part)
    return row
