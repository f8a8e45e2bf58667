"""What packs may name as keeping a clause."""

import pytest

from smadmin.domain.policy.enforcement import STANDING, Enforcer, Means
from smadmin.domain.policy.proofreading import RULES


@pytest.mark.parametrize("written", ["", "step", "step:", "step:dance", "law:second-look", "check:video"])
def test_nothing_of_another_name_is_taken(written: str) -> None:
    with pytest.raises(ValueError, match="called"):
        Enforcer.of(written)


def test_a_check_stands_once_it_has_a_class() -> None:
    one = Enforcer.of("check:political")

    assert str(one) == "check:political"
    assert one.stands(RULES)
    assert not one.stands(frozenset())


def test_a_step_stands_once_it_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Enforcer.of("step:second-look").stands(RULES)
    monkeypatch.setitem(STANDING, Means.STEP, frozenset())
    assert not Enforcer.of("step:second-look").stands(RULES)
