"""The room of a school's office where what comes from outside is opened: by processes of its own.

Each starts when the first photo, video, list or letter is opened.
"""

from functools import cached_property

from smadmin.imaging.videos import VideoWorkers
from smadmin.imaging.workers import PhotoWorkers
from smadmin.importing.calendars.reading import CalendarReader
from smadmin.importing.past_posts.reading import PastReader
from smadmin.importing.spreadsheets.reading import ListReader
from smadmin.importing.wishes.reading import LetterReader
from smadmin.services.backroom import BackRoom


class WorkerRoom(BackRoom):
    """The workers of a school."""

    @cached_property
    def workers(self) -> PhotoWorkers:
        """The processes that open photos and find faces; each starts when first needed."""
        return PhotoWorkers.open(at_once=self.grounds.photos_at_once)

    @cached_property
    def lists(self) -> ListReader:
        """The process that opens lists and archives from outside; it starts when first needed."""
        return ListReader()

    @cached_property
    def past_files(self) -> PastReader:
        """The process that opens lists and archives of past posts; it starts when first needed."""
        return PastReader()

    @cached_property
    def calendar_files(self) -> CalendarReader:
        """The process that opens calendars; it starts when first needed."""
        return CalendarReader()

    @cached_property
    def letter_files(self) -> LetterReader:
        """The process that opens e-mails and texts; it starts when first needed."""
        return LetterReader()

    @cached_property
    def video_workers(self) -> VideoWorkers:
        """What opens videos, each in a process of its own that ends with it."""
        return VideoWorkers()

    def begin_seeing(self) -> None:
        """Begin to start the processes that find faces, so that the first photo doesn't wait for them."""
        self.workers.warm_up()

    @property
    def _begun(self) -> tuple[PhotoWorkers | ListReader | PastReader | CalendarReader | LetterReader, ...]:
        """The processes that somebody asked for."""
        names = ("workers", "lists", "past_files", "calendar_files", "letter_files")
        return tuple(self.__dict__[name] for name in names if name in self.__dict__)

    def rest_workers(self) -> None:
        """Let idle workers go while nobody sits here."""
        for one in self._begun:
            one.rest()
        if "video_workers" in self.__dict__:
            self.video_workers.hush()

    def stop_workers(self) -> None:
        """Kill the workers without waiting: whoever waits for one gets `WorkersEnded`."""
        for one in self._begun:
            one.stop()
        if "video_workers" in self.__dict__:
            self.video_workers.stop()

    def end_workers(self) -> None:
        """Stop the workers and wait until they are gone."""
        for one in self._begun:
            one.close()
