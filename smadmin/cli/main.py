"""The command line: finds the command, runs it, and turns what went wrong into one sentence and a status.

Status 0 done, 1 the check found something, 2 bad usage or input, 3 not allowed, 4 something outside failed.
"""

import logging
import sys
from collections.abc import Sequence
from enum import IntEnum

import click

from smadmin import __version__
from smadmin.cli.accounts import accounts_command
from smadmin.cli.asking import Asked, Doors, common_options, with_common_options
from smadmin.cli.cadence import cadence_command
from smadmin.cli.doctor import doctor_command
from smadmin.cli.photos import photo_commands
from smadmin.cli.policies import policies_command
from smadmin.cli.policy import check_command, count_command
from smadmin.cli.records import records_group
from smadmin.cli.store import store_group
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.services.commanded import command_place
from smadmin.services.mending import last_backup

_COMMANDS = (
    accounts_command,
    cadence_command,
    check_command,
    count_command,
    doctor_command,
    policies_command,
    records_group,
    store_group,
)
_log = logging.getLogger(__name__)


class Status(IntEnum):
    """Exit statuses."""

    DONE = 0
    FOUND = 1
    BAD_INPUT = 2
    NOT_ALLOWED = 3
    OUTSIDE = 4


def run(doors: Doors, arguments: Sequence[str]) -> int:
    """Run the program with these arguments; gives the exit status and never raises."""
    state = Asked(doors)
    try:
        result = _program(doors).main(
            args=list(arguments), prog_name="smadmin", obj=state, standalone_mode=False
        )
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show(file=sys.stderr)
        return Status.BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        state.remark(say("cli.stopped"))
        return Status.BAD_INPUT
    except KnownError as error:
        tell_error(state, error)
        return status_of(error)
    except Exception:  # noqa: BLE001  the process border: whatever else is raised is a bug
        _log.exception("a command failed")
        state.remark(say("cli.bug"))
        return Status.OUTSIDE
    return int(result) if isinstance(result, int) else Status.DONE


def status_of(error: KnownError) -> Status:
    """Give the exit status of a known error."""
    if isinstance(error, NotAllowed):
        return Status.NOT_ALLOWED
    if isinstance(error, Tampered):
        return Status.FOUND
    if isinstance(error, OutsideFailed):
        return Status.OUTSIDE
    return Status.BAD_INPUT


def tell_error(state: Asked, error: KnownError) -> None:
    """Say on stderr what happened (with a rule's citation), what was kept and what to do."""
    if isinstance(error, NotAllowed):
        told = [
            f"{state.word(reason.message)} ({reason.citation})"
            if reason.citation
            else state.word(reason.message)
            for reason in error.reasons
        ]
    else:
        told = [state.word(error.happened)]
    if error.happened.id == "store.corrupt" and (last := last_backup(command_place(state.folder))):
        told.append(state.word(say("store.last-backup", file=str(last))))
    told += [state.word(message) for message in (error.kept, error.remedy) if message is not None]
    click.echo(" ".join(told), err=True)


def _program(doors: Doors) -> click.Group:
    group = click.Group(
        "smadmin",
        params=[*common_options(), *_window_options()],
        callback=_open_window,
        invoke_without_command=True,
        help="The right account, the right photo, never silent.",
    )
    for command in (*_COMMANDS, photo_commands(), *doors.commands):
        group.add_command(with_common_options(command))
    return group


def _window_options() -> list[click.Parameter]:
    return [
        click.Option(["--self-test"], is_flag=True, help="Check that everything the program needs is here."),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_tell_version,
            help="Print the version.",
        ),
    ]


def _tell_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value:
        click.echo(__version__)
        context.exit()


@click.pass_context
def _open_window(context: click.Context, *, self_test: bool) -> int | None:
    if context.invoked_subcommand is not None:
        return None
    state = context.find_object(Asked)
    door = None if state is None else (state.doors.self_test if self_test else state.doors.open_window)
    if state is None or door is None:
        raise BadInput(say("cli.no-window"))
    return door(state.folder)
