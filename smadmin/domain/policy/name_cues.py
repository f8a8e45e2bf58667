"""The words that make a full name a student's, an adult's or history's (BAL-B1j2). All are folded.

A cue stands beside the name, in its sentence, or in the next one that goes on with "she".
"""

import regex

from smadmin.domain.policy.findings import Span
from smadmin.domain.policy.reading import Reading, one_of

_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
)
_GRADO = (
    r"(?:primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|\d{1,2} ?[\u00ba\u00b0o]?\.?) (?:grado|ano)"
)
_ROLES = one_of(
    r"wrestlers?", r"runners?", r"swimmers?", r"spellers?", r"gymnasts?", r"mathletes?", r"scholars?",
    r"dancers?",
    r"goalies?", r"goalkeepers?", r"pitchers?", r"quarterbacks?", r"kickers?", r"strikers?", r"players?",
    r"soloists?",
    r"cheerleaders?",
    r"(?:chess|science|math|spelling|geography|team|safety|student) (?:whiz|champ|captain|patrol"
    r"|ambassador|champion|leader|helper)s?", r"mvp", r"champions?", r"winners?", r"finalists?",
    r"all[- ]stars?",
    r"kiddos?", r"buddy", r"birthday (?:boy|girl)", r"classmates?", r"twins", r"campe[o]n(?:a|es)?",
    r"ganador(?:a|es)?",
    r"signees?", r"letter(?:men|winners?)", r"honorees?", r"inductees?", r"(?:point|shooting) guard",
    r"linebackers?", r"forwards?",
    r"midfielders?", r"sprinters?", r"jugador(?:a|es)?", r"nin[oa]s?", r"chic[oa]s?", r"cumpleaner[oa]",
)  # fmt: skip
"""What children are called for what they do; adults are hardly ever called so at a school."""
_CUE_BEFORE = regex.compile(
    one_of(
        r"\b(?:students?|graders?|freshm[ae]n|sophomores?|juniors?|seniors?|kindergart[e]?ners?|scholars?"
        r"|classmates?)",
        r"\b(?:valedictorian|salutatorian|estudiantes?)",
        r"\bof the (?:month|week|year|day|quarter)",
        r"\bdel mes",
        r"\b" + _ROLES,
    )
    + r"(?: (?:for \w+ |this \w+ )?(?:is|are|was|goes to|went to|es))?[\p{Zs},:\-\u2013\u2014!]{1,4}$"
)
_CUE_BEFORE_IN_SPANISH = regex.compile(r"\balumn[oa]s?[\p{Zs},:]{1,3}$")
"""In English an alumna is grown up."""
_SURE = regex.compile(
    rf"(?:(?:{_NTH}|kindergarten)[ -]grader|kindergart[e]?ner|valedictorian)[\p{{Zs}},:]{{1,3}}$"
)
"""After such a word two capitals are a name, however uncommon."""
_CUE_AFTER = regex.compile(
    r",?[\p{Zs}]{1,2}\(?(?:an? |our |una? |(?:is|was) (?:now )?in )?"
    + one_of(
        rf"{_NTH}[\p{{Zs}}-]grade",
        r"grade \d",
        r"(?:track|golf|football|soccer|volleyball|basketball|baseball|softball|tennis|wrestling|swimming"
        r"|cheer|band|choir|violin|viola"
        r"|cello|flute|trumpet|trombone|clarinet|piano|drums|gr\.? ?\d|\d{1,2}(?:st|nd|rd|th)|age \d)\)",
        r"(?:kindergart[e]?ner|freshman|sophomore|valedictorian)\b",
        rf"in {_NTH}\b(?! (?:place|period|hour|gear|row|line|base|half))",
        r"student (?:id|number)\b",
        r"class of (?:19|20)\d\d",
        rf"(?:estudiante de\b|(?:alumn[oa] )?de {_GRADO})",
        r"(?:twins|brothers|sisters|siblings|kids)\b",
    )
)
_RANK = r"(?:[1-9]\d?(?:st|nd|rd|th)|first|second|third|fourth|fifth|top|runner[- ]up|gold|silver|bronze)"
_PRIZE = one_of(
    "place", "medals?", "ribbons?", "trophy", "trophies", "title", "bee", "championships?", "contest",
    "tournament",
    "awards?", "match", "scholarship", "certificates?", "competition", "prize", "state",
)  # fmt: skip
_WON = one_of(
    rf"(?:placed|finished|came in|took(?: home)?|earned|earning|won|winning|captured|brought home|received"
    rf"|got)"
    rf" (?:home )?(?:[\w'-]+ ){{0,5}}(?:{_PRIZE})\b",
    rf"(?:placed|finished|came in) (?:\w+ )?{_RANK}\b",
    rf"{_RANK} (?:place )?(?:in|at) (?:the )?(?:\d+|long|high|relay|mile|triple|shot|discus|hurdles|state"
    rf"|county"
    r"|district|spelling|math|science|chess|[\w]+ (?:meet|bee|fair|contest|tournament))",
    r"all[- ](?:state|stars?|county|region\w*|district|conference|city|american)\b",
    r"honor (?:choir|band|society)\b",
    r"(?:made|named to|selected (?:for|to)|chosen (?:for|to|as)|accepted (?:to|into)|qualif\w+ for"
    r"|advanc\w+ to) "
    r"(?:the )?(?:[\w-]+ ){0,2}(?:team|choir|band|orchestra|varsity|state|nationals?|regionals?|finals?"
    r"|playoffs|cast)\b",
    r"scor\w+ (?:[\w-]+ ){0,3}(?:goals?|points?|touchdowns?|runs?|baskets?|soccer|perfect)\b",
    r"(?:\d+|two|three|four|five|ten) (?:points|rebounds|assists|goals|strikeouts|rbis|touchdowns)\b",
    r"read (?:[\w,]+ ){0,2}(?:books|minutes|pages)\b",
    r"straight as\b",
    r"(?:hit|made|scored|kicked|sank) the (?:game|winning|walk-?off|buzzer)\b",
    r"(?:gano|ganaron|obtuvo|saco|recibio) (?:[\w-]+ ){0,4}(?:concurso|medallas?|premio|lugar|trofeo"
    r"|torneo|beca)\b",
    r"(?:primer|segundo|tercer) lugar\b",
    r"por (?:ganar|su (?:medalla|premio|primer|segundo|tercer|dibujo|poema|ensayo))\b",
)
_CUE_IN_SENTENCE = regex.compile(
    r"\b"
    + one_of(
        r"(?:(?:he|she|they|who|ella?|quien)(?:['\u2019]s| is| was| are| were| esta) (?:in |en )?|from |de )"
        rf"(?:[\w.'\u2019]+ ){{0,3}}(?:{_NTH}[ -]grade|grades? \d|kindergarten)\b"
        r"(?!(?: level)? (?:hall|room|wing|team))",
        rf"(?:{_NTH}|kindergarten)[ -]grader",
        rf"(?:our|my|, |\() ?{_NTH}[ -]grade (?=\p{{L}}+\b(?<!hall|room|wing|team))(?:student|reader|class"
        rf"|friend|kid)",
        r"(?:from|of|in|de|del) (?:room \d+|salon \d+|\d[a-f]\b)",
        r"(?:from|of|in) [\w.]+ [\w.]+['\u2019]s? (?:[\w-]+ ){0,3}(?:class|homeroom|room|group)\b",
        r"(?:student|reader|writer|speller|scholar|citizen|mathlete|artist|athlete|friend|helper|star|kid"
        r"|lark|wildcat"
        r"|player|musician|leader|runner|mathematician)s? of the (?:day|week|month|quarter|semester|year)",
        r"(?:class|student (?:council|body)|sga|club|team) (?:president|vice president|treasurer|captain"
        r"|rep\w*)",
        r"(?:bee|fair|contest|essay|poster|chess|tournament|spelling|mathlete)"
        r" (?:winner|champion|champ|finalist)s?",
        r"(?:finished|completed|met|reached|passed) (?:his|her|their) (?:[\w-]+ ){0,4}(?:challenge|goal"
        r"|books?|facts|belt|test)\b",
        r"(?:lost|loses?) (?:his|her|their) (?:first|front|\w+) tooth",
        r"(?:honor roll|perfect attendance|cuadro de honor|asistencia perfecta)",
        r"(?:turn(?:s|ed|ing)?|cumpl(?:e|io)) (?:[5-9]|1[0-8])\b",
        r"happy (?:[5-9]|1[0-8])th birthday",
        r"(?:estudiante|alumn[oa]|lector|lectora)s? (?:del|de la) (?:mes|semana)",
        r"alumn[oa]s? de (?:\w+ )?(?:grado|kinder|tercero|cuarto|quinto|primero|segundo)",
        _GRADO,
        r"de \d[a-f]\b",
        r"(?:our|my|nuestr[oa]s?|mi) (?:[\w-]+ ){0,2}" + _ROLES + r"\b",
        r"(?:way to go|nice (?:job|work)|great (?:job|work)|proud of (?:you|these|our|my))[ ,]*(?:boys"
        r"|girls|kiddos?"
        r"|buddy|kids|young (?:man|lady|men|ladies)|students)",
        _WON,
    )
)
_OF_ADULTS = regex.compile(
    r"\b"
    + one_of(
        r"teach\w*|taught|volunt\w+|coach\w*|substitut\w*|subs? (?:in|for)|lead(?:s|er)?(?! (?:role|part))"
        r"|runs?(?= (?:our|the))",
        r"visit\w*|speaker|guest|crossing guard",
        r"m[ou]ms?|mothers?|dads?|fathers?|parents?|grand\w+|author|illustrator|principal|retir\w+|staff"
        r"|employee",
        r"custodian|secretary|librarian|nurse|counselor|aide|para\w*|driver|officer|judges?|owner"
        r"|years of service",
        r"pt[ao]|board|donat\w+|alum(?:ni|na|nus|nae|s)?(?= |$|[,.!])(?! de)|graduated?|maestr[oa]s?"
        r"|profesor\w*"
        r"|voluntari[oa]s?|mama|papa|madre|padre",
        r"abuel[oa]s?|autora?|director\w*|entrenador\w*|mayor|senator|superintendent|treasurer|former"
        r"|firefighter|chef"
        r"|manager",
    )
    + r"\b"
)
_OF_HISTORY = regex.compile(
    r"\b(?:learn\w*|read(?:ing)? about|stud(?:y|ied|ying)|books? (?:by|about)|novels?|biograph\w+|history"
    r"|songs? by|museum"
    r"|aprend\w+|libros? (?:de|sobre)|historia|estudi(?:amos|aron))\b"
)
_GOES_ON = regex.compile(r"\W*(?:he|she|his|her|they|el|ella)\b")
_HARDLY_MORE = 4
"""A sentence of so few words is a name, and what it is about stands before."""
_REACH = 45


