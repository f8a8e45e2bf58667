"""The right side: the open post, an open question, or why there is neither."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from smadmin.ui.approvals.asked import AskedModel, AskedPage
from smadmin.ui.approvals.detail import PostDetail
from smadmin.ui.approvals.sheet import SheetModel
from smadmin.ui.covered import CoveredPictures
from smadmin.ui.empty import EmptyState
from smadmin.ui.growing import GrowingArea
from smadmin.ui.links import LinksCard
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.videos.attaching import PostVideo

_LEAST_SHEET_PX = 260
_SMALL_PX = 640
"""The longest side of the pictures in the previews."""


class Stage(QStackedWidget):
    """One of its pages is seen.

    Signals:
        answered: the sentence that answers the open question.
    """

    answered = Signal(str)

    def __init__(
        self, around: Surroundings, *, attend: Callable[[PostDetail], None], parent: QWidget | None = None
    ) -> None:
        """Begin with the page that says what this place is for; `attend` gets the post's page once made."""
        super().__init__(parent)
        words, pictures = around.words, CoveredPictures(around)
        self._around, self._attend = around, attend
        self._words, self._pictures, self._beside = words, pictures, True
        self.empty = EmptyState(
            "clipboard-check",
            words.say("approvalui.empty-title"),
            text=words.say("approvalui.empty-text"),
            step=words.say("approvalui.empty-step"),
        )
        self._coming = QWidget()  # while a post is read: neither it nor that there is none
        for page in (self.empty, self._coming):
            self.addWidget(page)

    @cached_property
    def detail(self) -> PostDetail:
        """The open post; made when one is first read."""
        small = CoveredPictures(self._around, longest_px=_SMALL_PX)
        detail = PostDetail(self._words, self._pictures, small=small)
        detail.setParent(self)  # until it has a place of its own: made ahead, it lies in no other window
        detail.hide()
        detail.links.tryAsked.connect(self._try_links)
        self._attend(detail)
        return detail

    def _try_links(self, card: LinksCard) -> None:
        links, show = self._around.office.links, self.detail.links.show_tried
        self._around.performer.trial(
            lambda: links.tried(card.links), done=lambda tried: show(card, tried), origin=card
        )

    @cached_property
    def video(self) -> PostVideo:
        """The open post's video; made with the first post."""
        return PostVideo(self._around, self.detail.video, self, may_change=False)

    @cached_property
    def _post(self) -> GrowingArea:
        area = GrowingArea(self.detail, least_px=_LEAST_SHEET_PX)
        area.setObjectName("sheet")
        _stand(area, beside=self._beside)
        self.addWidget(area)
        return area

    @cached_property
    def asked(self) -> AskedPage:
        """The open question; made when one is first asked."""
        page = AskedPage(self._words, self._pictures)
        page.setParent(self)  # until it has a place of its own: made ahead, it lies in no other window
        page.hide()
        page.answered.connect(self.answered)
        return page

    @cached_property
    def _question(self) -> GrowingArea:
        area = GrowingArea(self.asked, least_px=_LEAST_SHEET_PX)
        _stand(area, beside=self._beside)
        self.addWidget(area)
        return area

    def show_post(self, model: SheetModel) -> None:
        """Show a post, another one from its top."""
        self.setCurrentWidget(self._post)
        if self.detail.post != model.post:
            self._post.verticalScrollBar().setValue(0)
        self.detail.show_model(model)
        self.video.show(model.video, model.author)

    def show_question(self, model: AskedModel) -> None:
        """Show a question."""
        self.asked.show_model(model)
        self.setCurrentWidget(self._question)

    def rest_forms(self) -> None:
        """Forget what was typed: the deed is done, or the answer given."""
        if "detail" in self.__dict__:
            self.detail.rest_forms()
        if "asked" in self.__dict__:
            self.asked.rest()

    def ask_back(self) -> None:
        """Unfold the sentence that sends the open post back, where that can be done."""
        if "detail" in self.__dict__:
            self.detail.ask_back()

    def show_none(self, *, reading: bool, may_write: bool) -> None:
        """Show that there is nothing, or nothing yet while it is `reading`."""
        self.setCurrentWidget(self._coming if reading else self.empty)
        if self.empty.button is not None:
            self.empty.button.setVisible(may_write)

    def stand(self, *, beside: bool) -> None:
        """Scroll inside `beside` the list, or stand whole below it."""
        self._beside = beside
        if "_post" in self.__dict__:
            _stand(self._post, beside=beside)
        if "_question" in self.__dict__:
            _stand(self._question, beside=beside)


def _stand(area: GrowingArea, *, beside: bool) -> None:
    if beside:
        area.scroll_inside()
    else:
        area.stand_whole()
