"""What keeps a clause: checks, steps of the work, reminders and cards, under one name each.

Packs name them (`check:promotion`, `step:second-look`); any other name is refused. A name stands here before
its thing is built: so a pack says what will keep a clause one day. What works today is `STANDING`, and only
that may a pack claim: a name whose thing is still to come is left out of it. Where each that stands has its
place is shown in `test_enforced.py`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from smadmin.domain.policy.check_ids import CheckId


class Means(StrEnum):
    """By what a clause is kept."""

    CHECK = "check"
    STEP = "step"
    REMINDER = "reminder"
    CARD = "card"


class Step(StrEnum):
    """A step of the work that can't be gone round."""

    ACCOUNTABLE = "accountable-principal"
    """An account without a principal who answers for it posts nothing."""
    ACCOUNT_BAR = "account-bar"
    """Every account of the draft stands above the work, all the time."""
    ACCOUNT_HOLD = "account-hold"
    """An account is put on hold or closed, for good and on the record."""
    ACCOUNT_KINDS = "account-kinds"
    """School, department, district, club: the kind of an account decides what it may be."""
    ACCOUNT_NAME = "account-name"
    """An account is called after the school, not after a person."""
    AFFILIATED_SITES = "affiliated-sites"
    """Pages of clubs and parents that staff take part in, with who watches them."""
    APPROVED_PLATFORMS = "approved-platforms"
    """Nothing is posted to a platform that the district didn't approve."""
    ASK_FIRST = "ask-first"
    """A draft goes to the principal with a question."""
    BROWSER_PROFILE = "browser-profile"
    """Each account opens in a browser that knows no other log-in."""
    CLEAN_COPY = "clean-copy"
    """A photo goes out as pixels alone: no place, no time, no name of a camera."""
    COMMENT_DESK = "comment-desk"
    """Comments that wait for an answer, with their age."""
    COMMENT_REMOVAL = "comment-removal"
    """A comment is removed for a category of the pack, after it was kept."""
    COMMENTS_DECIDED = "comments-decided"
    """Each account says whether comments are on, and who reads them."""
    COPY_BEFORE_LIVE = "copy-before-live"
    """An account goes live only when somebody else can open it too."""
    CORRECTION = "correction"
    """A mistake is put right, said so, and told to the principal."""
    CRISIS_HOLD = "crisis-hold"
    """Everything queued stops at one key."""
    DEPARTURE = "departure"
    """Whoever leaves can open nothing any more."""
    DESIGNATION = "designation"
    """The principal names the administrators, account by account."""
    DEVICE = "device"
    """A computer is the school's own, or says why not."""
    DIRECT_MESSAGES = "direct-messages"
    """Private messages to an account are off, or answered with a set text."""
    DISTRICT_DESIGNATION = "district-designation"
    """Accounts of the whole district belong to communications."""
    EMERGENCY_REASON = "emergency-reason"
    """A locked copy of a log-in is opened with a reason."""
    EMPLOYMENT = "employment"
    """Only employees are let in."""
    END_OF_ACCOUNT = "end-of-account"
    """An abandoned account is handed over or taken down."""
    ENGAGEMENT_RULES = "engagement-rules"
    """The rules for visitors, written for each account."""
    FOLLOW_GUARD = "follow-guard"
    """Whom an account may follow."""
    HANDLE_CONFIRMED = "handle-confirmed"
    """The handle on the platform's page is compared before anything is handed out."""
    LICENCE_LINE = "licence-line"
    """The school's own work says under which licence it may be used."""
    LIFE_CYCLE = "life-cycle"
    """Nothing is posted from an account that isn't live."""
    LIST_AGE = "list-age"
    """A list of children that nobody looked at for too long holds photos back."""
    LOG_IN_COPY = "log-in-copy"
    """Locked copies of each log-in for those who answer for it."""
    LOG_IN_TOLD = "log-in-told"
    """A changed log-in stands as not yet told to communications."""
    LOGIN_DOMAIN = "login-domain"
    """An account's log-in is an address of the school's own."""
    MINUTES = "minutes"
    """The time that was promised for an account, and the time it took."""
    MONITORING_ROUND = "monitoring-round"
    """A round through the comments, with the last and the next."""
    NOTICES = "notices"
    """Closures and delays, signed in advance, out in four acts."""
    OFFICE_ACCESS = "office-access"
    """Communications confirmed that it can remove content there and change the site."""
    OFFICE_REQUESTS = "office-requests"
    """Communications asks for a removal or a closing, which stands first on Today until it is done."""
    PASSWORD_REUSE = "password-reuse"  # noqa: S105  a name
    """A password that another account has already is refused."""
    PHOTO_FACTS = "photo-facts"
    """Whose photos these are, by what right, and what for."""
    PHOTO_REVIEW = "photo-review"
    """Every face in every photo is decided before it goes out."""
    PLATFORM_IDENTITY = "platform-identity"
    """The platform itself says who would be posting."""
    POST_REQUESTS = "post-requests"
    """A department asks for a post; communications takes it or not."""
    PUBLIC_LIST = "public-list"
    """The list of official accounts for everybody."""
    READ_BACK = "read-back"
    """The post once more, as readers see it, with the district's question."""
    REAL_NAME = "real-name"
    """Whatever is done stands under its doer's real name."""
    RECORD_EXPORT = "record-export"
    """The record can be handed out, whole and provable."""
    REGISTER_EXPORT = "register-export"
    """Who can be reached about which account, for communications."""
    RELEASE = "release"
    """Nobody releases their own post, and nothing goes out that wasn't released."""
    REQUEST_TO_OPEN = "request-to-open"
    """A new account is asked for, with four answers, and approved by two."""
    RETENTION = "retention"
    """Records are kept as long as the schedule says, and no longer."""
    REVEAL = "reveal"
    """A log-in is shown after the passphrase, and it stands in the record."""
    SECOND_LOOK = "second-look"
    """A second person looks at every photo in which students show."""
    SET_UP_LIST = "set-up-list"
    """What must be switched on or off on each platform."""
    SITE_CARDS = "site-cards"
    """On any watched site: cards for threat, bullying and abuse, and who was told when."""
    STRATEGY = "strategy"
    """What an account is for, for whom, and with how much time."""
    TAKE_DOWN = "take-down"
    """Something is taken back that is out already."""
    UNOFFICIAL_ACCOUNTS = "unofficial-accounts"
    """Accounts that pretend to be the school's, and what became of them."""
    VIDEO = "video"
    """A film is seen to its end before it goes out."""
    WEEK_PLAN = "week-plan"
    """Each week's topics are planned and signed."""


