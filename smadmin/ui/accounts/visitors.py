"""What visitors may read on an account: the words, and whether they stand there; on the page *Set-up*.

The words are copied by one press each; that they stand there is said by a press, or found on the public page.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import Message, say
from smadmin.domain.visitor_rules import RulesStage, SeenBy
from smadmin.services.visitor_rules import RulesSheet
from smadmin.ui.accounts.model import AccountModel
from smadmin.ui.accounts.page import AccountPage, Inside, allow
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card, empty_layout
from smadmin.ui.flow import FlowLayout
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.states import StateLine
from smadmin.ui.theme import State

STATES = {
    RulesStage.FINE: State.FINE,
    RulesStage.SOON: State.NOTE,
    RulesStage.DUE: State.DOUBT,
    RulesStage.NEVER: State.DOUBT,
    RulesStage.CHANGED: State.DOUBT,
    RulesStage.LATE: State.STOP,
}


class VisitorsPart(AccountPage):
    """A part of a page; it reads what it shows when an account is shown."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        """Begin without an account."""
        super().__init__(inside, parent)
        words = inside.words
        self.standing, self.text = Card(words.say("visitors.title")), Card(words.say("visitors.words"))
        self.chip, self.said = StateLine(State.NOTE, ""), PlainLabel("", kind=TextKind.MUTED)
        self.posted_button = Button(words.say("visitors.stands"), icon="check")
        self.look_button = Button(words.say("visitors.look"), icon="search")
        self.told = StateLine(State.NOTE, "")
        self.shown = PlainLabel("")
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(words.say("visitors.words"))
        self.copies = FlowLayout()
        self.copy_buttons: list[Button] = []
        self._account: AccountId | None = None
        self._build()

    @override
    def fill(self, model: AccountModel) -> None:
        if model.id != self._account:
            self.told.hide()
            self.standing.hide()
            self.text.hide()
        self._account = model.id
        around = self.inside.around
        office, by = around.office, around.by
        around.performer.perform(
            lambda: office.visitor_pages.sheet(by, model.id),
            done=self._came,
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    def _came(self, sheet: RulesSheet) -> None:
        if self.model is None or self.model.id != sheet.account.id:
            return  # another account is open by now
        words, rules = self.inside.words, sheet.rules
        state, said = standing_said(sheet)
        self.chip.show_line(words(said), state)
        self.said.show_text(words.optional(_posted_said(sheet)))
        self.said.setVisible(sheet.posted is not None)
        for button in (self.posted_button, self.look_button):
            allow(button, words.reasons(sheet.blockers))
        self.posted_button.setVisible(bool(rules.texts))
        self.look_button.setVisible(sheet.readable)
        self.shown.show_text(next(iter(rules.texts.values()), ""))
        self._show_copies(sheet)
        self.standing.show()
        self.text.setVisible(bool(rules.texts))

    def _show_copies(self, sheet: RulesSheet) -> None:
        """Offer the mandated notice alone, and all of it in each language."""
        words, offered = self.inside.words, []
        if sheet.rules.notices:
            offered.append((words.say("visitors.copy-notice"), "\n".join(sheet.rules.notices)))
        for language, text in sheet.rules.texts.items():
            name = words.say(f"visitors.language-{language}")
            offered.append((words.say("visitors.copy", language=name), text))
        focused = next((at for at, one in enumerate(self.copy_buttons) if one.hasFocus()), None)
        empty_layout(self.copies)
        self.copy_buttons = []
        for said, text in offered:
            button = Button(said, kind=ButtonKind.QUIET, icon="copy")
            button.clicked.connect(partial(self._copy, text))
            self.copies.addWidget(button)
            self.copy_buttons.append(button)
        if focused is not None and focused < len(self.copy_buttons):
            self.copy_buttons[focused].setFocus()

    def _copy(self, text: str) -> None:
        self.inside.deeds.outside.copy(text)
        self.inside.deeds.say_done(say("visitors.said-copied"))

    def _post(self) -> None:
        account, around = self._account, self.inside.around
        if account is None:
            return
        office, by = around.office, around.by
        around.performer.perform(
            lambda: office.visitor_pages.posted(by, account, SeenBy.PERSON),
            done=lambda _: self._noted(account, State.FINE, say("visitors.noted")),
            failed=self.inside.deeds.say_error,
            origin=self.inside.screen,
        )

    def _look(self) -> None:
        account, around = self._account, self.inside.around
        if account is None:
            return
        office, by = around.office, around.by
        self.told.show_line(self.inside.words.say("visitors.looking"), State.WAITS)
        self.told.show()

        def done(found: tuple[bool, Changes]) -> None:
            if found[0]:
                self._noted(account, State.FINE, say("visitors.found"))
            else:
                self._noted(account, State.DOUBT, say("visitors.not-found"))

        around.performer.network(
            lambda: office.visitor_pages.find(by, account),
            done=done,
            failed=lambda error: self._noted(account, State.DOUBT, error),
            origin=self.inside.screen,
        )

    def _noted(self, account: AccountId, state: State, said: Message | KnownError) -> None:
        """Answer where the press was: on the same day nothing else of the card looks different."""
        if account != self._account:
            return
        words = self.inside.words
        self.told.show_line(words(said) if isinstance(said, Message) else words.error(said), state)
        self.told.show()
        self.inside.reload()

    def _build(self) -> None:
        words = self.inside.words
        self.posted_button.clicked.connect(self._post)
        self.look_button.clicked.connect(self._look)
        buttons = FlowLayout()
        for button in (self.posted_button, self.look_button):
            buttons.addWidget(button)
        for part in (self.chip, self.said):
            self.standing.body.addWidget(part)
        self.standing.body.addLayout(buttons)
        self.standing.body.addWidget(self.told)
        self.text.body.addWidget(PlainLabel(words.say("visitors.words-means"), kind=TextKind.MUTED))
        self.text.body.addLayout(self.copies)
        self.text.body.addWidget(self.shown)
        for card in (self.standing, self.text):
            self.column.addWidget(card)
            card.hide()
        self.told.hide()


def standing_said(sheet: RulesSheet) -> tuple[State, Message]:
    """Say how an account's words for visitors stand; a policy that asks for none makes no hurry."""
    if not sheet.rules.texts:
        return State.NOTE, say("visitors.no-words")
    if not sheet.rules.asked and sheet.stage is RulesStage.NEVER:
        return State.NOTE, say("visitors.not-asked")
    return STATES[sheet.stage], say(f"visitors.stage-{sheet.stage.value}")


def _posted_said(sheet: RulesSheet) -> Message | None:
    if sheet.posted is None:
        return None
    how = f"visitors.posted-{sheet.posted.seen_by.value}"
    if sheet.due is None:
        return say(f"{how}-once", day=sheet.posted.on, name=sheet.posted.by)
    return say(how, day=sheet.posted.on, name=sheet.posted.by, due=sheet.due)
