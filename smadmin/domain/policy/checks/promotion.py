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
from smadmin.domain.policy.reading import Reading, fold, one_of, touches
from smadmin.domain.policy.wordlists import OF_SALES

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
_ALSO = regex.compile(
    r"\b"
    + one_of(
        r"best (?:[\w'\u2019-]+ ){1,4}(?:in (?:all of )?town|around town|in the city)",
        r"(?:tell|let) (?:him|her|them) (?:[\w'\u2019]+ ){1,3}sent you",
        r"mention (?:[\w'\u2019]+ ){1,5}(?:for|and (?:get|save|receive))",
        r"(?:go )?(?:check|try) (?:it|them) out",
        r"kids eat free",
        r"(?:go )?see (?:dr\.?|doctor) \p{L}+ for",
        r"sells? (?:\w+ ){1,3}on the side",
        r"come (?:shop|buy|order)",
        r"(?:hosting|having|throwing) an? (?:\w+ ){0,2}(?:scentsy|tupperware|avon|mary kay|pampered chef"
        r"|lularoe|candle|jewelry|makeup) party",
        r"(?:order|buy) your (?!own\b)|(?:order|grab|get) yours\b",
        r"go get (?:yours|some|one)",
        r"(?:is|are) (?:giving|offering|handing out)(?: away| out)? (?:free|a free|discount\w*|half)",
        r"my (?:husband|wife|mom|mother|dad|daughter|son|sister|brother|cousin|friend|neighbor"
        r"|aunt)(?:['\u2019]s)? (?:\w+ )?"
        r"(?:sells?|is selling|makes|bakes|does (?:nails|hair|lashes)|owns|runs|business|shop|salon|bakery"
        r"|restaurant|cleans|cuts)",
        r"(?:call|text|see|message|use|hire|ask for) my (?:husband|wife|mom|mother|dad|daughter|son|sister"
        r"|brother|cousin|friend)",
        r"i(?: am|['\u2019]m)? sell(?:ing)?",
        r"selling (?:my|his|her) (?!book|heart|idea|art|soul)\w+",
        r"mi (?:espos[oa]|prim[oa]|herman[oa]|tia|mama|hij[oa]|cunad[oa]) (?:vende|hace|arregla|tiene un)",
        r"(?:use|through|with) my (?:\w+ )?(?:link|code)",
        r"(?:\d{1,2}|ten|fifteen|twenty|fifty) percent off",
        r"pick up (?:a|your) copy",
        r"on (?:amazon|etsy|ebay|facebook marketplace|poshmark|craigslist)",
        r"get your (?:nails|hair|lashes|brows|taxes|car|house|carpets?|teeth) (?:done|cut|fixed|cleaned"
        r"|filed|whitened|washed)",
        r"(?:for |at )?(?:an? )?(?:great|good|low|reasonable|cheap|unbeatable) (?:rates?|prices?|deals?)",
        r"free (?:\w+ ){0,2}(?:with (?:any|every|a) purchase|samples?|trial)",
        r"half[- ]off",
        r"link (?:is )?in (?:my|the|our) bio",
        r"(?:gives?|giving|get|offers?|has) (?:a |an |you )?(?:\w+ )?(?:discounts?|deals?|coupons?)",
        r"(?:going|selling) fast",
        r"(?:book|schedule) (?:now|your (?:appointment|session|party|spot))",
        r"can['\u2019]?t beat (?:the|that|those) prices?",
        r"(?:se vende|vendo|en venta|a la venta)",
        r"compr[ae]n?(?:le|les)? (?:su|sus|a|con|en|los|las|el|la|un|una|mi|\w+ (?:con|de|a))",
        r"(?:haganle|hagan|haz|haga)(?: su)? pedidos?",
        r"(?:hablen|llamen|escriban)(?:le|les|me) (?:al|para|a)?",
        r"a (?:solo )?\$ ?\d+(?:\.\d\d)? (?:la docena|el kilo|cada un[oa]|la orden)",
        r"descuentos?",
    )
    + r"(?!\w)"
)
"""Found only where nothing else of its sentence sells."""
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
        "boxtops?",
        "playera[s]? de la escuela",
        "permission slips?",
        "library",
        "website",
        "art show",
        "breakfast",
        "almuerzo",
    )
    + r"\b"
)


