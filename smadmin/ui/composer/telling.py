"""What the screen says of its deeds: banners with their undo, and when the draft was saved last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from smadmin.domain.errors import KnownError
from smadmin.domain.messages import Message, say
from smadmin.ui.banners import BannerModel, BannerStack, banner_of
from smadmin.ui.composer.keeper import DraftKeeper
from smadmin.ui.labels import PlainLabel
from smadmin.ui.theme import State
from smadmin.ui.wording import Wording

NOT_SAVED = "not-saved"
OPEN_ELSEWHERE = "open-elsewhere"
SAVED_NOTE_EVERY_MS = 1_000
_MINUTE_S = 60


class Telling(QObject):
    """Says what happened, on the screen's own banners."""

    def __init__(self, banners: BannerStack, note: PlainLabel, words: Wording, parent: QObject) -> None:
        """Take the banners, and the label beside the title."""
        super().__init__(parent)
        self._banners = banners
        self._note = note
        self._words = words
        self._undo: dict[str, Callable[[], None]] = {}
        self._keeper: DraftKeeper | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SAVED_NOTE_EVERY_MS)
        self._timer.timeout.connect(self._tick)
        banners.actionChosen.connect(self._act)

    def done(self, said: Message, undo: Callable[[], None], *, action: str = "shell.undo") -> None:
        """Say that something was done, with the button that undoes it or leads on."""
        self._undo[said.id] = undo
        self._banners.show_banner(BannerModel(State.FINE, said, action=say(action), key=said.id))

    def parted(self, show_other: Callable[[], None]) -> None:
        """Say that a draft was changed elsewhere, and that both texts are kept."""
        said = say("compose.parted")
        self._undo[said.id] = show_other
        details = (say("compose.parted-kept"),)
        self._banners.show_banner(
            BannerModel(State.WAITS, said, details, say("compose.show-other"), key=said.id)
        )

    def open_elsewhere(self, names: tuple[str, ...]) -> None:
        """Say who else has the draft open; nothing once nobody has."""
        if names:
            said = say("compose.open-elsewhere", names=", ".join(names))
            details = (say("compose.open-elsewhere-kept"),)
            self._banners.show_banner(BannerModel(State.WAITS, said, details, key=OPEN_ELSEWHERE))
        else:
            self._banners.dismiss(OPEN_ELSEWHERE)

    def note(self, said: Message) -> None:
        """Say something that needs no answer."""
        self._banners.show_banner(BannerModel(State.NOTE, said, key=said.id))

    def went(self, said: Message) -> None:
        """Say that something went well; it leaves by itself, before it can be untrue."""
        self._banners.show_banner(BannerModel(State.FINE, said, key=said.id))

    def refused(self, error: KnownError) -> None:
        """Say why a deed wasn't done."""
        self._banners.show_banner(banner_of(error))

    def not_saved(self, error: KnownError) -> None:
        """Say that what was typed isn't saved yet, and why; it goes when saving succeeds."""
        model = banner_of(error)
        details = (model.happened, *model.details, say("compose.kept-here"))
        self._banners.show_banner(BannerModel(State.STOP, say("compose.not-saved"), details, key=NOT_SAVED))

    def saved(self) -> None:
        """Take the banner of a failed save away."""
        self._banners.dismiss(NOT_SAVED)
        self._tick()

    def watch(self, keeper: DraftKeeper) -> None:
        """Say beside the title when the draft was saved last, as long as the screen is seen."""
        self._keeper = keeper
        self._tick()
        self._timer.start()

    def look_away(self) -> None:
        """Stop counting: nobody sees it."""
        self._timer.stop()

    def _tick(self) -> None:
        if self._keeper is not None:
            stored = self._keeper.draft is not None
            said = saved_note(self._keeper.seconds_since_saved, stored=stored)
            self._note.show_text(self._words.optional(said))

    def _act(self, model: BannerModel) -> None:
        undo = self._undo.pop(model.same_as, None)
        if undo is not None:
            undo()


def saved_note(seconds: float | None, *, stored: bool) -> Message | None:
    """Word when a draft was saved.

    Args:
        seconds: since it was saved here; None where it wasn't yet.
        stored: whether it is stored at all.
    """
    if not stored:
        return None
    if seconds is None:
        return say("compose.saved")
    if seconds < _MINUTE_S:
        return say("compose.saved-seconds", n=max(1, round(seconds)))
    return say("compose.saved-minutes", n=int(seconds // _MINUTE_S))
