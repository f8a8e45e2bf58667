"""Events: other people's (SOC-C3), and the school's own without a date or a link (WIC-P12)."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context, Paragraph
from smadmin.domain.policy.findings import Hit, Remedy, Span
from smadmin.domain.policy.lexicon import Match
from smadmin.domain.policy.reading import Reading, fold, touches
from smadmin.domain.policy.wordlists import TITLES

_HOST = regex.compile(
    r"\b(?:(?:hosted|organized|run|presented|offered|taught|put on) by|"
    r"(?:organizad|impartid|ofrecid|presentad)[oa]s? por)\p{Zs}(?:the |la |el )?"
    r"(?P<host>\p{Lu}[\p{L}'&-]*+(?:\p{Zs}(?:of |de |& )?\p{Lu}[\p{L}'&-]*+){0,4})"
)
_HOSTS = regex.compile(
    r"(?<!\p{L}|[\p{L}'&-]['&-])(?:[Tt]he |[Ll]a |[Ee]l )?(?P<host>\p{Lu}[\p{L}'&-]*+(?:\p{Zs}(?:of |de "
    r"|& )?\p{Lu}[\p{L}'&-]*+){1,4})\p{Zs}"
    r"(?:(?:is|are|will be) (?:hosting|holding|having|throwing|putting on)|hosts|invites (?:you|everyone"
    r"|all)|will host|presents"
    r"|invita a)\b"
)
_OURS = frozenset(
    {
        "pta", "pto", "ptsa", "student", "students", "council", "booster", "boosters", "library", "class",
        "grade", "graders", "school", "district", "club", "first", "second", "third", "fourth", "fifth",
        "sixth", "consejo", "estudiantil", "escuela", "distrito",
    }
)  # fmt: skip
_AT_SCHOOL = regex.compile(
    r"\b(?:our|students?|grade[rs]*|class|pta|pto|school|nuestr[oa]s?|estudiantes?|escuela|reads?|"
    r"books?)\b"
)
_WHEN = regex.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|miercoles|jueves|viernes|"
    r"sabado|domingo|tomorrow|"
    r"tonight|today|manana|hoy|esta noche|next week|proxima semana|"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}|\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre)|\d{1,2}/\d{1,2})\b"
)
_OVER = regex.compile(
    r"\b(?:thanks?|was|were|came|brought|had|raised|last (?:night|week|year)|yesterday|went|"
    r"helps? us|gracias|fue|"
    r"fueron|hubo|ayer|anoche|vinieron)\b"
)


_OF_A_HOUSE = regex.compile(
    r"\b(?:(?:First|Second|Grace|Calvary|Trinity|St\.? \p{Lu}\p{L}+) )?(?:Baptist|Methodist|Lutheran"
    r"|Presbyterian|Catholic|Episcopal"
    r"|Pentecostal|Church|Chapel|Parish|Temple|Ministries|YMCA|Elks|VFW|Legion|Kiwanis|Rotary"
    r"|Scouts?)(?: (?:Church|Lodge|Club|Hall))?"
    r"['\u2019]?s? (?:[\w'\u2019]+ ){0,3}?(?:trunk or treat|festival|fest|carnival|bazaar|breakfast|dinner"
    r"|supper|picnic|gala|camp|concert"
    r"|egg hunt|raffle|fish fry|bingo|auction|fair|sale|cookout|movie night|game night|5k)\b"
    r"|\b(?i:join us|come)\b[^.!?\n]{0,40}\b"
    r"(?:breakfast|dinner|supper|picnic|raffle|fish fry|bingo|auction|bazaar)\b[^.!?\n]{0,60} at the "
    r"(?:Elks|VFW|Moose|Eagles|Kiwanis|Rotary|American Legion)\b"
)
_WON_THERE = regex.compile(
    r"\b(?:won|took|placed|earned|ribbons?|medals?|last (?:night|week|year)|yesterday)\b"
)


class ThirdPartyEvent:
    """An event that isn't the district's."""

    id: ClassVar[CheckId] = CheckId.THIRD_PARTY_EVENT

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give other people's events, by what they are and by who holds them."""
        spans = {
            match.span for match in wordings(reading, context, self.id) if not _at_school(reading, match.span)
        }
        spans |= {
            Span(*match.span())
            for match in (*_HOST.finditer(reading.text), *_HOSTS.finditer(reading.text))
            if not _is_ours(match["host"], context)
        }
        spans |= {Span(*match.span()) for match in _OF_A_HOUSE.finditer(reading.text)}
        told: list[Span] = []
        for span in sorted(spans):
            if _WON_THERE.search(reading.sentence_folded(span.start)):
                continue
            if reading.sentence_at(span.start) in told:
                continue  # once a sentence is enough
            told.append(reading.sentence_at(span.start))
            yield Hit(span, say("policy.third-party-event", words=words_at(reading, span)))


def _at_school(reading: Reading, event: Span) -> bool:
    """Tell whether the words around an event, not its own ("Vacation Bible School"), speak of a school."""
    sentence = reading.sentence_at(event.start)
    around = reading.folded[sentence.start : event.start] + " " + reading.folded[event.end : sentence.end]
    return _AT_SCHOOL.search(around) is not None


def _is_ours(host: str, context: Context) -> bool:
    words = [fold(part) for part in host.split()]
    own = {fold(part) for name in (context.school_name, *context.account_names) for part in name.split()}
    people = context.people
    return (
        bool((_OURS | own).intersection(words))
        or words[0].rstrip(".") in TITLES
        or words[0] in people.children
        or tuple(words[:2]) in people.staff
    )


class EventDetails:
    """An event that readers are told of without saying when, or without a page with more; once a post."""

    id: ClassVar[CheckId] = CheckId.EVENT_DETAILS

    def hits(self, paragraphs: Sequence[Paragraph], context: Context) -> Iterator[Hit]:
        """Give the first event that lacks one of them in the whole post."""
        found = next(_told(paragraphs, context), None)
        if found is None:
            return
        dated = any(_WHEN.search(one.reading.folded) for one in paragraphs)
        linked = any(one.reading.links for one in paragraphs)
        if dated and linked:
            return
        paragraph, match = found
        event = words_at(paragraph.reading, match.span)
        message = "policy.event-no-link" if dated else "policy.event-no-date"
        remedy = _lead_to(context.site, paragraph.reading) if dated else None
        yield Hit(match.span, say(message, event=event), remedy).shifted(paragraph.start)


def _lead_to(site: str, reading: Reading) -> Remedy | None:
    """Offer the school's own site behind the paragraph; which page of it, only a person knows."""
    end = len(reading.text.rstrip())
    return (
        Remedy(say("policy.add-link", link=site), Span(end, end), f" {site}", judged=True) if site else None
    )


def _told(paragraphs: Sequence[Paragraph], context: Context) -> Iterator[tuple[Paragraph, Match]]:
    for paragraph in paragraphs:
        reading = paragraph.reading
        invited = [one.span for one in wordings(reading, context, "invitations")]
        for match in wordings(reading, context, "events"):
            sentence = reading.sentence_folded(match.span.start)
            if _OVER.search(sentence):
                continue
            if touches(invited, reading.sentence_at(match.span.start)) or _WHEN.search(sentence):
                yield paragraph, match
