"""A pack's values are told one by one, each in words of its own."""

from dataclasses import replace

from smadmin.domain.messages import say
from smadmin.domain.policy.enforcement import Enforcer
from smadmin.domain.policy.telling import name_of, values_of
from tests.policies import packs

PACK = packs()["socorro-tx"]


def test_every_value_has_its_sentence() -> None:
    told = values_of(PACK, "en")

    assert told["releases"].id == "policies.releases-week"
    assert told["mode"].id == "policies.mode-opt_in"
    assert (told["cadence"].values["n"], told["cadence"].values["warn"]) == (7, 5)
    assert len(told) == 29


def test_yes_by_phone_is_said_either_way() -> None:
    without = values_of(replace(PACK, yes_by_phone=False), "en")

    assert (values_of(PACK, "en")["phone"].id, without["phone"].id) == (
        "policies.phone-yes",
        "policies.phone-no",
    )


def test_a_language_without_a_name_of_its_own_is_told_by_its_letters() -> None:
    told = values_of(replace(PACK, languages=("so",)), "en")["languages"].values["languages"]

    assert told == (say("policies.language-other", code="so"),)


def test_what_keeps_a_clause_is_named_with_its_kind() -> None:
    named = name_of(Enforcer.of("step:second-look"))

    assert named.id == "enforced.step"
    assert getattr(named.values["name"], "id", "") == "enforced.step-second-look"
