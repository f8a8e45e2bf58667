"""The screen *Publish*: opened from a released post, it leads from account to account until all are out.

The main button always does the next act of the open account. What a person did at this start (which handle
they saw, what was copied) is kept here only; what counts is in the store, step by step.
"""

from functools import partial

from typing_extensions import override

from smadmin.domain.accounts import PLATFORM_NAMES
from smadmin.domain.errors import KnownError, Reason
from smadmin.domain.ids import AccountId, PostId
from smadmin.domain.messages import Message, say
from smadmin.services.laid_out import HandedOut
from smadmin.services.outgoing import Begun, Going, Lane
from smadmin.ui.banners import BannerModel, banner_of
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.header import ScreenHeader
from smadmin.ui.publish.aftercare import Aftercare
from smadmin.ui.publish.bench import Bench
from smadmin.ui.publish.clipboard import Watch, fitting_link
from smadmin.ui.publish.column import LaneColumn
from smadmin.ui.publish.elsewhere import told_of
from smadmin.ui.publish.folder import FolderRow, hidden_said
from smadmin.ui.publish.hand import SENDS, Act
from smadmin.ui.publish.lane import LaneModel
from smadmin.ui.publish.later import LaterDesk
from smadmin.ui.publish.model import PublishModel, begun_rows, publish_model
from smadmin.ui.publish.outside import Outside, desktop_of
from smadmin.ui.publish.overview import Overview, nothing_going
from smadmin.ui.publish.queue_desk import QueueDesk
from smadmin.ui.publish.reading import Seen, judge_of, models_of, read_going
from smadmin.ui.publish.sender import Sender
from smadmin.ui.publish.side_desk import SideDesk
from smadmin.ui.publish.steps import Steps
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import State

_THUMB_LONGEST_PX = 240


