"""The screen *Comments*: what waits for an answer, and the rounds through the accounts' comments."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from smadmin.domain.changes import Done
from smadmin.domain.comments import Comment, CommentForm, CommentId, CommentKind
from smadmin.domain.ids import AccountId
from smadmin.domain.messages import say
from smadmin.domain.policy.findings import Finding
from smadmin.domain.rounds import Spot
from smadmin.services.comments_shown import Places, ShownLine
from smadmin.ui.buttons import Button
from smadmin.ui.comments.beside import ASKED, CARDS, COMMENT, ENTER, REMOVED, ROUNDS, Beside
from smadmin.ui.comments.fulfilling import fulfil
from smadmin.ui.comments.model import ROUND, Seen, read_comments, rows_of
from smadmin.ui.comments.parts import Wish
from smadmin.ui.comments.removal_log_panel import save_log
from smadmin.ui.empty import EmptyState
from smadmin.ui.list_screen import ListScreen, Value
from smadmin.ui.opened_said import NO_BROWSER_APART, open_apart, say_opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.surroundings import Surroundings


class CommentsScreen(ListScreen[Seen]):
    """Comments and rounds in one list, and what is open beside it."""

    NOUNS = frozenset({"comments", "approvals", "accounts", "people", "calendar"})

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it empty; `load` fills it."""
        super().__init__(around, "comments", read_comments)
        self._wanted = ""
        self._of_round: ShownLine | None = None
        self.outside = outside or desktop_of(around.office.school, around.office.browsing)
        self._build_head()
        self._build_sides()
        self._connect()

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return self.beside.parts()

    def open_subject(self, subject: str) -> None:
        """Show a comment or an account's rounds by its id, the form, the cards, or what was removed."""
        if self._seen is None:
            self._wanted = subject
        elif subject == ENTER:
            self._begin_comment()
        elif subject == CARDS:
            self._show_cards()
        elif subject == REMOVED:
            self._show_removed()
        else:
            known = self._seen.round(subject) is not None
            self._open = ROUND + subject.removeprefix(ROUND) if known else subject
            self._sides.turn_to_second()
            self._show_open()

    # ---- rendering

    @override
    def _came(self, seen: Seen) -> None:
        super()._came(seen)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.open_subject(wanted)

    @override
    def show_seen(self, seen: Seen) -> None:
        rows = rows_of(seen)
        self._keep_one_open(rows)
        self._show_lines(rows)
        missing = () if seen.desk.accounts else (self._words.say("comments.empty-title"),)
        self.header.show_missing(missing)
        self._whole.setCurrentWidget(self._sides if rows else self.empty)
        if self.beside.shown == CARDS:
            self.beside.cards.show_cards(seen.help, due=seen.desk.cards_due)
        elif self.beside.shown == REMOVED:
            self.beside.removed.show_log(seen)
        elif self.beside.shown != ENTER:
            self._show_open()

    def _show_open(self) -> None:
        seen = self._seen
        if seen is None:
            return
        self.list.choose(self._open)
        comment = seen.comment(self._open)
        watched = None if comment is not None else seen.round(self._open)
        if comment is not None:
            self.beside.comment.show_comment(comment, seen, self._around.now)
            self.beside.turn_to(COMMENT)
            self._ask_looks(comment.comment)
        elif watched is not None:
            self.beside.rounds.show_round(watched, seen)
            self.beside.turn_to(ROUNDS)
        elif (asked := seen.question(self._open)) is not None:
            self.beside.asked.show_question(asked, mine=asked.question.by == seen.me)
            self.beside.turn_to(ASKED)
        else:
            self.beside.turn_to("")

    def _ask_looks(self, comment: Comment) -> None:
        """Ask whether a comment that waits reads like an emergency: then no answer is due, but a call."""
        if comment.open:
            office, by = self._around.office, self._around.by
            self._ask(
                lambda: office.cases.suggested(by, comment.id),
                lambda troubles: self.beside.comment.show_looks(comment.id, troubles),
            )

    # ---- what is pressed

    def _choose(self, key: str) -> None:
        self._open = key
        self._show_open()

    def _begin_comment(self, account: str = "") -> None:
        if self._seen is None or not self._seen.desk.accounts:
            return
        form, self._of_round = self.beside.form, None
        form.show_form(None, self._seen.desk.accounts, self._seen.desk.now)
        if account or (account := self._account_of_open()):
            form.choose_account(account)
        self._sides.turn_to_second()
        self.beside.turn_to(ENTER)
        self.beside.show_top()
        form.begin()

    def _account_of_open(self) -> str:
        """Give the account of what is open: who looks at it has most likely found the next thing there."""
        seen = self._seen
        comment = None if seen is None else seen.comment(self._open)
        watched = None if seen is None else seen.round(self._open)
        found = watched.account if watched is not None else None if comment is None else comment.account
        return "" if found is None else found.id

    def _begin_shown(self, line: ShownLine) -> None:
        """Begin to enter what the platform showed; the round stays open behind it."""
        watched = None if self._seen is None else self._seen.round(self._open)
        if self._seen is None or watched is None:
            return
        form, kind = self.beside.form, CommentKind.QUESTION
        link = line.comment.link or line.under.posted.link
        said = line.comment.text, line.comment.author, link, self._seen.desk.now
        found = CommentForm(watched.account.id, kind, Spot.COMMENTS, *said)
        form.show_form(found, self._seen.desk.accounts, self._seen.desk.now)
        self._of_round = line
        self.beside.turn_to(ENTER)
        form.kind.setFocus()

    def _ask_shown(self, account: str) -> None:
        """Ask the platform what visitors wrote, where it shows that to everybody."""
        office, by, part = self._around.office, self._around.by, self.beside.rounds.look.shown
        shown, wanted = office.comments_shown, AccountId(account)

        def told(say_it: Callable[[Value], None]) -> Callable[[Value], None]:
            """Say it while this account's round is still the one that is open."""
            return lambda found: say_it(found) if self.beside.rounds.account == account else None

        def known(places: Places | None) -> None:
            if places is None or not places.posts:
                part.rest()
                return
            part.show_asking()
            done, failed = told(part.show_comments), told(part.show_error)
            self._around.performer.network(lambda: shown.ask(places), done=done, failed=failed, origin=self)

        self._ask(lambda: shown.places(by, wanted), told(known))

    def _show_removed(self) -> None:
        if self._seen is None:
            self._wanted = REMOVED
            return
        self.beside.removed.show_log(self._seen)
        self._sides.turn_to_second()
        self.beside.turn_to(REMOVED)
        self.beside.show_top()
        self.beside.removed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cards(self) -> None:
        if self._seen is None:
            return
        self.beside.cards.show_cards(self._seen.help, due=self._seen.desk.cards_due)
        self._sides.turn_to_second()
        self.beside.turn_to(CARDS)
        self.beside.show_top()
        self.beside.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.beside.turn_to("")
        self._render()

    def _enter(self, form: CommentForm) -> None:
        office, by = self._around.office, self._around.by

        def done(made: Done[CommentId]) -> None:
            self.banners.say_done(say("comments.said-entered"))
            if self._of_round is not None:  # on a round more of them may follow
                self.beside.rounds.look.shown.note_entered(self._of_round)
            else:
                self._open = made.value
            self.beside.turn_to("")
            self._rest_keyboard()
            self.load()

        self._ask(lambda: office.comments.enter(by, form), done, self.beside.form)

    def _fulfil(self, wish: Wish) -> None:
        shown = self.beside.shown

        def done(made: Wish) -> None:
            back = made.undo
            undo = None if back is None else lambda: self._fulfil(Wish(back, say("comments.said-taken-back")))
            self.banners.say_done(made.said, undo=undo)
            if made.then is not None:
                made.then()
            if shown == CARDS:
                self.beside.turn_to("")
            elif shown == COMMENT:
                self.beside.comment.rest()
            elif shown == ROUNDS:
                self.beside.rounds.rest()
            self._rest_keyboard()
            self.load()

        fulfil(self._around, wish, done=done, failed=self.banners.say_error, origin=self)

    def _check(self, text: str) -> None:
        sheet = None if self._seen is None else self._seen.comment(self._open)
        if sheet is None or self._around.acting is None:
            return
        office, by, comment = self._around.office, self._around.by, sheet.comment

        def done(found: Sequence[Finding]) -> None:
            reply = self.beside.comment.reply
            if self._open == comment.id and reply.text.toPlainText() == text:
                reply.show_findings(found)

        self._ask(lambda: office.comment_views.read(by, comment, text), done)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.banners.say_done(say("comments.said-copied"))

    def _open_page(self, address: str) -> None:
        seen = self._seen
        comment = None if seen is None else seen.comment(self._open)
        watched = None if seen is None else seen.round(self._open)
        found = watched.account if watched is not None else None if comment is None else comment.account
        if found is not None:
            say_opened(self.banners, open_apart(self._around, self.outside, found, address), NO_BROWSER_APART)

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.cards_button = Button(words.say("comments.cards"))
        self.removed_button = Button(words.say("moderating.log"))
        self.wishes_button = Button(words.say("wishes.title"))
        others = (self.cards_button, self.removed_button, self.wishes_button)
        self._lay_head(words.say("comments.title"), words.say("comments.enter"), *others)

    def _build_sides(self) -> None:
        words = self._words
        self.beside = Beside(words)
        self._lay_sides(words.say("comments.list"), self.beside)
        title, text = words.say("comments.empty-title"), words.say("comments.empty-text")
        step = words.say("comments.to-accounts")
        self._lay_whole(EmptyState("message-square", title, text=text, step=step))

    def _connect(self) -> None:
        self.header.mainChosen.connect(self._begin_comment)
        self.cards_button.clicked.connect(self._show_cards)
        self.wishes_button.clicked.connect(lambda: self._around.doors.open("wishes"))
        self.removed_button.clicked.connect(self._show_removed)
        self.beside.saveAsked.connect(partial(save_log, self._around.performer, self.banners))
        self.empty.stepChosen.connect(lambda: self._around.doors.open("accounts"))
        self.list.rowChosen.connect(self._choose)
        self.beside.wished.connect(self._fulfil)
        self.beside.opened.connect(self._open_page)
        self.beside.checkAsked.connect(self._check)
        self.beside.copied.connect(self._copy)
        self.beside.given.connect(self._enter)
        self.beside.left.connect(self._leave)
        self.beside.cardsAsked.connect(self._show_cards)
        self.beside.cardAsked.connect(lambda one: self._around.doors.open("cases", f"comment:{one}"))
        self.beside.enterAsked.connect(self._begin_comment)
        self.beside.shownAsked.connect(self._ask_shown)
        self.beside.shownEntered.connect(self._begin_shown)
        self.beside.ledTo.connect(self._around.doors.open)
