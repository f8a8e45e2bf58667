"""What is done on the board, page by page, and the way back: the last page first.

The way back is kept while the board is open; later each answer can still be taken back at its photo.
"""

from collections.abc import Callable, Sequence

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.photos.pairing import Answer
from smadmin.ui.banners import banner_of
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class BoardDeeds:
    """Pages that were answered, by whoever sits in the chair. `after` is called once the store changed."""

    def __init__(self, around: Surroundings, screen: Screen, *, after: Callable[[], None]) -> None:
        """Begin without a page."""
        self._around = around
        self._screen = screen
        self._after = after
        self._pages: list[tuple[tuple[int, ...], int]] = []

    @property
    def answered(self) -> int:
        """How many pairs were answered and not taken back."""
        return sum(many for _, many in self._pages)

    def begin(self) -> None:
        """Know of no page any more."""
        self._pages.clear()

    def answer(self, answers: Sequence[Answer]) -> None:
        """Answer a page."""
        if self._around.acting is None:
            return
        by, office = self._around.by, self._around.office

        def done(written: Done[tuple[int, ...]]) -> None:
            self._pages.append((written.value, len(answers)))
            self._after()

        self._around.performer.perform(
            lambda: office.board.answer(by, answers), done=done, failed=self._refused, origin=self._screen
        )

    def undo(self) -> None:
        """Take the last page back."""
        if not self._pages or self._around.acting is None:
            return
        by, office, (rows, _) = self._around.by, self._around.office, self._pages[-1]

        def done(_changes: object) -> None:
            self._pages.pop()
            self._after()

        self._around.performer.perform(
            lambda: office.board.take_back(by, rows), done=done, failed=self._too_late, origin=self._screen
        )

    def _too_late(self, error: KnownError) -> None:
        """Know of no way back any more: something else was said since."""
        self._pages.clear()
        self._refused(error)

    def _refused(self, error: KnownError) -> None:
        self._screen.bannerAsked.emit(banner_of(error))
        self._after()
