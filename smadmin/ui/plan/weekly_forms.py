"""What is asked about a week: which posts are approved, whom a file goes to, what was signed on paper."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import SlotId
from smadmin.domain.people import Person
from smadmin.domain.records import as_read
from smadmin.domain.week_signing import HOWS, GivenWeek, Section
from smadmin.ui.buttons import Button
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import ChoiceField, DateField, Field, NumberField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import one_line
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_WIDTH_PX = 560
_LIST_LINES, _PAGE_LINES = 8, 9
_LIST_PX = 170
"""Large text shows fewer lines of a list, or a dialog would be taller than the screen."""
_KINDS = "*.jpg *.jpeg *.png *.heic *.webp *.gif"
_MOST_ROWS = 2**31 - 1

Choice = tuple[SlotId, str]
"""A planned post, and what is said of it."""


class ApproveDialog(FormDialog):
    """The week's posts, each ticked until somebody strikes it, and one button.

    Signals:
        approved: the ids of the struck posts, a `frozenset`.
    """

    approved = Signal(object)

    def __init__(
        self,
        posts: Sequence[Choice],
        words: Wording,
        *,
        why: str,
        page: Sequence[Section] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the posts, what this is, and the page of a week that somebody sent."""
        super().__init__(
            words.say("weekly.approve-title"),
            why,
            main=words.say("weekly.approve"),
            leave=words.say("weekly.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        if page:
            self.fields.addWidget(_read_only(page, words.say("weekly.hand-on")))
        self.posts = PostList(posts, words.say("weekly.posts"))
        self.fields.addWidget(PlainLabel(words.say("weekly.approve-text"), kind=TextKind.NOTE))
        self.fields.addWidget(self.posts)
        self.main.clicked.connect(self._approve)
        self.posts.setFocus()

    def _approve(self) -> None:
        self.approved.emit(self.posts.struck)
        self.accept()


class PostList(QListWidget):
    """Posts with a tick each; the space bar strikes one."""

    def __init__(self, posts: Sequence[Choice], name: str) -> None:
        """Take the posts; all are ticked."""
        super().__init__()
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        for slot, said in posts:
            item = QListWidgetItem(one_line(said), self)
            item.setData(Qt.ItemDataRole.UserRole, slot)
            item.setToolTip(one_line(said))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
        if self.count():
            self.setCurrentRow(0)
        rows = min(max(self.count(), 2), _LIST_LINES)
        line = self.fontMetrics().height() + SPACE_PX
        self.setFixedHeight(min(rows * line, max(2 * line, _LIST_PX)) + SPACE_PX)

    @property
    def struck(self) -> frozenset[SlotId]:
        """The posts whose tick was taken away."""
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            SlotId(str(one.data(Qt.ItemDataRole.UserRole)))
            for one in items
            if one.checkState() is not Qt.CheckState.Checked
        )


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
        self.number, self.letters = NumberField(), QLineEdit()
        self.number.setRange(0, _MOST_ROWS)
        self.number.setGroupSeparatorShown(False)
        self.parts = {
            "said_by": Field(words.say("weekly.said-by"), self.said_by),
            "how": Field(words.say("weekly.how"), self.how),
            "day": Field(words.say("weekly.day"), self.day),
            "seq": Field(words.say("weekly.end-number"), self.number),
            "letters": Field(words.say("weekly.end-letters"), self.letters),
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
        for beside in (("said_by", "how", "day"), ("seq", "letters")):
            row = QHBoxLayout()
            row.setSpacing(SPACE_PX)
            for name in beside:
                row.addWidget(self.parts[name], 1)
            self.fields.addLayout(row)
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
            as_read(self.letters.text()),
            self.posts.struck,
        )
        self.given.emit(said, self.scan)


def _read_only(page: Sequence[Section], name: str) -> QPlainTextEdit:
    """Show a page as plain text: it came from outside."""
    shown = QPlainTextEdit()
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(name)
    shown.setPlainText("\n\n".join("\n".join((title.upper(), *lines)) for title, lines in page))
    shown.setFixedHeight(_PAGE_LINES * shown.fontMetrics().height() + 2 * SPACE_PX)
    return shown
