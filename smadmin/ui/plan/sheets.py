"""The calendar's tables as Qt asks for them: accounts by days, and weeks by weekdays.

Both stand on the same `Shown`; a cell is arranged when it is first painted or read out, and kept for a
while, until the next reading at most. A screen reader gets each cell in words.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.ids import AccountId
from smadmin.services.calendar import CalendarAccount
from smadmin.ui.plaintext import for_tooltip, one_line
from smadmin.ui.plan.cells import Cell, Shown, said
from smadmin.ui.plan.heads import PLATFORM
from smadmin.ui.stages import weekday, weekday_short
from smadmin.ui.wording import Wording

Index = QModelIndex | QPersistentModelIndex
_DAYS = 7
_NARROW_LETTERS = 2
_KEPT_CELLS = 4_000
"""Some screens of them. Three years of 200 accounts are 200,000, all looked through when Python tidies up."""
CELL = Qt.ItemDataRole.UserRole


class Sheet(QAbstractTableModel):
    """What both tables share."""

    def __init__(self, words: Wording, shown: Shown, parent: QObject | None = None) -> None:
        """Stand on what was read."""
        super().__init__(parent)
        self.words = words
        self.shown = shown
        self.accounts: tuple[CalendarAccount, ...] = ()
        self._cells: dict[tuple[int, int], Cell] = {}
        self._rows = self._columns = 0

    def arrange(self, accounts: Sequence[CalendarAccount]) -> None:
        """Show other accounts, or other days: everything is arranged anew."""
        self.beginResetModel()
        self.accounts = tuple(accounts)
        self._cells.clear()
        self._rows, self._columns = self.size()
        self.endResetModel()

    def refresh(self, *, anew: bool) -> None:
        """Show what was read since; rows and columns stay.

        Args:
            anew: whether what was known is arranged anew, too, not only what wasn't read yet.
        """
        self._cells = {} if anew else {place: one for place, one in self._cells.items() if one.loaded}
        if self._rows and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self._columns - 1))

    @abstractmethod
    def size(self) -> tuple[int, int]:
        """Give the number of rows and columns."""
        ...

    @abstractmethod
    def day_at(self, row: int, column: int) -> date:
        """Give a cell's day."""
        ...

    @abstractmethod
    def accounts_at(self, row: int) -> tuple[CalendarAccount, ...]:
        """Give whose posts a row shows."""
        ...

    @abstractmethod
    def index_of(self, day: date, account: AccountId | None) -> QModelIndex:
        """Find the cell of a day, in the row of an account where rows are accounts."""
        ...

    def cell(self, row: int, column: int) -> Cell:
        """Give what stands in a cell."""
        key = (row, column)
        if key not in self._cells:
            if len(self._cells) >= _KEPT_CELLS:
                self._cells.clear()
            accounts = self.accounts_at(row)
            alone = accounts[0].account.id if len(accounts) == 1 else None
            self._cells[key] = self.shown.cell(self.day_at(row, column), accounts, alone)
        return self._cells[key]

    def spoken(self, row: int, column: int) -> tuple[str, ...]:
        """Say a cell, line by line."""
        accounts = self.accounts_at(row)
        name = one_line(accounts[0].account.called) if len(accounts) == 1 else ""
        return tuple(one_line(self.words(line)) for line in said(self.cell(row, column), name))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else self._rows

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return ". ".join(line.rstrip(".") for line in self.spoken(index.row(), index.column())) + "."
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip("\n".join(self.spoken(index.row(), index.column())))
        return None


class AccountSheet(Sheet):
    """A row for each account, a column for each day.

    `shorten` cuts a name to the room that its head has; `narrow` days have two letters for a head.
    """

    narrow = False

    def __init__(self, words: Wording, shown: Shown, parent: QObject | None = None) -> None:
        """Stand on what was read; nothing is shortened until there is a width."""
        super().__init__(words, shown, parent)
        self.shorten: Callable[[str], str] = str

    @override
    def size(self) -> tuple[int, int]:
        return len(self.accounts), (self.shown.last - self.shown.first).days + 1

    @override
    def day_at(self, row: int, column: int) -> date:
        return self.shown.first + timedelta(days=column)

    @override
    def accounts_at(self, row: int) -> tuple[CalendarAccount, ...]:
        return self.accounts[row : row + 1]

    @override
    def index_of(self, day: date, account: AccountId | None) -> QModelIndex:
        ids = [one.account.id for one in self.accounts]
        row = ids.index(account) if account in ids else 0
        return self.index(row, (day - self.shown.first).days)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            account = self.accounts[section].account
            name = account.called
            if role == PLATFORM:
                return account.platform
            if role == Qt.ItemDataRole.ToolTipRole:
                return for_tooltip(name)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return one_line(f"{PLATFORM_NAMES[account.platform]} {name}")
            return self.shorten(one_line(name)) if role == Qt.ItemDataRole.DisplayRole else None
        day = self.day_at(0, section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.say("gridui.cell-all", weekday=weekday(day), day=day)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self.words(weekday_short(day))
        return f"{name[:_NARROW_LETTERS] if self.narrow else name}\n{day.day}"


class MonthSheet(Sheet):
    """A row for each week, a column for each day of the week; one account's posts, or all of them."""

    @override
    def size(self) -> tuple[int, int]:
        return ((self.shown.last - self.shown.first).days + 1) // _DAYS, _DAYS

    @override
    def day_at(self, row: int, column: int) -> date:
        return self.shown.first + timedelta(days=row * _DAYS + column)

    @override
    def accounts_at(self, row: int) -> tuple[CalendarAccount, ...]:
        return self.accounts

    @override
    def index_of(self, day: date, account: AccountId | None) -> QModelIndex:
        return self.index(*divmod((day - self.shown.first).days, _DAYS))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            first = self.day_at(section, 0)
            return self.words.say("planui.date", day=first) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.words(weekday_short(self.day_at(0, section)))
            return name[:1].upper() + name[1:]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(weekday(self.day_at(0, section)))
        return None
