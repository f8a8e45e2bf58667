"""Typing a child in: name, classes, and what the family said no to; the form stays for the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from smadmin.domain.errors import NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.students.child import NameForm
from smadmin.ui.students.kinds import KindTicks, Tick
from smadmin.ui.students.model import KINDS, Kind
from smadmin.ui.wording import Wording


class AddCard(Card):
    """The form. `added` carries a `StudentEntry`; `left` tells that nobody is to be added."""

    added = Signal(object)
    left = Signal()

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        super().__init__(words.say("studentui.add-title"))
        self.body.addWidget(PlainLabel(words.say("studentui.add-means"), kind=TextKind.MUTED))
        self.form = NameForm(words, words.say("studentui.add-do"), words.say("studentui.leave"))
        self.form.given.connect(self._give)
        self.form.left.connect(self.left)
        self.kinds = KindTicks(words)
        self.photo_consent = Tick(words, say("studentui.photo-consent"), say("studentui.photo-consent-means"))
        place = self.form.column.count() - 1
        self.form.column.insertWidget(place, self.kinds)
        self.form.column.insertWidget(place, self.photo_consent)
        self.form.column.insertWidget(
            place, PlainLabel(words.say("studentui.said-no-to"), kind=TextKind.STRONG)
        )
        self.body.addWidget(self.form)

    def begin(self, mode: RosterMode, chosen: Sequence[OptOut] = (OptOut.EVERYTHING,)) -> None:
        """Begin with an empty form; whoever is typed in has most often said no to everything."""
        self.photo_consent.setVisible(mode is RosterMode.OPT_IN)
        self.photo_consent.show_chosen(chosen=False)
        if mode is RosterMode.OPT_IN:
            chosen = ()
        self.kinds.show_kinds(
            [
                Kind(kind, say(f"studentui.kind-{kind}"), say(f"studentui.means-{kind}"), kind in chosen)
                for kind in KINDS
            ]
        )
        self.form.begin()

    def show_error(self, refused: NotAllowed) -> bool:
        """Say below the fields what is wrong."""
        return self.form.show_error(refused)

    def _give(self, first: str, last: str, groups: tuple[str, ...]) -> None:
        entry = StudentEntry(
            first, last, groups, self.kinds.chosen, photo_consent=self.photo_consent.box.isChecked()
        )
        self.added.emit(entry)
