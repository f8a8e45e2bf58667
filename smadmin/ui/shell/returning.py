"""Gives back to whoever is back what stood in their open forms when the window locked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.messages import say
from smadmin.services.unfinished import Typed, Unfinished
from smadmin.ui.banners import BannerModel
from smadmin.ui.fields import Field
from smadmin.ui.frame import Frame
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.typed import typed_words
from smadmin.ui.wording import Wording

FORMS = "forms-kept"


class UnfinishedSheet(Sheet):
    """The words, a field each, to be copied from: once it is closed they are gone."""

    def __init__(self, typed: tuple[Typed, ...], words: Wording, above: QWidget) -> None:
        """Take what was typed and the window over which it opens."""
        super().__init__(words.say("leaving.forms-title"), words, above)
        self.lines: list[QLineEdit] = []
        self.body.addWidget(PlainLabel(words.say("leaving.forms-note")))
        for name, text in typed:
            line = QLineEdit(text)
            line.setReadOnly(True)
            self.lines.append(line)
            self.body.addWidget(Field(name, line))


class Returning(QObject):
    """Between a lock and the same person's next turn."""

    def __init__(self, frame: Frame, around: Surroundings, parent: QObject) -> None:
        """Keep nothing yet."""
        super().__init__(parent)
        self._frame, self._around = frame, around
        self._kept = Unfinished()
        self.sheet: UnfinishedSheet | None = None
        frame.bannerActed.connect(self._acted)

    def put_away(self) -> None:
        """Keep what is typed now; called before dialogs close and screens go."""
        acting = self._around.acting
        if acting is not None:
            self._kept.put_away(acting.actor, typed_words(self._frame))

    def offer(self, by: Actor) -> None:
        """Tell whoever sits down that their words are here."""
        if self._kept.waits_for(by):
            self._frame.show_banner(
                BannerModel(
                    State.NOTE, say("leaving.forms-kept"), action=say("leaving.forms-show"), key=FORMS
                )
            )

    def _acted(self, model: BannerModel) -> None:
        if model.key == FORMS and self._around.acting is not None:
            self._frame.banners.dismiss(FORMS)
            self.sheet = UnfinishedSheet(self._kept.take(self._around.by), self._around.words, self._frame)
            self.sheet.open()
