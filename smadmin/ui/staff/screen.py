"""The page for staff: seven short topics, and the reader's signature that they have read them.

Whoever owes it is shown it once they sat down, or after a second look (`ui/shell/staff_first.py`). Read or
put off, it then gives way to where they were.
"""

from collections.abc import Callable

from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.messages import say
from smadmin.services.staff_pages import StaffPage
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import empty_layout
from smadmin.ui.header import ScreenHeader
from smadmin.ui.narrow import column_at_left
from smadmin.ui.screen import Screen
from smadmin.ui.staff.topics import TopicCard
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

_WIDTH_PX = 720


class StaffScreen(Screen):
    """Shows the page; *I have read it* signs it while it is due."""

    NOUNS = frozenset({"people", "policies"})
    PERSONAL = True

    def __init__(self, around: Surroundings) -> None:
        """Lay the page; its topics come with `load`."""
        super().__init__()
        self._around, self._words = around, around.words
        self.header = ScreenHeader(self._words.say("staffpage.title"))
        self.later = Button(self._words.say("staffpage.later"), kind=ButtonKind.QUIET)
        self.later.clicked.connect(self._go_on)
        self.header.add_button(self.later)
        self.main = self.header.set_main(self._words.say("staffpage.i-read-it"), icon="check")
        self.header.mainChosen.connect(self._read)
        self.main.hide()
        self.head.addWidget(self.header)
        self._column = column_at_left(self.page, _WIDTH_PX)
        self.page.addStretch(1)
        self.cards: list[TopicCard] = []
        self._then: Callable[[], object] | None = None

    def lead_on(self, then: Callable[[], object]) -> None:
        """Stand before something else: once it is read or put off, `then` shows that, and not Today."""
        self._then = then

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(lambda: office.staff_pages.page(by), done=self._came, origin=self)

    def _came(self, page: StaffPage) -> None:
        self.loaded(lambda: self._show(page))

    def _show(self, page: StaffPage) -> None:
        words = self._words
        note = say("staffpage.note", policy=page.policy)
        if page.reading is not None and not page.due:
            note = say("staffpage.read-on", day=page.reading.on)
        self.header.note.show_text(words(note))
        self.main.setVisible(page.due)
        self.later.setVisible(page.due)
        empty_layout(self._column)
        self.cards = [TopicCard(topic, words) for topic in page.topics]
        for card in self.cards:
            self._column.addWidget(card)

    def _read(self) -> None:
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: office.staff_pages.read(by),
            done=self._signed,
            failed=lambda error: self.bannerAsked.emit(banner_of(error)),
            origin=self,
        )

    def _signed(self, _changes: Changes) -> None:
        self.bannerAsked.emit(BannerModel(State.FINE, say("staffpage.signed")))
        if self._then is not None:
            self._go_on()
        self.load()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is None:
            self.screenAsked.emit("today")
        else:
            then()
