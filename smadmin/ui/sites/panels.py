"""What is open beside the list: a site that is watched, or a reported account with what was done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.ids import PersonId
from smadmin.domain.reported import ENDED, NOTE_MOST, ReportState, Step
from smadmin.services.reported import ReportedSheet
from smadmin.services.sites import SiteSheet
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.fields import ChoiceField, DateField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sites.forms import SiteFields, SitesForm
from smadmin.ui.sites.model import Seen, steps_open
from smadmin.ui.sites.trouble import TroublePart
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording


class SitePanel(Card):
    """A site.

    Signals:
        pageAsked: its address.
        looked: what was seen there, empty where all is well.
        changed: its new `SiteForm`.
        removeAsked, contactsAsked: pressed.
    """

    pageAsked = Signal(str)
    looked = Signal(str)
    changed = Signal(object)
    removeAsked = Signal()
    contactsAsked = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._page = ""
        self.page, self.watched = PlainLabel("", kind=TextKind.MUTED), PlainLabel("")
        self.note, self.duty = PlainLabel(""), PlainLabel(words.say("sites.duty"), kind=TextKind.NOTE)
        self.open_button = Button(words.say("sites.open"), icon="external-link")
        self.open_button.clicked.connect(lambda: self.pageAsked.emit(self._page))
        self.seen = QLineEdit()
        self.seen.setMaxLength(NOTE_MOST)
        self.seen.setPlaceholderText(words.say("sites.seen-hint"))
        self.seen.setAccessibleName(words.say("sites.seen"))
        self.look_button = Button(words.say("sites.looked"))
        self.look_button.clicked.connect(lambda: self.looked.emit(self.seen.text()))
        self.trouble = TroublePart(words)
        self.contacts = Button(words.say("sites.contacts"), kind=ButtonKind.LINK)
        self.contacts.clicked.connect(self.contactsAsked)
        self.change_button = Button(words.say("sites.change"), kind=ButtonKind.QUIET)
        self.change_button.clicked.connect(self._unfold)
        self.remove_button = Button(words.say("sites.remove"), kind=ButtonKind.QUIET)
        self.remove_button.clicked.connect(self.removeAsked)
        self.form = SiteFields(words, "sites.change-do")
        self.form.given.connect(self.changed)
        self.form.left.connect(self.rest)
        self._build()

    def show_site(self, sheet: SiteSheet, seen: Seen) -> None:
        """Show a site as it was just read."""
        site, words = sheet.site, self._words
        self.heading.show_text(site.form.name)
        self._page = site.form.page
        self.page.show_text(site.form.page)
        who = words.say("sites.watched-by", name=sheet.watcher, n=site.form.every_days)
        if not sheet.works_here:
            who = words.say("sites.watched-by-nobody", name=sheet.watcher)
        self.watched.show_text(who)
        last = words.say("sites.never-watched", day=site.due_on)
        if site.watched_on is not None:
            last = words.say("sites.last-watched", day=site.watched_on, due=site.due_on)
        self.note.show_text(f"{last} {site.note}".strip())
        for button in (self.change_button, self.remove_button):
            if seen.may_list:
                button.block(words.reasons(seen.may_list))
            else:
                button.allow()
        self.trouble.show_site(sheet, seen.help)
        self.form.show_form(site.form, seen)

    def rest(self) -> None:
        """Put the form away."""
        self.seen.clear()
        self.form.hide()
        self.change_button.show()

    def _unfold(self) -> None:
        self.change_button.hide()
        self.form.show()
        self.form.begin()

    def _build(self) -> None:
        look = QHBoxLayout()
        look.setSpacing(SPACE_PX)
        look.addWidget(self.seen, 1)
        look.addWidget(self.look_button)
        for part in (self.page, self.watched, self.note):
            self.body.addWidget(part)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(look)
        self.body.addWidget(self.duty)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.contacts, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.addWidget(self.change_button)
        below.addWidget(self.remove_button)
        below.addStretch(1)
        self.body.addLayout(below)
        self.body.addWidget(self.form)
        self.form.hide()


class StepFields(SitesForm):
    """What was done about a reported account; gives a `Step`."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words, "sites.step-do")
        self.state, self.after = ChoiceField(), ChoiceField()
        self.note, self.again = QLineEdit(), DateField(words)
        self.note.setMaxLength(NOTE_MOST)
        self.add("state", self.state)
        self.add("note", self.note)
        self.add("after", self.after)
        self.add("again", self.again)
        self.finish()
        self.leave.hide()
        self.button.clicked.connect(self._give)
        self.state.currentIndexChanged.connect(self._going)

    def show_step(self, sheet: ReportedSheet, seen: Seen) -> None:
        """Propose the next step."""
        now = sheet.reported.now
        self.state.clear()
        for one in steps_open(now.state):
            self.state.addItem(self.words.say(f"sites.state-{one.value}"), one.value)
        self.after.clear()
        for person, name in seen.staff:
            self.after.addItem(name, person)
        self.after.setCurrentIndex(self.after.findData(now.after))
        self.again.show_day(seen.next_day)
        self.note.clear()
        self.clear_errors()
        self._going()

    def _going(self) -> None:
        goes_on = self.state.currentData() not in {one.value for one in ENDED}
        for name in ("after", "again"):
            self.fields[name].setVisible(goes_on)

    def _give(self) -> None:
        state, after = ReportState(self.state.currentData()), self.after.currentData()
        goes_on = state not in ENDED
        self.given.emit(
            Step(
                state,
                self.note.text(),
                PersonId(after) if goes_on and after is not None else None,
                self.again.day if goes_on else None,
            )
        )


