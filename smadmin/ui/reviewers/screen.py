"""Reviewers: the principal signs once a year who may take second looks, and hands each a code.

Making the codes takes a while and is an errand; signing is a deed. Codes stay on the screen until they are
put away, and leave it at once when the window locks or the chair is handed over.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from smadmin.domain.changes import Changes
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import say
from smadmin.domain.name_lists import names_of
from smadmin.services.envelope import save_page
from smadmin.services.reviewer_lines import Line
from smadmin.services.reviewers import Handed, Prepared, Renewed, ReviewersView
from smadmin.services.sitting import pins_off
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.cards import RowCard, empty_layout
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.narrow import column_at_left
from smadmin.ui.reviewers.form import ListForm
from smadmin.ui.reviewers.lists import ListCard
from smadmin.ui.reviewers.model import ReviewersModel, reviewers_model
from smadmin.ui.reviewers.slips import SlipsCard
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX, State

_WIDTH_PX = 680


class ReviewersScreen(Screen):
    """The lists in force, the form of a new one, and its codes once it is signed."""

    NOUNS = frozenset({"reviewers", "people", "keys"})
    _made = Signal(int, int)

    def __init__(self, around: Surroundings) -> None:
        """Lay the page; nothing is read yet."""
        super().__init__()
        self._around, self._words = around, around.words
        self._model: ReviewersModel | None = None
        self._was_writing = self._making = False
        self._header = ScreenHeader(self._words.say("reviewers.title"))
        self.main = self._header.set_main(self._words.say("reviewers.sign"))
        self._header.mainChosen.connect(self._main)
        back = Button(self._words.say("founding.back"), kind=ButtonKind.QUIET)
        back.clicked.connect(lambda: around.doors.open("people"))
        self._header.add_button(back)
        self.head.addWidget(self._header)
        self.off = RowCard(
            State.DOUBT,
            self._words.say("reviewers.no-keyring"),
            note=self._words.say("reviewers.no-keyring-remedy"),
        )
        self.slips, self.form = SlipsCard(self._words), ListForm(self._words)
        self.lists: list[ListCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_PX + 4)
        self.empty = EmptyState(
            "clipboard-check",
            self._words.say("reviewers.none"),
            text=self._words.say("reviewers.none-text"),
        )
        self._lay()
        self.slips.saved.connect(self._keep_page)
        self.slips.done.connect(self.slips.forget)
        self.form.edited.connect(self._look)
        self.form.fileChosen.connect(self._read_file)
        self.form.left.connect(self._leave_form)
        self._made.connect(self.form.work)
        for part in (self.form, self.empty, self.main, self.off):
            part.hide()

    @override
    def load(self) -> None:
        by, office = self._around.by, self._around.office
        self._around.performer.perform(
            lambda: office.reviewers.view(by), done=self._show, failed=self._refused, origin=self
        )
        self._around.performer.errand(
            lambda: pins_off(office), done=lambda off: self.off.setVisible(off is not None), origin=self
        )

    @override
    def settle(self) -> None:
        """Leave no code on the screen."""
        self.slips.forget()

    def _lay(self) -> None:
        column = column_at_left(self.page, _WIDTH_PX)
        column.addWidget(self.off)
        column.addWidget(self.slips)
        column.addWidget(self.form)
        column.addLayout(self._column)
        self.page.addWidget(self.empty)
        self.page.addStretch(1)

    def _show(self, view: ReviewersView) -> None:
        model = reviewers_model(view)
        self._model = model

        def render() -> None:
            empty_layout(self._column)
            self.lists = [ListCard(one, self._words) for one in model.lists]
            for card, one in zip(self.lists, model.lists, strict=True):
                card.renewAsked.connect(self._renew)
                card.strikeAsked.connect(self._ask_strike)
                card.withdrawAsked.connect(lambda list_id=one.id: self._ask_withdraw(list_id))
                self._column.addWidget(card)
            self.empty.setVisible(not model.lists and not model.signs)
            if model.signs and not model.lists and self.form.isHidden() and not self.slips.codes:
                self._open_form()
            self._look()

        self.loaded(render)

    def _open_form(self) -> None:
        if self._model is not None:
            self.form.show()
            self.form.begin(self._model.ends)

    def _leave_form(self) -> None:
        self.form.clear_names()
        self.form.hide()
        self._look()

    def _look(self) -> None:
        """Show what the main button does, and what is still missing for it."""
        signs, writing = self._model is not None and self._model.signs, not self.form.isHidden()
        self.main.setVisible(signs)
        self.form.leave.setVisible(bool(self.lists))
        names = len(self.form.typed)
        say_again = self.main.restate if writing and self._was_writing else self.main.show_words
        signing = self._words.say("reviewers.sign-n", n=names) if names else self._words.say("reviewers.sign")
        say_again(signing if writing else self._words.say("reviewers.add-names"))
        self._was_writing = writing
        missing = "reviewers.making" if self._making else "reviewers.nobody" if writing and not names else ""
        self._header.show_missing((self._words.say(missing),) if missing else ())

    def _main(self) -> None:
        if self.form.isHidden():
            self.slips.forget()
            self._open_form()
            self._look()
            return
        self._around.doors.with_passphrase(self._prepare, say("reviewers.sign"))

    # ---- a new list

    def _prepare(self) -> None:
        names, ends, office, by = self.form.typed, self.form.ends.day, self._around.office, self._around.by
        self.form.work(0, max(len(names), 1))
        self._making = True
        self._look()
        self._around.performer.errand(
            lambda: office.reviewers.prepare(by, names, ends, progress=self._made.emit),
            done=self._sign,
            failed=self._not_made,
            origin=self,
        )

    def _sign(self, prepared: Prepared) -> None:
        office, by = self._around.office, self._around.by

        def signed(_changes: Changes) -> None:
            self._making = False
            self._leave_form()
            self._show_codes(prepared.codes, self._words.say("reviewers.day", day=prepared.list.ends))
            self.load()

        self._around.performer.perform(
            lambda: office.reviewers.sign(by, prepared), done=signed, failed=self._not_made, origin=self
        )

    def _not_made(self, error: KnownError) -> None:
        self._making = False
        self.form.rest()
        self._look()
        placed = isinstance(error, NotAllowed) and all(one.place for one in error.reasons)
        if isinstance(error, NotAllowed):
            self.form.show_reasons(error.reasons)
        if not placed or self.form.isHidden():  # else it would be said where nobody sees it
            self._refused(error)
        elif self.form.wrong is not None:
            self.reveal(self.form.wrong)

    def _show_codes(self, codes: tuple[Handed, ...], until: str) -> None:
        self.slips.show_codes(codes, school=self._around.office.school.name, until=until)
        self.reveal(self.slips)

    def _read_file(self, name: str) -> None:
        lists = self._around.office.lists
        self._around.performer.errand(
            lambda: names_of(lists.sheet(Path(name)).rows),
            done=self.form.add,
            failed=lambda error: self.form.name_field.show_error(self._words.error(error)),
            origin=self,
        )

    def _keep_page(self, path: Path, content: bytes) -> None:
        saved = BannerModel(State.FINE, say("reviewers.pdf-saved", file=path.name))
        self._around.performer.errand(
            lambda: save_page(path, content),
            done=lambda _: self.bannerAsked.emit(saved),
            failed=self._refused,
            origin=self,
        )

    # ---- a name, or all of them

    def _renew(self, line: Line) -> None:
        office = self._around.office
        self._around.doors.with_passphrase(
            lambda: self._around.performer.errand(
                lambda: office.reviewers.prepare_code(line),
                done=self._sign_code,
                failed=self._refused,
                origin=self,
            ),
            say("reviewers.new-code"),
        )

    def _sign_code(self, renewed: Renewed) -> None:
        office, by = self._around.office, self._around.by
        lists = () if self._model is None else self._model.lists
        until = next((one.title.values["day"] for one in lists if one.id == renewed.list), "")

        def signed(_changes: Changes) -> None:
            self._show_codes((renewed.handed,), self._words.say("reviewers.day", day=until))
            self.load()

        self._around.performer.perform(
            lambda: office.reviewers.sign_code(by, renewed), done=signed, failed=self._refused, origin=self
        )

    def _ask_strike(self, line: Line) -> None:
        asked = Question(
            say("reviewers.strike-title", name=line.name),
            say("reviewers.strike-what"),
            say("reviewers.strike-do"),
            say("reviewers.keep"),
        )
        office = self._around.office
        self._confirm(asked, lambda: office.reviewers.strike(self._around.by, line))

    def _ask_withdraw(self, list_id: str) -> None:
        asked = Question(
            say("reviewers.withdraw-title"),
            say("reviewers.withdraw-what"),
            say("reviewers.withdraw-do"),
            say("reviewers.keep"),
        )
        office = self._around.office
        self._confirm(asked, lambda: office.reviewers.withdraw(self._around.by, list_id))

    def _confirm(self, asked: Question, deed: Callable[[], Changes]) -> None:
        dialog = ConfirmDialog(asked, self._words, self)
        dialog.confirmed.connect(
            lambda: self._around.performer.perform(
                deed, done=lambda _: self.load(), failed=self._refused, origin=self
            )
        )
        dialog.open()

    def _refused(self, error: KnownError) -> None:
        self.form.rest()
        self.bannerAsked.emit(banner_of(error))
