"""Reads policy packs. A broken pack raises with its line and reason; the one in force then stays.

Checked here: every rule exists and cites a clause of this pack, every value is one the program knows.
"""

from pathlib import Path

from smadmin.domain.accounts import Platform
from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.messages import say
from smadmin.domain.photos.matching import STRICTEST, WIDEST
from smadmin.domain.photos.unpicked import UNPICKED_PHOTO_DAYS
from smadmin.domain.policy.proofreading import RULES
from smadmin.domain.policy.findings import Severity
from smadmin.domain.policy.packs import Cadence, Clause, Contact, Duty, Pack, RosterMode, RuleSetting
from smadmin.importing.tables import Table

_KEYS = (
    "id", "name", "version", "document", "releases", "second_look", "roster_age_days", "roster_mode",
    "video_seen_by", "alt_text", "platforms", "languages", "mail_domains", "question", "cadence", "rules",
    "clauses", "contacts", "match_hundredths", "unpicked_photo_days",
)  # fmt: skip


def read_packs(folder: Path) -> dict[str, Pack]:
    """Read every pack of a folder, by id.

    Raises:
        BadInput: one is broken, or two have the same id.
    """
    packs: dict[str, Pack] = {}
    for path in sorted(folder.glob("*.toml")):
        pack = read_pack(path)
        if pack.id in packs:
            raise Table.read(path).wrong("id", say("policy.reason-twice", name=pack.id))
        packs[pack.id] = pack
    return packs


def read_pack(path: Path) -> Pack:
    """Read one pack.

    Raises:
        BadInput: with the line and the reason.
    """
    table = Table.read(path)
    table.only(*_KEYS)
    clauses = _clauses(table)
    return Pack(
        id=table.text("id"),
        name=table.text("name"),
        version=table.number("version", low=1, high=9999),
        document=table.text("document"),
        cadence=_cadence(table.table("cadence"), clauses),
        releases=table.choice("releases", ReleaseBy),
        second_look=table.choice("second_look", Duty),
        roster_age_days=table.number("roster_age_days", low=1, high=366),
        roster_mode=table.choice("roster_mode", RosterMode),
        video_seen_by=table.number("video_seen_by", low=1, high=2),
        alt_text=table.choice("alt_text", Duty),
        platforms=table.choices("platforms", Platform),
        languages=table.texts("languages"),
        question=table.text("question"),
        mail_domains=tuple(domain.casefold() for domain in table.texts("mail_domains")),
        rules=_rules(table, clauses),
        clauses=clauses,
        contacts=tuple(_contact(row) for row in table.rows("contacts")),
        match_hundredths=table.optional_number("match_hundredths", low=STRICTEST, high=WIDEST),
        unpicked_photo_days=table.optional_number("unpicked_photo_days", low=1, high=366)
        or UNPICKED_PHOTO_DAYS,
    )


def _cadence(table: Table, clauses: dict[str, Clause]) -> Cadence:
    table.only("due_days", "warn_day", "source")
    due = table.number("due_days", low=1, high=366)
    source = table.optional_text("source")
    if source is not None and source not in clauses:
        raise table.wrong("source", say("policy.reason-no-clause", demand=source))
    return Cadence(due, table.number("warn_day", low=0, high=due), source)


def _clauses(table: Table) -> dict[str, Clause]:
    clauses = {}
    for demand, row in table.named("clauses").items():
        row.only("number", "says", "verbatim")
        clauses[demand] = Clause(demand, row.text("number"), row.text("says"), row.optional_text("verbatim"))
    return clauses


def _rules(table: Table, clauses: dict[str, Clause]) -> dict[str, RuleSetting]:
    rules: dict[str, RuleSetting] = {}
    for row in table.rows("rules"):
        setting = _rule(row, clauses)
        if setting.rule in rules:
            raise row.wrong("rule", say("policy.reason-twice", name=setting.rule))
        rules[setting.rule] = setting
    return rules


def _rule(row: Table, clauses: dict[str, Clause]) -> RuleSetting:
    row.only("rule", "severity", "demands", "judgement")
    rule = row.text("rule")
    if rule not in RULES:
        raise row.wrong("rule", say("policy.reason-no-rule", rule=rule))
    demands = row.texts("demands")
    if not demands:
        raise row.wrong("demands", say("policy.reason-missing", key="demands"))
    for demand in demands:
        if demand not in clauses:
            raise row.wrong("demands", say("policy.reason-no-clause", demand=demand))
    return RuleSetting(rule, row.choice("severity", Severity), demands, row.flag("judgement"))


def _contact(row: Table) -> Contact:
    row.only("office", "email", "phones")
    return Contact(row.text("office"), row.optional_text("email"), row.texts("phones"))
