"""What the parents are told: what the case knows, and blanks for what nobody knows. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.language.catalogue import Catalogue
from smadmin.services.clearing import ClearingSheet
from smadmin.ui.cases.model import is_gone


@dataclass(frozen=True)
class Told:
    """What a case knows that the parents are told.

    Args:
        zone: the school's, a name of the tz database.
        accounts: labels of those on which it was seen.
        since: when it went out first, UTC; None where nobody knows.
        gone: when it was gone everywhere, UTC; None while it isn't.
        name, phone: whom the parents call.
    """

    school: str
    zone: str
    accounts: tuple[str, ...] = ()
    since: datetime | None = None
    gone: datetime | None = None
    name: str = ""
    phone: str = ""


def told_of(school: str, zone: str, sheet: ClearingSheet | None, principals: Sequence[Person]) -> Told:
    """Gather what is known; `sheet` is None where a case is about no post of the school's.

    Of two principals the parents are given neither: who calls says who it is.
    """
    one = principals[0] if len(principals) == 1 else None
    name, phone = ("", "") if one is None else (one.name, one.phone or "")
    if sheet is None:
        return Told(school, zone, name=name, phone=phone)
    labels = tuple(line.account.label for line in sheet.lines)
    out = [line.publication.published_at for line in sheet.lines]
    known = [at for at in out if at is not None]
    ended = [line.view.removal.ended for line in sheet.lines if is_gone(line) and line.view.removal]
    over = [at for at in ended if at is not None]
    everywhere = bool(out) and len(over) == len(out) and not sheet.waits
    return Told(
        school,
        zone,
        labels,
        min(known) if known and len(known) == len(out) else None,
        max(over) if everywhere else None,
        name,
        phone,
    )


def worded(what: str, language: str, told: Told) -> str:
    """Give what is said (`call`) or written (`text`) in a language; what isn't known is a blank."""
    blank = {one: say(f"cases.blank-{one}") for one in ("account", "moment", "name", "number")}
    message = say(
        f"cases.parents-{what}",
        school=told.school,
        accounts=", ".join(told.accounts) or blank["account"],
        since=told.since or blank["moment"],
        gone=told.gone or blank["moment"],
        name=told.name or blank["name"],
        number=told.phone or blank["number"],
    )
    return Catalogue.load(language, zone=told.zone).word(message)
