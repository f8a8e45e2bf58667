"""`smadmin store check|backup|restore`: whether the store is sound, and a copy of it."""

from pathlib import Path

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.errors import BadInput, KnownError, Tampered
from smadmin.domain.messages import Message, say
from smadmin.domain.records import Head
from smadmin.services.commanded import command_place, require_no_sample
from smadmin.services.openers import ENVELOPE_HELPS
from smadmin.services.soundness import Soundness

FOUND = 1

store_group = click.Group("store", help="Check the store, back it up, restore it.")


@store_group.command("check")
@pass_asked
def check(state: Asked) -> int:
    """Check the database, the files beside it and the record."""
    place = command_place(state.folder)
    if not place.has_store:
        raise BadInput(say("store.no-school"), remedy=say("store.first-run"))
    soundness = Soundness(place)
    found: list[Message] = [*soundness.database()]
    if not found:
        with state.office() as office:
            verdict = office.verify()
            found += [fault.message for fault in verdict.faults]
            if not verdict.answered:
                state.remark(say("records.not-answered"))
            if spoilt := office.session.spoilt():
                found.append(spoilt.happened)
            reminders = office.backups.state().reminders()
        found += soundness.files()
        for reminder in reminders:
            state.remark(reminder.message)
    for message in found or [say("store.whole")]:
        state.tell(message)
    state.document({"sound": not found, "faults": [state.word(message) for message in found]})
    return FOUND if found else 0


@store_group.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_asked
def backup(state: Asked, file: Path) -> None:
    """Write a consistent copy of the whole store into FILE, which only its holders can open."""
    require_no_sample(state.folder)
    with state.office() as office:
        made = office.backups.write(file.absolute())
    state.tell(say("store.backed-up", file=str(made.file)))
    if not made.away:
        state.remark(say("store.same-disk"))
    state.document({"file": str(made.file), "away": made.away})


@store_group.command("restore")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sign", is_flag=True, help="Sign a restore as principal (with --as), instead of restoring.")
@click.option(
    "--root", default="", metavar="FINGERPRINT", help="Root's fingerprint from the letter, to sign."
)
@pass_asked
def restore(state: Asked, file: Path | None, *, sign: bool, root: str) -> None:
    """Put the copy in FILE in the place of the store; the store that was there is kept beside."""
    if sign:
        _sign(state, root)
        return
    require_no_sample(state.folder)
    if file is None:
        raise click.UsageError(state.word(say("store.name-a-file")))
    if not file.is_file():  # before the envelope is asked for
        raise BadInput(say("store.backup-missing", file=str(file)), remedy=say("store.backup-name"))
    place = command_place(state.folder)
    try:
        done = state.doors.restore(place, file.absolute(), None)
    except KnownError as error:
        if error.happened.id not in ENVELOPE_HELPS:
            raise
        if not isinstance(error, Tampered):  # the keyring is shut: unlocked, it may do without the envelope
            state.remark(error.happened)
        state.remark(say("store.backup-root"))
        done = state.doors.restore(place, file.absolute(), state.doors.ask_secret(_prompt(state)))
    if done.aside is None:
        state.tell(say("store.restored-none-kept", on=done.made))
    else:
        state.tell(say("store.restored", on=done.made, old=done.aside))
    if done.older and done.here is not None:
        state.tell(say("store.restore-older", here=_head(done.here), backup=_head(done.head)))
    state.tell(say("store.restored-sign"))
    told = {"made": done.made.isoformat(), "head": _head(done.head), "older": done.older, "kept": done.aside}
    state.document(told)


def _sign(state: Asked, root: str) -> None:
    with state.office() as office:
        office.take_record(state.actor(office), root=root)
    state.tell(say("store.restore-signed"))
    state.document({"signed": True})


def _prompt(state: Asked) -> str:
    return state.word(say("store.backup-root-prompt"))


def _head(head: Head) -> str:
    return f"{head.seq}:{head.letters}"
