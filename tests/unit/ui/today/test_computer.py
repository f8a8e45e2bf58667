"""What Today says of the computer at which somebody sits."""

from datetime import date

from smadmin.domain.computers import Computer, Owner
from smadmin.domain.ids import SeatId
from smadmin.services.computers import Here
from smadmin.ui.today.computer import computer_needs

SCHOOLS = Computer(SeatId("seat"), Owner.SCHOOL, "Office PC", date(2026, 1, 5))
OWN = Computer(SeatId("seat"), Owner.PERSONAL, "Ana's laptop")


def keys(computer: Computer | None, *, why: bool = False, due: bool = False, may: bool = True) -> list[str]:
    may_say = frozenset(Owner) if may else frozenset[Owner]()
    here = Here(computer, needs_why=why, protection_due=due, may_say=may_say, has_seat=True)
    return [need.key for need in computer_needs(here)]


def test_it_asks_whose_then_yearly_for_protection_and_each_time_for_a_reason() -> None:
    assert keys(None, due=True) == ["computer-whose"]
    assert keys(None, due=True, may=False) == []
    assert keys(SCHOOLS) == []
    assert keys(SCHOOLS, due=True) == ["computer-protected"]
    assert keys(OWN, why=True, due=True) == ["computer-why"]
