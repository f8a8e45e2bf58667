"""The screen *Search what is out*: for a child who is no longer shown, all that is out is gone through."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smadmin.domain.ids import PostId, StudentId
from smadmin.domain.sweeps import Decided
from smadmin.ui.buttons import Button, ButtonKind
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.list_screen import ListScreen
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.scrolled import area_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.sweeps.deeds import SweepDeeds
from smadmin.ui.sweeps.found import found_of
from smadmin.ui.sweeps.lines import rows_of
from smadmin.ui.sweeps.looking import LookingPage
from smadmin.ui.sweeps.model import ENTERED, Next, OpenSweep, Seen, overview_of
from smadmin.ui.sweeps.paging import LookShown
from smadmin.ui.sweeps.panel import SweepPanel
from smadmin.ui.sweeps.pictures_kept import KeptPictures
from smadmin.ui.sweeps.reading import read_ended, read_sweeps
from smadmin.ui.sweeps.work import WorkPage

_LOOKS_EVERY_MS = 5_000
"""So often it is read anew while computers search."""


class SweepsScreen(ListScreen[Seen]):
    """The searches in a list, one of them open beside; its worklist and its looking list are pages."""

    NOUNS = frozenset({"sweeps", "students", "photos", "publications"})

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it empty; `load` fills it."""
        super().__init__(around, "sweepui", read_sweeps)
        self.pictures = KeptPictures(around, self)
        self.outside = outside or desktop_of(around.office.school, around.office.browsing)
        self.deeds = SweepDeeds(around, self, lambda: self.outside)
        self._lay_head(self._words.say("sweepui.title"), self._words.say("sweepui.main-begin"))
        self._build_deep_head()
        self._build_sides()
        self._following: Next | None = None
        self._wanted, self._reading = "", ""
        self._ticks = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self._connect()

    @override
    def load(self) -> None:
        """Read it anew; what takes seconds at first is read beside the saves before."""
        if self._around.acting is None:
            return
        sweeps, by, read = self._around.office.sweeps, self._around.by, super().load
        self._around.performer.errand(
            lambda: sweeps.learn(by), done=lambda _: read(), failed=lambda _: read(), origin=self
        )

    def open_subject(self, subject: str) -> None:
        """Show a search by its id or its child's."""
        self._wanted = subject
        self._leave_deep()
        self._sides.turn_to_second()
        self._render()

    @override
    def show_seen(self, seen: Seen) -> None:
        # Also what is open already: a colleague may have begun the search of this child meanwhile.
        self._open, self._wanted = seen.key_of(self._wanted or self._open), ""
        seen = self._seen = seen.with_asked(self._open)
        self._read_ended(seen)
        rows = rows_of(seen)
        self._keep_one_open(rows)
        self._show_lines(rows)
        if not self._deep:
            self._whole.setCurrentWidget(self._sides if rows else self.empty)
        self.header.note.setVisible(bool(rows))
        self._show_open(seen)

    # ---- rendering

    @property
    def _deep(self) -> bool:
        return self._whole.currentWidget() in {self.work, self.looking}

    @property
    def current(self) -> OpenSweep | None:
        """The search that is open, where somebody began it."""
        return None if self._seen is None else self._seen.opened(self._open)

    def _show_open(self, seen: Seen) -> None:
        overview, one = overview_of(seen, self._open), self.current
        found = () if one is None else found_of(one.view)
        self.panel.show_overview(overview, found=len(found))
        self.main.setVisible(overview is not None)
        if overview is not None:
            self._following = overview.following
            self.main.show_words(self._words(overview.main))
            busy = (self._words.say("sweepui.searching-now"),) if self.deeds.far is not None else ()
            begins = overview.following is Next.BEGIN
            self.header.show_missing((*(busy if begins else ()), *self._words.reasons(overview.missing)))
            if overview.report and self.deeds.reported != (overview.key, self.panel.report.chosen):
                self.deeds.report(overview.key, self.panel.report.chosen)
        if one is not None:
            blocked = self._words.reasons(one.view.act_blockers)
            self.work.show_items(found, blocked)
            self._show_deep(one)
            self._show_portrait()

    def _show_deep(self, one: OpenSweep) -> None:
        said = self._words.say
        self.deep.title.show_text(said("sweepui.for", name=one.view.name or said("sweepui.off-list")))
        if self._whole.currentWidget() is self.work:
            note = said("sweepui.work-note", n=len(one.sweep.undecided), all=len(one.sweep.items))
            self.deep.note.show_text(note)
        else:
            self.deep.note.show_text(said("sweepui.look-note"))

    def _show_portrait(self) -> None:
        one = self.current
        if one is not None and one.portrait is not None:
            self.looking.show_portrait(self.pictures.portrait_face(one.portrait))

    # ---- what is pressed

    def _main(self) -> None:
        steps: dict[Next, Callable[[], None]] = {
            Next.BEGIN: self._begin,
            Next.DECIDE: self.show_work,
            Next.FACES: lambda: self.deeds.search_faces(self._open),
            Next.LOOK: self.show_looking,
            Next.END: lambda: self.deeds.end(self._open),
            Next.REPORT: lambda: self.deeds.print_report(self.panel.report.html),
        }
        if self._following is not None:
            steps[self._following]()

    def _begin(self) -> None:
        if self._seen is not None:
            all_entered = [one.student for one in self._seen.entered]
            self.deeds.begin(all_entered if self._open == ENTERED else [StudentId(self._open)])

    def show_work(self) -> None:
        """Go through what was found."""
        if self.current is not None:
            self._go_deep(self.work)
            self.work.begin()
            self._show_deep(self.current)

    def show_looking(self) -> None:
        """Look through the pictures."""
        if self.current is not None:
            self._go_deep(self.looking)
            self.looking.begin()
            self._show_deep(self.current)
            self.deeds.look(self._open, self.looking.wish)

    def _go_deep(self, page: QWidget) -> None:
        self._whole.setCurrentWidget(page)
        self.header.hide()
        self.deep.show()
        self._back_key.setEnabled(True)

    def _leave_deep(self) -> None:
        self.deep.hide()
        self.header.show()
        self._back_key.setEnabled(False)
        if self._deep:
            self._whole.setCurrentWidget(self._sides)
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self) -> None:
        if self._whole.currentWidget() is self.looking and self.looking.in_large:
            self.looking.begin()
        else:
            self._leave_deep()

    def _choose(self, key: str) -> None:
        self._open = key
        self._render()

    def _decide(self, key: str, decided: Decided, reason: str) -> None:
        one = self.work.current
        self.deeds.decide(self._open, key, decided, reason, () if one is None else one.posts)

    def _read_ended(self, seen: Seen) -> None:
        """Read the search that is open whole where it is over: most of them nobody opens again."""
        one = seen.ended_as_line(self._open)
        if one is None or self._reading == one.id:
            return
        self._reading = one.id
        office, by = self._around.office, self._around.by
        self._ask(lambda: read_ended(office, by, one), self._came_whole)

    def _came_whole(self, one: OpenSweep) -> None:
        self._reading = ""
        if self._seen is not None:
            self._seen = self._seen.with_whole(one)
            self.loaded(self._render)

    def _show_searching(self) -> None:
        far = self.deeds.far
        self.panel.searching.show_far(far)
        if self._seen is not None and not (far and any(far)):  # it begins or is over
            self._show_open(self._seen)

    def _begun(self, sweep: str) -> None:
        self._wanted = sweep
        self.load()

    def _looked(self, shown: LookShown) -> None:
        self.loaded(partial(self.looking.show_looking, shown))
        self._show_portrait()
        if self._whole.currentWidget() is not self.looking:
            return
        if not shown.looking.left_in_all:
            self._leave_deep()

    def _tick(self) -> None:
        one = self.current
        if self.isVisible() and one is not None and one.progress is not None and one.progress.moves:
            self.deeds.take_in(one.sweep.id)

    # ---- layout

    def _build_deep_head(self) -> None:
        self.deep = ScreenHeader("")
        back = Button(self._words.say("sweepui.back"), kind=ButtonKind.ICON, icon="arrow-left", hint="Esc")
        back.clicked.connect(self._leave_deep)
        self.deep.lead_with(back)
        self.head.insertWidget(1, self.deep)
        self.deep.hide()
        self._back_key = QShortcut(QKeySequence("Esc"), self)
        self._back_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back_key.activated.connect(self._step_back)
        self._back_key.setEnabled(False)

    def _build_sides(self) -> None:
        words = self._words
        self.panel = SweepPanel(words)
        self._lay_sides(words.say("sweepui.title"), area_of("sweep", self, self.panel))
        self._lay_whole(
            EmptyState("search", words.say("sweepui.empty-title"), text=words.say("sweepui.empty-text"))
        )
        self.work, self.looking = WorkPage(words, self.pictures), LookingPage(words, self.pictures)
        for page in (self.work, self.looking):
            self._whole.addWidget(page)

    def _connect(self) -> None:
        self.header.mainChosen.connect(self._main)
        self.list.rowChosen.connect(self._choose)
        self.panel.workAsked.connect(self.show_work)
        self.panel.lookAsked.connect(self.show_looking)
        self.panel.progress.stopAsked.connect(lambda: self.deeds.stop(self._open))
        self.panel.progress.againAsked.connect(lambda: self.deeds.search_faces(self._open))
        self.panel.report.wanted.connect(lambda language: self.deeds.report(self._open, language))
        self.panel.report.saveAsked.connect(lambda: self.deeds.save_report(self.panel.report.html))
        self.work.decided.connect(self._decide)
        self.work.opened.connect(lambda _key: self._show_where())
        self.work.finished.connect(self._leave_deep)
        down = self.work.item.down
        down.againAsked.connect(self.deeds.remover.again)
        down.pageAsked.connect(self.deeds.remover.open_page)
        down.goneSaid.connect(self.deeds.remover.say_gone)
        self.work.item.postAsked.connect(lambda post: self._around.doors.open("publish", post))
        self.looking.narrowed.connect(lambda wish: self.deeds.look(self._open, wish))
        self.looking.passed.connect(lambda page, seen: self.deeds.pass_on(self._open, page, seen))
        self.pictures.arrived.connect(lambda _key: self._show_portrait())
        deeds = self.deeds
        self.looking.leave.said.connect(
            lambda reason: self.deeds.leave_out(self._open, reason, self.looking.wish)
        )
        self.panel.left_out.takenBack.connect(lambda key: self.deeds.look_after_all(self._open, key))
        deeds.searching.connect(self._show_searching)
        deeds.begun.connect(self._begun)
        deeds.moved.connect(self.load)
        deeds.refused.connect(self.banners.say_error)
        deeds.said.connect(self.banners.say_done)
        deeds.looked.connect(self._looked)
        deeds.worded.connect(lambda post, text: self.work.show_words(PostId(post), text))
        deeds.cleared.connect(self._show_cleared)
        deeds.reportMade.connect(self.panel.report.show_report)

    def _show_where(self) -> None:
        one = self.work.current
        if one is not None:
            self.deeds.see(one)

    def _show_cleared(self) -> None:
        self.work.show_sheets(self.deeds.sheets, frozenset(self.deeds.remover.busy))