def surely_after(reading: Reading, position: int) -> bool:
    """Tell whether what begins here is a child's name, however uncommon: "third grader"."""
    return _SURE.search(reading.folded[max(0, position - _REACH) : position]) is not None


def beside(reading: Reading, name: Span) -> bool:
    """Tell whether the words beside a name call its bearer a student."""
    before = reading.folded[max(0, name.start - _REACH) : name.start]
    if reading.spanish and _CUE_BEFORE_IN_SPANISH.search(before) is not None:
        return True
    return _CUE_BEFORE.search(before) is not None or _CUE_AFTER.match(reading.folded, name.end) is not None


def told_of(reading: Reading, name: Span) -> bool:
    """Tell whether the sentence of a name tells of a student, and neither of an adult nor of history."""
    sentence = _sentence_and_next(reading, name.start)
    return _CUE_IN_SENTENCE.search(sentence) is not None and not of_others(sentence)


def of_others(sentence: str) -> bool:
    """Tell whether a folded sentence tells of adults or of history."""
    return _OF_ADULTS.search(sentence) is not None or _OF_HISTORY.search(sentence) is not None


def _sentence_and_next(reading: Reading, position: int) -> str:
    """Give the sentence of a name, and the next one where it goes on about the same person."""
    sentence = reading.sentence_at(position)
    start, end = sentence.start, sentence.end
    alone = start > 0 and len(reading.text[start:end].split()) <= _HARDLY_MORE
    before = reading.sentence_folded(start - 1) + " " if alone else ""
    after = reading.sentence_folded(end) if end < len(reading.text) else ""
    return before + reading.sentence_folded(position) + (after if _GOES_ON.match(after) else "")
