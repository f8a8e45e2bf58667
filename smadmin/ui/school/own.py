"""What the school told the checks: words, mentions, numbers, other schools; each can be taken out again.

One list and one button, for a school may have hundreds of words. Only the district's other schools are added
here: everything else is kept where a check asks about it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from smadmin.domain.errors import Reason
from smadmin.services.learning import Taught
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import Card
from smadmin.ui.fields import Field
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.rows import Row, RowList
from smadmin.ui.theme import SPACE_PX
from smadmin.ui.wording import Wording

_SHOWN_ROWS = 6
_LONGEST_NAME = 120


class OwnCard(Card):
    """The list.

    Signals:
        removeAsked: the kind (a field of `Taught`), and what is to be taken out.
        schoolAdded: the name of another school of the district.
    """

    removeAsked = Signal(str, str)
    schoolAdded = Signal(str)

    def __init__(self, words: Wording) -> None:
        """Begin empty."""
        title = words.say("policies.taught")
        super().__init__(title)
        self._words = words
        self._entries: dict[str, tuple[str, str]] = {}
        self._blocked: list[str] = []
        self.none = PlainLabel(words.say("policies.taught-none"), kind=TextKind.MUTED)
        self.list = RowList("own-words", title=title)
        self.list.rowChosen.connect(self._chose)
        self.remove = Button(words.say("policies.taught-remove"), kind=ButtonKind.SMALL)
        self.remove.clicked.connect(lambda: self.removeAsked.emit(*self._entries[self.list.chosen]))
        self.school = QLineEdit()
        self.school.setMaxLength(_LONGEST_NAME)
        self.school.returnPressed.connect(self._add)
        self.add = Button(words.say("policies.taught-add"), kind=ButtonKind.SMALL)
        self.add.clicked.connect(self._add)
        note = words.say("policies.taught-school-note")
        self.body.addWidget(self.none)
        self.body.addWidget(self.list)
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Field(words.say("policies.taught-school"), self.school, note=note))
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_taught(self, taught: Taught, blockers: Sequence[Reason]) -> None:
        """Show it.

        Args:
            taught: what can be taken out.
            blockers: why this person can't take a number out.
        """
        self._blocked = list(self._words.reasons(blockers))
        kinds = {
            "words": taught.words,
            "handles": taught.handles,
            "phones": taught.phones,
            "schools": taught.schools,
        }
        self._entries = {f"{kind} {one}": (kind, one) for kind, many in kinds.items() for one in many}
        rows = [
            Row(
                key=key,
                title=f"@{one}" if kind == "handles" else one,
                note=self._words.say(f"policies.taught-{kind}"),
            )
            for key, (kind, one) in self._entries.items()
        ]
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.remove.setVisible(bool(rows))
        self.list.show_rows(rows, self.list.chosen)
        seen = min(len(rows), _SHOWN_ROWS)
        self.list.setFixedHeight(seen * self.list.sizeHintForRow(0) + 2 * SPACE_PX if rows else 0)
        self._chose(self.list.chosen)

    def _add(self) -> None:
        if name := self.school.text().strip():
            self.school.clear()
            self.schoolAdded.emit(name)

    def _chose(self, key: str) -> None:
        kind, _ = self._entries.get(key, ("", ""))
        if not kind:
            self.remove.block([self._words.say("policies.taught-choose")])
        elif kind == "phones" and self._blocked:
            self.remove.block(self._blocked)
        else:
            self.remove.allow()
