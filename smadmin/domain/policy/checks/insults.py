"""Insulting, harassing or discriminating wording (BLO-IV-B1, WIC-G2).

Words of a list, and what is said of people: "lazy" says nothing of a cat; "some parents are lazy" runs down
people. Costumes, plays and books pass.
"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import Hit, Span
from smadmin.domain.policy.reading import Reading, one_of, touches
from smadmin.domain.policy.wordlists import CHIDING, HARSH, NAMES_CALLED, OF_GROUPS, WORSE_OF_PEOPLE

_FOLK = one_of(
    r"(?:kid|child|student|parent|mom|dad|mother|father|teacher|boy|girl|coach|player|neighbor|driver"
    r"|voter|grader|ref"
    r"|umpire|referee|principal|custodian|sub|substitute|volunteer|secretary|vendor|bully)(?:s|es|ren)?",
    r"(?:some|most|half|many|all|none|one) of (?:you|them|these|those)",
    r"(?:people|families|folks|staff|board|office|umps?|fans|opponents|company|district)",
)
_THEY = r"(?:you|they|he|she|whoever|y'?all)"
_NAMES = one_of(
    *sorted(NAMES_CALLED),
    r"a (?:total |complete |sick )?joke",
    r"a disgrace",
    r"an embarrassment",
    r"(?:as )?blind as (?:an? )?\w+",
    r"(?:nut jobs?|brain dead|dim wits?|white trash)",
)
_WORSE = one_of(*sorted(WORSE_OF_PEOPLE), r"entitled(?! to)", r"out of control")
_LIKENED = frozenset({"like", "bunch", "pair", "man"})
_ANY = NAMES_CALLED | WORSE_OF_PEOPLE | CHIDING
_IS = (
    r"(?:['\u2019](?:re|s)|(?: [\w'\u2019-]+){0,5}? (?:is|are|was|were|be|acts?|acted|acting|behaves?"
    r"|behaved|behaving|looks?"
    r"|looked|been)) (?:(?:so|such|just|all|an?|the|total|totally|complete|completely|absolute|absolutely"
    r"|really|too|to|very"
    r"|bunch of|pack of|freaking|literally|like|as|little|plain|pretty|being|acting|behaving|kind of"
    r"|always|run by"
    r"|full of|nothing but|real|straight up|such an?|wild) ){0,5}"
)
_SAID = regex.compile(
    rf"\b(?:{_FOLK}{_IS}(?:{_NAMES}|{_WORSE})|{_THEY}{_IS}{_NAMES}|run by {_NAMES}"
    rf"|full of (?:\w+ and )?(?:{_NAMES}|clowns|animals|rats|freaks)|some (?:clowns|jerks?|freaks?"
    rf"|pigs?) (?:on|in|at|from|who))\b"
    r"(?! (?:about|for (?:our|the|you)|proud|excited|hat|hats|socks|hair|day|or|and (?:low|visually)))"
)
_CALLED = regex.compile(
    rf"\b(?:{_NAMES}|slow|fat|ugly|dumb|weird|rude|nasty|creepy) (?:little |old )?(?:ones|kids?|students?"
    rf"|parents?|moms?|dads?"
    r"|teachers?|people|families|boys|girls|refs?|referees?|coach(?:es)?|neighbors?|staff|principal)\b"
    rf"|\b(?:you|what an?|bunch of|pack of|those|such an?|some|spoiled) (?:absolute |total |complete "
    rf"|little )?{_NAMES}\b|\b(?:the|all) {_NAMES} (?:who|that (?:park|drive|think|keep))\b"
    r"|\b(?:boy|girl|kid|child) is (?:such )?a (?:real |total )?(?:handful|terror)\b"
    r"(?! (?:mistake|question|idea|day|thing|joke|luck|move|way|excuse|rule)s?\b)"
    r"|\b(?:what an?|bunch of|pack of) (?:absolute |total |little )?(?:animals|monsters|clowns|savages"
    r"|pigs|rats|jerks?|freaks?)\b"
    r"|\b(?:entitled|spoiled|ungrateful|disrespectful|annoying|obnoxious|awful|terrible|horrible|bad"
    r"|useless) (?:little )?"
    r"(?:kids|parents|moms|dads|teachers?|people|families|boys|girls|brats?|subs?|principal|coach(?:es)?)\b"
    r"|\bspoiled brats?\b|\bgerm bags?\b"
)
_GROUPS = regex.compile(
    r"\b(?:immigrants|foreigners|mexicans|hispanics|latinos|blacks|asians|muslims|jews|gays|poor (?:people"
    r"|kids|families)"
    r"|old people|fat (?:kids|people)|disabled (?:kids|people)|special ed kids|those people|these people"
    r"|trailer park\w*"
    r"|(?:stay at home|single|welfare) (?:moms|mothers))(?: \w+){0,2}? (?:are|can['\u2019]?t|cannot"
    r"|don['\u2019]?t|always|never"
    r"|should(?:n['\u2019]?t)?|need to|don['\u2019]t belong|ruin\w*)\b"
    r"|\b(?:boys|girls|women|men|moms|dads|ladies) (?:are|can['\u2019]?t|don['\u2019]?t|always|just|should)"
    r"(?: \w+){0,3}? (?:better at|bad at|worse at|throw|drive|belong|math|cry|whine|complain|stay home"
    r"|emotional|dramatic)\b"
)
_GO_AWAY = regex.compile(
    r"\b(?:need|needs|ought|better|go|try|should) (?:to )?(?:get(?:ting)? a (?:job|life|grip|clue)|grow up"
    r"|a hobby|shut up|sit down)\b"
    r"|\b(?:quit|stop) (?:your |the |all the )?(?:whin\w+|complaining|crying|bellyaching|bitching)\b"
    r"|\b(?:nobody|no one) (?:cares|asked|wants to hear)(?: about)?(?: what)? (?:you|your|them|their)\b"
    r"|\bshould(?: never|n['\u2019]?t) (?:have had|have|be allowed (?:to|near)|be (?:teaching|driving"
    r"|parents))(?: \w+)?"
    r" (?:kids|children|drive|teach|parents)\b"
    r"|\b(?:is|was|were|are) (?:a |an |such a )?(?:\w+ )?(?:nightmare|spineless|gutless|two-faced"
    r"|waste of (?:space|time|money))\b"
    r"|\b(?:smell(?:s|ed)?|stunk|reek\w*) (?:awful|terrible|bad|like (?:a )?(?:trash|garbage|feet|wet dog))\b"
    r"|\b(?:your|ok|okay|sorry|bye|hey),? (?:\w+,? ){0,2}karen\b|\bruining our (?:schools?|country|town"
    r"|class\w*)\b"
)
_LIKE_GIRLS = regex.compile(
    r"\b(?:cr(?:y|ied|ies|ying)|whin\w+|scream\w*|throw\w*|r[ua]n\w*|play\w*|hit\w*|fight\w*|fought"
    r"|act\w*) like (?:an? |some |the )?"
    r"(?:bunch of |little |bunch of little |scared |big )*(?:girls?|sissy|sissies|bab(?:y|ies)|wimps?"
    r"|grandmas?)\b"
    r"|\bbunch of (?:little )?(?:girls|sissies|babies|old ladies|wimps|queens)\b|(?<!next )\bman up\b"
    r"|\bgrow a pair\b"
)
_TO_THEM = regex.compile(
    r"\b(?:i |we )?(?:hate|can['\u2019]?t stand|cannot stand|despise|am sick of|['\u2019]m sick of"
    r"|are sick of|so done with"
    r"|so tired of|fed up with) (?:you\b|these|those|your|their guts|them\b|his guts|her guts"
    r"|some of)(?: \w+){0,2}"
    r"|\bwhat (?:is|['\u2019]s|the heck is) wrong with (?:you|people|these|those|some|him|her|them)\b"
    r"|\b(?:get a life|nobody (?:likes|cares about|wants) (?:you|him|her|them)|do your jobs?\b"
    r"|control your (?:kids?|child\w*)"
    r"|learn (?:how )?to (?:read|drive|parent|park)\b|who raised (?:you|these|them)|raised (?:by wolves"
    r"|in a barn))"
    r"|\bspawn of|dumber than|ought to be ashamed|should be ashamed"
)
_IN_SPANISH = regex.compile(
    r"\b(?:(?:papas|padres|maestr[oa]s?|ninos|ninas|alumnos|gente|mamas|familias|director[a]?|senoras?"
    r"|vecin[oa]s?) (?:\w+ )?"
    r"(?:bien|muy|tan|mas|re) |(?:son|es|eres|estan|parecen?|que|puros|puras|bola de|monton de|tan|siempre"
    r"|unos|unas|esos|esas|estos) (?:(?:un|una|unos|unas"
    r"|muy|bien|tan|puros|puras|bola de|todos|todas) ){0,2})"
    + one_of(
        r"irresponsables?",
        r"floj[oa]s?",
        r"burr[oa]s?",
        r"tont[oa]s?",
        r"inutiles",
        r"inutil",
        r"ignorantes?",
        r"groser[oa]s?",
        r"malcriad[oa]s?",
        r"metiches?",
        r"chismos[oa]s?",
        r"mens[oa]s?",
        r"payas[oa]s?",
        r"cochin[oa]s?",
        r"animales",
        r"ridicul[oa]s?",
        r"mentiros[oa]s?",
        r"estupid[oa]s?",
        r"idiotas?",
        r"huevon(?:es)?",
        r"vag[oa]s?",
        r"mediocres?",
        r"llor[oó]n(?:es|as?)?",
        r"cobardes?",
        r"maleducad[oa]s?",
        r"sinverguenzas?",
        r"tarad[oa]s?",
        r"babos[oa]s?",
        r"corrientes",
        r"nac[oa]s?",
        r"gord[oa]s?",
        r"fe[oa]s?",
        r"perdedor(?:es|as?)?",
        r"exagerad[oa]s?",
        r"tacan[oa]s?",
        r"egoistas?",
        r"envidios[oa]s?",
        r"hipocritas?",
    )
    + r"\b"
)
_PLAYED = regex.compile(
    r"\b(?:costumes?|halloween|dress(?:ed|ing)?|play(?:ed|ing)? (?:the|a)|parade|books?|story|stories"
    r"|novel|fairy tale|skit|musical"
    r"|pretend\w*|masks?|poems?|characters?|zoo|farm|crazy (?:hair|hat|sock)|about you|learn\w*|stuffed"
    r"|cast|theater|disfra\w+"
    r"|cuentos?|libros?|obra)\b"
)
_NOT_SAID = regex.compile(r"\b(?:not|never|n['\u2019]t|no one is|nobody is|none of \w+ (?:is|are))\b")


class Insult:
    """People called names."""

    id: ClassVar[CheckId] = CheckId.INSULT

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give each insult, once."""
        spans = [match.span for match in wordings(reading, context, self.id)]
        for pattern in _patterns(reading):
            for match in pattern.finditer(reading.folded):
                span = Span(*match.span())
                if not touches(sorted(spans), span) and not _harmless(reading, match):
                    spans.append(span)
        for span in sorted(spans):
            yield Hit(span, say("policy.insult", words=words_at(reading, span)))


def _patterns(reading: Reading) -> tuple[regex.Pattern[str], ...]:
    """Give what is looked for; most paragraphs hold no bad word, and looking for one is quick."""
    if reading.spanish:
        return (_IN_SPANISH,)
    named = (_SAID, _CALLED) if not _ANY.isdisjoint(reading.vocabulary) else ()
    told_off = (_GO_AWAY, _TO_THEM) if not HARSH.isdisjoint(reading.vocabulary) else ()
    groups = (_GROUPS,) if not OF_GROUPS.isdisjoint(reading.vocabulary) else ()
    likened = (_LIKE_GIRLS,) if not _LIKENED.isdisjoint(reading.vocabulary) else ()
    return (*named, *told_off, *groups, *likened)


def _harmless(reading: Reading, match: regex.Match[str]) -> bool:
    if _NOT_SAID.search(match[0]):
        return True
    return _PLAYED.search(reading.sentence_folded(match.start())) is not None
