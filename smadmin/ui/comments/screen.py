"""The screen *Comments*: what waits for an answer, and the rounds through the accounts' comments."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.comments import CommentForm, CommentId
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.comments.cards_panel import CardsPanel
from smadmin.ui.comments.forms import CommentFields
from smadmin.ui.comments.model import ROUND, Seen, read_comments, rows_of
from smadmin.ui.comments.panel import CommentPanel
from smadmin.ui.comments.parts import Wish
from smadmin.ui.comments.round_panel import RoundPanel
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.rows import Row, RowList
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import empty_area, fill
from smadmin.ui.sides import Sides
from smadmin.ui.sites.panels import column_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

_LEAST_BESIDE_PX = 820
ENTER, CARDS = "enter", "cards"
"""Opened with one of these, the screen shows the form for a comment, or the cards."""


class CommentsScreen(Screen):
    """Comments and rounds in one list, and what is open beside it."""

    NOUNS = frozenset({"comments", "accounts", "people", "calendar"})

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._seen: Seen | None = None
        self._open = ""
        self.banners = UndoBanners(self._words)
        self.outside = outside or desktop_of(around.office.school, around.office.browsing)
        self._build_head()
        self._build_sides()
        self._connect()

    def open_subject(self, subject: str) -> None:
        """Show a comment or an account's rounds by its id, the form (`ENTER`) or the cards (`CARDS`)."""
        if subject == ENTER:
            self._begin_comment()
        elif subject == CARDS:
            self._show_cards()
        else:
            known = self._seen is not None and self._seen.round(subject) is not None
            self._open = ROUND + subject.removeprefix(ROUND) if known else subject
            self._sides.turn_to_second()
            self._show_open()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: read_comments(office, by), done=self._came, failed=self.banners.say_error, origin=self
        )

    @override
    def settle(self) -> None:
        self.banners.quiet()

    # ---- rendering

    def _came(self, seen: Seen) -> None:
        self._seen = seen
        self.loaded(self._render)

    def _render(self) -> None:
        if self._seen is None:
            return
        rows, words = rows_of(self._seen), self._words
        if self._open not in {row.key for row in rows}:
            there = ROUND + self._open
            self._open = there if there in {row.key for row in rows} else rows[0].key if rows else ""
        self.list.show_rows(
            [
                Row(
                    row.key,
                    words(row.title),
                    note=words(row.note),
                    state=row.state,
                    chip=words(row.chip),
                    platform=row.platform,
                )
                for row in rows
            ],
            self._open,
        )
        self.header.show_missing(() if self._seen.desk.accounts else (words.say("comments.empty-title"),))
        self._whole.setCurrentWidget(self._sides if rows else self.empty)
        self.cards.show_cards(self._seen.help, due=self._seen.desk.cards_due)
        if self._right.currentWidget() not in {self._form_card, self._cards_area}:
            self._show_open()

    def _show_open(self) -> None:
        seen = self._seen
        if seen is None:
            return
        self.list.choose(self._open)
        comment = seen.comment(self._open)
        watched = None if comment is not None else seen.round(self._open)
        if comment is not None:
            self.comment.show_comment(comment, seen, self._around.now)
            self._show_panel(self.comment)
        elif watched is not None:
            self.rounds.show_round(watched, seen)
            self._show_panel(self.rounds)
        else:
            self._right.setCurrentWidget(self._nobody)

    def _show_panel(self, panel: QWidget) -> None:
        for one in (self.comment, self.rounds):
            one.setVisible(one is panel)
        self._right.setCurrentWidget(self._area)

    # ---- what is pressed

    def _choose(self, key: str) -> None:
        self._open = key
        self._show_open()

    def _begin_comment(self, account: str = "") -> None:
        if self._seen is None or not self._seen.desk.accounts:
            return
        self.form.show_form(None, self._seen.desk.accounts, self._seen.desk.now)
        if account:
            self.form.choose_account(account)
        self._sides.turn_to_second()
        self._right.setCurrentWidget(self._form_card)
        self.form.begin()

    def _show_cards(self) -> None:
        self._sides.turn_to_second()
        self._right.setCurrentWidget(self._cards_area)
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._right.setCurrentWidget(self._nobody)
        self._render()

    def _enter(self, form: CommentForm) -> None:
        office, by = self._around.office, self._around.by

        def done(made: Done[CommentId]) -> None:
            self.banners.say_done(say("comments.said-entered"))
            self._open = made.value
            self._right.setCurrentWidget(self._nobody)
            self.load()

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and self.form.show_error(error)):
                self.banners.say_error(error)

        self._around.performer.perform(
            lambda: office.comments.enter(by, form), done=done, failed=failed, origin=self
        )

    def _fulfil(self, wish: Wish) -> None:
        office, by = self._around.office, self._around.by

        def done(_changes: Changes) -> None:
            self.banners.say_done(wish.said)
            self.comment.rest()
            self.rounds.rest()
            if self._right.currentWidget() is self._cards_area:
                self._right.setCurrentWidget(self._nobody)
            self.load()

        def failed(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and wish.refused(error)):
                self.banners.say_error(error)

        self._around.performer.perform(lambda: wish.do(office, by), done=done, failed=failed, origin=self)

    def _check(self, text: str) -> None:
        sheet = None if self._seen is None else self._seen.comment(self._open)
        if sheet is None or self._around.acting is None:
            return
        office, by, comment = self._around.office, self._around.by, sheet.comment

        def done(found: object) -> None:
            if self._open == comment.id and self.comment.reply.text.toPlainText() == text:
                self.comment.reply.show_findings(found)  # type: ignore[arg-type]  what `read` gave

        self._around.performer.perform(
            lambda: office.comment_views.read(by, comment, text),
            done=done,
            failed=self.banners.say_error,
            origin=self,
        )

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.banners.say_note(say("comments.said-copied"))

    def _open_page(self, address: str) -> None:
        seen = self._seen
        comment = None if seen is None else seen.comment(self._open)
        watched = None if seen is None else seen.round(self._open)
        found = watched.account if watched is not None else None if comment is None else comment.account
        if found is None:
            return
        opened = self.outside.open_apart(found, address, self._around.by.person)
        if opened is Opened.SAMPLE:
            self.banners.say_note(say("accountui.sample-page"))
        elif opened is Opened.NO_BROWSER:
            self.banners.say_note(say("sites.no-browser"), state=State.DOUBT)

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.header = ScreenHeader(words.say("comments.title"))
        self.main = self.header.set_main(words.say("comments.enter"))
        self.cards_button = Button(words.say("comments.cards"))
        self.header.add_button(self.cards_button)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _build_sides(self) -> None:
        words = self._words
        self._whole, self._right = QStackedWidget(), QStackedWidget()
        self.page.addWidget(self._whole, 1)
        self.list = RowList("comments", title=words.say("comments.list"))
        names = [words.say(f"comments.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.list, self._right, shares=(5, 7), least_px=_LEAST_BESIDE_PX, names=names)
        self.empty = EmptyState(
            "message-square",
            words.say("comments.empty-title"),
            text=words.say("comments.empty-text"),
            step=words.say("comments.to-accounts"),
        )
        for part in (QWidget(), self.empty, self._sides):
            self._whole.addWidget(part)
        self._nobody = PlainLabel(words.say("comments.nothing-chosen"), kind=TextKind.MUTED)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.comment, self.rounds, self.cards = CommentPanel(words), RoundPanel(words), CardsPanel(words)
        self._area = self._area_of("comment", self.comment, self.rounds)
        self._cards_area = self._area_of("cards", self.cards)
        self.form = CommentFields(words, "comments.add-do")
        card = Card(words.say("comments.add-title"))
        card.body.addWidget(PlainLabel(words.say("comments.add-means"), kind=TextKind.MUTED))
        card.body.addWidget(self.form)
        self._form_card = self._area_of("enter-comment", card)
        for part in (self._nobody, self._area, self._cards_area, self._form_card):
            self._right.addWidget(part)

    def _area_of(self, name: str, *cards: QWidget) -> QScrollArea:
        """Lay cards where they scroll by themselves when the text is large."""
        area = empty_area(name, self._right)
        fill(area, column_of(*cards))
        return area

    def _connect(self) -> None:
        self.header.mainChosen.connect(self._begin_comment)
        self.cards_button.clicked.connect(self._show_cards)
        self.empty.stepChosen.connect(lambda: self._around.doors.open("accounts"))
        self.list.rowChosen.connect(self._choose)
        self.list.rowOpened.connect(self._sides.turn_to_second)
        self.form.given.connect(self._enter)
        self.form.left.connect(self._leave)
        for panel in (self.comment, self.rounds):
            panel.wished.connect(self._fulfil)
            panel.opened.connect(self._open_page)
        self.cards.wished.connect(self._fulfil)
        self.comment.checkAsked.connect(self._check)
        self.comment.copied.connect(self._copy)
        self.rounds.cardsAsked.connect(self._show_cards)
        self.rounds.enterAsked.connect(self._begin_comment)
