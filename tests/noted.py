"""What is noted beside the backups, kept in memory: no folder of backups is needed for one consent."""

from collections.abc import Iterable


class NotedHere:
    """Notes in memory."""

    def __init__(self) -> None:
        """Begin empty."""
        self._noted: dict[str, frozenset[str]] = {}

    def erased_of(self, table: str) -> frozenset[str]:
        """Give the ids that are noted."""
        return self._noted.get(table, frozenset())

    def note_erased(self, table: str, ids: Iterable[str]) -> None:
        """Note further ids."""
        self._noted[table] = self.erased_of(table) | set(ids)

    def take_off(self, table: str, ids: Iterable[str]) -> None:
        """Take ids off again."""
        self._noted[table] = self.erased_of(table) - set(ids)
