"""The screen *When something goes wrong*: cards for emergencies, and a child's picture that is out."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.cases import About, CaseId, Opening
from smadmin.domain.changes import Changes, Done
from smadmin.domain.comments import CommentId
from smadmin.domain.escalations import Telling, Trouble
from smadmin.domain.ids import PostId
from smadmin.domain.messages import Message, say
from smadmin.ui.buttons import Button
from smadmin.ui.cases.calls import dial
from smadmin.ui.cases.mistake_part import MistakePart
from smadmin.ui.cases.model import Seen, is_about_post, read_cases, rows_of
from smadmin.ui.cases.panel import CasePanel
from smadmin.ui.cases.paper import laid_out, print_card
from smadmin.ui.cases.picker import Picker, WhichPost
from smadmin.ui.cases.removing import Remover
from smadmin.ui.comments.beside import CARDS
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.list_screen import ListScreen
from smadmin.ui.opened_said import NO_BROWSER_APART, say_opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.scrolled import area_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

CHILD_OUT = "child-out"
"""Opened with this the screen asks which post; with a colon and a post's id, that one goes at once."""
COMMENT = "comment:"
"""With a comment's id after it, the card that is chosen next is about that comment."""
_CLOCK_EVERY = timedelta(seconds=15)


class CasesScreen(ListScreen[Seen]):
    """Cards in one list, and what is open beside it."""

    NOUNS = frozenset({"cases", "publications", "people"})

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it empty; `load` fills it."""
        super().__init__(around, "cases", read_cases)
        self._comment, self._looked = "", ""
        self.outside = outside or desktop_of(around.office.school, around.office.browsing)
        self.dial: Callable[[str], bool] = (lambda _: False) if around.office.school.sample else dial
        self.remover = Remover(around, lambda: self.outside, self)
        self._build_head()
        self._build_sides()
        self._connect()
        self._ticks = QTimer(self, interval=int(_CLOCK_EVERY / timedelta(milliseconds=1)))
        self._ticks.timeout.connect(lambda: self.case.show_clock(self._around.now))
        self._ticks.start()

    def open_subject(self, subject: str) -> None:
        """Show a case by its id, or do what `CHILD_OUT` and `COMMENT` say."""
        self._comment = ""
        if subject.startswith(f"{CHILD_OUT}:"):
            self._take_down(subject.partition(":")[2])
        elif subject == CHILD_OUT:
            self._turn_to(self._which_area)
            self.which.begin()
        elif subject.startswith(COMMENT):
            self._comment = subject.removeprefix(COMMENT)
            self._turn_to(self._picker_area)
            self.picker.begin()
            self._suggest(CommentId(self._comment))
        else:
            self._open = subject
            self._turn_to(self._case_area)
            self._render()

    # ---- rendering

    @override
    def show_seen(self, seen: Seen) -> None:
        rows = rows_of(seen)
        self._show_lines(rows)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if not rows:
            self._sides.turn_to_second()  # where one part is seen, an empty list would hide the cards
        self.which.show_posts(seen.lately)
        sheet = seen.sheet(self._open)
        if sheet is None:
            if self._right.currentWidget() is self._case_area:
                self._right.setCurrentWidget(self._picker_area)
            return
        self.case.show_case(sheet, seen, self.remover.busy)
        if is_about_post(sheet.case) and sheet.case.open and self._looked != sheet.case.id:
            self._look_at_others(sheet.case.id, PostId(sheet.case.opening.subject))

    def _look_at_others(self, case: CaseId, post: PostId) -> None:
        self._looked = case
        office, by = self._around.office, self._around.by
        self._around.performer.errand(  # years of posts are opened for it: nobody's save waits for that
            lambda: office.clearing.others(by, post),
            done=lambda others: self.case.show_others(case, others),
            failed=self.banners.say_error,
            origin=self,
        )

    def _suggest(self, comment: CommentId) -> None:
        """Say which cards a comment's words look like; a person decides."""
        self.picker.suggest(())
        if not comment:
            return
        office, by = self._around.office, self._around.by
        self._ask(lambda: office.cases.suggested(by, comment), self.picker.suggest)

    def _turn_to(self, area: QScrollArea) -> None:
        self._sides.turn_to_second()
        self._right.setCurrentWidget(area)

    # ---- what is pressed

    def _take_down(self, post: str) -> None:
        self._turn_to(self._case_area)
        self.remover.take_down(PostId(post))

    def _begun(self, case: str) -> None:
        self._open, self._looked = case, ""
        self._turn_to(self._case_area)
        self._rest_keyboard()
        self.load()

    def _choose(self, key: str) -> None:
        self._open, self._looked = key, ""
        self._right.setCurrentWidget(self._case_area)
        self._render()

    def _pick(self, trouble: Trouble) -> None:
        if trouble is Trouble.CHILD_OUT and not self._comment:
            self._turn_to(self._which_area)
            self.which.begin()
            return
        self._open_card(trouble)

    def _open_card(self, trouble: Trouble) -> None:
        about = About.COMMENT if self._comment else About.ELSEWHERE
        opening = Opening(trouble, about, self._comment)
        by, cases = self._around.by, self._around.office.cases

        def done(made: Done[CaseId]) -> None:
            self._comment = ""
            self._begun(made.value)

        self._ask(lambda: cases.open(by, opening), done)

    def _tell(self, telling: Telling) -> None:
        by, cases, case = self._around.by, self._around.office.cases, CaseId(self._open)
        self._deed(lambda: cases.tell(by, case, telling), say("cases.said-told"))

    def _close(self) -> None:
        by, cases, case = self._around.by, self._around.office.cases, CaseId(self._open)
        self._deed(lambda: cases.close(by, case), say("cases.said-closed"))

    def _close_mistake(self, why: str) -> None:
        by, cases, case = self._around.by, self._around.office.cases, CaseId(self._open)
        said = say("cases.said-mistake")
        self._deed(lambda: cases.close_mistake(by, case, why), said, self.case.mistake)

    def _deed(self, do: Callable[[], Changes], said: Message, form: MistakePart | None = None) -> None:
        def done(_changes: Changes) -> None:
            self.banners.say_done(said)
            if form is not None:  # it goes, and the keyboard isn't left on what lies behind it
                self._rest_keyboard()
            self.load()

        self._ask(do, done, form or self.case.form)

    def _copy(self, text: str) -> None:
        self.outside.copy(text)
        self.banners.say_note(say("cases.copied"), state=State.FINE)

    def _call(self, number: str) -> None:
        if not self.dial(number):
            self.outside.copy(number)
            self.banners.say_note(say("cases.no-phone-here"), state=State.DOUBT)

    def _print(self) -> None:
        sheet = None if self._seen is None else self._seen.sheet(self._open)
        if sheet is not None and self._seen is not None:
            school = self._around.office.school.name
            print_card(laid_out(sheet, self._seen, school, self._words), self)

    def _show_about(self) -> None:
        sheet = None if self._seen is None else self._seen.sheet(self._open)
        if sheet is not None:
            screen = "publish" if is_about_post(sheet.case) else "comments"
            self._around.doors.open(screen, sheet.case.opening.subject)

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.child_button = Button(words.say("cases.child-out"), icon="circle-alert")
        self._lay_head(words.say("cases.title"), words.say("cases.open-card"), self.child_button)

    def _build_sides(self) -> None:
        words = self._words
        self._right = QStackedWidget()
        self.none = PlainLabel(words.say("cases.none"), kind=TextKind.MUTED)
        self._lay_sides(words.say("cases.title"), self._right, above=self.none, shares=(4, 8))
        self.page.addWidget(self._sides, 1)
        self.picker, self.which, self.case = Picker(words), WhichPost(words), CasePanel(words)
        self._picker_area = self._area_of("pick", self.picker)
        self._which_area = self._area_of("which", self.which)
        self._case_area = self._area_of("case", self.case)

    def _area_of(self, name: str, part: QWidget) -> QScrollArea:
        area = area_of(f"{name}-cases", self._right, part)
        self._right.addWidget(area)
        return area

    def _connect(self) -> None:
        self.header.mainChosen.connect(lambda: self.open_subject(COMMENT))
        self.child_button.clicked.connect(lambda: self.open_subject(CHILD_OUT))
        self.list.rowChosen.connect(self._choose)
        self.picker.chosen.connect(self._pick)
        self.picker.readAsked.connect(lambda: self._around.doors.open("comments", CARDS))
        self.which.chosen.connect(self._take_down)
        self.which.elsewhere.connect(lambda: self._open_card(Trouble.CHILD_OUT))
        self.remover.begun.connect(self._begun)
        self.remover.moved.connect(self.load)
        self.remover.refused.connect(self.banners.say_error)
        self.remover.opened.connect(lambda opened: say_opened(self.banners, opened, NO_BROWSER_APART))
        case = self.case
        case.told.connect(self._tell)
        case.mistaken.connect(self._close_mistake)
        case.closeAsked.connect(self._close)
        case.printAsked.connect(self._print)
        case.policiesAsked.connect(lambda: self._around.doors.open("school"))
        case.aboutAsked.connect(self._show_about)
        for part in (case.calls, case.parents):
            part.copied.connect(self._copy)
        case.calls.called.connect(self._call)
        case.clearing.againAsked.connect(self.remover.again)
        case.clearing.pageAsked.connect(self.remover.open_page)
        case.clearing.goneSaid.connect(self.remover.say_gone)
        case.clearing.otherAsked.connect(self._take_down)
