"""What the rules are told of a post's pictures: by what right they are used, and whom that asks to name."""

from smadmin.domain.media import RightOfUse
from smadmin.domain.photos.review import Photo
from smadmin.domain.policy.context import PostPicture
from smadmin.domain.posts import Picture
from smadmin.storage.unit import Unit


def as_rules_see(unit: Unit, picture: Picture, photo: Photo | None) -> PostPicture:
    """Give a picture with whether source and right of use are recorded (BAL-B1h), and whose licence it is."""
    folder = None if photo is None else unit.photo_sets.maybe(photo.set)
    right = RightOfUse.UNKNOWN if folder is None else folder.right
    return PostPicture(
        picture.photo,
        picture.alt,
        right_known=right is not RightOfUse.UNKNOWN,
        group=photo is not None and len(photo.faces) > 1,
        credit=folder.taken_by if folder is not None and right is RightOfUse.LICENSED else "",
    )
