"""The short form asked once for a folder: event, who took the photos, right of use, who could be in them."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget

from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import PhotoSetId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import Message, say
from smadmin.services.photos.intake import SetFacts, facts_blockers
from smadmin.services.photos.phones import looks_like_phone
from smadmin.services.photos.sources import ARCHIVE, Given, Source
from smadmin.services.photos.taken import TakenIn
from smadmin.services.photos.taking import Taking
from smadmin.ui.banners import banner_of
from smadmin.ui.cards import Card
from smadmin.ui.labels import PlainLabel, TextKind
from smadmin.ui.narrow import keep_narrow
from smadmin.ui.photos.adults_known import AdultsKnown
from smadmin.ui.photos.brought import BroughtCard
from smadmin.ui.photos.facts_form import FactsForm
from smadmin.ui.photos.finding import Finding
from smadmin.ui.photos.lots import LotTaken, lots_of
from smadmin.ui.photos.page import Page
from smadmin.ui.photos.taken import banners_after
from smadmin.ui.screen import Screen
from smadmin.ui.sides import Sides
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.untaken import untaken_banners

_FORM_PX = 620
_BESIDE_PX = 900


@dataclass(frozen=True)
class Offered:
    """Files that somebody brought, and what is known about them already.

    Args:
        given: pictures that are no files.
        phone: whether they seem to come straight from a phone.
        picked: whether somebody chose each of them for a post, so that nobody picks them once more.
    """

    paths: tuple[Path, ...]
    event: str = ""
    right: RightOfUse = RightOfUse.STAFF
    purpose: str = ""
    given: tuple[Given, ...] = ()
    phone: bool = False
    picked: bool = False

    @classmethod
    def of(cls, paths: Sequence[Path], given: tuple[Given, ...] = ()) -> "Offered":
        """Say what is known about files that somebody brought: a folder's name is often the event's."""
        alone = len(paths) == 1 and paths[0].is_dir()
        event = paths[0].name.replace("_", " ") if alone else ""
        return cls(tuple(paths), event=event, given=given, phone=any(map(looks_like_phone, paths)))

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that was brought."""
        return (*self.paths, *self.given)


