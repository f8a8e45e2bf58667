"""The register's list: a search line, filters that unfold, the accounts; and who can't be reached (WIC-P5).

Rows are worded once when the register comes; a key typed only sifts them.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import AccountStage, Platform
from smadmin.domain.ids import PersonId
from smadmin.domain.register import Entry, Lack, Order, Wanted, sift
from smadmin.ui.accounts.model import AccountRow
from smadmin.ui.accounts.register_model import choices_of, unreachable
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.fields import ChoiceField
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.rows import Row, RowList
from smadmin.ui.states import StateLine
from smadmin.ui.theme import HALF_SPACE_PX, SPACE_PX, State
from smadmin.ui.wording import Wording

FILTERS = ("platform", "stage", "kind", "lack", "order")
_ALL_AND_ONE = 2
"""A filter that offers no more than everything and one kind finds nothing out."""
_SEARCHED_FROM = 4
"""With fewer accounts everything is in sight anyway."""


class RegisterSide(QWidget):
    """The list; its `list` tells which account was chosen.

    Signals:
        registerShown: it was filled anew.
        sifted: something else is looked for.
    """

    registerShown = Signal()
    sifted = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._words = words
        self._entries: tuple[Entry, ...] = ()
        self._rows: dict[str, Row] = {}
        self.list = RowList("accounts", title=words.say("accountui.title"))
        self.search = QLineEdit()
        self.search.setObjectName("search-accounts")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.say("register.search"))
        self.search.setAccessibleName(words.say("register.search"))
        self.search.textChanged.connect(self._sift)
        self.filter_button = Button(words.say("register.filter"), kind=ButtonKind.SMALL)
        self.filter_button.setCheckable(True)
        self.filter_button.clicked.connect(self._unfold)
        self.none_found = PlainLabel(words.say("register.none-found"), kind=TextKind.MUTED)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.none_found.setContentsMargins(0, 3 * SPACE_PX, 0, 0)
        self._warnings = QVBoxLayout()
        self.clear = Button(words.say("register.clear"), kind=ButtonKind.LINK)
        self.clear.clicked.connect(self.show_all)
        self._boxes = {name: self._box(name) for name in FILTERS}
        self._labels = {
            name: PlainLabel(words.say(f"register.filter-{name}"), kind=TextKind.NOTE) for name in FILTERS
        }
        self._build()

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        chosen = {name: str(box.currentData() or "") for name, box in self._boxes.items()}
        return Wanted(
            text=self.search.text(),
            platform=Platform(chosen["platform"]) if chosen["platform"] else None,
            stage=AccountStage(chosen["stage"]) if chosen["stage"] else None,
            kind=AccountKind(chosen["kind"]) if chosen["kind"] else None,
            lack=Lack(chosen["lack"]) if chosen["lack"] else None,
            order=Order(chosen["order"]) if chosen["order"] else Order.NAME,
        )

    @property
    def everything(self) -> tuple[Entry, ...]:
        """Every account, whatever is looked for."""
        return self._entries

    @property
    def found(self) -> tuple[Entry, ...]:
        """The accounts in sight, in their order: what is printed and exported."""
        return sift(self._entries, self.wanted)

    def show_register(
        self, entries: Sequence[Entry], rows: Sequence[AccountRow], chosen: str, me: PersonId | None
    ) -> None:
        """Show the register as filtered now, with one account current, to somebody."""
        self._entries = tuple(entries)
        self._rows = {row.id: self._worded(row) for row in rows}
        for name, choices in choices_of(entries).items():
            box, before = self._boxes[name], self._boxes[name].currentData()
            box.blockSignals(True)  # noqa: FBT003  Qt's own
            box.clear()
            for choice in choices:
                box.addItem(self._words(choice.said), choice.key)
            box.setCurrentIndex(max(box.findData(before), 0))
            box.blockSignals(False)  # noqa: FBT003  Qt's own
            for part in (box, self._labels[name]):
                part.setVisible(len(choices) > _ALL_AND_ONE)
        many = len(entries) >= _SEARCHED_FROM
        self.search.setVisible(many)
        self.filter_button.setVisible(many)
        empty_layout(self._warnings)
        missing = unreachable(entries, me)
        if missing is not None:
            mine = missing.id.startswith("register.unreachable-me")
            self._warnings.addWidget(StateLine(State.WAITS if mine else State.DOUBT, self._words(missing)))
        self._show(chosen)
        self.registerShown.emit()

    def stand_below(self, part: QWidget) -> None:
        """Put something that is about all accounts below them."""
        self._column.addWidget(part)

    def show_all(self) -> None:
        """Look for everything again."""
        for box in (box for name, box in self._boxes.items() if name != "order"):
            box.setCurrentIndex(0)
        self.search.clear()

    def find_account(self) -> None:
        """Put the keyboard into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def in_sight(self, account: str) -> bool:
        """Tell whether the list shows an account as it is searched and filtered now."""
        return any(row.key == account for row in self.list.rows)

    def _sift(self) -> None:
        self._show(self.list.chosen)
        self.sifted.emit()

    def _show(self, chosen: str) -> None:
        found = self.found
        self.list.show_rows([self._rows[one.account.id] for one in found], chosen)
        nothing = not found and bool(self._entries)
        self.none_found.setVisible(nothing)
        self.list.setVisible(not nothing)
        self.clear.setVisible(not self.wanted.everything)

    def _unfold(self) -> None:
        self._filters.setVisible(self.filter_button.isChecked())

    def _box(self, name: str) -> ChoiceField:
        box = ChoiceField()
        box.setObjectName(f"filter-{name}")
        box.setAccessibleName(self._words.say(f"register.filter-{name}"))
        box.currentIndexChanged.connect(self._sift)
        return box

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(SPACE_PX)
        above.addWidget(self.search, 1)
        above.addWidget(self.filter_button)
        self._filters = QWidget()
        grid = QGridLayout(self._filters)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(HALF_SPACE_PX)
        for row, name in enumerate(FILTERS):
            label = self._labels[name]
            label.setBuddy(self._boxes[name])
            grid.addWidget(label, row, 0)
            grid.addWidget(self._boxes[name], row, 1)
        grid.setColumnStretch(1, 1)
        self._filters.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_PX)
        column.addLayout(self._warnings)
        column.addLayout(above)
        column.addWidget(self._filters)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addWidget(self.none_found, 1)

    def _worded(self, row: AccountRow) -> Row:
        return Row(
            key=row.id,
            title=row.name,
            note=self._words(row.note),
            state=row.state,
            chip=self._words(row.chip),
            platform=row.platform,
        )
