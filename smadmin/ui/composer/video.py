"""Where the post's video meets the draft: put under it, taken off, shown as it stands."""

from smadmin.ui.composer.choosing import Choosing
from smadmin.ui.composer.telling import Telling
from smadmin.ui.composer.write_step import WriteStep
from smadmin.ui.composer.writing import WritingPage
from smadmin.ui.surroundings import Surroundings
from smadmin.ui.videos.attaching import PostVideo


def lead_video(
    around: Surroundings, write: WriteStep, page: WritingPage, telling: Telling, choosing: Choosing
) -> PostVideo:
    """Lead what is done with the video to the draft, and the draft's video to its tile."""
    video = PostVideo(around, page.video, page, may_change=True)

    def show() -> None:
        video.show(write.content.video, video.me)
        if write.content.video is None:
            page.video.add.allow()
        else:
            page.video.add.block([page.video.one_only])

    page.filesDropped.connect(video.sort)
    page.video.add.clicked.connect(video.choose)
    video.taken.connect(write.put_video)
    video.refused.connect(telling.refused)
    video.others.connect(choosing.bring_files)
    write.accountsChanged.connect(lambda _accounts: show())
    return video
