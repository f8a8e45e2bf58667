"""How long signing in takes, the whole way that the window goes; `python3 dev.py bench signin`.

The sample school, a real keyring, and locks whose costs this computer chose itself: a principal's passphrase
right after the start and after a lock, and a reviewer's PIN for the chair. Beside each, in turn, stands the
peer: one bare Argon2id of the same costs by `cryptography`. By design it is 0.3 to 1 s: less is cheap to
guess, more keeps people waiting. Ends with 1 where one is missed; says where the floor itself takes longer.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from smadmin.credentials.locks import FLOOR, Costs, seconds_of
from smadmin.domain.ids import PersonId
from smadmin.services.founding import found_sample
from smadmin.services.office import Office, open_grounds
from smadmin.services.passphrases import change_passphrase
from smadmin.services.places import Place
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.sitting import expected, sit_down

ROUNDS = 7
LEAST_S, MOST_S = 0.3, 1.0
PRINCIPAL, REVIEWER = "Ellen Whitcomb", "Robin Vega"
PHRASE, PIN = "seven quiet larks drift home", "402871"


def main() -> int:
    """Measure; 1 where a figure isn't met."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder), Path(folder))
        principal, reviewer = prepare(place)
        started, again, chair = Beside("passphrase, after the start"), Beside("after a lock"), Beside("PIN")
        for _ in range(ROUNDS):
            office = open_grounds(place).office()
            started.take(costs_of(office, principal), lambda: sign_in(office, principal))  # noqa: B023 - at once
            office.lock()
            again.take(costs_of(office, principal), lambda: sign_in(office, principal))  # noqa: B023 - at once
            chair.take(costs_of(office, reviewer), lambda: take_chair(office, reviewer))  # noqa: B023 - at once
            office.close()
    met = [one.tell() for one in (started, again, chair)]
    floor = seconds_of(FLOOR)
    print(f"the least costs that a lock may have: {floor:.2f} s", "(a slow computer)" * (floor > MOST_S))
    return 0 if all(met) else 1


class Beside:
    """One way of signing in, and its peer after each round."""

    def __init__(self, name: str) -> None:
        """Start with no rounds."""
        self._name, self._costs = name, Costs()
        self._ours: list[float] = []
        self._peers: list[float] = []

    def take(self, costs: Costs, way: Callable[[], object]) -> None:
        """Measure both once."""
        self._costs = costs
        self._ours.append(measured(way))
        self._peers.append(measured(lambda: bare(costs)))

    def tell(self) -> bool:
        """Print it beside its limits; tell whether they are kept."""
        ours, peer = statistics.median(self._ours), statistics.median(self._peers)
        met = LEAST_S <= ours <= MOST_S
        print(
            f"{self._name:<30}{ours:>6.2f} s ({min(self._ours):.2f} to {max(self._ours):.2f}), 0.3 to 1 s  "
            f"{'met' if met else 'NOT MET':<9}bare Argon2id {peer:.2f} s: "
            f"{self._costs.memory_kib // 1024} MiB, t {self._costs.passes}, p {self._costs.lanes}",
            flush=True,
        )
        return met


def prepare(place: Place) -> tuple[PersonId, PersonId]:
    """Make the sample school with locks as a real one has them; gives a principal and a reviewer."""
    office = found_sample(open_grounds(place))
    principal = next(one.person for one in office.session.sitters() if one.name == PRINCIPAL)
    office.begin_work(office.session.sign_in(principal, PASSPHRASE).actor)
    change_passphrase(office, old=PASSPHRASE, new=PHRASE)
    by, day = office.session.actor, office.school.local(office.desk.now).date()
    prepared = office.reviewers.prepare(by, [REVIEWER], day + timedelta(days=200))
    office.reviewers.sign(by, prepared)
    arrival = sit_down(office, expected(office)[0], prepared.codes[0].code, PIN)
    office.close()
    return principal, arrival.person


def sign_in(office: Office, person: PersonId) -> None:
    """Go the way that the gate goes (`Seating`)."""
    office.find_seat()
    office.mend_tables()
    office.begin_work(office.session.sign_in(person, PHRASE).actor)


def take_chair(office: Office, person: PersonId) -> None:
    """Go the way that the gate goes for a second person."""
    office.find_seat()
    office.mend_tables()
    office.begin_work(office.session.hand_over(person, PIN).actor)


def costs_of(office: Office, person: PersonId) -> Costs:
    """Give what somebody's lock costs."""
    return office.grounds.identities.locks()[person].costs


def bare(costs: Costs) -> None:
    """Derive a key as anybody's program would."""
    salt, lanes = os.urandom(16), costs.lanes
    peer = Argon2id(salt=salt, length=32, iterations=costs.passes, lanes=lanes, memory_cost=costs.memory_kib)
    peer.derive(PHRASE.encode())


def measured(deed: Callable[[], object]) -> float:
    """Give how long a deed takes, in seconds."""
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
