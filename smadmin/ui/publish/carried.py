"""What the clipboard holds and what to do with it: in the browser one forgets. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.messages import Message, say
from smadmin.domain.photos.review import Photo


@dataclass(frozen=True)
class PictureWords:
    """A picture and its description. `copied` once the description was on the clipboard."""

    number: int
    alt: str
    photo: Photo | None
    copied: bool


def copied_said(platform: str, *, copied: int, pictures: int) -> Message | None:
    """Say what was copied last; None before the first time.

    Args:
        platform: its name.
        copied: how many of text and descriptions, in their order.
        pictures: of the post.
    """
    if copied == 0:
        return None
    if copied == 1:
        return say(f"publishui.text-copied{'-pictures' if pictures else ''}", platform=platform)
    return say("publishui.alt-copied", number=copied - 1, platform=platform)
