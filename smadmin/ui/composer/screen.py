"""Compose: write, read it back, hand in; three steps of one screen, and why somebody can't write at all.

Writing is `write_step`'s, deeds are `deeds`', which post is open `opening`'s; here the steps change.
"""

from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from typing_extensions import override

from smadmin.domain.accounts import Account
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PostId
from smadmin.domain.messages import say
from smadmin.domain.posts import Draft, content_blockers
from smadmin.domain.versions import Earlier
from smadmin.ui.banners import BannerStack
from smadmin.ui.composer.choosing import Choosing
from smadmin.ui.composer.closed_page import ClosedPage
from smadmin.ui.composer.deeds import PostDeeds
from smadmin.ui.composer.elsewhere import Elsewhere
from smadmin.ui.composer.findings import FindingLine
from smadmin.ui.composer.handed_in import HandedInPage
from smadmin.ui.composer.heads import Heads, Step
from smadmin.ui.composer.keys import deed_of
from smadmin.ui.composer.opening import Opening
from smadmin.ui.composer.read_back_step import ReadBackStep
from smadmin.ui.composer.readback import ReadBackPage
from smadmin.ui.composer.readings import Grounds, read_grounds
from smadmin.ui.composer.sheet import says_something
from smadmin.ui.composer.shown import SmallPictures
from smadmin.ui.composer.standing import StandingModel
from smadmin.ui.composer.standing_step import StandingStep
from smadmin.ui.composer.steps import Steps
from smadmin.ui.composer.telling import Telling
from smadmin.ui.composer.video import lead_video
from smadmin.ui.composer.write_step import WriteStep
from smadmin.ui.composer.writing import WritingPage
from smadmin.ui.screen import Screen
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.theme import SPACE_PX


