"""Whom an account follows, in words: with the kind and who entered it, and the clause above."""

from datetime import date

import pytest

from smadmin.domain.following import Followed, FollowForm, Guard, Whose
from smadmin.domain.messages import say
from smadmin.domain.policy.values import FollowKind, Told
from smadmin.services.followed import FollowedSheet
from smadmin.ui.accounts.following_model import FollowingSeen, following_model
from tests.unit.domain.test_register import account

DAY = date(2026, 11, 16)
KIND = FollowKind("office", Told({"en": "A public office", "es": "Un cargo"}), ("BAL-C1c",))
MAYOR = Followed(
    3, account().id, FollowForm("A. Rivera", Whose.OFFICE, "Budget.", "office", "Mayor"), None, DAY
)
SEEN = FollowingSeen(account(), Guard(), (FollowedSheet(MAYOR, "Cem Aydin"),), ())


@pytest.mark.demand("BAL-C1c")
def test_a_districts_account_names_kind_and_clause() -> None:
    strict = FollowingSeen(SEEN.account, Guard((KIND,), "BAL-C1c", "II.C.1.c", "Says."), SEEN.sheets, ())

    shown = following_model(strict, "es")

    assert shown.advice == say("following.strict", number="II.C.1.c", says="Says.")
    assert shown.kinds == (("office", "Un cargo"),)
    assert shown.lines[0].title == "A. Rivera (Mayor)"
    assert shown.lines[0].note == say("following.entered-kind", kind="Un cargo", name="Cem Aydin", day=DAY)


@pytest.mark.demand("BAL-D5")
def test_a_schools_account_has_advice() -> None:
    shown = following_model(SEEN, "en")

    assert shown.advice == say("following.advice")
    assert shown.lines[0].note == say("following.entered", name="Cem Aydin", day=DAY)
