"""The command line: finds the command, runs it, and turns what went wrong into one sentence and a status.

Status 0 done, 1 the check found something, 2 bad usage or input, 3 not allowed, 4 something outside failed.
A command is loaded when it is asked for: most stand on the whole school, which takes a second to load.
"""

import importlib
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

import click

from smadmin import __version__
from smadmin.cli.asking import Asked, Doors, common_options, with_common_options
from smadmin.domain.errors import BadInput, KnownError, NotAllowed, OutsideFailed, Tampered
from smadmin.domain.messages import say
from smadmin.services.commanded import command_place
from smadmin.services.waiting import telling_waits

_COMMANDS: Mapping[str, tuple[str, str]] = {
    "accounts": ("accounts", "accounts_command"),
    "cadence": ("cadence", "cadence_command"),
    "check": ("policy", "check_command"),
    "count": ("policy", "count_command"),
    "doctor": ("doctor", "doctor_command"),
    "policies": ("policies", "policies_command"),
    "records": ("records", "records_group"),
    "store": ("store", "store_group"),
    "worker": ("worker", "worker_command"),
}
"""By name, in which module of this package each stands and what it is called there."""
_log = logging.getLogger(__name__)


class _Program(click.Group):
    """The program with the commands it has here and those that it was handed."""

    handed: Mapping[str, Callable[[], click.Command]]

    def list_commands(self, _context: click.Context) -> list[str]:
        """Give the names in order."""
        return sorted({*_COMMANDS, *self.handed})

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Load a command; None if there is none of that name."""
        if name in self.handed:
            return with_common_options(self.handed[name]())
        if name not in _COMMANDS:
            return None
        module, made = _COMMANDS[name]
        found: click.Command = getattr(importlib.import_module(f"smadmin.cli.{module}"), made)
        return with_common_options(found)


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
        with telling_waits(lambda: state.remark(say("cli.store-busy"))):
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
    if error.happened.id == "store.corrupt":
        told += _last_backup(state)
    told += [state.word(message) for message in (error.kept, error.remedy) if message is not None]
    click.echo(" ".join(told), err=True)


def _program(doors: Doors) -> click.Group:
    program = click.group(
        "smadmin",
        cls=_Program,
        params=[*common_options(), *_window_options()],
        invoke_without_command=True,
        help="The right account, the right photo, never silent.",
    )(_open_window)
    program.handed = doors.commands
    return program


def _last_backup(state: Asked) -> list[str]:
    from smadmin.services.mending import last_backup  # noqa: PLC0415 - only where a store was damaged

    last = last_backup(command_place(state.folder))
    return [] if last is None else [state.word(say("store.last-backup", file=str(last)))]


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
