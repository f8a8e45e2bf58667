"""What is asked about a week: whom a file goes to, and what was signed on paper."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from smadmin.domain.errors import NotAllowed
from smadmin.domain.given_weeks import HOWS, GivenWeek
from smadmin.domain.people import Person
from smadmin.domain.records import as_read
from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import ChoiceField, DateField, Field, NumberField
from smadmin.ui.flow import FlowBox
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.plan.weekly_read import Choice, PostList
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 560
_SAMPLE = "MMMM-NNNN-NNNN-NNNN"
"""As wide as the record's letters get, nearly."""
_KINDS = "*.jpg *.jpeg *.png *.heic *.webp *.gif"
_MOST_ROWS = 2**31 - 1


class SignerDialog(FormDialog):
    """Asks to whom a week goes to be signed. `chosen` carries a `Person`."""

    chosen = Signal(object)

    def __init__(self, people: Sequence[Person], words: Wording, parent: QWidget | None = None) -> None:
        """Take who may be asked, at least one."""
        super().__init__(
            words.say("weekly.send-title"),
            words.say("weekly.send-text"),
            main=words.say("weekly.save-file"),
            leave=words.say("weekly.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._people = tuple(people)
        self.person = QComboBox()
        self.person.addItems([one_line(person.name) for person in self._people])
        self.fields.addWidget(Field(words.say("weekly.who-signs"), self.person))
        self.main.clicked.connect(self._choose)
        self.person.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self._people[self.person.currentIndex()])
        self.accept()


class PaperDialog(FormDialog):
    """What was signed on paper or by e-mail, with its scan; it stays until that is taken.

    Signals:
        given: a `GivenWeek`, and the path of a scan or None.
    """

    given = Signal(object, object)

    def __init__(
        self, people: Sequence[Person], posts: Sequence[Choice], words: Wording, parent: QWidget | None = None
    ) -> None:
        """Take who may have signed, and the week's posts."""
        super().__init__(
            words.say("weekly.enter-title"),
            words.say("weekly.enter-text"),
            main=words.say("weekly.enter-do"),
            leave=words.say("weekly.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._words, self._people = words, tuple(people)
        self.scan: Path | None = None
        self.said_by, self.how, self.day = QComboBox(), ChoiceField(), DateField(words)
        self.said_by.addItems([one_line(person.name) for person in self._people])
        for how in HOWS:
            self.how.addItem(words.say(f"weekly.how-{how}"), how)
        self.number, self.letters, self.week = NumberField(), QLineEdit(), QLineEdit()
        self.number.setRange(0, _MOST_ROWS)
        self.number.setGroupSeparatorShown(False)
        self.parts = {
            "said_by": Field(words.say("weekly.said-by"), self.said_by),
            "how": Field(words.say("weekly.how"), self.how),
            "day": Field(words.say("weekly.day"), self.day),
            "seq": Field(words.say("weekly.end-number"), self.number),
            "letters": Field(words.say("weekly.end-letters"), self.letters),
            "week": Field(words.say("weekly.week-letters"), self.week),
        }
        self.posts = PostList(posts, words.say("weekly.posts"))
        self.scan_button = Button(words.say("weekly.scan-add"), icon="image-plus")
        self.scan_button.clicked.connect(self._choose)
        self.scan_said = PlainLabel(words.say("weekly.scan-none"), kind=TextKind.NOTE)
        self._lay()
        self.main.clicked.connect(self._give)
        self.said_by.setFocus()

    def show_refused(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        for reason in refused.reasons:
            if reason.place in self.parts:
                self.parts[reason.place].show_error(self._words(reason.message))
            elif reason.place == "scan":
                self.scan_said.show_text(self._words(reason.message))
        return all(reason.place in {*self.parts, "scan"} for reason in refused.reasons)

    def take_scan(self, path: Path) -> None:
        """Take a scan."""
        self.scan = path
        self.scan_said.show_text(self._words.say("weekly.scan-taken", file=path.name))

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        for name in ("said_by", "how", "day"):
            row.addWidget(self.parts[name], 1)
        self.fields.addLayout(row)
        told = FlowBox()  # side by side where there is room: the sixteen letters are to be read whole
        for name, sample in (("seq", ""), ("letters", _SAMPLE), ("week", "")):
            part = self.parts[name]
            for one in (part.label, part.control):
                one.ensurePolished()
            wanted = max(
                part.label.fontMetrics().horizontalAdvance(f"{part.label.whole_text} "),
                part.control.fontMetrics().horizontalAdvance(sample) + 4 * SPACE_PX,
            )
            part.setMinimumWidth(wanted)
            part.label.setWordWrap(False)  # bold comes late on some desktops, and half a label hides
            told.flow.addWidget(part)
        self.week.setMaximumWidth(self.parts["week"].minimumWidth())
        self.fields.addWidget(told)
        self.fields.addWidget(self.posts)
        scan = QHBoxLayout()
        scan.addWidget(self.scan_button)
        scan.addWidget(self.scan_said, 1)
        self.fields.addLayout(scan)

    def _choose(self) -> None:
        kinds = self._words.say("weekly.scan-kinds", kinds=_KINDS)
        path, _ = QFileDialog.getOpenFileName(self, self._words.say("weekly.scan-add"), "", kinds)
        if path:
            self.take_scan(Path(path))

    def _give(self) -> None:
        for field in self.parts.values():
            field.clear_error()
        said = GivenWeek(
            self._people[self.said_by.currentIndex()].id,
            str(self.how.currentData()),
            self.day.day,
            self.number.value(),
            as_read(self.letters.text() + self.week.text()),
            self.posts.struck,
        )
        self.given.emit(said, self.scan)
