"""Wording that sells (BAL-B1l1, BLO-A10).

The school's own sales stay free: book fair, tickets, yearbook, spirit wear, a class's bake sale; so do
thanks to donors. A wording counts only where its sentence isn't about one of these. All wordings are folded.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of, touches

_SELLING = regex.compile(
    r"\b"
    + one_of(
        r"(?:buy|order|shop|purchase|get yours) (?:now|today|here|online (?:now|today|at))",
        r"shop (?:at|with us)",
        r"(?:taking|accepting|welcoming) new (?:patients|clients|customers)",
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
_PRIVATELY = regex.compile(
    r"\b(?:venmo|zelle|cash ?app|paypal) (?:me|him|her)\b|\bmand[ea]n?(?:le|me) (?:un )?mensaje\b|"
    r"\b(?:message|text|call|dm|e-?mail|contact|ask) (?:me|him|her)"
    r" (?:to|and|for) (?:order|buy|purchase|book)\b"
)
"""Ordered from one person: no sale of the school's, whatever the money is for."""
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


_SHORTLY = 200


class Promotion:
    """Wording that sells a product."""

    id: ClassVar[CheckId] = CheckId.PROMOTION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each selling wording that isn't about the school's own sale."""
        for match in _PRIVATELY.finditer(reading.folded):
            yield _hit(reading, match)
        for match in _SELLING.finditer(reading.folded):
            if _of_a_shop(reading, match.start(), context) or not _sells_its_own(reading, match.start()):
                yield _hit(reading, match)


def _hit(reading: Reading, match: regex.Match[str]) -> Hit:
    words = reading.text[match.start() : match.end()]
    return Hit(Span(*match.span()), say("policy.promotion", words=words))


def _sells_its_own(reading: Reading, position: int) -> bool:
    """Tell whether the sentence, or what stands shortly before it, is about the school's own sale."""
    before = reading.folded[max(0, position - _SHORTLY) : position]
    return (
        _OWN_SALE.search(reading.sentence_folded(position)) is not None
        or _OWN_SALE.search(before) is not None
    )


def _of_a_shop(reading: Reading, position: int, context: Context) -> bool:
    """Tell whether a company stands in the sentence: then it sells, whatever is sold."""
    companies = [match.span for match in wordings(reading, context, "companies")]
    return touches(companies, reading.sentence_at(position))
