"""Changing the policy: a shipped one, a copy of one's own, or a file; read while written, then put in force.

The text is what is checked, signed and kept. Its common values stand as a form; what that changes, it changes
in the text, which stands behind *As text…*: nothing is put in force unseen.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.domain.policy.values import Contact
from smadmin.services.policies import PolicySheet, Proposal
from smadmin.services.policy_texts import Setting, copied, next_version, with_contacts, with_setting
from smadmin.ui.banners import BannerModel
from smadmin.ui.buttons import Button
from smadmin.ui.fields import Field
from smadmin.ui.flow import FlowLayout
from smadmin.ui.header import ScreenHeader
from smadmin.ui.school.files import open_text, save_text
from smadmin.ui.school.model import Verdict, broken_verdict, verdict_of
from smadmin.ui.school.verdict import VerdictCard
from smadmin.ui.school.written import WrittenPolicy
from smadmin.ui.scrolled import scrolled
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.typed import begin_words

_QUIET_MS = 400
_OWN_ID = "own-policy"
_IN_FORCE = ""


class PolicyEditor(QWidget):
    """The page. Its header stands in the screen's head.

    Signals:
        left: somebody goes back.
        putInForce: a policy is in force; carries a `BannerModel`.
        said: a `BannerModel` about a file.
    """

    left = Signal()
    putInForce = Signal(object)
    said = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Build it empty; `open_on` fills it."""
        super().__init__(parent)
        self._around, self._words = around, around.words
        self._sheet: PolicySheet | None = None
        self._proposal: Proposal | None = None
        self._file = self._words.say("policies.file-name")
        self._reading = 0
        self._begun = False
        self._fetching = False
        told = self._words.say
        self.header = ScreenHeader(told("policies.edit-title"))
        back = Button(told("policies.back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.header.lead_with(back)
        self.main = self.header.set_main(told("policies.put"))
        self.header.mainChosen.connect(self._put)
        self.start = QComboBox()
        self.start.setPlaceholderText(told("policies.own-copy"))
        self.start.currentIndexChanged.connect(self._started)
        self.copy = Button(told("policies.edit"), icon="copy")
        self.copy.clicked.connect(self.make_own)
        self.open = Button(told("policies.open-file"), icon="folder-open")
        self.open.clicked.connect(self._choose_file)
        self.save = Button(told("policies.save-file"), icon="save")
        self.save.clicked.connect(self._choose_place)
        self.written = WrittenPolicy(self._words)
        self.text = self.written.text
        self.written.typed.connect(self._typed)
        self.written.turned.connect(self._show_copy)
        self.written.valueSet.connect(self.set_value)
        self.written.contactsSet.connect(self.set_contacts)
        self.verdict = VerdictCard(self._words)
        self.verdict.lineAsked.connect(self.written.show_line)
        self.verdict.decidedChanged.connect(self._judge)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_QUIET_MS)
        self._pause.timeout.connect(self.read)
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QWidget()
        cards = QVBoxLayout(beside)
        cards.addWidget(self.verdict)
        cards.addStretch(1)
        names = [self._words.say(f"policies.{one}") for one in ("values", "stands")]
        sides = Sides(
            self.written,
            scrolled(beside, "policy-verdict"),
            shares=(3, 2),
            names=names,
        )
        ways = QWidget()
        row = FlowLayout(ways)
        for button in (self.copy, self.open, self.save):
            row.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(SPACE_PX)
        bottom = Qt.AlignmentFlag.AlignBottom
        top.addWidget(Field(self._words.say("policies.start-from"), self.start), 1, bottom)
        top.addWidget(ways, 2, bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_PX + 4)
        whole.addLayout(top)
        whole.addWidget(sides, 1)

    def open_on(self, sheet: PolicySheet) -> None:
        """Begin with the policy in force."""
        self._sheet = sheet
        self.written.show_as_form()
        self.verdict.decided.clear()
        self.start.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.start.clear()
        self.start.addItem(self._words.say("policies.start-in-force"), _IN_FORCE)
        for named, name in sheet.shipped:
            self.start.addItem(name, named)
        self.start.setCurrentIndex(0)
        self.start.blockSignals(False)  # noqa: FBT003  Qt's own signature
        self._started()

    def make_own(self) -> None:
        """Turn the shipped policy that is shown into a copy of one's own, to be written on."""
        self._show(self._own_text(), own=True)
        self.text.setFocus()

    def set_value(self, setting: Setting) -> None:
        """Change one value of the text; a shipped policy becomes a copy of one's own first."""
        if not self._fetching:
            self._show(with_setting(self._own_text(), setting), own=True)

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Name others in the text; a shipped policy becomes a copy of one's own first."""
        known = None if self._proposal is None else self._proposal.pack.contacts
        if not self._fetching and contacts != known:
            self._show(with_contacts(self._own_text(), contacts), own=True)

    def _show_copy(self) -> None:
        """Offer a copy where the text shows and is nobody's own; a form that is changed copies by itself."""
        self.copy.setVisible(not (self.written.own or self.written.is_form or self._fetching))

    def _own_text(self) -> str:
        text = self.text.toPlainText()
        if self.written.own:
            return text
        return copied(text, base=str(self.start.currentData() or "") or self._in_force_id(), as_id=_OWN_ID)

    def take_text(self, text: str, *, file: str) -> None:
        """Take an own policy's text that came from a file."""
        self._file = file
        self._show(text, own=True)

    def read(self) -> None:
        """Read what stands here, on the store thread."""
        self._pause.stop()
        self._reading += 1
        mine, language = self._reading, self._words.language
        office, by, shipped = self._around.office, self._around.by, self._shipped
        text, file = self.text.toPlainText(), self._file

        def operation() -> Proposal:
            if shipped is not None:
                return office.policies.read_shipped(by, shipped, language=language)
            return office.policies.read(by, text, file=file, language=language)

        self._around.performer.perform(
            operation,
            done=lambda proposal: self._came(mine, verdict_of(proposal)),
            failed=lambda error: self._came(mine, broken_verdict(error)),
            origin=self,
        )

    @property
    def _shipped(self) -> str | None:
        """The shipped policy that is shown as it is, or None where the text is one's own."""
        if self.written.own or self._sheet is None:
            return None
        named = str(self.start.currentData() or "")
        return named or self._in_force_id()

    def _in_force_id(self) -> str:
        pack = None if self._sheet is None else self._sheet.pack
        return "" if pack is None else pack.id

    def _started(self) -> None:
        if self._sheet is None or self.start.currentIndex() < 0:
            return
        self._begun = False
        self._fetching = True  # until the text that would be copied stands here
        self._show_copy()
        named = str(self.start.currentData() or "")
        own = named == _IN_FORCE and self._sheet.own
        office, by = self._around.office, self._around.by

        def text() -> str:
            if named:
                return office.policies.text_of(by, named)
            whole = office.policies.text_in_force(by)
            return next_version(whole) if own else whole

        done = partial(self._show, own=own)
        self._around.performer.perform(text, done=done, failed=self._failed, origin=self)

    def _show(self, text: str, *, own: bool) -> None:
        self.written.show_text(text, own=own)
        self._fetching = False
        if own:
            self.start.setCurrentIndex(-1)
        self._show_copy()
        self.read()

    def _typed(self) -> None:
        self._proposal = None
        self.header.show_missing([self._words.say("policies.checking")])
        self._pause.start()

    def _came(self, reading: int, verdict: Verdict) -> None:
        if reading != self._reading or self._pause.isActive():
            return
        self._proposal = verdict.proposal
        self.verdict.show_verdict(verdict)
        self._judge()
        if verdict.proposal is not None:
            self.written.values.show_pack(verdict.proposal.pack, verdict.proposal.looser)
            if not self._begun:
                self._begun = True
                begin_words(self)
        elif verdict.line is not None:
            self.written.show_as_text()
        if verdict.proposal is None:
            self.header.show_missing([self._words(verdict.said[0])])

    def _judge(self) -> None:
        if self._proposal is None:
            return
        proposal, decided = self._proposal, self.verdict.decided.text()
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: office.policies.blockers(by, proposal, decided),
            done=lambda reasons: self.header.show_missing([self._words(one.message) for one in reasons]),
            origin=self,
        )

    def _put(self) -> None:
        if self._proposal is not None:
            self._around.doors.with_passphrase(
                partial(self._put_in_force, self._proposal), say("policies.put")
            )

    def _put_in_force(self, proposal: Proposal) -> None:
        decided, office, by = self.verdict.decided.text(), self._around.office, self._around.by
        pack = proposal.pack

        def done(_changes: Changes) -> None:
            words = say("policies.said-put", name=pack.name, version=pack.version)
            self.putInForce.emit(BannerModel(State.FINE, words))

        self._around.performer.perform(
            lambda: office.policies.put_in_force(by, proposal, decided=decided),
            done=done,
            failed=self._failed,
            origin=self,
        )

    def _choose_file(self) -> None:
        open_text(
            self,
            self._around,
            opened=lambda text, file: self.take_text(text, file=file),
            failed=self._failed,
        )

    def _choose_place(self) -> None:
        save_text(
            self,
            self._around,
            self.text.toPlainText(),
            name=self._file,
            saved=lambda file: self.said.emit(BannerModel(State.FINE, say("policies.said-saved", file=file))),
            failed=self._failed,
        )

    def _failed(self, error: KnownError) -> None:
        self._came(self._reading, broken_verdict(error))
