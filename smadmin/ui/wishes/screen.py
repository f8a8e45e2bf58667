"""The screen *Wished posts*: what departments and teachers hand in, and its answers (BAL-C1b)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.post_requests import PostWish
from smadmin.ui.cards import form_card
from smadmin.ui.empty import EmptyState
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.list_screen import ListScreen
from smadmin.ui.scrolled import area_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.wishes.form import WishFields
from smadmin.ui.wishes.model import Seen, read_wishes, rows_of
from smadmin.ui.wishes.panel import WishPanel

NEW = "new"
"""Opened with this, the screen shows the form."""


class WishesScreen(ListScreen[Seen]):
    """Wished posts in one list, and what is open beside it."""

    NOUNS = frozenset({"accounts", "post_requests", "posts"})

    def __init__(self, around: Surroundings, choose_file: Callable[[], str] | None = None) -> None:
        """Build it empty; `load` fills it. `choose_file` gives a path, or nothing."""
        super().__init__(around, "wishes", read_wishes)
        self._choose_file = choose_file or self._ask_for_file
        self._lay_head(self._words.say("wishes.title"), self._words.say("wishes.hand-in"))
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
    def settle(self) -> None:
        super().settle()
        self._clear_form()  # whoever sits down next didn't type it
        self.wish.rest()

    @override
    def show_seen(self, seen: Seen) -> None:
        rows = rows_of(seen)
        self._keep_one_open(rows)
        self._show_lines(rows)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
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
            self._rest_keyboard()
            self._clear_form()
            self.wish.hide()  # what it shows is another one, until this one is read
            self._right.setCurrentWidget(self._area)
            self.load()

        self._ask(lambda: requests.hand_in(by, wish), done, self.form)

    def _take(self, account: str) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open

        def done(made: Done[PostId]) -> None:
            self.banners.say_done(say("wishes.said-taken"))
            self._around.doors.open("compose", made.value)

        self._ask(lambda: requests.take(by, request, (AccountId(account),)), done)

    def _decline(self, reason: str) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open
        self._deed(lambda: requests.decline(by, request, reason), say("wishes.said-declined"))

    def _take_back(self) -> None:
        requests, by, request = self._around.office.post_requests, self._around.by, self._open
        self._deed(lambda: requests.take_back(by, request), say("wishes.said-taken-back"))

    def _deed(self, do: Callable[[], Changes], said: Message) -> None:
        def done(_changes: Changes) -> None:
            self.banners.say_done(said)
            self._rest_keyboard()
            self.wish.rest()
            self.load()

        self._ask(do, done, self.wish)

    def _ask_for_file(self) -> str:
        kinds = self._words.say("wishes.file-kinds")
        path, _ = QFileDialog.getOpenFileName(self, self._words.say("wishes.from-file"), "", kinds)
        return path

    # ---- layout

    def _build_sides(self) -> None:
        words = self._words
        self._right = QStackedWidget()
        self.none = PlainLabel(words.say("wishes.empty-title"), kind=TextKind.MUTED)
        self._lay_sides(words.say("wishes.title"), self._right, above=self.none)
        title, text = words.say("wishes.empty-title"), words.say("wishes.empty-text")
        self._lay_whole(EmptyState("megaphone", title, text=text, step=words.say("wishes.hand-in")))
        self.wish, self.form = WishPanel(words), WishFields(words)
        card = form_card(words.say("wishes.hand-in"), words.say("wishes.hand-in-means"), self.form)
        self._area = area_of("wish", self._right, self.wish)
        self._form_area = area_of("new-wish", self._right, card)
        for area in (self._area, self._form_area):
            self._right.addWidget(area)

    def _connect(self) -> None:
        self.header.mainChosen.connect(self._begin)
        self.empty.stepChosen.connect(self._begin)
        self.list.rowChosen.connect(self._choose)
        self.form.given.connect(self._hand_in)
        self.form.left.connect(self._leave)
        self.form.fileAsked.connect(self._fill_from_file)
        self.wish.taken.connect(self._take)
        self.wish.declined.connect(self._decline)
        self.wish.takenBack.connect(self._take_back)
        self.wish.photosAsked.connect(lambda: self._around.doors.open("photos"))
        self.wish.postAsked.connect(lambda post: self._around.doors.open("compose", post))
