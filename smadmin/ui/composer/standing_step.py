"""The third step: a post that was handed in, how it stands, and what leads on from there."""

from PySide6.QtCore import QObject, Signal

from smadmin.domain.ids import PostId
from smadmin.domain.posts import PostStage
from smadmin.ui.composer.handed_in import HandedInPage
from smadmin.ui.composer.readings import Grounds
from smadmin.ui.composer.stood import Standing, read_standing
from smadmin.ui.surroundings import Surroundings


class StandingStep(QObject):
    """Shows how a post stands.

    Signals:
        ready: the `StandingModel` and the post's accounts; the page shows it.
        refused: a `KnownError`.
    """

    ready = Signal(object, tuple)
    refused = Signal(object)

    def __init__(self, around: Surroundings, page: HandedInPage, origin: QObject) -> None:
        """Take the page."""
        super().__init__(origin)
        self._around = around
        self._page = page
        self._origin = origin
        self._shown: Standing | None = None

    @property
    def out(self) -> bool:
        """Tell whether the post that is shown was already out when it was shown."""
        return self._shown is not None and self._shown.draft.stage is PostStage.PUBLISHED

    @property
    def post(self) -> PostId | None:
        """The post that is shown, or None."""
        return None if self._shown is None else self._shown.draft.id

    def show(self, post: PostId, grounds: Grounds) -> None:
        """Show how a post stands."""
        by, office = self._around.by, self._around.office

        def came(standing: Standing) -> None:
            self._shown = standing
            accounts = grounds.chosen(standing.draft.content)
            self._page.show_standing(standing, accounts)
            self.ready.emit(standing.model, accounts)

        self._around.performer.perform(
            lambda: read_standing(office, by, post), done=came, failed=self.refused.emit, origin=self._origin
        )

    def lead_on(self) -> None:
        """Publish it, or let somebody else sit down who can go on."""
        if self._shown is None:
            return
        draft, model = self._shown.draft, self._shown.model
        if model.publish:
            self._around.doors.open("publish", draft.id)
        elif model.hand_over and model.look_at is not None:
            self._around.doors.hand_over("photos", model.look_at)
        elif model.hand_over:
            self._around.doors.hand_over("approvals", draft.id)
