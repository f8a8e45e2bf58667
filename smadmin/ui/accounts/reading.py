"""One reading of the store for the screen *Accounts*, on the store's thread."""

from dataclasses import replace
from datetime import date

from smadmin.domain.accounts import AccountStage
from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.services.accounts import OFFICE, WORKING
from smadmin.services.listed import Listed
from smadmin.services.log_in_standing import LogInHere
from smadmin.services.office import Office
from smadmin.ui.accounts.model import May, Register, Seen


def read_register(office: Office, by: Actor) -> Register:
    """Read every account with what is missing, who may do what, and whether its log-in is kept."""
    dated, here = office.lives.dated_lists(by), office.log_in_standings.here(by)
    stops = {one.account.id: one for one in office.stops.all(by)}
    return Register(
        accounts=tuple(
            replace(
                _seen(office, by, listed, dated.get(listed.account.id), here.get(listed.account.id)),
                stop=stops.get(listed.account.id),
            )
            for listed in listed_with_people(office, by)
        ),
        colleagues=office.accounts.colleagues(),
        may_add=office.accounts.blockers(by, None, WORKING),
        now=office.school.local(office.desk.now),
        pages=office.policy.platforms,
        school=office.school.name,
        me=by.person,
        proofs=office.proven_as.all(by),
    )


def listed_with_people(office: Office, by: Actor) -> tuple[Listed, ...]:
    """Give every account; what is missing names the people who can't be reached, too (WIC-P5)."""
    entries = office.register.entries(by)
    return tuple(
        Listed(one.account, one.principal, one.administrators, one.missing, one.openers) for one in entries
    )


def _seen(office: Office, by: Actor, listed: Listed, due: date | None, here: LogInHere | None) -> Seen:
    account = listed.account.id
    may = May(
        lead=office.accounts.naming_blockers(by, account),
        answer=office.accounts.blockers(by, account, OFFICE),
        work=office.accounts.blockers(by, account, WORKING),
        open_log_in=office.vault.open_blockers(by, account),
        go_on=office.district_hand.held_from(by, listed.account),
        change=office.accounts.change_blockers(by, account),
    )
    return Seen(
        listed=listed,
        live_blockers=(*office.accounts.live_blockers(account), *_life_lacks(office, by, listed)),
        credential=office.vault.kept(account),
        needs_reseal=here is not None and here.needs_reseal,
        may=may,
        due=due,
        only_others=None if here is None or here.mine else here.openers,
    )


def _life_lacks(office: Office, by: Actor, listed: Listed) -> tuple[Reason, ...]:
    """Give what the life of an account that is being set up lacks; nobody asks for the others."""
    if listed.account.stage is not AccountStage.SET_UP:
        return ()
    return office.lives.blockers(by, listed.account.id)
