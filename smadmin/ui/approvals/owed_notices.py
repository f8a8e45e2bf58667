"""Notices that wait for this person's countersignature, where a second person in the chair sees them too.

The principal in the chair has neither Today nor Notices; what is due from them stands beside the posts.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.messages import Message, say
from smadmin.domain.notices import SentNotice
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.cards import RowCard, empty_layout
from smadmin.ui.theme import SPACE_PX, State
from smadmin.ui.wording import Wording


def notice_said(notice: SentNotice, now: datetime) -> Message:
    """Say when it was released, and that it is late where it is."""
    return say("noticeui.sent-late" if notice.overdue(now) else "noticeui.sent", at=notice.sent_at)


class OwedNotices(QWidget):
    """A card each; hidden while none is owed. `countersigned` carries the post's id."""

    countersigned = Signal(str)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self._words = words
        self.rows: list[RowCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_PX)
        self.hide()

    def show_notices(self, notices: tuple[OwedNotice, ...], now: datetime) -> None:
        """Show what is owed, with the very words that are countersigned."""
        empty_layout(self._column)
        self.rows = []
        for line in notices:
            one, by = line.sent, say("noticeui.sent-by", name=line.by)
            said = notice_said(one, now)
            title = say("noticeui.sent-and-by", sent=said, by=by) if line.by else said
            state = State.STOP if one.overdue(now) else State.WAITS
            row = RowCard(state, self._words(title), note=one.words)
            row.setObjectName(f"owed-notice:{one.post}")
            row.set_button(self._words.say("noticeui.countersign"))
            row.put_button_below()
            row.chosen.connect(partial(self.countersigned.emit, str(one.post)))
            self.rows.append(row)
            self._column.addWidget(row)
        self.setVisible(bool(notices))