class ReportedPanel(Card):
    """A reported account. `pageAsked` carries its address, `noted` a `Step`."""

    pageAsked = Signal(str)
    noted = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(" ")
        self._words = words
        self._page = ""
        self.page, self.said = PlainLabel("", kind=TextKind.MUTED), PlainLabel("")
        self.open_button = Button(words.say("sites.open"), icon="external-link")
        self.open_button.clicked.connect(lambda: self.pageAsked.emit(self._page))
        self._steps = QVBoxLayout()
        self._steps.setSpacing(HALF_SPACE_PX)
        self.form = StepFields(words)
        self.form.given.connect(self.noted)
        self._next = PlainLabel(words.say("sites.next"), kind=TextKind.STRONG)
        for part in (self.page, self.said):
            self.body.addWidget(part)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._steps)
        self.body.addWidget(self._next)
        self.body.addWidget(self.form)

    def show_reported(self, sheet: ReportedSheet, seen: Seen) -> None:
        """Show a reported account as it was just read."""
        one, words = sheet.reported, self._words
        self.heading.show_text(one.report.name or one.report.page)
        self._page = one.report.page
        self.page.show_text(one.report.page)
        found = words.say(f"sites.found-{one.report.found.value}")
        self.said.show_text(f"{found}. {one.report.note}".strip())
        empty_layout(self._steps)
        for step, name in zip(one.steps, sheet.step_names, strict=True):
            self._steps.addWidget(self._step(step, name))
        if one.open and one.now.again_on is not None:
            again = words.say("sites.looks-again", name=sheet.after, day=one.now.again_on)
            self._steps.addWidget(PlainLabel(again, kind=TextKind.NOTE))
        for part in (self._next, self.form):
            part.setVisible(one.open)
        if one.open:
            self.form.show_step(sheet, seen)

    def _step(self, step: Step, name: str) -> QWidget:
        words = self._words
        state = words.say(f"sites.state-{step.state.value}")
        told = words.say("sites.step", state=state, name=name, day=step.on or "")
        ended = step.state in ENDED
        return StateLine(State.FINE if ended else State.NOTE, f"{told} {step.note}".strip())
