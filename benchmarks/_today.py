"""Our window from its start to a filled Today; for `start`. Nobody's thinking is counted.

It prints the seconds to the card at which one sits down, and those from sitting down to a filled Today. The
first start makes the sample school instead.
"""

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from smadmin.app.application import make_application
from smadmin.ui.screen import Freshness
from tests.journeys.sitting import Sitting

AUTHOR = "Maya Ortega"
BORN, FOLDER = float(sys.argv[1]), Path(sys.argv[2])


def may_sit(seat: Sitting) -> bool:
    """Tell whether her name can be chosen."""
    return any(AUTHOR in one.text() and one.isVisible() for one in seat.frame.findChildren(QPushButton))


def filled(seat: Sitting) -> bool:
    """Tell whether Today shows what is stored."""
    return any(one.isVisible() and one.freshness is Freshness.FRESH for one in seat.frame.screens())


sat = Sitting(make_application(), FOLDER)
sat.hand.wait("a first screen", lambda: sat.screen)
if sat.screen == "welcome":
    sat.look_around()
else:
    sat.hand.wait("the names", lambda: may_sit(sat))
    gate = time.monotonic()
    sat.sit(AUTHOR)
    sat.arrive("today")
    sat.hand.wait("Today", lambda: filled(sat))
    sys.stdout.write(f"{gate - BORN} {time.monotonic() - gate}\n")
    sys.stdout.flush()
sat.close()
