"""Searches for a child's face that end within another deed: their patterns go in the same transaction.

As the patterns themselves do (`students/patterns.py`): consent ended, portrait removed, matching forbidden,
child removed, sweep ended. What nobody can tell whose it is goes too.
"""

from collections.abc import Callable

from smadmin.domain.canonical import parse
from smadmin.domain.errors import KnownError
from smadmin.domain.ids import StudentId
from smadmin.domain.sweeps import BEGUN_PART
from smadmin.domain.vocabulary import Act, Noun
from smadmin.storage.unit import Unit


def end_searches(unit: Unit, sweep: str) -> int:
    """Erase a sweep's task files, and the results that nobody took in; gives how many files there were."""
    tasks = [one.id for one in unit.sweep_tasks.all() if one.sweep == sweep]
    for one in tasks:
        unit.sweep_tasks.forget(one)
    return len(tasks)


def end_searches_for(unit: Unit, ended: Callable[[StudentId], bool]) -> int:
    """Erase the task files for some children; gives how many."""
    gone = 0
    for task in unit.sweep_tasks.all():
        student = _student(unit, task.sweep)
        if student is None or ended(student):
            unit.sweep_tasks.forget(task.id)
            gone += 1
    return gone


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
