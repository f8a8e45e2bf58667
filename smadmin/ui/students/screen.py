"""The screen *Students*: who must not be shown, searched in a moment, one child open beside the list.

Names of children are in memory only while somebody is signed in; the screen is dropped at lock.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.ids import MediaId, StudentId
from smadmin.domain.messages import say
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.empty import EmptyState
from smadmin.ui.screen import Screen
from smadmin.ui.sides import Sides
from smadmin.ui.students.deeds import StudentDeeds
from smadmin.ui.students.head import StudentsHead, allow
from smadmin.ui.students.law import law_model
from smadmin.ui.students.model import (
    ChildModel,
    ChildrenList,
    ListModel,
    child_model,
    list_model,
)
from smadmin.ui.students.panels import Panel, Panels
from smadmin.ui.students.reading import StudentsRead, read_students
from smadmin.ui.students.side import ChildrenSide
from smadmin.ui.students.taking import TakingOver
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.undoing import UndoBanners


class StudentsScreen(Screen):
    """The list of children."""

    NOUNS = frozenset({"students", "schools"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._read: StudentsRead | None = None
        self._open: StudentId | None = None
        self.model: ChildModel | None = None
        self.list_model: ListModel | None = None
        self.banners = UndoBanners(self._words)
        self.deeds = StudentDeeds(around, self.banners, self)
        self._whole = QStackedWidget()
        self.page.addWidget(self._whole, 1)
        self.side = ChildrenSide(self._words)
        self.panels = Panels(around)
        self._build_head()
        self.empty = EmptyState(
            "graduation-cap",
            self._words.say("studentui.empty-title"),
            text=self._words.say("studentui.empty-text"),
            step=self._words.say("studentui.empty-step"),
        )
        names = [self._words.say(f"studentui.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.side, self.panels, shares=(5, 7), names=names)
        self.side.list.rowOpened.connect(self._sides.turn_to_second)
        for part in (QWidget(), self.empty, self._sides):
            self._whole.addWidget(part)
        self._connect()

    @override
    def parts(self) -> tuple[Callable[[], object], ...]:
        return tuple(partial(getattr, self.taking, page) for page in ("list", "portraits", "consents"))

    def open_subject(self, subject: str) -> None:
        """Show one child."""
        self._sides.turn_to_second()
        self._show_child(subject)

    def _show_child(self, subject: str) -> None:
        self._open = StudentId(subject)
        self.panels.turn_to(Panel.NOBODY)
        self.side.list.choose(subject)
        self._render_panel()
        self.panels.to_top()

    def begin_adding(self) -> None:
        """Show the form for a new child."""
        if self._read is not None:
            self._whole.setCurrentWidget(self._sides)
            self._sides.turn_to_second()
            self.panels.turn_to(Panel.ADDING)
            self.panels.add_card.begin(self._read.seen.mode)

    def show_matching(self) -> None:
        """Show how matching stands, and the form that decides it."""
        self._whole.setCurrentWidget(self._sides)
        self._sides.turn_to_second()
        self.panels.matching.fold()
        self.panels.turn_to(Panel.MATCHING)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.taking.takes(event.mimeData()) and not self._around.office.session.confined:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.taking.drop(event.mimeData())

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        self.taking.load()
        self._around.performer.perform(
            partial(read_students, self._around.office, self._around.by),
            done=self._came,
            failed=self.banners.say_error,
            origin=self,
        )

    @override
    def settle(self) -> None:
        self.banners.quiet()

    # ---- rendering

    def _came(self, read: StudentsRead) -> None:
        if self.deeds.busy:
            return  # what was asked meanwhile is newer; all is read again once it is done
        self._read = read
        children = ChildrenList(read.seen)
        self.loaded(partial(self._render, read, children))

    def _render(self, read: StudentsRead, children: ChildrenList) -> None:
        model = self.list_model = list_model(read.seen)
        blocked = self._words.reasons(model.blockers)
        self.header.show_list(model)
        allow(self.empty.button, blocked)
        self.side.show_children(children, self._open or "", model.doubts)
        self.side.show_unreadable(model.unreadable)
        allow(self.side.unreadable.button, blocked)
        empty = model.empty and self.panels.panel in {Panel.NOBODY, Panel.CHILD}
        self._whole.setCurrentWidget(self.empty if empty else self._sides)
        self._render_panel()

    def _render_panel(self) -> None:
        if self._read is None:
            return
        seen, acting = self._read.seen, self._around.acting
        name = "" if acting is None else acting.person.name
        law = law_model(seen.law, name, today=seen.today, keyless=seen.keyless)
        self.panels.matching.show_law(law, self._read.law_blockers)
        given = any(one.matching_until is not None for one in seen.roster.students)
        blocked = self._words.reasons(seen.blockers)
        self.panels.matching.show_consents(any_given=given, blocked=blocked)
        student = None if self._open is None else seen.roster.get(self._open)
        self.model = None if student is None else child_model(student, seen)
        if self.panels.panel in {Panel.ADDING, Panel.MATCHING}:
            return
        self.panels.turn_to(Panel.NOBODY if self.model is None else Panel.CHILD)
        if self.model is not None:
            self.panels.child.show_child(self.model, seen.blockers)

    # ---- what is pressed

    def _main(self) -> None:
        if self.list_model is not None and self.list_model.still_right is not None:
            self.deeds.still_right()
        else:
            self.begin_adding()

    def _leave_panel(self) -> None:
        self.panels.turn_to(Panel.NOBODY)
        if self.list_model is not None and self.list_model.empty:
            self._whole.setCurrentWidget(self.empty)
        self._render_panel()

    def _on_child(self, do: Callable[[ChildModel], None]) -> None:
        if self.model is not None:
            do(self.model)

    def _portrait(self, path: Path) -> None:
        self.panels.child.portraits.show_busy()
        self._on_child(lambda child: self.deeds.add_portrait(child, path))

    def _confirm(self, what: str, do: Callable[[ChildModel], None]) -> None:
        self._on_child(lambda child: self._ask(what, child.name, lambda: do(child)))

    def _remove_unreadable(self) -> None:
        lost = None if self.list_model is None else self.list_model.unreadable
        if lost is not None:
            self._ask("unreadable", "", lambda: self.deeds.remove_unreadable(lost.first))

    def _ask(self, what: str, name: str, do: Callable[[], None]) -> None:
        question = Question(
            say(f"studentui.{what}-ask", name=name),
            say(f"studentui.{what}-lost"),
            say(f"studentui.{what}-do"),
            say(f"studentui.{what}-keep"),
        )
        dialog = ConfirmDialog(question, self._words, self)
        dialog.confirmed.connect(do)
        dialog.open()

    # ---- what comes back

    def _added(self, student: str) -> None:
        self._open = StudentId(student)
        if self._read is not None:
            self.panels.add_card.begin(self._read.seen.mode)
        self.load()

    def _refused_at(self, form: Callable[[NotAllowed], bool]) -> Callable[[KnownError], None]:
        """Say an error at the form it belongs to, else above the list."""

        def tell(error: KnownError) -> None:
            if not (isinstance(error, NotAllowed) and form(error)):
                self.banners.say_error(error)

        return tell

    def _build_head(self) -> None:
        self.header = StudentsHead(self._words)
        self.header.mainChosen.connect(self._main)
        self.header.addAsked.connect(self.begin_adding)
        self.header.matchingAsked.connect(self.show_matching)
        self.header.nobodyAsked.connect(self.deeds.still_right)
        self.taking = TakingOver(self._around, self, self.head, self.page)
        self.header.importAsked.connect(self.taking.begin)
        self.taking.begun.connect(self._begin_taking)
        self.taking.ended.connect(self._end_taking)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        child, deeds = self.panels.child, self.deeds
        self.empty.stepChosen.connect(self.begin_adding)
        self.side.childChosen.connect(self._show_child)
        self.side.unreadableChosen.connect(self._remove_unreadable)
        child.kindChosen.connect(
            lambda _kind: self._on_child(lambda one: deeds.set_kinds(one, child.kinds.chosen))
        )
        child.photoConsentChosen.connect(
            lambda given: self._on_child(lambda one: deeds.set_photo_consent(one, given))
        )
        child.renamed.connect(
            lambda first, last, *more: self._on_child(lambda one: deeds.rename(one, (first, last), *more))
        )
        child.removeAsked.connect(lambda: self._confirm("remove", deeds.remove))
        child.consent.entered.connect(
            lambda given: self._on_child(lambda one: deeds.give_consent(one, given))
        )
        child.consent.ended.connect(lambda: self._on_child(deeds.end_consent))
        child.consent.lawAsked.connect(self.show_matching)
        deeds.consentRefused.connect(self._refused_at(child.consent.show_error))
        child.portraits.fileChosen.connect(self._portrait)
        child.portraits.removeAsked.connect(
            lambda portrait: self._confirm(
                "portrait-remove", lambda one: deeds.remove_portrait(one, MediaId(portrait))
            )
        )
        self.panels.add_card.added.connect(deeds.add)
        self.panels.add_card.left.connect(self._leave_panel)
        self.panels.matching.decided.connect(deeds.decide_law)
        self.panels.matching.left.connect(self._leave_panel)
        self.panels.matching.enterAsked.connect(lambda: self.taking.begin(self.taking.consents))
        self.panels.matching.endAllAsked.connect(lambda: self._ask("end-all", "", deeds.end_all_consents))
        deeds.settled.connect(self._settled)
        deeds.added.connect(self._added)
        deeds.notAdded.connect(self._refused_at(self.panels.add_card.show_error))
        deeds.renameRefused.connect(self._refused_at(child.form.show_error))
        deeds.renamed.connect(child.fold)
        deeds.lawRefused.connect(self._refused_at(self.panels.matching.show_error))
        deeds.lawDecided.connect(self.panels.matching.fold)
        deeds.portraitRefused.connect(lambda error: child.portraits.show_trouble(self._words.error(error)))
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.side.find_child)

    def _begin_taking(self) -> None:
        self.banners.quiet()
        self.header.hide()
        self._whole.hide()

    def _end_taking(self) -> None:
        self.header.show()
        self._whole.show()
        self.load()

    def _settled(self) -> None:
        self.panels.child.portraits.show_ready()
        self.load()
