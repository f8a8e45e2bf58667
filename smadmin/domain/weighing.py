"""How X weighs a text: twitter-text's rules, version 3 (280 weighted characters).

Weighed as a whole, in time that grows with its length: first the links are taken out (`domain.links`), then
the emoji, then what is left is weighed by its code points.
"""

import unicodedata

import regex

from smadmin.domain.links import links_in

LINK_WEIGHT = 23
"""Every link counts so much, whatever its length."""
_EMOJI_WEIGHT = 2

_LIGHT = regex.compile(r"[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]++")
_ONE = (
    r"(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}"
    r"|[\p{Emoji}--[#*0-9]--\p{Regional_Indicator}]\uFE0F?+)"
)
_EMOJI = regex.compile(
    r"\p{Regional_Indicator}{2}"
    r"|[#*0-9]\uFE0F?+\u20E3"
    rf"|{_ONE}(?:[\U000E0020-\U000E007E]++\U000E007F)?+(?:\u200D{_ONE})*+",
    regex.V1,
)
"""By the shape Unicode gives emoji, so that those invented after this was written count 2 as well."""


def weigh(text: str) -> int:
    """Give the length of a text as X counts it.

    Code points 0-4351, 8192-8205, 8208-8223 and 8242-8247 weigh 1, all others 2, an emoji 2 whatever it is
    made of, a link 23; the text is normalised to NFC and line ends to one character first.
    """
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    links = links_in(plain)
    ends = (0, *(link.end for link in links))
    starts = (*(link.start for link in links), len(plain))
    # Where a link stood, a line end (weight 1) keeps what is beside it apart.
    rest = "\n".join(plain[end:start] for end, start in zip(ends, starts, strict=True))
    emoji = 0
    if not rest.isascii() or "\u20e3" in rest:
        rest, emoji = _EMOJI.subn("", rest)
    heavy = 0 if rest.isascii() else len(_LIGHT.sub("", rest))
    return len(rest) + heavy + _EMOJI_WEIGHT * emoji + (LINK_WEIGHT - 1) * len(links)
