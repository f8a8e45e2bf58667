"""The screen *Wished posts*: what departments and teachers hand in, and its answers (BAL-C1b)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.post_requests import PostWish
from smadmin.ui.cards import Card
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.rows import Row, RowList
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import empty_area, fill
from smadmin.ui.sides import Sides
from smadmin.ui.sites.panels import column_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners
from smadmin.ui.wishes.form import WishFields
from smadmin.ui.wishes.model import Seen, read_wishes, rows_of
from smadmin.ui.wishes.panel import WishPanel

NEW = "new"
"""Opened with this, the screen shows the form."""
_LEAST_BESIDE_PX = 820


class WishesScreen(Screen):
    """Wished posts in one list, and what is open beside it."""

    NOUNS = frozenset({"accounts", "post_requests", "posts"})

    def __init__(self, around: Surroundings, choose_file: Callable[[], str] | None = None) -> None:
        """Build it empty; `load` fills it. `choose_file` gives a path, or nothing."""
        super().__init__()
        self._around, self._words = around, around.words
        self._seen: Seen | None = None
        self._open = ""
        self._choose_file = choose_file or self._ask_for_file
        self.banners = UndoBanners(self._words)
        self._build_head()
        self._build_sides()
        self._connect()

    def open_subject(self, subject: str) -> None:
        """Show a wish by its id, or the form (`NEW`)."""
        if subject == NEW:
            self._begin()
            return
        self._open = subject
        self._sides.turn_to_second()
        self._right.setCurrentWidget(self._area)
        self._render()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: read_wishes(office, by), done=self._came, failed=self.banners.say_error, origin=self
        )

    @override
    def settle(self) -> None:
        self.banners.quiet()
        self._clear_form()  # whoever sits down next didn't type it
        self.wish.rest()

    def _came(self, seen: Seen) -> None:
        self._seen = seen
        self.loaded(self._render)

    def _render(self) -> None:
        seen, words = self._seen, self._words
        if seen is None:
            return
        rows = rows_of(seen)
        if self._open not in {row.key for row in rows}:
            self._open = rows[0].key if rows else ""
        self.list.show_rows(
            [
                Row(one.key, words(one.title), note=words(one.note), state=one.state, chip=words(one.chip))
                for one in rows
            ],
            self._open,
        )
        writing = self._right.currentWidget() is self._form_area
        self._whole.setCurrentWidget(self._sides if rows or writing else self.empty)
        sheet = seen.wish(self._open)
        if sheet is not None:
            self.list.choose(self._open)
            self.wish.show_wish(sheet, seen)
            if not writing:
                self._right.setCurrentWidget(self._area)

    # ---- what is pressed

    def _choose(self, key: str) -> None:
        self._open = key
        self._right.setCurrentWidget(self._area)
        self._render()

    def _begin(self) -> None:
        self._clear_form()
        self._right.setCurrentWidget(self._form_area)
        self._whole.setCurrentWidget(self._sides)
        self._sides.turn_to_second()
        self.form.begin()

    def _clear_form(self) -> None:
        self.form.show_wish(PostWish("", ""), self._around.office.school.local(self._around.now).date())

    def _leave(self) -> None:
        self._clear_form()
        self._right.setCurrentWidget(self._area)
        self._render()

    def _fill_from_file(self) -> None:
        path = self._choose_file()
        if not path:
            return
        requests = self._around.office.post_requests
        today = self._around.office.school.local(self._around.now).date()
        self._around.performer.errand(
            lambda: requests.read_file(Path(path)),
            done=lambda wish: self.form.show_wish(wish, today),
            failed=self.banners.say_error,
            origin=self,
        )

    def _hand_in(self, wish: PostWish) -> None:
        requests, by = self._around.office.post_requests, self._around.by

        def done(made: Done[str]) -> None:
            self.banners.say_done(say("wishes.said-handed-in"))
            self._open = made.value
            self._clear_form()
            self.wish.hide()  # what it shows is another one, until this one is read
            self._right.setCurrentWidget(self._area)
            self.load()

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and self.form.show_error(error)):
                self.banners.say_error(error)

        self._around.performer.perform(
            lambda: requests.hand_in(by, wish), done=done, failed=failed, origin=self
        )

    def _take(self, account: str) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open

        def done(made: Done[PostId]) -> None:
            self.banners.say_done(say("wishes.said-taken"))
            self._around.doors.open("compose", made.value)

        self._around.performer.perform(
            lambda: requests.take(by, request, (AccountId(account),)),
            done=done,
            failed=self.banners.say_error,
            origin=self,
        )

    def _decline(self, reason: str) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open
        self._deed(lambda: requests.decline(by, request, reason), say("wishes.said-declined"))

    def _take_back(self) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open
        self._deed(lambda: requests.take_back(by, request), say("wishes.said-taken-back"))

    def _deed(self, do: Callable[[], Changes], said: Message) -> None:
        def done(_changes: Changes) -> None:
            self.banners.say_done(said)
            self.wish.rest()
            self.load()

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and self.wish.show_error(error)):
                self.banners.say_error(error)

        self._around.performer.perform(do, done=done, failed=failed, origin=self)

    def _ask_for_file(self) -> str:
        kinds = self._words.say("wishes.file-kinds")
        path, _ = QFileDialog.getOpenFileName(self, self._words.say("wishes.from-file"), "", kinds)
        return path

    # ---- layout

    def _build_head(self) -> None:
        self.header = ScreenHeader(self._words.say("wishes.title"))
        self.main = self.header.set_main(self._words.say("wishes.hand-in"))
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _build_sides(self) -> None:
        words = self._words
        self._whole, self._right = QStackedWidget(), QStackedWidget()
        self.page.addWidget(self._whole, 1)
        self.list = RowList("wishes", title=words.say("wishes.title"))
        names = [words.say(f"wishes.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.list, self._right, shares=(5, 7), least_px=_LEAST_BESIDE_PX, names=names)
        self.empty = EmptyState(
            "megaphone",
            words.say("wishes.empty-title"),
            text=words.say("wishes.empty-text"),
            step=words.say("wishes.hand-in"),
        )
        for part in (QWidget(), self.empty, self._sides):
            self._whole.addWidget(part)
        self.wish, self.form = WishPanel(words), WishFields(words)
        card = Card(words.say("wishes.hand-in"))
        card.body.addWidget(PlainLabel(words.say("wishes.hand-in-means"), kind=TextKind.MUTED))
        card.body.addWidget(self.form)
        self._area, self._form_area = self._area_of("wish", self.wish), self._area_of("new-wish", card)
        for area in (self._area, self._form_area):
            self._right.addWidget(area)

    def _area_of(self, name: str, card: QWidget) -> QScrollArea:
        """Lay a card where it scrolls by itself when the text is large."""
        area = empty_area(name, self._right)
        fill(area, column_of(card))
        return area

    def _connect(self) -> None:
        self.header.mainChosen.connect(self._begin)
        self.empty.stepChosen.connect(self._begin)
        self.list.rowChosen.connect(self._choose)
        self.list.rowOpened.connect(self._sides.turn_to_second)
        self.form.given.connect(self._hand_in)
        self.form.left.connect(self._leave)
        self.form.fileAsked.connect(self._fill_from_file)
        self.wish.taken.connect(self._take)
        self.wish.declined.connect(self._decline)
        self.wish.takenBack.connect(self._take_back)
        self.wish.photosAsked.connect(lambda: self._around.doors.open("photos"))
        self.wish.postAsked.connect(lambda post: self._around.doors.open("compose", post))
