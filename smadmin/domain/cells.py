"""What opens and closes the sealed cells of the store: a port; `credentials/cells.py` is behind it."""

from typing import Protocol


class Cells(Protocol):
    """Opens and closes the sealed cells of one school (AES-GCM under its school key)."""

    @property
    def newest(self) -> int:
        """The number of the school key that it closes under."""
        ...

    def close(self, label: str, row: str, content: bytes) -> bytes:
        """Encrypt a cell; `label` is the column's lasting name (`students/body`)."""
        ...

    def open(self, label: str, row: str, cell: bytes) -> bytes:
        """Decrypt a cell.

        Raises:
            Tampered: if the cell isn't this row's.
        """
        ...

    def same(self, content: bytes, number: int | None = None) -> str:
        """Give a keyed mark by which the same content is known again, and nothing else about it (hex).

        Under the newest school key, or that of a number; empty where that isn't here.
        """
        ...
