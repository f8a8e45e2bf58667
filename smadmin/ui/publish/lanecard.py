"""One account's card: folded a line, open the steps: who you are there, what is carried, where it is."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.ui.accountline import AccountLine
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout, rule
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.plaintext import breakable
from smadmin.ui.publish.after import AfterModel
from smadmin.ui.publish.after_part import AfterPart
from smadmin.ui.publish.beside_box import BesideBox
from smadmin.ui.publish.carrying import CarryPart
from smadmin.ui.publish.choice import HandleChoice
from smadmin.ui.publish.direct_part import DirectPart
from smadmin.ui.publish.elsewhere import ReportElsewhere
from smadmin.ui.publish.lane import Act, LaneModel, Opened, Step
from smadmin.ui.publish.later_part import LaterPart
from smadmin.ui.publish.outside import may_open
from smadmin.ui.scrolled import bring_into_view
from smadmin.ui.sentence import SentenceForm, SentenceWords
from smadmin.ui.states import StateChip, StateLine
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording


class LaneCard(Card):
    """A card of one account.

    Signals:
        handChanged: a new `Hand`: a handle was picked, an address typed.
        answered: a handle was picked that the page shows.
        pageAsked, addressAsked: open the account's page, copy its address.
        copyAsked: 0 for the words, n for a description.
        filesAsked, folderAsked: pictures to the clipboard, show the folder.
        confirmAsked: Enter in the line of the post's address.
        givenUp: the reason.
        unfoldAsked: the person wants to go on here.
        wrongReported: another account's handle: that one was logged in.
        keepAsked: the address shall wait until somebody can look.
    """

    handChanged = Signal(object)
    answered = Signal()
    pageAsked = Signal()
    addressAsked = Signal()
    copyAsked = Signal(int)
    filesAsked = Signal()
    folderAsked = Signal()
    confirmAsked = Signal()
    givenUp = Signal(str)
    unfoldAsked = Signal()
    wrongReported = Signal(str)
    keepAsked = Signal()

    def __init__(
        self, model: LaneModel, words: Wording, pictures: CoveredPictures, parent: QWidget | None = None
    ) -> None:
        """Take the lane as it is first shown."""
        super().__init__("", parent)
        keep_words(self)
        self._words = words
        self._model = model
        self._expected = False
        self.body.addLayout(self._top())
        self._link = PlainLabel("", kind=TextKind.NOTE)
        self.body.addWidget(self._link)
        self.direct = DirectPart(words, pictures)
        self.direct.byHandAsked.connect(
            lambda: self.handChanged.emit(replace(self._model.hand, by_hand=True))
        )
        self.body.addWidget(self.direct)
        self.after = AfterPart(words)
        self.body.addWidget(self.after)
        self._open = QWidget()
        inner = QVBoxLayout(self._open)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_PX + 2)
        inner.addWidget(rule())
        self._stopped = QVBoxLayout()
        inner.addLayout(self._stopped)
        self.identify = self._identify()
        inner.addWidget(self.identify)
        self.beside = BesideBox(model.account, words) if model.lane.handle_in_address else None
        if self.beside is not None:
            inner.addWidget(self.beside)
        self.carry = CarryPart(words, pictures)
        self.carry.copyAsked.connect(self.copyAsked)
        self.carry.filesAsked.connect(self.filesAsked)
        self.carry.folderAsked.connect(self.folderAsked)
        inner.addWidget(self.carry)
        self._after = rule()
        inner.addWidget(self._after)
        self.where = self._where()
        inner.addWidget(self.where)
        self.give_up = SentenceForm(self._give_up_words(), kind=ButtonKind.DESTRUCTIVE)
        self.give_up.given.connect(self.givenUp)
        inner.addWidget(self.give_up)
        self.body.addWidget(self._open)

    def show_model(self, model: LaneModel, *, unfolded: bool) -> None:
        """Show how far it is."""
        self._model = model
        words = self._words
        self.chip.show_state(model.state, words(model.chip))
        publication = model.lane.publication
        link = publication.link if publication is not None and model.step is Step.OUT else ""
        self._link.show_text(breakable(link))
        self._link.setVisible(bool(link))
        self.go_on.setVisible(not unfolded and model.step is not Step.OUT)
        self.direct.show_model(model.direct, unfolded=unfolded)
        self._open.setVisible(unfolded and (model.direct is None or bool(model.stopped) or model.may_give_up))
        empty_layout(self._stopped)
        for message in model.stopped:
            self._stopped.addWidget(StateLine(State.STOP, words(message)))
        by_hand = model.step is Step.IDENTIFY and model.direct is None
        self.identify.setVisible(by_hand and not model.stopped)
        empty_layout(self.opened)
        if model.opened_said is not None:
            state, said = model.opened_said
            self.opened.addWidget(StateLine(state, words(said)))
        self.open_page.setVisible(model.act is not Act.OPEN)  # the main button does the very same
        self.choice.show_picked(model.hand.picked)
        self._wrong.setVisible(model.wrong is not None)
        if model.wrong is not None:
            empty_layout(self._wrong_lines)
            self._wrong_lines.addWidget(StateLine(State.STOP, words(model.wrong)))
        self.report_there.show_model(model, here=Step.IDENTIFY)
        self.report_post.show_model(model, here=Step.CARRY)
        carrying = model.step is Step.CARRY
        self.carry.setVisible(carrying and not model.stopped)
        if self.beside is not None:
            self.beside.setVisible(carrying and not model.stopped)
        self._after.setVisible(carrying and not model.stopped)
        self.where.setVisible(carrying)
        if carrying:
            self.carry.show_model(model)
            if self._expected:
                self.link.setFocus(Qt.FocusReason.OtherFocusReason)
            self._expected = False
        self._show_link(model)
        self.give_up.setVisible(model.may_give_up)

    def show_after(self, model: AfterModel, statement: str) -> None:
        """Show what stands after the post."""
        self.after.show_model(model, statement)
        if model.chip is not None:
            self.chip.show_state(model.chip[0], self._words(model.chip[1]))
        if model.overtaken:
            self.direct.hide()

    def expect_link(self) -> None:
        """Put the keyboard into the line of the post's address as soon as that is shown."""
        self._expected = True

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_PX + 4)
        row.addWidget(AccountLine(self._model.account), 1)
        self.chip = StateChip(self._model.state, self._words(self._model.chip))
        row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.go_on = Button(self._words.say("publishui.go-on-here"), kind=ButtonKind.SMALL)
        self.go_on.clicked.connect(self.unfoldAsked)
        row.addWidget(self.go_on)
        return row

    def _identify(self) -> QWidget:
        words, account = self._words, self._model.account
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addWidget(PlainLabel(words.say("publishui.you-must-be"), kind=TextKind.NOTE))
        column.addWidget(PlainLabel(account.at_handle, kind=TextKind.TITLE))
        column.addWidget(PlainLabel(words.say("publishui.look-alikes"), kind=TextKind.NOTE))
        column.addWidget(PlainLabel(breakable(account.page), kind=TextKind.MUTED))
        holder = QWidget()
        flow = FlowLayout(holder)
        self.open_page = Button(words.say("publishui.open-page"), kind=ButtonKind.SMALL, icon="external-link")
        self.open_page.clicked.connect(self.pageAsked)
        distrusted = words.reasons(self._model.lane.distrusted)
        if distrusted or not may_open(self._model.lane.address):
            self.open_page.block(distrusted or [words.say("publishui.not-https")])
        copy = Button(words.say("publishui.copy-address"), kind=ButtonKind.SMALL, icon="copy")
        copy.clicked.connect(self.addressAsked)
        if distrusted:
            copy.block(distrusted)
        flow.addWidget(self.open_page)
        flow.addWidget(copy)
        column.addWidget(holder)
        self.opened = QVBoxLayout()
        column.addLayout(self.opened)
        if self._model.lane.handle_in_address:
            look = words.say("publishui.look-at-address", platform=PLATFORM_NAMES[account.platform])
            column.addWidget(StateLine(State.NOTE, look))
        another = words.say("publishui.another-handle")
        self.choice = HandleChoice(
            words.say("publishui.which-handle"),
            self._model.handles,
            another=another,
            note=words.say("publishui.right-copies"),
        )
        self.choice.picked.connect(self.answer)
        column.addWidget(self.choice)
        self._wrong = QWidget()
        self._wrong_lines = QVBoxLayout(self._wrong)
        self._wrong_lines.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wrong)
        self.report_there = ReportElsewhere(words)
        self.report_there.reported.connect(self.wrongReported)
        column.addWidget(self.report_there)
        return part

    def answer(self, handle: str) -> None:
        """Take which handle the page shows."""
        self.handChanged.emit(replace(self._model.hand, picked=handle, opened=self._seen_there()))
        self.answered.emit()

    def _entered(self) -> None:
        if self._model.act is Act.CONFIRM:
            self.confirmAsked.emit()

    def _seen_there(self) -> Opened:
        """Tell how the person came to the page whose handle they have just read."""
        opened = self._model.hand.opened
        return Opened.ALREADY_THERE if opened is Opened.NOT_YET else opened

    def _where(self) -> QWidget:
        words = self._words
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        self.link = QLineEdit()
        self.link.setObjectName(f"link-{self._model.account.id}")
        self.link.setPlaceholderText(words.say("publishui.link-hint"))
        self.link.textEdited.connect(
            lambda text: self.handChanged.emit(replace(self._model.hand, link=text, seen=""))
        )
        self.link.returnPressed.connect(self._entered)
        self.link_field = Field(words.say("publishui.link"), self.link, note=words.say("publishui.link-note"))
        column.addWidget(self.link_field)
        self.take_sample = Button(words.say("publishui.take-sample-link"), kind=ButtonKind.SMALL)
        self.take_sample.clicked.connect(
            lambda: self.handChanged.emit(replace(self._model.hand, link=self._model.sample_link))
        )
        column.addWidget(self.take_sample, 0, Qt.AlignmentFlag.AlignLeft)
        self._link_fine = QVBoxLayout()
        column.addLayout(self._link_fine)
        question, another = words.say("publishui.which-beside"), words.say("publishui.another-handle")
        self.seen = HandleChoice(question, self._model.handles, another=another)
        self.seen.picked.connect(lambda handle: self.handChanged.emit(replace(self._model.hand, seen=handle)))
        column.addWidget(self.seen)
        self.later = LaterPart(words, self.keepAsked.emit)
        column.addWidget(self.later)
        self.report_post = ReportElsewhere(words)
        self.report_post.reported.connect(self.wrongReported)
        column.addWidget(self.report_post)
        return part

    def _show_link(self, model: LaneModel) -> None:
        if self.link.text() != model.hand.link:
            self.link.setText(model.hand.link)
        if model.ask_seen and self.seen.isHidden():
            bring_into_view(self.seen)
        self.take_sample.setVisible(bool(model.sample_link))
        self.seen.setVisible(model.ask_seen)
        self.seen.show_picked(model.hand.seen)
        self.later.show_model(model)
        empty_layout(self._link_fine)
        if model.link_said is None:
            self.link_field.clear_error()
            return
        state, said = model.link_said
        if state is State.STOP:
            self.link_field.show_error(self._words(said))
            return
        self.link_field.clear_error()
        self._link_fine.addWidget(StateLine(state, self._words(said)))

    def _give_up_words(self) -> SentenceWords:
        say = self._words.say
        return SentenceWords(
            unfold=say("publishui.give-up-ask"),
            ask=say("publishui.give-up-why"),
            hint=say("publishui.give-up-hint"),
            do=say("publishui.give-up"),
            fold=say("publishui.cancel"),
            first=say("publishui.sentence-first"),
        )
