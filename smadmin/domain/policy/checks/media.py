"""What a picture needs beside its faces: a description, and the right to use it (BAL-B1h, SOC-M2)."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import PostPicture
from smadmin.domain.policy.findings import Hit, Remedy

_FILE_NAME = regex.compile(
    r"(?:img|dscn?|pxl|photo|image|screenshot)?[-_\s]?\d{3,}\w*+|.*\.(?:jpe?g|png|heic|gif|webp|tiff?)"
)
_DESCRIBE = Remedy(say("policy.describe"), act="write-alt-text")
_SAY_WHOSE = Remedy(say("policy.say-whose"), act="record-right-of-use")
_SAYS_NOTHING = frozenset(
    {
        "image",
        "photo",
        "picture",
        "pic",
        "a photo",
        "a picture",
        "an image",
        "imagen",
        "foto",
        "una foto",
        "una imagen",
    }
)


class AltText:
    """A picture without words is nothing to who can't see it (28 CFR 35.200, WCAG 1.1.1)."""

    id: ClassVar[CheckId] = CheckId.ALT_TEXT

    def hits(self, picture: PostPicture) -> Iterator[Hit]:
        """Give a missing description, or one that says nothing ("image", a file's name)."""
        words = picture.alt_text.strip().casefold().rstrip(".")
        if not words:
            yield Hit(None, say("policy.alt-text-missing"), _DESCRIBE)
        elif words in _SAYS_NOTHING or _FILE_NAME.fullmatch(words):
            yield Hit(None, say("policy.alt-text-says-nothing"), _DESCRIBE)


class RightOfUse:
    """Nothing goes out whose source and right of use nobody knows."""

    id: ClassVar[CheckId] = CheckId.RIGHT_OF_USE

    def hits(self, picture: PostPicture) -> Iterator[Hit]:
        """Give a picture without a recorded right."""
        if not picture.right_known:
            yield Hit(None, say("policy.right-missing"), _SAY_WHOSE)