class Reminder(StrEnum):
    """What the program says by itself when its day has come."""

    CADENCE = "cadence"
    """An account is due, overdue, silent, abandoned."""
    CARDS_READ = "cards-read"
    """Whoever watches comments has read the cards."""
    DELETE_FROM_PHONE = "delete-from-phone"
    """Photos that came from somebody's own phone don't stay there."""
    LOG_IN_CONFIRMATION = "log-in-confirmation"
    """Log-ins are confirmed with communications once a year."""
    MANDATED_NOTICE = "mandated-notice"
    """The district's notice stands on the account."""
    PLANNING_MEETING = "planning-meeting"
    """Principal and administrator talk about what matters."""
    POLICY_READ = "policy-read"
    """Each administrator has read the policy this year."""
    PROTECTION = "protection"
    """The computer is protected against what spies."""


class Card(StrEnum):
    """A page to read when it is needed: whom to call, what to say."""

    ABUSE = "abuse"
    BULLYING = "bullying"
    CHILD_OUT = "child-out"
    """A child's picture or data is out: gone everywhere at one press."""
    CONTACTS = "contacts"
    """Whom the policy tells people to call or write to."""
    EMPLOYEE = "employee"
    """An employee breaks the policy."""
    FRIEND_REQUESTS = "friend-requests"
    MEDIA_QUESTIONS = "media-questions"
    MISUSE = "misuse"
    OWN_PAGES = "own-pages"
    """What staff keep off their own pages."""
    OWN_TIME = "own-time"
    OWN_VOICE = "own-voice"
    PRIVACY = "privacy"
    PRIVATE_DATA_OUT = "private-data-out"
    THREAT = "threat"
    WHAT_IS_RECORDED = "what-is-recorded"


EMERGENCIES = frozenset(
    {Card.ABUSE, Card.BULLYING, Card.CHILD_OUT, Card.EMPLOYEE}
    | {Card.MEDIA_QUESTIONS, Card.MISUSE, Card.PRIVATE_DATA_OUT, Card.THREAT}
)
"""The cards for emergencies: from opening one on the clock goes (`domain/cases.py`)."""

NAMES: dict[Means, frozenset[str]] = {
    Means.CHECK: frozenset(CheckId),
    Means.STEP: frozenset(Step),
    Means.REMINDER: frozenset(Reminder),
    Means.CARD: frozenset(Card),
}

STANDING: dict[Means, frozenset[str]] = {
    Means.STEP: frozenset(Step),
    Means.REMINDER: frozenset(
        {
            Reminder.CADENCE,
            Reminder.CARDS_READ,
            Reminder.DELETE_FROM_PHONE,
            Reminder.LOG_IN_CONFIRMATION,
            Reminder.MANDATED_NOTICE,
            Reminder.PLANNING_MEETING,
            Reminder.POLICY_READ,
            Reminder.PROTECTION,
        }
    ),
    Means.CARD: frozenset(Card),
}
"""What works today, but for checks: those work once they have a class (`proofreading.RULES`)."""


@dataclass(frozen=True, order=True)
class Enforcer:
    """Something that keeps a clause, by its name."""

    means: Means
    name: str

    @classmethod
    def of(cls, written: str) -> "Enforcer":
        """Read one as packs write it (`step:second-look`).

        Raises:
            ValueError: there is nothing of that name.
        """
        means, _, name = written.partition(":")
        if means not in set(Means) or name not in NAMES[Means(means)]:
            raise ValueError("nothing is called that")
        return cls(Means(means), name)

    def stands(self, checks: Collection[str]) -> bool:
        """Tell whether it works today; `checks` are those that have a class."""
        return self.name in (checks if self.means is Means.CHECK else STANDING[self.means])

    def __str__(self) -> str:
        """Give it as packs write it."""
        return f"{self.means.value}:{self.name}"
