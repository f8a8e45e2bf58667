"""`smadmin accounts`: the register, what is missing, and who can't be reached (WIC-P5). Nothing secret."""

from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.accounts import AccountStage
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.domain.register import Entry


@click.command("accounts")
@pass_asked
def accounts_command(state: Asked) -> None:
    """List the official accounts: stage, administrators, what is missing.

    Who gets into each stands sealed in the record: it is listed for somebody who signs in with --as.
    """
    with state.office() as office:
        register = office.register.entries(None if state.person is None else state.actor(office))
        for listed in register:
            _tell(state, listed)
        state.tell(say("accounts.total", n=len(register)))
        state.document({"accounts": [_document(state, listed) for listed in register]})


def _tell(state: Asked, listed: Entry) -> None:
    account = listed.account
    people = tuple(say("accounts.person", name=person.name) for person in listed.administrators)
    stage = say(f"accounts.stage-{account.stage.value}")
    platform = say(f"accounts.platform-{account.platform.value}")
    line = say(
        "accounts.line", account=account.name, platform=platform, handle=account.at_handle, stage=stage
    )
    state.tell(line)
    if listed.principal is not None:
        state.tell(say("accounts.line-principal", name=listed.principal.name))
    if people:
        state.tell(say("accounts.line-people", people=people))
    if listed.openers:
        named = tuple(say("accounts.person", name=person.name) for person in listed.openers)
        state.tell(say("accounts.line-openers", people=named))
    if account.stage is AccountStage.CLOSED:
        return
    for reason in listed.missing:
        state.tell(say("accounts.line-missing", what=reason.message))


def _document(state: Asked, listed: Entry) -> dict[str, Any]:
    """Give an account for a program; `openers` is null where nobody signed in, for it stands sealed."""
    account = listed.account
    signed_in = state.person is not None
    proven = account.identity.proven_at
    return {
        "id": account.id,
        "platform": account.platform.value,
        "name": account.name,
        "handle": account.handle,
        "page": account.page,
        "kind": account.kind.value,
        "stage": account.stage.value,
        "live_since": None if account.live_since is None else account.live_since.isoformat(),
        "principal": None if listed.principal is None else listed.principal.name,
        "administrators": [person.name for person in listed.administrators],
        "contacts": [_contact(person) for person in listed.administrators],
        "openers": [person.name for person in listed.openers] if signed_in else None,
        "identity": {
            "proof": account.identity.proof.value,
            "at": None if proven is None else proven.isoformat(timespec="seconds"),
        },
        "missing": [
            {"message": state.word(reason.message), "citation": reason.citation} for reason in listed.missing
        ],
    }


def _contact(person: Person) -> dict[str, str]:
    return {"name": person.name, "phone": person.phone, "email": person.email}
