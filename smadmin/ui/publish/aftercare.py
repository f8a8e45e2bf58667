"""Does what the cards ask for once a post is out: deeds on the store, the network beside it, part by part."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from smadmin.domain.corrections import statement
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.media import MediaFile
from smadmin.domain.publications import Publication
from smadmin.domain.removals import Wish
from smadmin.language.catalogue import Catalogue
from smadmin.services.kept_pages import KeptPage
from smadmin.services.outgoing import Going, Lane
from smadmin.services.removal_road import NotCaptured
from smadmin.services.removals import STILL_THERE
from smadmin.services.send_road import Road
from smadmin.ui.banners import banner_of
from smadmin.ui.publish.after import AfterModel, AfterSeen, after_model, as_correction
from smadmin.ui.publish.bench import Bench
from smadmin.ui.publish.column import LaneColumn
from smadmin.ui.publish.driving import drive
from smadmin.ui.publish.kept_page import KeptPageDialog
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings


class Aftercare(QObject):
    """For one screen.

    Signals:
        moved: something is further than before; the screen reads again.
        refused: a `KnownError`, which the screen says.
    """

    moved = Signal()
    refused = Signal(object)

    def __init__(self, around: Surroundings, lanes: LaneColumn, bench: Bench, origin: Screen) -> None:
        """Take the surroundings, the cards, what opens pages, and the screen."""
        super().__init__(origin)
        self._screen = origin
        self.moved.connect(origin.load)
        self.refused.connect(lambda error: origin.bannerAsked.emit(banner_of(error)))
        lanes.shown.connect(self.show)
        self._around, self._lanes, self._bench = around, lanes, bench
        self._going: Going | None = None
        self._seen = AfterSeen()
        self._busy: set[AccountId] = set()
        self._reading: set[AccountId] = set()
        self._looked: dict[PublicationId, datetime] = {}
        lanes.correctionAsked.connect(self._correct)
        lanes.removalAsked.connect(self._remove)
        lanes.goneSaid.connect(partial(self._said, gone=True))
        lanes.stillThere.connect(partial(self._said, gone=False))
        lanes.postAsked.connect(self._open)
        lanes.lookAgainAsked.connect(self._look_again)
        lanes.pageAsked.connect(self._ask_page)
        lanes.childOutAsked.connect(self._child_out)

    def take(self, going: Going | None, seen: AfterSeen) -> None:
        """Take what was read."""
        self._going, self._seen = going, seen

    def show(self) -> None:
        """Show it on the cards."""
        if self._going is None:
            return
        said = self._statement()
        for model in self._models():
            card = self._lanes.cards.get(model.account.id)
            if card is not None:
                card.show_after(model, said)
            if model.account.id in self._reading:
                self._say_working(model.account.id)

    def named(self, lanes: Sequence[LaneModel]) -> list[LaneModel]:
        """Name on each account what sending does, where the post corrects another one."""
        return [as_correction(one, self._seen) for one in lanes]

    @property
    def gone(self) -> frozenset[AccountId]:
        """The accounts from which the post was taken down."""
        return self._seen.gone

    @property
    def corrects(self) -> str:
        """How the post begins that this one corrects; empty where it corrects none."""
        return "" if self._seen.corrects is None else self._seen.corrects.words

    def _models(self) -> Sequence[AfterModel]:
        lanes = () if self._going is None else self._going.lanes
        return [self._model(one) for one in lanes]

    def _model(self, lane: Lane) -> AfterModel:
        publication = lane.publication
        looked = None if publication is None else self._looked.get(publication.id)
        return after_model(lane, self._seen, busy=lane.account.id in self._busy, looked=looked)

    def _statement(self) -> str:
        """Word what a corrected post says of itself, in the school's language and on its day."""
        office = self._around.office
        school = office.school
        language = school.languages[0] if school.languages else self._around.words.language
        day = Catalogue.load(language).long_day(school.local(self._around.now).date())
        return statement(office.pack.corrected, language, day)

    def _publication(self, account: str) -> Publication | None:
        return next((one.publication for one in self._models() if one.account.id == account), None)

    def _correct(self) -> None:
        if self._going is None:
            return
        office, by, post, said = self._around.office, self._around.by, self._going.draft.id, self._statement()
        self._around.performer.perform(
            lambda: office.corrections.begin(by, post, said),
            done=lambda done: self._around.doors.open("compose", done.value.id),
            failed=self.refused.emit,
            origin=self.parent(),
        )

    def _child_out(self) -> None:
        """Have the whole post go, on every account."""
        if self._going is not None:
            self._around.doors.open("cases", f"child-out:{self._going.draft.id}")

    def _open(self, account: str) -> None:
        model = next((one for one in self._models() if one.account.id == account), None)
        if model is not None:
            self._bench.open_post(model.account, model.link)

    def _ask_page(self, account: str) -> None:
        """Open the page that visitors saw, as it was kept."""
        publication, pages, by = self._publication(account), self._around.office.kept_pages, self._around.by
        if publication is None:
            return

        def read() -> tuple[KeptPage, str]:
            page = pages.newest(by, publication)
            return page, page.text

        self._around.performer.errand(
            read, done=self._show_page, failed=self.refused.emit, origin=self.parent()
        )

    def _show_page(self, read: tuple[KeptPage, str]) -> None:
        page, text = read
        pages, around = self._around.office.kept_pages, self._around

        def save(file: Path) -> None:
            around.performer.errand(
                lambda: pages.save(page, file), failed=self.refused.emit, origin=self.parent()
            )

        self.dialog = KeptPageDialog(page, text, around.words, save, self._screen)
        self.dialog.open()

    def _look_again(self, account: str) -> None:
        """Read what is out once more as visitors do."""
        publication = self._publication(account)
        if publication is None or publication.account in self._busy | self._reading:
            return
        self._reading.add(publication.account)
        self._say_working(publication.account)
        self._looked.pop(publication.id, None)  # where nobody answers, nobody looked
        self._walk(publication.account, self._looking(publication), self._reading)

    def _looking(self, publication: Publication) -> Road[None]:
        yield from self._around.office.send_road.look_again(self._around.by, publication)
        self._looked[publication.id] = self._around.now

    def _say_working(self, account: AccountId) -> None:
        card = self._lanes.cards.get(account)
        if card is not None:
            card.after.look_again.block([self._around.words.say("publishui.working")])

    def _said(self, account: str, *, gone: bool) -> None:
        publication, office, by = self._publication(account), self._around.office, self._around.by
        if publication is None:
            return
        removals = office.removals
        self._around.performer.perform(
            lambda: (
                removals.gone(by, publication, None)
                if gone
                else removals.not_gone(by, publication, STILL_THERE)
            ),
            done=lambda _: self.moved.emit(),
            failed=self.refused.emit,
            origin=self.parent(),
        )

    def _remove(self, account: str, wish: Wish | None) -> None:
        model = next((one for one in self._models() if one.account.id == account), None)
        if model is None or model.publication is None or model.account.id in self._busy:
            return
        office, by, publication = self._around.office, self._around.by, model.publication
        if not model.directly and wish is not None:
            self._keep_shot(model, publication, wish)
            return
        self._busy.add(model.account.id)
        self.show()
        road = office.removal_road.go(by, publication, wish)
        self._walk(model.account.id, road, self._busy)

    def _keep_shot(self, model: AfterModel, publication: Publication, wish: Wish) -> None:
        """Seal the screenshot, if there is one, and write that a person takes it down."""
        card, office = self._lanes.cards[model.account.id], self._around.office
        path = card.after.take_down.shot.path
        if path is None:
            self._begin_by_hand(model, publication, wish, None)
            return
        self._around.performer.errand(
            lambda: office.scans.seal(path),
            done=lambda shot: self._begin_by_hand(model, publication, wish, shot),
            failed=lambda error: card.after.take_down.shot.refuse(self._around.words(error.happened)),
            origin=self.parent(),
        )

    def _begin_by_hand(
        self, model: AfterModel, publication: Publication, wish: Wish, shot: MediaFile | None
    ) -> None:
        office, by = self._around.office, self._around.by

        def failed(error: KnownError) -> None:
            if shot is not None:
                self._around.performer.errand(lambda: office.scans.drop(shot), origin=self.parent())
            self.refused.emit(error)

        self._around.performer.perform(
            lambda: office.removals.begin_by_hand(by, publication, wish, shot),
            done=partial(self._begun_by_hand, model),
            failed=failed,
            origin=self.parent(),
        )

    def _begun_by_hand(self, model: AfterModel, _: object) -> None:
        self._bench.open_post(model.account, model.link)
        self._over(model.account.id)

    def _walk(self, account: AccountId, road: Road[Any], among: set[AccountId]) -> None:
        """Have it go its road; until then the account is among those that one of its kind is done for."""

        def over(_: object) -> None:
            among.discard(account)
            self._over(account)

        def failed(error: KnownError) -> None:
            among.discard(account)
            self._failed(account, error)

        drive(self._around.performer, road, over=over, failed=failed, origin=self.parent())

    def _over(self, account: AccountId) -> None:
        card = self._lanes.cards.get(account)
        if card is not None and account not in self._busy:
            card.after.take_down.rest()
        self.moved.emit()

    def _failed(self, account: AccountId, error: KnownError) -> None:
        card = self._lanes.cards.get(account)
        if card is not None and isinstance(error, NotCaptured):
            card.after.take_down.ask_uncaptured(needed=True)
        self.refused.emit(error)
        self.moved.emit()