class PublishScreen(Screen):
    """Publishing with help."""

    NOUNS = frozenset({"posts", "publications", "approvals", "accounts", "photos", "students"})

    def __init__(self, around: Surroundings, outside: Outside | None = None) -> None:
        """Build it without a post."""
        super().__init__()
        self._around = around
        self._words = around.words
        there = outside or desktop_of(around.office.school, around.office.browsing)
        self._bench, self._watch = Bench(there), Watch(there, self._copied, self)
        self._steps = Steps(around, self)
        self._sender = Sender(around, self, lambda account: self._bench.hand(account).by_hand)
        self._post: PostId | None = None
        self._wanted: str | None = None
        self._going: Going | None = None
        self._model: PublishModel | None = None
        self._stopped: dict[AccountId, tuple[Reason, ...]] = {}
        self._working = False
        self.header = ScreenHeader(self._words.say("publishui.title"))
        self.main = self.header.set_main("", hint=self._words.say("publishui.act-hint"))
        self.main.hide()
        self.header.mainChosen.connect(self._go_on)
        self.head.addWidget(self.header)
        self.overview = Overview(self._words)
        self.overview.postAsked.connect(self.open_subject)
        self.overview.photoAsked.connect(lambda photo: around.doors.open("photos", photo))
        self.page.addWidget(self.overview)
        pictures = CoveredPictures(around, longest_px=_THUMB_LONGEST_PX)
        self.lanes = LaneColumn(self._words, pictures, self._bench)
        self.lanes.touched.connect(self._render_post)
        self.lanes.answered.connect(self._answered)
        self.lanes.confirmAsked.connect(self.main.click)
        self.lanes.unfoldAsked.connect(self._unfold)
        self.lanes.givenUp.connect(self._give_up)
        self.lanes.wrongReported.connect(self._report_wrong)
        self.lanes.folderHidden.connect(lambda one: self._tell(State.DOUBT, hidden_said(one)))
        self.lanes.renewAsked.connect(lambda one: around.doors.open("accounts", f"log-in:renew:{one}"))
        self._after = Aftercare(around, self.lanes, self._bench, self)
        self._queue = QueueDesk(around, self, lambda: self._post, self._work, self._rested, self._failed)
        self.lanes.queueAsked.connect(self._queue.queue)
        self.lanes.takeOutAsked.connect(self._queue.take_out)
        self.page.addWidget(self.lanes)
        self.folder_row = FolderRow(self._words)
        self.folder_row.changeAsked.connect(self._choose_folder)
        self.page.addWidget(self.folder_row)
        self.empty = nothing_going(self._words)
        self.empty.stepChosen.connect(lambda: around.doors.open("approvals"))
        self.page.addWidget(self.empty, 1)
        self.page.addStretch(1)
        self.side = SideDesk(self, self._words, self.lanes, self.header, self._watch)
        self.later = LaterDesk(around, self, self.lanes, self._rested)

    def open_subject(self, subject: str) -> None:
        """Publish one post."""
        if subject != self._post:
            self._post, self._wanted, self._going, self._model = PostId(subject), None, None, None
            self.subject = subject  # `wrong.py` takes down what is in sight, and nothing else
            self._bench.clear()
            self._stopped = {}
            self.lanes.clear()
        self.load()

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        office, by, post = self._around.office, self._bench.works(self._around.by), self._post
        self._around.performer.perform(lambda: read_going(office, by, post), done=self._came, origin=self)

    @override
    def shown(self) -> None:
        super().shown()
        self._show_accounts()

    def _came(self, seen: Seen) -> None:
        if seen.going is not None and seen.going.draft.id != self._post:
            return
        self._going = seen.going
        self._after.take(seen.going, seen.after)
        self._sender.pick_up(seen.going, seen.left)
        self.loaded(lambda: self._render(seen.begun))
        for lane in () if seen.going is None else seen.going.lanes:
            if lane.publication is None and not lane.blockers:
                self._ask_gate(lane)

    def _ask_gate(self, lane: Lane) -> None:
        """Ask what the last gate would say, so that it stands there before anybody begins."""
        post = self._post
        if post is None or self._around.acting is None:
            return

        def came(reasons: tuple[Reason, ...]) -> None:
            if self._post == post and self._stopped.get(lane.account.id, ()) != reasons:
                self._stopped[lane.account.id] = reasons
                self._render_post()

        self._steps.ask_gate(post, lane, done=came)

    # ---- showing

    def _render(self, begun: tuple[Begun, ...]) -> None:
        self.overview.show_begun(begun_rows(begun, but=self._post, now=self._around.now))
        self.empty.setVisible(self._going is None)
        self._render_post()

    def _render_post(self) -> None:
        going = self._going
        self._show_accounts()
        self.folder_row.setVisible(going is not None and going.lays_out)
        self.folder_row.show_folder(self._bench.folder)
        if going is None:
            self.main.hide()
            self.overview.show_progress(None)
            self.header.note.show_text("")
            self.header.show_missing(())
            return
        lanes = models_of(self._around.office, going, self._bench.hand_at, self._stopped, self._sender.at_it)
        gone, corrects, lanes = self._after.gone, self._after.corrects, self._after.named(lanes)
        model = self._model = publish_model(going, lanes, wanted=self._wanted, gone=gone, corrects=corrects)
        self.header.note.show_text(model.title)
        self.overview.show_progress(model)
        self.lanes.show_model(model)
        self._render_main(model)

    def _render_main(self, model: PublishModel) -> None:
        lane = self._current
        held = lane is not None and lane.held  # its card says why
        self.main.setVisible(model.done or self._working or lane is None or not (held or lane.rests))
        if held or model.done:
            self.main.show_words(self._words.say("publishui.to-today"))
            self.header.show_missing(())
        elif self._working:
            self.header.show_missing([self._words.say("publishui.working")])
        elif lane is None or lane.act_said is None:
            self.main.show_words(self._words.say("publishui.go-on-here"))
            self.header.show_missing([self._words(lane.chip) if lane is not None else ""])
        else:
            self.main.show_words(self._words(lane.act_said))
            self.header.show_missing(self._words.reasons(lane.missing[:1]))

    def _show_accounts(self) -> None:
        if self.isVisible():
            lanes = () if self._going is None else self._going.lanes  # also of a post that is out
            self._around.doors.show_accounts(tuple(lane.account for lane in lanes))

    @property
    def _current(self) -> LaneModel | None:
        return self.lanes.current

    # ---- acts

    def _go_on(self) -> None:
        lane = self._current
        if self._model is not None and self._model.done:
            self._around.doors.open("today")
        elif lane is None or lane.act is None or self._working:
            return
        elif lane.act is Act.OPEN:
            self.lanes.do(lane.account.id, self._bench.open_page)
        elif lane.act is Act.COPY:
            self.lanes.do(lane.account.id, lambda one: self._bench.copy_turn(one, one.hand.copied))
        elif lane.act is Act.HAND_OUT:
            self._hand_out(lane)
        elif lane.act in SENDS and self._post is not None:
            self._sender.send(self._post, lane.lane)
        else:
            self._confirm(lane)

    def _answered(self, account: str) -> None:
        """Hand out at once where the page shows the right handle; to ask once more would say no more."""
        lane = self._current
        if lane is not None and lane.account.id == account and lane.act is Act.HAND_OUT and not lane.missing:
            self._go_on()

    def _copied(self, text: str) -> None:
        lane = self._current if self.isVisible() else None
        if lane and (link := fitting_link(lane, text, judge_of(self._around.office, lane.account))):
            self.lanes.do(lane.account.id, lambda one: self._bench.link_came(one, link))

    def _hand_out(self, lane: LaneModel) -> None:
        if self._post is None:
            return

        def done(handed: HandedOut) -> None:
            self._bench.handed(lane, handed)
            self._rested()
            # Whoever comes back from the browser pastes; the line waits for it.
            self.lanes.cards[lane.account.id].expect_link()

        self._work()
        self._steps.hand_out(
            self._post,
            lane.lane,
            handle=lane.hand.picked,
            folder=self._bench.folder,
            done=done,
            failed=self._failed,
        )

    def _confirm(self, lane: LaneModel) -> None:
        publication = lane.lane.publication
        if publication is None:
            return

        def done() -> None:
            self._wanted = None
            self._rested()

        self._work()
        self._steps.confirm(publication, lane.hand, done=done, failed=self._failed)

    def _give_up(self, lane: LaneModel, reason: str) -> None:
        publication = lane.lane.publication
        if publication is None:
            return
        said = say("publishui.gave-up", platform=PLATFORM_NAMES[lane.account.platform])
        done = partial(self._dropped, lane, State.NOTE, said)
        self._work()
        self._steps.give_up(publication, reason, done=done, failed=self._failed)

    def _report_wrong(self, lane: LaneModel, seen: str) -> None:
        done = partial(self._dropped, lane, State.STOP, told_of(lane))
        self._work()
        self._steps.report_wrong(lane.lane, seen, done=done, failed=self._failed)

    def _dropped(self, lane: LaneModel, state: State, said: Message) -> None:
        self._bench.drop(lane.account.id)
        self.lanes.cards[lane.account.id].give_up.rest()
        self._tell(state, said)
        self._rested()

    def _unfold(self, account: str) -> None:
        self._wanted = account
        self._render_post()

    def _choose_folder(self) -> None:
        self._bench.choose_folder(self._words.say("publishui.choose-folder"), self)
        self._render_post()

    def _work(self) -> bool:
        """Say that something is under way; False where something else was."""
        free, self._working = not self._working, True
        self._render_post()
        return free

    def _rested(self) -> None:
        self._working = False
        self.load()

    def _failed(self, error: KnownError) -> None:
        self.bannerAsked.emit(banner_of(error))
        self._rested()

    def _tell(self, state: State, said: Message) -> None:
        self.bannerAsked.emit(BannerModel(state, said, key="publish"))
