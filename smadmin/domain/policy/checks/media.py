"""What a picture needs beside its faces: a description, and the right to use it (BAL-B1h, SOC-M2)."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context, PostPicture
from smadmin.domain.policy.findings import Hit, Remedy, Severity, Span
from smadmin.domain.policy.reading import Reading

_FILE_NAME = regex.compile(
    r"(?:img|dscn?|pxl|photo|image|screenshot)?[-_\s]?\d{3,}\w*+|.*\.(?:jpe?g|png|heic|gif|webp|tiff?)"
)
_DESCRIBE = Remedy(say("policy.describe"), act="write-alt-text")
_SAY_WHOSE = Remedy(say("policy.say-whose"), act="record-right-of-use")
_WORD = regex.compile(r"[\p{L}\p{M}]++|\d++")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{2}")
_LEAST_WORDS = 2
_FILLERS = """
a an and the of in on at with this that these here there see above below my our it is to do
image images photo photos photograph picture pictures pic pics img jpg png screenshot
alt text description describe caption test todo tbd none null na no yes ok some untitled file
un una unos unas el la los las de del en con y esta este estas estos aquí mi nuestra es por hacer
imagen imágenes foto fotos fotografía fotografías captura
alternativo texto descripción leyenda prueba pendiente ninguna ninguno nada sí sin archivo
"""
_SAYS_NOTHING = frozenset(_FILLERS.split())
"""Words that leave nobody wiser, however many of them stand together."""


class AltText:
    """A picture without words is nothing to who can't see it (28 CFR 35.200, WCAG 1.1.1)."""

    id: ClassVar[CheckId] = CheckId.ALT_TEXT

    def hits(self, picture: PostPicture) -> Iterator[Hit]:
        """Give a missing description, or one that says nothing ("image", "x", a file's name)."""
        words = picture.alt_text.strip().casefold().rstrip(".")
        if not words:
            yield Hit(None, say("policy.alt-text-missing"), _DESCRIBE)
        elif _FILE_NAME.fullmatch(words) or not _describes(words):
            yield Hit(None, say("policy.alt-text-says-nothing"), _DESCRIBE)


class RightOfUse:
    """Nothing goes out whose source and right of use nobody knows."""

    id: ClassVar[CheckId] = CheckId.RIGHT_OF_USE

    def hits(self, picture: PostPicture) -> Iterator[Hit]:
        """Give a picture without a recorded right, or whose licence may ask for a name (BLO-A9)."""
        if not picture.right_known:
            yield Hit(None, say("policy.right-missing"), _SAY_WHOSE)
        elif picture.credit:
            yield Hit(None, say("policy.name-maker", maker=picture.credit), at_most=Severity.HINT)


def _describes(words: str) -> bool:
    """Tell whether there are two different words and one of them means something: "a tower", never "x"."""
    if _UNSPACED.search(words):
        return True
    told = set(_WORD.findall(words))
    return len(told) >= _LEAST_WORDS and any(
        len(one) > 1 and not one.isdecimal() for one in told - _SAYS_NOTHING
    )


_MUSIC = regex.compile(
    r"\b(?:(?:background )?music|song|soundtrack|audio|track|cancion|musica)(?::| by| used:?| is by"
    r"| de fondo:?) ?[\p{L}\"\u201c']"
    r"|\bset to (?:the (?:song|music|tune) (?:of )?|music by )|\bto the (?:song|tune of)\b"
)


class RightOfMusic:
    """Music that the words name goes with a film or a picture: may it be used (BAL-B1h, SOC-O5)?"""

    id: ClassVar[CheckId] = CheckId.RIGHT_OF_USE

    def hits(self, reading: Reading, _context: Context) -> Iterator[Hit]:
        """Give the first such wording; what a choir sang is none."""
        match = _MUSIC.search(reading.folded)
        if match is not None:
            yield Hit(Span(*match.span()), say("policy.right-of-music"), at_most=Severity.HINT)
