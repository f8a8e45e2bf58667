"""A screenshot of somebody's post shows their name and face, and can't be read aloud: link or embed it."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading

_SHOT = regex.compile(
    r"\bscreen ?shots? of (?:[\w'\u2019]+ ){0,4}?(?:posts?|tweets?|comments?|stor(?:y|ies)|"
    r"messages?|threads?|reviews?|e-?mails? (?:from|(?:an?|my|that|some|one of) [\w ]{1,30} sent))\b"
    r"|\bscreen ?shots? (?:of|from) (?:[\w'\u2019]+ ){0,5}?(?:posted|tweeted|wrote|said|texted|commented"
    r"|facebook|instagram|twitter"
    r"|tiktok|snapchat|group chat|dms?|page|feed)\b"
    r"|\bcapturas? de pantalla (?:de|del) (?:\w+ ){0,4}?"
    r"(?:publicacion(?:es)?|comentarios?|tuits?|mensajes?|historias?|resenas?)\b"
)


class Screenshot:
    """A screenshot of a post, a comment or a message."""

    id: ClassVar[CheckId] = CheckId.SCREENSHOT

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give such wording, in the post and in descriptions."""
        for match in _SHOT.finditer(reading.folded):
            yield Hit(Span(*match.span()), say("policy.screenshot"))
