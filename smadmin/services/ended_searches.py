"""Searches for a child's face that end within another deed: their patterns go in the same transaction.

As the patterns themselves do (`students/patterns.py`): consent ended, portrait removed, matching forbidden,
child removed, sweep ended. What nobody can tell whose it is goes too.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from smadmin.domain.canonical import parse
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import StudentId
from smadmin.domain.sweep_tasks import TASK_PART, Sealed
from smadmin.domain.sweeps import BEGUN_PART
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.unit import Unit


def end_searches(unit: Unit, sweep: str) -> int:
    """Erase a sweep's task files, and the results that nobody took in; gives of how many files."""
    tasks = [task for task, its in _lying(unit).items() if its == sweep]
    for one in tasks:
        unit.sweep_tasks.forget(one)
    return len(tasks)


def end_searches_for(unit: Unit, ended: Callable[[StudentId], bool]) -> int:
    """Erase the task files for some children, and what was found by them; gives of how many files."""
    gone = 0
    for task, sweep in _lying(unit).items():
        student = None if sweep is None else _student(unit, sweep)
        if student is None or ended(student):
            unit.sweep_tasks.forget(task)
            gone += 1
    return gone


def _lying(unit: Unit) -> Mapping[str, str | None]:
    """Give the tasks of which anything lies here, each with its sweep as far as anybody can tell."""
    found: dict[str, str | None] = {one.id: one.sweep for one in unit.sweep_tasks.all()}
    done = [one for one in unit.sweep_tasks.waiting() if one not in found]
    if done:  # its file is erased once all is searched: then a row says whose the results are
        sealed = dict(_sealed(unit))
        found |= {one: sealed.get(one) for one in done}
    return found


def _sealed(unit: Unit) -> Iterator[tuple[str, str]]:
    for row in unit.record.rows(acts=(Act.SEAL_SWEEP,)):
        with suppress(KnownError, ValueError):
            part = unit.record.part(row.seq, TASK_PART)
            if part is not None:
                yield Sealed.from_plain(parse(part.content)).task, row.noun_id or ""


def _student(unit: Unit, sweep: str) -> StudentId | None:
    """Give for whom a sweep was begun, unproven: it only says what is erased; None where nobody can tell."""
    for row in reversed(unit.record.of_act(Noun.SWEEPS, Act.BEGIN_SWEEP, [sweep])):
        try:
            part = unit.record.part(row.seq, BEGUN_PART)
            said = None if part is None else parse(part.content).get("student")
        except (KnownError, ValueError):
            return None
        if said is not None:
            return StudentId(str(said))
    return None
