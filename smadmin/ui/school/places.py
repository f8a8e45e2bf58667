"""Where in the program a clause is kept, by the screen's name: what School says beside each step."""

from collections.abc import Mapping

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.enforcement import EMERGENCIES, Enforcer, Means, Step
from smadmin.domain.policy.telling import name_of

PLACES: Mapping[Step, str] = {
    Step.ACCOUNTABLE: "accounts",
    Step.ACCOUNT_BAR: "compose",
    Step.ACCOUNT_HOLD: "accounts",
    Step.APPROVED_PLATFORMS: "accounts",
    Step.ASK_FIRST: "compose",
    Step.CLEAN_COPY: "photos",
    Step.DESIGNATION: "people",
    Step.EMPLOYMENT: "people",
    Step.ENGAGEMENT_RULES: "accounts",
    Step.HANDLE_CONFIRMED: "publish",
    Step.LICENCE_LINE: "compose",
    Step.LIFE_CYCLE: "accounts",
    Step.LIST_AGE: "students",
    Step.LOG_IN_COPY: "accounts",
    Step.EMERGENCY_REASON: "accounts",
    Step.LOG_IN_TOLD: "accounts",
    Step.PASSWORD_REUSE: "accounts",
    Step.LOGIN_DOMAIN: "accounts",
    Step.END_OF_ACCOUNT: "accounts",
    Step.MINUTES: "plan",
    Step.MONITORING_ROUND: "comments",
    Step.NOTICES: "today",
    Step.PHOTO_FACTS: "photos",
    Step.PHOTO_REVIEW: "photos",
    Step.READ_BACK: "compose",
    Step.REAL_NAME: "people",
    Step.RECORD_EXPORT: "records",
    Step.RETENTION: "records",
    Step.RELEASE: "approvals",
    Step.REVEAL: "accounts",
    Step.SECOND_LOOK: "photos",
    Step.VIDEO: "approvals",
    Step.WEEK_PLAN: "plan",
    Step.ACCOUNT_KINDS: "accounts",
    Step.ACCOUNT_NAME: "accounts",
    Step.AFFILIATED_SITES: "sites",
    Step.BROWSER_PROFILE: "publish",
    Step.COMMENT_DESK: "comments",
    Step.COMMENT_REMOVAL: "comments",
    Step.COMMENTS_DECIDED: "comments",
    Step.COPY_BEFORE_LIVE: "accounts",
    Step.DEPARTURE: "people",
    Step.DEVICE: "today",
    Step.DIRECT_MESSAGES: "comments",
    Step.DISTRICT_DESIGNATION: "people",
    Step.FOLLOW_GUARD: "accounts",
    Step.OFFICE_ACCESS: "accounts",
    Step.OFFICE_REQUESTS: "accounts",
    Step.POST_REQUESTS: "wishes",
    Step.PUBLIC_LIST: "accounts",
    Step.REGISTER_EXPORT: "accounts",
    Step.REQUEST_TO_OPEN: "accounts",
    Step.SET_UP_LIST: "accounts",
    Step.SITE_CARDS: "sites",
    Step.STRATEGY: "accounts",
    Step.CRISIS_HOLD: "today",
    Step.PLATFORM_IDENTITY: "publish",
    Step.CORRECTION: "publish",
    Step.TAKE_DOWN: "publish",
    Step.UNOFFICIAL_ACCOUNTS: "sites",
}
_OTHERS = {Means.CHECK: "compose", Means.REMINDER: "today", Means.CARD: "school"}


def with_place(enforcer: Enforcer) -> Message:
    """Name what keeps a clause today, and the screen where it does."""
    if enforcer.means is Means.STEP:
        place = PLACES.get(Step(enforcer.name))
    else:
        place = "cases" if enforcer.name in EMERGENCIES else _OTHERS[enforcer.means]
    if place is None:
        return name_of(enforcer)
    return say("policies.kept-where", name=name_of(enforcer), screen=say(f"shell.screen-{place}"))
