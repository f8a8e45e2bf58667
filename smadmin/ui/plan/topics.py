"""What an account's strategy has as topics, offered where one is typed; none has to be taken (BAL-D3)."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from smadmin.domain.ids import AccountId
from smadmin.domain.strategies import TopicUse
from smadmin.ui.fields import Field
from smadmin.ui.plaintext import one_line
from smadmin.ui.wording import Wording


class TopicHints(QObject):
    """Completes the topic of the chosen account, and says below it which ones are neglected."""

    def __init__(self, words: Wording, account: QComboBox, topic: QLineEdit, field: Field) -> None:
        """Stand beside a form's fields; nothing is known yet."""
        super().__init__(field)
        self._words, self._account, self._field = words, account, field
        self._found: Mapping[AccountId, tuple[TopicUse, ...]] = {}
        self.names = QStringListModel(self)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        topic.setCompleter(completer)
        account.currentIndexChanged.connect(self._show)

    def offer(self, found: Mapping[AccountId, tuple[TopicUse, ...]]) -> None:
        """Take each account's topics."""
        self._found = found
        self._show()

    def _show(self) -> None:
        uses = sorted(
            self._found.get(AccountId(str(self._account.currentData())), ()),
            key=lambda one: not one.neglected,
        )
        self.names.setStringList([one_line(one.topic.name) for one in uses])
        late = ", ".join(one_line(one.topic.name) for one in uses if one.neglected)
        self._field.show_note(self._words.say("strategies.neglected-lately", topics=late) if late else "")
