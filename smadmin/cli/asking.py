"""What every command was asked with (`--data`, `--json`, `--as`) and how it answers.

People get sentences, programs one JSON document; errors go to stderr. A passphrase is asked on the
terminal and never taken from an argument or the environment.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import Message, say
from smadmin.language.catalogue import Catalogue
from smadmin.services.places import Place

if TYPE_CHECKING:
    from smadmin.domain.actors import Actor
    from smadmin.domain.schools import School
    from smadmin.services.grounds import DataFolder
    from smadmin.services.office import Grounds, Office
    from smadmin.services.plain_room import PlainRoom
    from smadmin.services.restored import Restored
    from smadmin.services.seat_room import SeatRoom

Command = TypeVar("Command", bound=Callable[..., Any])


def _restore_here(place: Place, file: Path, typed: str | None) -> "Restored":
    from smadmin.services.restoring import restore_here  # noqa: PLC0415 - the store's tools, for one command

    return restore_here(place, file, typed)


@dataclass(frozen=True)
class Doors:
    """What `app` hands in.

    Args:
        open_grounds: opens a data folder (None: the one that is found).
        ask_secret: asks for a passphrase on the terminal.
        open_window: opens the window on a data folder and gives the exit status.
        self_test: builds every screen off screen and gives the exit status.
        restore: puts a backup back, with this seat's key or (a text) root's as typed.
        commands: by name, what loads those that are made elsewhere (`photos`, `demo`).
        open_folder: opens a data folder without an office's services; None: as `open_grounds`.
    """

    open_grounds: "Callable[[Path | None], Grounds]"
    catalogue: Catalogue
    ask_secret: Callable[[str], str]
    restore: "Callable[[Place, Path, str | None], Restored]" = _restore_here
    open_window: Callable[[Path | None], int] | None = None
    self_test: Callable[[Path | None], int] | None = None
    commands: Mapping[str, Callable[[], click.Command]] = field(default_factory=dict)
    open_folder: "Callable[[Path | None], DataFolder] | None" = None


@dataclass
class Asked:
    """What this run of the program was asked with. Commands get it as click's `obj`."""

    doors: Doors
    folder: Path | None = None
    as_json: bool = False
    person: str | None = None
    opened: "list[Grounds]" = field(default_factory=list)

    def word(self, message: Message) -> str:
        """Say a message in the person's language."""
        return self.doors.catalogue.word(message)

    def tell(self, message: Message) -> None:
        """Print a sentence for people; with `--json` the document says it."""
        if not self.as_json:
            click.echo(self.word(message))

    def remark(self, message: Message) -> None:
        """Print a sentence beside the result, on stderr."""
        click.echo(self.word(message), err=True)

    def document(self, whole: Mapping[str, Any]) -> None:
        """Print the one JSON document, if that was asked for."""
        if self.as_json:
            click.echo(json.dumps(whole, ensure_ascii=False, indent=2))

    @contextmanager
    def grounds(self) -> "Iterator[Grounds]":
        """Open the data folder for the length of a command."""
        grounds = self.doors.open_grounds(self.folder)
        try:
            yield grounds
        finally:
            grounds.close()

    @contextmanager
    def office(self) -> "Iterator[Office]":
        """Open the school's office; the head of its record is noted at the end.

        Raises:
            KnownError: before the first run has founded a school.
        """
        with self.grounds() as grounds:
            office = grounds.office()
            self._meet(office.school)
            yield office
            if office.desk.newest is not None:
                office.settle()

    @contextmanager
    def plain_room(self) -> "Iterator[PlainRoom]":
        """Open what may be known of the school where nobody signs in; nothing is changed there.

        Raises:
            KnownError: before the first run has founded a school.
        """
        from smadmin.services.plain_room import PlainRoom  # noqa: PLC0415 - the store's tools

        folder = (self.doors.open_folder or self.doors.open_grounds)(self.folder)
        try:
            room = PlainRoom(folder.own_desk())
            self._meet(room.school)
            yield room
        finally:
            folder.close()

    @contextmanager
    def seat_room(self) -> "Iterator[SeatRoom]":
        """Open what this computer login does with nobody signed in.

        Raises:
            KnownError: before the first run has founded a school.
        """
        from smadmin.services.seat_room import SeatRoom  # noqa: PLC0415 - the platforms' adapters

        folder = (self.doors.open_folder or self.doors.open_grounds)(self.folder)
        try:
            room = SeatRoom(folder, folder.own_desk())
            try:
                self._meet(room.school)
                yield room
            finally:
                room.end()
        finally:
            folder.close()

    def actor(self, office: "Office") -> "Actor":
        """Sign in who `--as` names, asking the passphrase on the terminal.

        Raises:
            BadInput: without `--as`, or for a name that isn't here.
            WrongPassphrase: if it is another.
        """
        if self.person is None:
            raise BadInput(say("cli.as-whom"), remedy=say("cli.as-whom-remedy"))
        office.mend_tables()
        wanted = self.person.casefold()
        found = [sitter for sitter in office.session.sitters() if sitter.name.casefold() == wanted]
        if len(found) != 1:
            raise BadInput(say("cli.nobody-of-that-name", name=self.person), remedy=say("cli.see-doctor"))
        prompt = self.word(say("cli.passphrase-of", name=found[0].name))
        actor = office.session.sign_in(found[0].person, self.doors.ask_secret(prompt)).actor
        office.begin_work(actor)
        return actor

    def _meet(self, school: "School") -> None:
        self.doors = self._in_zone(school.zone)
        if school.sample and self.folder is None:  # nobody named it: it isn't what a task runs for
            self.remark(say("cli.is-sample", name=school.name))

    def _in_zone(self, zone: str) -> Doors:
        return replace(self.doors, catalogue=self.doors.catalogue.in_zone(zone))


pass_asked = click.make_pass_decorator(Asked)


def asked() -> Asked:
    """Give what the running command was asked with."""
    found = click.get_current_context().find_object(Asked)
    if found is None:
        raise LookupError("no command is running")
    return found


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def remember(context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
        state = context.find_object(Asked)
        if state is not None and value:
            setattr(state, name, value)
        return value

    return remember


def common_options(*, as_json: bool = True) -> list[click.Option]:
    """Make the options that every command takes, before or after its name."""
    options = [
        click.Option(
            ["--data"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            expose_value=False,
            callback=_remember("folder"),
            help="The data folder.",
        ),
        click.Option(
            ["--as"],
            metavar="NAME",
            expose_value=False,
            callback=_remember("person"),
            help="Who acts; the passphrase is asked on the terminal.",
        ),
    ]
    if as_json:
        options.append(
            click.Option(
                ["--json"],
                is_flag=True,
                expose_value=False,
                callback=_remember("as_json"),
                help="Print one JSON document.",
            )
        )
    return options


def with_common_options(command: click.Command) -> click.Command:
    """Give a command, or each command of a group, the common options it lacks."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            with_common_options(inner)
        return command
    taken = {name for parameter in command.params for name in parameter.opts}
    command.params += [option for option in common_options() if not taken & set(option.opts)]
    return command


def ask_on_terminal(prompt: str) -> str:
    """Ask for a passphrase where it can't be seen.

    Raises:
        BadInput: if nobody sits at a terminal.
    """
    if not sys.stdin.isatty():
        raise BadInput(say("cli.no-terminal"), remedy=say("cli.no-terminal-remedy"))
    return str(click.prompt(prompt, hide_input=True, err=True))
