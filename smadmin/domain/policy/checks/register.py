"""All checks by their ids. A check that isn't here doesn't exist: no pack can switch it on."""

from collections.abc import Mapping

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.abbreviations import Abbreviation, Jargon
from smadmin.domain.policy.checks.accusations import Accusation
from smadmin.domain.policy.checks.addresses import StreetAddress
from smadmin.domain.policy.checks.capitals import AllCaps
from smadmin.domain.policy.checks.companies import Company
from smadmin.domain.policy.checks.confidential import Confidential
from smadmin.domain.policy.checks.emoji import EmojiRow
from smadmin.domain.policy.checks.events import EventDetails, ThirdPartyEvent
from smadmin.domain.policy.checks.first_names import OptedOutFirstName
from smadmin.domain.policy.checks.hashtags import HashtagCase
from smadmin.domain.policy.checks.hearsay import Claim
from smadmin.domain.policy.checks.insults import Insult
from smadmin.domain.policy.checks.journeys import Away, CheckIn
from smadmin.domain.policy.checks.languages import UnreadLanguage
from smadmin.domain.policy.checks.levies import Levy
from smadmin.domain.policy.checks.links import (
    InsecureLink,
    InternalLink,
    LinkScheme,
    LookAlikeLink,
    ShortLink,
)
from smadmin.domain.policy.checks.mail import EmailAddress
from smadmin.domain.policy.checks.media import AltText, RightOfMusic, RightOfUse
from smadmin.domain.policy.checks.mentions import Mention
from smadmin.domain.policy.checks.names import FirstNamesOnly, OptedOutName
from smadmin.domain.policy.checks.numbers import BirthDate, IdNumber
from smadmin.domain.policy.checks.persons import NamedPerson
from smadmin.domain.policy.checks.phones import PhoneNumber
from smadmin.domain.policy.checks.politics import Political
from smadmin.domain.policy.checks.promotion import Promotion
from smadmin.domain.policy.checks.punctuation import DoubledWord, Punctuation
from smadmin.domain.policy.checks.quotes import QuoteSource
from smadmin.domain.policy.checks.religion import ReligiousPromotion
from smadmin.domain.policy.checks.rivals import Rival
from smadmin.domain.policy.checks.screenshots import Screenshot
from smadmin.domain.policy.checks.sentences import Fragment
from smadmin.domain.policy.checks.spelling import Spelling
from smadmin.domain.policy.checks.student_records import StudentRecord
from smadmin.domain.policy.checks.superlatives import Superlative
from smadmin.domain.policy.checks.wordings import (
    AdultTopic,
    EngagementBait,
    LegalMatter,
    OnBehalf,
    Profanity,
    Slur,
    TestMaterial,
    Threat,
)
from smadmin.domain.policy.checks.works import StudentWork
from smadmin.domain.policy.context import PictureRule, TextRule, WholeRule

TEXT_RULES: Mapping[CheckId, TextRule] = {
    rule.id: rule
    for rule in (
        FirstNamesOnly(), OptedOutName(), OptedOutFirstName(), NamedPerson(), StudentWork(), Mention(),
        PhoneNumber(), EmailAddress(), IdNumber(), BirthDate(), StreetAddress(), StudentRecord(),
        CheckIn(), Away(), Confidential(), InternalLink(), TestMaterial(), Promotion(), ThirdPartyEvent(),
        Company(), Political(), Levy(), ReligiousPromotion(), OnBehalf(), AdultTopic(), Profanity(),
        Slur(), Insult(), Threat(), Accusation(), Rival(), LegalMatter(), Claim(), Superlative(),
        QuoteSource(), Screenshot(), AllCaps(), Fragment(), Spelling(), Jargon(), Punctuation(),
        DoubledWord(), EngagementBait(), UnreadLanguage(), HashtagCase(), EmojiRow(), LinkScheme(),
        InsecureLink(), LookAlikeLink(), ShortLink(), RightOfMusic(),
    )
}  # fmt: skip
"""Rules over one paragraph."""

WHOLE_RULES: Mapping[CheckId, WholeRule] = {rule.id: rule for rule in (Abbreviation(), EventDetails())}
PICTURE_RULES: Mapping[CheckId, PictureRule] = {rule.id: rule for rule in (AltText(), RightOfUse())}
