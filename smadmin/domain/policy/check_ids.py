"""The names of all checks, as packs, records and findings write them. A name never changes its meaning.

What a check reads for stands beside its name; its class lies in `checks/`. A pack that names none of
these is broken. How hard a check bites, and by which clause, is the pack's to say.
"""

from enum import StrEnum


class CheckId(StrEnum):
    """Every check a pack may switch on."""

    # people
    FIRST_NAMES_ONLY = "first-names-only"
    """The full name of a student; offers the first name."""
    OPTED_OUT_NAME = "opted-out-name"
    """The full name of a child whose family said no."""
    OPTED_OUT_FIRST_NAME = "opted-out-first-name"
    """Such a child's first name beside a class, team, initial or group photo, or where no other bears it."""
    NAMED_PERSON = "named-person"
    """The full name of somebody on none of the lists: is their permission recorded?"""
    STUDENT_WORK = "student-work"
    """A child's picture, poem or project: the consents to creative work and media."""
    MENTION = "mention"
    """An @mention of an account that is neither official nor consented."""

    # what leads to a person, or is nobody else's business
    PHONE_NUMBER = "phone-number"
    EMAIL_ADDRESS = "email-address"
    ID_NUMBER = "id-number"
    """A student's number, a social security number."""
    BIRTH_DATE = "birth-date"
    STREET_ADDRESS = "street-address"
    """Somebody's home; the school's own address and public places aren't."""
    STUDENT_RECORD = "student-record"
    """Grades, discipline, health or special education, tied to a person."""
    CHECK_IN = "check-in"
    """Where students are at this moment."""
    AWAY = "away"
    """A field trip told before the return."""
    CONFIDENTIAL = "confidential"
    """Markers of confidential papers ("internal use only")."""
    INTERNAL_LINK = "internal-link"
    """Links into the district's own network, shared drives and edit pages."""
    TEST_MATERIAL = "test-material"
    """Tests, answer keys and the district's curriculum."""

    # whose cause it serves
    PROMOTION = "promotion"
    """Wording that sells a product."""
    THIRD_PARTY_EVENT = "third-party-event"
    """Somebody else's event."""
    COMPANY = "company"
    """A named company: any relationship is disclosed."""
    POLITICAL = "political"
    """Campaigning and lobbying."""
    LEVY = "levy"
    """Levies, bonds and referendums: facts pass, advocacy is found."""
    RELIGIOUS = "religious"
    """Promoting a religion; a calendar note isn't."""
    ON_BEHALF = "on-behalf"
    """A statement for the whole district."""

    # how it speaks of people
    ADULT_TOPIC = "adult-topic"
    """Alcohol, tobacco, drugs, sex outside lessons."""
    PROFANITY = "profanity"
    SLUR = "slur"
    INSULT = "insult"
    """Insulting, harassing or discriminating wording."""
    THREAT = "threat"
    ACCUSATION = "accusation"
    """A named person is said to have done wrong."""
    RIVAL = "rival"
    """Another school or team is run down."""
    LEGAL_MATTER = "legal-matter"
    """Lawsuits, charges, investigations."""

    # whether it is so
    CLAIM = "claim"
    """Hearsay and rumours ("reportedly")."""
    SUPERLATIVE = "superlative"
    """"The best in the state": off unless a clause asks."""
    QUOTE_SOURCE = "quote-source"
    """A quotation without its source."""
    SCREENSHOT = "screenshot"
    """A screenshot of somebody's post: link or embed it."""
    RIGHT_OF_USE = "right-of-use"
    """A picture, film or piece of music whose source and right nobody recorded."""

    # how it reads
    ALL_CAPS = "all-caps"
    FRAGMENT = "fragment"
    """An incomplete sentence: off unless a clause asks."""
    SPELLING = "spelling"
    ABBREVIATION = "abbreviation"
    """An abbreviation not spelled out once."""
    JARGON = "jargon"
    """Words only educators know."""
    PUNCTUATION = "punctuation"
    DOUBLED_WORD = "doubled-word"
    ENGAGEMENT_BAIT = "engagement-bait"
    """Quizzes, tags and shares for their own sake."""
    UNREAD_LANGUAGE = "unread-language"
    """A paragraph in a language that isn't checked: named, not underlined."""

    # whether everybody can follow it
    ALT_TEXT = "alt-text"
    HASHTAG_CASE = "hashtag-case"
    EMOJI_ROW = "emoji-row"
    """Emoji in a row, each read aloud: off unless a clause asks."""
    EVENT_DETAILS = "event-details"
    """An event without a date or a link."""
    LINK_SCHEME = "link-scheme"
    """A link that doesn't open a page."""
    INSECURE_LINK = "insecure-link"
    """`http` without s."""
    LOOK_ALIKE_LINK = "look-alike-link"
    """Letters of another alphabet in an address, or a name one letter off the school's."""
    SHORT_LINK = "short-link"
    """A shortener: nobody sees where it leads."""


CHILD_PROTECTION = frozenset(
    {
        CheckId.FIRST_NAMES_ONLY,
        CheckId.OPTED_OUT_NAME,
        CheckId.OPTED_OUT_FIRST_NAME,
        CheckId.NAMED_PERSON,
        CheckId.MENTION,
        CheckId.SCREENSHOT,
        CheckId.STUDENT_WORK,
        CheckId.PHONE_NUMBER,
        CheckId.EMAIL_ADDRESS,
        CheckId.ID_NUMBER,
        CheckId.BIRTH_DATE,
        CheckId.STREET_ADDRESS,
        CheckId.STUDENT_RECORD,
        CheckId.CHECK_IN,
        CheckId.AWAY,
        CheckId.THREAT,
        CheckId.RIGHT_OF_USE,
    }
)
"""These never grow weaker because people dismissed them."""
