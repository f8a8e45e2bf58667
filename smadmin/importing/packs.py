"""Reads policy packs. A broken pack raises with its line and reason; the one in force then stays.

Checked here: every rule is a check that there is and cites a clause of this pack, every value is one the
program knows, and every clause says what keeps it today and what will.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import OVERRIDERS, PACK_MAY_SAY, RELEASE_DAYS, ReleaseBy
from smadmin.domain.messages import say
from smadmin.domain.password_age import MOST_MONTHS
from smadmin.domain.people import Role
from smadmin.domain.photos.unpicked import UNPICKED_PHOTO_DAYS
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.enforcement import Enforcer, Means
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Cadence, Clause, CopiesOpen, Duty, Pack, RosterMode, RuleSetting
from smadmin.importing.pack_comments import comments
from smadmin.importing.pack_keeping import retention
from smadmin.importing.pack_opening import opening
from smadmin.importing.pack_words import (
    FURTHER_LANGUAGES,
    contacts,
    corrected,
    follow,
    notices,
    questions,
    removals,
    statements,
)
from smadmin.importing.tables import Table

_KEYS = (
    "id", "name", "version", "document", "based_on", "governing", "releases", "release_days",
    "yes_by_phone", "locked_copies", "second_look", "roster_age_days", "roster_mode", "video_seen_by",
    "password_months", "alt_text", "platforms", "languages", "mail_domains", "questions", "cadence", "rules",
    "clauses", "contacts", "removals", "statements", "notices", "follow", "match_hundredths",
    "unpicked_photo_days", "elections", "speakers", "opening", "opening_questions", "corrected",
    "retention", "comments", "licence",
)  # fmt: skip
_LONGEST_RELEASE_DAYS = 60
_MOST_POSTS = 14
_STRICTEST_MATCH, _WIDEST_MATCH = 50, 65
"""What a district may choose as a match, in hundredths (`bench likeness`). At 0.50 one in 25 pairs of one
person is only possible; above 0.65 nearly every stranger would be asked about."""
_REGION = re.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LICENCE = re.compile("CC0 1[.]0|CC BY(-NC)?(-SA|-ND)? [1-4][.][0-9]( [A-Z]{2})?")
_CHECKS = frozenset(CheckId)
"""Each has its rule (`proofreading.RULES`), whose patterns are a quarter of a second to load."""
DEMANDS = "demands.toml"
"""The list of all demands lies in the folder of the packs and is none."""


def read_packs(folder: Path) -> dict[str, Pack]:
    """Read every pack of a folder, by id.

    Raises:
        BadInput: one is broken, or two have the same id.
    """
    packs: dict[str, Pack] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == DEMANDS:
            continue
        pack = read_pack(path)
        if pack.id in packs:
            raise Table.read(path).wrong("id", say("policy.reason-twice", name=pack.id))
        packs[pack.id] = pack
    return packs


def read_pack(path: Path) -> Pack:
    """Read one pack from a file.

    Raises:
        BadInput: with the line and the reason.
    """
    return _pack(Table.read(path))


def parse_pack(
    name: str, untrusted: bytes, knows_region: Callable[[str], bool] = lambda _region: True
) -> Pack:
    """Read one pack from what a file held.

    Args:
        name: what it is called in errors.
        untrusted: its bytes.
        knows_region: whether the public holidays of a region are known; asked before a pack is put in force,
            not at each start, for that loads for 50 ms.

    Raises:
        BadInput: with the line and the reason.
    """
    table = Table.parse(Path(name), untrusted)
    pack = _pack(table)
    if pack.cadence.holidays and not knows_region(pack.cadence.holidays):
        unknown = say("policy.reason-region-unknown", value=pack.cadence.holidays)
        raise table.table("cadence").wrong("holidays", unknown)
    return pack


def _pack(table: Table) -> Pack:
    table.only(*_KEYS)
    rules = {rule: _rule(rule, row) for rule, row in table.named("rules").items()}
    clauses = {demand: _clause(demand, row, rules) for demand, row in table.named("clauses").items()}
    _require_cited(table.table("rules"), rules, clauses)
    known = frozenset(clauses)
    return Pack(
        id=table.text("id"),
        name=table.text("name"),
        version=table.number("version", low=1, high=9999),
        document=table.text("document"),
        based_on=table.optional_text("based_on"),
        governing=table.texts("governing"),
        cadence=_cadence(table.table("cadence"), clauses),
        releases=_releases(table),
        release_days=table.optional_number("release_days", low=1, high=_LONGEST_RELEASE_DAYS) or RELEASE_DAYS,
        yes_by_phone=table.flag("yes_by_phone"),
        second_look=table.choice("second_look", Duty),
        locked_copies=_copies(table),
        password_months=table.optional_number("password_months", low=0, high=MOST_MONTHS) or None,
        roster_age_days=table.number("roster_age_days", low=1, high=366),
        roster_mode=table.choice("roster_mode", RosterMode),
        video_seen_by=table.number("video_seen_by", low=1, high=2),
        alt_text=table.choice("alt_text", Duty),
        platforms=table.choices("platforms", Platform),
        languages=table.texts("languages"),
        questions=questions(table, known),
        mail_domains=tuple(domain.casefold() for domain in table.texts("mail_domains")),
        rules=rules,
        clauses=clauses,
        contacts=contacts(table),
        removals=removals(table, known),
        statements=statements(table, known),
        notices=notices(table, known),
        follow=follow(table, known),
        opening=opening(table, known),
        corrected=corrected(table),
        licence=_licence(table),
        retention=retention(table, clauses),
        comments=comments(table, known),
        elections=_elections(table),
        speakers=table.texts("speakers"),
        match_hundredths=table.optional_number("match_hundredths", low=_STRICTEST_MATCH, high=_WIDEST_MATCH),
        unpicked_photo_days=table.optional_number("unpicked_photo_days", low=1, high=366)
        or UNPICKED_PHOTO_DAYS,
    )


def _copies(table: Table) -> CopiesOpen:
    said = "locked_copies" in table.values
    return table.choice("locked_copies", CopiesOpen) if said else CopiesOpen.AT_WILL


def _releases(table: Table) -> ReleaseBy:
    value = table.choice("releases", ReleaseBy)
    if value not in PACK_MAY_SAY:
        reason = say(
            "policy.reason-choice", key="releases", value=value.value, allowed=", ".join(PACK_MAY_SAY)
        )
        raise table.wrong("releases", reason)
    return value


def _licence(table: Table) -> str | None:
    licence = table.optional_text("licence")
    if licence is not None and not _LICENCE.fullmatch(licence):
        raise table.wrong("licence", say("policy.reason-licence", value=licence))
    return licence


def _elections(table: Table) -> tuple[date, ...]:
    days = []
    for written in table.texts("elections"):
        try:
            days.append(date.fromisoformat(written))
        except ValueError:
            raise table.wrong("elections", say("policy.reason-day", value=written)) from None
    return tuple(sorted(days))


def _cadence(table: Table, clauses: dict[str, Clause]) -> Cadence:
    table.only("due_days", "warn_day", "source", "posts", "rests", "holidays")
    due = table.number("due_days", low=1, high=366)
    region = table.optional_text("holidays") or ""
    if region and not _REGION.fullmatch(region):
        raise table.wrong("holidays", say("policy.reason-region", value=region))
    source = table.optional_text("source")
    if source is not None and source not in clauses:
        raise table.wrong("source", say("policy.reason-no-clause", demand=source))
    return Cadence(
        due_days=due,
        warn_day=table.number("warn_day", low=0, high=due),
        source=source,
        posts=table.optional_number("posts", low=1, high=_MOST_POSTS) or 1,
        rests="rests" in table.values and table.flag("rests"),
        holidays=region,
    )


def _clause(demand: str, row: Table, rules: dict[str, RuleSetting]) -> Clause:
    row.only("number", "says", *FURTHER_LANGUAGES, "verbatim", "enforced_by", "open")
    enforced, awaits = _enforcers(row, "enforced_by"), _enforcers(row, "open")
    if not enforced and not awaits:
        raise row.wrong("enforced_by", say("policy.reason-nothing-enforces", demand=demand))
    for one in enforced:
        if not one.stands(_CHECKS):
            raise row.wrong("enforced_by", say("policy.reason-not-built", name=str(one)))
        if one.means is Means.CHECK and demand not in _served(rules, one.name):
            raise row.wrong("enforced_by", say("policy.reason-not-run", name=one.name, demand=demand))
    return Clause(
        demand=demand,
        number=row.text("number"),
        says=row.text("says"),
        verbatim=row.optional_text("verbatim"),
        enforced_by=enforced,
        awaits=awaits,
        also={one: row.text(one) for one in FURTHER_LANGUAGES if one in row.values},
    )


def _served(rules: dict[str, RuleSetting], rule: str) -> tuple[str, ...]:
    """Give the clauses that a check runs for under this pack; none where it doesn't run."""
    return rules[rule].demands if rule in rules else ()


