"""What stands on the sheet for an envelope can be typed from it."""

import pytest

from smadmin.domain.log_ins import LogIn
from smadmin.language.catalogue import Catalogue
from smadmin.ui.accounts.log_in_sheet import lines_of
from smadmin.ui.wording import Wording

ADDRESS = "otpauth://totp/X:lincoln?secret=JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (ADDRESS, "JBSW Y3DP EHPK 3PXP"),
        ("JBSWY3DPEHPK3PXP", "JBSW Y3DP EHPK 3PXP"),
        (f"{ADDRESS}&digits=8", f"{ADDRESS}&digits=8"),
        ("no seed 018", "no seed 018"),
    ],
)
def test_a_seed_stands_there_as_letters_in_groups(kept: str, told: str) -> None:
    words = Wording(Catalogue.load("en"))

    lines = dict(lines_of(LogIn("lincoln", "canary-Falcon-42", seed=kept), words))

    assert lines[words.say("loginui.seed")] == told
