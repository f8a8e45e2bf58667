"""Looking for faces in a video as the photos' screen does: what may lawfully be compared is made first."""

from collections.abc import Iterator

from smadmin.domain.actors import Actor
from smadmin.domain.ids import VideoId
from smadmin.services.jobs import Progress
from smadmin.services.office import Office
from smadmin.ui.photos.reading import make_ready


def look_through(office: Office, by: Actor, video: VideoId) -> Iterator[Progress]:
    """Look through a video (a job); a video that comes before any photo is compared as well."""
    yield from make_ready(office, by)
    yield from office.video_faces.run(by, video)
