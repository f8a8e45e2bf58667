"""Making the files of a finished picture: as fine as each may be; `Encoder.encode` proves what it makes."""

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.ports import Encoder
from smadmin.domain.photos.renditions import Rendition


class Rendering:
    """Makes the files of one finished picture; what would come out equal is made once."""

    def __init__(self, encoder: Encoder, picture: Picture) -> None:
        """Take the picture and what makes files."""
        self._encoder = encoder
        self._picture = picture
        self._smaller: Picture = picture
        self._made: dict[tuple[int, int, ImageFormat], bytes] = {}

    def file(self, rendition: Rendition, image_format: ImageFormat) -> bytes:
        """Give a file that keeps within a rendition, as `rendered` does."""
        for longest_px, quality in rendition.tries():
            file = self._tried(longest_px, quality, image_format)
            if rendition.fits(file):
                return file
        raise OutsideFailed(say("photos.never-fits"), kept=say("imaging.originals-kept"))

    def _tried(self, longest_px: int, quality: int, image_format: ImageFormat) -> bytes:
        """Make a file, unless it was made for another rendition; a PNG has no quality."""
        longest = min(longest_px, max(self._picture.width, self._picture.height))
        tried = (longest, quality if image_format is ImageFormat.JPEG else 0, image_format)
        if tried not in self._made:
            if max(self._smaller.width, self._smaller.height) != longest:  # from the whole picture each time
                self._smaller = self._encoder.shrink(self._picture, longest_px=longest)
            self._made[tried] = self._encoder.encode(self._smaller, image_format, quality=quality)
        return self._made[tried]


def rendered(encoder: Encoder, picture: Picture, rendition: Rendition, image_format: ImageFormat) -> bytes:
    """Give a file that keeps within the rendition: pixels, and nothing else (an errand).

    A PNG has no quality: of its tries only those count that make it smaller.

    Raises:
        PhotoUnreadable: if a file can't be made, or not be proved.
        OutsideFailed: if none is small enough.
    """
    return Rendering(encoder, picture).file(rendition, image_format)
