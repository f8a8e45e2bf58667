"""A store of 200 accounts with years of daily posts, written straight into the file; for `plan`.

A real school would get there by the same rows; only the record's are left out: none of the figures reads it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from smadmin.domain.accounts import Account, AccountStage, Platform
from smadmin.domain.canonical import canonical
from smadmin.domain.ids import AccountId, SchoolId, SlotId
from smadmin.domain.plan import Slot
from smadmin.storage.disk import FILE_NAME
from tests.school import TinySchool

ACCOUNTS = 200
PLANNED_BACK, PLANNED_AHEAD = 365, 28
"""For so many days something is planned on every account, and all of it that is due is out."""
_WORDS = "The fair begins at noon in the gym, and every family is welcome. Bring a cake if you like. " * 3
_INTO = (
    "INSERT INTO publication"
    " (school_id, id, version, account_id, post_id, step, published_at, slot_id, body)"
    " VALUES (?, ?, 1, ?, ?, 'confirmed', ?, ?, ?)"
)


def fill(school: TinySchool, folder: Path, *, years: int, today: date) -> int:
    """Give a school its accounts, its plan and so many years of daily posts; gives how many posts."""
    accounts = [_account(school, number, today - timedelta(days=365 * years)) for number in range(ACCOUNTS)]
    with school.store.deed(school.id) as unit:
        for one in accounts:
            unit.accounts.add(one)
    school.rest()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("BEGIN")
        raw.executemany(
            "INSERT INTO slot (school_id, id, version, account_id, day, body) VALUES (?, ?, 1, ?, ?, ?)",
            _slots(school.id, accounts, today),
        )
        raw.executemany(_INTO, _posts(school.id, accounts, today, 365 * years))
        raw.execute("COMMIT")
        return int(raw.execute("SELECT count(*) FROM publication").fetchone()[0])


def _account(school: TinySchool, number: int, since: date) -> Account:
    return Account(
        id=AccountId(f"00000000-0000-7000-8000-{number:012d}"),
        school=school.id,
        platform=list(Platform)[number % 5],
        name=f"Account {number}",
        handle=f"account_{number}",
        page=f"https://example.org/account_{number}",
        stage=AccountStage.LIVE,
        principal=school.people["pat"],
        live_since=since,
    )


def _slot_id(number: int, day: date) -> SlotId:
    return SlotId(f"00000000-0000-7000-9000-{day.toordinal():08d}{number:04d}")


def _slots(school: SchoolId, accounts: list[Account], today: date) -> Iterator[tuple[object, ...]]:
    for back in range(PLANNED_BACK, -PLANNED_AHEAD, -1):
        day = today - timedelta(days=back)
        for number, one in enumerate(accounts):
            slot = Slot(_slot_id(number, day), school, one.id, day, "Winter fair")
            plain = {"account": one.id, "at": None, "day": day.isoformat(), "id": slot.id, "school": school}
            body = canonical({**plain, "series": None, "topic": slot.topic, "v": 1, "version": 1})
            yield school, slot.id, one.id, day.isoformat(), body


def _posts(school: SchoolId, accounts: list[Account], today: date, days: int) -> Iterator[tuple[object, ...]]:
    for back in range(days, 0, -1):
        day = today - timedelta(days=back)
        for number, one in enumerate(accounts):
            at = datetime(day.year, day.month, day.day, 15, number % 60, tzinfo=UTC)
            moment = at.isoformat(timespec="milliseconds")
            key = f"{day.toordinal():08d}{number:04d}"
            slot = _slot_id(number, day) if back <= PLANNED_BACK else None
            post = f"00000000-0000-7000-a000-{key}"
            body = canonical(
                {
                    "account": one.id,
                    "by": None,
                    "id": f"00000000-0000-7000-b000-{key}",
                    "link": f"{one.page}/status/{key}",
                    "post": post,
                    "published_at": moment,
                    "release_seq": back,
                    "revision": 1,
                    "school": school,
                    "slot": slot,
                    "step": "confirmed",
                    "text": _WORDS,
                    "v": 1,
                    "version": 1,
                }
            )
            yield school, f"00000000-0000-7000-b000-{key}", one.id, post, moment, slot, body
