"""The principal signs a list; its codes go out once, and every later word about it is signed too."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.errors import NotAllowed, Tampered
from smadmin.domain.keys import TrustAct
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Noun
from smadmin.services.proof import Proof
from smadmin.services.reviewer_lines import Standing, newly_seated
from smadmin.services.reviewers import Prepared, Reviewers
from tests.school import CHEAP, TinySchool, make_school

ENDS = date(2027, 6, 30)


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return make_school(tmp_path)


@pytest.fixture
def reviewers(school: TinySchool) -> Reviewers:
    return Reviewers(school.desk, Proof(school.desk, lambda: school.noted))


def signed(school: TinySchool, reviewers: Reviewers, *names: str) -> Prepared:
    prepared = reviewers.prepare(school.by("pat"), names, ENDS, costs=CHEAP)
    reviewers.sign(school.by("pat"), prepared)
    return prepared


def test_a_signed_list_waits_for_each_of_its_names(school: TinySchool, reviewers: Reviewers) -> None:
    prepared = signed(school, reviewers, "Robin  Vega", "Kim Osei")

    view = reviewers.view(school.by("pat"))

    assert [(line.name, line.standing) for line in view.lists[0].lines] == [
        ("Kim Osei", Standing.WAITS),
        ("Robin Vega", Standing.WAITS),
    ]
    assert view.lists[0].signed_by == "Pat Winters"
    assert len({handed.code for handed in prepared.codes}) == 2


def test_no_code_stands_anywhere_in_the_store(school: TinySchool, reviewers: Reviewers) -> None:
    prepared = signed(school, reviewers, "Robin Vega")
    code = prepared.codes[0].code
    school.store.close()

    for file in school.folder.rglob("*"):
        if file.is_file():
            assert code.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ((), "reviewers.nobody"),
        (("Robin Vega", "robin vega"), "reviewers.twice"),
        (("Robin",), "reviewers.name-odd"),
        (("Ana Brooks",), "reviewers.has-passphrase"),
        (("Bo Lindqvist",), "reviewers.has-passphrase"),
        (tuple(f"Robin Vega{'x' * one}" for one in range(201)), "reviewers.too-many"),
    ],
)
def test_a_list_of_odd_names_isnt_signed(
    school: TinySchool, reviewers: Reviewers, names: tuple[str, ...], why: str
) -> None:
    reasons = reviewers.blockers(school.by("pat"), names, ENDS)

    assert why in [one.message.id for one in reasons]
    with pytest.raises(NotAllowed):
        reviewers.prepare(school.by("pat"), names, ENDS, costs=CHEAP)


@pytest.mark.parametrize("ends", [date(2026, 11, 15), date(2028, 1, 1)])
def test_a_list_ends_within_a_year(school: TinySchool, reviewers: Reviewers, ends: date) -> None:
    reasons = reviewers.blockers(school.by("pat"), ("Robin Vega",), ends)

    assert [one.message.id for one in reasons] == ["reviewers.a-year"]


@pytest.mark.parametrize("who", ["ana", "bo", "cem"])
def test_nobody_but_the_principal_signs_one(school: TinySchool, reviewers: Reviewers, who: str) -> None:
    prepared = reviewers.prepare(school.by("pat"), ("Robin Vega",), ENDS, costs=CHEAP)

    assert not reviewers.view(school.by(who)).signs
    with pytest.raises(NotAllowed):
        reviewers.sign(school.by(who), prepared)


def test_a_passphrase_given_long_ago_signs_no_list(school: TinySchool, reviewers: Reviewers) -> None:
    pat = school.by("pat")
    prepared = reviewers.prepare(pat, ("Robin Vega",), ENDS, costs=CHEAP)
    school.clock.forward(minutes=6)

    with pytest.raises(NotAllowed):
        reviewers.sign(pat, prepared)


def test_a_name_that_is_on_the_list_needs_no_second_place(school: TinySchool, reviewers: Reviewers) -> None:
    signed(school, reviewers, "Robin Vega")

    reasons = reviewers.blockers(school.by("pat"), ("Robin Vega",), ENDS)

    assert [one.message.id for one in reasons] == ["reviewers.on-the-list"]


def test_a_struck_name_and_a_withdrawn_list_say_so(school: TinySchool, reviewers: Reviewers) -> None:
    signed(school, reviewers, "Robin Vega", "Kim Osei")
    kim = reviewers.view(school.by("pat")).lists[0].lines[0]

    reviewers.strike(school.by("cem"), kim)
    view = reviewers.view(school.by("pat"))
    assert view.lists[0].lines[0].standing is Standing.STRUCK
    with pytest.raises(NotAllowed):
        reviewers.strike(school.by("ana"), view.lists[0].lines[1])

    reviewers.withdraw(school.by("pat"), view.lists[0].id)
    assert reviewers.view(school.by("pat")).lists == ()


def test_another_code_is_signed_by_the_principal_alone(school: TinySchool, reviewers: Reviewers) -> None:
    prepared = signed(school, reviewers, "Robin Vega")
    line = reviewers.view(school.by("pat")).lists[0].lines[0]
    renewed = reviewers.prepare_code(line)

    with pytest.raises(NotAllowed):
        reviewers.sign_code(school.by("cem"), renewed)
    reviewers.sign_code(school.by("pat"), renewed)

    assert renewed.handed.code != prepared.codes[0].code


def test_a_list_forged_by_an_administrators_key_is_refused_at_the_desk(
    school: TinySchool, reviewers: Reviewers
) -> None:

    prepared = reviewers.prepare(school.by("pat"), ("Robin Vega",), ENDS, costs=CHEAP)
    forged = replace(prepared.list, id="forged")

    with pytest.raises(Tampered), school.desk.deed(school.by("ana")) as deed:
        deed.record_trust(TrustAct.LIST_REVIEWERS, Noun.REVIEWERS, "forged", {"list": forged.to_plain()})


def test_without_a_code_used_nobody_is_new(school: TinySchool, reviewers: Reviewers) -> None:
    signed(school, reviewers, "Robin Vega")

    with school.desk.look(school.by("pat")) as unit:
        proven = Proof(school.desk, lambda: school.noted).now(unit)

    assert newly_seated(proven) == ()
    assert Role.REVIEWER in proven.trust.roles(school.people["bo"], date(2026, 11, 16))