class ComposeScreen(Screen):
    """The screen *Compose*."""

    NOUNS = frozenset({"posts", "accounts", "plan", "photos", "students", "people", "videos", "approvals"})

    def __init__(self, around: Surroundings) -> None:
        """Stand empty until it is first seen."""
        super().__init__()
        self._around = around
        words = around.words
        self._pictures = SmallPictures(around, self)
        self.writing = WritingPage(words, self._pictures)
        self.read_back_page = ReadBackPage(words, self._pictures)
        self.handed_in_page = HandedInPage(words, self._pictures)
        self.closed_page = ClosedPage(words)
        self.heads = Heads(words)
        self.banners = BannerStack(words)
        self.head.setSpacing(SPACE_PX)
        self.head.addWidget(self.heads)
        self.head.addWidget(self.banners)
        shown = (self.writing, self.read_back_page, self.handed_in_page, self.closed_page)
        for page in shown:
            self.page.addWidget(page, 1)
        pages = dict(zip(Step, shown, strict=True))
        self._steps = Steps(self.heads, pages, self.writing.editor)
        self.write = WriteStep(around, self.writing, self)
        self.reading = ReadBackStep(around, self.read_back_page, self, head=self.heads.reading)
        self.standing = StandingStep(around, self.handed_in_page, self)
        self.deeds = PostDeeds(around, self, files=self.reading.files)
        self.choosing = Choosing(around, self._pictures, self)
        self.opening = Opening(around, self.write, self.writing, self.closed_page, self)
        self.elsewhere = Elsewhere(around, self.write.keeper, self)
        self.telling = Telling(self.banners, self.heads.writing.note, words, self)
        self.video = lead_video(around, self.write, self.writing, self.telling, self.choosing)
        self._connect()

    def _connect(self) -> None:
        self.opening.groundsAsked.connect(self.load)
        self.opening.stepAsked.connect(self._go)
        self.opening.standingAsked.connect(lambda post: self._show_standing(PostId(post)))
        self.opening.refused.connect(self.telling.refused)
        self.heads.readBackAsked.connect(self.read_back)
        self.heads.sendAsked.connect(self._send)
        self.heads.onwardAsked.connect(self.standing.lead_on)
        self.heads.backAsked.connect(lambda: self._go(Step.WRITE))
        self.heads.draftsAsked.connect(self._ask_drafts)
        self.write.missingChanged.connect(self._say_missing)
        self.write.accountsChanged.connect(self._around.doors.show_accounts)
        self.write.photoSought.connect(lambda photo: self._around.doors.open("photos", photo))
        self.write.standAsked.connect(self._let_stand)
        self.write.gaveUp.connect(
            lambda said, back: self.telling.done(said, lambda: self.write.put_back(back))
        )
        keeper = self.write.keeper
        keeper.saved.connect(lambda _draft: self.telling.saved())
        keeper.saved.connect(lambda _draft: self.elsewhere.ask())
        keeper.failed.connect(self.telling.not_saved)
        keeper.parted.connect(
            lambda _mine, theirs: self.telling.parted(lambda: self.opening.open_post(theirs.id))
        )
        self.reading.judged.connect(self.write.judged)
        self.reading.ready.connect(self._show_read_back)
        self.reading.refused.connect(self.telling.refused)
        self.standing.ready.connect(self._stand)
        self.standing.refused.connect(self.telling.refused)
        self.writing.editor.broken.connect(lambda: self.telling.note(say("compose.broken")))
        self.writing.tiles.chooseAsked.connect(self._ask_photos)
        self.choosing.postChosen.connect(lambda post: self.opening.open_post(PostId(post)))
        self.choosing.newAsked.connect(self.opening.new_draft)
        self.choosing.versionChosen.connect(self._restore)
        self.elsewhere.others.connect(self.telling.open_elsewhere)
        self.choosing.dropAsked.connect(lambda: self.write.keeper.when_saved(self.deeds.put_away))
        self.choosing.leftForPhotos.connect(self._leave_for_photos)
        self.choosing.photosChosen.connect(self.write.add_pictures)
        self.read_back_page.mendAsked.connect(self._mend_hints)
        self.read_back_page.askedFirst.connect(self._ask_first)
        self.writing.ask.asked.connect(self._ask_first)
        self.handed_in_page.takeBackAsked.connect(self._take_back)
        self.handed_in_page.newAsked.connect(self.opening.new_draft)
        self.closed_page.accountsAsked.connect(lambda: self._around.doors.open("accounts"))
        self.deeds.handedIn.connect(lambda post: self._show_standing(PostId(post)))
        self.deeds.released.connect(self._released)
        self.deeds.dropped.connect(self._dropped)
        self.deeds.reopened.connect(self.opening.open_draft)
        self.deeds.stood.connect(self.write.stood)
        self.deeds.asked.connect(self._asked)
        self.deeds.refused.connect(self.telling.refused)

    @property
    def step(self) -> Step:
        """Which step is seen."""
        return self._steps.now

    @override
    def load(self) -> None:
        if self._around.acting is None:
            return
        by, office = self._around.by, self._around.office
        self._around.performer.perform(lambda: read_grounds(office, by), done=self._grounds_came, origin=self)

    @property
    @override
    def unsaved(self) -> bool:
        return self.write.keeper.unsaved

    @override
    def settle(self) -> None:
        """Save what is unsaved: the window is locked, closed or handed over."""
        self.deeds.forget()
        self.write.keeper.settle()

    def open_subject(self, subject: str) -> None:
        """Show one post: to write on, or how it stands; `new` begins a draft."""
        self.opening.open_subject(subject)

    def choose_accounts(self) -> None:
        """Put the keyboard on the accounts (Ctrl+K)."""
        self._go(Step.WRITE)
        self.writing.toggles.take_focus()

    def read_back(self) -> None:
        """Show the post once more, plain, if nothing is missing."""
        if self.step is not Step.WRITE or self.opening.grounds is None or self.writing.held:
            return
        if reasons := content_blockers(self.write.content):
            self._say_missing(reasons)
            self.writing.editor.setFocus()
            return
        self.write.keeper.when_saved(self._read_back)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {
            "Ctrl+N": self.opening.new_draft,
            "Ctrl+K": self.choose_accounts,
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "F8": lambda: self.write.next_finding(1),
            "Shift+F8": lambda: self.write.next_finding(-1),
        }
        deed = deed_of(event, deeds)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.telling.watch(self.write.keeper)
        self.elsewhere.watch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.write.keeper.settle()
        self.telling.look_away()
        self.elsewhere.look_away()
        super().hideEvent(event)

    def _go_on(self) -> None:
        if self.step is Step.WRITE:
            self.read_back()
        else:
            self._steps.press_main()

    def _grounds_came(self, grounds: Grounds) -> None:
        self.loaded(lambda: self.write.ground(grounds))
        waiting = None if self.standing.out else self.standing.post
        self.opening.came(grounds, step=self.step, waiting=waiting)
        if self.step is Step.READ_BACK and self.reading.waits:
            self.write.keeper.when_saved(self._read_back)  # the answer may be there

    def _go(self, step: Step) -> None:
        self.writing.let_go()
        if step is not Step.READ_BACK:
            self.deeds.forget()
        if step is not self.step:
            self.go_to_top()
        self._steps.go(step)
        draft_id = getattr(self.write.keeper.draft, "id", None)
        self.subject = (self.standing.post if step is Step.HANDED_IN else draft_id) or ""
        if self.opening.grounds is not None and step is not Step.HANDED_IN:
            self._around.doors.show_accounts(self.opening.grounds.chosen(self.write.content))

    def _read_back(self, draft: Draft) -> None:
        if self.opening.grounds is not None:
            self.reading.show(draft, self.opening.grounds)

    def _show_read_back(self) -> None:
        self.heads.show_alone(alone=self.reading.alone)
        if self.opening.grounds is not None:
            self.heads.show_accounts(self.opening.grounds.chosen(self.write.content))
        self._go(Step.READ_BACK)

    def _mend_hints(self, lines: tuple[FindingLine, ...]) -> None:
        self.deeds.forget()
        self.write.mend_all(lines)
        self.write.keeper.when_saved(self._read_back)

    def _send(self) -> None:
        deed = self.deeds.hand_in_and_release if self.reading.alone else self.deeds.hand_in
        read = self.reading.read
        self.write.keeper.when_saved(lambda draft: deed(read or draft))

    def _show_standing(self, post: PostId) -> None:
        if self.opening.grounds is not None:
            self.standing.show(post, self.opening.grounds)

    def _stand(self, model: StandingModel, accounts: tuple[Account, ...]) -> None:
        self.heads.show_standing(model)
        self._go(Step.HANDED_IN)
        self._around.doors.show_accounts(accounts)

    def _take_back(self) -> None:
        if self.standing.post is not None:
            self.deeds.take_back(self.standing.post)

    def _released(self, post: str) -> None:
        self._show_standing(PostId(post))
        self._around.doors.open("publish", post)

    def _say_missing(self, reasons: tuple[Reason, ...]) -> None:
        self.heads.show_missing(self._around.words.reasons(reasons))

    def _ask_drafts(self) -> None:
        self.write.keeper.settle()
        draft, writes = self.write.keeper.draft, self.step is Step.WRITE
        droppable = writes and (draft is not None or says_something(self.write.content))
        current = draft.id if draft is not None and writes else None
        editor = self.writing.editor if writes else None
        self.choosing.offer_drafts(current, self.heads.below_drafts, writing=editor, droppable=droppable)

    def _ask_photos(self) -> None:
        self.choosing.offer_photos(frozenset(one.photo for one in self.write.content.pictures))

    def _leave_for_photos(self, subject: str) -> None:
        """Open Photos; what was chosen here waits as a draft, into which *Use in a post* puts them."""
        self.write.keeper.keep()
        self._around.doors.open("photos", subject or None)

    def _restore(self, words: Earlier) -> None:
        self.write.keeper.when_saved(lambda draft: self.deeds.restore(draft, words))

    def _let_stand(self, line: FindingLine, reason: str) -> None:
        self.write.keeper.when_saved(lambda draft: self.deeds.let_stand(draft, line.finding, reason))

    def _ask_first(self, sentence: str) -> None:
        self.write.keeper.when_saved(lambda draft: self.deeds.ask_first(draft, sentence))

    def _asked(self, draft: Draft) -> None:
        self.telling.went(say("questionui.said-asked"))
        if self.step is Step.READ_BACK:
            self._read_back(draft)
        else:
            self.write.read_again()

    def _dropped(self, draft: Draft) -> None:
        self.opening.begin()
        self.telling.done(say("compose.dropped"), lambda: self.deeds.bring_back(draft.id))
