"""Promoting a religion (BAL-B1l2).

A holiday in the calendar, a lesson about religions or a church as a place promote nothing. All wordings
are folded.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of
from smadmin.domain.policy.wordlists import OF_BELIEF

_BELIEVING = regex.compile(
    r"\b"
    + one_of(
        r"(?:accept|follow|come to|turn to|believe in) (?:jesus|christ|the lord|allah)",
        r"jesus (?:died|lives|saves|loves (?:you|us|them|me|everyone)|is (?:lord|king|the reason"
        r"|the (?:only )?way))",
        r"(?:learn|hear|sing|talk|teach\w*) (?:about|of) (?:jesus|christ|the lord|god'?s (?:love|word))",
        r"god (?:is (?:good|great|love|faithful)|loves (?:you|us|them)|has a plan)",
        r"thank (?:you )?(?:god|jesus|the lord) for",
        r"(?:to god be|all) (?:the )?glory to god|to god be the glory",
        r"praise (?:the lord|god|jesus|allah)",
        r"(?:join us|come) (?:for|in|to) (?:worship|prayer|mass|(?:sunday|church|our) services?|bible study)",
        r"(?:come|welcome) to (?:our )?church",
        r"pray (?:with us|for|that)|prayers (?:for|to|go)|praying (?:for|that|with)|lift \w+ up in prayer",
        r"(?:the lord|god|jesus|christ) bless(?:es)? (?!america|the usa|texas)\p{L}+",
        r"god (?:willing|made|created|gave|provides|answers|heard|has (?:blessed|been good))",
        r"(?:blessed|saved|loved|healed) by (?:god|jesus|christ|the lord)",
        r"(?:in|by) (?:jesus['\u2019]?|christ['\u2019]?s?|god['\u2019]?s) (?:\w+ )?(?:name|grace|love|will"
        r"|hands)",
        r"(?:he|christ) is risen",
        r"(?:to|in|through|with|for|trust|serve|love|bless|seek|thank) (?:the lord|christ|jesus)",
        r"que dios \p{L}+",
        r"(?:our|my|your) (?:lord|savior|saviour|heavenly father)",
        r"the holy spirit",
        r"bible verse of the (?:day|week)",
        r"(?:psalms?|proverbs|john|matthew|romans|philippians|corinthians|isaiah|jeremiah) \d{1,3}:\d{1,3}",
        r"(?:find|give your (?:life|heart) to) (?:christ|jesus|god|the lord)",
        r"dios (?:te|los|las|nos|le|les|me|la|lo) (?:bendiga|cuide|guarde|acompane|proteja|ayude)",
        r"dios mediante|en el nombre de (?:dios|jesus|cristo)|nuestro senor|la virgen (?:los|las|nos|te)",
        r"(?:pidan|pidamos|recen|recemos|oremos) (?:a dios )?por",
        r"worship with us|(?:come )?get saved",
        r"church (?:is|starts|begins) at \d{1,2}(?:(?::\d\d)? on|:\d\d| ?[ap]\.?m)",
        r"or(?:emos|en|acion|aciones) por",
        r"prayer (?:vigil|meeting|breakfast|circle|service|walk)s?",
        r"read (?:the|your) (?:bible|quran)",
        r"(?:find|seek) salvation",
        r"acept[ea]n? a (?:jesus|cristo)",
        r"(?:cristo|jesus|dios) (?:te|los|las|nos|les) ama|cristo salva",
        r"dios es (?:bueno|amor|grande|fiel)",
        r"(?:alabado sea|gloria a) (?:dios|el senor)",
        r"veng?an? (?:a (?:la iglesia|misa)|al culto)",
        r"oren? con nosotros",
    )
    + r"\b"
)


class ReligiousPromotion:
    """Calling readers to a belief or a service."""

    id: ClassVar[CheckId] = CheckId.RELIGIOUS

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each such call."""
        if OF_BELIEF.isdisjoint(reading.vocabulary):
            return
        for match in _BELIEVING.finditer(reading.folded):
            words = reading.text[match.start() : match.end()]
            yield Hit(Span(*match.span()), say("policy.religious", words=words))
