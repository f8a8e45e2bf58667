"""A yes by phone on this screen: the e-mail's folder, the yes that is signed, its countersignature."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

from smadmin.domain.errors import KnownError
from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.messages import Message, say
from smadmin.domain.spoken import SpokenYes
from smadmin.ui.approvals.deeds import Deeds
from smadmin.ui.approvals.detail import PostDetail
from smadmin.ui.approvals.yes_form import Heard
from smadmin.ui.publish.outside import Outside
from smadmin.ui.surroundings import Surroundings


class YesRoad:
    """Carries out what the form asks for."""

    def __init__(
        self,
        around: Surroundings,
        deeds: Deeds,
        detail: PostDetail,
        *,
        outside: Outside,
        written: Callable[[Message], None],
    ) -> None:
        """Take who does it.

        Args:
            around: the office and the doors.
            deeds: of this screen.
            detail: of the open post; its form asks, and says why a yes is refused.
            outside: where the e-mail is put.
            written: gets where the e-mail lies, in a sentence.
        """
        self._around = around
        self._deeds = deeds
        self._detail = detail
        self._outside = outside
        self._tell = written
        detail.prepareAsked.connect(self.prepare)
        detail.heard.connect(self.sign)

    def prepare(self, to: PersonId) -> None:
        """Prepare the open post's e-mail and show its folder."""
        post = self._detail.post
        if post is None:
            return
        folder = self._outside.first_folder()
        self._deeds.prepare_yes(post, to, folder, written=self._written)

    def sign(self, heard: Heard) -> None:
        """Sign a yes for the open post, after the passphrase."""
        post = self._detail.post
        if post is None:
            return
        zone = ZoneInfo(self._around.office.school.zone)
        said_at = heard.when.replace(tzinfo=zone).astimezone(UTC)
        yes = SpokenYes(heard.to, heard.way, said_at, heard.code)

        def refused(error: KnownError) -> None:
            self._detail.yes.show_error(self._around.words.error(error))

        self._around.doors.with_passphrase(lambda: self._deeds.sign_yes(post, yes, failed=refused))

    def countersign(self, post: str) -> None:
        """Countersign a yes, after the passphrase."""
        self._around.doors.with_passphrase(lambda: self._deeds.countersign(PostId(post)))

    def _written(self, folder: Path) -> None:
        self._outside.open_folder(folder)
        self._tell(say("spokenui.said-written", folder=str(folder)))
