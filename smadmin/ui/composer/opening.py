"""Which post is open: the one asked for, the one written on last, a new one, or none for who can't write.

An open draft changes hands only here, and never silently: until the other one has come, nothing can be
pressed or typed, because it would go to the draft that is about to leave.
"""

from PySide6.QtCore import QObject, Signal

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.posts import WRITABLE, Draft, PostStage
from smadmin.ui.composer.closed_page import ClosedPage
from smadmin.ui.composer.corrects import Corrects
from smadmin.ui.composer.heads import Step
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.composer.write_step import WriteStep
from smadmin.ui.composer.writing import WritingPage
from smadmin.ui.surroundings import Surroundings

NEW = "new"
"""The subject of `open("compose", …)` that begins a draft."""


class Opening(QObject):
    """Opens posts.

    Signals:
        groundsAsked: what composing stands on has to be read anew.
        stepAsked: the `Step` to show.
        standingAsked: the id of a post that isn't written any more.
        refused: a `KnownError`.
    """

    groundsAsked = Signal()
    stepAsked = Signal(object)
    standingAsked = Signal(str)
    refused = Signal(object)

    def __init__(
        self, around: Surroundings, write: WriteStep, page: WritingPage, closed: ClosedPage, origin: QObject
    ) -> None:
        """Take the step that writes, its page, and the page of who can't."""
        super().__init__(origin)
        self._around = around
        self._write = write
        self._page = page
        self._closed = closed
        self._origin = origin
        self._corrects = Corrects(around, page.corrects, origin)
        self.grounds: Grounds | None = None
        self._open_for: PersonId | None = None
        self._pending: PostId | None = None
        self._on_its_way: PostId | None = None
        self._begins = False

    def open_subject(self, subject: str) -> None:
        """Show one post: to write on, or how it stands; `new` begins a draft."""
        if subject == NEW:
            self.new_draft()
            return
        self._pending = PostId(subject)
        self._page.hold()
        if self.grounds is not None:
            self.open_post(self._pending)

    def new_draft(self) -> None:
        """Begin a new draft; the open one is saved (Ctrl+N)."""
        self._write.keeper.save_now()
        self._open_for = self._on_its_way = None
        self._begins = True
        self._page.hold()
        if self.grounds is not None:
            self.groundsAsked.emit()

    def begin(self) -> None:
        """Begin a new draft at once."""
        self._corrects.opened(None)
        self._write.begin()
        self.stepAsked.emit(Step.WRITE)

    def open_post(self, post: PostId) -> None:
        """Read a post and open it, unless another one is asked for meanwhile."""
        self._pending, self._on_its_way = None, post
        by, posts = self._around.by, self._around.office.posts
        self._page.hold()
        self._write.keeper.save_now()

        def came(draft: Draft) -> None:
            if self._on_its_way == post:
                self._on_its_way = None
                self.open_draft(draft)

        self._around.performer.perform(
            lambda: posts.get(by, post), done=came, failed=self._not_opened, origin=self._origin
        )

    def open_draft(self, draft: Draft) -> None:
        """Write on a draft, or show how it stands."""
        if draft.stage not in WRITABLE:
            self.standingAsked.emit(draft.id)
            return
        if draft.id == getattr(self._write.keeper.draft, "id", None):
            self._write.refresh(draft)
        else:
            self._write.open(draft)
        self._corrects.opened(draft, () if self.grounds is None else self.grounds.chosen(draft.content))
        self.stepAsked.emit(Step.WRITE)

    def came(self, grounds: Grounds, *, step: Step, waiting: PostId | None) -> None:
        """Take what composing stands on, and open what belongs there.

        Args:
            grounds: as they were read.
            step: which step is seen.
            waiting: the post of the third step, if there is one that wasn't out when it was last seen.
        """
        self.grounds = grounds
        if grounds.closed is not None and self._pending is None and self._write.keeper.draft is None:
            self._open_for = None  # whoever is named meanwhile begins a draft
            self._closed.show_closed(grounds.closed)
            self.stepAsked.emit(Step.CLOSED)
        elif self._pending is not None:
            self._open_for = grounds.person
            self.open_post(self._pending)
        elif self._on_its_way is not None:
            self._open_for = grounds.person  # it was asked for; what was seen before isn't brought back
        elif self._open_for != grounds.person:
            self._open_for = grounds.person
            begins, self._begins = self._begins, False
            writable = () if begins else grounds.writable()
            if writable:
                self.open_draft(writable[0])
            else:
                self.begin()
        elif step is Step.WRITE:
            for draft in grounds.writable():
                self._write.refresh(draft)
        elif step is Step.HANDED_IN and waiting is not None:
            self._look_again(waiting)

    def _look_again(self, post: PostId) -> None:
        """Show how a post stands now; once it is out, nothing is left to do with it, and another begins."""
        by, posts = self._around.by, self._around.office.posts

        def came(draft: Draft) -> None:
            if draft.stage is PostStage.PUBLISHED:
                self.begin()
            else:
                self.open_draft(draft)

        self._around.performer.perform(
            lambda: posts.get(by, post), done=came, failed=self._not_opened, origin=self._origin
        )

    def _not_opened(self, error: KnownError) -> None:
        self._on_its_way = None
        self._page.let_go()
        self.refused.emit(error)
