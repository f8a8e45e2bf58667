"""The screen *Notices*: closures, delays, safety. Send one at once, countersign, sign texts in advance.

It stands in no side bar, *Today* and *File* lead here: these minutes are few, and must be short.
"""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from smadmin.domain.changes import Done
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Finding
from smadmin.services.notices import NoticeSheet
from smadmin.services.sent_notices import OwedNotice
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.cards import RowCard, empty_layout
from smadmin.ui.header import ScreenHeader
from smadmin.ui.notices.model import how_far, lacking
from smadmin.ui.notices.sending import SendCard, goes_to
from smadmin.ui.notices.signing import Asked
from smadmin.ui.notices.texts import TextsCard
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_PAUSE_MS = 250
"""So long after the last key the policy reads the words."""


@dataclass(frozen=True)
class _Seen:
    """What one reading of the store found."""

    sheet: NoticeSheet
    owed: tuple[OwedNotice, ...]


class NoticesScreen(Screen):
    """Notices at once (`YEL-B1`)."""

    NOUNS = frozenset({"approvals", "posts", "accounts", "people", "strategies"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._sending = False
        words = around.words
        self.header = ScreenHeader(words.say("noticeui.title"))
        hint = words.say("noticeui.release-hint")
        self.main = self.header.set_main(words.say("noticeui.send"), hint=hint)
        self.main.hide()
        self.header.mainChosen.connect(self._send)
        self.header.note.show_text(words.say("noticeui.what-for"))
        self.head.addWidget(self.header)
        self._owed = QVBoxLayout()
        self._owed.setSpacing(SPACE_PX)
        self.page.addLayout(self._owed)
        self.lacking = RowCard(State.WAITS, words.say("noticeui.lacking"))
        self.lacking.hide()
        self.page.addWidget(self.lacking)
        self.send = SendCard(words)
        self.send.hide()
        self.send.filled.connect(self._typed)
        self.send.doubts.changed.connect(self._show_main)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.page.addWidget(self.send)
        self.texts = TextsCard(words)
        self.texts.given.connect(self._sign)
        self.texts.withdrawn.connect(self._withdraw)
        self.page.addWidget(self.texts)
        self.page.addStretch(1)
        self._keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._keys.setAutoRepeat(False)
        self._keys.activated.connect(self.main.press)
        self.rows: list[RowCard] = []

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, notices = self._around.by, self._around.office.notices
        self._around.performer.perform(
            lambda: _Seen(notices.sheet(by), notices.owed_lines(by)),
            done=lambda seen: self.loaded(partial(self._render, seen)),
            origin=self,
        )

    @override
    def shown(self) -> None:
        super().shown()
        self._show_main()
        if self.send.isVisible():
            self.send.begin()

    def _render(self, seen: _Seen) -> None:
        mine = tuple(line for line in seen.sheet.lines if line.mine)
        first = self.send.isHidden()
        self.send.show_lines(mine)
        self.send.setVisible(bool(mine))
        lacks = lacking(seen.sheet)
        self.lacking.setVisible(lacks is not None)
        self.lacking.note.show_text(self._words.optional(lacks))
        self.lacking.note.show()
        self.texts.show_sheet(seen.sheet)
        self._render_owed(seen.owed)
        self._show_main()
        if mine and first:
            self.send.begin()

    def _render_owed(self, owed: tuple[OwedNotice, ...]) -> None:
        words, now = self._words, self._around.now
        empty_layout(self._owed)
        self.rows = []
        for line in owed:
            one = line.sent
            late = one.overdue(now)
            title = words.say("noticeui.sent-late" if late else "noticeui.sent", at=one.sent_at)
            note = "\n".join((one.words, *(words(told) for told in how_far(line))))
            row = RowCard(State.STOP if late else State.WAITS, title, note=note)
            row.setObjectName(f"owed:{one.post}")
            row.set_button(words.say("noticeui.countersign"))
            row.chosen.connect(partial(self._countersign, one.post))
            self.rows.append(row)
            self._owed.addWidget(row)

    def _show_main(self) -> None:
        line = self.send.line
        self.main.setVisible(line is not None)
        self.main.show_words(goes_to(line, self._words))
        waits = (self._words.say("noticeui.sending"),) if self._sending else self.send.missing
        self.header.show_missing(waits if line is not None else ())
        if self.isVisible():
            self._around.doors.show_accounts(() if line is None else line.accounts)

    def _typed(self) -> None:
        self._show_main()
        self._pause.start()

    def _read(self) -> None:
        """Ask what the policy says of the words as they are now; whoever sends them sees it first."""
        line = self.send.line
        if line is None or self._around.acting is None:
            return
        by, notices = self._around.by, self._around.office.notices
        text, values = line.text, self.send.values

        def came(found: tuple[Finding, ...]) -> None:
            if self.send.line == line and self.send.values == values:
                self.send.doubts.show_found(found)

        self._around.performer.perform(
            lambda: notices.doubts(by, text, values), done=came, failed=self._refused, origin=self
        )

    # ---- deeds

    def _send(self) -> None:
        line = self.send.line
        if line is None or self.send.missing or self._sending:
            return
        self._around.doors.with_passphrase(self._release)

    def _release(self) -> None:
        line = self.send.line
        if line is None:
            return
        by, notices = self._around.by, self._around.office.notices
        text, values, places = line.text, self.send.values, self.send.places
        stands = self.send.doubts.standing
        self._sending = True
        self._show_main()
        self._around.performer.perform(
            lambda: notices.send(by, text, values, elsewhere=places, stands=stands),
            done=self._sent,
            failed=self._not_sent,
            origin=self,
        )

    def _sent(self, done: Done[PostId]) -> None:
        self._sending = False
        self.send.clear_form()
        self.bannerAsked.emit(BannerModel(State.WAITS, say("noticeui.said-released"), key="notices"))
        self._around.doors.open("publish", done.value)

    def _not_sent(self, error: KnownError) -> None:
        self._refused(error)
        self._read()

    def _refused(self, error: KnownError) -> None:
        self._sending = False
        self._show_main()
        # With the key of what is said when it goes well: one answers the other.
        self.bannerAsked.emit(replace(banner_of(error), key="notices"))

    def _countersign(self, post: PostId) -> None:
        by, notices = self._around.by, self._around.office.notices
        self._around.performer.perform(
            lambda: notices.countersign(by, post),
            done=lambda _: self._told("noticeui.said-countersigned"),
            failed=self._refused,
            origin=self,
        )

    def _sign(self, asked: Asked) -> None:
        def refused(error: KnownError) -> None:
            self.texts.show_error(self._words.error(error))

        def sign() -> None:
            by, notices = self._around.by, self._around.office.notices  # as the passphrase made them
            self._around.performer.perform(
                lambda: notices.sign(
                    by,
                    asked.text,
                    kind=asked.kind,
                    people=asked.people,
                    accounts=asked.accounts,
                    days=asked.days,
                ),
                done=lambda _: self._signed(),
                failed=refused,
                origin=self,
            )

        self._around.doors.with_passphrase(sign)

    def _signed(self) -> None:
        self.texts.rest()
        self._told("noticeui.said-signed")

    def _withdraw(self, text: str) -> None:
        by, notices = self._around.by, self._around.office.notices
        self._around.performer.perform(
            lambda: notices.withdraw(by, text),
            done=lambda _: self._told("noticeui.said-withdrawn"),
            failed=self._refused,
            origin=self,
        )

    def _told(self, said: str) -> None:
        self.bannerAsked.emit(BannerModel(State.FINE, say(said), key="notices"))
        self.load()