_EATING = frozenset({"eat", "dine", "shop", "grab", "order", "get"})
_EAT_AT = regex.compile(
    r"(?i:\b(?:come |go )?(?:eat|dine|shop|grab \w+|order|get (?:\w+ )?\w+)) (?:at"
    r"|from) (?=\p{Lu}\p{L}*(?:['\u2019]s)? \p{Lu}\p{Ll}+)"
)
_FOR_US = regex.compile(r"\b(?:goes?|back|donat\w+|benefit\w*|proceeds|fund ?rais\w+)\b")
_SHOP = regex.compile(r"\b(?:from|at|by|with) (?P<name>\p{Lu}\p{L}*['\u2019]s \p{Lu}\p{Ll}+)")
"""Tina's Tees, Joe's Grill."""
_NAME_LENGTH = 30
_SHORTLY = 200


class Promotion:
    """Wording that sells a product."""

    id: ClassVar[CheckId] = CheckId.PROMOTION

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each selling wording that isn't about the school's own sale."""
        told: list[Span] = []
        for match in _PRIVATELY.finditer(reading.folded):
            told.append(reading.sentence_at(match.start()))
            yield _hit(reading, match)
        also = () if OF_SALES.isdisjoint(reading.vocabulary) else _ALSO.finditer(reading.folded)
        for match in (*_SELLING.finditer(reading.folded), *also):
            sentence = reading.sentence_at(match.start())
            if (match.re is _ALSO and sentence in told) or not _sells(reading, match.start(), context):
                continue
            told.append(sentence)
            yield _hit(reading, match)
        for match in () if _EATING.isdisjoint(reading.vocabulary) else _EAT_AT.finditer(reading.text):
            sentence = reading.sentence_at(match.start())
            ours = _FOR_US.search(reading.sentence_folded(match.start())) or _own(reading, match, context)
            if sentence not in told and not ours and _of_a_shop(reading, match.start(), context):
                told.append(sentence)
                yield _hit(reading, match)


def _own(reading: Reading, match: regex.Match[str], context: Context) -> bool:
    after = Span(match.end() + 1, min(len(reading.text), match.end() + _NAME_LENGTH))
    return any(word.folded in context.names for word in reading.words_in(after)[:2])


def _sells(reading: Reading, position: int, context: Context) -> bool:
    return _of_a_shop(reading, position, context) or not _sells_its_own(reading, position)


def _hit(reading: Reading, match: regex.Match[str]) -> Hit:
    words = reading.text[match.start() : match.end()]
    return Hit(Span(*match.span()), say("policy.promotion", words=words))


def _sells_its_own(reading: Reading, position: int) -> bool:
    """Tell whether the sentence, or what stands shortly before it, is about the school's own sale."""
    own: list[Span] | None = reading.kept.get(id(_OWN_SALE))
    if own is None:
        own = [Span(*match.span()) for match in _OWN_SALE.finditer(reading.folded)]
        reading.kept[id(_OWN_SALE)] = own
    before = Span(max(0, position - _SHORTLY), position)
    return touches(own, reading.sentence_at(position)) or touches(own, before)


def _of_a_shop(reading: Reading, position: int, context: Context) -> bool:
    """Tell whether a company stands in the sentence: then it sells, whatever is sold."""
    companies = [match.span for match in wordings(reading, context, "companies")]
    sentence = reading.sentence_at(position)
    if touches(companies, sentence):
        return True
    shops = _SHOP.finditer(reading.text, sentence.start, sentence.end)
    return any(not context.names.intersection(fold(word) for word in shop["name"].split()) for shop in shops)
