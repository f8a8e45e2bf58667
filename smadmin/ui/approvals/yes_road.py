"""A yes by phone on this screen: the e-mail's folder, the yes that is signed, its countersignature."""

from collections.abc import Callable
from datetime import UTC
from functools import partial
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
        *,
        outside: Outside,
        written: Callable[[Message], None],
    ) -> None:
        """Take who does it.

        Args:
            around: the office and the doors.
            deeds: of this screen.
            outside: where the e-mail is put.
            written: gets where the e-mail lies, in a sentence.
        """
        self._around = around
        self._deeds = deeds
        self._detail: PostDetail | None = None
        self._outside = outside
        self._tell = written

    def attend(self, detail: PostDetail) -> None:
        """Attend to the open post's page: its form asks, and says why a yes is refused."""
        self._detail = detail
        detail.prepareAsked.connect(self.prepare)
        detail.heard.connect(self.sign)

    def prepare(self, to: PersonId) -> None:
        """Prepare the open post's e-mail and show its folder."""
        post = None if self._detail is None else self._detail.post
        if post is None:
            return
        folder = self._outside.first_folder()
        self._deeds.prepare_yes(post, to, folder, written=self._written)

    def sign(self, heard: Heard) -> None:
        """Sign a yes for the open post, after the passphrase."""
        detail = self._detail
        if detail is None or detail.post is None:
            return
        post = detail.post
        zone = ZoneInfo(self._around.office.school.zone)
        said_at = heard.when.replace(tzinfo=zone).astimezone(UTC)
        yes = SpokenYes(heard.to, heard.way, said_at, heard.code)

        def refused(error: KnownError) -> None:
            detail.yes.show_error(self._around.words.error(error))

        self._around.doors.with_passphrase(lambda: self._deeds.sign_yes(post, yes, failed=refused))

    def countersign(self, post: str) -> None:
        """Countersign a yes, after the passphrase."""
        self._around.doors.with_passphrase(lambda: self._deeds.countersign(PostId(post)))

    def disown(self, post: str) -> None:
        """Take back the release of a post that went through without this person's yes."""
        self._deeds.void(PostId(post), self._around.words.say("spokenui.disowned"))

    def _written(self, folder: Path) -> None:
        self._outside.open_folder(folder)
        if self._detail is not None:
            self._detail.yes.show_written(partial(self._outside.open_folder, folder))
        self._tell(say("spokenui.said-written", folder=str(folder)))
