"""What proving the record takes at a sign-in, by its length; `python3 dev.py bench record [rows]`.

The sample school in a folder of its own, with so many rows more (50,000 unless said, a tenth first), each
with a sealed part, as posts have. Measured: a first sign-in on a computer (every signature), one that leans
on its own note, and the weekly check beside the work. Time of this program's own: others' work isn't
counted. Ends with 1 where proving with a note takes longer than `MOST_US` a row.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from smadmin.credentials.secrets import MemorySecrets
from smadmin.domain.actors import Actor
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.checked import Checked
from smadmin.services.founding import found_sample
from smadmin.services.office import Office, open_grounds
from smadmin.services.places import Place
from smadmin.services.proof import Proof, proven_now
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.weekly_check import signatures_hold

ROWS, A_DEED = 50_000, 500
MOST_US = 100
WORDS = "The spring book fair opens on Monday in the library. " * 6


def main() -> int:
    """Measure; 1 where it takes too long."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        secrets = MemorySecrets()
        office = found_sample(open_grounds(Place(Path(folder), Path(folder)), lambda _: secrets))
        sitter = next(one for one in office.session.sitters() if one.name == "Maya Ortega")
        by = office.session.sign_in(sitter.person, PASSPHRASE).actor
        office.begin_work(by)
        met = [told(office, by, until) for until in (rows // 10, rows)]
        office.close()
    return 0 if all(met) else 1


def told(office: Office, by: Actor, until: int) -> bool:
    """Let the record grow, print what it takes; tell whether that is within the limit."""
    grow(office, by, until)
    head = office.records.head()
    first, proof = proven(office, by, None)
    whole = proven_now(proof, office.desk, by).whole
    leaning = min(proven(office, by, Checked(by.signer.key, head, office.desk.now))[0] for _ in range(3))
    keys = proven_now(proof, office.desk, by).trust.keys
    weekly = measured(lambda: signatures_hold(office.desk, keys, head))
    each = leaning / head.seq * 1e6
    met = whole and each <= MOST_US
    print(
        f"{head.seq:>7} rows: first sign-in {first:.2f} s, later ones {leaning:.2f} s ({each:.0f} us a row, "
        f"{MOST_US} at most: {'met' if met else 'NOT MET'}), weekly, beside the work {weekly:.2f} s",
        flush=True,
    )
    return met


def grow(office: Office, by: Actor, until: int) -> None:
    """Add rows as deeds do."""
    while (missing := until - office.records.head().seq) > 0:
        with office.desk.deed(by) as deed:
            for _ in range(min(missing, A_DEED)):
                deed.record(Act.VOUCH_CLOCK, Noun.RECORDS, None, parts={"said": WORDS})


def proven(office: Office, by: Actor, checked: Checked | None) -> tuple[float, Proof]:
    """Prove all of it as a start does; gives how long it took, in seconds of this program."""
    proof = Proof(office.desk, lambda: office.noted)
    proof.begin(by.signer.key, checked)
    return measured(lambda: proof.catch_up(by)), proof


def measured(deed: Callable[[], object]) -> float:
    """Give how long a deed takes, in seconds of this program's own."""
    began = time.process_time()
    deed()
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
