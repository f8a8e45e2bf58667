"""Gives back to whoever is back what stood in their open forms when the window locked or changed hands."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from smadmin.domain.actors import Actor
from smadmin.domain.messages import say
from smadmin.services.unfinished import Typed, Unfinished
from smadmin.ui.banners import BannerModel
from smadmin.ui.fields import Field
from smadmin.ui.frame import Frame
from smadmin.ui.granted import GrantedCard
from smadmin.ui.help.sheet import Sheet
from smadmin.ui.labels import PlainLabel
from smadmin.ui.sentence import SentenceForm
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
        self.typed = typed
        self.lines: list[QLineEdit | QPlainTextEdit] = []
        self.body.addWidget(PlainLabel(words.say("leaving.forms-note")))
        for name, text in typed:
            line = QPlainTextEdit(text) if "\n" in text else QLineEdit(text)
            line.setReadOnly(True)
            self.lines.append(line)
            self.body.addWidget(Field(name, line))


class Returning(QObject):
    """Between a lock, or a turn of somebody else, and the same person's next turn."""

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
        if acting is None:
            return
        if self.sheet is not None and self.sheet.isVisible():  # not copied from yet
            self._kept.put_away(acting.actor, self.sheet.typed)
        self._kept.put_away(acting.actor, typed_words(self._frame))

    def pass_on(self) -> None:
        """Keep what is typed now and empty the forms, which stand open before whoever sits down next."""
        self.put_away()
        for form in self._frame.findChildren(SentenceForm):
            form.rest()
        for card in self._frame.findChildren(GrantedCard):
            if card.form is not None:
                card.rest()

    def offer(self, by: Actor) -> None:
        """Tell whoever sits down that their words are here."""
        if self._kept.waits_for(by):
            self._frame.show_banner(
                BannerModel(
                    State.NOTE, say("leaving.forms-kept"), action=say("leaving.forms-show"), key=FORMS
                )
            )

    def _acted(self, model: BannerModel) -> None:
        if model.key != FORMS or self._around.acting is None:
            return
        self._frame.banners.dismiss(FORMS)
        typed = self._kept.take(self._around.by)
        if not typed:
            self._frame.show_banner(BannerModel(State.NOTE, say("leaving.forms-other-key"), key=FORMS))
            return
        self.sheet = UnfinishedSheet(typed, self._around.words, self._frame)
        self.sheet.finished.connect(self._copied)
        self.sheet.open()

    def _copied(self) -> None:
        self.sheet = None  # it is deleted once it closes
