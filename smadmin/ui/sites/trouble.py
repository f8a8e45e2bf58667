"""*Something is wrong there*: three cards below a site, and who was told of it when (BLO-IV-C6)."""

from collections.abc import Iterator
from datetime import datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.escalations import ON_SITES, Telling, Trouble, Whom, unreported
from smadmin.services.escalations import Help
from smadmin.services.sites import SiteSheet
from smadmin.ui.buttons import Button
from smadmin.ui.cards import empty_layout, rule
from smadmin.ui.fields import ChoiceField, DateField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.sites.forms import SitesForm
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, State
from smadmin.ui.time_field import TimeField
from smadmin.ui.typed import begin_words
from smadmin.ui.wording import Wording

_FIRST: dict[Trouble, tuple[str, ...]] = {
    Trouble.THREAT: ("danger", "keep", "quiet", "tell-threat", "leave"),
    Trouble.BULLYING: ("danger", "keep", "quiet", "tell-bullying", "leave"),
    Trouble.ABUSE: ("danger", "report", "not-enough", "keep-abuse", "ask-nobody", "leave"),
    Trouble.MISUSE: ("keep", "quiet", "conduct", "hide-after", "leave"),
    Trouble.MEDIA: ("press-note", "press-say", "press-tell", "press-quiet", "leave"),
    Trouble.EMPLOYEE: ("keep", "employee-tell", "employee-quiet", "leave"),
    Trouble.PRIVATE_OUT: ("private-remove", "private-tell", "private-copy", "leave"),
    Trouble.CHILD_OUT: ("child-remove", "child-tell", "child-same", "private-copy", "leave"),
}
"""What to do, in this order."""

_WHOM: dict[Trouble, tuple[Whom, ...]] = {
    Trouble.THREAT: (Whom.PRINCIPAL, Whom.EMERGENCY, Whom.POLICE),
    Trouble.BULLYING: (Whom.PRINCIPAL, Whom.EMERGENCY, Whom.POLICE),
    Trouble.ABUSE: (Whom.CHILD_PROTECTION, Whom.POLICE, Whom.EMERGENCY, Whom.PRINCIPAL),
    Trouble.MISUSE: (Whom.PRINCIPAL, Whom.COMMUNICATIONS, Whom.POLICE),
    Trouble.MEDIA: (Whom.COMMUNICATIONS, Whom.PRINCIPAL),
    Trouble.EMPLOYEE: (Whom.PRINCIPAL, Whom.COMMUNICATIONS),
    Trouble.PRIVATE_OUT: (Whom.PRINCIPAL, Whom.COMMUNICATIONS, Whom.PARENTS),
    Trouble.CHILD_OUT: (Whom.PRINCIPAL, Whom.PARENTS, Whom.COMMUNICATIONS, Whom.POLICE),
}
"""Who can be told besides the policy's offices: first whom the card names first."""


def card_said(trouble: Trouble, help_: Help, words: Wording) -> Iterator[tuple[str, str]]:
    """Word a card: its headings, each with what stands below it."""
    yield words.say("sites.do-first"), steps_said(trouble, words)
    yield words.say("sites.call"), "\n".join(_numbers(trouble, help_, words))
    said = [clause.said(words.language) for clause in help_.clauses[trouble]]
    if said:
        yield words.say("sites.policy-says"), "\n".join(said)


def steps_said(trouble: Trouble, words: Wording) -> str:
    """Say what to do and what not, in its order."""
    steps = (words.say(f"sites.do-{one}") for one in _FIRST[trouble])
    return "\n".join(f"{n}. {one}" for n, one in enumerate(steps, 1))


def _numbers(trouble: Trouble, help_: Help, words: Wording) -> list[str]:
    lines = [words.say("sites.call-danger")] if trouble in ON_SITES else []
    if trouble is Trouble.ABUSE:
        lines.append(words.say("sites.call-county"))
    for person in help_.principals:
        phone = person.phone or words.say("sites.call-no-phone")
        lines.append(words.say("sites.call-principal", name=person.name, phone=phone))
    for one in help_.contacts[trouble]:
        ways = [way for way in (*one.phones, one.email, one.page) if way]
        lines.append(f"{one.office}: {', '.join(ways)}" if ways else one.office)
    return [f"• {line}" for line in lines]


