"""Advertising products and other people's events, promoting a religion (BAL-B1l1, BAL-B1l2, SOC-C3).

The school's own sales stay free: book fair, tickets, yearbook, spirit wear, a class's bake sale; so do
thanks to donors. A wording counts only where its sentence isn't about one of these. A holiday in the
calendar, a lesson about religions or a church as a place promote nothing. All wordings are folded.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of

_SELLING = regex.compile(
    r"\b"
    + one_of(
        r"(?:buy|order|shop|purchase|get yours) (?:now|today|here|online (?:now|today|at))",
        r"shop (?:at|with us)",
        r"(?:promo|discount|coupon|referral) codes?",
        r"use (?:the )?code [\p{L}\d]{3,}",
        r"affiliate links?",
        r"limited[- ]time (?:offer|deal|only)",
        r"special offer",
        r"best (?:deal|price)s?",
        r"great deals?",
        r"lowest prices?",
        r"buy one,? get one",
        r"bogo",
        r"free shipping",
        r"money[- ]back guarantee",
        r"while supplies last",
        r"save big",
        r"(?:on sale|available) (?:now )?at (?:walmart|target|amazon|costco|best buy|kroger|walgreens|cvs)",
        r"compr[ae] (?:ya|ahora|hoy|aqui)",
        r"pide (?:ya|ahora)",
        r"codigo (?:de descuento|promocional)",
        r"oferta (?:especial|limitada)",
        r"los mejores precios",
        r"envio gratis",
        r"\d{1,2} ?% (?:off|discount|de descuento)",
    )
    + r"\b"
)
_OWN_SALE = regex.compile(
    r"\b"
    + one_of(
        "book ?fair",
        "feria (?:del libro|de libros)",
        "yearbooks?",
        "anuarios?",
        "tickets?",
        "boletos?",
        "entradas",
        "spirit ?wear",
        "uniforme?s?",
        "fund ?raisers?",
        "fundraising",
        "recaudacion",
        "bake sale",
        "plant sale",
        "pta",
        "pto",
        "booster(?:s| club)?",
        "school store",
        "student store",
        "concessions?",
        "cap and gown",
        "class rings?",
        "school (?:pictures?|photos?)",
        "picture day",
        "field trip",
        "car wash",
        "our students",
        "meals?",
        "lunch",
        "breakfast",
        "almuerzo",
    )
    + r"\b"
)


class Promotion:
    """Wording that sells a product or somebody else's event."""

    id: ClassVar[str] = "promotion"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each selling wording whose sentence isn't about the school's own sale."""
        for match in _SELLING.finditer(reading.folded):
            if not _OWN_SALE.search(reading.sentence_folded(match.start())):
                words = reading.text[match.start() : match.end()]
                yield Hit(Span(*match.span()), say("policy.promotion", words=words))


_BELIEVING = regex.compile(
    r"\b"
    + one_of(
        r"(?:accept|follow|come to|turn to|believe in) (?:jesus|christ|the lord|allah)",
        r"jesus (?:saves|loves you|is (?:lord|king|the reason))",
        r"praise (?:the lord|god|jesus|allah)",
        r"(?:join us|come) (?:for|in|to) (?:worship|prayer|mass|(?:sunday|church|our) services?|bible study)",
        r"(?:come|welcome) to (?:our )?church",
        r"pray with us",
        r"read (?:the|your) (?:bible|quran)",
        r"(?:find|seek) salvation",
        r"acept[ea]n? a (?:jesus|cristo)",
        r"cristo (?:te ama|salva)",
        r"(?:alabado sea|gloria a) (?:dios|el senor)",
        r"veng?an? (?:a (?:la iglesia|misa)|al culto)",
        r"oren? con nosotros",
    )
    + r"\b"
)


class ReligiousPromotion:
    """Calling readers to a belief or a service."""

    id: ClassVar[str] = "religious"

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each such call."""
        for match in _BELIEVING.finditer(reading.folded):
            words = reading.text[match.start() : match.end()]
            yield Hit(Span(*match.span()), say("policy.religious", words=words))
