"""`smadmin records export|verify`: the record as a package, and proof that nobody changed it."""

from pathlib import Path
from typing import Any

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.keys import fingerprint
from smadmin.domain.messages import say
from smadmin.domain.records import Head
from smadmin.domain.verification import Fault
from smadmin.services.export import Checked, Paper, check_package

FOUND = 1

records_group = click.Group("records", help="Export the record and verify it.")


@records_group.command("export")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder that isn't there yet.",
)
@pass_asked
def export(state: Asked, out: Path) -> None:
    """Write the whole record as a package that anybody can check."""
    with state.office() as office:
        done = office.record_export.write(state.actor(office), out)
    head = _head(done.head)
    state.tell(say("records.exported", n=done.rows, folder=str(done.folder), head=head))
    if done.withheld:
        state.tell(say("records.withheld", n=done.withheld))
    state.document({"folder": str(done.folder), "rows": done.rows, "withheld": done.withheld, "head": head})


@records_group.command("verify")
@click.argument("package", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--root", metavar="FINGERPRINT", help="Root's fingerprint, from paper.")
@click.option("--head", metavar="SEQ:LETTERS", help="A row's number and letters, from paper.")
@pass_asked
def verify(state: Asked, package: Path | None, root: str | None, head: str | None) -> int:
    """Check every row: of this store against its head noted outside, or of a package in DIR alone."""
    paper = Paper.read(root, head)
    return _verify_store(state, paper) if package is None else _verify_package(state, package, paper)


def _verify_store(state: Asked, paper: Paper) -> int:
    with state.office() as office:
        if state.person is not None:
            state.actor(office)
        verdict = office.verify()
        noted = verdict.noted is not None and isinstance(verdict.noted.head, Head)
        faults = (*verdict.faults, *office.record_export.paper_faults(verdict.root, paper))
    _tell(state, faults, rows=verdict.rows, head=verdict.head)
    for clock in verdict.clocks:
        state.tell(clock)
    if not verdict.answered:
        state.tell(say("records.not-answered"))
    elif not noted:
        state.tell(say("records.head-on-paper-only", head=_head(verdict.head)))
    root = None if verdict.root is None else fingerprint(verdict.root)
    told: dict[str, Any] = {
        "head_noted": noted,
        "answered": verdict.answered,
        "clocks": [state.word(clock) for clock in verdict.clocks],
    }
    return _document(state, faults, rows=verdict.rows, head=verdict.head, root=root, more=told)


def _verify_package(state: Asked, package: Path, paper: Paper) -> int:
    checked = check_package(package, paper)
    _tell(state, checked.faults, rows=checked.rows, head=checked.head)
    for clock in checked.clocks:
        state.tell(clock)
    if checked.whole:
        _tell_what_is_proven(state, checked)
    proven: dict[str, Any] = {
        "whose_proven": checked.whole and paper.root is not None,
        "whole_proven": checked.whole and paper.head is not None,
        "package": checked.named,
        "clocks": [state.word(clock) for clock in checked.clocks],
    }
    return _document(
        state, checked.faults, rows=checked.rows, head=checked.head, root=checked.root, more=proven
    )


def _tell_what_is_proven(state: Asked, checked: Checked) -> None:
    if checked.paper.root is not None:
        state.tell(say("records.whose-proven"))
    if checked.paper.head is not None:
        state.tell(say("records.whole-proven"))
    if checked.paper.root is None or checked.paper.head is None:
        state.tell(say("records.agrees-with-itself"))
    if checked.named:
        state.tell(say("records.package-named", digest=checked.named[:16]))


def _tell(state: Asked, faults: tuple[Fault, ...], *, rows: int, head: Head) -> None:
    if not faults:
        state.tell(say("records.whole", n=rows, head=_head(head)))
        return
    first = min((fault.seq for fault in faults if fault.seq), default=0)
    state.tell(say("records.broken", n=len(faults), row=first))
    for fault in faults:
        state.tell(fault.message)


def _document(
    state: Asked,
    faults: tuple[Fault, ...],
    *,
    rows: int,
    head: Head,
    root: str | None,
    more: dict[str, Any],
) -> int:
    state.document(
        {
            "whole": not faults,
            "rows": rows,
            "head": _head(head),
            "root": root,
            **more,
            "faults": [{"row": fault.seq, "message": state.word(fault.message)} for fault in faults],
        }
    )
    return FOUND if faults else 0


def _head(head: Head) -> str:
    return f"{head.seq}:{head.letters}"
