"""An account's details as a form, with the plate as it will stand in the bar; for changing and for adding."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.account_links import account_behind
from smadmin.domain.accounts import PLATFORM_NAMES, Account, AccountForm, Pattern, Platform
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import AccountId, PersonId, SchoolId
from smadmin.ui.accounts.model import COLOURS, Named, Pages, page_of
from smadmin.ui.accounts.plate import PlatePreview
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import ChoiceField, Field, NumberField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.scrolled import bring_into_view, fill
from smadmin.ui.theme import ICON_PX, SPACE_PX
from smadmin.ui.typed import keep_words
from smadmin.ui.wording import Wording

_MOST_DAYS = 60


class AccountFields(QWidget):
    """The form.

    Signals:
        given: the `AccountForm` as filled in, and the id of who is to administer it, or nothing.
        left: nothing is to be changed.
    """

    given = Signal(object, str)
    left = Signal()

    def __init__(
        self, words: Wording, do: str, parent: QWidget | None = None, *, kind: ButtonKind = ButtonKind.PLAIN
    ) -> None:
        """Take the words and the kind of the button that does it."""
        super().__init__(parent)
        keep_words(self)
        self._words = words
        self._pages: Pages = {}
        self._page_by_handle = ""
        self.platform, self.principal, self.administrator = QComboBox(), QComboBox(), QComboBox()
        self.colour, self.pattern, self.kind = QComboBox(), QComboBox(), ChoiceField()
        self.name, self.handle, self.page, self.login = (QLineEdit() for _ in range(4))
        self.days = NumberField()
        self.days.setRange(0, _MOST_DAYS)
        self.days.setSpecialValueText(words.say("accountui.days-none"))
        for platform, name in sorted(PLATFORM_NAMES.items(), key=lambda pair: pair[1].casefold()):
            self.platform.addItem(name, platform)
        for one in AccountKind:
            self.kind.addItem(words.say(f"openingui.kind-{one.value}"), one)
        for number, colour in enumerate(COLOURS, 1):
            self.colour.addItem(_swatch(colour), words.say(f"accountui.colour-{number}"), colour)
        for pattern in Pattern:
            self.pattern.addItem(words.say(f"accountui.pattern-{pattern}"), pattern)
        self.preview = PlatePreview(words)
        self.fields = {
            "platform": Field(words.say("accountui.platform"), self.platform),
            "name": Field(words.say("accountui.name"), self.name),
            "handle": Field(words.say("accountui.handle-field"), self.handle),
            "page": Field(words.say("accountui.page"), self.page, note=words.say("accountui.page-note")),
            "login": Field(words.say("accountui.login"), self.login, note=words.say("accountui.login-note")),
            "principal": Field(words.say("accountui.principal"), self.principal),
            "administrator": Field(words.say("accountui.administrator"), self.administrator),
            "days": Field(words.say("accountui.days"), self.days),
            "kind": Field(words.say("openingui.kind"), self.kind),
            "colour": Field(words.say("accountui.colour"), self.colour),
            "pattern": Field(words.say("accountui.pattern"), self.pattern),
        }
        self.do_button = Button(do, kind=kind)
        self.do_button.clicked.connect(
            lambda: self.given.emit(self.filled, str(self.administrator.currentData() or ""))
        )
        self._arrange()
        for line in (self.name, self.handle, self.page, self.login):
            line.textEdited.connect(self._changed)
            line.returnPressed.connect(self.do_button.click)
        self.page.textEdited.connect(self._follow_link)
        self.page.editingFinished.connect(self._tidy_link)
        self.handle.textEdited.connect(self._take_link)
        self.handle.textEdited.connect(self._follow_handle)
        self.platform.currentIndexChanged.connect(self._follow_handle)
        for choice in (self.platform, self.colour, self.pattern):
            choice.currentIndexChanged.connect(self._changed)

    @property
    def filled(self) -> AccountForm:
        """What is filled in now."""
        principal = self.principal.currentData()
        return AccountForm(
            platform=Platform(self.platform.currentData()),
            name=self.name.text(),
            handle=self.handle.text(),
            page=self._page_told,
            login=self.login.text(),
            principal=PersonId(principal) if principal else None,
            promised_days=self.days.value() or None,
            colour=str(self.colour.currentData()),
            pattern=Pattern(self.pattern.currentData()),
            kind=AccountKind(self.kind.currentData()),
        )

    def show_form(
        self, form: AccountForm, principals: Sequence[Named], pages: Pages, nameable: Sequence[Named] = ()
    ) -> None:
        """Show details.

        Args:
            form: as it stands.
            principals: who may answer for the account.
            pages: of the platforms; an address that nobody typed follows the handle, a pasted one gives it.
            nameable: who may be named to administer it with this; nobody hides the choice.
        """
        self._pages = pages
        self.administrator.clear()
        self.administrator.addItem(self._words.say("accountui.principal-none"), "")
        for person in nameable:
            self.administrator.addItem(person.name, person.id)
        self.administrator.setCurrentIndex(1 if len(nameable) == 1 else 0)
        self.fields["administrator"].setVisible(bool(nameable))
        self.principal.clear()
        self.principal.addItem(self._words.say("accountui.principal-none"), "")
        for person in principals:
            self.principal.addItem(person.name, person.id)
        if self.colour.findData(form.colour) < 0:
            self.colour.addItem(_swatch(form.colour), self._words.say("accountui.colour-own"), form.colour)
        for choice, value in (
            (self.platform, form.platform),
            (self.principal, form.principal or ""),
            (self.colour, form.colour),
            (self.pattern, form.pattern),
            (self.kind, form.kind),
        ):
            choice.setCurrentIndex(max(choice.findData(value), 0))
        self.name.setText(form.name)
        self.handle.setText(form.handle)
        self.page.setText(form.page)
        self.login.setText(form.login)
        self.days.setValue(form.promised_days or 0)
        self._page_by_handle = form.page and page_of(pages, form.platform, form.handle)
        self._follow_handle()
        self._changed()

    def show_error(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong; gives whether every reason found its field."""
        for reason in refused.reasons:
            if reason.place in self.fields:
                self.fields[reason.place].show_error(self._words(reason.message))
        return all(reason.place in self.fields for reason in refused.reasons)

    def show_missing(self, reasons: Sequence[str]) -> None:
        """Say why it can't be changed, or allow it."""
        if reasons:
            self.do_button.block(reasons)
        else:
            self.do_button.allow()

    def begin(self) -> None:
        """Put the keyboard into the first line that is empty, where that is the page, or else the name."""
        first = self.fields["name" if self.page.text() else "page"]
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(first)

    @property
    def _page_told(self) -> str:
        """The page's own address where a link was pasted that shows it, else what stands there."""
        link = account_behind(self.page.text(), self._pages)
        return self.page.text() if link is None else link.page

    def _follow_link(self, pasted: str) -> None:
        """Fill in platform and handle from a pasted address that shows them."""
        link = account_behind(pasted, self._pages)
        if link is not None:
            self._page_by_handle = link.page
            self._choose_platform(link.platform)
            self.handle.setText(f"@{link.handle}")
            self._changed()

    def _take_link(self, pasted: str) -> None:
        """Take a page's address that was pasted where the handle belongs."""
        link = account_behind(pasted, self._pages)
        if link is not None:
            self.page.setText(link.page)
            self._follow_link(link.page)

    def _choose_platform(self, platform: Platform) -> None:
        self.platform.blockSignals(True)  # noqa: FBT003  Qt's own; the page is known already
        self.platform.setCurrentIndex(self.platform.findData(platform))
        self.platform.blockSignals(False)  # noqa: FBT003  Qt's own

    def _tidy_link(self) -> None:
        if self.page.text() != self._page_told:
            self.page.setText(self._page_told)

    def _follow_handle(self) -> None:
        """Put the page's address where nobody typed another."""
        if self.page.text() == self._page_by_handle:
            form = self.filled
            self._page_by_handle = page_of(self._pages, form.platform, form.handle)
            self.page.setText(self._page_by_handle)

    def _changed(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        form = self.filled
        self.preview.show_account(
            Account(
                id=AccountId(""),
                school=SchoolId(""),
                platform=form.platform,
                name=form.name or self._words.say("accountui.name"),
                handle=form.handle.strip().removeprefix("@"),
                page="",
                colour=form.colour,
                pattern=form.pattern,
            )
        )

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, names in enumerate(
            (
                ("page",),
                ("platform", "handle"),
                ("name",),
                ("kind", "login"),
                ("principal", "administrator"),
                ("days",),
            )
        ):
            for column, name in enumerate(names):
                width = 1 if len(names) > 1 else 2
                grid.addWidget(self.fields[name], row, column, 1, width, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields["colour"], 6, 0)
        grid.addWidget(self.fields["pattern"], 6, 1)
        leave = Button(self._words.say("accountui.leave"), kind=ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_button)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_PX)
        whole.addWidget(self.preview)
        whole.addLayout(grid)
        whole.addLayout(buttons)


def form_within(area: QScrollArea, words: Wording) -> AccountFields:
    """Put the form for another account into an area of its own."""
    adding = QWidget(area.viewport())
    column = QVBoxLayout(adding)
    card = Card(words.say("accountui.add-title"), adding)
    column.addWidget(card)
    column.addStretch(1)
    card.body.addWidget(PlainLabel(words.say("accountui.add-means"), kind=TextKind.MUTED))
    form = AccountFields(words, words.say("accountui.add-do"), card, kind=ButtonKind.MAIN)
    card.body.addWidget(form)
    fill(area, adding)
    return form


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
