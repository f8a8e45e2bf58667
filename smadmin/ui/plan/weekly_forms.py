"""What is asked about a week: whom a file goes to, and what was signed on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QWidget

from smadmin.domain.errors import KnownError, NotAllowed, Reason
from smadmin.domain.given_weeks import HOWS, GivenWeek
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Person
from smadmin.domain.records import as_read
from smadmin.services.scans import ScanUnreadable
from smadmin.ui.dialogs.form import FormDialog
from smadmin.ui.fields import ChoiceField, DateField, Field, NumberField
from smadmin.ui.flow import FlowBox
from smadmin.ui.plaintext import one_line
from smadmin.ui.plan.weekly_read import Choice, PostList
from smadmin.ui.scan_field import ScanField
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.states import StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording

_WIDTH_PX = 560
_SAMPLE = "MMMM-NNNN-NNNN-NNNN"
"""As wide as the record's letters get, nearly."""
_MOST_ROWS = 2**31 - 1


class SignerDialog(FormDialog):
    """Asks to whom a week goes to be signed. `chosen` carries a `Person`."""

    chosen = Signal(object)

    def __init__(
        self,
        people: Sequence[Person],
        words: Wording,
        *,
        only_here: Sequence[Person] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take who may be asked, at least one; and who isn't, for nothing opens a file for them elsewhere."""
        super().__init__(
            words.say("weekly.send-title"),
            words.say("weekly.send-text"),
            main=words.say("weekly.save-file"),
            leave=words.say("weekly.not-now"),
            width_px=_WIDTH_PX,
            parent=parent,
        )
        self._people = tuple(people)
        self.person = ChoiceField()
        self.person.currentTextChanged.connect(self.person.setToolTip)  # what is cut stands whole there
        self.person.addItems([one_line(person.name) for person in self._people])
        note = words(only_here_said(only_here)) if only_here else ""
        self.fields.addWidget(Field(words.say("weekly.who-signs"), self.person, note=note))
        self.main.clicked.connect(self._choose)
        self.person.setFocus()

    def _choose(self) -> None:
        self.chosen.emit(self._people[self.person.currentIndex()])
        self.accept()


def only_here_said(people: Sequence[Person]) -> Message:
    """Say that these people approve at this very computer: their only key lies on it."""
    names = tuple(say("accounts.person", name=person.name) for person in people)
    return say("weekly.only-here", people=names)


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
        self.said_by, self.how, self.day = ChoiceField(), ChoiceField(), DateField(words)
        self.said_by.currentTextChanged.connect(self.said_by.setToolTip)
        self.said_by.addItems([one_line(person.name) for person in self._people])
        for how in HOWS:
            self.how.addItem(words.say(f"weekly.how-{how}"), how)
        self.number, self.letters, self.week = NumberField(), QLineEdit(), QLineEdit()
        self.number.setRange(0, _MOST_ROWS)
        self.number.setGroupSeparatorShown(False)
        self.posts, self.scan = PostList(posts, words.say("weekly.posts"), whole=True), ScanField(words)
        self.posts.currentItemChanged.connect(self._follow)
        self.parts: dict[str, Field] = {
            "said_by": Field(words.say("weekly.said-by"), self.said_by),
            "how": Field(words.say("weekly.how"), self.how),
            "day": Field(words.say("weekly.day"), self.day),
            "seq": Field(words.say("weekly.end-number"), self.number),
            "letters": Field(words.say("weekly.end-letters"), self.letters),
            "week": Field(words.say("weekly.week-letters"), self.week),
            "posts": Field(words.say("weekly.posts"), self.posts),
            "scan": self.scan,
        }
        self.trouble = StateLine(State.STOP, "")
        self.trouble.hide()
        self._lay()
        self.main.clicked.connect(self._give)
        self.said_by.setFocus()

    def show_refused(self, error: KnownError) -> None:
        """Say what is wrong, below its field where it has one; all that was typed stays."""
        if isinstance(error, ScanUnreadable):
            self.scan.refuse(self._words.error(error))
        elif isinstance(error, NotAllowed):
            for reason in error.reasons:
                if reason.place in self.parts:
                    self.parts[reason.place].show_error(self._words(reason.message))
            self._say_trouble("\n".join(self._words.reasons(self._unplaced(error))))
        else:
            self._say_trouble(self._words.error(error))
        wrong = next((one for one in self.parts.values() if one.error), None)
        if wrong is not None:
            wrong.control.setFocus()
        bring_into_view(wrong or self.trouble)

    def _follow(self, post: QListWidgetItem | None) -> None:
        """Scroll to the post to which the arrow keys led: the list has no bar of its own."""
        asked = self.middle.widget()
        if post is not None and self.posts.hasFocus() and asked is not None:
            place = self.posts.visualItemRect(post)
            centre = self.posts.viewport().mapTo(asked, place.center())
            self.middle.ensureVisible(0, centre.y(), 0, place.height())

    def _unplaced(self, error: NotAllowed) -> tuple[Reason, ...]:
        return tuple(one for one in error.reasons if one.place not in self.parts)

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.show_line(sentence)
        self.trouble.setVisible(bool(sentence))

    def _lay(self) -> None:
        self.fields.addWidget(self.trouble)
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX)
        for name in ("said_by", "how", "day"):  # at the top: what is wrong with one leaves the others in line
            wide = 3 if name == "said_by" else 2
            row.addWidget(self.parts[name], wide, Qt.AlignmentFlag.AlignTop)
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
        self.fields.addWidget(self.parts["posts"])
        self.fields.addWidget(self.scan)

    def _give(self) -> None:
        for field in self.parts.values():
            field.clear_error()
        self._say_trouble("")
        said = GivenWeek(
            self._people[self.said_by.currentIndex()].id,
            str(self.how.currentData()),
            self.day.day,
            self.number.value(),
            as_read(self.letters.text() + self.week.text()),
            self.posts.struck,
        )
        self.given.emit(said, self.scan.path)
