"""Campaigning and lobbying (BAL-B1l2). Student elections, polls for fun and plain facts pass.

"Vote yes on Question 3" is advocacy; "Election Day: no school, we are a polling place" is a fact. All
wordings are folded (`Reading.folded`): lower case, no accents.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.levies import asked
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Severity, Span
from smadmin.domain.policy.reading import Reading, one_of, touches
from smadmin.domain.policy.wordlists import OF_CAMPAIGNS, PLACE_WORDS, SCHOOL_WORDS

_MEASURE = one_of(
    r"(?:ballot )?(?:question|measure|proposition|prop\.?|issue|amendment|propuesta|medida)"
    r" (?:\d{1,3}|[a-z]\b)",
)
_BILL = r"(?:(?:house|senate) bill|hb|sb|h\.b\.|s\.b\.) ?\d{1,5}"
_OFFICES = one_of(
    "mayor",
    "governor",
    "senate",
    "congress",
    "president",
    "school board",
    "board of education",
    "city council",
    "sheriff",
    "alcalde",
    "alcaldesa",
    "gobernador",
    "gobernadora",
)
_LAWMAKERS = r"(?:state |local |your |our |the ){0,3}+" + one_of(
    "legislators?",
    "lawmakers?",
    "senators?",
    "representatives?",
    "congress(?:man|woman|people)?",
    "delegates?",
    "general assembly",
    "council ?members?",
    "governor",
    "city council",
    "school board members?",
    "(?:county )?commission(?:ers?)?",
    "board members?",
    "trustees?",
    "(?:elected )?officials?",
    "congress",
    "legislature",
    "school board",
    "mayor",
)
_CAMPAIGN = regex.compile(
    r"\b"
    + one_of(
        rf"(?:vot(?:e|ing)|ballots?) (?:for|in favor of) (?:the )?{_MEASURE}",
        rf"(?:yes|no) (?:on|to) (?:the )?(?:{_MEASURE}|\d{{1,3}}[a-z]?\b(?! ?%)|[b-z]\b)",
        r"(?:has|have|gets?|got|earned|deserves?|won|worth) (?:our|my|your) votes?",
        rf"vote (?:yes|no|against)(?:(?: (?:on|for))? {_MEASURE})?",
        rf"(?:support|oppose|back|defeat|pass|reject|say (?:yes|no) to) {_MEASURE}",
        rf"(?:support|oppose|defeat|pass|reject|kill) {_BILL}",
        rf"(?:call|contact|e-?mail|write(?: to)?|urge|tell|lobby|ask|pressure) {_LAWMAKERS}",
        r"re-?elect \p{L}+",
        r"make america great again|impeach \p{L}+|defund the \p{L}+",
        rf"vote (?!for )(?:\p{{L}}+ ){{1,3}}for {_OFFICES}",
        r"(?:donate|contribute) to (?:the |his |her |their )?(?:\p{L}+ )?campaign",
        r"(?:volunteer|canvass|phone ?bank) for (?:the )?(?:\p{L}+ )?campaign",
        rf"endorse[sd]? (?:\p{{L}}+ ){{0,4}}for {_OFFICES}",
        rf"elect (?:\p{{L}}+ ){{1,4}}(?:for|to|as) (?:the )?{_OFFICES}",
        r"vot[ae]n? (?:si|no|en contra)(?: (?:en|a|por) (?:la )?(?:propuesta|medida|pregunta) ?\w{0,3})?",
        r"vot[ae]n? (?:por|a favor de) (?:la )?(?:propuesta|medida|pregunta|enmienda) \w{1,3}",
        r"(?:apoy[ae]n?|rechac[ea]n?) la (?:propuesta|medida) \w{1,3}",
        r"reelij[ae]n? a \p{L}+",
    )
    + r"\b"
)
_ALSO = regex.compile(
    r"\b"
    + one_of(
        rf"(?:flip|take back|win back) (?:the|our) (?:{_OFFICES}|board|seat|house|council)",
        r"vot(?:e|ing) (?:him|her|them|those \w+|these \w+) (?:out|in)(?: of office)?",
        r"(?:throw|kick|get) (?:him|her|them|the bums) out of office",
        r"(?:is|he['\u2019]s|she['\u2019]s) (?:the )?(?:best|right|only|better) (?:choice|candidate|man"
        r"|woman|person|pick)"
        rf" for (?:the )?{_OFFICES}",
        r"(?:i |we |i['\u2019]?m |we['\u2019]?re )?(?:stand|standing) (?:with|behind) (?:governor|senator"
        r"|mayor|president|candidate)",
        r"(?:send|put|keep) (?:him|her|them) (?:back )?(?:to|in) (?:the )?(?:capitol|state ?house"
        r"|washington|congress|office|senate)",
        r"remember (?:who|this|that|what)(?: \w+){0,4} when (?:you|we) vote",
        r"four more years|(?:blue|red) wave",
        r"vot(?:e|ed|ing) (?:republicans?|democrats?|democratic|red|blue|gop)",
        r"thank you,? (?:president|governor|senator|mayor) \p{L}+ for (?!visiting|coming|reading|speaking"
        r"|stopping|taking|joining|meeting|your|the visit)",
        r"(?:show up|rally|protest|march|gather) (?:at|on|to) (?:the )?(?:state ?house|capitol|legislature"
        r"|city hall)",
        r"(?:do ?n['\u2019]?t|we can(?:no|['\u2019])?t|never) let (?:them|congress|the (?:board|state"
        r"|governor|legislature))"
        r" (?:defund|cut|take|ban|close|destroy)",
        rf"(?:your|our) next (?:{_OFFICES})",
        r"sign(?:ing)? (?:the|this|our|a) petition",
        r"(?:join|come to) (?:us|me) (?:at|for) (?:the|a) (?:rally|protest|march|walkout|picket)\b",
        rf"we need (?:a )?(?:new|better|different) (?:{_OFFICES}|leaders(?:hip)? in|board|representation)",
        r"get out (?:the|and) vote for",
    )
    + r"\b"
)
"""Looked for only where one of `OF_CAMPAIGNS` stands."""
_VOTE_FOR = regex.compile(r"\b(?:vote for|vot[ae]n? por|support|apoy[ae]n? a)(?= \p{L})")
_POLITICS = regex.compile(
    r"\b"
    + one_of(
        _OFFICES,
        "senators?",
        "congress(?:man|woman)",
        "delegate",
        "attorney general",
        "democrat(?:s|ic)?",
        "gop",
        "republicans?",
        "candidates?",
        "primary election",
        "general election",
        "senador[a]?",
        "commissioner",
        "council(?:man|woman| seat)",
        "consejo (?:escolar|municipal)",
        "mesa directiva",
        "concejal",
        "comisionad[oa]",
        "alcaldi?[ae]s?a?",
        "juez",
        "junta escolar",
        "candidat[oa]s?",
        "partido",
    )
    + r"\b"
)
_RUNNING_FOR = regex.compile(rf"\b(?:for|as|para) (?:the )?(?:state |us |u\.s\. |county )?{_OFFICES}\b")
_AT_SCHOOL = regex.compile(
    r"\b"
    + one_of(
        "student (?:council|government|body|senate|election|leader|office)s?",
        "class (?:president|officers?|of)",
        "sga",
        "homecoming",
        "prom (?:king|queen|court)",
        "mock",
        "mascot",
        "favou?rite",
        "spirit",
        "yearbook",
        "teacher of the",
        "staff member of the",
        "grade (?:president|rep)",
        "contest",
        "battle of the books",
        "logo",
        "playlist",
        "consejo estudiantil",
        "gobierno estudiantil",
        "mascota",
        "favorit[oa]",
    )
    + r"\b"
)
_A_PERSON = regex.compile(r"\p{Zs}(?:a )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")
"""Votes at school are passed over before: who is named by two names stands for an office."""
_WITHOUT_A_CAUSE = regex.compile(r"vote (?:yes|no|against)|vot[ae]n? (?:si|no|en contra)")


class Political:
    """Asking people to vote a certain way, to back a bill, or to press a lawmaker."""

    id: ClassVar[CheckId] = CheckId.POLITICAL

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each wording of advocacy whose sentence isn't about the students' own elections."""
        levies = asked(reading, context)
        also = () if OF_CAMPAIGNS.isdisjoint(reading.vocabulary) else _ALSO.finditer(reading.folded)
        for match in (*_CAMPAIGN.finditer(reading.folded), *also):
            if touches(levies, Span(*match.span())):
                continue  # `levies.py` says more about it
            if not _AT_SCHOOL.search(reading.sentence_folded(match.start())):
                at_most = Severity.WARN if _WITHOUT_A_CAUSE.fullmatch(match[0]) else Severity.BLOCK
                yield _hit(reading, match.span(), at_most)
        for match in _VOTE_FOR.finditer(reading.folded):
            person = _names_a_person(reading, match.end(), context)
            if _campaigns(match[0], reading.sentence_folded(match.start()), person=person):
                yield _hit(reading, match.span(), Severity.BLOCK)


def _names_a_person(reading: Reading, position: int, context: Context) -> bool:
    """Tell whether two names follow, and neither our school nor a place: "vote for Lincoln Elementary"."""
    match = _A_PERSON.match(reading.text, position)
    if match is None:
        return False
    words = [word.folded for word in reading.words_in(Span(*match.span()))]
    return not any(word in one for word in words for one in (context.names, PLACE_WORDS, SCHOOL_WORDS))


def _campaigns(wording: str, sentence: str, *, person: bool) -> bool:
    """Tell a candidate's campaign from a vote at school; the weaker "support" wants an office run for."""
    if _AT_SCHOOL.search(sentence):
        return False
    if person and "vot" in wording:
        return True
    return (_POLITICS if "vot" in wording else _RUNNING_FOR).search(sentence) is not None


def _hit(reading: Reading, span: tuple[int, int], at_most: Severity) -> Hit:
    return Hit(Span(*span), say("policy.political", words=reading.text[span[0] : span[1]]), at_most=at_most)
