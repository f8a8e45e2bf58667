"""Whatever packs name as keeping a clause has its place in the program."""

from importlib import import_module

from smadmin.domain.policy.enforcement import EMERGENCIES, STANDING, Card, Means, Reminder, Step

PLACES: dict[str, str] = {
    Step.ACCOUNTABLE: "smadmin.domain.accounts:Account.blockers",
    Step.ACCOUNT_BAR: "smadmin.ui.bar.bar:AccountBar",
    Step.ACCOUNT_KINDS: "smadmin.domain.account_kinds:kind_blockers",
    Step.ACCOUNT_NAME: "smadmin.domain.account_names:name_blockers",
    Step.COMMENT_DESK: "smadmin.services.comments:Comments.answer",
    Step.COMMENT_REMOVAL: "smadmin.services.moderating:Moderating.ask",
    Step.COMMENTS_DECIDED: "smadmin.services.rounds:Rounds.decide",
    Step.COPY_BEFORE_LIVE: "smadmin.services.lives:Lives.live_blockers",
    Step.REQUEST_TO_OPEN: "smadmin.services.opening:Opening.ask",
    Step.SET_UP_LIST: "smadmin.domain.set_up:steps_for",
    Step.STRATEGY: "smadmin.services.opening:Opening.answer",
    Step.ACCOUNT_HOLD: "smadmin.services.accounts:Accounts.hold",
    Step.AFFILIATED_SITES: "smadmin.services.sites:Sites.add",
    Step.APPROVED_PLATFORMS: "smadmin.domain.policy.approved:platform_blockers",
    Step.ASK_FIRST: "smadmin.services.questions:Questions.ask",
    Step.CLEAN_COPY: "smadmin.services.photos.export:Export",
    Step.BROWSER_PROFILE: "smadmin.services.browsing:Browsing.open",
    Step.DEPARTURE: "smadmin.services.departures:Departures.begin",
    Step.DESIGNATION: "smadmin.services.accounts:Accounts.designate",
    Step.DIRECT_MESSAGES: "smadmin.domain.rounds:end_blockers",
    Step.EMERGENCY_REASON: "smadmin.services.vault:Vault.open_blockers",
    Step.DISTRICT_DESIGNATION: "smadmin.domain.naming:designation_blockers",
    Step.EMPLOYMENT: "smadmin.domain.people:employment_blockers",
    Step.END_OF_ACCOUNT: "smadmin.ui.accounts.excuse_card:ExcuseCard",
    Step.ENGAGEMENT_RULES: "smadmin.services.visitor_rules:VisitorPages.posted",
    Step.POST_REQUESTS: "smadmin.services.post_requests:PostRequests.hand_in",
    Step.FOLLOW_GUARD: "smadmin.services.followed:FollowGuard.follow",
    Step.CRISIS_HOLD: "smadmin.services.crises:Crises.hold",
    Step.PLATFORM_IDENTITY: "smadmin.services.send_steps:SendSteps.begin",
    Step.CORRECTION: "smadmin.domain.corrections:correction_blockers",
    Step.TAKE_DOWN: "smadmin.services.removals:Removals.begin",
    Step.DEVICE: "smadmin.services.computers:Computers.say_why",
    Step.HANDLE_CONFIRMED: "smadmin.services.publications:Publications.hand_out",
    Step.LICENCE_LINE: "smadmin.services.drafting:Drafting.licence_line",
    Step.LIFE_CYCLE: "smadmin.domain.accounts:Account.live_blockers",
    Step.LIST_AGE: "smadmin.domain.students:age_blockers",
    Step.LOG_IN_COPY: "smadmin.services.vault:Vault.keep",
    Step.LOG_IN_TOLD: "smadmin.services.log_in_standing:LogInStandings.tell",
    Step.LOGIN_DOMAIN: "smadmin.domain.account_mail:login_blockers",
    Step.MINUTES: "smadmin.services.minutes:promised_minutes",
    Step.MONITORING_ROUND: "smadmin.services.rounds:Rounds.end",
    Step.NOTICES: "smadmin.services.notices:Notices.send",
    Step.OFFICE_ACCESS: "smadmin.services.district_hand:DistrictHand.confirm",
    Step.OFFICE_REQUESTS: "smadmin.services.office_requests:OfficeRequests.ask",
    Step.PASSWORD_REUSE: "smadmin.services.vault:Vault.keep",
    Step.PHOTO_FACTS: "smadmin.services.photos.intake:facts_blockers",
    Step.PHOTO_REVIEW: "smadmin.domain.photos.deciding:look_reasons",
    Step.PUBLIC_LIST: "smadmin.domain.public_list:public_page",
    Step.READ_BACK: "smadmin.ui.composer.readback:ReadBackPage",
    Step.REAL_NAME: "smadmin.domain.people:name_blockers",
    Step.RECORD_EXPORT: "smadmin.cli.records:records_group",
    Step.REGISTER_EXPORT: "smadmin.ui.accounts.register_model:export_rows",
    Step.RELEASE: "smadmin.domain.approvals:release_blockers",
    Step.RETENTION: "smadmin.services.retention:Keeping.sign",
    Step.REVEAL: "smadmin.services.vault:Vault.reveal",
    Step.SECOND_LOOK: "smadmin.services.photos.looks:Looks.finish",
    Step.SITE_CARDS: "smadmin.services.escalations:Escalations.note",
    Step.UNOFFICIAL_ACCOUNTS: "smadmin.services.reported:ReportedAccounts.report",
    Step.VIDEO: "smadmin.services.videos.watching:WatchingVideos.finish",
    Step.WEEK_PLAN: "smadmin.domain.plan:covers",
    Card.CONTACTS: "smadmin.ui.school.cards:ContactsCard",
    Card.FRIEND_REQUESTS: "smadmin.ui.staff.topics:TopicCard",
    Card.OWN_PAGES: "smadmin.ui.staff.topics:TopicCard",
    Card.OWN_TIME: "smadmin.ui.staff.topics:TopicCard",
    Card.OWN_VOICE: "smadmin.ui.staff.topics:TopicCard",
    Card.PRIVACY: "smadmin.ui.staff.topics:TopicCard",
    Card.WHAT_IS_RECORDED: "smadmin.ui.staff.topics:TopicCard",
    **dict.fromkeys(EMERGENCIES, "smadmin.services.cases:Cases.open"),
    Reminder.CADENCE: "smadmin.domain.cadence:cadence",
    Reminder.CARDS_READ: "smadmin.services.cards_read:ReadCards.due",
    Reminder.LOG_IN_CONFIRMATION: "smadmin.services.yearly:YearlyConfirmations.brief",
    Reminder.MANDATED_NOTICE: "smadmin.services.visitor_rules:VisitorPages.due",
    Reminder.PLANNING_MEETING: "smadmin.services.week_briefs:WeekBriefs.brief",
    Reminder.PROTECTION: "smadmin.services.protection:protection",
    Reminder.POLICY_READ: "smadmin.services.staff_pages:StaffPages.read",
    Reminder.DELETE_FROM_PHONE: "smadmin.services.photos.phones:looks_like_phone",
}
"""Where each thing that stands is done."""


def test_whatever_stands_has_its_place_in_the_program() -> None:
    standing = {name for means in (Means.STEP, Means.REMINDER, Means.CARD) for name in STANDING[means]}

    assert set(PLACES) == standing
    for place in PLACES.values():
        module, _, path = place.partition(":")
        found: object = import_module(module)
        for name in path.split("."):
            found = getattr(found, name)
