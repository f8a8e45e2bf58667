"""Every district's demands are in its pack, and none is claimed that nothing keeps."""

import csv
import tomllib
import warnings
from hashlib import sha256
from pathlib import Path

import pytest

from smadmin import resources
from smadmin.domain.policy.enforcement import Means
from smadmin.domain.policy.packs import Clause
from smadmin.domain.policy.proofreading import RULES
from tests.policies import packs

LIST: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    resources.find("policies/demands.toml").read_text("utf-8")
)
SOURCE = Path(__file__).parents[4] / "shared" / "policies" / "requirements.csv"
OF_LAW = "LAW-"
COUNTS = {"baltimore-city-md": 54, "wichita-ks": 37, "bloomington-mn": 26, "yelm-wa": 17, "socorro-tx": 26}
DIGEST = "4dc373d2e714abec344bc40974e75a8b0fe66a48e518ed0c76d90afc444b5de9"
CLAUSES = [(pack.id, clause) for pack in packs().values() for clause in pack.clauses.values()]


def test_each_district_of_the_list_has_its_pack() -> None:
    assert set(LIST) == set(packs())


@pytest.mark.parametrize("district", sorted(LIST))
def test_a_pack_has_every_demand_of_its_district_and_no_other(district: str) -> None:
    clauses = packs()[district].clauses

    assert {one for one in clauses if not one.startswith(OF_LAW)} == set(LIST[district])


def test_the_list_is_as_long_as_it_was_and_names_the_same() -> None:
    """It holds without the documents beside it: a demand that is left out or renamed changes the digest."""
    listed = sorted(f"{one} {row['clause']}" for rows in LIST.values() for one, row in rows.items())

    assert {district: len(rows) for district, rows in LIST.items()} == COUNTS
    assert sha256("\n".join(listed).encode()).hexdigest() == DIGEST


def test_the_list_is_that_of_the_districts_documents() -> None:
    if not SOURCE.is_file():
        warnings.warn(f"{SOURCE} is missing, so the list is compared with nothing", stacklevel=1)
        pytest.skip("the districts' documents aren't here: the list is compared with nothing")
    with SOURCE.open(encoding="utf-8", newline="") as file:
        asked = {row["id"]: row["clause"] for row in csv.DictReader(file)}

    listed = {demand: row["clause"] for district in LIST.values() for demand, row in district.items()}

    assert listed == asked


@pytest.mark.parametrize(("pack", "clause"), CLAUSES, ids=lambda one: getattr(one, "demand", str(one)))
def test_what_a_clause_claims_works_and_what_it_waits_for_does_not(pack: str, clause: Clause) -> None:
    assert clause.enforced_by or clause.awaits
    assert all(one.stands(RULES) for one in clause.enforced_by)
    assert not [str(one) for one in clause.awaits if one.means is not Means.CHECK and one.stands(RULES)]
    for rule, setting in packs()[pack].rules.items():
        named = {one.name for one in (*clause.enforced_by, *clause.awaits) if one.means is Means.CHECK}
        assert (clause.demand in setting.demands) == (rule in named)


def test_only_mandated_words_are_the_districts_own() -> None:
    verbatim = [clause.demand for _, clause in CLAUSES if clause.verbatim]

    assert verbatim == ["YEL-A3"]
