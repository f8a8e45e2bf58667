"""The screen *Watched sites*: sites that staff watch, and accounts that aren't the school's."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from smadmin.domain.changes import Changes, Done
from smadmin.domain.escalations import Telling
from smadmin.domain.messages import Message, say
from smadmin.domain.reported import Report, Step
from smadmin.domain.sites import SiteForm
from smadmin.ui.buttons import Button
from smadmin.ui.cards import form_card
from smadmin.ui.dialogs.confirm import ConfirmDialog, Question
from smadmin.ui.empty import EmptyState, nothing_chosen
from smadmin.ui.list_screen import ListScreen
from smadmin.ui.opened_said import say_opened
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.scrolled import area_of
from smadmin.ui.sites.forms import ReportFields, SiteFields, SitesForm
from smadmin.ui.sites.model import Seen, read_sites, rows_of
from smadmin.ui.sites.panels import ReportedPanel, SitePanel
from smadmin.ui.surroundings import Surroundings

REPORT = "report"
"""Opened with this, the screen shows the form for an account that isn't the school's."""


class SitesScreen(ListScreen[Seen]):
    """Both lists in one, and what is open beside it."""

    NOUNS = frozenset({"sites", "people", "accounts"})

    def __init__(self, around: Surroundings) -> None:
        """Build it empty; `load` fills it."""
        super().__init__(around, "sites", read_sites)
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

    # ---- rendering

    @override
    def show_seen(self, seen: Seen) -> None:
        rows = rows_of(seen)
        self._keep_one_open(rows)
        self._show_lines(rows)
        blocked = self._words.reasons(seen.may_list)
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
        if key != self._open:
            self.site.rest()
        self._open = key
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
        say_opened(self.banners, self.outside.open_page(page))

    def _make(self, do: Callable[[], Done[str]], said: Message, form: SitesForm) -> None:
        def done(made: Done[str]) -> None:
            self.banners.say_done(said)
            self._open = made.value
            self._right.setCurrentWidget(self._nobody)
            self.load()

        self._ask(do, done, form)

    def _deed(self, do: Callable[[], Changes], said: Message, form: SitesForm | None = None) -> None:
        def done(_changes: Changes) -> None:
            self.banners.say_done(said)
            self.site.rest()
            self.load()

        self._ask(do, done, form)

    # ---- layout

    def _build_head(self) -> None:
        words = self._words
        self.add_button = Button(words.say("sites.add"))
        self._lay_head(words.say("sites.title"), words.say("sites.report"), self.add_button)

    def _build_sides(self) -> None:
        words = self._words
        self._right = QStackedWidget()
        self._lay_sides(words.say("sites.title"), self._right)
        title, text = words.say("sites.empty-title"), words.say("sites.empty-text")
        self._lay_whole(EmptyState("search", title, text=text, step=words.say("sites.add")))
        self._nobody = nothing_chosen(words.say("sites.nothing-chosen"))
        self.site, self.reported = SitePanel(words), ReportedPanel(words)
        self._area = area_of("site", self._right, self.site, self.reported)
        self.site_form, self.report_form = SiteFields(words, "sites.add-do"), ReportFields(words)
        self._site_card = self._area_of("add", self.site_form)
        self._report_card = self._area_of("report", self.report_form)
        for part in (self._nobody, self._area, self._site_card, self._report_card):
            self._right.addWidget(part)

    def _area_of(self, what: str, form: SitesForm) -> QScrollArea:
        """Lay a form on a card that scrolls by itself where the text is large."""
        title, means = self._words.say(f"sites.{what}-title"), self._words.say(f"sites.{what}-means")
        return area_of(f"{what}-site", self._right, form_card(title, means, form))

    def _connect(self) -> None:
        self.header.mainChosen.connect(lambda: self.open_subject(REPORT))
        self.add_button.clicked.connect(self._begin_site)
        self.empty.stepChosen.connect(self._begin_site)
        self.list.rowChosen.connect(self._choose)
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
