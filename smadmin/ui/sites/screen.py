"""The screen *Watched sites*: sites that staff watch, and accounts that aren't the school's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.escalations import Telling
from smadmin.domain.messages import Message, say
from smadmin.domain.reported import Report, Step
from smadmin.domain.sites import SiteForm
from smadmin.ui.buttons import Button
from smadmin.ui.cards import Card
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.empty import EmptyState
from smadmin.ui.header import ScreenHeader
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.publish.lane import Opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.rows import Row, RowList
from smadmin.ui.screen import Screen
from smadmin.ui.scrolled import empty_area, fill
from smadmin.ui.sides import Sides
from smadmin.ui.sites.forms import ReportFields, SiteFields, SitesForm
from smadmin.ui.sites.model import Seen, read_sites, rows_of
from smadmin.ui.sites.panels import ReportedPanel, SitePanel, column_of
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State
from smadmin.ui.undoing import UndoBanners

_LEAST_BESIDE_PX = 820
REPORT = "report"
"""Opened with this, the screen shows the form for an account that isn't the school's."""


class SitesScreen(Screen):
    """Both lists in one, and what is open beside it."""

    NOUNS = frozenset({"sites", "people", "accounts"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__()
        self._around, self._words = around, around.words
        self._seen: Seen | None = None
        self._open = ""
        self.banners = UndoBanners(self._words)
        self.outside: Outside = desktop_of(around.office.school)
        self._build_head()
        self._build_sides()
        self._connect()

    def open_subject(self, subject: str) -> None:
        """Show a site or a reported account by its id, or the form for reporting one (`REPORT`)."""
        if subject == REPORT:
            self._begin(self._report_card, self.report_form)
            self.report_form.rest()
            return
        self._open = subject
        self._sides.turn_to_second()
        self._show_open()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by = self._around.office, self._around.by
        self._around.performer.perform(
            lambda: read_sites(office, by), done=self._came, failed=self.banners.say_error, origin=self
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
            self._open = rows[0].key if rows else ""
        self.list.show_rows(
            [
                Row(row.key, row.title, note=words(row.note), state=row.state, chip=words(row.chip))
                for row in rows
            ],
            self._open,
        )
        blocked = words.reasons(self._seen.may_list)
        for button in (self.add_button, self.empty.button):
            if button is not None and blocked:
                button.block(blocked)
            elif button is not None:
                button.allow()
        writing = self._right.currentWidget() in {self._site_card, self._report_card}
        self._whole.setCurrentWidget(self._sides if rows or writing else self.empty)
        if not writing:
            self._show_open()

    def _show_open(self) -> None:
        if self._seen is None:
            return
        self.list.choose(self._open)
        site, report = self._seen.site(self._open), self._seen.report(self._open)
        if site is not None:
            self.site.show_site(site, self._seen)
            self._show_panel(self.site)
        elif report is not None:
            self.reported.show_reported(report, self._seen)
            self._show_panel(self.reported)
        else:
            self._right.setCurrentWidget(self._nobody)

    def _show_panel(self, panel: QWidget) -> None:
        for one in (self.site, self.reported):
            one.setVisible(one is panel)
        self._right.setCurrentWidget(self._area)

    # ---- what is pressed

    def _choose(self, key: str) -> None:
        self._open = key
        self.site.rest()
        self._show_open()

    def _begin(self, area: QScrollArea, form: SitesForm) -> None:
        self._whole.setCurrentWidget(self._sides)
        self._sides.turn_to_second()
        self._right.setCurrentWidget(area)
        form.clear_errors()
        if isinstance(form, SiteFields | ReportFields):
            form.begin()

    def _begin_site(self) -> None:
        if self._seen is not None:
            self.site_form.show_form(None, self._seen)
            self._begin(self._site_card, self.site_form)

    def _leave(self) -> None:
        self._right.setCurrentWidget(self._nobody)
        self._render()

    def _add(self, form: SiteForm) -> None:
        by, sites = self._around.by, self._around.office.sites
        self._make(lambda: sites.add(by, form), say("sites.said-added", name=form.name), self.site_form)

    def _report(self, report: Report) -> None:
        by, reported = self._around.by, self._around.office.reported_accounts
        self._make(lambda: reported.report(by, report), say("sites.said-reported"), self.report_form)

    def _change(self, form: SiteForm) -> None:
        by, sites, site = self._around.by, self._around.office.sites, self._open
        self._deed(
            lambda: sites.change(by, site, form), say("sites.said-changed", name=form.name), self.site.form
        )

    def _look(self, note: str) -> None:
        by, sites, site = self._around.by, self._around.office.sites, self._open
        self._deed(lambda: sites.watch(by, site, note), say("sites.said-looked"))

    def _tell(self, telling: Telling) -> None:
        by, escalations, site = self._around.by, self._around.office.escalations, self._open
        said, form = say("sites.said-told"), self.site.trouble.form
        self._deed(lambda: escalations.note(by, site, telling), said, form)

    def _note(self, step: Step) -> None:
        by, reported, which = self._around.by, self._around.office.reported_accounts, self._open
        self._deed(lambda: reported.note(by, which, step), say("sites.said-noted"), self.reported.form)

    def _ask_remove(self) -> None:
        site = None if self._seen is None else self._seen.site(self._open)
        if site is None:
            return
        question = Question(
            say("sites.remove-ask", name=site.site.form.name),
            say("sites.remove-lost"),
            say("sites.remove"),
            say("sites.leave"),
        )
        by, sites, which = self._around.by, self._around.office.sites, site.site.id
        dialog = ConfirmDialog(question, self._words, self)
        dialog.confirmed.connect(
            lambda: self._deed(lambda: sites.remove(by, which), say("sites.said-removed"))
        )
        dialog.open()

    def _open_page(self, page: str) -> None:
        opened = self.outside.open_page(page)
        if opened is Opened.SAMPLE:
            self.banners.say_note(say("accountui.sample-page"))
        elif opened is Opened.NO_BROWSER:
            self.banners.say_note(say("sites.no-browser"), state=State.DOUBT)

    def _make(self, do: Callable[[], Done[str]], said: Message, form: SitesForm) -> None:
        def done(made: Done[str]) -> None:
            self.banners.say_done(said)
            self._open = made.value
            self._right.setCurrentWidget(self._nobody)
            self.load()

        self._around.performer.perform(
            do, done=done, failed=lambda error: self._refused(error, form), origin=self
        )

    def _deed(self, do: Callable[[], Changes], said: Message, form: SitesForm | None = None) -> None:
        def done(_changes: Changes) -> None:
            self.banners.say_done(said)
            self.site.rest()
            self.load()

        self._around.performer.perform(
            do, done=done, failed=lambda error: self._refused(error, form), origin=self
        )

    def _refused(self, error: KnownError, form: SitesForm | None) -> None:
        if form is None or not (isinstance(error, NotAllowed) and form.show_error(error)):
            self.banners.say_error(error)

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.header = ScreenHeader(words.say("sites.title"))
        self.main = self.header.set_main(words.say("sites.report"))
        self.add_button = Button(words.say("sites.add"))
        self.header.add_button(self.add_button)
        self.head.addWidget(self.header)
        self.head.addWidget(self.banners)

    def _build_sides(self) -> None:
        words = self._words
        self._whole, self._right = QStackedWidget(), QStackedWidget()
        self.page.addWidget(self._whole, 1)
        self.list = RowList("sites", title=words.say("sites.title"))
        names = [words.say(f"sites.tab-{one}") for one in ("all", "one")]
        self._sides = Sides(self.list, self._right, shares=(5, 7), least_px=_LEAST_BESIDE_PX, names=names)
        self.empty = EmptyState(
            "search",
            words.say("sites.empty-title"),
            text=words.say("sites.empty-text"),
            step=words.say("sites.add"),
        )
        for part in (QWidget(), self.empty, self._sides):
            self._whole.addWidget(part)
        self._nobody = PlainLabel(words.say("sites.nothing-chosen"), kind=TextKind.MUTED)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.site, self.reported = SitePanel(words), ReportedPanel(words)
        self._area = empty_area("site", self._right)
        fill(self._area, column_of(self.site, self.reported))
        self.site_form, self.report_form = SiteFields(words, "sites.add-do"), ReportFields(words)
        self._site_card = self._area_of("add", self.site_form)
        self._report_card = self._area_of("report", self.report_form)
        for part in (self._nobody, self._area, self._site_card, self._report_card):
            self._right.addWidget(part)

    def _area_of(self, what: str, form: SitesForm) -> QScrollArea:
        """Lay a form on a card that scrolls by itself where the text is large."""
        card = Card(self._words.say(f"sites.{what}-title"))
        card.body.addWidget(PlainLabel(self._words.say(f"sites.{what}-means"), kind=TextKind.MUTED))
        card.body.addWidget(form)
        area = empty_area(f"{what}-site", self._right)
        fill(area, column_of(card))
        return area

    def _connect(self) -> None:
        self.header.mainChosen.connect(lambda: self.open_subject(REPORT))
        self.add_button.clicked.connect(self._begin_site)
        self.empty.stepChosen.connect(self._begin_site)
        self.list.rowChosen.connect(self._choose)
        self.list.rowOpened.connect(self._sides.turn_to_second)
        for form, given in ((self.site_form, self._add), (self.report_form, self._report)):
            form.given.connect(given)
            form.left.connect(self._leave)
        for panel in (self.site, self.reported):
            panel.pageAsked.connect(self._open_page)
        self.site.looked.connect(self._look)
        self.site.changed.connect(self._change)
        self.site.trouble.noted.connect(self._tell)
        self.site.removeAsked.connect(self._ask_remove)
        self.site.contactsAsked.connect(lambda: self._around.doors.open("school"))
        self.reported.noted.connect(self._note)
