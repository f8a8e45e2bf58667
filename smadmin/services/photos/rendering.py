"""Making the file of a finished picture: as fine as it may be; `Encoder.encode` proves what it makes."""

from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.domain.photos.pictures import ImageFormat, Picture
from smadmin.domain.photos.ports import Encoder
from smadmin.domain.photos.renditions import Rendition


def rendered(encoder: Encoder, picture: Picture, rendition: Rendition, image_format: ImageFormat) -> bytes:
    """Give a file that keeps within the rendition: pixels, and nothing else (an errand).

    A PNG has no quality: of its tries only those count that make it smaller.

    Raises:
        PhotoUnreadable: if a file can't be made, or not be proved.
        OutsideFailed: if none is small enough.
    """
    last: tuple[int, int] | None = None
    for longest_px, quality in rendition.tries():
        tried = (longest_px, quality if image_format is ImageFormat.JPEG else 0)
        if tried == last:
            continue
        last = tried
        smaller = encoder.shrink(picture, longest_px=longest_px)
        file = encoder.encode(smaller, image_format, quality=quality)
        if rendition.fits(file):
            return file
    raise OutsideFailed(say("photos.never-fits"), kept=say("imaging.originals-kept"))