class FactsPage(Page):
    """The form.

    Args:
        taken: called with the new folder's id, once its first photos are there.
        left: called when nothing is taken in.

    Signals:
        grew: the id of a folder that has further photos now.
    """

    grew = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        screen: Screen,
        *,
        taken: Callable[[PhotoSetId], None],
        left: Callable[[], None],
    ) -> None:
        """Build the form."""
        super().__init__(around, screen)
        self._taken = taken
        self._offered = Offered(())
        self._last: TakenIn | None = None
        self._taking: Taking | None = None
        self._phone = False
        self._barred: tuple[Reason, ...] = ()
        self._go_on = threading.Event()
        self._lots = Finding(around.performer, screen)
        self._lots.progressed.connect(self._lot_came)
        self._lots.failed.connect(self._failed)
        self._lots.ended.connect(self._ended)
        self.back(self.words.say("photoui.back"), self._leave)
        self._left = left
        self.header.title.show_text(self.words.say("photoui.facts-title"))
        self.header.set_main(self.words.say("photoui.take-in"), hint="Ctrl+Return")
        self.header.mainChosen.connect(self.take_in)
        self.on_key("Ctrl+Return", self.take_in)
        self.form = FactsForm(self.words)
        keep_narrow(self.form, _FORM_PX)
        self.event_name, self.taken_by = self.form.event_name, self.form.taken_by
        self.show_groups = self.form.show_groups
        self.phone = QCheckBox(self.words.say("photoui.own-phone"))
        self.phone.setObjectName("own-phone")
        self.form.body.addWidget(self.phone)
        self._add_progress(self.form)
        self._adults = AdultsKnown(around, screen, self.form.adults)
        self.brought = BroughtCard(around, screen)
        parts = (_at_the_top(self.form), _at_the_top(self.brought))
        self.body.addWidget(Sides(*parts, shares=(3, 2), least_px=_BESIDE_PX))
        self.body.addStretch(1)
        self.form.changed.connect(self._judge)
        self.form.entered.connect(self.take_in)

    def _add_progress(self, card: Card) -> None:
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.words.say("photoui.taking-in"))
        self.progress.hide()
        self.trouble = PlainLabel("", kind=TextKind.NOTE)
        self.trouble.hide()
        card.body.addWidget(self.progress)
        card.body.addWidget(self.trouble)

    def keyboard_place(self) -> QWidget:
        """Give the event's field."""
        return self.event_name

    def offer(self, offered: Offered, groups: Sequence[str] | None) -> None:
        """Show the form for some files; the classes and clubs are read where nobody knows them yet."""
        self._offered = offered
        acting = self.around.acting
        name = "" if acting is None else acting.person.name
        self.form.show_facts(SetFacts(offered.event, name, offered.right, offered.purpose))
        self.event_name.selectAll()
        self.trouble.hide()
        self.phone.setChecked(offered.phone)
        self.header.note.show_text(", ".join(one.name for one in offered.sources))
        self.brought.show_files([path for path in offered.paths if path.suffix.lower() != ARCHIVE])
        self.show_groups(groups or ())
        if self.around.acting is not None:
            by, office = self.around.by, self.around.office
            self.perform(lambda: office.computers.take_in_blockers(by), self._show_barred)
            if groups is None:
                self.perform(lambda: office.students.roster(by).groups, self.show_groups)
        self._adults.load()
        self._judge()

    @property
    def facts(self) -> SetFacts:
        """What was entered."""
        return self.form.facts

    def take_in(self) -> None:
        """Take the files in as a folder."""
        facts, offered = self.facts, self._offered
        if self._busy or self._barred or facts_blockers(facts) or self.around.acting is None:
            return
        self.brought.rest()
        self._phone = self.phone.isChecked()
        self._take(Taking(facts, offered.sources, picked=offered.picked))

    def resume(self) -> None:
        """Go on with what was interrupted, the oldest first."""
        if self._busy or self.around.acting is None:
            return
        for taking in self.around.office.takings.interrupted(self.around.by)[:1]:
            self._take(taking)

    def _take(self, taking: Taking) -> None:
        office, go_on = self.around.office, threading.Event()
        self._last, self._taking, self._go_on = None, taking, go_on
        self._lots.start(self.around.by, lambda by: lots_of(office, by, taking, go_on))
        self._show_busy()

    def go_on(self) -> None:
        """Read the rest now: a first photo was searched, or nobody searches."""
        self._go_on.set()

    @property
    def unfinished(self) -> Message | None:
        """How many photos of the folder under way aren't taken in, or None."""
        n = self._taking.left if self._busy and self._taking is not None else 0
        return say("photoui.leaving-unread", n=n) if n else None

    def _leave(self) -> None:
        self.brought.forget()
        self._left()

    def _lot_came(self, lot: LotTaken) -> None:
        """Show the folder as soon as its first photos are there; what is still read comes to them."""
        if self._last is None:
            self.brought.forget()
            self._taken(lot.taken.set)
        else:
            self.grew.emit(lot.taken.set)
        self._last = lot.taken

    def _ended(self) -> None:
        self._show_busy()
        if self._last is not None:
            for banner in banners_after(self._last, phone=self._phone):
                self.host.bannerAsked.emit(banner)
        if self.around.acting is not None:
            for banner in untaken_banners(self.around.office.takings.interrupted(self.around.by)):
                self.host.bannerAsked.emit(banner)

    def _failed(self, error: KnownError) -> None:
        if self._last is not None:  # the form is out of sight, and a part of the photos is there
            self.host.bannerAsked.emit(banner_of(error))
            return
        self.trouble.show_text(self.words.error(error))
        self.trouble.setProperty("kind", "wrong")
        self.trouble.show()

    def _show_busy(self) -> None:
        self.progress.setRange(0, 0 if self._busy else 1)
        self.progress.setVisible(self._busy)
        self._judge()

    @property
    def _busy(self) -> bool:
        return self._lots.running

    def _judge(self) -> None:
        if self._busy:
            self.header.show_missing((self.words.say("photoui.taking-in"),))
            return
        self.header.show_missing(self.words.reasons(self._barred or facts_blockers(self.facts)))

    def _show_barred(self, barred: tuple[Reason, ...]) -> None:
        """Say before anything is filled in that this computer takes none."""
        self._barred = barred
        self._judge()


def _at_the_top(card: QWidget) -> QWidget:
    """Give a card no more height than it needs; it may hide by itself."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return holder