class TellingFields(SitesForm):
    """The form for who was told, and when; gives a `Telling`."""

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words, "sites.told-do")
        self._trouble = Trouble.THREAT
        self.whom, self.day, self.time = ChoiceField(), DateField(words), TimeField(words)
        self.add("whom", self.whom, note="sites.whom-note")
        self.add("day", self.day)
        self.add("time", self.time)
        self.finish()
        self.leave.restate(words.say("sites.trouble-leave"))
        self.button.clicked.connect(self._give)

    def show_trouble(self, trouble: Trouble, help_: Help) -> None:
        """Offer who is told of such a thing, now."""
        self._trouble = trouble
        self.whom.clear()
        for one in _WHOM[trouble]:
            self.whom.addItem(self.words.say(f"sites.whom-{one.value}"), one.value)
        for contact in help_.contacts[trouble]:
            self.whom.addItem(contact.office, f"{Whom.OFFICE.value}:{contact.office}")
        self.day.show_day(help_.now.date())
        self.time.show_time(help_.now.hour, help_.now.minute)
        self.clear_errors()
        begin_words(self)

    def _give(self) -> None:
        whom, _, office = str(self.whom.currentData()).partition(":")
        at = datetime.combine(self.day.day, time.fromisoformat(self.time.entered))
        self.given.emit(Telling(self._trouble, Whom(whom), at, office))


class TroublePart(QWidget):
    """The part of a site's panel that helps. `noted` carries a `Telling`."""

    noted = Signal(object)

    def __init__(self, words: Wording) -> None:
        """Begin folded."""
        super().__init__()
        self._words = words
        self._help: Help | None = None
        self._site = ""
        self.button = Button(words.say("sites.trouble"), icon="circle-alert")
        self.button.clicked.connect(self.unfold)
        self.cards = {one: Button(words.say(f"sites.trouble-{one.value}")) for one in ON_SITES}
        self.title, self.card = PlainLabel("", kind=TextKind.HEADING), QVBoxLayout()
        self.form = TellingFields(words)
        self.form.given.connect(self.noted)
        self.form.left.connect(self._close)
        self.told = QVBoxLayout()
        for layout in (self.card, self.told):
            layout.setSpacing(HALF_SPACE_PX)
        self._build()
        self.fold()

    def show_site(self, sheet: SiteSheet, help_: Help) -> None:
        """Show who was told of something on this site; an open card stays while the site does."""
        self._help = help_
        if sheet.site.id != self._site:
            self._site = sheet.site.id
            self.fold()
        empty_layout(self.told)
        if sheet.site.told:
            self.told.addWidget(PlainLabel(self._words.say("sites.told"), kind=TextKind.STRONG))
        for told, name in zip(sheet.site.told, sheet.told_by, strict=True):
            self.told.addWidget(StateLine(State.NOTE, self._said(told.telling, name)))
        if unreported(sheet.site.told):
            self.told.addWidget(StateLine(State.STOP, self._words.say("sites.unreported")))

    def fold(self) -> None:
        """Put the cards away."""
        self.button.show()
        for button in self.cards.values():
            button.hide()
        self._show_card(None)

    def unfold(self) -> None:
        """Offer the three cards."""
        for button in self.cards.values():
            button.show()
        self.cards[Trouble.THREAT].setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.hide()

    def open_card(self, trouble: Trouble) -> None:
        """Show a card: what to do, whom to call, who was told."""
        if self._help is None:
            return
        empty_layout(self.card)
        self.title.show_text(self._words.say(f"sites.trouble-{trouble.value}"))
        for title, text in card_said(trouble, self._help, self._words):
            self._add(title, text)
        self.form.show_trouble(trouble, self._help)
        self._show_card(trouble)

    def _said(self, telling: Telling, name: str) -> str:
        words = self._words
        return words.say(
            "sites.told-line",
            day=telling.at.date(),
            time=telling.at.time(),
            trouble=words.say(f"sites.trouble-{telling.trouble.value}"),
            whom=telling.office or words.say(f"sites.whom-{telling.whom.value}"),
            name=name,
        )

    def _add(self, title: str, text: str) -> None:
        label = PlainLabel(text)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card.addWidget(PlainLabel(title, kind=TextKind.STRONG))
        self.card.addWidget(label)

    def _show_card(self, trouble: Trouble | None) -> None:
        if trouble is None:
            empty_layout(self.card)
        for part in (self.title, self.form, self._line):
            part.setVisible(trouble is not None)

    def _close(self) -> None:
        self.fold()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._line = rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for trouble, button in self.cards.items():
            button.clicked.connect(lambda _checked=False, one=trouble: self.open_card(one))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._line)
        column.addWidget(self.title)
        column.addLayout(self.card)
        column.addWidget(self.form)