def _enforcers(row: Table, key: str) -> tuple[Enforcer, ...]:
    named = []
    for written in row.texts(key):
        try:
            named.append(Enforcer.of(written))
        except ValueError as error:
            raise row.wrong(key, say("policy.reason-no-enforcer", name=written)) from error
    return tuple(named)


def _rule(rule: str, row: Table) -> RuleSetting:
    row.only("severity", "demands", "override_by")
    if rule not in set(CheckId):
        raise row.wrong(rule, say("policy.reason-no-rule", rule=rule))
    demands = row.texts("demands")
    if not demands:
        raise row.wrong("demands", say("policy.reason-missing", key="demands"))
    override = row.choice("override_by", Role) if "override_by" in row.values else None
    if override is not None and override not in OVERRIDERS:
        allowed = ", ".join(sorted(OVERRIDERS))
        reason = say("policy.reason-choice", key="override_by", value=override.value, allowed=allowed)
        raise row.wrong("override_by", reason)
    return RuleSetting(rule, row.choice("severity", Severity), demands, override)


def _require_cited(table: Table, rules: dict[str, RuleSetting], clauses: dict[str, Clause]) -> None:
    for rule, setting in rules.items():
        for demand in setting.demands:
            if demand not in clauses:
                raise table.wrong(rule, say("policy.reason-no-clause", demand=demand))
