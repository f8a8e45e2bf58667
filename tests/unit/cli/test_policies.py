"""`smadmin policies` names every policy, and of one every clause with what keeps it."""

import json
import tomllib

import pytest

from smadmin import resources
from smadmin.cli.asking import Doors
from smadmin.cli.main import Status, run
from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.language.catalogue import Catalogue
from smadmin.services.office import Grounds
from tests.policies import packs

DEMANDS = tomllib.loads(resources.find("policies/demands.toml").read_text("utf-8"))


def smadmin(*arguments: str, language: str = "en") -> int:
    def no_store(_folder: object) -> Grounds:
        raise BadInput(say("store.no-school"))

    doors = Doors(open_grounds=no_store, catalogue=Catalogue.load(language), ask_secret=lambda prompt: prompt)
    return run(doors, arguments)


def test_the_list_has_every_policy_with_what_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert smadmin("policies", "--json") == 0

    listed = json.loads(capsys.readouterr().out)["policies"]
    assert {one["id"] for one in listed} == set(DEMANDS)
    assert all(one["demands"] >= len(DEMANDS[one["id"]]) for one in listed)


@pytest.mark.parametrize("policy", sorted(DEMANDS))
def test_one_policy_has_every_clause_with_what_keeps_it(
    policy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smadmin("policies", policy, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    clauses = {one["id"]: one for one in told["clauses"]}
    assert set(clauses) >= set(DEMANDS[policy])
    for demand, clause in packs()[policy].clauses.items():
        assert clauses[demand]["enforced_by"] == [str(one) for one in clause.enforced_by]
        assert clauses[demand]["open"] == [str(one) for one in clause.awaits]


@pytest.mark.parametrize("language", ["en", "es"])
def test_people_read_values_clauses_and_what_keeps_them(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smadmin("policies", "socorro-tx", language=language) == 0

    told = capsys.readouterr().out
    seen = {"en": "Kept by Step: a second look at photos", "es": "La hacen cumplir Paso: segunda mirada"}
    assert "SOC-M4 (Maintenance and Monitoring)" in told
    assert seen[language] in told
    assert "policies." not in told
    assert "enforced." not in told


def test_a_policy_that_there_isnt_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert smadmin("policies", "atlantis") == Status.BAD_INPUT

    assert "atlantis" in capsys.readouterr().err
