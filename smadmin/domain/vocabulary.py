"""The record's vocabulary: what rows are about, and what can have been done to it.

Rows are signed for ever, so a word here is never renamed or reused; a new one is added. Nouns are plural
module names, as in `Changes`. A row of another version may carry a word that isn't here: it still verifies.
"""

from enum import StrEnum


class Noun(StrEnum):
    """What a row is about. Its id is that thing's; students have none: a child's id occurs only in parts."""

    ACCOUNTS = "accounts"
    ADULTS = "adults"  # id: a consent's
    COMPUTERS = "computers"  # id: the seat's
    CREDENTIALS = "credentials"  # id: the account's
    DEPARTURES = "departures"
    FOLLOWED = "followed"  # id: the account's that follows
    KEYS = "keys"
    LAW = "law"
    MEETINGS = "meetings"  # id: the school's
    NOTICES = "notices"
    OFFICE_REQUESTS = "office-requests"  # id: the account's
    PAST_POSTS = "past-posts"  # id: the account's
    PEOPLE = "people"
    PERMISSIONS = "permissions"
    PHOTO_SETS = "photo-sets"
    PHOTOS = "photos"
    POLICIES = "policies"  # id: a shipped policy's own, or the SHA-256 of an own one's text
    POSTS = "posts"
    PUBLICATIONS = "publications"
    QUESTIONS = "questions"  # what somebody asked the principal before posting
    RECORDS = "records"
    REPORTED = "reported-accounts"  # accounts that pretend to be the school's
    REVIEWERS = "reviewers"  # id: the list's
    SCHOOL_DAYS = "school-days"  # id: the days', or the SHA-256 of a calendar's file
    SCHOOL_KEYS = "school-keys"  # id: the number
    SCHOOLS = "schools"
    SITES = "sites"  # of clubs and boosters
    SLOTS = "slots"
    SPOKEN_YESES = "spoken-yeses"  # id: the post's
    STRATEGIES = "strategies"  # id: the account's
    STUDENTS = "students"
    VIDEOS = "videos"
    WEEKS = "weeks"  # id: the Monday, ISO


