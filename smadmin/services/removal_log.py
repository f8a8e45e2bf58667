"""The removal log of a school, as it may be given out: lines without anybody in person."""

from datetime import datetime, timedelta

from smadmin.domain.moderating import Measure
from smadmin.domain.removal_log import LogLine
from smadmin.domain.schools import School
from smadmin.services.moderated import Moderation


def lines_out(moderation: Moderation, school: School, language: str) -> tuple[LogLine, ...]:
    """Give a line for each measure, newest first; `language` words the grounds (two letters)."""

    def local(moment: datetime | None) -> datetime | None:
        return None if moment is None else school.local(moment)

    found = []
    for sheet in moderation.sheets:
        one, account = sheet.one, sheet.account
        way = one.done or one.way
        took = sheet.took if one.measure is Measure.REMOVAL else None
        found.append(
            LogLine(
                account="" if account is None else account.label,
                platform="" if account is None else account.platform.value,
                measure=one.measure.value,
                stage=one.stage.value,
                ground=one.told.said(language),
                way="" if way is None else way.value,
                second_person=one.agreed_by is not None,
                found=local(sheet.found_at),
                done=local(one.done_at),
                minutes=None if took is None else took // timedelta(minutes=1),
                until="" if one.until is None else one.until.isoformat(),
                ended=local(one.ended_at),
            )
        )
    return tuple(found)