class Act(StrEnum):
    """What was done."""

    ADD = "add"
    ADD_PORTRAIT = "add-portrait"
    ADD_SLOT = "add-slot"
    ADMIT = "admit"
    ADOPT = "adopt"
    ADULT_CONSENT = "adult-consent"
    ANSWER = "answer"
    ANSWER_OFFICE = "answer-office"  # what communications asked for
    ANSWER_VIDEO_FACES = "answer-video-faces"
    APPROVE = "approve"
    APPROVE_ACCOUNT = "approve-account"  # one that was asked for
    ASK = "ask"
    ASK_ACCOUNT = "ask-account"  # for a new one, or what an old one is for
    ASK_CLOSING = "ask-closing"
    ASK_REMOVAL = "ask-removal"  # of a post
    CHANGE = "change"
    CHANGE_SLOT = "change-slot"
    CLOSE = "close"
    CONFIRM = "confirm"
    CONFIRM_HOLDERS = "confirm-holders"  # of an account without a password of its own
    CONFIRM_CLOCK = "confirm-clock"  # rows before were dated ahead; id: the first of them
    CONFIRM_OFFICE = "confirm-office"  # communications can get into the account
    CONFIRM_LOG_IN = "confirm-log-in"  # that it works, once a year
    CONNECT = "connect"  # an account, for the program to post there by itself
    CLEAR_FOLDERS = "clear-folders"  # browser folders of who left; the computer login itself signs it
    COPY = "copy"
    COUNTERSIGN = "countersign"  # a notice that went out, or a yes that somebody else signed
    DECIDE_FACES = "decide-faces"
    DECIDE_MATCHING = "decide-matching"
    DESCRIBE_PERSON = "describe-person"  # a name put right, another phone
    BEGIN_DEPARTURE = "begin-departure"  # somebody leaves, or a computer is lost
    DECLINE_ACCOUNT = "decline-account"  # sent back to who asked, with a sentence
    DESCRIBE_SCHOOL = "describe-school"
    DROP = "drop"
    END_DEPARTURE = "end-departure"
    END_EXCUSE = "end-excuse"  # of a silent account, before its day
    END_OLD_KEYS = "end-old-keys"  # nothing lies under an older school key any more
    ENTER_WEEK = "enter-week"  # one that was signed on paper or by e-mail
    ENTER_APPROVAL = "enter-approval"  # given by e-mail, letter or paper
    ERASE = "erase"
    ESCALATE = "escalate"  # something wrong on a watched site: who was told of it
    EXCUSE = "excuse"  # a silent account, up to a day
    EXPIRE_PATTERNS = "expire-patterns"
    EXPORT = "export"
    FIRST_LOOK = "first-look"
    FOLLOW = "follow"
    GIVE_COPY = (
        "give-copy"  # of the school, for a new computer; id: the digest of its key
    )
    GIVE_UP = "give-up"
    GO_LIVE = "go-live"
    GO_ON = "go-on"
    GRANT = "grant"
    HELD_MEETING = "held-meeting"
    SET_ASIDE = "set-aside"  # rows that nobody had a right to; id: the first and the last of them
    SET_MEETING = "set-meeting"  # when the plan is talked over
    HAND_ON = "hand-on"  # a draft, to whoever writes it from now on
    HAND_LOG_IN = "hand-log-in"  # to somebody without a key, as a file or on paper
    HAND_OUT = "hand-out"
    HAND_OVER = "hand-over"  # an account, from one colleague to another
    HOLD = "hold"
    IMPORT = "import"
    IMPORT_DAYS = "import-days"  # of a calendar's file
    IMPORT_POSTS = "import-posts"  # of a list or a platform's archive
    INTEND = "intend"
    KEEP_LOG_IN = "keep-log-in"
    LEAVING = "leaving"  # somebody is on the way out: by what they sign now nobody comes in or releases
    LIST_REVIEWERS = "list-reviewers"  # a list of who may sit down with a code
    MAKE_PATTERN = "make-pattern"
    MATCHING_CONSENT = "matching-consent"
    NAME_HOLDERS = "name-holders"  # of an account without a password of its own
    NOT_LEAVING = "not-leaving"  # they stay after all, or their departure is over
    NOT_OUT = "not-out"  # a try to send a post is over, and surely nothing of it is out
    OPT_OUT = "opt-out"
    OVERRIDE = "override"
    PHOTO_CONSENT = "photo-consent"
    PIN = "pin"
    PREPARE_YES = "prepare-yes"  # an e-mail that asks the principal for a yes
    PROVE_ENVELOPE = "prove-envelope"
    PUBLISH = "publish"
    PUT_IN_FORCE = "put-in-force"
    READ_BACK = "read-back"  # what a visitor sees of a post that went out
    READ_STAFF_PAGE = "read-staff-page"  # id: the reader, who signs it
    REGISTER_COMPUTER = "register-computer"  # whose it is
    REMEMBER_POSTS = "remember-posts"
    REMOVE = "remove"
    RENEW_CELLS = "renew-cells"  # the children's rows, under another school key
    REMOVE_PORTRAIT = "remove-portrait"
    REMOVE_SLOT = "remove-slot"
    RENEW_CODE = "renew-code"  # for a name on the list of reviewers
    REPORT = "report"
    RESTORE = "restore"
    RESTYLE = "restyle"  # another look for a folder's covers
    RETIRE = "retire"
    REVEAL = "reveal"
    REVOKE = "revoke"
    ROOT = "root"
    SAY_PROTECTED = "say-protected"  # a computer, against viruses
    SAY_WHY_HERE = "say-why-here"  # why somebody works at their own computer today
    SCHOOL_KEY = "school-key"
    SECOND_LOOK = "second-look"
    SEEN_TO_END = "seen-to-end"  # a video
    SETTLE = "settle"  # a line of a departure
    SEND = "send"  # the bytes of a post leave the program now
    SEND_BACK = "send-back"
    SEND_LOOK = "send-look"  # a second look is asked for by a file
    SIGN_NOTICE = "sign-notice"
    SIGN_WEEK = "sign-week"
    STANDING_PERMISSION = "standing-permission"
    STAND_IN = "stand-in"  # communications answers for an account until a successor is named
    STILL_RIGHT = "still-right"
    STRIKE_REVIEWER = "strike-reviewer"  # a name from the list
    SUBMIT = "submit"
    TAKE_BACK = "take-back"
    TAKE_BACK_POSTS = "take-back-posts"  # all of an import
    TAKE_IN = "take-in"
    TAKE_IN_VIDEO = "take-in-video"
    TELL_LOG_IN = "tell-log-in"  # communications has the changed log-in
    TAKE_WEEK = "take-week"  # a week's signature that was given elsewhere
    TAKE_LOOK = "take-look"  # a second look that was taken elsewhere
    TICK = "tick"  # a thing of the set-up list
    UNDO = "undo"
    UNDO_DROP = "undo-drop"
    UNDO_WEEK = "undo-week"  # the signature before it stands again
    UNFOLLOW = "unfollow"
    UNTICK = "untick"
    USE_ENVELOPE = "use-envelope"
    VOUCH_CLOCK = "vouch-clock"  # the date is right, though the row before is long ago
    VOID = "void"
    WATCH = "watch"  # somebody looked at a site or at a reported account
    WITHDRAW_NOTICE = "withdraw-notice"
    WITHDRAW_CONSENT = "withdraw-consent"
    WITHDRAW_PERMISSION = "withdraw-permission"
    WITHDRAW_REVIEWERS = "withdraw-reviewers"  # a whole list
    WITHDRAW_WEEK = "withdraw-week"
    WRITE_STRATEGY = "write-strategy"  # what an account is for
